/** Figures set about their point, so that those of a column stand on one (CY/T 170—2019: numbers of a column aligned on the unit's place). Lengths are points.
 *  Not here: which decimals they have (cells). */
import { type Faces, glyphFor } from "../face.ts";
import { DIGIT_BOX, type Run } from "../paragraph.ts";
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
  const [before, after] = flush ? [text, ""] : aboutPoint(text);
  const plain = { face: "serif", size, ink: INK.text, rise: 0, link } as const;
  const first = boxes(before, plain, 0, faces);
  const second = boxes(after, plain, 0, faces);
  const sign = boxes(mark, { face: "sans", size: size * 0.82, ink: INK.accent, rise: size * 0.26, link: undefined }, second.end + (mark === "" ? 0 : size * 0.08), faces);
  for (const run of first.runs) {
    run.xs = run.xs.map((x) => x - first.end);
    run.end -= first.end;
  }
  return { runs: [...joined([...first.runs, ...second.runs]), ...sign.runs], left: first.end, right: second.end, mark: mark === "" ? second.end : sign.end };
}

function boxes(text: string, look: Pick<Run, "face" | "size" | "ink" | "rise" | "link">, from: number, faces: Faces): { runs: Run[]; end: number } {
  const runs: Run[] = [];
  let x = from;
  for (const char of text) {
    const { face, glyph, codePoint } = glyphFor(faces, look.face, char.codePointAt(0)!);
    const width = boxOf(char, glyph.advance / 1000) * look.size;
    const shift = isDigit(char) || char === "†" ? width / 2 - ((glyph.left + glyph.right) / 2000) * look.size : 0;
    let run = runs.at(-1);
    if (run === undefined || run.face !== face) runs.push((run = { ...look, face, codePoints: [], xs: [], end: x, stretch: 1 }));
    run.codePoints.push(codePoint);
    run.xs.push(x + shift);
    x += width;
    run.end = x;
  }
  return { runs, end: x };
}

/** Em a sign takes; the faces give † a full square. */
const boxOf = (char: string, advance: number): number => (isDigit(char) ? DIGIT_BOX : char === "†" ? Math.min(advance, 0.66) : advance);

/** Runs of one face that meet are one: 12 and .5 are read as 12.5. */
function joined(runs: Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last !== undefined && last.face === run.face) {
      last.codePoints.push(...run.codePoints);
      last.xs.push(...run.xs);
      last.end = run.end;
    } else out.push(run);
  }
  return out;
}
