/** The rows of a workbook's table as `verify` reads them, where it goes on in further sheets. */
import { expect, test } from "vitest";
import { sheetGrid } from "../../pipeline/commands/verify/edition.ts";
import type { ReadCell, ReadSheet } from "../../pipeline/commands/verify/xlsx.ts";

/** A sheet with a title, and a table of one column of numbers from A2 on; the last one is a formula. */
function sheet(name: string, numbers: readonly number[], table = true): ReadSheet {
  const cells = new Map<string, ReadCell>([["A1", { value: name, formula: null }], ["A2", { value: "数", formula: null }]]);
  for (const [n, value] of numbers.entries()) cells.set(`A${n + 3}`, { value, formula: n === numbers.length - 1 ? "1+1" : null });
  return { name, cells, table: table ? `A2:A${numbers.length + 2}` : null };
}

const book = { parts: new Map(), faults: [], sheets: [sheet("观测", [1, 2]), sheet("观测（2）", [3]), sheet("表1", [7]), sheet("观测（3）", [4, 5]), sheet("说明", [], false)] };

test.each([
  // sheet, values, where each stands, which are formulas
  ["观测", [1, 2, 3, 4, 5], ["观测!A3", "观测!A4", "观测（2）!A3", "观测（3）!A3", "观测（3）!A4"], [1, 2, 4]],
  ["表1", [7], ["表1!A3"], [0]],
])("%s is read to its last part", (name, values, places, formulas) => {
  const grid = sheetGrid("a.xlsx", book, name)!;
  expect(grid.rows.map(({ cells }) => cells[0])).toEqual(values);
  expect(grid.rows.map(({ at }) => at(0))).toEqual(places);
  expect(values.flatMap((_, row) => (grid.isFormula(row, 0) ? [row] : []))).toEqual(formulas);
});

test.each(["说明", "表2"])("%s has no table", (name) => expect(sheetGrid("a.xlsx", book, name)).toBeNull());
