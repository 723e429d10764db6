/** A sheet as data: lines above, a grid, charts below; and where its cells come to stand. Not here: exceljs, XML. Widths are in Chinese characters. */

/** A line of text above the grid, in column A, with an optional second cell. `target` names the sheet that the text links to; `cell` or `row` as in a Link. */
export interface Line {
  text: string;
  value?: string;
  style: "display" | "title" | "head" | "text" | "link";
  target?: string;
  cell?: string;
  row?: number;
}

export interface Formula {
  formula: string;
  result: number;
}

/** Text that links to another sheet of the same book: to a cell, or to a row of its grid, counted from 0, which `inParts` turns into a cell; A1 where neither is said. */
export interface Link {
  text: string;
  target: string;
  cell?: string;
  row?: number;
}

export type GridCell = string | number | null | Formula | Link;

export interface GridColumn {
  title: string;
  width: number;
  isNumber: boolean;
  /** Decimals shown; null for as many as the value has. */
  decimals: number | null;
}

/** Rows that are made when they are asked for, the same ones each time. */
export interface RowStream {
  count: number;
  rows: () => Iterable<readonly GridCell[]>;
}

/** A table object: heads and at least one row. */
export interface Grid {
  table: string;
  alt: string;
  columns: GridColumn[];
  /** Its rows; none where `stream` makes them. */
  rows: GridCell[][];
  /** The rows of a long data sheet, which never stand in memory together. Such a grid has no charts. */
  stream?: RowStream;
  /** Decimals of a row's numbers, where it is a series and its columns have none of their own; one for each row. */
  rowDecimals?: (number | null)[];
}

/** A native chart of columns of the sheet's grid. */
export interface SheetChart {
  title: string;
  alt: string;
  kind: "bar" | "column" | "line" | "dot";
  /** Titles of the axes: what the names are, what the numbers are and in which unit. */
  axes: { category: string; value: string };
  category: number;
  values: number[];
  /** Lines that go on after a break, since what comes before cannot be compared: the column cut, the row where it goes on, and the column that holds the rest. */
  pieces?: { of: number; row: number; column: number }[];
  /** Ranks: the first place on top. */
  isReversed?: boolean;
}

export interface Sheet {
  name: string;
  lines: Line[];
  /** Widths of the columns of a sheet without a grid. */
  widths?: number[];
  grid: Grid | null;
  charts: SheetChart[];
  /** A data sheet: head and first column stay in sight, filters. */
  isData: boolean;
}

/** Above so many rows a grid is written by us and not by exceljs, which keeps an object for every cell. */
export const LONG = 5000;

export function rowCount(grid: Grid): number {
  return grid.stream?.count ?? grid.rows.length;
}

export function rowsOf(grid: Grid): Iterable<readonly GridCell[]> {
  return grid.stream?.rows() ?? grid.rows;
}

/** What `by` makes of each thing, one after another: long rows never stand in memory together. */
export function* mapped<T, U>(things: Iterable<T>, by: (thing: T, index: number) => U): Generator<U> {
  let index = 0;
  for (const thing of things) yield by(thing, index++);
}

export function isLong(grid: Grid): boolean {
  return grid.stream !== undefined || grid.rows.length > LONG;
}

/** Row of the heads, 1-based: straight below the lines. */
export function headRow(sheet: Sheet): number {
  return sheet.lines.length + 1;
}

/** Last row of the grid. */
export function lastRow(sheet: Sheet): number {
  return headRow(sheet) + (sheet.grid ? rowCount(sheet.grid) : 0);
}

/** Points of a row that nothing was set for: what charts stand on. */
export const ROW_HEIGHT = 17;

/** Rows that a chart takes: horizontal bars grow with their number. */
export function chartRows(sheet: Sheet, chart: SheetChart): number {
  if (chart.kind !== "bar") return 17;
  const bars = (sheet.grid ? rowCount(sheet.grid) : 0) * (chart.values.length + 0.7);
  return Math.min(38, Math.max(12, Math.ceil(6 + bars * 1.05)));
}

/** 0-based row at which a chart begins: a row below the grid, or below the chart before. */
export function chartRow(sheet: Sheet, index: number): number {
  return lastRow(sheet) + 1 + sheet.charts.slice(0, index).reduce((rows, chart) => rows + chartRows(sheet, chart) + 1, 0);
}

/** `'表1'!$B$9:$B$11`: the cells of one column of the grid, heads left out; the first rows of it where so many are asked for. */
export function rangeOf(sheet: Sheet, column: number, rows = sheet.grid ? rowCount(sheet.grid) : 0): string {
  const letter = letterOf(column);
  return `'${sheet.name}'!$${letter}$${headRow(sheet) + 1}:$${letter}$${headRow(sheet) + rows}`;
}

/** `'表1'!A1`: where a link to a sheet, or to a cell of it, leads. */
export function locationOf(target: string, cell = "A1"): string {
  return `'${target}'!${cell}`;
}

/** 0 → A, 26 → AA. */
export function letterOf(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26);
}

export function widthsOf(sheet: Sheet): number[] {
  return sheet.grid?.columns.map((column) => column.width) ?? sheet.widths ?? [45];
}

/** Decimals a number has, six at most. */
export function decimalsOf(value: number): number {
  return Math.min(6, (/\.(\d+)/u.exec(String(Number(value.toFixed(6))))?.[1] ?? "").length);
}

/** `#,##0.0`: thousands marks and a fixed number of decimals. */
export function numberFormat(decimals: number): string {
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

/** A cell as it is read, for widths and heights. */
export function shown(cell: GridCell, decimals: number | null): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (typeof cell === "object" && "text" in cell) return cell.text;
  const value = typeof cell === "number" ? cell : cell.result;
  return value.toLocaleString("en-US", { minimumFractionDigits: decimals ?? decimalsOf(value), maximumFractionDigits: decimals ?? decimalsOf(value) });
}

/** Width of text in Chinese characters: Latin letters and digits count a little over a half, as Microsoft YaHei draws them. */
export function measure(text: string): number {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! >= 0x2000 ? 1 : 0.58;
  return width;
}

/** Excel's columns come out about a fifth wider than asked, in Chinese characters of the body size; half of that is counted on. */
const SLACK = 1.1;

/** Marks that may not begin a line (CLREQ, prohibition rules for line start), and what stays whole: a number, a word, a reference to a note. */
const UNBREAKABLE = /\[注\d+\]|[\p{Script=Latin}\d][\p{Script=Latin}\d.,:%‰_–-]*|[\s\S]/gu;
const NO_START = /^[\s，。、；：？！）》」』〉】〕”’…—％%]/u;
/** Marks that may not end a line (prohibition rules for line end). */
const NO_END = /[（《「『〈【〔“‘]$/u;

/** Text as lines that fit the width, for cells above a grid: they are not merged, so each line is a cell of its own. Joined, they are the text. */
export function brokenAt(text: string, width: number): string[] {
  const lines: string[] = [""];
  for (const piece of text.match(UNBREAKABLE) ?? []) {
    const line = lines.at(-1)!;
    if (line === "" || NO_START.test(piece) || measure(line + piece) <= width * SLACK) {
      lines[lines.length - 1] = line + piece;
      continue;
    }
    const opening = NO_END.exec(line)?.[0] ?? "";
    lines[lines.length - 1] = line.slice(0, line.length - opening.length);
    lines.push(opening + piece);
  }
  return lines;
}

/** Lines that text takes in a column of this width. */
export function linesIn(text: string, width: number): number {
  // No character is wider than 1, so most cells need no measuring.
  if (text.length <= width * SLACK && !text.includes("\n")) return 1;
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(measure(line) / (width * SLACK))), 0);
}

/** Points a line of the body size takes; Excel's tallest row. */
export const LINE_HEIGHT = 16.5;
export const TALLEST = 409;

/** Points of a grid's row whose highest cell has so many lines. */
export function rowHeight(lines: number): number {
  return Math.min(TALLEST, lines * LINE_HEIGHT + 3);
}
