/** A paragraph: spans of text → lines, with paragraph-optimal breaks. CLREQ's prohibition rules, punctuation width adjustment, Han–Latin space
 *  and line adjustment, each in the file that its name says. Lengths are points. Pure.
 *  Not here: splitting Latin words, hanging punctuation (most Chinese books have none), kerning of Latin letters. */
import type { Faces } from "../face.ts";
import { adjustMarks } from "./adjust.ts";
import { chooseBreaks } from "./breaks.ts";
import { setLine } from "./line.ts";
import { permitBreaks } from "./permit.ts";
import type { Line, Piece, Setting, Span } from "./types.ts";
import { KIND, kindIn } from "./marks.ts";
import { collect, Units } from "./units.ts";

export type { Line, Piece, Run, Setting, Span } from "./types.ts";

/** One paragraph is set at a time, so one store serves all. */
const units = new Units();

/** Spans → lines. The lines' slices, joined, are the input. */
export function setParagraph(spans: readonly Span[], setting: Setting, faces: Faces): Line[] {
  collect(units, spans, faces);
  if (units.count === 0) return [];
  adjustMarks(units);
  permitBreaks(units, spans, setting);
  const breaks = chooseBreaks(units, setting);
  return breaks.map((end, n) => setLine(units, spans, breaks[n - 1] ?? 0, end, n === 0 ? (setting.indent ?? 0) : 0, n === breaks.length - 1, setting));
}

/** Spans on one line, whatever its width, without looking for breaks: cells of tables. */
export function setOneLine(spans: readonly Span[], faces: Faces): Line {
  collect(units, spans, faces);
  if (units.count === 0) return { from: 0, to: 0, left: 0, right: 0, runs: [] };
  adjustMarks(units);
  return setLine(units, spans, 0, units.count, 0, true, { measure: Infinity, align: "left" });
}

/** Spans → the pieces that lines are made of, unadjusted but for their marks: enough to tell how many lines a measure takes, without setting them. */
export function piecesOf(spans: readonly Span[], faces: Faces): Piece[] {
  collect(units, spans, faces);
  adjustMarks(units);
  permitBreaks(units, spans, { measure: Infinity, align: "left" });
  const pieces: Piece[] = [];
  let width = 0;
  for (let i = 0; i < units.count; i++) {
    const after = units.gap[i]! + (kindIn(units.cls[i]!) === KIND.space ? units.width[i]! : 0);
    width += units.width[i]! + units.gap[i]!;
    if (units.penalty[i] === Infinity && i < units.count - 1) continue;
    pieces.push({ width: width - after, after });
    width = 0;
  }
  return pieces;
}

/** The width of a text on one line, unadjusted but for its marks. */
export function widthOf(spans: readonly Span[], faces: Faces): number {
  collect(units, spans, faces);
  adjustMarks(units);
  const { count, width, gap, lead, trail } = units;
  if (count === 0) return 0;
  let total = -lead[0]! - trail[count - 1]!;
  for (let i = 0; i < count; i++) total += width[i]! + (i < count - 1 ? gap[i]! : 0);
  return total;
}
