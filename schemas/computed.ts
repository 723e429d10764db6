/** How a number comes from other numbers, as data: tabulation and checks say it, the workbook makes a formula of it, and both round alike. Not here: formulas, words. */
import { z } from "zod";

const number = z.string().describe("the number computed with: key of a column of the same row, or id of a fact; a list stands for the number of its names");
const decimals = z.int().min(0).max(6).nullable().describe("decimals the result is rounded to, half away from nought; null where it is not rounded");

export const Computation = z
  .discriminatedUnion("op", [
    z.object({ op: z.literal("sum").describe("of + of …"), of: z.array(number).min(1), decimals }),
    z.object({ op: z.literal("change").describe("of − against"), of: number, against: number, decimals }),
    z.object({ op: z.literal("growth").describe("(of − against) ÷ against × 100"), of: number, against: number, decimals }),
    z.object({ op: z.literal("share").describe("of ÷ whole × 100"), of: number, whole: z.union([number, z.number().describe("the whole itself, where no cell holds it: how many a register lists")]), decimals }),
    z.object({ op: z.literal("count").describe("how many names a list has"), of: number }),
  ])
  .meta({ id: "Computation", examples: [{ op: "change", of: "y2013", against: "y2012", decimals: 1 }] });
export type Computation = z.infer<typeof Computation>;

/** A number that other numbers would give, were it not for something: it stands as it is, or is missing. */
export const NotComputed = z
  .object({ op: z.literal("none"), why: z.string().describe("why, in Chinese: 原文有限定") })
  .meta({ id: "NotComputed", examples: [{ op: "none", why: "前后不可比" }] });
export type NotComputed = z.infer<typeof NotComputed>;

/** The numbers that a computation takes, in its order; a whole given as a number is none of them. */
export function operandsOf(computation: Computation): string[] {
  switch (computation.op) {
    case "sum": return computation.of;
    case "change":
    case "growth": return [computation.of, computation.against];
    case "share": return typeof computation.whole === "string" ? [computation.of, computation.whole] : [computation.of];
    case "count": return [computation.of];
  }
}

/** The result; null where an operand has no number, or where nought would divide. `numberOf` gives the number of an operand. */
export function resultOf(computation: Computation, numberOf: (operand: string) => number | null): number | null {
  const numbers = operandsOf(computation).map(numberOf);
  if (!numbers.every((one) => one !== null)) return null;
  const [first = 0, second = 0] = numbers;
  switch (computation.op) {
    case "sum": return roundedTo(numbers.reduce((all, one) => all + one, 0), computation.decimals);
    case "change": return roundedTo(first - second, computation.decimals);
    case "growth": return second === 0 ? null : roundedTo(((first - second) / second) * 100, computation.decimals);
    case "share": {
      const whole = typeof computation.whole === "number" ? computation.whole : second;
      return whole === 0 ? null : roundedTo((first / whole) * 100, computation.decimals);
    }
    case "count": return first;
  }
}

/** Half away from nought, in decimal: 1.005 is 1.01 to two places and −2.5 is −3, as spreadsheets' ROUND and 四舍五入 have it. They look at 15 digits, so the noise of binary fractions decides nothing. */
export function roundedTo(value: number, decimals: number | null): number {
  if (decimals === null) return value;
  const factor = 10 ** decimals;
  const size = Math.round(Number((Math.abs(value) * factor).toPrecision(15))) / factor;
  return value < 0 && size > 0 ? -size : size;
}
