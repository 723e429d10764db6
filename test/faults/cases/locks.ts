/** Two runs, or a run and a reader. */
import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { faultsOf } from "../../../pipeline/commands/verify.ts";
import { machine } from "../../../pipeline/publish/disk.ts";
import { place } from "../../../pipeline/publish/place.ts";
import { hold, type Scenario, settled } from "../case.ts";
import type { How } from "../program.ts";
import { treeOf, YEAR, type Stage } from "../stage.ts";

const HELD = { ends: [75], says: /another run is writing this edition\. Wait for it/u };
const DONE = { ends: [0] };

function shows(stage: Stage, wanted: "old" | "new"): void {
  const shown = stage.shown();
  if (shown !== wanted) throw new Error(`the ${shown} edition is shown, not the ${wanted} one`);
}

/** A run that waits in the midst of its writing while `meanwhile` happens. */
function whileHeld(does: "wait" | "block", meanwhile: (stage: Stage, holder: ReturnType<Stage["build"]>) => Promise<void>): Scenario["plays"] {
  return async (stage) => {
    const point = stage.point("create", { nth: 3, does });
    const holder = stage.build({ faults: [point.fault] });
    try {
      await point.reached(holder);
      await meanwhile(stage, holder);
      shows(stage, "old");
    } finally {
      point.go();
      holder.child.kill("SIGCONT");
    }
    hold(DONE, await holder.ended);
    shows(stage, "new");
    await settled(stage);
    return "75 for the second, 0 for the first, new";
  };
}

const secondIsHeld = async (stage: Stage) => hold(HELD, await stage.build().ended);

/** A run that is ended from without, then at once another. */
const killed = (how: How): Scenario["plays"] => async (stage) => {
  const { signal } = await stage.build(how).ended;
  if (signal !== "SIGKILL") throw new Error("it was not killed");
  shows(stage, "old");
  await settled(stage);
  return "SIGKILL, then 0 at once, new";
};

/** A program called flock in the place of flock(1). */
function withFlock(script: string, then: { ends: readonly number[]; says: RegExp }, shown: "old" | "new"): Scenario["plays"] {
  return async (stage) => {
    const bin = join(stage.dir, "bin");
    mkdirSync(bin);
    if (script !== "") writeFileSync(join(bin, "flock"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const ended = await stage.build({ env: { PATH: bin } }).ended;
    hold(then, ended);
    shows(stage, shown);
    await settled(stage);
    return `${ended.status}, ${shown}`;
  };
}

export const locks: readonly Scenario[] = [
  { name: "another run holds the edition", how: "a second run while the first writes", sees: "75 for the second, at once; 0 for the first", plays: whileHeld("wait", secondIsHeld) },
  { name: "a busy run holds the edition", how: "the first run's event loop stands still", sees: "75 for the second: nobody takes the lock from a run that is only busy", plays: whileHeld("block", secondIsHeld) },
  { name: "a stopped run holds the edition", how: "the first run was stopped (SIGSTOP)", sees: "75 for the second", plays: whileHeld("wait", async (stage, { child }) => { child.kill("SIGSTOP"); await secondIsHeld(stage); }) },
  { name: "a killed run held the edition", how: "kill -9 while it writes, then another run at once", sees: "0: the lock went with its process", plays: killed({ faults: [{ op: "create", nth: 5, does: "kill" }] }) },
  { name: "killed when the folder got its name", how: "kill -9 between the two renames: nobody was shown the folder", sees: "0: the folder is swept and written again", plays: killed({ faults: [{ op: "rename", nth: 2, does: "kill" }] }) },
  { name: "killed in the midst of a file", how: "kill -9 when half of the book is written", sees: "0: the half is swept", plays: killed({ faults: [{ op: "write", under: ".pdf", does: "kill" }] }) },
  {
    name: "the lock file is removed while held", how: "then another run makes and locks its own, and publishes", sees: "75 for the first, before it turns the link; 0 for the second", plays: async (stage) => {
      const point = stage.point("create", { nth: 3 });
      const first = stage.build({ faults: [point.fault] });
      await point.reached(first);
      rmSync(stage.lock);
      const second = await stage.build().ended;
      point.go();
      hold(DONE, second);
      hold({ ends: [75], says: /\.lock: this file was removed while the edition was made/u }, await first.ended);
      shows(stage, "new");
      await settled(stage);
      return "75 for the first, 0 for the second, new";
    },
  },
  {
    name: "two runs at once", how: "of one year, started together", sees: "0 for one, 75 for the other, or 0 for both where they meet after each other", plays: async (stage) => {
      const ends = await Promise.all([stage.build().ended, stage.build().ended]);
      for (const end of ends) hold({ ends: [0, 75] }, end);
      if (!ends.some(({ status }) => status === 0)) throw new Error("neither run published");
      shows(stage, "new");
      await settled(stage);
      return `${ends.map(({ status }) => status).sort().join(" and ")}, new`;
    },
  },
  {
    name: "two years at once", how: "into one folder, started together", sees: "0 for both", plays: async (stage) => {
      const other = stage.otherYear(YEAR - 1);
      const ends = await Promise.all([stage.build().ended, stage.build({}, YEAR - 1, other).ended]);
      for (const end of ends) hold(DONE, end);
      shows(stage, "new");
      const faults = faultsOf(join(stage.out, String(YEAR - 1)));
      if (faults.length > 0) throw new Error(`the other year: ${faults.join(" ")}`);
      await stage.next();
      stage.kept();
      return "0 and 0, new";
    },
  },
  {
    name: "build and verify at once", how: "verify, again and again, while the link is turned", sees: "0; `verify` says nothing, whichever edition it met", plays: async (stage) => {
      const point = stage.point("rename", { nth: 2 });
      const run = stage.build({ faults: [point.fault] });
      await point.reached(run);
      let ended = false;
      void run.ended.finally(() => { ended = true; });
      // oxlint-disable-next-line no-unmodified-loop-condition -- the promise above ends it
      for (let n = 0; !ended || n < 3; n++) {
        const faults = faultsOf(stage.link);
        if (faults.length > 0) throw new Error(`verify said: ${faults.join(" ")}`);
        if (n === 1) point.go();
        await new Promise((done) => setTimeout(done, 5));
      }
      hold(DONE, await run.ended);
      shows(stage, "new");
      await settled(stage);
      return "0, new; verify said nothing";
    },
  },
  {
    name: "a reader while the link is turned", how: "200 turns between two editions, read through the link all the time", sees: "each reading is of one edition, whole", plays: async (stage) => {
      const folder = (words: string) => [..."abcdefgh"].map((name) => ({ name: `data/${name}`, bytes: Buffer.from(words.repeat(5000)) }));
      let turning = true;
      let reads = 0;
      const out = join(stage.dir, "turned");
      const turn = async (words: string) => place(YEAR, () => Promise.resolve({ files: folder(words), draft: false, again: false }), out, machine);
      await turn("one ");
      const reader = (async () => {
        // oxlint-disable-next-line no-unmodified-loop-condition -- turned below, while this waits
        while (turning) {
          const real = realpathSync(join(out, String(YEAR)));
          const digests = new Set(Object.values(treeOf(real)));
          if (digests.size !== 1 || readFileSync(join(out, String(YEAR), "data", "a")).length !== 20_000) throw new Error("a reader saw a mixture");
          reads++;
          await new Promise((done) => setImmediate(done));
        }
      })();
      reader.catch(() => {});
      for (let n = 0; n < 100; n++) for (const words of ["two ", "one "]) await turn(words);
      turning = false;
      await reader;
      return `${reads} readings, none mixed`;
    },
  },
  { name: "no flock(1)", how: "it is not in PATH", sees: "0, and a warning that the run goes without a lock", plays: withFlock("", { ends: [0], says: /goes without a lock, for flock\(1\) is not installed\. See to it/u }, "new") },
  { name: "a disk without locks", how: "flock(1) says so (status 71)", sees: "0, and the same warning", plays: withFlock("echo 'no locks available' >&2; exit 71", { ends: [0], says: /goes without a lock, for this file system gives none \(no locks available\)/u }, "new") },
  { name: "flock(1) fails", how: "with a status of its own: nothing is written without a lock", sees: "73: nothing is written without a lock where there ought to be one", plays: withFlock("echo broken >&2; exit 3", { ends: [73], says: /flock\(1\) ended with status 3: broken/u }, "old") },
];

