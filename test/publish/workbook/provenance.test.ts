/** How a table's row names its facts. */
import { expect, test } from "vitest";
import { groundsCell, runsOf } from "../../../pipeline/publish/workbook/provenance.ts";

test.each([
  [[4], "4"],
  [[4, 5], "4、5"],
  [[4, 5, 6], "4–6"],
  [[1, 3, 4, 5, 9, 10], "1、3–5、9、10"],
  [[], ""],
])("%j is printed as %s", (numbers, printed) => expect(runsOf(numbers).join("、")).toBe(printed));

test.each([
  [["c", "a", "b", "a"], { text: "7–9", target: "所据事实", row: 6 }], // in the order of their numbers, each once
  [[], "—"],
])("a row that rests on %j", (facts, cell) => {
  const numbers = new Map([["a", 7], ["b", 8], ["c", 9]]);
  expect(groundsCell({ numbers }, { cells: [], facts, status: "stated" })).toEqual(cell);
});
