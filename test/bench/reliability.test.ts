import { expect, test } from "vitest";
import { reliability } from "../../bench/eval/reliability.ts";

const answers = (...list: readonly (readonly [number | null, boolean])[]) => list.map(([confidence, right]) => ({ at: 0, want: "，", said: right ? "，" : "。", right, confidence }));

test("a bin holds its lower edge, the last its upper one too", () => {
  const { bins } = reliability(answers([0.499, false], [0.5, true], [0.9, true], [0.949, false], [0.99, true], [1, true]));
  expect(bins.map(({ from, count }) => [from, count])).toEqual([[0, 1], [0.5, 1], [0.6, 0], [0.7, 0], [0.8, 0], [0.9, 2], [0.95, 0], [0.99, 2]]);
  expect(bins[5]).toEqual({ from: 0.9, to: 0.95, count: 2, said: (0.9 + 0.949) / 2, right: 0.5 });
  expect(bins[2]).toMatchObject({ said: null, right: null });
});

test("the calibration error weighs the distance between said and right by the bins' counts", () => {
  // three said 0.8, one right: off by 0.8 − 1/3; one said 1 and right: off by 0
  expect(reliability(answers([0.8, true], [0.8, false], [0.8, false], [1, true])).calibrationError).toBeCloseTo((3 * (0.8 - 1 / 3)) / 4, 12);
});

test("a decision without confidence is left out", () => {
  expect(reliability(answers([null, false], [1, true]))).toMatchObject({ decisions: 1, errors: 0, calibrationError: 0 });
});

test("the doubtful tenth holds the least sure decisions", () => {
  const list = Array.from({ length: 20 }, (_, i) => [(i + 1) / 20, i > 0 && i !== 19] as const); // wrong: the least and the most sure
  expect(reliability(answers(...list))).toMatchObject({ errors: 2, errorsInDoubtfulTenth: 0.5, doubtfulTenthBelow: 0.1 });
});

test("where the tenth ends among equals, their errors count by the share that belongs to it", () => {
  const list = Array.from({ length: 10 }, (_, i) => [0.5, i >= 5] as const); // a tenth is 1 of 10 equals, 5 of them wrong
  expect(reliability(answers(...list)).errorsInDoubtfulTenth).toBeCloseTo(0.1, 12);
});

test("no decisions, no division by nothing", () => {
  expect(reliability([])).toMatchObject({ decisions: 0, calibrationError: 0, errorsInDoubtfulTenth: 0 });
});
