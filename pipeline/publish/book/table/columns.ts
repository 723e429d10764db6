/** A table's columns: what their cells need, where they stand, where the points of their figures are. Lengths are points. */
import type { Table } from "../../../../schemas/table.ts";
import type { Piece, Span } from "../paragraph/index.ts";
import { INK } from "../style.ts";
import type { TableLook } from "./look.ts";
import type { SetFigure } from "./points.ts";
import { linesWithin, type Typesetter } from "./type.ts";
import { chooseWidths, type Need } from "./widths.ts";

/** A column's head. `parts`: the Chinese in pieces that stay together where they can, a line breaking between them: 电子政务发展 · 指数 · （%）. */
export interface Head {
  parts: string[];
  titleEn: string;
  numeric: boolean;
}

/** A column in its table. Its cells stand as one block, which the head is centred over: CY/T 170—2019 has heads centred, names and running words at the left. */
export interface Column {
  head: Head;
  x: number;
  width: number;
  /** from the column's left edge to the block, and how wide that is */
  start: number;
  block: number;
  /** from the column's left edge to its figures' point */
  point: number;
  extent: Extent;
}

/** How far a column's figures reach from their point, and how wide its widest words are on one line. */
interface Extent {
  left: number;
  right: number;
  mark: number;
  words: number;
}

/** A cell ready to be placed: figures are set, words wait for their column's width. */
export type Measured = { kind: "words"; spans: readonly Span[]; inset: boolean } | { kind: "figure"; set: SetFigure };

/** Heads with their units, unless a head or the table's upper right says it already. What heads end in alike is a word of its own: 在线服务指数, 人力资本指数. */
export function headsOf(table: Table): Head[] {
  const titles = table.columns.map((column) => partsOf(column.title)[0]!);
  return table.columns.map((column, n) => {
    const unit = column.unit === null || column.unit === table.unit || column.title.includes(`（${column.unit}）`) ? "" : `（${column.unit}）`;
    const [title = "", ...rest] = partsOf(column.title + unit);
    const end = Math.max(...titles.map((other, k) => (k === n || other === title ? 0 : alike(title, other))));
    const parts = end >= WORD && title.length - end >= WORD ? [title.slice(0, -end), title.slice(-end)] : [title];
    return { parts: [...parts, ...rest], titleEn: column.titleEn, numeric: column.type === "number" };
  });
}

const WORD = 2; // characters of the shortest word that a head is parted into

/** How many characters two titles end in alike. */
function alike(one: string, other: string): number {
  let count = 0;
  while (count < Math.min(one.length, other.length) && one.at(-1 - count) === other.at(-1 - count)) count++;
  return count;
}

/** A head's lines within a measure: as many parts on each as it holds. */
export function linesOf(head: Head, measure: number, look: TableLook, type: Typesetter): string[] {
  const lines: string[] = [];
  for (const part of head.parts) {
    const before = lines.at(-1);
    if (before !== undefined && type.width([headSpan(before + part, look)]) <= measure) lines[lines.length - 1] = before + part;
    else lines.push(part);
  }
  return lines;
}

/** A title breaks where its sense pauses, before its brackets (CY/T 170—2019: 从意义相对完整的停顿处转行). */
export function partsOf(title: string): string[] {
  const at = title.lastIndexOf("（");
  return at > 0 && title.endsWith("）") ? [title.slice(0, at), title.slice(at)] : [title];
}

export const headSpan = (text: string, look: TableLook): Span => ({ text, face: "sansBold", size: look.size, ink: INK.text });
export const englishSpan = (text: string, look: TableLook): Span => ({ text, face: "sans", size: look.en, ink: INK.grey });

const SHORT = 6; // characters of a head that stay together
const ENGLISH = 60; // points beyond which the English of a head does not widen its column
const READABLE = 5; // characters a line of words has at least, where the column has so many
const COMFORTABLE = 14; // … and need not have more
const TALL = 6; // lines beyond which a usual cell is too narrow to be read
const SAMPLE = 160; // rows that widths are chosen by

/** Columns beside each other within a room. `columns` null: their least widths do not fit. `price`: what the table's height comes to, in lines. */
export interface Arrangement {
  columns: Column[] | null;
  price: number;
  /** what the columns take at least, and with every cell on one line */
  least: number;
  full: number;
}

export function columnsOf(heads: readonly Head[], cells: readonly (readonly Measured[])[], room: number, look: TableLook, type: Typesetter): Arrangement {
  const extents = heads.map((_, i) => extentOf(cells, i, look, type));
  const fulls = heads.map((head, i) => fullOf(head, extents[i]!, look, type));
  const full = fulls.reduce((sum, one) => sum + one, 0);
  if (full <= room) return { columns: stand(heads, fulls, extents, look), price: cells.length + 1, least: full, full };
  const sample = sampleOf(cells);
  const needs = heads.map((head, i) => needOf(head, sample.map((row) => row[i]!), extents[i]!, fulls[i]!, look, type));
  const chosen = chooseWidths(needs, room);
  return { columns: chosen === null ? null : stand(heads, chosen.widths, extents, look), price: chosen?.price ?? Infinity, least: needs.reduce((sum, { least }) => sum + least, 0), full };
}

/** The same columns, each wider by an even share of what is over. */
export function widened(columns: readonly Column[], to: number, look: TableLook): Column[] {
  const more = Math.max(0, to - columns.reduce((sum, { width }) => sum + width, 0)) / columns.length;
  return stand(columns.map(({ head }) => head), columns.map(({ width }) => width + more), columns.map(({ extent }) => extent), look);
}

function stand(heads: readonly Head[], widths: readonly number[], extents: readonly Extent[], look: TableLook): Column[] {
  let x = 0;
  return heads.map((head, i) => {
    const width = widths[i]!;
    const extent = extents[i]!;
    const room = width - 2 * look.pad;
    const block = Math.min(room, Math.max(extent.words, extent.left + extent.right));
    // * and † may hang out of the block, but not out of the column; names stand at the table's edge
    const spare = i === 0 && !head.numeric ? 0 : Math.max(0, Math.min((room - block) / 2, room - extent.left - Math.max(extent.right, extent.mark)));
    const start = look.pad + spare;
    const column = { head, x, width, start, block, point: start + Math.max(extent.left, block - extent.right), extent };
    x += width;
    return column;
  });
}

/** Of a long table rows at even distances, which stand for all. */
function sampleOf(cells: readonly (readonly Measured[])[]): readonly (readonly Measured[])[] {
  if (cells.length <= SAMPLE) return cells;
  return Array.from({ length: SAMPLE }, (_, n) => cells[Math.floor((n * cells.length) / SAMPLE)]!);
}

function extentOf(cells: readonly (readonly Measured[])[], i: number, look: TableLook, type: Typesetter): Extent {
  const extent = { left: 0, right: 0, mark: 0, words: 0 };
  for (const row of cells) {
    const cell = row[i]!;
    if (cell.kind === "words") extent.words = Math.max(extent.words, widthOf(cell, look, type));
    else {
      extent.left = Math.max(extent.left, cell.set.left);
      extent.right = Math.max(extent.right, cell.set.right);
      extent.mark = Math.max(extent.mark, cell.set.mark);
    }
  }
  return extent;
}

/** Words on one line, with what they are set in by. */
const widthOf = (cell: Measured & { kind: "words" }, look: TableLook, type: Typesetter): number => type.width(cell.spans) + inset(cell, look);
export const inset = (cell: { inset: boolean }, look: TableLook): number => (cell.inset ? look.size : 0);

/** What keeps every cell of a column on one line. */
const fullOf = (head: Head, extent: Extent, look: TableLook, type: Typesetter): number => Math.max(extent.words, figuresOf(extent), headNeed(head, look, type).full) + padsOf(look);
const figuresOf = ({ left, right, mark }: Extent): number => left + Math.max(right, mark);
const padsOf = (look: TableLook): number => 2 * look.pad + 0.5;

function needOf(head: Head, sample: readonly Measured[], extent: Extent, full: number, look: TableLook, type: Typesetter): Need {
  const words = head.numeric ? 0 : leastOfWords(sample, extent.words, look, type);
  const least = Math.min(full, Math.max(headNeed(head, look, type).least, figuresOf(extent), words) + padsOf(look));
  return { least, full, linesAt: linesAt(head, sample, look, type) };
}

/** A head wants to stand on one line where it is short, else its unit below it, and can do with its parts; a long part may be halved. English words stay whole. */
function headNeed(head: Head, look: TableLook, type: Typesetter): { least: number; full: number } {
  const short = SHORT * look.size + 0.1;
  const wide = (text: string): number => type.width([headSpan(text, look)]);
  const title = head.parts.join("");
  const words = head.titleEn === "" ? [] : type.pieces([englishSpan(head.titleEn, look)]);
  const longestWord = Math.max(0, ...words.map(({ width }) => width));
  const english = head.titleEn === "" ? 0 : Math.min(ENGLISH, type.width([englishSpan(head.titleEn, look)]));
  return {
    least: Math.max(longestWord, ...head.parts.map(wide).map((width) => (width <= short ? width : Math.max(short, width / 2 + look.size)))),
    full: Math.max(longestWord, english, ...(wide(title) <= short ? [title] : partsOf(title)).map(wide)),
  };
}

/** Words are readable where their longest piece stands whole, a line has some characters, and the usual cell is not a tower. */
function leastOfWords(sample: readonly Measured[], widest: number, look: TableLook, type: Typesetter): number {
  const em = look.size;
  const words = sample.filter((cell) => cell.kind === "words");
  let piece = 0;
  for (const cell of words) for (const { width } of type.pieces(cell.spans)) if (width > piece) piece = width;
  const usual = words.map((cell) => widthOf(cell, look, type)).toSorted((a, b) => a - b)[Math.floor(words.length * 0.9)] ?? 0;
  return Math.max(Math.min(piece, COMFORTABLE * em), Math.min(READABLE * em, widest), Math.min(COMFORTABLE * em, usual / TALL));
}

function linesAt(head: Head, sample: readonly Measured[], look: TableLook, type: Typesetter): Need["linesAt"] {
  const english = head.titleEn === "" ? [] : type.pieces([englishSpan(head.titleEn, look)]);
  const pieces = new Map<string, readonly Piece[]>();
  const piecesIn = (line: string): readonly Piece[] => pieces.get(line) ?? pieces.set(line, type.pieces([headSpan(line, look)])).get(line)!;
  const cells = sample.map((cell) => (cell.kind === "figure" ? { pieces: [], width: 0, inset: 0 } : { pieces: type.pieces(cell.spans), width: widthOf(cell, look, type), inset: inset(cell, look) }));
  return (width) => {
    const measure = width - 2 * look.pad;
    const lines = new Float64Array(cells.length + 1);
    const chinese = linesOf(head, measure, look, type).reduce((sum, line) => sum + linesWithin(piecesIn(line), measure), 0);
    lines[0] = chinese + (english.length === 0 ? 0 : (linesWithin(english, measure) * look.enRow) / look.headRow);
    cells.forEach((cell, n) => (lines[n + 1] = cell.width <= measure ? 1 : linesWithin(cell.pieces, measure - cell.inset)));
    return lines;
  };
}
