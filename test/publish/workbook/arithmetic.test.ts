/** The arithmetic of findings on a sheet so long that its rows are made one by one. */
import { expect, test } from "vitest";
import { arithmeticColumns, withArithmetic } from "../../../pipeline/publish/workbook/arithmetic.ts";
import { factSheets } from "../../../pipeline/publish/workbook/facts.ts";
import { type Grid, type GridCell, rowsOf, type Sheet } from "../../../pipeline/publish/workbook/sheet.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";

const edition = sampleEdition();
const sheets = factSheets(edition);
const named = (name: string): Sheet => sheets.find((sheet) => sheet.name === name)!;
const rows = edition.findings.map((): GridCell[] => arithmeticColumns.map(() => null));
const filled = (grid: Pick<Grid, "rows" | "stream">): (readonly GridCell[])[] => {
  const sheet = { ...named("核对"), grid: { ...named("核对").grid!, ...grid } };
  return [...rowsOf(withArithmetic([sheet], edition, { facts: [named("事实")], observations: [named("观测")], earlier: null })[0]!.grid!)];
};

test("is the same whether the rows stand together or are made when asked for", () => {
  const together = filled({ rows });
  expect(together.flat().some((cell) => cell !== null && typeof cell === "object" && "formula" in cell)).toBe(true);
  expect(filled({ rows: [], stream: { count: rows.length, rows: () => rows } })).toEqual(together);
});
