/** Native charts, kind by kind: what each figure becomes, and that the schema's order holds of it. */
import { describe, expect, test } from "vitest";
import { chartXml, nativeKind } from "../../../pipeline/publish/workbook/chart.ts";
import type { Grid, Sheet, SheetChart } from "../../../pipeline/publish/workbook/sheet.ts";
import { rules } from "./rules/index.ts";
import { all, first, parse, textOf } from "./rules/xml.ts";

const column = (title: string, isNumber: boolean) => ({ title, width: 8, isNumber, decimals: isNumber ? 1 : null });
const grid: Grid = { table: "表1_t", alt: "表", columns: [column("年份", false), column("甲", true), column("乙", true), column("乙（2013年起）", true)], rows: [["2011", 1, 4, null], ["2012", null, 5, null], ["2013", 3, 6, 6]] };
const draw = (rest: Partial<SheetChart>) => {
  const chart: SheetChart = { title: "图1 题", alt: "一段话", kind: "column", axes: { category: "年份", value: "单位：%" }, category: 0, values: [1, 2], ...rest };
  const sheet: Sheet = { name: "表1", lines: [{ text: "题", style: "title" }], grid, charts: [chart], isData: false };
  return parse(chartXml(sheet, grid, chart));
};
const order = rules.find(({ number }) => number === 20)!;

describe.each(["bar", "column", "line", "dot"] as const)("a figure of kind %s", (kind) => {
  const chart = draw({ kind });
  test("stands in the order of the schema", () => {
    const trees = new Map([["xl/charts/chart1.xml", chart]]);
    expect(order.faults({ parts: new Map(), trees, sheets: [], workbook: chart, core: chart })).toEqual([]);
  });
  test("has a title, a title an axis, and a face for Chinese in each run", () => {
    expect(all(chart, "c:title").map(textOf)).toEqual(["图1 题", "年份", "单位：%"]);
    expect(all(chart, "a:rPr").map((run) => first(run, "a:ea")?.attributes["typeface"])).toEqual(["微软雅黑", "微软雅黑", "微软雅黑"]);
  });
  test("keeps its values, and no point where there is none", () => {
    const [kept] = all(chart, "c:numCache");
    expect(all(kept, "c:pt").map((point) => [point.attributes["idx"], textOf(point)])).toEqual([["0", "1"], ["2", "3"]]);
  });
});

test("points are markers without a line, on a scale that need not begin at 0", () => {
  const dots = draw({ kind: "dot" });
  expect(all(first(dots, "c:ser"), "a:ln").map((line) => line.children.map(({ name }) => name))[0]).toEqual(["a:noFill"]);
  expect(all(dots, "c:min")).toEqual([]);
  expect(all(draw({ kind: "line" }), "c:min")).toHaveLength(1);
});

test("a line that breaks goes on as a series of its own, which the legend leaves out", () => {
  const line = draw({ kind: "line", pieces: [{ of: 2, row: 2, column: 3 }] });
  expect(all(line, "c:ser").map((series) => textOf(all(series, "c:f").at(-1)))).toEqual(["'表1'!$B$3:$B$5", "'表1'!$C$3:$C$4", "'表1'!$D$3:$D$5"]);
  expect(all(line, "c:legendEntry").map((entry) => first(entry, "c:idx")?.attributes["val"])).toEqual(["2"]);
});

test.each([
  // kind, names                            drawn as
  ["bar", ["甲"], "bar"],
  ["dot", ["甲省", "乙省"], "dot"],
  ["dot", ["一个名字很长的部门", "乙"], "bar"], // its name would stand askew below the axis
  ["dot", Array.from({ length: 13 }, () => "甲"), "bar"],
] as const)("a figure of kind %s over %j is drawn as %s", (kind, names, drawn) => expect(nativeKind(kind, names)).toBe(drawn));
