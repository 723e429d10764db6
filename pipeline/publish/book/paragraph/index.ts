/** A paragraph: spans of text → lines, with paragraph-optimal breaks. CLREQ's prohibition rules, punctuation width adjustment, Han–Latin space
 *  and line adjustment, each in the file that its name says. Lengths are points. Pure.
 *  Not here: splitting Latin words, hanging punctuation (most Chinese books have none), kerning of Latin letters. */
import type { FaceName, Faces } from "../face.ts";
import { adjustMarks } from "./adjust.ts";
import { chooseBreaks } from "./breaks.ts";
import type { Glyphs } from "./glyphs.ts";
import { setLine } from "./line.ts";
import { permitBreaks } from "./permit.ts";
import { collect, Units } from "./units.ts";

/** Text of one look. `rise` lifts the baseline (superscripts), `tabular` gives all digits one width. */
export interface Span {
  text: string;
  face: FaceName;
  size: number;
  ink?: string;
  rise?: number;
  tabular?: boolean;
  /** a place of the book that these words lead to */
  link?: string;
}

/** How a paragraph is set: the measure, the first line's indent, how lines are filled. */
export interface Setting {
  measure: number;
  indent?: number;
  align: "justify" | "left" | "center" | "right";
}

/** Glyphs of one look on one line: `from`–`to` of `glyphs`, where each glyph's origin is told from the line's left edge. `stretch` widens a dash to its em. */
export interface Run {
  face: FaceName;
  size: number;
  ink: string | undefined;
  rise: number;
  glyphs: Glyphs;
  from: number;
  to: number;
  /** where the last box ends */
  end: number;
  stretch: number;
  link: string | undefined;
}

/** A set line: what part of the paragraph's text it holds (UTF-16, half-open) and from where to where its ink-bearing boxes reach. */
export interface Line {
  from: number;
  to: number;
  left: number;
  right: number;
  runs: Run[];
}

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
