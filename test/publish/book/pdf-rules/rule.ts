/** What a rule is. */
import type { Opened } from "./read.ts";

export interface Rule {
  name: string;
  /** where the rule stands */
  clause: string;
  /** what does not hold, a line each; empty where all holds */
  faults: (pdf: Opened) => string[];
}
