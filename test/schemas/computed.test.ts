import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Computation, resultOf, roundedTo } from "../../schemas/computed.ts";

test.each<[number, number | null, number]>([
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [1.005, 2, 1.01], // 1.00499… in binary; a spreadsheet's ROUND has 1.01
  [42.1 - 38.3, 6, 3.8],
  [(5 / 31) * 100, 1, 16.1],
  [-0.04, 1, 0], // no −0
  [618_000_000, 6, 618_000_000],
  [1 / 3, null, 1 / 3],
])("%d to %s decimals is %d", (value, decimals, rounded) => expect(roundedTo(value, decimals)).toBe(rounded));

test("rounding twice is rounding once, and moves no number by more than half a step", () => {
  fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
    const once = roundedTo(value, decimals);
    return roundedTo(once, decimals) === once && Math.abs(once - value) <= 0.5 / 10 ** decimals + 1e-6;
  }));
});

describe("a computation", () => {
  const numbers: Readonly<Record<string, number>> = { a: 600, b: 500, nought: 0 };
  const numberOf = (name: string): number | null => numbers[name] ?? null;
  test.each<[Computation, number | null]>([
    [{ op: "sum", of: ["a", "b", "b"], decimals: null }, 1600],
    [{ op: "change", of: "a", against: "b", decimals: 0 }, 100],
    [{ op: "growth", of: "a", against: "b", decimals: 1 }, 20],
    [{ op: "growth", of: "a", against: "nought", decimals: 1 }, null],
    [{ op: "share", of: "b", whole: "a", decimals: 1 }, 83.3],
    [{ op: "share", of: "b", whole: 31, decimals: 1 }, 1612.9],
    [{ op: "share", of: "b", whole: 0, decimals: 1 }, null],
    [{ op: "count", of: "b" }, 500],
    [{ op: "change", of: "a", against: "missing", decimals: 0 }, null],
  ])("%o gives %s", (computation, result) => expect(resultOf(computation, numberOf)).toBe(result));
});
