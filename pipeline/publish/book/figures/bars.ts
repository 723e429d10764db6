/** Lying bars, one a row and series; names at the left, values behind the ends. Not here: the bar itself. */
import { type Desk, label } from "../blocks.ts";
import type { Draw, Tag } from "../draw.ts";
import { INK } from "../style.ts";
import { bar } from "./bar.ts";
import { type Drawing, signsOf } from "./drawing.ts";
import { seriesLook } from "./inks.ts";
import { drawLines, ROW, SMALL, valueLook, width } from "./labels.ts";
import { amountsOf, type Plot } from "./plot.ts";
import { rowsOf } from "./rows.ts";
import { lengthScale } from "./scales.ts";
import { OPEN } from "./signs.ts";

const LANE = 10;
const GAP = 4;

export function bars(desk: Desk, whole: Plot, owner: Tag): Drawing {
  const { plot, rows, gutter, height } = rowsOf(desk, whole, LANE);
  const amounts = amountsOf(plot);
  const widest = Math.max(...amounts.map((one) => width(desk, valueLook(one.label)))) + GAP + OPEN + 0.5;
  const isBelow = amounts.some(({ value }) => value < 0);
  const scale = lengthScale(plot, [gutter + (isBelow ? widest : 0), desk.page.measure - widest]);
  const draws: Draw[] = [];
  rows.forEach((row, n) => {
    const middle = row.top + row.height / 2;
    draws.push(...drawLines(row.lines, 0, middle + 3.2 - ((row.lines.length - 1) * ROW) / 2, owner));
    const first = middle - (plot.series.length * LANE) / 2;
    plot.series.forEach((series, k) => {
      const from = first + k * LANE + 0.6, to = from + LANE - 1.2;
      const amount = series.amounts[n] ?? null;
      const isLeft = amount !== null && amount.value < 0;
      const drawn = amount === null ? { draws: [], end: scale(0) } : bar(amount, { scale, from, to, isUpright: false }, seriesLook(k), owner);
      draws.push(...drawn.draws, ...label(desk, [valueLook(amount?.label ?? "…")], drawn.end + (isLeft ? -GAP : GAP), (from + to) / 2 + SMALL * 0.36, isLeft ? "right" : "left", owner));
    });
  });
  draws.push({ kind: "line", x: scale(0), y: 0, x2: scale(0), y2: height, ink: INK.rule, weight: 0.6, tag: owner });
  return { draws, height: height + 3, leftOut: whole.names.length - rows.length, signs: signsOf(amounts, false), notes: [] };
}
