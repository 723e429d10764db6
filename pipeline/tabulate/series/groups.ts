/** Series that one chart can show: of one unit, one rhythm and like size. Not here: drawing. */
import { group, max, min, pairs } from "d3-array";
import type { Series } from "./collect.ts";

/** Lines that a reader can tell apart. */
const MOST = 4;
/** The smallest line of a chart is at least this part of the largest, or it lies flat on the axis. */
const SPAN = 1 / 8;

/** Every series in one group and no other; the order is that of the series. */
export function chartGroups(all: readonly Series[]): Series[][] {
  const alike = group(all, ({ unit, measure, points }) => JSON.stringify([unit, measure === "rank", min(pairs(points, (a, b) => b.year - a.year))]));
  const groups = [...alike.values()].flatMap(bySize);
  return groups.sort((a, b) => all.indexOf(a[0]!) - all.indexOf(b[0]!));
}

function bySize(series: readonly Series[]): Series[][] {
  const size = (one: Series): number => max(one.points, ({ fact }) => Math.abs(fact.value)) ?? 0;
  const groups: Series[][] = [];
  for (const one of [...series].sort((a, b) => size(b) - size(a))) {
    const open = groups.at(-1);
    if (open !== undefined && open.length < MOST && size(one) >= size(open[0]!) * SPAN) open.push(one);
    else groups.push([one]);
  }
  return groups.map((of) => of.sort((a, b) => series.indexOf(a) - series.indexOf(b)));
}
