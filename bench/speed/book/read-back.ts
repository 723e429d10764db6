/** What a PDF turned out to be, read back by pdf.js: pages, tags, and how its lines were set. Not here: setting, printing. */
import { readFileSync } from "node:fs";
import { greatest, rollup } from "d3-array";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { PAGE } from "./page.ts";
import type { Piece } from "./pieces.ts";

/** Counts over the lines of the first pages. */
export interface Setting {
  readonly lines: number;
  /** lines but the last of their paragraph whose end is more than 1 pt off the right edge */
  readonly off: number;
  readonly paragraphs: number;
  /** paragraphs whose last line is one character, but for its mark */
  readonly lone: number;
  /** line ends within a number or between it and its unit */
  readonly broken: number;
}

export interface PrintedFile { readonly pages: number; readonly tagged: boolean; readonly bytes: number; readonly setting: Setting }

const PAGES_READ = 60;

/** Reads a file; `pieces` is the text that it prints. The lines of the first 60 pages with prose are looked at. */
export async function readBack(file: string, pieces: readonly Piece[]): Promise<PrintedFile> {
  const bytes = readFileSync(file);
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, disableFontFace: true, verbosity: 0 }).promise;
  const lines: PrintedLine[] = [];
  let read = 0;
  for (let n = 1; n <= pdf.numPages && read < PAGES_READ; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    const found = bodyLines(items.flatMap((item) => ("str" in item ? [item as TextItem] : [])));
    if (found.length > PAGE.rows / 2) read++;
    lines.push(...found);
  }
  const tagged = (await pdf.getMarkInfo())?.Marked === true;
  const pages = pdf.numPages;
  await pdf.destroy();
  return { pages, tagged, bytes: bytes.length, setting: settingOf(lines, pieces) };
}

/** Of an item of pdf.js: its words, its matrix (the last two are where it begins), its width and height, in points. */
interface TextItem { readonly str: string; readonly transform: readonly number[]; readonly width: number; readonly height: number }

/** A line and the left edge of its page, which most lines begin at: odd and even pages may be mirrored. */
interface PrintedLine { readonly text: string; readonly right: number; readonly edge: number }

/** Items of the body's size that share a baseline, as lines without blanks, from the top down. */
function bodyLines(items: readonly TextItem[]): PrintedLine[] {
  const rows = new Map<number, { text: string; left: number; right: number }>();
  for (const { str, transform, width, height } of items) {
    const text = str.replace(/\s+/gu, "");
    if (text === "" || Math.abs(height - PAGE.body) > 0.1) continue;
    const [x, y] = [transform[4]!, Math.round(transform[5]!)];
    const row = rows.get(y) ?? { text: "", left: x, right: x };
    rows.set(y, { text: row.text + text, left: Math.min(row.left, x), right: Math.max(row.right, x + width) });
  }
  const edge = mostCommon([...rows.values()].map(({ left }) => left));
  return [...rows].sort(([a], [b]) => b - a).map(([, { text, right }]) => ({ text, right, edge }));
}

/** The number that most of `all` are nearest to, by whole points. */
function mostCommon(all: readonly number[]): number {
  const alike = rollup(all, (same) => same, Math.round);
  return greatest(alike.values(), (same) => same.length)?.[0] ?? 0;
}

interface Placed extends PrintedLine { readonly first: boolean; readonly last: boolean; readonly broken: boolean }

/** A number and what may not be parted from it; the units are those of the synthetic text. */
const NUMBER = /[\d.,]+(?:个百分点|[亿万]?元|个月|公里|平方米|台套|%|[年月日条个人家台件])?/gu;
const CLOSING = /[，。、；：！？）》”]+$/u;

/** Lines followed along the known text, so that heads, folios and notes fall out. */
function alongText(lines: readonly PrintedLine[], paragraphs: readonly string[]): Placed[] {
  const placed: Placed[] = [];
  let [n, at] = [0, 0];
  for (const line of lines) {
    const text = paragraphs[n] ?? "";
    if (text === "" || !text.startsWith(line.text, at)) continue;
    const end = at + line.text.length;
    const last = end === text.length;
    placed.push({ ...line, first: at === 0, last, broken: !last && [...text.matchAll(NUMBER)].some(({ index, 0: number }) => index < end && end < index + number.length) });
    [n, at] = last ? [n + 1, 0] : [n, end];
  }
  return placed;
}

function settingOf(lines: readonly PrintedLine[], pieces: readonly Piece[]): Setting {
  const placed = alongText(lines, pieces.flatMap(({ kind, text }) => (kind === "paragraph" ? [text.replace(/\s+/gu, "")] : [])));
  const full = placed.filter(({ last }) => !last), last = placed.filter((line) => line.last);
  return {
    lines: full.length, off: full.filter(isOff).length,
    paragraphs: last.length, lone: last.filter(({ first, text }) => !first && text.replace(CLOSING, "").length < 2).length,
    broken: full.filter(({ broken }) => broken).length,
  };
}

/** The last glyph's advance is more than 1 pt off the right edge; a mark at a line's end is half a square, so its blank half may reach beyond. A dash is not
 *  judged: its advance in the file is not what typst and we let it take. */
function isOff({ text, right, edge }: Placed): boolean {
  if (text.endsWith("—")) return false;
  const off = right - (edge + PAGE.measure);
  return Math.abs(off) > 1 && !(CLOSING.test(text) && Math.abs(off - PAGE.body / 2) <= 1);
}
