/** Words of figures: set within a width, with the box they take, so that none lies over another. Lengths are points. Not here: what is said. */
import { type Desk, drawLine, look } from "../blocks.ts";
import type { Draw, Tag } from "../draw.ts";
import { type Line, setParagraph, type Span, widthOf } from "../paragraph.ts";
import { INK } from "../style.ts";

export const SMALL = 8;
export const NAME = 9;
/** Baselines of two small lines, one above the other. */
export const ROW = 10;

export const small = look("sans", SMALL, INK.grey);
export const valueLook = look("sans", SMALL, INK.text);
export const nameLook = look("serif", NAME, INK.text);

/** What a word or mark takes of the paper. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
export const isFree = (box: Box, taken: readonly Box[]): boolean => taken.every((other) => !meet(box, other));

/** The box of one line set at x on a baseline: 0.88 em above it, 0.12 below (the faces' typographic ascent and descent). */
export function boxOf(width: number, x: number, y: number, align: "left" | "center" | "right", size: number): Box {
  const left = x - (align === "center" ? width / 2 : align === "right" ? width : 0);
  return { left, right: left + width, top: y - 0.88 * size, bottom: y + 0.12 * size };
}

export const width = (desk: Pick<Desk, "faces">, span: Span): number => widthOf([span], desk.faces);

/** A text on one line of at most `measure`; what does not fit ends in …. */
export function fitted(desk: Pick<Desk, "faces">, text: Span, measure: number): Span {
  if (width(desk, text) <= measure) return text;
  const characters = Array.from(text.text);
  let length = Math.max(0, Math.min(characters.length - 1, Math.floor(measure / (text.size * 0.5))));
  const cut = (): Span => ({ ...text, text: `${characters.slice(0, length).join("")}…` });
  while (length > 0 && width(desk, cut()) > measure) length--;
  return cut();
}

/** A text in at most so many lines of `measure`; what does not fit ends in …. */
export function wrapped(desk: Pick<Desk, "faces">, text: Span, measure: number, most: number, align: "left" | "center" | "right" = "left"): Line[] {
  const set = (one: Span): Line[] => setParagraph([one], { measure, align }, desk.faces);
  const lines = set(text);
  if (lines.length <= most && lines.every((line) => line.right - line.left <= measure + 0.01)) return lines;
  const characters = Array.from(text.text);
  // what is cut is found by halving: texts are long only when somebody means to break us
  let [low, high] = [0, characters.length];
  const cut = (length: number): Line[] => set({ ...text, text: `${characters.slice(0, length).join("")}…` });
  const fits = (some: readonly Line[]): boolean => some.length <= most && some.every((line) => line.right - line.left <= measure + 0.01);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(cut(middle))) low = middle;
    else high = middle - 1;
  }
  return cut(low);
}

/** Lines below each other, the first on baseline y. */
export const drawLines = (lines: readonly Line[], x: number, y: number, owner: Tag, row = ROW): Draw[] => lines.flatMap((line, n) => drawLine(line, x, y + n * row, owner));

/** Places along one axis, each `gap` or more from the next, within from … to, as near to what was wanted as can be: neighbours that press on each other
 *  are moved as one, about the mean of what they want. Wanted places come in order; where there is too little room, the gap gives way. */
export function apart(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const step = wanted.length > 1 ? Math.min(gap, (to - from) / (wanted.length - 1)) : gap;
  const clusters: { first: number; count: number; sum: number }[] = [];
  const start = (one: { count: number; sum: number }): number => Math.min(Math.max(one.sum / one.count, from), to - (one.count - 1) * step);
  wanted.forEach((place, n) => {
    clusters.push({ first: n, count: 1, sum: place });
    while (clusters.length > 1) {
      const [above, below] = [clusters.at(-2)!, clusters.at(-1)!];
      if (start(above) + above.count * step <= start(below) + 1e-9) break;
      clusters.pop();
      // a member's wish, as a wish for the cluster's first place
      above.sum += below.sum - below.count * above.count * step;
      above.count += below.count;
    }
  });
  return clusters.flatMap((one) => Array.from({ length: one.count }, (_, i) => start(one) + i * step));
}
