/** Whether confidence keeps its word: of what was said to be 0.9 sure, were nine in ten right? Not here: where confidence comes from. */
import { mean, sum } from "d3-array";
import type { Answer } from "./marks.ts";
import { share } from "./tally.ts";

/** Confidence from `from` up to `to`, `to` itself in the last bin only. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean confidence said; null in an empty bin. */
  readonly said: number | null;
  /** Share right; null in an empty bin. */
  readonly right: number | null;
}

export interface Reliability {
  readonly bins: readonly Bin[];
  /** Decisions that carry a confidence: what all figures here are about. */
  readonly decisions: number;
  /** Expected calibration error over these bins: the mean distance between said and right, weighted by the bins' counts. */
  readonly calibrationError: number;
  readonly errors: number;
  /** Of all errors, the share among the least confident tenth of decisions. */
  readonly errorsInDoubtfulTenth: number;
  /** The confidence at which that tenth ends. */
  readonly doubtfulTenthBelow: number;
}

const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1];
const DOUBTFUL = 0.1;

export function reliability(answers: readonly Answer[]): Reliability {
  const sure = answers.flatMap(({ right, confidence }) => (confidence === null ? [] : [{ right: Number(right), confidence }]));
  const bins = EDGES.slice(0, -1).map((from, i): Bin => {
    const to = EDGES[i + 1]!;
    const inside = sure.filter(({ confidence }) => confidence >= from && (confidence < to || (to === 1 && confidence === 1)));
    return { from, to, count: inside.length, said: mean(inside, ({ confidence }) => confidence) ?? null, right: mean(inside, ({ right }) => right) ?? null };
  });
  const errors = sum(sure, ({ right }) => 1 - right);
  const { inTenth, below } = errorsBelow(sure);
  return {
    bins,
    decisions: sure.length,
    calibrationError: share(sum(bins, ({ count, said, right }) => count * Math.abs((said ?? 0) - (right ?? 0))), sure.length),
    errors,
    errorsInDoubtfulTenth: share(inTenth, errors),
    doubtfulTenthBelow: below,
  };
}

/** Errors in the least confident tenth. Where several decisions share the confidence at which it ends, the errors among them count by the share that belongs to it. */
function errorsBelow(sure: readonly { right: number; confidence: number }[]): { inTenth: number; below: number } {
  const size = Math.round(sure.length * DOUBTFUL);
  const sorted = sure.toSorted((a, b) => a.confidence - b.confidence);
  const below = sorted[Math.max(0, size - 1)]?.confidence ?? 0;
  const under = sorted.filter(({ confidence }) => confidence < below);
  const at = sorted.filter(({ confidence }) => confidence === below);
  const wrong = (some: readonly { right: number }[]) => sum(some, ({ right }) => 1 - right);
  return { inTenth: size === 0 ? 0 : wrong(under) + wrong(at) * share(size - under.length, at.length), below };
}
