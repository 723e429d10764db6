/** Edits against the raw text, and putting them in. Every edit addresses the raw text; the map back falls out. */
import type { Repair, RepairKind, Restored } from "../../schemas/repair.ts";

/** Replace raw.slice(start, end) by `text`; start === end puts text in. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: RepairKind;
  readonly reason: string;
  readonly confidence: number;
}

/** A heading found in the raw text; level 0 is the title, 1 一、 2 （一） 3 1. */
export interface HeadingSpan { readonly start: number; readonly end: number; readonly level: number; readonly confidence: number }

/** Raw text, edits and line breaks → the restored text with its repairs and its map.
 *
 * edits    in any order; where two overlap the earlier start wins, and an edit inside one already made is dropped
 * breaks   raw offsets before which a new line begins
 * Line ends of the raw text are kept, each as one '\n'. A heading is a repair where a line end was put in for it. Linear in the text but for the sorting of edits. */
export function putBack(document: string, raw: string, edits: readonly Edit[], headings: readonly HeadingSpan[], breaks: ReadonlySet<number>): Restored {
  const sorted = edits.map((edit) => betweenCharacters(raw, edit)).sort((a, b) => a.start - b.start || a.end - b.end);
  const starts = new Map(headings.map((heading) => [heading.start, heading]));
  const ends = new Set(headings.map((heading) => heading.end));
  const boundaries = [...new Set([...breaks, ...starts.keys(), ...ends])].sort((a, b) => a - b);
  const longest = sorted.reduce((length, { text }) => length + text.length, raw.length + boundaries.length);
  // oxlint-disable-next-line unicorn/no-new-array -- Array.from would fill them first
  const out: Output = { pieces: [], from: new Array<number>(longest), to: new Array<number>(longest), length: 0, lineIsBlank: true };
  const repairs: Repair[] = [];
  const placed: Restored["headings"] = [];
  let open: OpenHeading | null = null;
  let next = 0, nextBoundary = 0;
  let lineEnd = lineEndAt(raw, 0);
  for (let at = 0; ;) {
    while (nextBoundary < boundaries.length && boundaries[nextBoundary]! < at) nextBoundary++; // inside an edit already made
    if (boundaries[nextBoundary] === at) {
      nextBoundary++; // edits that put text in leave `at` where it is, and a boundary is crossed once
      const isBreak = !out.lineIsBlank && !isLineEnd(raw, at);
      if (isBreak) put(out, "\n", at, at);
      if (open !== null && ends.has(at)) { close(raw, open, isBreak, out, placed, repairs); open = null; }
      const heading = starts.get(at);
      if (heading) open = { heading, start: out.length, piece: out.pieces.length, broke: isBreak };
    }
    while (next < sorted.length && sorted[next]!.start < at) next++; // inside an edit already made
    const edit = sorted[next];
    if (edit?.start === at) {
      next++;
      put(out, edit.text, edit.start, edit.end);
      const repair = repairOf(raw, edit);
      if (repair) repairs.push(repair);
      if (edit.end > at) { at = edit.end; continue; }
      if (sorted[next]?.start === at) continue;
    }
    if (at === raw.length) break;
    if (lineEnd < at) lineEnd = lineEndAt(raw, at);
    if (lineEnd === at) {
      const end = raw.startsWith("\r\n", at) ? at + 2 : at + 1;
      put(out, "\n", at, end);
      at = end;
      continue;
    }
    const stop = Math.min(lineEnd, sorted[next]?.start ?? raw.length, boundaries[nextBoundary] ?? raw.length);
    copy(out, raw.slice(at, stop), at);
    at = stop;
  }
  if (open !== null) close(raw, open, false, out, placed, repairs);
  repairs.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  out.from.length = out.to.length = out.length;
  return { document, text: out.pieces.join(""), repairs, from: out.from, to: out.to, headings: placed };
}

/** The restored text as it grows, its map (as long as it can become: growing would copy it again and again), and whether its last line has only blanks so far. */
interface Output { readonly pieces: string[]; readonly from: number[]; readonly to: number[]; length: number; lineIsBlank: boolean }

/** Text that stands for raw.slice(from, to). */
function put(out: Output, text: string, from: number, to: number): void {
  out.pieces.push(text);
  for (let i = 0; i < text.length; i++, out.length++) { out.from[out.length] = from; out.to[out.length] = to; }
  if (text === "\n") out.lineIsBlank = true;
  else out.lineIsBlank &&= !/\S/u.test(text);
}

/** What stays as it is, without a line end; `at` is its raw offset. */
function copy(out: Output, text: string, at: number): void {
  out.pieces.push(text);
  const { from, to, length } = out;
  for (let i = 0; i < text.length; i++) { from[length + i] = at + i; to[length + i] = at + i + 1; }
  out.length += text.length;
  out.lineIsBlank &&= !/\S/u.test(text);
}

/** The first line end from an offset on; where there is none, the text's end. */
function lineEndAt(raw: string, at: number): number {
  LINE_END.lastIndex = at;
  return LINE_END.test(raw) ? LINE_END.lastIndex - 1 : raw.length;
}
const LINE_END = /[\n\r]/gu;

/** A heading whose end is still to come: the offset and the piece of the output it begins with, and whether a line end was put in before it. */
interface OpenHeading { readonly heading: HeadingSpan; readonly start: number; readonly piece: number; readonly broke: boolean }

function close(raw: string, { heading, start, piece, broke }: OpenHeading, breaks: boolean, { pieces, length }: Output, placed: Restored["headings"], repairs: Repair[]): void {
  placed.push({ start, end: length - (breaks ? 1 : 0), level: heading.level });
  if (heading.level > 0 && (breaks || broke)) repairs.push(headingRepair(raw, heading, pieces.slice(broke ? piece - 1 : piece).join("")));
}

/** What was put in where nothing stood is shown with the character it stands before, at the text's end with the one it stands after; in an empty text there is none. */
function repairOf(raw: string, { start, end, text, kind, reason, confidence }: Edit): Repair | null {
  if (raw === "") return null;
  const isPutIn = start === end;
  const isLast = isPutIn && start === raw.length;
  const span = isLast ? { start: isSecondHalf(raw, start - 1) ? start - 2 : start - 1, end: start } : { start, end: isPutIn ? start + lengthAt(raw, start) : end };
  const stood = raw.slice(span.start, span.end);
  return { kind, span, raw: stood, restored: isLast ? stood + text : isPutIn ? text + stood : text, reason, confidence: round(confidence) };
}

/** What is to be put in within 𠮷, whose two units a model looks at one by one, is put in before it. */
function betweenCharacters(raw: string, edit: Edit): Edit {
  return edit.start === edit.end && isSecondHalf(raw, edit.start) && isFirstHalf(raw, edit.start - 1) ? { ...edit, start: edit.start - 1, end: edit.end - 1 } : edit;
}

const isFirstHalf = (raw: string, at: number) => (raw.charCodeAt(at) & 0xfc00) === 0xd800;
const isSecondHalf = (raw: string, at: number) => (raw.charCodeAt(at) & 0xfc00) === 0xdc00;

/** The character at an offset: one unit, or two. */
const lengthAt = (raw: string, at: number) => (isFirstHalf(raw, at) && isSecondHalf(raw, at + 1) ? 2 : 1);

/** Whether a line ends at an offset, blanks aside. */
function isLineEnd(raw: string, at: number): boolean {
  BLANKS.lastIndex = at;
  BLANKS.test(raw);
  return BLANKS.lastIndex >= raw.length || /[\n\r]/u.test(raw[BLANKS.lastIndex]!);
}
const BLANKS = /[^\S\n\r]*/uy;

/** A heading with the line ends that were put in around it. */
function headingRepair(raw: string, { start, end, confidence }: HeadingSpan, restored: string): Repair {
  return { kind: "heading", span: { start, end }, raw: raw.slice(start, end), restored, reason: "编号之后的标题，与正文分行", confidence: round(confidence) };
}

const round = (confidence: number) => Math.round(confidence * 1000) / 1000;
