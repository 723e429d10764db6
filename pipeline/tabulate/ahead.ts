/** Figures that were expected or aimed at, not counted: which words say so, and the note that a table owes its reader. */
import type { Fact } from "../../schemas/fact.ts";
import type { TableRow } from "../../schemas/table.ts";

const EXPECTED = /预计|预测|预期/u;
const AIMED = /力争|目标/u;

/** Whether the words of a figure say that it was expected or aimed at. */
export const isAhead = (text: string): boolean => EXPECTED.test(text) || AIMED.test(text);

/** Rows that rest on such figures, by the names in their first cells, as one note; none where there are none. `factOf` finds a fact by the id that the table names it by. */
export function aheadNotes(rows: readonly TableRow[], factOf: (id: string) => Fact | undefined): string[] {
  const named = (words: RegExp) => [...new Set(rows.filter(({ facts }) => facts.some((id) => isFigure(factOf(id), words))).map(({ cells }) => `“${cells[0] ?? "…"}”`))];
  const notes = [[named(EXPECTED), "为预计数"], [named(AIMED), "为目标数"]] as const;
  const told = notes.flatMap(([names, words]) => (names.length > 0 ? [`${names.join("")}${words}`] : []));
  return told.length > 0 ? [`${told.join("；")}，非实际数。`] : [];
}

const isFigure = (fact: Fact | undefined, words: RegExp): boolean => fact?.kind === "observation" && words.test(fact.text);
