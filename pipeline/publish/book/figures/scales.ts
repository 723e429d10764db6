/** Scales from values to points. Not here: axes. */
import { extent } from "d3-array";
import { scaleLinear, type ScaleLinear } from "d3-scale";
import type { Plot } from "./plot.ts";
import { amountsOf } from "./plot.ts";

/** All that must be on the paper: values, and the ends of what they may be where there is one. */
function reaches(plot: Plot): number[] {
  return amountsOf(plot).flatMap(({ value, low, high }) => [value, low, high]).filter(Number.isFinite);
}

/** A scale of lengths holds nought: a bar is read by its length. One of per cents ends at 100 when it comes near. */
export function lengthScale(plot: Plot, range: readonly [number, number]): ScaleLinear<number, number> {
  const [low = 0, high = 1] = extent(reaches(plot)) as [number?, number?];
  const top = plot.unit === "%" && high > 60 && high <= 100 ? 100 : Math.max(0, high);
  const bottom = Math.min(0, low);
  return scaleLinear().domain([bottom, top === bottom ? bottom + 1 : top]).range([...range]);
}

/** A scale of places, with round ends: nought is on it where the least value is not far above it. */
export function placeScale(plot: Plot, range: readonly [number, number]): ScaleLinear<number, number> {
  const [low = 0, high = 1] = extent(reaches(plot)) as [number?, number?];
  const bottom = low > 0 && low < high / 2 ? 0 : low;
  return scaleLinear().domain(bottom === high ? [bottom - 1, high + 1] : [bottom, high]).range([...range]).nice(5);
}

/** Ranks have no nought: from the best to the worst. */
export function rankScale(plot: Plot, range: readonly [number, number]): { (value: number): number; ticks?: (count: number) => number[] } {
  const [best = 1, worst = 1] = extent(reaches(plot)) as [number?, number?];
  return best === worst ? () => (range[0] + range[1]) / 2 : scaleLinear().domain([best, worst]).range([...range]);
}
