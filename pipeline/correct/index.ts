/** correct: facts + the editor's corrections → facts, and what each correction changed.
 *
 *  in      facts; corrections with the place they stand at; the raw texts, for messages
 *  out     facts in the same order, without those dropped; one AppliedCorrection a correction, in the file's order
 *  holds   every correction finds exactly one fact; a fact that was set still is a Fact
 *  errors  UserError 65: a correction that finds no fact, more than one, or sets what a fact of its kind cannot hold */
import type { AppliedCorrection, Correction } from "../../schemas/correction.ts";
import type { Fact } from "../../schemas/fact.ts";
import { find } from "./find.ts";
import { set } from "./set.ts";

/** A correction and where it stands: `corrections.yaml:31`. */
export interface Placed {
  readonly correction: Correction;
  readonly at: string;
}

export function correct(facts: readonly Fact[], corrections: readonly Placed[], raws: ReadonlyMap<string, string>): { facts: Fact[]; applied: AppliedCorrection[] } {
  let standing = [...facts];
  const applied = corrections.map(({ correction, at }): AppliedCorrection => {
    const fact = find(correction, standing, raws, at);
    const corrected = correction.action === "set" ? set(fact, correction, at) : { fact, changes: [] };
    standing = standing.flatMap((one) => (one.id !== fact.id ? [one] : correction.action === "drop" ? [] : [corrected.fact]));
    return { correction, fact: fact.id, quote: fact.quote, changes: corrected.changes };
  });
  return { facts: standing, applied };
}
