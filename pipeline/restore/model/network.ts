/** The network that weighs marks: a clause's features are summed to a vector, two gated recurrent passes carry what stands before and after, and each dot is weighed
 *  from the clauses on both sides and what stands around it. Not here: features, the chain of marks, learning.
 *
 *  source  the recurrent unit is that of Cho et al. 2014 (arXiv:1406.1078), gates in the order reset, keep, fresh */
import { Kernel, type Floats, type Ints } from "./kernel/index.ts";
import type { FeatureLists, Features } from "./features.ts";

/** Sizes of the layers, each a multiple of 16; the width of 32. */
export interface Shape {
  /** Numbers in a feature's vector. */
  readonly width: number;
  /** Numbers that a recurrent pass carries. */
  readonly state: number;
  readonly hidden: number;
  /** Classes, and columns that stay empty up to a multiple of 16. */
  readonly classes: number;
}

/** Names and sizes of the dense weights in the order of the file; matrices have a row an input. The two recurrent passes are 0, forward, and 1, backward. */
export function denseParts({ width, state, hidden, classes }: Shape) {
  return {
    inputs0: 2 * width * 3 * state, carry0: state * 3 * state, inputBias0: 3 * state, carryBias0: 3 * state,
    inputs1: 2 * width * 3 * state, carry1: state * 3 * state, inputBias1: 3 * state, carryBias1: 3 * state,
    mix: (4 * state + width) * hidden, mixBias: hidden, out: hidden * classes, outBias: classes,
    /** How well a mark follows the mark before it, classes × classes. */
    transitions: classes * classes,
  };
}
export type PartName = keyof ReturnType<typeof denseParts>;
export type DenseParts = Readonly<Record<PartName, Floats>>;

export function denseLength(shape: Shape): number {
  return Object.values(denseParts(shape)).reduce((a, b) => a + b, 0);
}

/** The dense weights as pieces of one. */
export function partsOf(shape: Shape, { address, values }: Floats): DenseParts {
  let at = 0;
  const parts = Object.entries(denseParts(shape)).map(([name, size]) => {
    const part = { address: address + at * 4, values: values.subarray(at, at + size) };
    at += size;
    return [name, part] as const;
  });
  return Object.fromEntries(parts) as unknown as DenseParts;
}

/** What the file of weights holds of one network. */
export interface NetworkData {
  readonly shape: Shape;
  /** A vector a feature, as `pack` makes it, in steps of 1/scale. */
  readonly vectors: PackedVectors;
  readonly scale: number;
  readonly dense: Float32Array;
}

/** Vectors in four bits a number: whole numbers from -7 to 7, two a byte, and for each vector how often they are doubled. Of 32 numbers the first 16 stand in the lower bits. */
export interface PackedVectors { readonly halves: Uint8Array; readonly doublings: Uint8Array }

const LARGEST = 7;
const MOST_DOUBLINGS = 4;
const HALF = 16;

/** vectors   rows of `width` whole numbers, from -112 to 112; each comes back as near as four bits allow */
export function pack(vectors: Int8Array, width: number): PackedVectors {
  const doublings = new Uint8Array(vectors.length / width);
  const halves = new Uint8Array(vectors.length / 2);
  for (let row = 0; row < doublings.length; row++) {
    const vector = vectors.subarray(row * width, (row + 1) * width);
    const top = vector.reduce((most, n) => Math.max(most, Math.abs(n)), 0);
    let times = 0;
    while (times < MOST_DOUBLINGS && (LARGEST + 0.5) * 2 ** times < top) times++;
    doublings[row] = times;
    const half = (n: number) => Math.max(-LARGEST, Math.min(LARGEST, Math.round(n / 2 ** times))) & 15;
    for (let block = 0; block < width; block += 2 * HALF) {
      for (let k = 0; k < HALF; k++) halves[(row * width + block) / 2 + k] = half(vector[block + k]!) | (half(vector[block + HALF + k]!) << 4);
    }
  }
  return { halves, doublings };
}

/** Dots weighed at once: what a long text needs in memory stays bounded. */
const PIECE = 512;
/** Clauses on both sides of a piece that the recurrent passes read and nobody asks for: they forget sooner. */
const MARGIN = 32;
const MOST_DOTS = PIECE + 2 * MARGIN;
/** Features of a list that are summed; sums would overflow beyond. */
export const MOST_FEATURES = 250;

export class Network {
  readonly shape: Shape;
  readonly transitions: Float32Array;
  readonly #scale: number;
  readonly #kernel: Kernel;
  readonly #halves: number;
  readonly #doublings: number;
  readonly #parts: DenseParts;
  readonly #rows: Ints;
  readonly #inputs: Floats;
  readonly #gates: Floats;
  readonly #own: Floats;
  readonly #states: readonly [Floats, Floats];
  readonly #seen: Floats;
  readonly #inner: Floats;
  readonly #scores: Floats;
  readonly #vector: Floats;

  constructor({ shape, vectors, scale, dense }: NetworkData) {
    const rows = vectors.doublings.length;
    const { width, state, hidden, classes } = shape;
    const m = MOST_DOTS + 1;
    const sizes = [2 * width, 3 * state, 3 * state, 2 * state, 4 * state + width, hidden, classes, 8];
    this.shape = shape;
    this.#scale = scale;
    const kernel = this.#kernel = new Kernel(rows * (width / 2 + 1) + dense.length * 4 + m * 4 * sizes.reduce((a, b) => a + b, 0));
    const halves = kernel.bytes(vectors.halves.length), doublings = kernel.bytes(rows);
    halves.values.set(vectors.halves);
    doublings.values.set(vectors.doublings);
    this.#halves = halves.address;
    this.#doublings = doublings.address;
    const weights = kernel.floats(dense.length);
    weights.values.set(dense);
    this.#parts = partsOf(shape, weights);
    this.transitions = this.#parts.transitions.values;
    this.#rows = kernel.ints(MOST_FEATURES);
    this.#vector = kernel.floats(width);
    this.#inputs = kernel.floats(m * 2 * width);
    this.#gates = kernel.floats(m * 3 * state);
    this.#own = kernel.floats(3 * state);
    this.#states = [kernel.floats((m + 1) * state), kernel.floats((m + 1) * state)];
    this.#seen = kernel.floats(m * (4 * state + width));
    this.#inner = kernel.floats(m * hidden);
    this.#scores = kernel.floats(m * classes);
  }

  /** Scores of each class at each dot, dots × classes; higher is likelier. Linear in the text. */
  weigh({ clauses, contents, dots }: Features): Float32Array {
    const { classes } = this.shape;
    const count = dots.from.length - 1;
    const out = new Float32Array(count * classes);
    for (let start = 0; start < count; start += PIECE) {
      const end = Math.min(count, start + PIECE);
      const from = Math.max(0, start - MARGIN), to = Math.min(count, end + MARGIN);
      this.#weighPiece(clauses, contents, dots, from, to);
      out.set(this.#scores.values.subarray((start - from) * classes, (end - from) * classes), start * classes);
    }
    return out;
  }

  /** Scores of the dots from … to - 1, into #scores. */
  #weighPiece(clauses: FeatureLists, contents: FeatureLists, dots: FeatureLists, from: number, to: number): void {
    const { width, state, hidden, classes } = this.shape;
    const { loops } = this.#kernel;
    const n = to - from, m = n + 1, mixed = 4 * state + width;
    for (let i = 0; i < m; i++) {
      this.#vectorOf(clauses, from + i, false, this.#inputs.address + i * 2 * width * 4);
      this.#vectorOf(contents, from + i, true, this.#inputs.address + (i * 2 * width + width) * 4);
    }
    this.#carry(m, 0);
    this.#carry(m, 1);
    const [forward, backward] = this.#states;
    const seen = this.#seen.values;
    for (let i = 0; i < n; i++) {
      const at = i * mixed, s = (i + 1) * state;
      for (let k = 0; k < state; k++) {
        seen[at + k] = forward.values[s + k]!;
        seen[at + state + k] = backward.values[s - state + k]!;
        seen[at + 2 * state + k] = forward.values[s + state + k]!;
        seen[at + 3 * state + k] = backward.values[s + k]!;
      }
      this.#vectorOf(dots, from + i, false, this.#seen.address + (at + 4 * state) * 4);
    }
    const inner = this.#inner.values, scores = this.#scores.values;
    for (let i = 0; i < n; i++) inner.set(this.#parts.mixBias.values, i * hidden);
    loops.multiply(this.#inner.address, this.#seen.address, this.#parts.mix.address, n, mixed, hidden);
    for (let i = 0; i < n * hidden; i++) if (inner[i]! < 0) inner[i] = 0;
    for (let i = 0; i < n; i++) scores.set(this.#parts.outBias.values, i * classes);
    loops.multiply(this.#scores.address, this.#inner.address, this.#parts.out.address, n, hidden, classes);
  }

  /** The vector of a list: the hyperbolic tangent of the sum, or of the mean, of its features' vectors. */
  #vectorOf({ ids, from }: FeatureLists, list: number, mean: boolean, out: number): void {
    const { width } = this.shape;
    const { loops } = this.#kernel;
    const first = from[list]!, count = Math.min(MOST_FEATURES, from[list + 1]! - first);
    const asked = this.#rows.values;
    for (let k = 0; k < count; k++) asked[k] = ids[first + k]!;
    loops.sumHalves(this.#vector.address, this.#halves, this.#doublings, this.#rows.address, count, width);
    loops.squash(out, this.#vector.address, width, 1 / (this.#scale * (mean ? Math.max(1, count) : 1)));
  }

  /** One recurrent pass over `count` clauses. The forward states stand one row late, behind the zeros that they start from; the backward ones have the zeros at their end. */
  #carry(count: number, direction: 0 | 1): void {
    const { width, state } = this.shape;
    const { loops } = this.#kernel;
    const { [`inputs${direction}` as const]: inputs, [`inputBias${direction}` as const]: inputBias, [`carry${direction}` as const]: carried, [`carryBias${direction}` as const]: carryBias } = this.#parts;
    const gates = this.#gates.values, own = this.#own.values, states = this.#states[direction].values;
    for (let i = 0; i < count; i++) gates.set(inputBias.values, i * 3 * state);
    loops.multiply(this.#gates.address, this.#inputs.address, inputs.address, count, 2 * width, 3 * state);
    states.fill(0, direction === 0 ? 0 : count * state, direction === 0 ? state : (count + 1) * state);
    for (let step = 0; step < count; step++) {
      const i = direction === 0 ? step : count - 1 - step;
      const before = direction === 0 ? i * state : (i + 1) * state, at = direction === 0 ? (i + 1) * state : i * state;
      own.set(carryBias.values);
      loops.multiply(this.#own.address, this.#states[direction].address + before * 4, carried.address, 1, state, 3 * state);
      loops.turn(this.#states[direction].address + at * 4, this.#states[direction].address + before * 4, this.#gates.address + i * 3 * state * 4, this.#own.address, state);
    }
  }
}
