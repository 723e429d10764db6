/** What a printed figure can stand for: from … to …, by its last digit and its qualifier. Not here: which figures belong together.
 *
 * 5.64亿 has a step of 0.01亿 and stands for 5.635亿 to 5.645亿; a count in full digits (50561个) stands for itself. 约 and 近 leave a tenth:
 * the text does not say how near. 超过 and 以上 have no upper end, 不足 and 不超过 no lower one. */
import type { Finding } from "../../schemas/finding.ts";
import type { Observation } from "../../schemas/fact.ts";
import { reachOf } from "../../schemas/reach.ts";
import { worded } from "./rule.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Only rounding stands between the two ends: no 约, 近, 超过 … */
  readonly firm: boolean;
}

/** The figure as the text prints it, in digits. */
interface Literal {
  readonly digits: string;
  readonly multiplier: string;
}

const FACTORS: Readonly<Record<string, number>> = { "": 1, 百: 1e2, 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8, 万亿: 1e12 };
const FIGURE = /(?<digits>\d+(?:\.\d+)?)(?<multiplier>万亿|百万|千万|[百千万亿])?/gu;

/** Units of what is measured, not counted: a whole number of them is rounded. */
const MEASURED = /^(?:[%‰分元倍度斤岁]|百分点|.*[元吨米里亩顷瓦时克升斤量])$/u;

/** The digits of an observation's text that give its value (the last ones that do); null where it is in words: 三成五. */
function literalOf({ text, value, valueHigh }: Observation): Literal | null {
  const sought = Math.abs(valueHigh ?? value);
  const found = [...text.matchAll(FIGURE)].flatMap(({ groups }) => {
    const { digits = "", multiplier = "" } = groups ?? {};
    return near(Number(digits) * FACTORS[multiplier]!, sought) ? [{ digits, multiplier }] : [];
  });
  return found.at(-1) ?? null;
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Digits after the point, as printed: 45.0 has one. */
export function decimalsOf(observation: Observation): number {
  return (literalOf(observation)?.digits ?? String(observation.value)).split(".")[1]?.length ?? 0;
}

/** What the last printed digit is worth, in base units; 0 for what is counted one by one. */
export function stepOf(observation: Observation): number {
  const { value, unit } = observation;
  const literal = literalOf(observation);
  const step = FACTORS[literal?.multiplier ?? ""]! / 10 ** decimalsOf(observation);
  if (step !== 1 || MEASURED.test(unit)) return step;
  const zeros = /0*$/u.exec(String(Math.abs(value)))![0].length;
  return zeros >= 3 ? 10 ** zeros : 0; // 60000个 is a round number, 50561个 is not
}

/** What an observation's figure can stand for, in base units. A fall is negative, and 下降20%以上 is −20 or less. */
export function intervalOf(observation: Observation): Interval {
  const { value, valueHigh, qualifier } = observation;
  const half = stepOf(observation) / 2;
  const size = Math.abs(value);
  const of = (low: number, high: number, firm = false): Interval => (value < 0 ? { low: -high, high: -low, firm } : { low, high, firm });
  const { low, high } = reachOf(size, qualifier, Math.abs(valueHigh ?? value));
  switch (qualifier) {
    case "exact": return of(low - half, high + half, true);
    case "range": return of(low - half, high + half);
    default: return of(low, high);
  }
}

export const sumOf = (parts: readonly Interval[]): Interval =>
  parts.reduce((sum, { low, high, firm }) => ({ low: sum.low + low, high: sum.high + high, firm: sum.firm && firm }), { low: 0, high: 0, firm: true });

export const minus = (a: Interval, b: Interval): Interval => ({ low: a.low - b.high, high: a.high - b.low, firm: a.firm && b.firm });

/** a ÷ b in per cent; b is above 0. */
export const percentOf = (a: Interval, b: Interval): Interval => ({ low: (a.low / b.high) * 100, high: b.low <= 0 ? Infinity : (a.high / b.low) * 100, firm: a.firm && b.firm });

/** Growth from b to a in per cent. */
export function growthOf(a: Interval, b: Interval): Interval {
  const { low, high, firm } = percentOf(a, b);
  return { low: low - 100, high: high - 100, firm };
}

/** What was worked out, against what is claimed: apart, they differ; within the claim, or overlapping by rounding alone, they agree. */
export function against(result: Interval, claim: Interval): Finding["outcome"] {
  const slack = 1e-9 * Math.max(1, Math.abs(claim.low === -Infinity ? 0 : claim.low), Math.abs(claim.high === Infinity ? 0 : claim.high)); // 0.1 + 0.2 is not 0.3 in binary
  if (result.low > claim.high + slack || result.high < claim.low - slack) return "differs";
  if (result.low >= claim.low - slack && result.high <= claim.high + slack) return "agrees";
  return result.firm && claim.firm ? "agrees" : "cannot tell";
}

/** The figure as the text prints it, with its qualifier and unit: 超过5.64亿人. Signs are left to the words around it. */
export function printed(observation: Observation): string {
  const { value, valueHigh, qualifier, unit } = observation;
  const literal = literalOf(observation);
  return qualifier === "range" || literal === null ? worded(Math.abs(value), qualifier, unit, valueHigh === undefined ? undefined : Math.abs(valueHigh)) : worded(literal.digits + literal.multiplier, qualifier, unit);
}

/** A result in the multiplier of a printed figure: 564000000 like 5.13亿 is 5.64亿. */
export function like(observation: Observation, value: number): string {
  const multiplier = literalOf(observation)?.multiplier ?? "";
  return `${rounded(value / FACTORS[multiplier]!, 4)}${multiplier}`;
}

/** At most so many decimals, without noughts at the end. */
export const rounded = (value: number, decimals = 2) => Number(value.toFixed(decimals));

export const conclusion = (outcome: Finding["outcome"]) => (outcome === "agrees" ? "一致" : outcome === "differs" ? "不一致" : "无从判定");
