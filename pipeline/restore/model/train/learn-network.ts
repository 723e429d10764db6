/** Learns the network's weights from texts with their answers: backpropagation through windows of dots, by Adam. Not here: features, reading, scoring.
 *
 *  source  Kingma and Ba 2015 (arXiv:1412.6980) for Adam; the recurrent unit's gradients follow network.ts */
import { Kernel, type Floats, type Ints } from "../kernel/index.ts";
import { MOST_FEATURES, denseLength, partsOf, type DenseParts, type Shape } from "../network.ts";
import type { FeatureLists } from "../features.ts";
import { addPairs, marginals, readChain } from "../chain.ts";
import type { Random } from "./random.ts";

/** A text to learn from; its features are rows. */
export interface Lesson {
  readonly clauses: FeatureLists;
  readonly contents: FeatureLists;
  readonly dots: FeatureLists;
  /** The right class of each dot. */
  readonly answers: Int8Array;
  /** Classes that can stand at each dot. */
  readonly open: readonly (readonly number[])[];
}

export interface Settings {
  readonly epochs: number;
  readonly rate: number;
  /** Share of layers' numbers left out in a step, and of features: what remains must do without them. */
  readonly dropout: number;
  readonly featureDropout: number;
  /** Dots of a window, windows of a step. */
  readonly window: number;
  readonly batch: number;
}

export interface Learnt { readonly shape: Shape; readonly vectors: Float32Array; readonly dense: Float32Array }

const BETA1 = 0.9, BETA2 = 0.999, TINY = 1e-8;
const WARM_UP = 100;
const DECAY = 0.01;
/** The weights are the mean of snapshots over the last part of the training, every SNAPSHOT steps: it generalises better than the last ones. */
const AVERAGED_FROM = 0.3;
const SNAPSHOT = 10;
/** The rate falls in a line to this share. */
const LOWEST = 0.5;
/** Longest gradient of the dense weights in a step. */
const CLIP = 1;

/** Weights with all that learning keeps beside them. */
interface Learning { readonly weights: Floats; readonly gradient: Floats; readonly mean: Floats; readonly square: Floats }

function learning(kernel: Kernel, length: number): Learning {
  return { weights: kernel.floats(length), gradient: kernel.floats(length), mean: kernel.floats(length), square: kernel.floats(length) };
}

/** Moves weights from … from + length - 1 against their gradient, which is then nothing. */
function move(kernel: Kernel, { weights, gradient, mean, square }: Learning, from: number, length: number, rate: number, step: number, factor: number, decay: number): void {
  const size = (rate * Math.sqrt(1 - BETA2 ** step)) / (1 - BETA1 ** step);
  const at = from * 4;
  kernel.loops.adam(weights.address + at, gradient.address + at, mean.address + at, square.address + at, length, factor, BETA1, BETA2, size, rate * decay, TINY);
}

/** rows: how many features have a vector. Deterministic for a given Random. */
export function learnNetwork(shape: Shape, rows: number, lessons: readonly Lesson[], settings: Settings, random: Random, report: (line: string) => void): Learnt {
  const { width, state, hidden } = shape;
  const total = denseLength(shape);
  const kernel = new Kernel(16 * (total + rows * width) + Pass.memory(shape, settings.window));
  const dense = learning(kernel, total), vectors = learning(kernel, rows * width);
  for (let k = 0; k < rows * width; k++) vectors.weights.values[k] = 0.05 * random.normal();
  const spread = ({ values }: Floats, fan: number) => { for (let k = 0; k < values.length; k++) values[k] = (2 * random.uniform() - 1) / Math.sqrt(fan); };
  const parts = partsOf(shape, dense.weights);
  for (const part of [parts.inputs0, parts.carry0, parts.inputBias0, parts.carryBias0, parts.inputs1, parts.carry1, parts.inputBias1, parts.carryBias1]) spread(part, state);
  for (const part of [parts.mix, parts.mixBias]) spread(part, 4 * state + width);
  for (const part of [parts.out, parts.outBias]) spread(part, hidden);
  const touched: number[] = [];
  const isTouched = new Uint8Array(rows);
  const touch = (row: number) => { if (isTouched[row] === 0) { isTouched[row] = 1; touched.push(row); } };
  const pass = new Pass(kernel, shape, parts, partsOf(shape, dense.gradient), vectors, settings, random, touch);
  const meanVectors = new Float32Array(rows * width), meanDense = new Float32Array(total);
  let snapshots = 0;
  const steps = Math.ceil((settings.epochs * lessons.reduce((sum, { answers }) => sum + answers.length, 0)) / settings.window / settings.batch);
  let step = 0;
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    const windows = random.shuffled(lessons.flatMap((lesson) => windowsOf(lesson, settings.window, random)));
    let loss = 0, seen = 0;
    for (let first = 0; first < windows.length; first += settings.batch) {
      let count = 0;
      for (const { lesson, from, to } of windows.slice(first, first + settings.batch)) {
        loss += pass.run(lesson, from, to);
        count += to - from;
      }
      seen += count;
      const rate = settings.rate * Math.max(LOWEST, 1 - step / steps) * Math.min(1, (step + 1) / WARM_UP);
      step++;
      let norm = 0;
      for (const g of dense.gradient.values) norm += g * g;
      move(kernel, dense, 0, total, rate, step, Math.min(1 / count, CLIP / Math.sqrt(norm || 1)), DECAY);
      for (const row of touched) {
        move(kernel, vectors, row * width, width, rate, step, 1 / count, 0);
        isTouched[row] = 0;
      }
      touched.length = 0;
      if (step >= steps * AVERAGED_FROM && step % SNAPSHOT === 0) {
        snapshots++;
        addTo(meanVectors, vectors.weights.values, 0, meanVectors.length);
        addTo(meanDense, dense.weights.values, 0, total);
      }
    }
    report(`epoch ${epoch + 1}: loss ${(loss / seen).toFixed(4)} over ${seen} dots`);
  }
  return { shape, vectors: meanVectors.map((sum) => sum / snapshots), dense: meanDense.map((sum) => sum / snapshots) };
}

interface Window { readonly lesson: Lesson; readonly from: number; readonly to: number }

/** Windows of a text, cut elsewhere in each epoch. */
function windowsOf(lesson: Lesson, length: number, random: Random): Window[] {
  const out: Window[] = [];
  for (let i = -Math.floor(random.uniform() * length); i < lesson.answers.length; i += length) {
    const from = Math.max(0, i), to = Math.min(lesson.answers.length, i + length);
    if (to > from) out.push({ lesson, from, to });
  }
  return out;
}

/** A list's vector on the way forward, and which of its features were kept. */
interface Gathered { readonly first: number; readonly count: number; readonly unit: number }

/** A layer's numbers and their gradients. */
interface Layer { readonly value: Floats; readonly gradient: Floats; readonly mask: Float32Array }

/** One window forward and back. */
class Pass {
  readonly #kernel; readonly #shape; readonly #weights; readonly #gradients; readonly #vectors; readonly #settings; readonly #random; readonly #touch;
  readonly #rows: Ints;
  #used = 0;
  readonly #vector: Floats;
  readonly #raw: Float32Array;
  readonly #dotRaw: Float32Array;
  readonly #inputs: Layer;
  readonly #seen: Layer;
  readonly #inner: Layer;
  readonly #scores: Floats;
  readonly #carried: readonly [Carried, Carried];
  readonly #dOwn: Floats;

  /** Bytes of the kernel's memory that a pass needs. */
  static memory({ width, state, hidden, classes }: Shape, window: number): number {
    const m = window + 3;
    return 4 * (3 * m * MOST_FEATURES + 2 * m * (2 * width + 4 * state + width + hidden + classes) + 2 * m * (8 * state) + 16 * state + width) + (1 << 16);
  }

  constructor(kernel: Kernel, shape: Shape, weights: DenseParts, gradients: DenseParts, vectors: Learning, settings: Settings, random: Random, touch: (row: number) => void) {
    const { width, state, hidden, classes } = shape;
    const m = settings.window + 1;
    const layer = (length: number): Layer => ({ value: kernel.floats(length), gradient: kernel.floats(length), mask: new Float32Array(length) });
    this.#kernel = kernel; this.#shape = shape; this.#weights = weights; this.#gradients = gradients; this.#vectors = vectors;
    this.#settings = settings; this.#random = random; this.#touch = touch;
    this.#rows = kernel.ints(3 * m * MOST_FEATURES);
    this.#vector = kernel.floats(width);
    this.#raw = new Float32Array(m * 2 * width);
    this.#dotRaw = new Float32Array(m * width);
    this.#inputs = layer(m * 2 * width);
    this.#seen = layer(m * (4 * state + width));
    this.#inner = layer(m * hidden);
    this.#scores = kernel.floats(m * classes);
    const carried = (): Carried => ({ states: kernel.floats((m + 1) * state), dStates: kernel.floats((m + 1) * state), gates: kernel.floats(m * 3 * state), own: kernel.floats(m * 3 * state) });
    this.#carried = [carried(), carried()];
    this.#dOwn = kernel.floats(3 * state);
  }

  /** Adds the window's gradients; gives the sum of its losses. */
  run({ clauses, contents, dots, answers, open }: Lesson, from: number, to: number): number {
    const { width, state, hidden, classes } = this.#shape;
    const { loops } = this.#kernel;
    const W = this.#weights, G = this.#gradients;
    const n = to - from, m = n + 1, wide = 2 * width, mixed = 4 * state + width;
    const inputs = this.#inputs, seen = this.#seen, inner = this.#inner, scores = this.#scores;
    this.#used = 0;
    // forward
    const gatheredClauses: Gathered[] = [], gatheredContents: Gathered[] = [], gatheredDots: Gathered[] = [];
    for (let i = 0; i < m; i++) {
      gatheredClauses.push(this.#gather(clauses, from + i, false, this.#raw, i * wide));
      gatheredContents.push(this.#gather(contents, from + i, true, this.#raw, i * wide + width));
    }
    this.#drop(inputs, this.#raw, m * wide);
    this.#carry(m, 0);
    this.#carry(m, 1);
    const [forward, backward] = this.#carried;
    for (let i = 0; i < n; i++) {
      gatheredDots.push(this.#gather(dots, from + i, false, this.#dotRaw, i * width));
      const at = i * mixed;
      for (let side = 0; side < 2; side++) {
        const f = (i + side + 1) * state, b = (i + side) * state;
        for (let k = 0; k < state; k++) {
          seen.value.values[at + 2 * side * state + k] = forward.states.values[f + k]!;
          seen.value.values[at + (2 * side + 1) * state + k] = backward.states.values[b + k]!;
        }
      }
      for (let k = 0; k < width; k++) seen.value.values[at + 4 * state + k] = this.#dotRaw[i * width + k]!;
    }
    this.#drop(seen, seen.value.values, n * mixed);
    for (let i = 0; i < n; i++) inner.value.values.set(W.mixBias.values, i * hidden);
    loops.multiply(inner.value.address, seen.value.address, W.mix.address, n, mixed, hidden);
    this.#drop(inner, inner.value.values, n * hidden);
    for (let k = 0; k < n * hidden; k++) if (inner.value.values[k]! <= 0) { inner.value.values[k] = 0; inner.mask[k] = 0; }
    for (let i = 0; i < n; i++) scores.values.set(W.outBias.values, i * classes);
    loops.multiply(scores.address, inner.value.address, W.out.address, n, hidden, classes);
    const loss = this.#lossOf(scores.values, answers.subarray(from, to), open.slice(from, to));
    // back
    this.#backThrough(scores, inner.value, W.out, G.out, G.outBias, inner.gradient, n, hidden, classes);
    masked(inner, n * hidden);
    this.#backThrough(inner.gradient, seen.value, W.mix, G.mix, G.mixBias, seen.gradient, n, mixed, hidden);
    masked(seen, n * mixed);
    forward.dStates.values.fill(0);
    backward.dStates.values.fill(0);
    const dSeen = seen.gradient.values;
    for (let i = 0; i < n; i++) {
      const at = i * mixed;
      for (let side = 0; side < 2; side++) {
        const f = (i + side + 1) * state, b = (i + side) * state;
        for (let k = 0; k < state; k++) {
          forward.dStates.values[f + k]! += dSeen[at + 2 * side * state + k]!;
          backward.dStates.values[b + k]! += dSeen[at + (2 * side + 1) * state + k]!;
        }
      }
      this.#scatter(gatheredDots[i]!, dSeen, at + 4 * state, this.#dotRaw, i * width);
    }
    inputs.gradient.values.fill(0);
    this.#carryBack(m, 0);
    this.#carryBack(m, 1);
    masked(inputs, m * wide);
    for (let i = 0; i < m; i++) {
      this.#scatter(gatheredClauses[i]!, inputs.gradient.values, i * wide, this.#raw, i * wide);
      this.#scatter(gatheredContents[i]!, inputs.gradient.values, i * wide + width, this.#raw, i * wide + width);
    }
    return loss;
  }

  /** The loss of a passage's reading; its gradient takes the place of the scores. */
  #lossOf(scores: Float32Array, answers: Int8Array, open: readonly (readonly number[])[]): number {
    const { classes } = this.#shape;
    const chain = readChain(scores, open, this.#weights.transitions.values, classes);
    const likely = marginals(chain);
    const pairs = new Float64Array(classes * classes);
    let loss = 0;
    for (let i = 0; i < answers.length; i++) {
      const o = i * classes, answer = answers[i]!;
      loss -= Math.log(Math.max(likely[o + answer]!, 1e-9));
      for (let c = 0; c < classes; c++) scores[o + c] = likely[o + c]! - (c === answer ? 1 : 0);
      if (i === 0) continue;
      addPairs(chain, i, pairs);
      pairs[answers[i - 1]! * classes + answer]!--;
    }
    for (let k = 0; k < pairs.length; k++) this.#gradients.transitions.values[k]! += pairs[k]!;
    return loss;
  }

  /** Leaves out some of a layer's numbers and makes up for it by the others. */
  #drop({ value, mask }: Layer, from: Float32Array, length: number): void {
    const { dropout } = this.#settings;
    const keep = 1 / (1 - dropout);
    for (let k = 0; k < length; k++) value.values[k] = from[k]! * (mask[k] = this.#random.uniform() < dropout ? 0 : keep);
  }

  #gather({ ids, from }: FeatureLists, list: number, mean: boolean, out: Float32Array, at: number): Gathered {
    const { width } = this.#shape;
    const first = this.#used, last = Math.min(from[list + 1]!, from[list]! + MOST_FEATURES);
    for (let k = from[list]!; k < last; k++) if (this.#random.uniform() >= this.#settings.featureDropout) this.#rows.values[this.#used++] = ids[k]!;
    const count = this.#used - first;
    const unit = mean ? 1 / Math.max(1, last - from[list]!) : 1;
    this.#kernel.loops.sum(this.#vector.address, this.#vectors.weights.address, this.#rows.address + first * 4, count, width);
    this.#kernel.loops.squash(this.#vector.address, this.#vector.address, width, unit);
    out.set(this.#vector.values, at);
    return { first, count, unit };
  }

  #scatter({ first, count, unit }: Gathered, gradient: Float32Array, at: number, value: Float32Array, valueAt: number): void {
    const { width } = this.#shape;
    for (let c = 0; c < width; c++) this.#vector.values[c] = gradient[at + c]! * (1 - value[valueAt + c]! ** 2) * unit;
    this.#kernel.loops.spread(this.#vector.address, this.#vectors.gradient.address, this.#rows.address + first * 4, count, width);
    for (let k = first; k < first + count; k++) this.#touch(this.#rows.values[k]!);
  }

  #carry(count: number, direction: 0 | 1): void {
    const { width, state } = this.#shape;
    const { loops } = this.#kernel;
    const W = this.#weights;
    const { states, gates, own } = this.#carried[direction];
    const three = 3 * state;
    const inputBias = W[`inputBias${direction}`].values, carryBias = W[`carryBias${direction}`].values;
    for (let i = 0; i < count; i++) { gates.values.set(inputBias, i * three); own.values.set(carryBias, i * three); }
    loops.multiply(gates.address, this.#inputs.value.address, W[`inputs${direction}`].address, count, 2 * width, three);
    const start = direction === 0 ? 0 : count * state;
    states.values.fill(0, start, start + state);
    for (let step = 0; step < count; step++) {
      const { i, before, at } = placeOf(step, count, direction, state);
      loops.multiply(own.address + i * three * 4, states.address + before * 4, W[`carry${direction}`].address, 1, state, three);
      loops.turn(states.address + at * 4, states.address + before * 4, gates.address + i * three * 4, own.address + i * three * 4, state);
    }
  }

  /** Turns the gates into their gradients on the way. */
  #carryBack(count: number, direction: 0 | 1): void {
    const { width, state } = this.#shape;
    const W = this.#weights, G = this.#gradients;
    const { states, dStates, gates, own } = this.#carried[direction];
    const three = 3 * state;
    const dOwn = this.#dOwn.values;
    for (let step = count - 1; step >= 0; step--) {
      const { i, before, at } = placeOf(step, count, direction, state);
      for (let k = 0; k < state; k++) {
        const g = i * three + k;
        const d = dStates.values[at + k]!;
        const reset = gates.values[g]!, keep = gates.values[g + state]!, fresh = gates.values[g + 2 * state]!;
        const dFresh = d * (1 - keep) * (1 - fresh * fresh);
        const dKeep = d * (states.values[before + k]! - fresh) * keep * (1 - keep);
        const dReset = dFresh * own.values[g + 2 * state]! * reset * (1 - reset);
        gates.values[g] = dReset; gates.values[g + state] = dKeep; gates.values[g + 2 * state] = dFresh;
        dOwn[k] = dReset; dOwn[state + k] = dKeep; dOwn[2 * state + k] = dFresh * reset;
        dStates.values[before + k]! += d * keep;
      }
      addTo(G[`carryBias${direction}`].values, dOwn, 0, three);
      this.#kernel.loops.backThrough(this.#dOwn.address, states.address + before * 4, W[`carry${direction}`].address, G[`carry${direction}`].address, dStates.address + before * 4, 1, state, three);
    }
    for (let i = 0; i < count; i++) addTo(G[`inputBias${direction}`].values, gates.values, i * three, three);
    this.#kernel.loops.backThrough(gates.address, this.#inputs.value.address, W[`inputs${direction}`].address, G[`inputs${direction}`].address, this.#inputs.gradient.address, count, 2 * width, three);
  }

  /** Gradients of out = input · weights + bias; that of the input is set, the others are added to. */
  #backThrough(dOut: Floats, input: Floats, weights: Floats, dWeights: Floats, dBias: Floats, dInput: Floats, rows: number, inner: number, columns: number): void {
    dInput.values.fill(0, 0, rows * inner);
    for (let r = 0; r < rows; r++) addTo(dBias.values, dOut.values, r * columns, columns);
    this.#kernel.loops.backThrough(dOut.address, input.address, weights.address, dWeights.address, dInput.address, rows, inner, columns);
  }
}

/** A recurrent pass's numbers. The forward states stand one row late, behind the zeros that they start from; the backward ones have the zeros at their end. */
interface Carried { readonly states: Floats; readonly dStates: Floats; /** reset, keep and fresh, after their functions */ readonly gates: Floats; readonly own: Floats }

function placeOf(step: number, count: number, direction: 0 | 1, state: number): { i: number; before: number; at: number } {
  const i = direction === 0 ? step : count - 1 - step;
  return direction === 0 ? { i, before: i * state, at: (i + 1) * state } : { i, before: (i + 1) * state, at: i * state };
}

function addTo(sum: Float32Array, from: Float32Array, at: number, length: number): void {
  for (let k = 0; k < length; k++) sum[k]! += from[at + k]!;
}

function masked({ gradient, mask }: Layer, length: number): void {
  for (let k = 0; k < length; k++) gradient.values[k]! *= mask[k]!;
}
