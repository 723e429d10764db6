import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Kernel } from "../../../pipeline/restore/model/kernel/index.ts";
import type { FeatureLists } from "../../../pipeline/restore/model/features.ts";
import { Network, pack, type Shape } from "../../../pipeline/restore/model/network.ts";
import { learnNetwork, type Lesson } from "../../../pipeline/restore/model/train/learn-network.ts";
import { Random } from "../../../pipeline/restore/model/train/random.ts";

describe("the compiled loops", () => {
  it.each([[1, 3, 16], [2, 5, 32], [7, 16, 48]])("multiply %i rows, %i inner, %i columns", (rows, inner, columns) => {
    const kernel = new Kernel(1 << 16);
    const [left, right, out] = [kernel.floats(rows * inner), kernel.floats(inner * columns), kernel.floats(rows * columns)];
    left.values.forEach((_, k) => { left.values[k] = (k % 5) - 2; });
    right.values.forEach((_, k) => { right.values[k] = (k % 7) - 3; });
    out.values.fill(1);
    kernel.loops.multiply(out.address, left.address, right.address, rows, inner, columns);
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) {
      let sum = 1;
      for (let k = 0; k < inner; k++) sum += left.values[r * inner + k]! * right.values[k * columns + c]!;
      expect(out.values[r * columns + c]).toBe(sum);
    }
  });

  it("squash as the hyperbolic tangent does", () => {
    const kernel = new Kernel(1 << 16);
    const from = kernel.floats(4000), out = kernel.floats(4000);
    from.values.forEach((_, k) => { from.values[k] = (k - 2000) / 20; });
    kernel.loops.squash(out.address, from.address, 4000, 0.5);
    out.values.forEach((value, k) => expect(value).toBeCloseTo(Math.tanh(from.values[k]! / 2), 5));
  });

  it("say when the memory is full", () => {
    expect(() => new Kernel(0).floats(1 << 20)).toThrow(/memory is full/u);
  });
});

/** The sum of packed vectors, as the network has it; each listed `times`. */
function sumOf(vectors: number[][], times: number): number[] {
  const kernel = new Kernel(1 << 16);
  const packed = pack(Int8Array.from(vectors.flat()), 32);
  const halves = kernel.bytes(packed.halves.length), doublings = kernel.bytes(packed.doublings.length), rows = kernel.ints(250), out = kernel.floats(32);
  halves.values.set(packed.halves);
  doublings.values.set(packed.doublings);
  const asked = vectors.flatMap((_, row) => Array.from({ length: times }, () => row));
  rows.values.set(asked);
  kernel.loops.sumHalves(out.address, halves.address, doublings.address, rows.address, asked.length, 32);
  return [...out.values];
}

describe("vectors in four bits", () => {
  it("come back within half a step of their largest number", () => fc.assert(fc.property(fc.array(fc.integer({ min: -112, max: 112 }), { minLength: 32, maxLength: 32 }), (numbers) => {
    const step = Math.max(...numbers.map(Math.abs)) / 7;
    sumOf([numbers], 1).forEach((n, k) => expect(Math.abs(n - numbers[k]!)).toBeLessThanOrEqual(Math.max(1, step)));
  })));

  it("are summed, each with its own step", () => {
    expect(sumOf([Array.from({ length: 32 }, (_, k) => (k % 15) - 7), Array.from({ length: 32 }, () => 112)], 1)).toEqual(Array.from({ length: 32 }, (_, k) => (k % 15) - 7 + 112));
  });

  it("do not overflow in long lists", () => {
    const numbers = Array.from({ length: 32 }, (_, k) => (k % 2 === 0 ? 112 : -112));
    expect(sumOf([numbers], 250)).toEqual(numbers.map((n) => 250 * n));
  });
});

const SHAPE: Shape = { width: 32, state: 16, hidden: 16, classes: 16 };
const lists = (rows: number[][]): FeatureLists => ({ ids: Uint32Array.from(rows.flat()), from: Int32Array.from([0, ...rows.map((_, i) => rows.slice(0, i + 1).flat().length)]) });

/** Dots whose answer is told by the clause two before: only a pass that carries something over the clauses between can know it. */
function lesson(seed: number): Lesson {
  const random = new Random(seed);
  const kinds = Array.from({ length: 41 }, () => Math.floor(random.uniform() * 2));
  return {
    clauses: lists(kinds.map((kind) => [kind])),
    contents: lists(kinds.map(() => [2])),
    dots: lists(kinds.slice(1).map(() => [3])),
    answers: Int8Array.from(kinds.slice(0, -1), (_, i) => kinds[i - 2] ?? 0),
    open: kinds.slice(1).map(() => [0, 1]),
  };
}

function learnt(seed: number) {
  const settings = { epochs: 60, rate: 1e-2, dropout: 0, featureDropout: 0, window: 16, batch: 4 };
  return learnNetwork(SHAPE, 4, Array.from({ length: 20 }, (_, i) => lesson(i + 1)), settings, new Random(seed), () => {});
}

describe("learning", () => {
  it("finds what a clause two before tells, on passages not seen", () => {
    const { vectors, dense } = learnt(1);
    const largest = vectors.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
    const scale = 112 / largest;
    const network = new Network({ shape: SHAPE, vectors: pack(Int8Array.from(vectors, (w) => Math.round(w * scale)), 32), scale, dense });
    const { clauses, contents, dots, answers } = lesson(99);
    const scores = network.weigh({ clauses, contents, dots });
    const right = [...answers].filter((answer, i) => (scores[i * 16 + 1]! > scores[i * 16]! ? 1 : 0) === answer);
    expect(right.length).toBeGreaterThan(answers.length - 3); // the first two dots have no clause two before
  });

  it("repeats itself to the bit", () => {
    expect(Buffer.from(learnt(7).dense.buffer).equals(Buffer.from(learnt(7).dense.buffer))).toBe(true);
  });
});
