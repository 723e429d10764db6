/** Lines, areas and shapes as operators, and how far a drawing reaches. Not here: text (fonts), what is marked as what (page). */
import type { Draw } from "../draw.ts";
import { colour } from "./inks.ts";
import { number } from "./pdf.ts";

export type Vector = Exclude<Draw, { kind: "link" | "text" }>;

/** A vector's operators; `height` is the page's, whose y grows upwards. */
export function vectorOperators(draw: Vector, height: number): string {
  const y = height - draw.y;
  switch (draw.kind) {
    case "area": return `${colour(draw.ink, "rg")} ${number(draw.x)} ${number(y - draw.height)} ${number(draw.width)} ${number(draw.height)} re f`;
    case "line": return `${colour(draw.ink, "RG")} ${number(draw.weight)} w ${draw.dash === undefined ? "[] 0 d" : `[${draw.dash.join(" ")}] 0 d`} ${number(draw.x)} ${number(y)} m ${number(draw.x2)} ${number(height - draw.y2)} l S`;
    case "shape": return `${painted(draw)} ${draw.points.map(([px, py], n) => `${number(draw.x + px)} ${number(y - py)} ${n === 0 ? "m" : "l"}`).join(" ")} ${draw.closed ? "h " : ""}${how(draw)}`;
    case "disc": return `${painted(draw)} ${circle(draw.x, y, draw.radius)} ${how(draw)}`;
  }
}

const painted = (draw: { fill?: string; stroke?: string; weight?: number }): string => `${draw.fill === undefined ? "" : colour(draw.fill, "rg")} ${draw.stroke === undefined ? "" : `${colour(draw.stroke, "RG")} ${number(draw.weight ?? 1)} w`}`;
const how = (draw: { fill?: string; stroke?: string }): string => (draw.fill === undefined ? "S" : draw.stroke === undefined ? "f" : "B");

function circle(x: number, y: number, r: number): string {
  const k = 0.5523 * r; // four Bézier arcs
  const p = (dx: number, dy: number): string => `${number(x + dx)} ${number(y + dy)}`;
  return `${p(r, 0)} m ${p(r, k)} ${p(k, r)} ${p(0, r)} c ${p(-k, r)} ${p(-r, k)} ${p(-r, 0)} c ${p(-r, -k)} ${p(-k, -r)} ${p(0, -r)} c ${p(k, -r)} ${p(r, -k)} ${p(r, 0)} c h`;
}

/** Left, top, right, bottom; y downwards, as drawings have it. */
export type Extent = readonly [number, number, number, number];

/** What a drawing covers; null where it covers nothing. */
export function extentOf(draw: Draw): Extent | null {
  switch (draw.kind) {
    case "link": return null;
    case "area": return [draw.x, draw.y, draw.x + draw.width, draw.y + draw.height];
    case "line": return [Math.min(draw.x, draw.x2), Math.min(draw.y, draw.y2), Math.max(draw.x, draw.x2), Math.max(draw.y, draw.y2)];
    case "disc": return [draw.x - draw.radius, draw.y - draw.radius, draw.x + draw.radius, draw.y + draw.radius];
    case "shape": return draw.points.map(([x, y]): Extent => [draw.x + x, draw.y + y, draw.x + x, draw.y + y]).reduce(united);
    case "text": return draw.runs.length === 0 ? null : draw.runs.map((run): Extent => [draw.x + (run.glyphs.xs[run.from] ?? 0), draw.y - run.rise - 0.88 * run.size, draw.x + run.end, draw.y - run.rise + 0.12 * run.size]).reduce(united);
  }
}

export const united = (a: Extent, b: Extent): Extent => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
