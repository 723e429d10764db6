/** Which mark stands at each place: beam search over the text's dots. Not here: features, where dots are looked for, words for reasons. */
import { HISTORY_FEATURES, START, advance, historyBuckets, type History, type Place } from "./model/features.ts";
import { MARKS, candidates, endsSentence } from "./model/marks.ts";
import type { MarksModel } from "./model/model.ts";

/** Paths kept at each place: wider gains nothing on texts kept out. */
const BEAM = 8;

export interface Decision {
  /** Index into MARKS. */
  readonly mark: number;
  /** The model's probability of it, given the marks before. */
  readonly confidence: number;
}

interface Path { readonly score: number; readonly history: History; readonly decision: Decision | null; readonly before: Path | null }

/** The best marks for all places of one text, decided together.
 *
 * fixed: marks that a rule has already settled, by offset (a heading's number, a list's dot) */
export function bestMarks(raw: string, places: readonly Place[], model: MarksModel, fixed: ReadonlyMap<number, number> = new Map()): Decision[] {
  const dynamic = new Int32Array(HISTORY_FEATURES);
  const still = new Float64Array(MARKS.length);
  const scores = new Float64Array(MARKS.length);
  const classes = MARKS.length;
  let beam: Path[] = [{ score: 0, history: START, decision: null, before: null }];
  for (const place of places) {
    const settled = fixed.get(place.at);
    const open = settled === undefined ? candidates(raw[place.at - 1] ?? "", raw.slice(place.at + 1, place.at + 9)) : [settled];
    still.fill(0);
    for (const b of place.buckets) for (const c of open) still[c]! += model.marks[b * classes + c]!;
    const next: Path[] = [];
    for (const path of beam) {
      historyBuckets(place, path.history, dynamic);
      let top = -Infinity;
      for (const c of open) {
        let s = still[c]!;
        for (const b of dynamic) s += model.marks[b * classes + c]!;
        scores[c] = s / model.marksScale;
        if (scores[c]! > top) top = scores[c]!;
      }
      let sum = 0;
      for (const c of open) sum += Math.exp(scores[c]! - top);
      for (const c of open) {
        const log = scores[c]! - top - Math.log(sum);
        next.push({ score: path.score + log, history: advance(path.history, c, endsSentence(MARKS[c]!)), decision: { mark: c, confidence: Math.exp(log) }, before: path });
      }
    }
    next.sort((a, b) => b.score - a.score);
    beam = distinct(next);
  }
  const out: Decision[] = [];
  for (let path: Path | null = beam[0]!; path?.decision; path = path.before) out.push(path.decision);
  return out.reverse();
}

/** The best paths that differ in what later places can see of them. */
function distinct(sorted: readonly Path[]): Path[] {
  const seen = new Set<number>();
  const out: Path[] = [];
  for (const path of sorted) {
    const { last, beforeLast, clauses } = path.history;
    const key = (last * 32 + beforeLast + 1) * 16 + Math.min(clauses, 8);
    if (seen.has(key)) continue;
    seen.add(key);
    if (out.push(path) === BEAM) break;
  }
  return out;
}
