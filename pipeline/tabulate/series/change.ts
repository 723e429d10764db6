/** The change of a series from one period to the next: absolute and in per cent, in points, or in positions. */
import type { NotComputed } from "../../../schemas/computed.ts";
import { breakBefore, type Point, type Series } from "./collect.ts";

/** The last point and the one before it; or why their change must not be computed. */
export type Compared = { readonly last: Point; readonly before: Point } | NotComputed;

/** A figure that says where it lies: 超过3611 has no difference. */
const SURE: ReadonlySet<string> = new Set(["exact", "about"]);

/** The last period and the one before it. Nothing is computed across a break or from a bound. */
export function lastTwo(series: Series): Compared {
  const [before, last] = series.points.slice(-2);
  if (before === undefined || last === undefined) return { op: "none", why: "只有一期" };
  if (breakBefore(series, last) !== null) return { op: "none", why: "前后不可比" };
  return SURE.has(before.fact.qualifier) && SURE.has(last.fact.qualifier) ? { last, before } : { op: "none", why: "原文有限定" };
}

/** Whether a difference is one of points or positions, so that a rate of it would mislead. */
export function inPoints({ measure, unit }: Pick<Series, "measure" | "unit">): boolean {
  return measure !== "level" || unit === "%" || unit === "‰" || unit === "指数" || unit === "分";
}
