/** Upright columns over a base line, values above, names below. Where names or values would not fit side by side, the rows lie down as bars. */
import { scaleBand } from "d3-scale";
import { type Desk, label } from "../blocks.ts";
import type { Draw, Tag } from "../draw.ts";
import { INK, LEADING } from "../style.ts";
import { bar } from "./bar.ts";
import { bars } from "./bars.ts";
import { type Drawing, signsOf } from "./drawing.ts";
import { seriesLook } from "./inks.ts";
import { drawLines, nameLook, ROW, SMALL, valueLook, width, wrapped } from "./labels.ts";
import { amountsOf, type Plot } from "./plot.ts";
import { lengthScale } from "./scales.ts";
import { OPEN } from "./signs.ts";

const TALL = 6.4 * LEADING;
const WIDEST = 26; // a column broader than this is a block
const LINES = 3; // of a name below

export function columns(desk: Desk, plot: Plot, owner: Tag): Drawing {
  const { measure } = desk.page;
  const k = plot.series.length;
  const broad = Math.min(measure, plot.names.length * (k * 36 + 60)); // two columns a measure apart are not compared
  const band = scaleBand<number>().domain(plot.names.map((_, n) => n)).range([(measure - broad) / 2, (measure + broad) / 2]).paddingInner(0.25).paddingOuter(0.125);
  const amounts = amountsOf(plot);
  const widest = Math.max(width(desk, valueLook("…")), ...amounts.map((one) => width(desk, valueLook(one.label)))) + 3;
  const measured = Math.max(NARROWEST, band.step() - 6);
  const names = plot.names.map((name) => wrapped(desk, nameLook(name), measured, LINES + 1, "center"));
  const isCut = names.some((lines) => lines.length > LINES);
  if (band.bandwidth() / k < Math.max(8, widest) || band.step() - 6 < NARROWEST || isCut) return bars(desk, plot, owner);
  const thick = Math.min(WIDEST, band.bandwidth() / k);
  const pitch = Math.max(thick, Math.min(widest, band.bandwidth() / k));
  const head = SMALL + 4 + OPEN;
  const isBelow = amounts.some(({ value }) => value < 0);
  const scale = lengthScale(plot, [TALL - (isBelow ? head : 0), head]);
  const draws: Draw[] = [];
  plot.names.forEach((_, n) => {
    const centre = (band(n) ?? 0) + band.bandwidth() / 2;
    plot.series.forEach((series, i) => {
      const middle = centre + (i - (k - 1) / 2) * pitch;
      const amount = series.amounts[n] ?? null;
      const drawn = amount === null ? { draws: [], end: scale(0) } : bar(amount, { scale, from: middle - thick / 2 + 1, to: middle + thick / 2 - 1, isUpright: true }, seriesLook(i), owner);
      const y = amount !== null && amount.value < 0 ? drawn.end + SMALL + 2 : drawn.end - 3.5;
      draws.push(...drawn.draws, ...label(desk, [valueLook(amount?.label ?? "…")], middle, y, "center", owner));
    });
    draws.push(...drawLines(names[n]!, centre - measured / 2, TALL + 12, owner));
  });
  draws.push({ kind: "line", x: 0, y: scale(0), x2: measure, y2: scale(0), ink: INK.rule, weight: 0.6, tag: owner });
  return { draws, height: TALL + 6 + Math.max(...names.map((lines) => lines.length)) * ROW + 3, leftOut: 0, signs: signsOf(amounts, false), notes: [] };
}

/** A name needs room for three characters. */
const NARROWEST = 28;
