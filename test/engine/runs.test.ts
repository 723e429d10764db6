import fc from "fast-check";
import { expect, test } from "vitest";
import { fromRuns, toRuns } from "../../pipeline/engine/runs.ts";

test.each([
  // numbers             runs: first, length, …
  [[], []],
  [[5], [5, 1]],
  [[0, 1, 2, 3], [0, 4]],
  [[0, 1, 2, 3, 7, 8], [0, 4, 7, 2]],
  [[3, 3, 4, 4], [3, 1, 3, 2, 4, 1]], // what was put in has the offset of what follows
])("%j are the runs %j", (numbers, runs) => expect(toRuns(numbers)).toEqual(runs));

test("any numbers come back", () => {
  fc.assert(fc.property(fc.array(fc.nat(9)), (numbers) => {
    expect(fromRuns(toRuns(numbers))).toEqual(numbers);
  }));
});
