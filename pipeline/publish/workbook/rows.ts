/** The rows of a long grid → the XML that stands for them in its sheet, in chunks, with the guards of clean.ts on every string and number. No row outlives its chunk. Not here: styles (models.ts), the parts around, zip. */
import { cleanNumber, MAX_CHARACTERS, xml } from "./clean.ts";
import { modelOf, type RowStyles } from "./models.ts";
import { headRow, letterOf, linesIn, locationOf, rowCount, rowHeight, rowsOf, type Grid, type GridCell, type Link, type Sheet } from "./sheet.ts";

/** Bytes of a chunk: glued strings cost three times as much as rows that are written into one buffer. */
const CHUNK = 256 * 1024;
/** So many buffers take turns, for chunks to be packed while others are filled. */
export const HELD = 4;
/** UTF-8 takes at most so many bytes a UTF-16 code unit. */
const WIDEST = 3;

/** `<row>` after `<row>`, in UTF-8. A chunk holds until the one HELD after it is asked for. Throws where a number is not finite, with sheet and cell. */
export function* rowChunks(sheet: Sheet, grid: Grid, styles: RowStyles): Generator<Uint8Array> {
  const buffers: Buffer[] = [];
  let turn = 0;
  let filled = 0;
  for (const row of rowXmls(sheet, grid, styles)) {
    const most = row.length * WIDEST;
    if (filled > 0 && filled + most > buffers[turn]!.length) {
      yield buffers[turn]!.subarray(0, filled);
      turn = (turn + 1) % HELD;
      filled = 0;
    }
    if ((buffers[turn]?.length ?? 0) < filled + most) buffers[turn] = Buffer.allocUnsafeSlow(Math.max(CHUNK, most));
    filled += buffers[turn]!.write(row, filled);
  }
  if (filled > 0) yield buffers[turn]!.subarray(0, filled);
}

function* rowXmls(sheet: Sheet, grid: Grid, styles: RowStyles): Generator<string> {
  const { columns, rowDecimals } = grid;
  const opens = columns.map((_, column) => `<c r="${letterOf(column)}`);
  const within = stylesXml(styles.within);
  const last = stylesXml(styles.last);
  const first = headRow(sheet) + 1;
  const count = rowCount(grid);
  let at = 0;
  for (const cells of rowsOf(grid)) {
    const row = first + at;
    const decimals = rowDecimals?.[at] ?? null;
    const looks = at === count - 1 ? last : within;
    let inside = "";
    let lines = 1;
    for (let column = 0; column < columns.length; column++) {
      const cell = cells[column] ?? null;
      inside += opens[column]! + row + looks[modelOf(cell, columns[column]!, decimals)]![column]! + contentXml(cell, sheet, column, row);
      lines = Math.max(lines, linesOf(cell, columns[column]!.width));
    }
    yield `<row r="${row}" ht="${rowHeight(lines)}" customHeight="1">${inside}</row>`;
    at++;
  }
  if (at !== count) throw new Error(`${sheet.name}: ${at} rows came where ${count} were announced.`);
}

const stylesXml = (ids: RowStyles["within"]): string[][] => ids.map((row) => row.map((id) => `" s="${id}"`));

/** Numbers do not wrap: their columns are as wide as they are. */
function linesOf(cell: GridCell, width: number): number {
  if (typeof cell === "string") return linesIn(cell, width);
  return cell !== null && typeof cell === "object" && "text" in cell ? linesIn(cell.text, width) : 1;
}

/** The rest of `<c`, from its type on. */
function contentXml(cell: GridCell, sheet: Sheet, column: number, row: number): string {
  if (typeof cell === "string") return textXml(cell);
  if (cell === null) return "/>";
  if (typeof cell === "number") return `><v>${numberIn(cell, sheet, column, row)}</v></c>`;
  return "text" in cell ? linkXml(cell) : `><f>${escaped(cell.formula.replace(/^=/u, ""))}</f><v>${numberIn(cell.result, sheet, column, row)}</v></c>`;
}

const numberIn = (value: number, sheet: Sheet, column: number, row: number): number => (Number.isFinite(value) ? value : cleanNumber(value, `${sheet.name}!${letterOf(column)}${row}`));

/** Blanks at an end are lost unless XML is told to keep them. */
function textXml(text: string): string {
  const kept = text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32 ? ' xml:space="preserve"' : "";
  return ` t="inlineStr"><is><t${kept}>${escaped(text)}</t></is></c>`;
}

/** Excel's limit for a string within a formula. */
const LONGEST_STRING = 255;

/** A link as a formula with its text beside: Excel takes 65,530 links of the other kind on a sheet, and drops the rest. A text that no formula can hold stays text. */
function linkXml({ text, target, cell }: Link): string {
  return text.length > LONGEST_STRING ? textXml(text) : ` t="str"><f>HYPERLINK("${inFormula(`#${locationOf(target, cell)}`)}","${inFormula(text)}")</f><v>${escaped(text)}</v></c>`;
}

const inFormula = (text: string): string => escaped(text.includes('"') ? text.replace(/"/gu, '""') : text);

/** What clean.ts would touch or XML asks to escape. */
// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const HARM = /[\u0000-\u001F&<>"_\uFFFE\uFFFF\p{Surrogate}]/u;

/** What `xml` gives, at no cost for the many cells that need nothing. */
export function escaped(text: string): string {
  return text.length <= MAX_CHARACTERS && !HARM.test(text) ? text : xml(text);
}
