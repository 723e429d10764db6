/** correct: what an editor has to say of facts, repairs and findings, applied; and what each correction changed.
 *
 *  correctRepairs   between restore and outline: the text is read anew from what it gives
 *  correct          facts → facts in the order of the texts, without those dropped, with those added
 *  confirmFindings  findings → findings, those an editor has seen no longer errors
 *
 *  in      corrections with the place they stand at; each function applies those that are its own, in the file's order
 *  holds   every correction finds exactly one repair, fact, place or finding; a fact that was set still is a Fact, one that was added quotes its text
 *  errors  UserError 65: a correction that finds nothing, or more than one, or gives what its kind cannot hold; the nearest are named */
import { onFact, type AppliedCorrection } from "../../schemas/correction.ts";
import type { Fact } from "../../schemas/fact.ts";
import { FACT_KINDS } from "../../schemas/fact-kinds.ts";
import { refusal } from "./refusal.ts";
import { add } from "./add.ts";
import { find, type Dropped } from "./find.ts";
import { likeness, nearest, nearestInWords } from "../likeness.ts";
import type { Placed } from "./placed.ts";
import type { TextAtHand } from "./places.ts";
import { set } from "./set.ts";

export { confirmFindings } from "./findings.ts";
export type { Placed } from "./placed.ts";
export type { TextAtHand } from "./places.ts";
export { correctRepairs } from "./repairs.ts";

/** texts: by id, in printing order; facts are in that order, then by span. */
export function correct(facts: readonly Fact[], corrections: readonly Placed[], texts: ReadonlyMap<string, TextAtHand>): { facts: Fact[]; applied: AppliedCorrection[] } {
  requireTexts(corrections, [...texts.keys()]);
  let standing = [...facts];
  const dropped: Dropped[] = [];
  const setAt = new Map<string, string>();
  const applied = corrections.filter(({ correction }) => onFact(correction)).map(({ correction, at }): AppliedCorrection => {
    if (correction.action === "add") {
      const { fact, changes } = add(correction, standing, texts, at);
      standing = inOrder([...standing, fact], [...texts.keys()]);
      return appliedTo(fact, correction, changes);
    }
    const fact = find(correction, standing, texts, at, dropped);
    if (correction.action === "set") requireFirst(fact, Object.keys(correction.set!), setAt, at);
    if (correction.action === "drop") dropped.push({ fact, at });
    const corrected = correction.action === "set" ? set(fact, correction, at) : { fact, changes: [] };
    standing = standing.flatMap((one) => (one.id !== fact.id ? [one] : correction.action === "drop" ? [] : [corrected.fact]));
    return appliedTo(fact, correction, corrected.changes);
  });
  return { facts: standing, applied };
}

/** A field that is set twice would hold what stands last, and nobody would notice. `setAt`: where each field of each fact was set. */
function requireFirst({ id, text }: Fact, fields: readonly string[], setAt: Map<string, string>, at: string): void {
  for (const field of fields) {
    const key = JSON.stringify([id, field]);
    const before = setAt.get(key);
    if (before !== undefined) throw refusal(at, `${field} of "${text}" (fact: "${id}") is set at ${before} too. Keep one of the two.`);
    setAt.set(key, at);
  }
}

function appliedTo({ id, document, span, quote }: Fact, correction: AppliedCorrection["correction"], changes: AppliedCorrection["changes"]): AppliedCorrection {
  return { correction, target: "fact", id, document, span, quote, changes };
}

function inOrder(facts: readonly Fact[], ids: readonly string[]): Fact[] {
  return facts.toSorted((a, b) => ids.indexOf(a.document) - ids.indexOf(b.document) || a.span.start - b.span.start || a.span.end - b.span.end || FACT_KINDS.indexOf(a.kind) - FACT_KINDS.indexOf(b.kind));
}

/** A correction of a text that the year has not would find nothing, and nobody would notice. */
function requireTexts(corrections: readonly Placed[], ids: readonly string[]): void {
  for (const { correction, at } of corrections) {
    const text = correction.repair?.text ?? correction.text;
    if (text === undefined || ids.includes(text)) continue;
    const near = nearest(ids, (id) => likeness(text, id), 0).map((id) => `"${id}"`);
    throw refusal(at, `there is no text "${text}". ${nearestInWords(near, "The year has no texts")}: name one of the year's texts, without .txt, or drop the correction.`);
  }
}
