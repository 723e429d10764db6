/** A grid that is longer than a sheet goes on in further sheets; each says where it comes from and where it goes on. Not here: writing rows. */
import { sheetName, tableName } from "./clean.ts";
import { headRow, letterOf, mapped, rangeOf, rowCount, type Formula, type Grid, type GridCell, type Line, type Link, type RowStream, type Sheet } from "./sheet.ts";

/** Rows of a sheet (Excel specifications and limits). */
export const MAX_ROWS = 1_048_576;
/** Lines that a part has above its grid beside the sheet's own: from where, and whereto. */
const SIGNPOSTS = 2;

/** The sheets that hold one grid, in its order: one, or its parts. */
export type SheetParts = readonly Sheet[];

/** Each sheet as the sheets that hold it: itself, or its parts, under names of their own; links to rows lead to the cells where these came to stand. `sheets` are all of the book that have grids or are linked to by row; `limit` is the rows of a sheet. */
export function inParts(sheets: readonly Sheet[], limit = MAX_ROWS): Sheet[][] {
  const names = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const tables = new Set(sheets.flatMap(({ grid }) => (grid ? [grid.table.toLowerCase()] : [])));
  const all = sheets.map((sheet) => (sheet.grid && headRow(sheet) + rowCount(sheet.grid) > limit ? split(sheet, sheet.grid, limit, names, tables) : [sheet]));
  const byName = new Map(sheets.map(({ name }, index) => [name, all[index]!]));
  return all.map((parts) => parts.map((sheet) => ({ ...sheet, lines: sheet.lines.map((line) => placed(line, byName)), grid: sheet.grid && withPlaces(sheet.grid, byName) })));
}

function withPlaces(grid: Grid, byName: ReadonlyMap<string, SheetParts>): Grid {
  const { rows, stream } = grid;
  const ofRow = (row: readonly GridCell[]): GridCell[] => row.map((cell) => (cell !== null && typeof cell === "object" && "target" in cell ? placed(cell, byName) : cell));
  return { ...grid, rows: rows.map(ofRow), ...(stream && { stream: { count: stream.count, rows: () => mapped(stream.rows(), ofRow) } }) };
}

/** A link with its cell. Throws where it leads to a row that is not there. */
function placed<L extends Link | Line>(link: L, byName: ReadonlyMap<string, SheetParts>): L {
  if (link.target === undefined || link.row === undefined) return link;
  const { row: wanted, ...rest } = link;
  const parts = byName.get(link.target);
  if (parts === undefined) throw new Error(`${link.target}: a link leads to row ${wanted} of this sheet, which the book lacks.`);
  return { ...rest, ...rowIn(parts, wanted) } as L;
}

/** Where a link to a row of the grid leads, counted from 0 over all parts. */
export function rowIn(parts: SheetParts, wanted: number): { target: string; cell: string } {
  const { sheet, row } = placeIn(parts, wanted);
  return { target: sheet.name, cell: `A${row}` };
}

/** The sheet that holds a row of the grid, counted from 0 over all parts, and the number of that row on it. Throws where the grid is shorter. */
function placeIn(parts: SheetParts, row: number): { sheet: Sheet; row: number } {
  let before = 0;
  for (const sheet of parts) {
    const count = sheet.grid ? rowCount(sheet.grid) : 0;
    if (row < before + count) return { sheet, row: headRow(sheet) + 1 + row - before };
    before += count;
  }
  throw new Error(`${parts[0]!.name}: row ${row} was asked for, it has ${before}.`);
}

/** `'观测'!$H$5`, for a row of the grid counted from 0 over all parts. */
export function cellOf(parts: SheetParts, column: number, row: number): string {
  const place = placeIn(parts, row);
  return `'${place.sheet.name}'!$${letterOf(column)}$${place.row}`;
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

/** A number over all parts of a grid, as the sum of what `term` gives for each; `result` is what we know it to be. 0 where there is no grid. */
export function overParts(parts: SheetParts, term: (part: Sheet) => string, result: number): Formula | 0 {
  const terms = parts.filter(({ grid }) => grid !== null).map(term);
  return terms.length > 0 ? { formula: terms.join("+"), result } : 0;
}

/** How many rows a grid has. */
export function rowsFormula(parts: SheetParts, result: number): Formula | 0 {
  return overParts(parts, (part) => `ROWS(${rangeOf(part, 0)})`, result);
}

/** How often a text stands in a column. */
export function countFormula(parts: SheetParts, column: number, text: string, result: number): Formula | 0 {
  return overParts(parts, (part) => `COUNTIF(${rangeOf(part, column)},"${text}")`, result);
}
