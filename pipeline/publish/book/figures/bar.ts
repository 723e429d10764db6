/** One bar, lying or upright: full as far as the value is sure, hatched where it may lie, chevrons where the text gives no end. Not here: its place. */
import type { Draw, Tag } from "../draw.ts";
import { INK } from "../style.ts";
import type { Look } from "./inks.ts";
import type { Box } from "./labels.ts";
import type { Amount } from "./plot.ts";
import { beyond, hatch, OPEN } from "./signs.ts";

/** Where a bar lies: `scale` gives places along it, `from` … `to` is its breadth. */
export interface Lane {
  scale: (value: number) => number;
  from: number;
  to: number;
  isUpright: boolean;
}

/** A bar's drawings, and where its label may begin: behind the bar and its sign. */
export function bar(amount: Amount, lane: Lane, look: Look, tag: Tag): { draws: Draw[]; end: number } {
  const { scale, from, to, isUpright } = lane;
  const { value, low, high, qualifier } = amount;
  const [near, far] = value < 0 ? [high, low] : [low, high];
  const box = (a: number, b: number): Box =>
    isUpright ? { left: from, right: to, top: Math.min(a, b), bottom: Math.max(a, b) } : { left: Math.min(a, b), right: Math.max(a, b), top: from, bottom: to };
  const draws = full(box(scale(0), scale(near)), look, isUpright, tag);
  const forth = Math.sign(scale(value) - scale(0)) || (isUpright ? -1 : 1);
  if (!Number.isFinite(far)) {
    const middle = (from + to) / 2;
    const [x, y, toward] = isUpright ? [middle, scale(near), [0, forth] as const] : [scale(near), middle, [forth, 0] as const];
    return { draws: [...draws, ...beyond(x, y, toward, to - from, look.ink, tag)], end: scale(near) + forth * OPEN };
  }
  if (near !== far) {
    const zone = box(scale(near), scale(far));
    draws.push(...hatch(zone, look.ink, isUpright ? ["left", "right"] : ["top", "bottom"], tag));
    // an end that the text names is a line across; of 约 the figure itself, in the midst of where it may lie
    const ends = qualifier === "range" ? [near, far] : [value];
    for (const end of ends) draws.push(across(scale(end), lane, look.ink, tag));
  }
  return { draws, end: scale(far) };
}

function full(box: Box, { ink, striped }: Look, isUpright: boolean, tag: Tag): Draw[] {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (width <= 0 || height <= 0) return [];
  const whole: Draw = { kind: "area", x: box.left, y: box.top, width, height, ink, tag };
  if (!striped) return [whole];
  const stripe: Draw = isUpright ? { kind: "area", x: box.left + width * 0.35, y: box.top, width: width * 0.3, height, ink: INK.white, tag } : { kind: "area", x: box.left, y: box.top + height * 0.35, width, height: height * 0.3, ink: INK.white, tag };
  return [whole, stripe];
}

const across = (at: number, { from, to, isUpright }: Lane, ink: string, tag: Tag): Draw =>
  isUpright ? { kind: "line", x: from, y: at, x2: to, y2: at, ink, weight: 1.1, tag } : { kind: "line", x: at, y: from, x2: at, y2: to, ink, weight: 1.1, tag };
