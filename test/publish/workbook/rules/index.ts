/** The rules of a finished workbook: 1 to 18 are the UK Analysis Function's checklist for accessible spreadsheets as we read it, 19 to 22 what keeps the file whole and fit for print.
 *  Run over the bytes. Not here: what only a reader can judge, as whether a title says what the table holds. */
import { bookRules } from "./book.ts";
import { formRules } from "./form.ts";
import { open, type Parts, unzip } from "./read.ts";
import type { Rule } from "./rule.ts";
import { tableRules } from "./tables.ts";
import { wordRules } from "./words.ts";

export const rules: readonly Rule[] = [...tableRules, ...wordRules, ...bookRules, ...formRules].sort((one, other) => one.number - other.number);

/** What does not hold of a workbook, by rule; rules without a fault are left out. */
export function faultsOf(parts: Parts): { number: number; name: string; faults: string[] }[] {
  const book = open(parts);
  return rules.map(({ number, name, faults }) => ({ number, name, faults: faults(book) })).filter(({ faults }) => faults.length > 0);
}

export const faultsIn = (bytes: Uint8Array): ReturnType<typeof faultsOf> => faultsOf(unzip(bytes));
