/** One status for several years. */
import type { RunOutcome, RunYear } from "../../../schemas/run.ts";
import { EXIT } from "../../messages.ts";

/** From the least grave to the gravest: what passes by itself, what waits for texts, what an editor mends, what the keeper of the machine mends, what only a programmer mends. */
const GRAVITY: readonly number[] = [EXIT.done, EXIT.held, EXIT.notDue, EXIT.noInput, EXIT.badData, EXIT.invalid, EXIT.cannotWrite, EXIT.fault];

type Ended = Pick<RunYear, "outcome" | "status" | "error">;

/** The year that speaks for all: that of the gravest status; of those that are done, one that was published. Null where there is none. */
export function gravestOf<Y extends Ended>(years: readonly Y[]): Y | null {
  const gravity = ({ status, outcome }: Ended) => GRAVITY.indexOf(status ?? EXIT.fault) + (outcome === "published" ? 0.5 : 0);
  return years.toSorted((one, other) => gravity(other) - gravity(one))[0] ?? null;
}

/** What a status that was thrown says of a year. */
export function outcomeOf(status: number): RunOutcome {
  return status === EXIT.notDue ? "not due" : status === EXIT.held ? "held" : "failed";
}
