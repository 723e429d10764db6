/** The change of a series from one period to the next: absolute and in per cent, in points, or in positions. */
import { breakBefore, type Series } from "./collect.ts";
import { decimals } from "./scale.ts";

export interface Change {
  /** the difference: in the series' unit; in points for per cents and indices; in positions for ranks, upwards positive; null where it must not be computed */
  readonly absolute: number | null;
  /** the difference in per cent of the period before; "" where that says nothing; null where it must not be computed */
  readonly rate: number | "" | null;
}

/** A figure that says where it lies: 超过3611 has no difference. */
const SURE: ReadonlySet<string> = new Set(["exact", "about"]);

/** The change of the last period on the one before it. Nothing is computed across a break or from a bound. */
export function lastChange(series: Series): Change {
  const [before, last] = series.points.slice(-2);
  const none = inPoints(series) ? "" : null;
  if (before === undefined || last === undefined || breakBefore(series, last) !== null || !SURE.has(before.fact.qualifier) || !SURE.has(last.fact.qualifier)) return { absolute: null, rate: none };
  const [then, now] = [before.fact.value, last.fact.value];
  if (series.measure === "rank") return { absolute: then - now, rate: "" };
  const absolute = rounded(now - then, Math.max(decimals(then), decimals(now)));
  return { absolute, rate: inPoints(series) ? "" : then === 0 ? null : rounded(((now - then) / then) * 100, 1) };
}

/** Whether a difference is one of points or positions, so that a rate of it would mislead. */
export function inPoints({ measure, unit }: Pick<Series, "measure" | "unit">): boolean {
  return measure !== "level" || unit === "%" || unit === "‰" || unit === "指数" || unit === "分";
}

const rounded = (value: number, places: number): number => Number(value.toFixed(Math.min(6, places)));
