/** The words of a figure: what is greatest and least in it. */
import { expect, test } from "vitest";
import { seriesInWords } from "../../pipeline/tabulate/alt.ts";
import type { SeriesPlot } from "../../pipeline/tabulate/draft.ts";
import type { Hedge, Table } from "../../schemas/table.ts";

const column = (key: string, type: "text" | "number") => ({ key, title: key === "calls" ? "来电" : "去电", titleEn: key, type, unit: null, decimals: null, width: 5, description: key });
const table = (cells: (string | number | null)[][]): Table => ({ id: "t", number: "1", title: "热线", titleEn: "Lines", unit: null, notes: [], source: "01", columns: [column("name", "text"), column("calls", "number"), column("out", "number")], rows: cells.map((row) => ({ cells: row, facts: [], status: "stated" as const })) });
const about: Hedge = { value: "calls", at: "甲市", qualifier: "about", high: null };
const words = (rows: (string | number | null)[][], more: Partial<SeriesPlot> = {}): string => seriesInWords("line", { category: "name", values: ["calls"], unit: "次", words: ["…"], ...more }, table(rows)).replace("折线图：…。", "");

test.each([
  // rows, the plot, what is said after the values
  ["three values", [["甲市", 9], ["乙市", 5], ["丙市", 7]], {}, "数值最大的是甲市（9次），最小的是乙市（5次）。"],
  ["hedged ones, as the text hedges them", [["甲市", 9], ["乙市", 5], ["丙市", 7]], { hedges: [about] }, "数值最大的是甲市（约9次），最小的是乙市（5次）。"],
  ["years", [["2011", 5], ["2012", 6], ["2013", 9]], {}, "数值最大的是2013年（9次），最小的是2011年（5次）。"],
  ["ranks", [["2011", 5], ["2012", 6], ["2013", 9]], { unit: "位" }, "位次最后的是2013年（9位），最前的是2011年（5位）。"],
  ["several series, by their names", [["甲市", 9, 1], ["乙市", 5, 2], ["丙市", 7, 3]], { values: ["calls", "out"] }, "来电最大的是甲市（9次），最小的是乙市（5次）；去电最大的是丙市（3次），最小的是甲市（1次）。"],
  ["two values: none", [["甲市", 9], ["乙市", 5], ["丙市", null]], {}, ""],
  ["equal values: none", [["甲市", 9], ["乙市", 9], ["丙市", 9]], {}, ""],
  ["values on both sides of a break: none", [["2011", 5], ["2012", 6], ["2013", 9]], { breaks: [{ value: "calls", at: "2013" }] }, ""],
] as const)("of %s", (_, rows, plot, said) => expect(words(rows as never, plot as Partial<SeriesPlot>)).toBe(said));
