/** run.json on the disk: OUT/run.json and OUT/.runs/RUN.json, each written beside and renamed, so that a monitor never reads half of one. Not here: what a run says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Run } from "../../../schemas/run.ts";
import type { Disk } from "../../publish/disk.ts";

/** The latest run of a folder of editions, as a monitor reads it. */
export const LATEST = "run.json";
const RUNS = ".runs";
/** Runs that are kept: of a run a night, three weeks. */
const KEPT = 20;

/** Throws what the disk throws. */
export async function writeRun(run: Run, out: string, disk: Disk): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(run, null, 2)}\n`, "utf8");
  for (const [dir, name] of [[join(out, RUNS), `${run.run}.json`], [out, LATEST]] as const) {
    const beside = join(out, RUNS, `${run.run}.${name}.part`);
    try {
      await disk.write(beside, bytes);
      await disk.rename(beside, join(dir, name));
    } catch (thrown) {
      await disk.remove(beside).catch(() => {}); // what stopped the writing is what matters
      throw thrown;
    }
    await disk.settle(dir);
  }
}

/** The run that was told last in a folder of editions; null where there is none that can be read. */
export function latestRun(out: string): Run | null {
  try {
    return Run.parse(JSON.parse(readFileSync(join(out, LATEST), "utf8")));
  } catch {
    return null; // a file of another version, or none: a run hangs on none of its forerunners
  }
}

/** Removes all runs but the latest; ids begin with their time, so names are in its order. */
export async function sweepRuns(out: string, disk: Disk): Promise<void> {
  const names = await disk.names(join(out, RUNS));
  for (const name of names.slice(0, -KEPT)) await disk.remove(join(out, RUNS, name));
}
