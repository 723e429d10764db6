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
 * Carriage returns and line feeds of the raw text are kept as single '\n'. */
export function putBack(document: string, raw: string, edits: readonly Edit[], headings: readonly HeadingSpan[], breaks: ReadonlySet<number>): Restored {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const repairs: Repair[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const text: string[] = [];
  const put = (s: string, a: number, b: number) => {
    for (let i = 0; i < s.length; i++) { text.push(s[i]!); from.push(a); to.push(b); }
  };
  const lineEndsAlready = () => text.length === 0 || text.at(-1) === "\n";
  const starts = new Map(headings.map((heading) => [heading.start, heading]));
  const ends = new Set(headings.map((heading) => heading.end));
  const placed: { start: number; end: number; level: number }[] = [];
  let open: { start: number; level: number } | null = null;
  const boundary = (at: number) => {
    if (open && ends.has(at)) { placed.push({ start: open.start, end: text.length, level: open.level }); open = null; }
    if ((breaks.has(at) || starts.has(at) || ends.has(at)) && !lineEndsAlready()) put("\n", at, at);
    const heading = starts.get(at);
    if (heading) open = { start: text.length, level: heading.level };
  };
  let next = 0;
  for (let at = 0; at <= raw.length;) {
    boundary(at);
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
    if (/[\r\n]/u.test(c)) { if (!lineEndsAlready()) put("\n", at, at + 1); }
    else put(c, at, at + 1);
    at++;
  }
  if (open) placed.push({ start: (open as { start: number }).start, end: text.length, level: (open as { level: number }).level });
  for (const heading of headings) {
    if (heading.level === 0) continue;
    const a = from.indexOf(heading.start);
    const b = to.lastIndexOf(heading.end);
    repairs.push({ kind: "heading", span: { start: heading.start, end: heading.end }, raw: raw.slice(heading.start, heading.end), restored: text.slice(a, b + 1).join(""), reason: "编号之后的标题，与正文分行", confidence: round(heading.confidence) });
  }
  repairs.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { document, text: text.join(""), repairs, from, to, headings: placed };
}

const round = (confidence: number) => Math.round(confidence * 1000) / 1000;
