/** What a printed figure can stand for, and when two can be one. */
import { describe, expect, test } from "vitest";
import { observed } from "../../pipeline/check/example.ts";
import { against, decimalsOf, growthOf, intervalOf, minus, percentOf, printed, stepOf, sumOf } from "../../pipeline/check/interval.ts";
import { countsThatFit } from "../../pipeline/check/rule.ts";
import type { Observation, Qualifier } from "../../schemas/fact.ts";

const round = ({ low, high }: { low: number; high: number }) => [low, high].map((end) => Number(end.toPrecision(9)));

describe("a figure stands for", () => {
  test.each<[string, Partial<Observation>, number, number]>([
    // printed             slots                          low         high
    ["网民5.64亿人", {}, 563500000, 564500000],
    ["网民5.640亿人", {}, 563950000, 564050000],
    ["微博50561个", {}, 50561, 50561], // counted one by one
    ["账号60000个", {}, 55000, 65000], // a round number
    ["投入518.7亿元", {}, 51865000000, 51875000000],
    ["普及率42.1%", {}, 42.05, 42.15],
    ["普及率80%", {}, 79.5, 80.5],
    ["覆盖率超过75%", { qualifier: "over" }, 75, Infinity],
    ["覆盖率75%以上", { qualifier: "atLeast" }, 75, Infinity],
    ["覆盖率不足30%", { qualifier: "under" }, 0, 30],
    ["用户约500人", { qualifier: "about" }, 450, 550],
    ["用户近500人", { qualifier: "nearly" }, 450, 500],
    ["提速5到10倍", { value: 5, valueHigh: 10, qualifier: "range" }, 4.5, 10.5],
    ["下降9.0%", { value: -9, measure: "growth" }, -9.05, -8.95],
    ["下降20%以上", { value: -20, qualifier: "atLeast", measure: "growth" }, -Infinity, -20],
  ])("%s", (text, slots, low, high) => expect(round(intervalOf(observed(text, slots)))).toEqual([low, high]));
});

test("in words, a figure's step is that of its value", () => {
  expect(stepOf(observed("三成五", { value: 35, unit: "%" }))).toBe(1);
  expect(stepOf(observed("百分之三点五", { value: 3.5, unit: "%" }))).toBe(0.1);
  expect(decimalsOf(observed("普及率45.0%"))).toBe(1);
});

test("a figure is printed as the text has it", () => {
  expect(printed(observed("网民5.640亿人"))).toBe("5.640亿人");
  expect(printed(observed("覆盖率超过75%", { qualifier: "over" }))).toBe("超过75%");
  expect(printed(observed("三成五", { value: 35, unit: "%" }))).toBe("35%");
});

describe("a result against a claim", () => {
  const exact = (low: number, high: number) => ({ low, high, firm: true });
  const loose = (low: number, high: number) => ({ low, high, firm: false });
  test.each([
    ["within it", exact(4, 5), exact(3, 6), "agrees"],
    ["apart from it", exact(7, 8), exact(3, 6), "differs"],
    ["overlapping by rounding alone", exact(5, 7), exact(3, 6), "agrees"],
    ["overlapping a bound: 超过6", exact(5, 7), loose(6, Infinity), "cannot tell"],
    ["past a bound: 超过6", exact(7, 8), loose(6, Infinity), "agrees"],
    ["short of a bound: 超过6", exact(4, 5), loose(6, Infinity), "differs"],
  ])("%s", (_name, result, claim, outcome) => expect(against(result, claim)).toBe(outcome));
});

test("sums, differences, quotients and growth carry the rounding of their figures", () => {
  const [a, b] = [intervalOf(observed("甲5.64亿人")), intervalOf(observed("乙5.13亿人"))];
  expect(round(sumOf([a, b]))).toEqual([1076000000, 1078000000]);
  expect(round(minus(a, b))).toEqual([50000000, 52000000]);
  expect(round(percentOf(b, a))).toEqual([90.7883082, 91.1268855]);
  expect(round(growthOf(a, b))).toEqual([9.73709834, 10.1463415]);
});

describe("counts that fit a claimed share of 31", () => {
  test.each<[number, Qualifier, number, number]>([
    // claim            fewest most
    [10, "over", 4, 31],
    [3, "exact", 1, 1],
    [26, "exact", 8, 8],
    [50, "over", 16, 31],
    [30, "under", 0, 9],
    [90, "atLeast", 28, 31],
  ])("%d%% %s: %i to %i", (value, qualifier, fewest, most) => {
    const fit = countsThatFit(31, value, qualifier);
    expect([fit[0], fit.at(-1)]).toEqual([fewest, most]);
  });
});
