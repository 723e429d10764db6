/** Figures set about their point, so that those of a column stand on one (CY/T 170—2019: numbers of a column aligned on the unit's place). Lengths are points.
 *  Not here: which decimals they have (cells). */
import { type Faces, glyphFor } from "../face.ts";
import { reserve } from "../paragraph/glyphs.ts";
import type { Run } from "../paragraph/index.ts";
import { DIGIT_BOX } from "../paragraph/units.ts";
import { INK } from "../style.ts";

/** What a number column's cell says: 12.5 · … · 约90 · 75–80; with the sign of its certainty. */
export interface Figure {
  text: string;
  mark: "*" | "†" | "";
  link?: string;
}

/** A figure about its point: x is 0 there. `left` reaches to the first sign, `right` to the last, `mark` to the end of * or †. */
export interface SetFigure {
  runs: Run[];
  left: number;
  right: number;
  mark: number;
}

/** 12.5 → 12 and .5 · 约90 → 约90 and nothing · 75–80 → 75 and –80 · … → … and nothing: what stands before the point, and what after. */
export function aboutPoint(text: string): [before: string, after: string] {
  let at = text.search(/\d/u);
  if (at < 0) return [text, ""];
  while (at < text.length && (isDigit(text[at]!) || (text[at] === "," && isDigit(text[at + 1] ?? "")))) at++;
  return [text.slice(0, at), text.slice(at)];
}

const isDigit = (char: string): boolean => char >= "0" && char <= "9";

/** Sets a figure in tabular digits: no line of it breaks, so no more than boxes beside each other are needed. flush: its end is taken for its point. */
export function setFigure({ text, mark, link }: Figure, flush: boolean, size: number, faces: Faces): SetFigure {
  const point = flush ? text.length : aboutPoint(text)[0].length;
  const left = widthOf(text.slice(0, point), size, faces);
  const runs: Run[] = [];
  const right = boxes(text, { face: "serif", size, ink: INK.text, rise: 0, link }, -left, faces, runs);
  if (mark === "") return { runs, left, right, mark: right };
  return { runs, left, right, mark: boxes(mark, { face: "sans", size: size * 0.82, ink: INK.accent, rise: size * 0.26, link: undefined }, right + size * 0.08, faces, runs) };
}

function widthOf(text: string, size: number, faces: Faces): number {
  let width = 0;
  for (const char of text) width += boxOf(char, glyphFor(faces, "serif", char.codePointAt(0)!).glyph.advance / 1000) * size;
  return width;
}

/** Adds the runs of a text from x on, and gives where it ends. */
function boxes(text: string, look: Pick<Run, "face" | "size" | "ink" | "rise" | "link">, x: number, faces: Faces, runs: Run[]): number {
  const { glyphs, from } = reserve(text.length);
  let at = from;
  let run: Run | undefined;
  for (const char of text) {
    const { face, glyph, codePoint } = glyphFor(faces, look.face, char.codePointAt(0)!);
    const advance = glyph.advance / 1000;
    const box = boxOf(char, advance);
    if (run === undefined || run.face !== face) {
      run = { face, size: look.size, ink: look.ink, rise: look.rise, glyphs, from: at, to: at, end: x, stretch: 1, link: look.link };
      runs.push(run);
    }
    glyphs.codePoints[at] = codePoint;
    // what is not as wide as its box stands in the middle of it
    glyphs.xs[at] = box === advance ? x : x + (box / 2 - (glyph.left + glyph.right) / 2000) * look.size;
    x += box * look.size;
    run.to = ++at;
    run.end = x;
  }
  return x;
}

/** Em a sign takes; the faces give † a full square. */
const boxOf = (char: string, advance: number): number => (isDigit(char) ? DIGIT_BOX : char === "†" ? Math.min(advance, 0.66) : advance);
