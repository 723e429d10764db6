/** Our workbook of facts: exceljs's shell, our rows, the guards, heights, table object, print set-up. */
import { writeFileSync } from "node:fs";
import { write } from "../../../pipeline/publish/workbook/book.ts";
import { finish } from "../../../pipeline/publish/workbook/finish.ts";
import type { GridCell, Sheet } from "../../../pipeline/publish/workbook/sheet.ts";
import { type FactRow, factRows, HEADS, TEXTS, WIDTHS } from "./facts.ts";

const NUMBERS = new Set<string>(["起", "止", "数值"]);

function* cellRows(count: number): Generator<GridCell[]> {
  for (const fact of factRows(count)) yield cellsOf(fact);
}

const cellsOf = ({ texts, start, end, quote, certainty, timePeriod, indicator, value, unit }: FactRow): GridCell[] => [...texts, start, end, quote, certainty, timePeriod, indicator, value, unit, { text: texts[2], target: TEXTS }];

/** The workbook's sheets: the facts, and the one that their links lead to. */
export function sheetsOf(count: number): Sheet[] {
  const columns = HEADS.map((title, index) => ({ title, width: WIDTHS[index]!, isNumber: NUMBERS.has(title), decimals: title === "数值" ? 1 : NUMBERS.has(title) ? 0 : null }));
  return [
    { name: "事实", lines: [{ text: "事实", style: "title" }], grid: { table: "事实表", alt: "事实", columns, rows: [], stream: { count, rows: () => cellRows(count) } }, charts: [], isData: true },
    { name: TEXTS, lines: [{ text: TEXTS, style: "title" }], grid: null, charts: [], isData: false },
  ];
}

export async function writtenByUs(count: number, path: string): Promise<void> {
  const sheets = sheetsOf(count);
  const shell = await write({ title: "数据册", subject: "Facts", creator: "编写组", date: "2014-06-30", foot: "数据册" }, sheets);
  writeFileSync(path, await finish(shell, sheets));
}
