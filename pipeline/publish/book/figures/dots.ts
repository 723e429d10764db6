/** Points on a common axis, one a row and series: no length is read, so nought need not be on it. A hedged value is hollow, with a strip where it may lie or
 *  chevrons where the text gives no end. */
import { type Desk, label } from "../blocks.ts";
import type { Draw, Tag } from "../draw.ts";
import { INK } from "../style.ts";
import { printed } from "../table/index.ts";
import { type Drawing, signsOf } from "./drawing.ts";
import { seriesLook } from "./inks.ts";
import { boxOf, drawLines, isFree, ROW, small, SMALL, valueLook, width } from "./labels.ts";
import { type Amount, amountsOf, type Plot } from "./plot.ts";
import { rowsOf } from "./rows.ts";
import { placeScale } from "./scales.ts";
import { beyond, hatch, mark, OPEN } from "./signs.ts";

const LANE = 11;
const RADIUS = 3;
const GAP = 6;
const STRIP = 2.4; // half the breadth of the strip in which a value lies

export function dots(desk: Desk, whole: Plot, owner: Tag): Drawing {
  const { plot, rows, gutter, height } = rowsOf(desk, whole, LANE);
  const amounts = amountsOf(plot);
  const widest = Math.max(...amounts.map((one) => width(desk, valueLook(one.label))));
  const scale = placeScale(plot, [gutter + RADIUS + OPEN, desk.page.measure - widest - GAP - OPEN - RADIUS]);
  const ticks = scale.ticks(5);
  const draws: Draw[] = ticks.map((tick) => ({ kind: "line", x: scale(tick), y: 0, x2: scale(tick), y2: height, ink: INK.light, weight: 0.4, tag: null }));
  rows.forEach((row, n) => {
    const middle = row.top + row.height / 2;
    draws.push(...drawLines(row.lines, 0, middle + 3.2 - ((row.lines.length - 1) * ROW) / 2, owner));
    plot.series.forEach((series, k) => {
      const y = middle + (k - (plot.series.length - 1) / 2) * LANE;
      const amount = series.amounts[n] ?? null;
      draws.push({ kind: "line", x: gutter, y, x2: amount === null ? gutter + 12 : scale(amount.value), y2: y, ink: INK.rule, weight: 0.4, dash: [0.8, 1.8], tag: null });
      if (amount === null) draws.push(...label(desk, [valueLook("…")], gutter + 16, y + SMALL * 0.36, "left", owner));
      else draws.push(...point(desk, amount, scale, y, k, owner));
    });
  });
  draws.push({ kind: "line", x: gutter, y: height, x2: desk.page.measure, y2: height, ink: INK.rule, weight: 0.6, tag: owner });
  const placed: ReturnType<typeof boxOf>[] = [];
  for (const tick of ticks) {
    const text = small(printed(tick, null));
    const box = boxOf(width(desk, text), scale(tick), height + 10.5, "center", SMALL);
    if (box.right > desk.page.measure || !isFree({ ...box, left: box.left - 3 }, placed)) continue;
    placed.push(box);
    draws.push(...label(desk, [text], scale(tick), height + 10.5, "center", owner));
  }
  return { draws, height: height + 15, leftOut: whole.names.length - rows.length, signs: signsOf(amounts, true), notes: [] };
}

function point(desk: Desk, amount: Amount, scale: (value: number) => number, y: number, series: number, owner: Tag): Draw[] {
  const { ink, symbol } = seriesLook(series);
  const { value, low, high, qualifier } = amount;
  const x = scale(value);
  const isHedged = qualifier !== "exact";
  const isClosed = Number.isFinite(low) && Number.isFinite(high);
  const strip = isHedged && isClosed ? hatch({ left: scale(low), right: scale(high), top: y - STRIP, bottom: y + STRIP }, ink, ["top", "bottom"], owner) : [];
  const forth = high === Infinity ? 1 : -1;
  const open = isClosed ? [] : beyond(x + forth * (RADIUS - 1), y, [forth, 0], 7, ink, owner);
  const end = Math.max(x + RADIUS, isClosed ? scale(high) : x + (forth > 0 ? RADIUS + OPEN : 0));
  // the axis' lines give way to the figure
  const ground: Draw = { kind: "area", x: end + GAP - 2.5, y: y - SMALL * 0.5, width: width(desk, valueLook(amount.label)) + 1, height: SMALL, ink: INK.white, tag: null };
  return [...strip, ...open, ...mark(symbol, x, y, RADIUS, ink, isHedged, owner), ground, ...label(desk, [valueLook(amount.label)], end + GAP - 2, y + SMALL * 0.36, "left", owner)];
}
