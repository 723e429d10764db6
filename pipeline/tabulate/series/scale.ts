/** Large numbers in 万 and 亿, as Chinese statistics print them. Facts hold base units. */
import type { Series } from "./collect.ts";

/** What values are divided by when they are printed. */
export type Scale = 1 | 10_000 | 100_000_000;

const WORDS: Readonly<Record<Scale, string>> = { 1: "", 10_000: "万", 100_000_000: "亿" };

/** The scale from which a largest value is on, the largest scale first: six million people are read in 万, ten billion yuan in 亿. */
const FROM: readonly { readonly scale: Scale; readonly from: number }[] = [
  { scale: 100_000_000, from: 1e10 },
  { scale: 10_000, from: 1e6 },
];

/** The scale of these series, all alike: one at which each is large enough and no value has more than two decimals. */
export function scaleOf(series: readonly Series[]): Scale {
  const fits = ({ unit, measure, points }: Series, scale: Scale, from: number): boolean =>
    measure === "level" && /^\p{Script=Han}+$/u.test(unit) && unit !== "指数" && points.every(({ fact }) => fact.value % (scale / 100) === 0) && Math.max(...points.map(({ fact }) => fact.value)) >= from;
  return (series.length > 0 && FROM.find(({ scale, from }) => series.every((one) => fits(one, scale, from)))?.scale) || 1;
}

export const scaled = (value: number, scale: Scale): number => (scale === 1 ? value : Number((value / scale).toFixed(2)));
export const scaledUnit = (unit: string, scale: Scale): string => `${WORDS[scale]}${unit}`;

/** Decimals that a value has. */
export const decimals = (value: number): number => (/\.(\d+)$/u.exec(String(value))?.[1] ?? "").length;

/** Decimals of the value of a series that has the most, 6 at most: all are printed with as many, 81.0 beside 85.8. */
export const finest = ({ points }: Series, scale: Scale): number => Math.min(6, Math.max(...points.map(({ fact }) => decimals(scaled(fact.value, scale)))));
