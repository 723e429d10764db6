/** Blocks that all parts are made of: paragraphs, headings, lines set free. Lengths are points. Not here: tables and figures. */
import type { Edition } from "../../../schemas/edition.ts";
import { type Draw, type Tag, tag } from "./draw.ts";
import type { FaceName, Faces } from "./face.ts";
import type { Block, Slice } from "./pages.ts";
import { wordsOf } from "./paragraph/glyphs.ts";
import { type Line, setParagraph, type Span, type Setting, widthOf } from "./paragraph/index.ts";
import type { Refs } from "./refs.ts";
import { BODY, type Geometry, INK, LEADING } from "./style.ts";

/** What a part has at hand while it is laid out. */
export interface Desk {
  edition: Edition;
  faces: Faces;
  page: Geometry;
  refs: Refs;
}

/** Where the baseline stands in a row: the em box in the row's middle, the baseline at 0.88 em of it (the fonts' typographic ascent). */
export const baseline = (size: number, row: number): number => (row - size) / 2 + 0.88 * size;

/** A set line's drawings. Words that lead somewhere become a Link of the structure, with the area to click. */
export function drawLine(line: Pick<Line, "runs">, x: number, y: number, owner: Tag | null): Draw[] {
  if (owner === null || line.runs.every((run) => run.link === undefined)) return [{ kind: "text", x, y, runs: line.runs, tag: owner }];
  const draws: Draw[] = [];
  let link: { to: string; tag: Tag; from: number; end: number; words: string; size: number } | undefined;
  const areas: Draw[] = [];
  const close = (): void => {
    if (link !== undefined) areas.push({ kind: "link", x: x + link.from, y: y - 0.95 * link.size, width: link.end - link.from, height: 1.2 * link.size, to: link.to, words: `转到${link.words}`, tag: link.tag });
    link = undefined;
  };
  for (const run of line.runs) {
    if (run.link === undefined) {
      close();
      draws.push({ kind: "text", x, y, runs: [run], tag: owner });
      continue;
    }
    if (link === undefined || link.to !== run.link) {
      close();
      link = { to: run.link, tag: tag("Link"), from: run.glyphs.xs[run.from] ?? 0, end: run.end, words: "", size: run.size };
      owner.children.push(link.tag);
    }
    link.end = run.end;
    link.words += wordsOf(run);
    draws.push({ kind: "text", x, y, runs: [run], tag: link.tag });
  }
  close();
  return [...draws, ...areas];
}

/** How a paragraph stands on the page. */
export interface Stand {
  type?: Tag["type"];
  align?: Setting["align"];
  indent?: number;
  /** from the frame's left edge */
  x?: number;
  measure?: number;
  row?: number;
  before?: number;
  /** keeps the last line with what follows */
  keep?: boolean;
  snap?: boolean;
  anchors?: readonly string[];
  lang?: string;
  /** restored offset of a character of the paragraph, for page numbers */
  passage?: { text: string; at: (offset: number) => number };
  /** what stands beside a line in the outer margin, by the restored offsets that the line prints */
  margin?: (from: number, to: number) => readonly Span[];
}

/** A paragraph. Two lines at least stay together at its beginning and its end (孤行不成页). */
export function paragraph(desk: Desk, spans: readonly Span[], stand: Stand = {}): Block {
  const row = stand.row ?? LEADING;
  const x = stand.x ?? 0;
  const owner = tag(stand.type ?? "P", [], stand.lang === undefined ? {} : { lang: stand.lang });
  const lines = setParagraph(spans, { measure: stand.measure ?? desk.page.measure - x, indent: stand.indent ?? 0, align: stand.align ?? "justify" }, desk.faces);
  const slices = lines.map((line, n): Slice => {
    const size = Math.max(...line.runs.map((run) => run.size), 0);
    const slice: Slice = { height: row, draws: drawLine(line, x, baseline(size, row), owner), keep: (n === lines.length - 1 && stand.keep === true) || (lines.length > 1 && (n === 0 || n === lines.length - 2)) };
    if (n === 0) {
      if (stand.before !== undefined) slice.before = stand.before;
      if (stand.anchors !== undefined) slice.anchors = stand.anchors;
      slice.snap = stand.snap ?? row === LEADING;
    }
    if (stand.passage === undefined) return slice;
    const { text, at } = stand.passage;
    const [start, end] = [at(line.from), at(line.to - 1) + 1];
    const beside = stand.margin?.(start, end) ?? [];
    return { ...slice, passage: { text, start, end }, ...(beside.length === 0 ? {} : { margin: marginal(desk, beside, row, owner) }) };
  });
  return { tag: owner, slices };
}

function marginal(desk: Desk, spans: readonly Span[], row: number, owner: Tag): Slice["margin"] {
  const [line] = setParagraph(spans, { measure: widthOf(spans, desk.faces) + 1, align: "left" }, desk.faces);
  return line === undefined ? undefined : { width: line.right, draws: drawLine(line, 0, baseline(spans[0]!.size, row), owner) };
}

export const serif = (text: string, more: Partial<Span> = {}): Span => ({ text, face: "serif", size: BODY, ...more });
export const look = (face: FaceName, size: number, ink: string) => (text: string, more: Partial<Span> = {}): Span => ({ text, face, size, ink, ...more });

/** Body text: Song, two characters in (CLREQ "First-line Indents"). */
export const bodyText = (desk: Desk, text: string, stand: Stand = {}): Block => paragraph(desk, [serif(text)], { indent: 2 * BODY, ...stand });

/** Small text under tables and figures, off the grid; what follows finds back to it. */
export const smallText = (desk: Desk, spans: readonly Span[], stand: Stand = {}): Block => paragraph(desk, spans, { row: 12.5, align: "justify", snap: false, ...stand });

/** A heading that stays with what follows. */
export function heading(desk: Desk, level: 2 | 3 | 4, text: string, anchor: string | null, more: Stand = {}): Block {
  const anchors = anchor === null ? [] : [anchor];
  if (level === 2) {
    // 分目: centred, 15 pt; three rows with the blank, so the text goes on on its grid
    return paragraph(desk, [look("sansBold", 15, INK.accent)(text)], { type: "H2", align: "center", row: LEADING * 1.5, before: LEADING * 1.5, keep: true, snap: true, anchors, measure: desk.page.measure - 6 * BODY, x: 3 * BODY, ...more });
  }
  const face = look("sansBold", level === 3 ? BODY + 0.5 : BODY, INK.text);
  return paragraph(desk, [face(text)], { type: level === 3 ? "H3" : "H4", align: "left", before: level === 3 ? LEADING : 0, keep: true, anchors, ...more });
}

/** 条目: its title in 【】, the brackets in the accent. */
export function entryHead(desk: Desk, title: string, anchor: string): Block {
  const bracket = look("sansBold", BODY + 0.5, INK.mid);
  return paragraph(desk, [bracket("【"), look("sansBold", BODY + 0.5, INK.accent)(title), bracket("】")], { type: "H3", align: "left", before: LEADING, keep: true, anchors: [anchor] });
}

/** One line, set where it is said to stand: covers, heads, labels. */
export function label(desk: Pick<Desk, "faces">, spans: readonly Span[], x: number, y: number, align: "left" | "center" | "right" = "left", owner: Tag | null = null): Draw[] {
  const width = widthOf(spans, desk.faces);
  const [line] = setParagraph(spans, { measure: width + 1, align: "left" }, desk.faces);
  if (line === undefined) return [];
  return drawLine(line, x - (align === "center" ? width / 2 : align === "right" ? width : 0), y, owner);
}

/** Blank of so many rows; a page's head swallows it. */
export const blank = (rows: number): Block => ({ tag: tag("Span"), slices: [{ height: 0, before: rows * LEADING, draws: [] }] });

/** The opening of a part: an accent bar, the title large, its English below; eight rows of the first page. */
export function opening(desk: Desk, id: string, title: string, titleEn: string, over: string): Block {
  const owner = tag("H1");
  const rows = 7;
  const { measure } = desk.page;
  const draws: Draw[] = [{ kind: "area", x: 0, y: 4, width: 34, height: 3.2, ink: INK.accent, tag: null }];
  const small = over === "" ? [] : label(desk, [look("sans", 8.5, INK.mid)(over)], 0, 26, "left", null);
  const lines = setParagraph([look("sansBold", 23, INK.accent)(title)], { measure, align: "left" }, desk.faces);
  let y = 56;
  const heads = lines.flatMap((line) => {
    const set = drawLine(line, 0, y, owner);
    y += 30;
    return set;
  });
  const english = tag("P", [], { lang: "en" });
  const en = setParagraph([look("sans", 10, INK.grey)(titleEn)], { measure, align: "left" }, desk.faces).flatMap((line, n) => drawLine(line, 0, y - 9 + 14 * n, english));
  return {
    tag: tag("Sect", [owner, english]),
    slices: [{ height: rows * LEADING, draws: [...draws, ...small, ...heads, ...en], keep: true, snap: true, anchors: [`part-${id}`] }],
  };
}
