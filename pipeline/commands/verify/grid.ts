/** Rows under heads, out of whatever file, with where each cell stands; and how two of them differ. Not here: reading files. */
import { cleanText } from "../../publish/workbook/clean.ts";
import { decoded } from "./xlsx.ts";

export type Value = string | number | null;

export interface Row {
  readonly cells: readonly Value[];
  /** where a cell stands in its file: 表2!E14, line 3 claimedShare */
  readonly at: (column: number) => string;
}

export interface Grid {
  /** the file's path, as it is printed */
  readonly file: string;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

/** So many differences of two files are told one by one: a row that went missing moves all after it. */
const TOLD = 8;

/** How `found` differs from what another file `says`, a line each: in the number of rows, and cell by cell in the columns of `says`, found by `columnOf` (−1 where there is none). */
export function differences(found: Grid, says: Grid, columnOf: (head: string, after: number) => number = (head) => found.heads.indexOf(head)): string[] {
  if (found.rows.length !== says.rows.length) return [`${found.file}: ${found.rows[0] === undefined ? "" : `${sheetOf(found.rows[0].at(0))}`}${found.rows.length} rows, but ${says.file} has ${says.rows.length}. ${AGAIN}`];
  const lines: string[] = [];
  let after = -1;
  for (const [column, head] of says.heads.entries()) {
    const at = columnOf(head, after);
    if (at < 0) {
      lines.push(`${found.file}: no column “${head}”, which ${says.file} has. ${AGAIN}`);
      continue;
    }
    after = at;
    for (const [n, row] of says.rows.entries()) {
      const one = found.rows[n]!;
      if (!isSame(one.cells[at] ?? null, row.cells[column] ?? null)) lines.push(`${found.file}: ${one.at(at)}: ${shown(one.cells[at] ?? null)}, but ${says.file} has ${shown(row.cells[column] ?? null)} (${row.at(column)}). ${AGAIN}`);
    }
  }
  return lines.length <= TOLD ? lines : [...lines.slice(0, TOLD), `${found.file}: ${lines.length - TOLD} more differences from ${says.file}`];
}

export const AGAIN = "Build the edition again.";

/** 表2!E14 → “表2!”: which sheet has other rows; nothing of a file that is one table. */
const sheetOf = (at: string): string => (at.includes("!") ? `${at.slice(0, at.indexOf("!"))}: ` : "");

/** A workbook shows … for what the text does not say and — for what a row cannot have, and holds text as a cell can. */
function isSame(found: Value, says: Value): boolean {
  if (found === says) return true;
  if (says === null || says === "") return found === null || found === "" || found === "…" || found === "—";
  if (found === null) return false;
  if (typeof found === "number" || typeof says === "number") return Number(found) === Number(says) && String(found).trim() !== "";
  return found === decoded(cleanText(says));
}

const shown = (value: Value): string => (value === null || value === "" ? "nothing" : typeof value === "number" ? String(value) : value.length > 40 ? `“${value.slice(0, 40)}…”` : `“${value}”`);
