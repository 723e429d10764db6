/** Blocks of inputs, taken one after another in a process of their own (see run.ts): what became of them is sent to the parent. */
import fc from "fast-check";
import { input } from "./generators.ts";
import { take } from "./laws.ts";
import { BLOCK, inputsOf, shown } from "./inputs.ts";

/** What the parent is told. */
type Word =
  | { readonly what: "taking"; readonly input: number }
  | { readonly what: "failure"; readonly seed: number; readonly words: string }
  | { readonly what: "block"; readonly block: number; readonly tally: Record<string, number>; readonly slowest: { readonly seconds: number; readonly words: string } };
/** `at`: processor seconds that the process had used when it said so. */
export type Told = Word & { readonly at: number };

/** Processor seconds that reading, restoring and extracting one text may take; a whole edition with its files may take more. */
const LIMIT = { facts: 1, edition: 3, files: 10 };

const tell = (word: Word) => process.send?.({ ...word, at: (process.cpuUsage().user + process.cpuUsage().system) / 1e6 });

async function takeBlock(seed: number, block: number, count: number): Promise<void> {
  const tally: Record<string, number> = {};
  let slowest = { seconds: 0, words: "" };
  for (const [i, one] of inputsOf(seed).slice(0, count).entries()) {
    const name = one.kind === "text" ? `text, ${one.depth}` : one.kind;
    tell({ what: "taking", input: i });
    const before = process.cpuUsage();
    let fate: string;
    try {
      fate = await take(one);
    } catch (thrown) {
      fate = "FAILED";
      tell({ what: "failure", seed, words: `input ${i}, ${name}: ${String(thrown instanceof Error ? thrown.stack?.split("\n").slice(0, 4).join(" | ") : thrown).slice(0, 800)}; the least that fails: ${await least(seed, i)}` });
    }
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    const words = `${name}, ${one.bytes.length} bytes, SEED=${seed}, input ${i}`;
    if (fate !== "FAILED" && one.kind === "text" && one.depth === "facts" && seconds > slowest.seconds) slowest = { seconds, words };
    if (fate !== "FAILED" && seconds > LIMIT[one.kind === "text" ? one.depth : "edition"]) tell({ what: "failure", seed, words: `${words}: ${seconds.toFixed(2)} s of processor time: ${shown(one)}` });
    const key = `${name}: ${fate}`;
    tally[key] = (tally[key] ?? 0) + 1;
  }
  tell({ what: "block", block, tally, slowest });
}

/** The input that failed, as short as fast-check can make it in a while. */
async function least(seed: number, at: number): Promise<string> {
  const found = await fc.check(fc.asyncProperty(input, async (one) => { await take(one); tell({ what: "taking", input: at }); }), { seed, path: String(at), numRuns: 1, interruptAfterTimeLimit: 30_000 });
  return found.counterexample === null ? "not found again" : shown(found.counterexample[0]);
}

if (process.send) {
  const [seed, first, runs] = process.argv.slice(2).map(Number) as [number, number, number];
  // what is loaded and compiled once is not the first input's
  for (const depth of ["facts", "edition", "files"] as const) await take({ kind: "text", bytes: Buffer.from("一.进展\n各市覆盖率达到80.其中北京增长8.1."), depth });
  for (let block = first; block * BLOCK < runs; block++) await takeBlock(seed + block, block, Math.min(BLOCK, runs - block * BLOCK));
  process.disconnect();
}
