/** Which mark stands at each dot of a text, decided as a whole: scores of the network, read by forward and backward passes over the passage. Not here: where dots are looked for, words for reasons. */
import { calibrated } from "./model/calibration.ts";
import { marginals, readChain } from "./model/chain.ts";
import { featuresOf } from "./model/features.ts";
import { markIndex } from "./model/marks.ts";
import type { MarksModel } from "./model/model.ts";

export interface Decision {
  /** Index into MARKS. */
  readonly mark: number;
  /** How likely the mark is, over all readings of the passage; of those said to be 0.9 sure nine in ten are right (docs/restoration.md). */
  readonly confidence: number;
}

/** Dots decided at once: what a long text needs in memory stays bounded. */
const BLOCK = 1 << 14;
/** Dots on both sides of a block that are read with it and decided with their own: the passes have forgotten sooner. */
const MARGIN = 64;

/** The likeliest mark of each dot. Linear in the text.
 *
 * simple  the text through `simplify`
 * at      offsets of its dots, rising
 * open    marks that can stand at each dot, at least one; a single one is settled
 * lone    1 where this dot and the one before it are not both decimal points */
export function decideMarks(simple: string, at: readonly number[], open: readonly (readonly number[])[], lone: Uint8Array, model: MarksModel): Decision[] {
  const out: Decision[] = [];
  for (let start = 0; start < at.length; start += BLOCK) {
    const end = Math.min(at.length, start + BLOCK);
    const from = Math.max(0, start - MARGIN), to = Math.min(at.length, end + MARGIN);
    const textStart = from === 0 ? 0 : at[from - 1]! + 1;
    const text = simple.slice(textStart, at[to] ?? simple.length);
    const decisions = decideBlock(text, at.slice(from, to).map((dot) => dot - textStart), open.slice(from, to), lone.subarray(from, to), model);
    for (let i = start; i < end; i++) out.push(decisions[i - from]!);
  }
  return out;
}

function decideBlock(simple: string, at: readonly number[], open: readonly (readonly number[])[], lone: Uint8Array, { networks, table, lexicon, calibration }: MarksModel): Decision[] {
  const { classes } = networks[0]!.shape;
  const features = featuresOf(simple, at, lexicon, table);
  const scores = meanOf(networks.map((network) => network.weigh(features)));
  const transitions = meanOf(networks.map((network) => network.transitions));
  const likely = marginals(readChain(scores, open, transitions, classes, { before: POINT, after: POINT, at: lone }));
  return open.map((can, i) => {
    let mark = can[0]!;
    for (const c of can) if (likely[i * classes + c]! > likely[i * classes + mark]!) mark = c;
    return { mark, confidence: can.length === 1 ? 1 : calibrated(likely[i * classes + mark]!, calibration) };
  });
}

const POINT = markIndex(".");

function meanOf(lists: readonly Float32Array[]): Float32Array {
  const mean = lists[0]!.slice();
  for (const list of lists.slice(1)) for (let k = 0; k < mean.length; k++) mean[k]! += list[k]!;
  return mean.map((sum) => sum / lists.length);
}
