/** A passage decided as a whole: how likely each mark is at each dot over all readings of the passage, where neighbours weigh on each other. Not here: the weights.
 *
 *  source  the forward–backward passes of a linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) */

export interface Chain {
  /** dots × classes; 0 for a class that cannot stand there. */
  readonly odds: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** exp of the transitions, classes × classes: from the mark before to the mark. */
  readonly steps: Float64Array;
  readonly classes: number;
  readonly count: number;
}

/** A pair of classes that cannot stand at dots i - 1 and i where `at[i]` is 1; one of the two dots has another class. */
export interface Barred { readonly before: number; readonly after: number; readonly at: Uint8Array }

/** scores       dots × classes, any real number
 *  open         classes that can stand at each dot, at least one
 *  transitions  classes × classes
 *  Linear in the dots. */
export function readChain(scores: Float32Array, open: readonly (readonly number[])[], transitions: Float32Array, classes: number, barred?: Barred): Chain {
  const count = open.length;
  const steps = Float64Array.from(transitions, Math.exp);
  const isBarred = (i: number, before: number, after: number) => barred !== undefined && barred.at[i] === 1 && barred.before === before && barred.after === after;
  const odds = new Float64Array(count * classes), forward = new Float64Array(count * classes), backward = new Float64Array(count * classes);
  for (let i = 0; i < count; i++) {
    let top = -Infinity;
    for (const c of open[i]!) top = Math.max(top, scores[i * classes + c]!);
    for (const c of open[i]!) odds[i * classes + c] = Math.exp(scores[i * classes + c]! - top);
  }
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (const c of open[i]!) {
      let from = i === 0 ? 1 : 0;
      if (i > 0) for (const p of open[i - 1]!) if (!isBarred(i, p, c)) from += forward[(i - 1) * classes + p]! * steps[p * classes + c]!;
      sum += forward[i * classes + c] = from * odds[i * classes + c]!;
    }
    for (const c of open[i]!) forward[i * classes + c]! /= sum;
  }
  for (let i = count - 1; i >= 0; i--) {
    let sum = 0;
    for (const c of open[i]!) {
      let to = i === count - 1 ? 1 : 0;
      if (i < count - 1) for (const n of open[i + 1]!) if (!isBarred(i + 1, c, n)) to += steps[c * classes + n]! * odds[(i + 1) * classes + n]! * backward[(i + 1) * classes + n]!;
      sum += backward[i * classes + c] = to;
    }
    for (const c of open[i]!) backward[i * classes + c]! /= sum;
  }
  return { odds, forward, backward, steps, classes, count };
}

/** Probability of each class at each dot, dots × classes. */
export function marginals({ forward, backward, classes, count }: Chain): Float64Array {
  const out = new Float64Array(count * classes);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let c = i * classes; c < (i + 1) * classes; c++) sum += out[c] = forward[c]! * backward[c]!;
    for (let c = i * classes; c < (i + 1) * classes; c++) out[c]! /= sum;
  }
  return out;
}

/** Probability of each pair of classes at dot i - 1 and dot i, added to `out` (classes × classes). */
export function addPairs({ odds, forward, backward, steps, classes }: Chain, i: number, out: Float64Array): void {
  const pairs = new Float64Array(classes * classes);
  let sum = 0;
  for (let p = 0; p < classes; p++) for (let c = 0; c < classes; c++) {
    sum += pairs[p * classes + c] = forward[(i - 1) * classes + p]! * steps[p * classes + c]! * odds[i * classes + c]! * backward[i * classes + c]!;
  }
  for (let k = 0; k < pairs.length; k++) out[k]! += pairs[k]! / sum;
}
