/** What the rules of extraction read and what they give. Not here: any rule. */
import type { Assessment, Event, NamedDocument, Observation, Roster, Transition } from "../../schemas/fact.ts";
import type { Outline, Sentence } from "../../schemas/outline.ts";
import type { Registers } from "../../schemas/register.ts";
import type { Repair, Restored } from "../../schemas/repair.ts";
import type { Span } from "../../schemas/span.ts";

/** One text, restored and outlined, with the registers: all that a kind of fact may look at. */
export interface TextInHand {
  readonly raw: string;
  readonly restored: Restored;
  readonly outline: Outline;
  readonly registers: Registers;
  /** Repairs by raw offset of their first character. */
  readonly repairs: ReadonlyMap<number, Repair>;
}

/** A clause of a sentence: what stands between ，；：。 marks; 、 does not part clauses. Offsets are into the restored text. */
export interface Clause {
  readonly start: number;
  /** Before the mark that ends it. */
  readonly end: number;
  readonly text: string;
  /** The mark that ends it; "" at the end of a text without one. */
  readonly mark: string;
}

type Slots<F> = Omit<F, "id" | "document" | "section" | "span" | "quote" | "text" | "certainty">;

/** A fact before it has its place: where it stands in the restored text, and its slots. */
export type Draft = {
  /** Offsets into the restored text, without the mark that ends the passage. */
  readonly start: number;
  readonly end: number;
  /** Only where the pipeline worked a value out; restored or stated is found by itself from the repairs. */
  readonly inferred?: boolean;
  /** Where the raw passage cannot be had from start and end: a title that left nothing but a hole. */
  readonly span?: Span;
  /** The rule that made it, as FILE/rule-name, for `extract --explain`; not a field of the fact. */
  readonly rule?: string;
} & (Slots<Observation> | Slots<Event> | Slots<Roster> | Slots<Transition> | Slots<NamedDocument> | Slots<Assessment>);

/** The clauses of a sentence, in order. Marks inside “…” and （…） do not part clauses. */
export function clausesOf(sentence: Pick<Sentence, "start" | "text">): Clause[] {
  const out: Clause[] = [];
  let depth = 0;
  let from = 0;
  const { text } = sentence;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === "“" || c === "（") depth++;
    else if (c === "”" || c === "）") depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[，；：。！？]/u.test(c)) {
      if (i > from) out.push({ start: sentence.start + from, end: sentence.start + i, text: text.slice(from, i), mark: c });
      from = i + 1;
    }
  }
  if (from < text.length && /[^”’）》\s]/u.test(text.slice(from))) out.push({ start: sentence.start + from, end: sentence.start + text.length, text: text.slice(from), mark: "" });
  return out;
}
