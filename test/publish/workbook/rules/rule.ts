/** What a rule is. */
import type { Opened } from "./read.ts";

export interface Rule {
  /** its number in the checklist, as docs/workbook.md counts it */
  number: number;
  name: string;
  /** what does not hold, a line each; empty where all holds */
  faults: (book: Opened) => string[];
}
