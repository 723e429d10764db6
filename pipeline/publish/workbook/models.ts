/** Model rows: what stands in exceljs's shell for the rows of a long grid, one for each way a cell may look, so that its styles are exceljs's own. Not here: the rows that take their place (rows.ts). */
import { decimalsOf, headRow, isLong, letterOf, type Grid, type GridCell, type GridColumn, type Sheet } from "./sheet.ts";

/** Text or nothing, a link, numbers of no to six decimals: `decimalsOf` knows no more. */
const MODELS: readonly GridCell[] = [null, { text: "", target: "" }, ...Array.from({ length: 7 }, (_, decimals) => (decimals === 0 ? 0 : 10 ** -decimals))];
const TEXT = 0;
const LINK = 1;
const NUMBER = 2;

/** A row a model, then the same as last rows of the grid. */
export function modelRows({ columns }: Grid): { cells: GridCell[]; isLast: boolean }[] {
  return [false, true].flatMap((isLast) => MODELS.map((model) => ({ cells: columns.map(() => model), isLast })));
}

/** The model of a cell; `rowDecimals` are those of its row, where its column has none. */
export function modelOf(cell: GridCell, column: GridColumn, rowDecimals: number | null): number {
  if (cell === null || typeof cell === "string") return TEXT;
  if (typeof cell === "object" && "text" in cell) return LINK;
  const value = typeof cell === "number" ? cell : cell.result;
  return NUMBER + Math.min(6, column.decimals ?? rowDecimals ?? decimalsOf(value));
}

/** Style ids of exceljs by model and column: of rows within the grid, and of its last row. */
export interface RowStyles {
  within: number[][];
  last: number[][];
}

/** A long grid's sheet as exceljs wrote it, without its model rows. */
export interface Shell {
  before: string;
  styles: RowStyles;
  after: string;
}

/** Takes the model rows out of a sheet part. Throws where exceljs wrote none. */
export function withoutModels(sheetXml: string, sheet: Sheet, grid: Grid): Shell {
  const first = headRow(sheet) + 1;
  const start = sheetXml.indexOf(`<row r="${first}"`);
  const end = sheetXml.indexOf("</sheetData>");
  if (start < 0 || end < start) throw new Error(`${sheet.name}: exceljs wrote no row ${first}. Is it another version than 4.4.0?`);
  const ids = new Map([...sheetXml.slice(start, end).matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/gu)].map(([, cell, id]) => [cell!, Number(id)]));
  const idsFrom = (row: number) => MODELS.map((_, model) => grid.columns.map((_column, column) => ids.get(`${letterOf(column)}${row + model}`) ?? 0));
  return { before: sheetXml.slice(0, start), styles: { within: idsFrom(first), last: idsFrom(first + MODELS.length) }, after: sheetXml.slice(end) };
}

/** The part of a long grid with its end where it really is, not that of the models: in `dimension`, the table's `ref` and its filter's. */
export function reachingTo(lastRow: number, part: string, sheet: Sheet): string {
  if (!sheet.grid || !isLong(sheet.grid)) return part;
  const shellsEnd = headRow(sheet) + 2 * MODELS.length;
  return part.replace(/(<(?:dimension|table|autoFilter) (?:[^>]*? )?ref="[A-Z]+\d+:[A-Z]+)(\d+)"/gu, (all, ref: string, row: string) => (Number(row) === shellsEnd ? `${ref}${lastRow}"` : all));
}
