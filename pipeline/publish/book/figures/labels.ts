/** Words of figures: set within a width, with the box they take, so that none lies over another. Lengths are points. Not here: what is said. */
import { type Desk, drawLine, look } from "../blocks.ts";
import type { Draw, Tag } from "../draw.ts";
import { type Line, setParagraph, type Span, widthOf } from "../paragraph/index.ts";
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

/** Middles along one axis for things of these sizes, none over the next, within from … to, as near to what was wanted as can be (least squares: the pool of
 *  adjacent violators of isotonic regression, Barlow et al. 1972). Wanted places come in order; where there is too little room, all sizes give way alike. */
export function apart(wanted: readonly number[], sizes: readonly number[], from: number, to: number): number[] {
  const need = sizes.reduce((sum, size) => sum + size, 0);
  const fit = Math.min(1, (to - from) / need);
  let ahead = from;
  const offsets = sizes.map((size) => {
    const middle = ahead + (size * fit) / 2;
    ahead += size * fit;
    return middle;
  });
  const pools: { sum: number; count: number }[] = [];
  wanted.forEach((place, n) => {
    pools.push({ sum: place - offsets[n]!, count: 1 });
    while (pools.length > 1 && mean(pools.at(-2)!) > mean(pools.at(-1)!)) {
      const last = pools.pop()!;
      pools.at(-1)!.sum += last.sum;
      pools.at(-1)!.count += last.count;
    }
  });
  const most = Math.max(0, to - ahead);
  return pools.flatMap((pool) => Array.from({ length: pool.count }, () => Math.min(Math.max(mean(pool), 0), most))).map((moved, n) => moved + offsets[n]!);
}

const mean = ({ sum, count }: { sum: number; count: number }): number => sum / count;
