import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addPairs, marginals, readChain } from "../../../pipeline/restore/model/chain.ts";

const CLASSES = 3;

/** All readings of a passage with their weights: what the passes must agree with. */
function readings(scores: Float32Array, open: number[][], transitions: Float32Array): { classes: number[]; weight: number }[] {
  const longer = (all: number[][], can: number[]) => all.flatMap((some) => can.map((c) => [...some, c]));
  return open.reduce(longer, [[]]).map((classes) => {
    const score = classes.reduce((sum, c, i) => sum + scores[i * CLASSES + c]! + (i === 0 ? 0 : transitions[classes[i - 1]! * CLASSES + c]!), 0);
    return { classes, weight: Math.exp(score) };
  });
}

const number = fc.integer({ min: -300, max: 300 }).map((n) => n / 100);
const chains = fc.integer({ min: 1, max: 5 }).chain((dots) => fc.record({
  scores: fc.array(number, { minLength: dots * CLASSES, maxLength: dots * CLASSES }).map((list) => Float32Array.from(list)),
  open: fc.array(fc.subarray([0, 1, 2], { minLength: 1 }), { minLength: dots, maxLength: dots }),
  transitions: fc.array(number, { minLength: CLASSES ** 2, maxLength: CLASSES ** 2 }).map((list) => Float32Array.from(list)),
}));

describe("a passage read as a whole", () => {
  it("gives each mark the weight of all readings that have it", () => fc.assert(fc.property(chains, ({ scores, open, transitions }) => {
    const all = readings(scores, open, transitions);
    const total = all.reduce((sum, { weight }) => sum + weight, 0);
    const found = marginals(readChain(scores, open, transitions, CLASSES));
    open.forEach((_, i) => {
      for (let c = 0; c < CLASSES; c++) {
        const right = all.filter(({ classes }) => classes[i] === c).reduce((sum, { weight }) => sum + weight, 0) / total;
        expect(found[i * CLASSES + c]).toBeCloseTo(right, 5);
      }
    });
  })));

  it("gives each pair of neighbours the weight of all readings that have it", () => fc.assert(fc.property(chains.filter(({ open }) => open.length > 1), ({ scores, open, transitions }) => {
    const all = readings(scores, open, transitions);
    const total = all.reduce((sum, { weight }) => sum + weight, 0);
    const pairs = new Float64Array(CLASSES ** 2);
    addPairs(readChain(scores, open, transitions, CLASSES), 1, pairs);
    for (let p = 0; p < CLASSES; p++) for (let c = 0; c < CLASSES; c++) {
      const right = all.filter(({ classes }) => classes[0] === p && classes[1] === c).reduce((sum, { weight }) => sum + weight, 0) / total;
      expect(pairs[p * CLASSES + c]).toBeCloseTo(right, 5);
    }
  })));

  it("does not lose itself in a long passage", () => {
    const dots = 50_000;
    const scores = Float32Array.from({ length: dots * CLASSES }, (_, k) => (k % 7) * 20 - 60);
    const found = marginals(readChain(scores, Array.from({ length: dots }, () => [0, 1, 2]), new Float32Array(CLASSES ** 2), CLASSES));
    expect(found.every(Number.isFinite)).toBe(true);
  });
});
