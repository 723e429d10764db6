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
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const repairs: Repair[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const text: string[] = [];
  let lineIsBlank = true;
  const put = (s: string, a: number, b: number) => {
    for (let i = 0; i < s.length; i++) {
      const c = s[i]!;
      text.push(c); from.push(a); to.push(b);
      if (c === "\n") lineIsBlank = true;
      else if (/\S/u.test(c)) lineIsBlank = false;
    }
  };
  const starts = new Map(headings.map((heading) => [heading.start, heading]));
  const ends = new Set(headings.map((heading) => heading.end));
  const placed: { start: number; end: number; level: number }[] = [];
  let open: { heading: HeadingSpan; start: number; broke: boolean } | null = null;
  const close = (broke: boolean) => {
    if (!open) return;
    const { heading, start } = open;
    placed.push({ start, end: text.length - (broke ? 1 : 0), level: heading.level });
    if (heading.level > 0 && (broke || open.broke)) repairs.push(headingRepair(raw, heading, text.slice(start - (open.broke ? 1 : 0)).join("")));
    open = null;
  };
  const boundary = (at: number) => {
    const isBreak = (breaks.has(at) || starts.has(at) || ends.has(at)) && !lineIsBlank && !isLineEnd(raw, at);
    if (isBreak) put("\n", at, at);
    if (ends.has(at)) close(isBreak);
    const heading = starts.get(at);
    if (heading) open = { heading, start: text.length, broke: isBreak };
  };
  let next = 0;
  let passed = -1; // edits that put text in leave `at` where it is, and a boundary is crossed once
  for (let at = 0; at <= raw.length;) {
    if (at > passed) boundary(passed = at);
    while (next < sorted.length && sorted[next]!.start < at) next++; // inside an edit already made
    const edit = sorted[next];
    if (edit?.start === at) {
      next++;
      put(edit.text, edit.start, edit.end);
      // What was put in where nothing stood is shown with the character it stands before.
      const end = Math.max(edit.end, Math.min(edit.start + 1, raw.length));
      if (edit.start < end) {
        const stood = raw.slice(edit.start, end);
        repairs.push({ kind: edit.kind, span: { start: edit.start, end }, raw: stood, restored: edit.end === edit.start ? edit.text + stood : edit.text, reason: edit.reason, confidence: round(edit.confidence) });
      }
      if (edit.end > at) { at = edit.end; continue; }
      if (sorted[next]?.start === at) continue;
    }
    if (at === raw.length) break;
    const c = raw[at]!;
    if (c === "\r" && raw[at + 1] === "\n") { put("\n", at, at + 2); at += 2; continue; }
    put(c === "\r" ? "\n" : c, at, at + 1);
    at++;
  }
  close(false);
  repairs.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { document, text: text.join(""), repairs, from, to, headings: placed };
}

/** Whether a line ends at an offset, blanks aside. */
function isLineEnd(raw: string, at: number): boolean {
  const next = /[^\S\n\r]*/uy;
  next.lastIndex = at;
  next.test(raw);
  return next.lastIndex >= raw.length || /[\n\r]/u.test(raw[next.lastIndex]!);
}

/** A heading with the line ends that were put in around it. */
function headingRepair(raw: string, { start, end, confidence }: HeadingSpan, restored: string): Repair {
  return { kind: "heading", span: { start, end }, raw: raw.slice(start, end), restored, reason: "编号之后的标题，与正文分行", confidence: round(confidence) };
}

const round = (confidence: number) => Math.round(confidence * 1000) / 1000;
