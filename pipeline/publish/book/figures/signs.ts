/** The signs of figures: marks of points, and the open ends of values that the text does not give to the digit. Lengths are points. Not here: where they stand. */
import { symbol, type SymbolType } from "d3-shape";
import type { Draw, Tag } from "../draw.ts";
import { INK } from "../style.ts";
import type { Box } from "./labels.ts";

/** Room that the sign of an open end takes beyond a bar or point: it has no length of its own. */
export const OPEN = 9;

/** The corners of one of d3's shapes; a circle has fewer than three. */
function corners(type: SymbolType, size: number): [number, number][] {
  const points: [number, number][] = [];
  const pen = {
    moveTo: (x: number, y: number) => void points.push([x, y]),
    lineTo: (x: number, y: number) => void points.push([x, y]),
    rect: (x: number, y: number, w: number, h: number) => void points.push([x, y], [x + w, y], [x + w, y + h], [x, y + h]),
    arc: () => undefined,
    closePath: () => undefined,
  };
  symbol(type, size).context(pen as unknown as CanvasRenderingContext2D)();
  return points;
}

/** A point's mark, of the area of a disc of this radius; hollow where its value is hedged. */
export function mark(type: SymbolType, x: number, y: number, radius: number, ink: string, isHollow: boolean, tag: Tag | null): Draw[] {
  const one = (r: number, fill: string): Draw => {
    const points = corners(type, Math.PI * r * r);
    return points.length < 3 ? { kind: "disc", x, y, radius: r, fill, tag } : { kind: "shape", x, y, points, closed: true, fill, tag };
  };
  return [one(radius + 0.9, INK.white), one(radius, ink), ...(isHollow ? [one(radius * 0.55, INK.white)] : [])];
}

/** A box hatched from lower left to upper right, 2.6 apart, with fine lines along the sides named. */
export function hatch(box: Box, ink: string, sides: readonly ("left" | "right" | "top" | "bottom")[], tag: Tag | null): Draw[] {
  const { left, right, top, bottom } = box;
  const line = (x: number, y: number, x2: number, y2: number, weight: number): Draw => ({ kind: "line", x, y, x2, y2, ink, weight, tag });
  const draws: Draw[] = [];
  const tall = bottom - top;
  // the line that begins at (start, bottom) rises to (start + tall, top): what lies outside the box is cut off
  for (let start = left - tall + 1.3; start < right; start += 2.6) {
    const x = Math.max(start, left), x2 = Math.min(start + tall, right);
    if (x2 > x) draws.push(line(x, bottom - (x - start), x2, bottom - (x2 - start), 0.6));
  }
  const edges = { left: [left, top, left, bottom], right: [right, top, right, bottom], top: [left, top, right, top], bottom: [left, bottom, right, bottom] } as const;
  for (const side of sides) draws.push(line(...edges[side], 0.6));
  return draws;
}

/** Two chevrons that lead on from (x, y): the value lies beyond, the text does not say how far. `toward` is the way it lies, `across` the bar's breadth. */
export function beyond(x: number, y: number, toward: readonly [number, number], across: number, ink: string, tag: Tag | null): Draw[] {
  const [dx, dy] = toward;
  const half = Math.min(across / 2, 4.2), deep = half * 0.8;
  return [2, 5.2].flatMap((out, n) => {
    const tip = { x: x + dx * (out + deep), y: y + dy * (out + deep) };
    return [-1, 1].map((side): Draw => ({ kind: "line", x: x + dx * out + dy * half * side, y: y + dy * out + dx * half * side, x2: tip.x, y2: tip.y, ink, weight: n === 0 ? 1.1 : 0.7, tag }));
  });
}
