/** Computations → formulas over a book's cells, each with the number that we know. Excel 2007's functions only, without `=`. Not here: which cells are computed (tabulate, check). */
import { operandsOf, type Computation } from "../../../schemas/computed.ts";
import type { Table } from "../../../schemas/table.ts";
import { cleanText } from "./clean.ts";
import { headRow, letterOf, rangeOf, type Formula, type GridCell, type Sheet } from "./sheet.ts";

/** The formula of a computation; null where an operand has no cell. `termOf` gives the term that stands for an operand: a cell, or a count of names. It rounds where the computation does. */
export function formulaOf(computation: Computation, termOf: (operand: string) => string | null): string | null {
  const terms = operandsOf(computation).map(termOf);
  if (!terms.every((term) => term !== null)) return null;
  const [first = "", second = ""] = terms;
  switch (computation.op) {
    case "sum": return rounded(terms.join("+"), computation.decimals);
    case "change": return rounded(`${first}-${second}`, computation.decimals);
    case "growth": return rounded(`(${first}-${second})/${second}*100`, computation.decimals);
    case "share": return rounded(`${first}/${typeof computation.whole === "number" ? computation.whole : second}*100`, computation.decimals);
    case "count": return first;
  }
}

const rounded = (terms: string, decimals: number | null): string => (decimals === null ? terms : `ROUND(${terms},${decimals})`);

/** How many names a cell lists: the marks that part them, and one. In brackets, to stand in any term. */
export function namesIn(cell: string, partedBy: string): string {
  const left = `LEN(${cell})-LEN(SUBSTITUTE(${cell},"${partedBy}",""))`;
  return partedBy.length === 1 ? `(${left}+1)` : `((${left})/${partedBy.length}+1)`;
}

/** How many rows of a data sheet hold all of these: a word, or a comparison (">=0.9"), in a column of its grid. */
export function countIfs(sheet: Sheet, wanted: readonly (readonly [column: number, word: string])[]): string {
  return `COUNTIFS(${wanted.map(([column, word]) => `${rangeOf(sheet, column)},"${word}"`).join(",")})`;
}

/** A table's sheet with formulas where its rows are computed; the first columns of the grid are the table's. What its own cells do not give stays the number it is. */
export function withFormulas(sheet: Sheet, table: Table): Sheet {
  if (sheet.grid === null) return sheet;
  const rows = sheet.grid.rows.map((cells, row) => cells.map((cell, column) => computedCell(cell, table, row, column, sheet)));
  return { ...sheet, grid: { ...sheet.grid, rows } };
}

function computedCell(cell: GridCell, { columns, rows }: Table, row: number, column: number, sheet: Sheet): GridCell {
  const computed = rows[row]?.computed?.[column] ?? null;
  if (computed === null || computed.op === "none" || typeof cell !== "number") return cell;
  const formula = formulaOf(computed, (key) => {
    const at = columns.findIndex((one) => one.key === key);
    const operand = rows[row]!.cells[at] ?? null;
    const ref = `${letterOf(at)}${headRow(sheet) + 1 + row}`;
    if (typeof operand === "number") return ref;
    return operand === null || cleanText(operand) !== operand ? null : namesIn(ref, "、"); // a list that was cut has fewer names
  });
  return formula === null ? cell : { formula, result: cell } satisfies Formula;
}

/** What a table's sheet says of its formulas: which columns have them, and where a number stands without one, or none stands, and why. Null where nothing is computed. */
export function formulaLine({ columns, rows }: Table): string | null {
  const computed = rows.flatMap((row) => (row.computed ?? []).flatMap((one, column) => (one === null ? [] : [{ one, column, name: String(row.cells[0] ?? "") }])));
  const titles = columns.filter((_, column) => computed.some((cell) => cell.column === column && cell.one.op !== "none")).map(({ title }) => `“${title}”`);
  if (titles.length === 0) return null;
  const names = new Map<string, Set<string>>();
  for (const { one, name } of computed) if (one.op === "none") names.set(one.why, (names.get(one.why) ?? new Set()).add(name.replace(/^#/u, "")));
  const left = [...names].map(([why, of]) => `${[...of].join("、")}（${why}）`);
  return `${titles.join("")}是公式，由同行各格算出${left.length > 0 ? `；不作公式的：${left.join("；")}` : ""}。`;
}
