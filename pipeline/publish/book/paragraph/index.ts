/** A paragraph: spans of text → lines, with paragraph-optimal breaks. CLREQ's prohibition rules, punctuation width adjustment, Han–Latin space
 *  and line adjustment, each in the file that its name says. Lengths are points. Pure.
 *  Not here: splitting Latin words, hanging punctuation (most Chinese books have none), kerning of Latin letters. */
import type { Faces } from "../face.ts";
import { adjustMarks } from "./adjust.ts";
import { chooseBreaks } from "./breaks.ts";
import { setLine } from "./line.ts";
import { permitBreaks } from "./permit.ts";
import type { Line, Setting, Span } from "./types.ts";
import { collect, Units } from "./units.ts";

export type { Line, Run, Setting, Span } from "./types.ts";

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
