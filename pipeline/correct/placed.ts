/** A correction and where it stands in its file, for messages: `corrections.yaml:31`. */
import type { Correction } from "../../schemas/correction.ts";

export interface Placed {
  readonly correction: Correction;
  readonly at: string;
}
