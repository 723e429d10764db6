/** Whether what was written may be shown: it is what was made, and what it was made from is still there as it was. */
import { EXIT, UserError } from "../../messages.ts";
import { statesOf, refuseChanged } from "./states.ts";
import type { Reporter } from "../report.ts";

export interface Acceptance {
  /** Throws UserError 75 where the texts changed since they were to be read. */
  unchanged(): void;
  /** Looks at an edition's folder: throws UserError 1 where that does not hold what was made, 75 where the texts changed meanwhile. */
  accept(dir: string, report: Pick<Reporter, "step">): Promise<void>;
}

/** To be asked for before anything is read. */
export function acceptance(year: number, sources: string | undefined): Acceptance {
  const before = statesOf(year, sources);
  const unchanged = () => refuseChanged(before, statesOf(year, sources));
  return {
    unchanged,
    async accept(dir, report) {
      report.step("verify");
      const { faultsOf, toldOf } = await import("../verify.ts");
      refuseFaults(toldOf(faultsOf(dir), dir), dir);
      unchanged();
    },
  };
}

/** The files are named as they are called in an edition: this folder goes. */
function refuseFaults(faults: readonly string[], dir: string): void {
  if (faults.length === 0) return;
  throw new UserError(EXIT.invalid, [...faults.map((fault) => fault.replace(`${dir}/`, "")), "These files are not what was made, so nothing was published. Build again; where that does not help, this is a fault of the disk or of the program."].join("\n"));
}
