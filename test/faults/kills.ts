/** kill -9 at random moments of a run: two in five anywhere from its start to its end, the others while it writes. */
import { type Scenario, settled } from "./case.ts";
import type { Stage } from "./stage.ts";

/** Numbers from 0 to 1 from a seed (mulberry32, public domain). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a run says when it begins to write. */
const WRITES = /"write"/u;

/** `long`: how long a run takes (ms), `writing`: how long it takes from its first file to its end. */
export function kills(count: number, seed: number, long: number, writing: number): Scenario[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, n) => {
    const publishing = n % 5 >= 2;
    const after = next() * (publishing ? writing : long);
    const words = `${after.toFixed(0)} ms after ${publishing ? "it began to write" : "its start"}`;
    return { name: `kill -9, ${n + 1} of ${count}`, how: words, sees: "the former edition or the new one, whole; the next run 0", plays: (stage) => killedAt(stage, publishing, after, words) };
  });
}

async function killedAt(stage: Stage, publishing: boolean, after: number, words: string): Promise<string> {
  const run = stage.build();
  if (publishing) await says(run, WRITES);
  const timer = setTimeout(() => run.child.kill("SIGKILL"), after);
  const { signal, status } = await run.ended;
  clearTimeout(timer);
  const shown = stage.shown();
  if (shown === "nothing") throw new Error("no edition is shown");
  stage.kept();
  await settled(stage);
  return `${words}: ${signal ?? status}, ${shown}`;
}

function says(run: ReturnType<Stage["build"]>, words: RegExp): Promise<void> {
  return new Promise((done) => {
    const look = () => words.test(run.said()) && done();
    run.child.stderr?.on("data", look);
    void run.ended.then(() => done());
  });
}

/** How long a run takes here and now, and its writing (ms). */
export async function lengthOf(stage: Stage): Promise<{ long: number; writing: number }> {
  const began = performance.now();
  const run = stage.build();
  await says(run, WRITES);
  const wrote = performance.now();
  const { status, err } = await run.ended;
  if (status !== 0) throw new Error(`the small year cannot be built: ${err}`);
  return { long: performance.now() - began, writing: performance.now() - wrote };
}
