/** A run's own account, kept in run.json from its beginning: whoever reads it while the run is at work, or after it was killed, finds `running` and the number of its process. */
import { hostname } from "node:os";
import { join } from "node:path";
import type { Run, RunYear } from "../../../schemas/run.ts";
import { systemCode, wordsOf } from "../../messages.ts";
import type { Disk } from "../../publish/disk.ts";
import { readVersions } from "../../read/index.ts";
import { gravestOf } from "../build/status.ts";
import { rounded } from "../report.ts";
import type { Words } from "../words/index.ts";
import { LATEST, latestRun, sweepRuns, writeRun } from "./file.ts";

export interface Keeper {
  /** A year has ended: its account goes into the run's. */
  year(year: RunYear): Promise<void>;
  /** The run has ended. */
  end(status: number, words: string): Promise<void>;
}

/** Begins the account of a run under `out`. Where it cannot be kept, `warn` hears why, once, and the run goes on. */
export async function keep(run: string, out: string, disk: Disk, words: Words, warn: (line: string) => void): Promise<Keeper> {
  const began = performance.now();
  const former = latestRun(out);
  const warnings = former !== null && wasKilled(former) ? [words.killedBefore(former.run, former.started, former.pid)] : [];
  warnings.forEach(warn);
  let now: Run = {
    run, command: process.argv.slice(2), program: readVersions()["nianjian"] ?? "", node: process.versions.node, host: hostname(), pid: process.pid,
    started: new Date().toISOString(), ended: null, duration_ms: null, outcome: "running", status: null, words: words.outcomes.running, error: null, warnings, years: [],
  };
  let kept = true;
  const write = async (changed: Partial<Run>): Promise<void> => {
    now = { ...now, ...changed };
    if (!kept) return;
    try {
      await writeRun(now, out, disk);
    } catch (thrown) {
      kept = false;
      warn(words.notKept(join(out, LATEST), systemCode(thrown) ?? wordsOf(thrown)));
    }
  };
  await write({});
  return {
    year: (year) => write({ years: [...now.years, year] }),
    async end(status, line) {
      const gravest = gravestOf(now.years);
      await write({ ended: new Date().toISOString(), duration_ms: rounded(performance.now() - began), status, words: line, outcome: gravest?.outcome ?? "not due", error: gravest?.error ?? null });
      if (kept) await sweepRuns(out, disk).catch(() => {}); // old accounts that stay harm nobody
    },
  };
}

/** It says that it is running, and this machine has no such process. */
function wasKilled({ outcome, host, pid }: Run): boolean {
  if (outcome !== "running" || host !== hostname()) return false;
  if (pid === process.pid) return true; // in a container every run may have the same number
  try {
    process.kill(pid, 0); // asks, and sends nothing
    return false;
  } catch (thrown) {
    return systemCode(thrown) === "ESRCH";
  }
}
