/** A fact that extraction missed, as an editor gives it: its place from the words it quotes, its fields as set, the rest empty. */
import type { AppliedCorrection, Correction } from "../../schemas/correction.ts";
import { Fact, type FactKind } from "../../schemas/fact.ts";
import { refusal } from "./refusal.ts";
import { aKind, fieldsOf, refuseFields } from "./fields.ts";
import { refuseValues } from "./values.ts";
import { likeness, nearest } from "../likeness.ts";
import { lineOf, placesOf, type Stretch, type TextAtHand } from "./places.ts";

/** What a field holds where the text does not say. Fields without a default must be set. */
const DEFAULTS: Record<FactKind, object> = {
  observation: { subject: null, members: [], membersOpen: false, level: null, refArea: null, timePeriod: null, qualifier: "exact", measure: "level" },
  event: { timePeriod: null, actors: [], places: [] },
  roster: { open: false, claimedCount: null, claimedShare: null, claimedQualifier: null, timePeriod: null },
  transition: {},
  document: { title: null, titleLost: false, documentType: null, issuer: null, timePeriod: null, status: null },
  assessment: {},
};

/** The new fact. Its id is DOCUMENT:KIND:START-END:N:added, counted among the facts added on one span: it does not change when others come or go. */
export function add(correction: Correction, facts: readonly Fact[], texts: ReadonlyMap<string, TextAtHand>, at: string): { fact: Fact; changes: AppliedCorrection["changes"] } {
  const document = correction.text!, kind = correction.kind!, slots = correction.set!;
  const text = texts.get(document)!;
  refuseFields(kind, slots, at);
  const span = onlyPlace(correction.quote!, document, text, at);
  const passage = restoredPassage(span, text);
  const key = `${document}:${kind}:${span.start}-${span.end}`;
  const result = Fact.safeParse({
    id: `${key}:${facts.filter(({ id }) => id.startsWith(`${key}:`) && id.endsWith(ADDED)).length + 1}${ADDED}`,
    kind, document, section: sectionAt(span, text), span, quote: text.raw.slice(span.start, span.end), text: passage, certainty: "stated",
    ...DEFAULTS[kind], ...slots,
  });
  if (!result.success) {
    const words = result.error.issues.map((issue) => `${issue.path.map(String).join(".")}: ${issue.message}`).join("; ");
    throw refusal(at, `what is set does not make ${aKind(kind)}: ${words}. Correct \`set\`; it can hold ${fieldsOf(kind).join(", ")}.`, { cause: result.error });
  }
  refuseValues(result.data, Object.keys(slots), at);
  const same = facts.find((fact) => fact.kind === kind && fact.document === document && fact.span.start < span.end && fact.span.end > span.start && saysSame(fact, slots));
  if (same) throw refusal(at, `this is a fact already: "${same.text}" (${kind}, ${document}, line ${lineOf(text.raw, same.span.start)}, fact: "${same.id}"). Drop the correction, or set that one.`);
  return { fact: result.data, changes: Object.entries(slots).map(([field, after]) => ({ field, before: null, after })) };
}

const ADDED = ":added";

/** Whether a fact has all these fields already. */
function saysSame(fact: Fact, slots: NonNullable<Correction["set"]>): boolean {
  const held = new Map<string, unknown>(Object.entries(fact));
  return Object.entries(slots).every(([field, value]) => JSON.stringify(held.get(field)) === JSON.stringify(value));
}

function onlyPlace(quote: string, document: string, { raw, restored, outline }: TextAtHand, at: string): Stretch & { end: number } {
  const found = placesOf("", quote, "", raw, restored).filter(({ start, end }) => start < end);
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    const some = found.slice(0, 5).map(({ start }) => `line ${lineOf(raw, start)}, offset ${start}: "${raw.slice(Math.max(0, start - 8), start + quote.length + 8)}"`).join("; ");
    throw refusal(at, `"${quote}" stands at ${found.length} places in ${document}: ${some}${found.length > 5 ? " …" : ""}. Quote more of it.`);
  }
  const like = nearestWords(quote, outline);
  const near = like === undefined ? "Nor is there anything like it. Quote the text as it stands in the file" : `The nearest is "${like.words}" (line ${lineOf(raw, like.start)}): quote its words as they stand`;
  throw refusal(at, `${document} does not say "${quote}". ${near}, or drop the correction.`);
}

/** As many clauses as the quote has, the most like it, and the raw offset of their sentence. */
function nearestWords(quote: string, { sentences }: TextAtHand["outline"]): { words: string; start: number } | undefined {
  const count = quote.split(/[，；：。！？.](?=.)/u).length;
  const runs = sentences.flatMap(({ text, span }) => {
    const clauses = text.split(/(?<=[，；：。！？])/u);
    return clauses.slice(0, Math.max(1, clauses.length - count + 1)).map((_, i) => ({ words: clauses.slice(i, i + count).join("").replace(/[，；：。！？]$/u, ""), start: span.start }));
  });
  return nearest(runs, (run) => likeness(quote, run.words))[0];
}

/** The passage as the edition prints it. */
function restoredPassage({ start, end }: Stretch, { restored: { text, from, to } }: TextAtHand): string {
  const first = from.findIndex((at, i) => at >= start && to[i]! > start);
  const next = from.findIndex((at) => at >= end);
  return text.slice(first, next < 0 ? text.length : next);
}

/** The headings over a place; of a heading itself, those down to it. */
function sectionAt({ start, end }: Stretch, { outline: { sections, sentences } }: TextAtHand): string[] {
  const sentence = sentences.find(({ span }) => span.start < end && span.end > start);
  if (sentence !== undefined) return sections[sentence.section]!.path;
  return sections.find(({ span }) => span !== null && span.start < end && span.end > start)?.path ?? [];
}
