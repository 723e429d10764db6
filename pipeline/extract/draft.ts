/** What the rules of extraction read and what they give. Not here: any rule. */
import { bisector } from "d3-array";
import type { Assessment, Event, NamedDocument, Observation, Roster, Transition } from "../../schemas/fact.ts";
import type { Outline, Sentence } from "../../schemas/outline.ts";
import type { TextRegisters } from "../../schemas/register.ts";
import type { Repair, Restored } from "../../schemas/repair.ts";
import type { Span } from "../../schemas/span.ts";

/** One text, restored and outlined, with the registers: all that a kind of fact may look at. */
export interface TextInHand {
  readonly raw: string;
  readonly restored: Restored;
  readonly outline: Outline;
  readonly registers: TextRegisters;
  /** Repairs by raw offset of their first character. */
  readonly repairs: ReadonlyMap<number, Repair>;
}

/** A reading that several kinds of fact ask for: made once for each text or passage, and forgotten with it. */
export function kept<K extends object, V>(read: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    if (!known.has(of)) known.set(of, read(of));
    return known.get(of)!;
  };
}

const byStart = bisector(({ start }: { readonly start: number }) => start);

/** Of stretches in order that do not overlap (sentences, clauses), the index of the one that an offset stands in; -1 between them. */
export function indexAt(stretches: readonly { readonly start: number; readonly end: number }[], at: number): number {
  const last = byStart.right(stretches, at) - 1;
  return last >= 0 && at < stretches[last]!.end ? last : -1;
}

/** What stands before a place, back to the nearest of the marks. Looked for from the place backwards: what is before may be a whole paragraph. */
export function backTo(marks: string, text: string, end: number): string {
  let start = end;
  while (start > 0 && !marks.includes(text[start - 1]!)) start--;
  return text.slice(start, end);
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
  readonly rule: string;
} & (Slots<Observation> | Slots<Event> | Slots<Roster> | Slots<Transition> | Slots<NamedDocument> | Slots<Assessment>);

/** What a character does, by its code, for the loops that pass over every character of a text: most do nothing, and are never made strings of.
 *
 *  characters   for each role, from 1 on, those that have it; all others have 0 */
export function rolesOf(...characters: readonly string[]): Uint8Array {
  const roles = new Uint8Array(0x10000);
  for (const [i, all] of characters.entries()) for (const c of all) roles[c.charCodeAt(0)] = i + 1;
  return roles;
}

const OPENS = 1, CLOSES = 2;
const roles = rolesOf("“（", "”）", "，；：。！？");

/** The clauses of a sentence, in order. Marks inside “…” and （…） do not part clauses. */
export function clausesOf(sentence: Pick<Sentence, "start" | "text">): Clause[] {
  const out: Clause[] = [];
  let depth = 0;
  let from = 0;
  const { text } = sentence;
  for (let i = 0; i < text.length; i++) {
    const role = roles[text.charCodeAt(i)];
    if (role === 0) continue;
    if (role === OPENS) depth++;
    else if (role === CLOSES) depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      if (i > from) out.push({ start: sentence.start + from, end: sentence.start + i, text: text.slice(from, i), mark: text[i]! });
      from = i + 1;
    }
  }
  if (from < text.length && /[^”’）》\s]/u.test(text.slice(from))) out.push({ start: sentence.start + from, end: sentence.start + text.length, text: text.slice(from), mark: "" });
  return out;
}
