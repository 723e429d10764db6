/** Lines over time, their points marked, each named at its end. A gap in the values is a gap in the line; so is a break, with a dashed upright in its midst.
 *  Years stand as far apart as they are. Not here: the words beside points (line-words). */
import { extent } from "d3-array";
import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import type { Desk } from "../blocks.ts";
import type { Draw, Tag } from "../draw.ts";
import { INK, LEADING } from "../style.ts";
import { type Drawing, signsOf } from "./drawing.ts";
import { seriesLook } from "./inks.ts";
import { nameLook, valueLook, width } from "./labels.ts";
import { axis, BEFORE, columnNames, firstValues, lineNames, type Point, roomForNames, type Segment, values } from "./line-words.ts";
import { type Amount, amountsOf, type Plot } from "./plot.ts";
import { lengthScale, rankScale } from "./scales.ts";
import { beyond, hatch, mark } from "./signs.ts";

const RADIUS = 2.5;
const WEIGHT = 1.4;
const NAMES = 150; // room for the names of lines, at most
const LEAD = 24; // from a line's end to its name
const WIDEST = 150; // from one point to the next

/** Heights that are tried in turn, in rows of the grid: the least at which all values find a place beside their points. */
const HEIGHTS = [4.8, 5.8, 8, 11];

/** Ranks have the first place on top. Where no height gives all values a place, the figure is low and an axis says them. */
export function lines(desk: Desk, plot: Plot, isRanks: boolean, owner: Tag): Drawing {
  const least = plot.series.length > 3 ? 8 : plot.series.length === 1 && plot.names.length <= 4 ? 4.8 : 5.8;
  for (const rows of HEIGHTS.filter((height) => height >= least)) {
    const plain = drawn(desk, plot, { isRanks, hasAxis: false, rows }, owner);
    if (plain.omitted === 0) return plain;
  }
  return drawn(desk, plot, { isRanks, hasAxis: true, rows: 8 }, owner);
}

function drawn(desk: Desk, plot: Plot, { isRanks, hasAxis, rows }: { isRanks: boolean; hasAxis: boolean; rows: number }, owner: Tag): Drawing & { omitted: number } {
  const { measure } = desk.page;
  const several = plot.series.length > 1;
  const tall = Math.max(rows * LEADING, plot.series.length * 10.5 + 24);
  const amounts = amountsOf(plot);
  // a single line has its first value above its first point, several have theirs before it
  const first = plot.series.map(({ amounts: [one] }) => (one == null ? 0 : width(desk, valueLook(one.label))));
  const beside = several ? Math.max(...first) + BEFORE + 1 : 0;
  const named = several ? roomForNames(desk, plot, NAMES) : 0;
  const half = Math.max(width(desk, nameLook(plot.names[0]!)), ...amounts.map((one) => width(desk, valueLook(one.label)))) / 2;
  const edge = Math.min(measure * 0.3, Math.max(16, half + 4, beside));
  const before = edge + (hasAxis ? 34 : 0), after = several ? named + LEAD : edge;
  // two years a whole measure apart make a flat line in an empty field
  const broad = Math.min(measure - before - after, Math.max(1, plot.names.length - 1) * WIDEST);
  const left = (measure - broad - before - after) / 2 + before, right = left + broad;
  const at = placesOf(plot.names, left, right);
  const range = isRanks ? ([20, tall - 18] as const) : ([amounts.some(({ low }) => low < 0) ? tall - 8 : tall, 20] as const);
  const scale = isRanks ? rankScale(plot, range) : lengthScale(plot, range);
  const points = plot.series.map(({ amounts: all }) => all.map((amount, n): Point | null => (amount === null ? null : { x: at(n), y: scale(amount.value), amount })));
  const segments = points.map((row, n) => segmentsOf(row, plot.series[n]!.cuts));
  const ticks = hasAxis ? axis(desk, scale, left, right, owner) : { draws: [], boxes: [] };
  const draws: Draw[] = [
    ...ticks.draws,
    { kind: "line", x: left - (hasAxis ? 6 : edge), y: tall, x2: right + (several ? 10 : edge), y2: tall, ink: INK.rule, weight: 0.6, tag: owner },
    ...points.flatMap((row, n) => breaks(row, plot.series[n]!.cuts, seriesLook(n).ink, owner)),
    ...segments.flatMap((all, n) => all.map((one): Draw => ({ kind: "line", ...one, ink: seriesLook(n).ink, weight: WEIGHT, ...(seriesLook(n).dash === undefined ? {} : { dash: seriesLook(n).dash! }), tag: owner }))),
    ...points.flatMap((row, n) => row.flatMap((point) => (point === null ? [] : pointDraws(point, scale, n, owner)))),
  ];
  const nothing = { draws: [], boxes: [], said: new Set<Point>() };
  const firsts = several && !hasAxis && plot.names.length > 1 ? firstValues(desk, points, tall, owner) : nothing;
  const names = several ? lineNames(desk, plot, points, right + LEAD, named, tall, owner) : nothing;
  const words = values(desk, points, segments.flat(), { boxes: [...names.boxes, ...firsts.boxes, ...ticks.boxes], said: new Set([...names.said, ...firsts.said]) }, { measure, floor: tall - 1 }, owner);
  draws.push(...firsts.draws, ...names.draws, ...words.draws, ...columnNames(desk, plot.names, at, tall, owner));
  return {
    draws, height: tall + 17, leftOut: 0, signs: signsOf(amounts, true), omitted: words.omitted,
    notes: [...(isRanks ? ["位次越小，位置越高。"] : []), ...(plot.series.some(({ cuts }) => cuts.size > 0) ? ["竖虚线处前后不可比，连线断开。"] : []), ...(words.omitted > 0 ? ["未尽标数值。"] : [])],
  };
}

/** Where the rows stand between two places: years by their distance, other names evenly. */
function placesOf(names: readonly string[], from: number, to: number): (row: number) => number {
  const years = names.map(Number);
  const [first, last] = extent(years);
  const isTimed = first !== last && names.every((name) => /^\d{4}$/u.test(name));
  const even = scalePoint<number>().domain(names.map((_, i) => i)).range([from, to]).padding(names.length === 1 ? 0.5 : 0);
  const byYear = scaleLinear().domain([first ?? 0, last ?? 1]).range([from, to]);
  return (row) => (isTimed ? byYear(years[row]!) : (even(row) ?? from));
}

/** The stretches of a line, from point to point: none over a gap or a break. */
function segmentsOf(points: readonly (Point | null)[], cuts: ReadonlySet<number>): Segment[] {
  const segments: Segment[] = [];
  let from: { x: number; y: number } | null = null;
  const pen = {
    moveTo: (x: number, y: number) => void (from = { x, y }),
    lineTo: (x: number, y: number) => {
      if (from !== null) segments.push({ ...from, x2: x, y2: y });
      from = { x, y };
    },
    closePath: () => undefined,
  };
  // a break is a place without a value before the point that it cuts off
  const all = points.flatMap((point, n): (Point | null)[] => (cuts.has(n) ? [null, point] : [point]));
  line<Point | null>((point) => point!.x, (point) => point!.y).defined((point) => point !== null).context(pen as unknown as CanvasRenderingContext2D)(all);
  return segments;
}

function breaks(points: readonly (Point | null)[], cuts: ReadonlySet<number>, ink: string, owner: Tag): Draw[] {
  return [...cuts].flatMap((n): Draw[] => {
    const [before, after] = [points[n - 1], points[n]];
    if (after == null || n === 0) return [];
    const x = ((before?.x ?? after.x - 24) + after.x) / 2;
    const [top, bottom] = [Math.min(after.y, before?.y ?? after.y), Math.max(after.y, before?.y ?? after.y)];
    return [{ kind: "line", x, y: top - 9, x2: x, y2: bottom + 9, ink, weight: 0.8, dash: [2, 2], tag: owner }];
  });
}

function pointDraws({ x, y, amount }: Point, scale: (value: number) => number, series: number, owner: Tag): Draw[] {
  const { ink, symbol } = seriesLook(series);
  return [...reach(x, y, amount, scale, ink, owner), ...mark(symbol, x, y, RADIUS, ink, amount.qualifier !== "exact", owner)];
}

/** Where a hedged value may lie: a hatched strip upright through its point, or chevrons. */
function reach(x: number, y: number, { low, high, qualifier }: Amount, scale: (value: number) => number, ink: string, owner: Tag): Draw[] {
  if (qualifier === "exact") return [];
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    const forth = Math.sign(scale(1) - scale(0)) * (high === Infinity ? 1 : -1);
    return beyond(x, y + forth * (RADIUS - 1), [0, forth], 7, ink, owner);
  }
  const [top, bottom] = [Math.min(scale(low), scale(high)), Math.max(scale(low), scale(high))];
  return hatch({ left: x - 2, right: x + 2, top, bottom }, ink, ["left", "right"], owner);
}
