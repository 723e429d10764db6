/** Which mark stands at each dot of a text, decided as a whole: scores of the network, read by forward and backward passes over the passage. Not here: where dots are looked for, words for reasons. */
import { calibrated } from "./model/calibration.ts";
import { marginals, readChain } from "./model/chain.ts";
import { featuresOf } from "./model/features.ts";
import type { MarksModel } from "./model/model.ts";

export interface Decision {
  /** Index into MARKS. */
  readonly mark: number;
  /** How likely the mark is, over all readings of the passage; of those said to be 0.9 sure nine in ten are right (docs/restoration.md). */
  readonly confidence: number;
}

/** The likeliest mark of each dot.
 *
 * simple  the text through `simplify`
 * at      offsets of its dots, rising
 * open    marks that can stand at each dot, at least one; a single one is settled */
export function decideMarks(simple: string, at: readonly number[], open: readonly (readonly number[])[], { networks, table, lexicon, calibration }: MarksModel): Decision[] {
  const { classes } = networks[0]!.shape;
  const features = featuresOf(simple, at, lexicon, table);
  const scores = meanOf(networks.map((network) => network.weigh(features)));
  const transitions = meanOf(networks.map((network) => network.transitions));
  const likely = marginals(readChain(scores, open, transitions, classes));
  return open.map((can, i) => {
    let mark = can[0]!;
    for (const c of can) if (likely[i * classes + c]! > likely[i * classes + mark]!) mark = c;
    return { mark, confidence: can.length === 1 ? 1 : calibrated(likely[i * classes + mark]!, calibration) };
  });
}

function meanOf(lists: readonly Float32Array[]): Float32Array {
  const mean = lists[0]!.slice();
  for (const list of lists.slice(1)) for (let k = 0; k < mean.length; k++) mean[k]! += list[k]!;
  return mean.map((sum) => sum / lists.length);
}
