import { describe, expect, test } from "vitest";
import { computedBy } from "../../../pipeline/tabulate/computed.ts";
import { formulaLine, formulaOf, namesIn } from "../../../pipeline/publish/workbook/formulas.ts";
import type { Computation } from "../../../schemas/computed.ts";
import type { Table } from "../../../schemas/table.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";

test.each<[Computation, string | null]>([
  [{ op: "sum", of: ["a", "b"], decimals: 6 }, "ROUND(A1+B1,6)"],
  [{ op: "change", of: "a", against: "b", decimals: null }, "A1-B1"],
  [{ op: "growth", of: "a", against: "b", decimals: 1 }, "ROUND((A1-B1)/B1*100,1)"],
  [{ op: "share", of: "a", whole: "b", decimals: 1 }, "ROUND(A1/B1*100,1)"],
  [{ op: "share", of: "a", whole: 31, decimals: 1 }, "ROUND(A1/31*100,1)"],
  [{ op: "count", of: "a" }, "A1"],
  [{ op: "change", of: "a", against: "elsewhere", decimals: 0 }, null],
])("%o is %s", (computation, formula) => expect(formulaOf(computation, (operand) => ({ a: "A1", b: "B1" })[operand] ?? null)).toBe(formula));

test("names are counted by the marks that part them", () => {
  expect(namesIn("A1", "、")).toBe('(LEN(A1)-LEN(SUBSTITUTE(A1,"、",""))+1)');
  expect(namesIn("A1", "; ")).toBe('((LEN(A1)-LEN(SUBSTITUTE(A1,"; ","")))/2+1)');
});

describe("a row says how its cells are computed", () => {
  const keys = ["name", "y2012", "y2013", "change"];
  const change: Computation = { op: "change", of: "y2013", against: "y2012", decimals: 0 };
  test.each<[string, (string | number | null)[], Computation, unknown]>([
    ["where its other cells give the number", ["甲", 5, 8, 3], change, change],
    ["and that it stays a constant where they do not", ["甲", 5, 8, 4], change, { op: "none", why: "各格算不出此数" }],
    ["and where they are not in the table", ["甲", 5, 8, 3], { ...change, against: "y2001" }, { op: "none", why: "所据的数不在本表" }],
  ])("%s", (_, cells, computation, computed) => expect(computedBy(keys, cells, [null, null, null, computation])).toEqual({ computed: [null, null, null, computed] }));
  test("and nothing where none is", () => expect(computedBy(keys, ["甲", 5, 8, null], [null, null, null, null])).toEqual({}));
});

test("the sheet says which columns are formulas, and what is none and why", () => {
  const table: Table = sampleEdition().tables[1]!;
  expect(formulaLine(table)).toBe("“所列占比（%）”是公式，由同行各格算出。");
  const open = { ...table, rows: table.rows.map((row, n) => (n === 0 ? row : { ...row, computed: [null, null, null, { op: "none" as const, why: "名单以“等”结尾" }, null, null] })) };
  expect(formulaLine(open)).toBe("“所列占比（%）”是公式，由同行各格算出；不作公式的：正在试点（名单以“等”结尾）。");
  expect(formulaLine(sampleEdition().tables[0]!)).toBeNull();
});
