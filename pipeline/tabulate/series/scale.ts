/** Large numbers in 万, as Chinese statistics print them. Facts hold base units. */
import type { Series } from "./collect.ts";

/** A series is read in 万 when it reaches a million and nothing is lost beyond two decimals. */
const LARGE = 1e6;
const LOSSLESS = 100;

/** 1 or 10,000: what the values of these series are divided by when they are printed, all alike. */
export function scaleOf(series: readonly Series[]): 1 | 10000 {
  const fits = ({ unit, measure, points }: Series): boolean => measure === "level" && /^\p{Script=Han}+$/u.test(unit) && unit !== "指数" && points.every(({ fact }) => fact.value % LOSSLESS === 0) && Math.max(...points.map(({ fact }) => fact.value)) >= LARGE;
  return series.length > 0 && series.every(fits) ? 10000 : 1;
}

export const scaled = (value: number, scale: 1 | 10000): number => (scale === 1 ? value : Number((value / scale).toFixed(2)));
export const scaledUnit = (unit: string, scale: 1 | 10000): string => (scale === 1 ? unit : `万${unit}`);

/** Decimals that a value has. */
export const decimals = (value: number): number => (/\.(\d+)$/u.exec(String(value))?.[1] ?? "").length;
