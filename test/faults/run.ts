/** make faults: the whole matrix, a line a case. ONLY=words plays the cases whose names hold them, KILLS=50 and SEED=… the kills, JOBS=2 how many at once. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { play } from "./case.ts";
import { all } from "./cases/index.ts";
import { kills, lengthOf } from "./kills.ts";
import { builtProgram, Warm } from "./program.ts";
import { Stage, template } from "./stage.ts";

const { ONLY = "", KILLS = "50", SEED = String(Date.now() % 1_000_000), JOBS = String(availableParallelism()) } = process.env;

const program = await builtProgram();
const warm = new Warm(program);
const of = await template(program, warm);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(clear()));

/** Unmounts what a case has mounted, where it was cut off, and removes all stages. */
function clear(): number {
  warm.close();
  const mounted = existsSync("/proc/mounts") ? readFileSync("/proc/mounts", "utf8").split("\n").map((line) => line.split(" ")[1] ?? "") : [];
  for (const path of mounted) if (path.startsWith(`${of.dir}/`)) execFileSync("umount", ["--lazy", path]);
  rmSync(of.dir, { recursive: true, force: true });
  return 1;
}

try {
  const measured = new Stage(of);
  const { long, writing } = await lengthOf(measured);
  measured.close();
  console.log(`SEED=${SEED} KILLS=${KILLS}: a run takes ${long.toFixed(0)} ms here, ${writing.toFixed(0)} of them from its first file on`);
  const cases = [...all, ...kills(Number(KILLS), Number(SEED), long, writing)].filter(({ name }) => name.includes(ONLY));
  let survived = 0;
  const skipped = new Map<string, number>();
  const line = (word: string, name: string, what: string) => console.log(`${word.padEnd(8)}  ${name.padEnd(42)}  ${what}`);
  const queue = [...cases];
  const worker = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
      const why = one.skip?.() ?? null;
      if (why !== null) {
        skipped.set(why, (skipped.get(why) ?? 0) + 1);
        line("skipped", one.name, why);
        continue;
      }
      try {
        line("survived", one.name, await play(one, of));
        survived++;
      } catch (thrown) {
        line("FAILED", one.name, thrown instanceof Error ? thrown.message : String(thrown));
      }
    }
  };
  await Promise.all(Array.from({ length: Number(JOBS) }, worker));
  const left = [...skipped].map(([why, count]) => `, ${count} skipped (${why})`).join("");
  const played = cases.length - [...skipped.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${survived} of ${played} survived${left}`);
  process.exitCode = survived === played && played > 0 ? 0 : 1;
} finally {
  clear();
}
