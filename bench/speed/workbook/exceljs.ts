/** exceljs's streaming writer: styles set cell by cell, as its documentation shows it, or one style object for all cells of a column. A link is a formula with its text, for
 *  link objects beyond 65,530 are more than Excel takes. */
import ExcelJS from "exceljs";
import { type FactRow, factRows, HEADS, linkOf, TEXTS, WIDTHS } from "./facts.ts";

const font = () => ({ name: "微软雅黑", family: 2, charset: 134, size: 10.5, color: { argb: "FF1A1A1A" } });
const linkFont = () => ({ ...font(), underline: true, color: { argb: "FF0B57A4" } });
const left = () => ({ vertical: "middle" as const, horizontal: "left" as const, wrapText: true });
const right = () => ({ vertical: "middle" as const, horizontal: "right" as const });

/** How a column looks. */
type Kind = "text" | "integer" | "number" | "link";
const KINDS: readonly Kind[] = ["text", "text", "text", "integer", "integer", "text", "text", "text", "text", "number", "text", "link"];
const FORMATS = { integer: "#,##0", number: "#,##0.0" } as const;
const styleOf = (kind: Kind): Partial<ExcelJS.Style> => ({ font: kind === "link" ? linkFont() : font(), alignment: kind in FORMATS ? right() : left(), ...(kind in FORMATS && { numFmt: FORMATS[kind as keyof typeof FORMATS] }) });

const valuesOf = ({ texts, start, end, quote, certainty, timePeriod, indicator, value, unit }: FactRow): ExcelJS.CellValue[] => [...texts, start, end, quote, certainty, timePeriod, indicator, value, unit, { formula: linkOf(texts[2]), result: texts[2] }];

function dressed(row: ExcelJS.Row): void {
  for (const [index, kind] of KINDS.entries()) {
    const cell = row.getCell(index + 1);
    cell.font = kind === "link" ? linkFont() : font();
    cell.alignment = kind in FORMATS ? right() : left();
    if (kind === "integer" || kind === "number") cell.numFmt = FORMATS[kind];
  }
}

const SHARED = KINDS.map(styleOf);

function dressedAlike(row: ExcelJS.Row): void {
  for (const [index, style] of SHARED.entries()) row.getCell(index + 1).style = style;
}

const writer = (dress: (row: ExcelJS.Row) => void) => async (count: number, path: string): Promise<void> => {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true });
  const sheet = book.addWorksheet("事实");
  sheet.columns = HEADS.map((header, index) => ({ header, width: WIDTHS[index]! * 2.15 + 1.2 }));
  for (const fact of factRows(count)) {
    const row = sheet.addRow(valuesOf(fact));
    dress(row);
    row.commit();
  }
  sheet.commit();
  book.addWorksheet(TEXTS).commit();
  await book.commit();
};

export const writtenAsDocumented = writer(dressed);
export const writtenWithSharedStyles = writer(dressedAlike);
