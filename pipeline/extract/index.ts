/** extract: a restored, outlined text → its facts of all six kinds.
 *
 *  in      Document, Restored, Outline of the same text; the registers
 *  out     facts in raw order, and apart from them what was drawn up but is not borne out by its own words
 *  holds   raw.slice(fact.span.start, fact.span.end) === fact.quote; ids do not change when other facts come or go
 *  errors  none: what no rule reads gives no fact */
import { bisectLeft } from "d3-array";
import { Fact } from "../../schemas/fact.ts";
import { FACT_KINDS } from "../../schemas/fact-kinds.ts";
import type { Outline } from "../../schemas/outline.ts";
import type { TextRegisters } from "../../schemas/register.ts";
import { rawSpan, type Restored } from "../../schemas/repair.ts";
import type { Document } from "../../schemas/source.ts";
import type { Unproven } from "../../schemas/unproven.ts";
import type { Span } from "../../schemas/span.ts";
import { assessments } from "./assessments.ts";
import { documents } from "./documents/index.ts";
import { indexAt, kept, type Draft, type TextInHand } from "./draft.ts";
import { doubtOf, type Sight } from "./proof.ts";
import { quantityReader } from "./quantities/index.ts";
import { explain, type Explanation, type Traced } from "./explain.ts";
import { events } from "./events.ts";
import { observations } from "./observations.ts";
import { rosters } from "./rosters/index.ts";
import { transitions } from "./transitions.ts";
import { withWholeCharacters } from "./whole-characters.ts";

export interface Extracted { readonly facts: Fact[]; readonly unproven: Unproven[] }

export function extract(document: Document, restored: Restored, outline: Outline, registers: TextRegisters): Extracted {
  const { traced, unproven } = trace(inHand(document, restored, outline, registers));
  return { facts: traced.map(({ fact }) => fact), unproven };
}

/** The same facts, each with the rule that made it and the words of its slots: `extract --explain`. */
export function explained(document: Document, restored: Restored, outline: Outline, registers: TextRegisters): (Fact & Explanation)[] {
  const text = inHand(document, restored, outline, registers);
  return trace(text).traced.map((traced) => ({ ...traced.fact, ...explain(traced, text) }));
}

function inHand(document: Document, restored: Restored, outline: Outline, registers: TextRegisters): TextInHand {
  return { raw: document.text, restored, outline, registers, repairs: new Map(restored.repairs.map((repair) => [repair.span.start, repair])) };
}

function trace(text: TextInHand): { traced: Traced[]; unproven: Unproven[] } {
  const drafts = [observations, events, rosters, transitions, documents, assessments].flatMap((rules) => rules(text));
  const read = quantityReader(text.registers.units.map(({ unit }) => unit));
  const found: Parameters<typeof withIds>[0] = [];
  const unproven: Unproven[] = [];
  for (const drawn of drafts) {
    const draft = withWholeCharacters(drawn, text.restored.text);
    const fact = placed(draft, text);
    if (!fact) continue;
    const { start, end, rule } = draft;
    const doubt = doubtOf(draft, sightOf(draft, text), read);
    if (doubt) unproven.push({ document: fact.document, kind: fact.kind, rule, ...doubt, span: fact.span, quote: fact.quote });
    else found.push({ fact, start, end, rule });
  }
  return { traced: withIds(found), unproven };
}

/** The words that may bear a draft out: its passage with the mark after it (a lost % may be that), its sentences, its section up to there. */
function sightOf({ start, end }: Draft, { restored, outline }: TextInHand): Sight {
  const first = indexAt(outline.sentences, start);
  const sentence = outline.sentences[first];
  if (sentence === undefined) return { passage: restored.text.slice(start, end + 1), sentence: "", section: () => "" }; // it begins with a mark that no sentence takes: 。。
  let last = first;
  while (outline.sentences[last + 1] && outline.sentences[last + 1]!.start < end) last++;
  const upTo = outline.sentences[last]!.end;
  return {
    passage: restored.text.slice(start, end + 1),
    sentence: restored.text.slice(sentence.start, upTo),
    section: () => {
      const from = outline.sentences.find(({ section }) => section === sentence.section)!.start;
      return [...outline.sections[sentence.section]!.path, restored.text.slice(from, upTo)].join("\n");
    },
  };
}

/** A draft with its raw span, quote, section and certainty; null where nothing raw stands behind it. */
function placed(draft: Draft, text: TextInHand): Omit<Fact, "id"> | null {
  const { start, end, inferred, span: given, rule: _, ...slots } = draft;
  const span = given ?? rawSpan(text.restored, start, end);
  if (!span || start >= end) return null;
  const sentence = text.outline.sentences[indexAt(text.outline.sentences, start)];
  const section = sentence ? text.outline.sections[sentence.section]!.path : [];
  return {
    ...slots,
    document: text.restored.document,
    section,
    span,
    quote: text.raw.slice(span.start, span.end),
    text: text.restored.text.slice(start, end),
    certainty: inferred ? "inferred" : RESTORABLE.has(slots.kind) && hangsOnRepair(span, text) ? "restored" : "stated",
  } as Omit<Fact, "id">;
}

/** Kinds with a value that a lost % or title may be part of. */
const RESTORABLE: ReadonlySet<Fact["kind"]> = new Set(["observation", "document", "roster"]);

/** Where a lost % or a lost title was put back, as raw offsets in order. */
const lostPlaces = kept(({ repairs }: Restored) => repairs.filter(({ kind }) => kind === "percent" || kind === "title").map(({ span }) => span.start));

/** A value hangs on a repair where a lost % or a lost title lies within the passage or ends it. */
function hangsOnRepair(span: Span, { restored }: TextInHand): boolean {
  const places = lostPlaces(restored);
  const next = places[bisectLeft(places, span.start)];
  return next !== undefined && next <= span.end;
}

/** Ids from document, kind and span; facts of one kind on one span are counted. */
function withIds(found: (Omit<Traced, "fact"> & { fact: Omit<Fact, "id"> })[]): Traced[] {
  const order = (f: Omit<Fact, "id">) => FACT_KINDS.indexOf(f.kind);
  const sorted = [...found].sort(({ fact: a }, { fact: b }) => a.span.start - b.span.start || a.span.end - b.span.end || order(a) - order(b));
  const counts = new Map<string, number>();
  return sorted.map(({ fact, ...rest }) => {
    const key = `${fact.document}:${fact.kind}:${fact.span.start}-${fact.span.end}`;
    const n = (counts.get(key) ?? 0) + 1;
    counts.set(key, n);
    return { fact: { id: `${key}:${n}`, ...fact } as Fact, ...rest };
  });
}
