/** Sheets → the workbook's shell, by exceljs: cells, styles, tables, print set-up; of a long grid, model rows in place of its own (models.ts). The only file that knows exceljs, loaded when first needed (0.8 s). Not here: links, charts, alt text (finish.ts). */
import type { Row, Workbook, Worksheet } from "exceljs";
import { cleanNumber, cleanText } from "./clean.ts";
import { modelRows } from "./models.ts";
import { chartRow, chartRows, decimalsOf, headRow, isLong, lastRow, LINE_HEIGHT, linesIn, rowHeight, shown, TALLEST, widthsOf, letterOf, ROW_HEIGHT, type Grid, type GridCell, type GridColumn, type Line, type Sheet } from "./sheet.ts";
import { bodyStyle, HEAD, LINE, LINE_SIZE, WRAPPED, type Look } from "./styles.ts";

/** What the file says of itself. `date` is YYYY-MM-DD: the only date in the file. */
export interface BookInfo {
  title: string;
  subject: string;
  creator: string;
  date: string;
  /** Printed in the foot of each page. */
  foot: string;
}

/** Excel's width units in a Chinese character of the body size, and the cell's margins. */
const UNITS = 2.15;
const MARGIN = 1.2;
/** Chinese characters across a page at full size, and how many may be pressed into it (8 and 7 points). */
const ACROSS = { portrait: 44, landscape: 66 } as const;
const PORTRAIT_LIMIT = 54;
/** With charts, which then stay with their table: 7.4 points. */
const CHARTED_LIMIT = 62;
const A4_LIMIT = 95;
/** What is wider than A4 holds goes on A3, over as many pages as keep it at 8 points. */
const A3_LIMIT = 122;
/** A page holds about this many points of rows at full size. */
const PAGE_HEIGHT = { portrait: 720, landscape: 480 } as const;
/** A3 to A4, in each direction. */
const A3_SCALE = Math.SQRT2;
/** A table and its charts that are so much too high for a page are pressed into it; a chart by itself on a page leaves two of them half empty. */
const PRESSED = 1.25;

export async function write(info: BookInfo, sheets: readonly Sheet[]): Promise<Uint8Array> {
  // Not the package's entry: that also loads what reads workbooks as streams, and with it a library that makes code from strings (docs/decisions.md).
  const { default: EmptyWorkbook } = await import("exceljs/lib/doc/workbook.js");
  const book = new EmptyWorkbook();
  describe(book, info);
  for (const sheet of sheets) addSheet(book, sheet, info);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function describe(book: Workbook, info: BookInfo): void {
  const date = new Date(`${info.date}T00:00:00Z`);
  Object.assign(book, { title: cleanText(info.title), subject: cleanText(info.subject), creator: cleanText(info.creator), lastModifiedBy: cleanText(info.creator), language: "zh-CN", created: date, modified: date });
  book.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: "visible" }];
}

function addSheet(book: Workbook, sheet: Sheet, info: BookInfo): void {
  const worksheet = book.addWorksheet(sheet.name, { properties: { defaultRowHeight: ROW_HEIGHT } });
  for (const [index, width] of widthsOf(sheet).entries()) worksheet.getColumn(index + 1).width = width * UNITS + MARGIN;
  for (const [index, line] of sheet.lines.entries()) addLine(worksheet, sheet, index + 1, line);
  if (sheet.grid) addGrid(worksheet, sheet, sheet.grid);
  setView(worksheet, sheet);
  setPrint(worksheet, sheet, info);
}

/** A line above a grid overflows to the right (it was broken to the grid's width); in a sheet of one column it wraps. No cells are merged. */
function addLine(worksheet: Worksheet, sheet: Sheet, at: number, line: Line): void {
  const widths = widthsOf(sheet);
  const size = LINE_SIZE[line.style] / LINE_SIZE.text;
  const isPair = line.value !== undefined;
  const isWrapped = widths.length === 1;
  const rows = isPair ? (sheet.isData ? 1 : linesIn(line.value!, widths[1]!)) : isWrapped ? linesIn(line.text, widths[0]! / size) : 1;
  const row = worksheet.getRow(at);
  row.height = Math.min(TALLEST, rows * LINE_HEIGHT * size + (line.style === "text" || line.style === "link" ? 1.5 : 6));
  const cell = row.getCell(1);
  cell.value = cleanText(line.text);
  cell.style = rows === 1 ? LINE[line.style] : WRAPPED[line.style];
  if (isPair) {
    row.getCell(2).value = cleanText(line.value!);
    row.getCell(2).style = sheet.isData ? LINE.text : WRAPPED.text;
  }
}

function addGrid(worksheet: Worksheet, sheet: Sheet, grid: Grid): void {
  const first = headRow(sheet);
  worksheet.addTable({
    name: grid.table,
    ref: `A${first}`,
    headerRow: true,
    style: { theme: "TableStyleLight1", showRowStripes: false },
    columns: grid.columns.map((column) => ({ name: column.title, filterButton: sheet.isData })),
    rows: isLong(grid) ? modelRows(grid).map(({ cells }) => cells.map(() => null)) : grid.rows.map((row, index) => row.map((cell, column) => valueOf(cell, `${sheet.name}!${letterOf(column)}${first + 1 + index}`))),
  });
  const head = worksheet.getRow(first);
  head.height = Math.max(...grid.columns.map((column) => linesIn(column.title, column.width - (sheet.isData ? 1.5 : 0)))) * LINE_HEIGHT + 6;
  for (const index of grid.columns.keys()) head.getCell(index + 1).style = HEAD[lookOf(grid.columns, index)];
  const rows = isLong(grid) ? modelRows(grid) : grid.rows.map((cells, index) => ({ cells, isLast: index === grid.rows.length - 1 }));
  for (const [index, { cells, isLast }] of rows.entries()) styleRow(worksheet.getRow(first + 1 + index), cells, isLong(grid) ? grid.columns : columnsOf(grid, index), isLast);
}

/** The columns as a row shows them. */
function columnsOf({ columns, rowDecimals }: Grid, row: number): GridColumn[] {
  return columns.map((column) => ({ ...column, decimals: column.decimals ?? (column.isNumber ? rowDecimals?.[row] ?? null : null) }));
}

function styleRow(row: Row, cells: readonly GridCell[], columns: readonly GridColumn[], isLast: boolean): void {
  let lines = 1;
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? null;
    row.getCell(index + 1).style = styleOf(cell, columns, index, isLast);
    lines = Math.max(lines, linesIn(shown(cell, column.decimals), column.width));
  }
  row.height = rowHeight(lines);
}

function lookOf(columns: readonly GridColumn[], index: number): "text" | "number" | "afterNumber" {
  if (columns[index]!.isNumber) return "number";
  return columns[index - 1]?.isNumber ? "afterNumber" : "text";
}

function styleOf(cell: GridCell, columns: readonly GridColumn[], index: number, isLast: boolean): Look {
  const number = typeof cell === "number" ? cell : cell !== null && typeof cell === "object" && "result" in cell ? cell.result : null;
  if (number !== null) return bodyStyle({ decimals: columns[index]!.decimals ?? decimalsOf(number) }, isLast);
  if (cell !== null && typeof cell === "object") return bodyStyle("link", isLast);
  const look = lookOf(columns, index);
  return bodyStyle(look === "number" ? "shorthand" : look, isLast);
}

/** What exceljs is given: clean text, a finite number, a formula without its `=`, or nothing. */
function valueOf(cell: GridCell, where: string): string | number | null | { formula: string; result: number } {
  if (cell === null) return null;
  if (typeof cell === "number") return cleanNumber(cell, where);
  if (typeof cell === "string") return cleanText(cell);
  return "text" in cell ? cleanText(cell.text) : { formula: cell.formula.replace(/^=/u, ""), result: cleanNumber(cell.result, where) };
}

function setView(worksheet: Worksheet, sheet: Sheet): void {
  const plain = { showGridLines: false, zoomScale: 100, activeCell: "A1" };
  worksheet.views = sheet.isData && sheet.grid ? [{ ...plain, state: "frozen", xSplit: 1, ySplit: headRow(sheet), topLeftCell: `B${headRow(sheet) + 1}` }] : [{ ...plain, state: "normal" }];
}

/** Portrait, landscape, or A3 over several pages: what keeps the print readable. Heads come again on each page. */
function setPrint(worksheet: Worksheet, sheet: Sheet, info: BookInfo): void {
  const width = sum(widthsOf(sheet));
  const isWide = width > A4_LIMIT;
  const orientation = width > (sheet.charts.length > 0 ? CHARTED_LIMIT : PORTRAIT_LIMIT) ? "landscape" : "portrait";
  const pagesAcross = isWide ? Math.ceil(width / A3_LIMIT) : 1;
  const paper = isWide ? A3_SCALE : 1;
  // What shrinks to the width holds more rows.
  const page = PAGE_HEIGHT[orientation] * paper * Math.max(1, width / pagesAcross / (ACROSS[orientation] * paper));
  const height = sheet.grid ? gridHeight(worksheet, sheet) : 0;
  const whole = height + chartsHeight(sheet);
  const isPressed = sheet.charts.length > 0 && whole > page && whole <= page * PRESSED;
  Object.assign(worksheet.pageSetup, {
    paperSize: isWide ? 8 : 9,
    orientation,
    fitToPage: true,
    fitToWidth: pagesAcross,
    fitToHeight: isPressed ? 1 : 0,
    horizontalCentered: false,
    margins: { left: 0.6, right: 0.6, top: 0.7, bottom: 0.75, header: 0.3, footer: 0.35 },
    ...(height > page && { printTitlesRow: `${headRow(sheet)}:${headRow(sheet)}` }),
    ...(pagesAcross > 1 && { printTitlesColumn: "A:A" }),
  });
  worksheet.headerFooter.oddFooter = `&L&9${escapeFoot(info.foot)}&C&9${escapeFoot(sheet.name)}&R&9第 &P 页，共 &N 页`;
  if (!isPressed) breakBeforeCharts(worksheet, sheet, page);
}

/** Points that the charts take, with the rows between them. */
function chartsHeight(sheet: Sheet): number {
  return sheet.charts.reduce((sum, chart) => sum + (chartRows(sheet, chart) + 1) * ROW_HEIGHT, 0);
}

/** Points of the rows up to the grid's end; of a long grid, whose rows are not here, at the least. */
function gridHeight(worksheet: Worksheet, sheet: Sheet): number {
  if (sheet.grid && isLong(sheet.grid)) return lastRow(sheet) * ROW_HEIGHT;
  let height = 0;
  for (let at = 1; at <= lastRow(sheet); at++) height += worksheet.getRow(at).height ?? ROW_HEIGHT;
  return height;
}

/** A chart that does not fit on the page on which it would begin starts a new one. */
function breakBeforeCharts(worksheet: Worksheet, sheet: Sheet, page: number): void {
  let used = gridHeight(worksheet, sheet) % page;
  for (const [index, chart] of sheet.charts.entries()) {
    const height = chartRows(sheet, chart) * ROW_HEIGHT;
    if (used + height > page) {
      worksheet.getRow(chartRow(sheet, index)).addPageBreak();
      used = 0;
    }
    used += height;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** & opens a code in a foot; a foot ends at 255 characters. A figure after a size code would be read as part of it. */
function escapeFoot(text: string): string {
  const bare = cleanText(text.slice(0, 60)).replace(/&/gu, "&&");
  return /^\d/u.test(bare) ? ` ${bare}` : bare;
}
