/** Facts by the sentence they stand in, with the words between their figures. Not here: what the words mean. */
import { group } from "d3-array";
import type { EditionText } from "../../schemas/edition.ts";
import type { Fact, Observation } from "../../schemas/fact.ts";
import { isObservation } from "./rule.ts";

/** An observation in its sentence. */
export interface Said {
  readonly fact: Observation;
  /** What the sentence says from the figure before (or its start) up to this figure's end. */
  readonly lead: string;
}

export interface Sentence {
  readonly document: string;
  /** Restored. */
  readonly text: string;
  readonly facts: readonly Fact[];
  /** Its observations, in the order of their figures. */
  readonly said: readonly Said[];
}

/** The sentences that hold a fact, in the texts' order. */
export function sentencesOf(facts: readonly Fact[], texts: readonly EditionText[]): Sentence[] {
  const byText = group(facts, (fact) => fact.document);
  return texts.flatMap(({ id, outline }) => {
    const own = (byText.get(id) ?? []).toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    let next = 0;
    return outline.sentences.flatMap(({ span, text }): Sentence[] => {
      while (next < own.length && own[next]!.span.start < span.start) next++;
      const first = next;
      while (next < own.length && own[next]!.span.start < span.end) next++;
      const within = own.slice(first, next);
      return within.length === 0 ? [] : [{ document: id, text, facts: within, said: saidIn(text, within.filter(isObservation)) }];
    });
  });
}

/** Each observation's words end after those of the one before: their restored texts stand in the sentence in order, and may share a beginning (由甲增至乙). */
function saidIn(text: string, observations: readonly Observation[]): Said[] {
  let before = 0;
  return observations.toSorted((a, b) => a.span.end - b.span.end).map((fact) => {
    const at = text.indexOf(fact.text, Math.max(0, before + 1 - fact.text.length));
    if (at < 0 || fact.text === "") return { fact, lead: fact.text };
    const end = at + fact.text.length;
    const lead = text.slice(before, end);
    before = end;
    return { fact, lead };
  });
}
