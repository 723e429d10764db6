/** The words of a figure of lines: names at the ends, values beside points, years below, and the axis where values have no room. Not here: lines and points. */
import { type Desk, label } from "../blocks.ts";
import type { Draw, Tag } from "../draw.ts";
import { widthOf } from "../paragraph/index.ts";
import { INK } from "../style.ts";
import { printed } from "../table/index.ts";
import { seriesLook } from "./inks.ts";
import { apart, type Box, boxOf, fitted, isFree, NAME, nameLook, small, SMALL, valueLook, width } from "./labels.ts";
import type { Amount, Plot } from "./plot.ts";
import { mark, OPEN } from "./signs.ts";

export interface Point {
  x: number;
  y: number;
  amount: Amount;
}

export interface Segment {
  x: number;
  y: number;
  x2: number;
  y2: number;
}

/** Names of lines in a column at the right, each as near to its line's last point as the others let it, with its mark and a fine line that leads there. The value of
 *  the last row stands before the name: ends of lines lie close together, names do not. `said` are the points whose value is so told. */
export function lineNames(desk: Desk, plot: Plot, points: readonly (readonly (Point | null)[])[], x: number, room: number, tall: number, owner: Tag): { draws: Draw[]; boxes: Box[]; said: ReadonlySet<Point> } {
  const ends = points
    .flatMap((row, n) => {
      const last = row.findLast((point) => point !== null) ?? null;
      return last === null ? [] : [{ n, last, isSaid: row.at(-1) === last }];
    })
    .sort((a, b) => a.last.y - b.last.y || a.n - b.n);
  const places = apart(ends.map(({ last }) => last.y), ends.map(() => NAME + 1.5), 0, tall);
  const draws: Draw[] = [];
  const boxes: Box[] = [];
  ends.forEach(({ n, last, isSaid }, i) => {
    const y = places[i]!, { ink, symbol } = seriesLook(n);
    const value = isSaid ? [valueLook(`${last.amount.label} `)] : [];
    const wide = value.reduce((sum, span) => sum + width(desk, span), 0);
    const words = [...value, fitted(desk, nameLook(plot.series[n]!.name), room - wide - NAME / 2)]; // an opening mark has its blank half here
    const isFar = last.x < x - 20 || Math.abs(last.y - y) > 2;
    if (isFar) draws.push({ kind: "line", x: last.x + 4, y: last.y, x2: x - 9, y2: y, ink: INK.rule, weight: 0.4, tag: null }, ...mark(symbol, x - 5, y, 2.2, ink, false, owner));
    draws.push(...label(desk, words, x, y + NAME * 0.36, "left", owner));
    boxes.push({ ...boxOf(widthOf(words, desk.faces), x, y + NAME * 0.36, "left", NAME), left: isFar ? x - 9 : x - 2 });
  });
  return { draws, boxes, said: new Set(ends.flatMap(({ last, isSaid }) => (isSaid ? [last] : []))) };
}

/** Values of the first row before their points, one below the other in the order of the points, so that none can be read as another's. */
export function firstValues(desk: Desk, points: readonly (readonly (Point | null)[])[], tall: number, owner: Tag): { draws: Draw[]; boxes: Box[]; said: ReadonlySet<Point> } {
  const firsts = points.flatMap(([point]) => point ?? []).sort((a, b) => a.y - b.y);
  const places = apart(firsts.map(({ y }) => y), firsts.map(() => SMALL + 1.5), 0, tall);
  const draws: Draw[] = [];
  const boxes = firsts.map((point, n) => {
    const text = valueLook(point.amount.label), y = places[n]!;
    if (Math.abs(y - point.y) > 2) draws.push({ kind: "line", x: point.x - 7, y, x2: point.x - 3, y2: point.y, ink: INK.rule, weight: 0.4, tag: null });
    draws.push(...label(desk, [text], point.x - BEFORE, y + SMALL * 0.36, "right", owner));
    return boxOf(width(desk, text), point.x - BEFORE, y + SMALL * 0.36, "right", SMALL);
  });
  return { draws, boxes, said: new Set(firsts) };
}

/** From a value before its point to the point. */
export const BEFORE = 8;

/** The room that names and last values ask for. */
export function roomForNames(desk: Desk, plot: Plot, most: number): number {
  return Math.min(most, Math.max(...plot.series.map(({ name, amounts }) => widthOf([valueLook(`${amounts.at(-1)?.label ?? ""} `), nameLook(name)], desk.faces))) + 1 + NAME / 2);
}

/** Values above their points, or below or beside them: where no word stands, better where no line runs. Ends come first, and what finds no place is counted. */
export function values(desk: Desk, points: readonly (readonly (Point | null)[])[], segments: readonly Segment[], { boxes: taken, said }: { boxes: readonly Box[]; said: ReadonlySet<Point> }, paper: { measure: number; floor: number }, owner: Tag): { draws: Draw[]; omitted: number } {
  const all = points.flatMap((row) => row.flatMap((point, n) => (point === null ? [] : [{ point, rank: n === row.length - 1 ? 0 : n === 0 ? 1 : 2, column: points.flatMap((other) => other[n] ?? []), isLow: isValley(row, n) }])));
  const boxes = [...taken, ...all.map(({ point: { x, y } }): Box => ({ left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 }))];
  const draws: Draw[] = [];
  let omitted = 0;
  for (const { point, isLow, column } of all.filter((one) => !said.has(one.point)).sort((a, b) => a.rank - b.rank)) {
    const text = valueLook(point.amount.label);
    const wide = width(desk, text);
    const open = point.amount.high === Infinity ? OPEN : 0;
    const above = { dx: 0, dy: -5.5 - open, align: "center" as const };
    const below = { dx: 0, dy: 12, align: "center" as const };
    const places = [...(isLow ? [below, above] : [above, below]), ...BESIDE]
      .map(({ dx, dy, align }) => ({ x: point.x + dx, y: point.y + dy, align }))
      .map((place) => ({ ...place, box: withAir(boxOf(wide, place.x, place.y, place.align, SMALL)) }))
      .filter(({ box }) => box.left >= 0 && box.right <= paper.measure && box.top >= 0 && box.bottom <= paper.floor && isFree(box, boxes) && isNearest(box, point, column));
    const clear = places.find(({ box }) => !segments.some((segment) => crosses(segment, box)));
    const place = clear ?? places[0];
    if (place === undefined) {
      omitted++;
      continue;
    }
    boxes.push(place.box);
    const { left, top, right, bottom } = place.box;
    if (clear === undefined) draws.push({ kind: "area", x: left - 0.5, y: top + 1.2, width: right - left + 1, height: bottom - top - 1.6, ink: INK.white, tag: null }); // the line gives way to the figure
    draws.push(...label(desk, [text], place.x, place.y, place.align, owner));
  }
  return { draws, omitted };
}

/** No other point of the row is nearer to the value: it would be read as that one's. */
function isNearest(box: Box, own: Point, column: readonly Point[]): boolean {
  const middle = (box.top + box.bottom) / 2;
  return column.every(({ y }) => Math.abs(middle - own.y) <= Math.abs(middle - y));
}

/** Two figures in columns want air between them. */
const withAir = (box: Box): Box => ({ ...box, top: box.top - 0.6, bottom: box.bottom + 0.6 });

/** Places beside a point: level with it, then a little higher or lower. */
const BESIDE = [2.9, -3, 9].flatMap((dy) => [{ dx: -6, dy, align: "right" as const }, { dx: 6, dy, align: "left" as const }]);

/** A point below both its neighbours: its line runs above it. */
const isValley = (row: readonly (Point | null)[], n: number): boolean => [row[n - 1], row[n + 1]].every((one) => one != null && one.y < row[n]!.y - 4);

/** Whether a stretch of a line runs through a box; it runs from left to right. */
function crosses({ x, y, x2, y2 }: Segment, box: Box): boolean {
  const [from, to] = [Math.max(x, box.left), Math.min(x2, box.right)];
  if (from > to || x === x2) return false;
  const at = (place: number): number => y + ((y2 - y) * (place - x)) / (x2 - x);
  return Math.min(at(from), at(to)) < box.bottom && Math.max(at(from), at(to)) > box.top;
}

/** Names below, the last and the first before the others: one that would touch another is left out. */
export function columnNames(desk: Desk, names: readonly string[], at: (row: number) => number, tall: number, owner: Tag): Draw[] {
  const { measure } = desk.page;
  const boxes: Box[] = [];
  const order = names.map((_, n) => n).sort((a, b) => rankOf(a, names.length) - rankOf(b, names.length));
  return order.flatMap((n) => {
    const text = fitted(desk, { ...nameLook(names[n]!), size: SMALL + 0.5 }, 2 * Math.min(at(n), measure - at(n)));
    const box = boxOf(width(desk, text), at(n), tall + 12, "center", SMALL + 0.5);
    if (!isFree({ ...box, left: box.left - 3, right: box.right + 3 }, boxes)) return [];
    boxes.push(box);
    return label(desk, [text], at(n), tall + 12, "center", owner);
  });
}

const rankOf = (n: number, count: number): number => (n === count - 1 ? -2 : n === 0 ? -1 : n);

/** Ticks at the left with fine lines across; none where all values are one. */
export function axis(desk: Desk, scale: { (value: number): number; ticks?: (count: number) => number[] }, left: number, right: number, owner: Tag): { draws: Draw[]; boxes: Box[] } {
  const ticks = (scale.ticks?.(5) ?? []).map((tick) => ({ y: scale(tick), text: fitted(desk, small(printed(tick, null)), left - 12) }));
  return {
    draws: ticks.flatMap(({ y, text }): Draw[] => [{ kind: "line", x: left - 6, y, x2: right, y2: y, ink: INK.light, weight: 0.4, tag: null }, ...label(desk, [text], left - 9, y + SMALL * 0.36, "right", owner)]),
    boxes: ticks.map(({ y, text }) => boxOf(width(desk, text), left - 9, y + SMALL * 0.36, "right", SMALL)),
  };
}
