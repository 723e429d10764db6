/** The rows of a long grid → the XML that stands for them in its sheet, in chunks, with the guards of clean.ts on every string and number. No row outlives its chunk. Not here: styles (models.ts), the parts around, zip. */
import { cleanNumber, MAX_CHARACTERS, xml } from "./clean.ts";
import { modelOf, type RowStyles } from "./models.ts";
import { headRow, letterOf, linesIn, locationOf, rowCount, rowHeight, rowsOf, type Formula, type Grid, type GridCell, type Link, type Sheet } from "./sheet.ts";

/** Bytes of a chunk: glued strings cost three times as much as rows that are written into one buffer. */
const CHUNK = 128 * 1024;
/** UTF-8 takes at most so many bytes a UTF-16 code unit. */
const WIDEST = 3;

/** `<row>` after `<row>`, in UTF-8. Two buffers take turns, so that one can be packed while the other is filled: a chunk holds until the next but one is asked for.
 *  Throws where a number is not finite, with sheet and cell. */
export function* rowChunks(sheet: Sheet, grid: Grid, styles: RowStyles): Generator<Uint8Array> {
  let [filling, resting] = [Buffer.allocUnsafe(CHUNK), Buffer.allocUnsafe(CHUNK)];
  let filled = 0;
  for (const row of rowXmls(sheet, grid, styles)) {
    if (filled + row.length * WIDEST > filling.length) {
      if (filled > 0) yield filling.subarray(0, filled);
      [filling, resting] = [resting, filling];
      filled = 0;
      if (row.length * WIDEST > filling.length) filling = Buffer.allocUnsafe(row.length * WIDEST);
    }
    filled += filling.write(row, filled);
  }
  if (filled > 0) yield filling.subarray(0, filled);
}

function* rowXmls(sheet: Sheet, grid: Grid, styles: RowStyles): Generator<string> {
  const { columns, rowDecimals } = grid;
  const letters = columns.map((_, column) => letterOf(column));
  const first = headRow(sheet) + 1;
  const count = rowCount(grid);
  let at = 0;
  for (const cells of rowsOf(grid)) {
    const row = first + at;
    const decimals = rowDecimals?.[at] ?? null;
    const looks = at === count - 1 ? styles.last : styles.within;
    let inside = "";
    let lines = 1;
    for (let column = 0; column < columns.length; column++) {
      const cell = cells[column] ?? null;
      const ref = letters[column]! + row;
      inside += `<c r="${ref}" s="${looks[modelOf(cell, columns[column]!, decimals)]![column]!}"${contentXml(cell, sheet, ref)}`;
      // Numbers do not wrap: their columns are as wide as they are.
      const text = typeof cell === "string" ? cell : cell !== null && typeof cell === "object" && "text" in cell ? cell.text : "";
      lines = Math.max(lines, linesIn(text, columns[column]!.width));
    }
    yield `<row r="${row}" ht="${rowHeight(lines)}" customHeight="1">${inside}</row>`;
    at++;
  }
  if (at !== count) throw new Error(`${sheet.name}: ${at} rows came where ${count} were announced.`);
}

/** The rest of `<c`, from its type on. */
function contentXml(cell: GridCell, sheet: Sheet, ref: string): string {
  if (cell === null) return "/>";
  if (typeof cell === "number") return `><v>${numberIn(cell, sheet, ref)}</v></c>`;
  if (typeof cell === "string") return ` t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  return "text" in cell ? linkXml(cell) : formulaXml(cell, sheet, ref);
}

const numberIn = (value: number, sheet: Sheet, ref: string): number => (Number.isFinite(value) ? value : cleanNumber(value, `${sheet.name}!${ref}`));

function formulaXml({ formula, result }: Formula, sheet: Sheet, ref: string): string {
  return `><f>${escaped(formula.replace(/^=/u, ""))}</f><v>${numberIn(result, sheet, ref)}</v></c>`;
}

/** Excel's limit for a string within a formula. */
const LONGEST_STRING = 255;

/** A link as a formula with its text beside: Excel takes 65,530 links of the other kind on a sheet, and drops the rest. A text that no formula can hold stays text. */
function linkXml({ text, target }: Link): string {
  const said = escaped(text);
  if (text.length > LONGEST_STRING) return ` t="inlineStr"><is><t xml:space="preserve">${said}</t></is></c>`;
  return ` t="str"><f>HYPERLINK(${escaped(quoted(`#${locationOf(target)}`))},${escaped(quoted(text))})</f><v>${said}</v></c>`;
}

/** Text as a string of a formula. */
const quoted = (text: string): string => `"${text.replace(/"/gu, '""')}"`;

/** What clean.ts would touch or XML asks to escape. */
// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const HARM = /[\u0000-\u001F&<>"_\uFFFE\uFFFF\p{Surrogate}]/u;

/** What `xml` gives, at no cost for the many cells that need nothing. */
export function escaped(text: string): string {
  return text.length <= MAX_CHARACTERS && !HARM.test(text) ? text : xml(text);
}
