/** One correction of a repair with the text that it is of. */
import type { Correction, RepairPlace } from "../../schemas/correction.ts";
import type { Restored } from "../../schemas/repair.ts";

export interface InHand {
  readonly raw: string;
  /** After the corrections before this one. */
  readonly restored: Restored;
  readonly place: RepairPlace;
  readonly correction: Correction;
  /** Where the correction stands, for messages. */
  readonly at: string;
}

/** What an edited repair gives as its reason; who edited it, and why, stands in the applied correction. */
export const BY_EDITOR = "编者订正";
