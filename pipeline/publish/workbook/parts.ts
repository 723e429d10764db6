/** A grid that is longer than a sheet goes on in further sheets; each says where it comes from and where it goes on. Not here: writing rows. */
import { sheetName, tableName } from "./clean.ts";
import { headRow, rangeOf, rowCount, type Formula, type Grid, type GridCell, type Line, type RowStream, type Sheet } from "./sheet.ts";

/** Rows of a sheet (Excel specifications and limits). */
const MAX_ROWS = 1_048_576;
/** Lines that a part has above its grid beside the sheet's own: from where, and whereto. */
const SIGNPOSTS = 2;

/** Each sheet as the sheets that hold it: itself, or its parts, under names of their own. `sheets` are all of the book that have grids; `limit` is the rows of a sheet. */
export function inParts(sheets: readonly Sheet[], limit = MAX_ROWS): Sheet[][] {
  const names = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const tables = new Set(sheets.flatMap(({ grid }) => (grid ? [grid.table.toLowerCase()] : [])));
  return sheets.map((sheet) => (sheet.grid && headRow(sheet) + rowCount(sheet.grid) > limit ? split(sheet, sheet.grid, limit, names, tables) : [sheet]));
}

function split(sheet: Sheet, grid: Grid, limit: number, names: Set<string>, tables: Set<string>): Sheet[] {
  // A chart of so many points is none, and its numbers would stand on several sheets.
  const undrawn = sheet.charts.map(({ title }): Line => ({ text: `${title}：数据分列数页，本簿不绘。`, style: "text" }));
  const room = limit - headRow(sheet) - undrawn.length - SIGNPOSTS;
  const count = rowCount(grid);
  const starts = Array.from({ length: Math.ceil(count / room) }, (_, part) => part * room);
  const titles = starts.map((start) => (start === 0 ? sheet.name : sheetName(sheet.name, names)));
  return starts.map((start, part): Sheet => {
    const end = Math.min(count, start + room);
    const here = `全表${count}行，本页列第${start + 1}至第${end}行`;
    const signposts = [
      ...(part > 0 ? [{ text: "上接", value: `${here}，续“${titles[part - 1]}”页。`, style: "link" as const, target: titles[part - 1]! }] : []),
      ...(end < count ? [{ text: "下接", value: `${here}，第${end + 1}行起见“${titles[part + 1]}”页。`, style: "link" as const, target: titles[part + 1]! }] : []),
    ];
    return { ...sheet, name: titles[part]!, lines: [...sheet.lines, ...undrawn, ...signposts], grid: rowsFrom(grid, start, end, part === 0 ? grid.table : tableName(grid.table, tables)), charts: [] };
  });
}

function rowsFrom(grid: Grid, start: number, end: number, table: string): Grid {
  const { stream, rows, rowDecimals } = grid;
  return {
    ...grid,
    table,
    rows: rows.slice(start, end),
    ...(stream && { stream: { count: end - start, rows: () => between(stream, start, end) } }),
    ...(rowDecimals && { rowDecimals: rowDecimals.slice(start, end) }),
  };
}

function* between(stream: RowStream, start: number, end: number): Generator<readonly GridCell[]> {
  let at = 0;
  for (const row of stream.rows()) {
    if (at >= end) return;
    if (at >= start) yield row;
    at++;
  }
}

/** How many rows a grid has, over all its parts; `result` is what we know it to be. */
export function rowsFormula(parts: readonly Sheet[], result: number): Formula | 0 {
  const ranges = parts.filter(({ grid }) => grid !== null).map((part) => `ROWS(${rangeOf(part, 0)})`);
  return ranges.length > 0 ? { formula: ranges.join("+"), result } : 0;
}

/** How often a text stands in a column, over all parts of its grid. */
export function countFormula(parts: readonly Sheet[], column: number, text: string, result: number): Formula | 0 {
  const ranges = parts.filter(({ grid }) => grid !== null).map((part) => `COUNTIF(${rangeOf(part, column)},"${text}")`);
  return ranges.length > 0 ? { formula: ranges.join("+"), result } : 0;
}
