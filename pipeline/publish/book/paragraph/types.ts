/** What a paragraph is made from and what it becomes. Lengths are points. */
import type { FaceName } from "../face.ts";
import type { Glyphs } from "./glyphs.ts";

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

/** A piece of text that no line may part, and the space to the next one, which a line's end swallows. */
export interface Piece {
  width: number;
  after: number;
}
