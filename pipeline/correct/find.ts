/** The one fact that a correction means, or an error that names the nearest. Not here: changing it. */
import type { Correction } from "../../schemas/correction.ts";
import type { Fact } from "../../schemas/fact.ts";
import { refusal } from "./refusal.ts";
import { likeness, nearest, nearestInWords } from "../likeness.ts";
import { lineOf, type TextAtHand } from "./places.ts";

/** A fact that a correction took out, and where that one stands. */
export interface Dropped {
  readonly fact: Fact;
  readonly at: string;
}

/** `dropped`: facts that corrections before this one took out. */
export function find(correction: Correction, facts: readonly Fact[], texts: ReadonlyMap<string, TextAtHand>, at: string, dropped: readonly Dropped[] = []): Fact {
  const candidates = facts.filter((fact) => isMeant(correction, fact));
  const found = meantBy(correction, candidates);
  if (found.length === 1) return found[0]!;
  if (found.length > 1) throw refusal(at, ambiguous(correction, found, texts));
  const [gone] = meantBy(correction, dropped.map(({ fact }) => fact).filter((fact) => isMeant(correction, fact)));
  if (gone === undefined) throw refusal(at, unknown(correction, candidates, texts));
  throw refusal(at, `${named(gone, texts)} is dropped at ${dropped.find(({ fact }) => fact === gone)!.at}. Take one of the two corrections out.`);
}

/** Whether a fact is of the kind and in the text that a correction names. */
function isMeant({ kind, text }: Correction, fact: Fact): boolean {
  return (kind === undefined || fact.kind === kind) && (text === undefined || fact.document === text);
}

function meantBy({ fact, quote }: Correction, facts: readonly Fact[]): Fact[] {
  return fact === undefined ? withWords(quote!, facts) : facts.filter(({ id }) => id === fact);
}

/** Facts that hold the words, raw or restored; those that are the words, where there are any. */
function withWords(words: string, facts: readonly Fact[]): Fact[] {
  const same = facts.filter(({ quote, text }) => quote === words || text === words);
  return same.length > 0 ? same : facts.filter(({ quote, text }) => quote.includes(words) || text.includes(words));
}

function unknown(correction: Correction, facts: readonly Fact[], texts: ReadonlyMap<string, TextAtHand>): string {
  const kind = `${correction.kind === undefined ? "" : ` of kind ${correction.kind}`}${correction.text === undefined ? "" : ` in ${correction.text}`}`;
  const missing = correction.fact === undefined ? `no fact${kind} says "${correction.quote}"` : `no fact${kind} has the id "${correction.fact}"`;
  const score = (fact: Fact) => (correction.fact === undefined ? Math.max(likeness(correction.quote!, fact.quote), likeness(correction.quote!, fact.text)) : likeness(correction.fact, fact.id));
  const near = nearest(facts, score).map((fact) => named(fact, texts));
  if (near.length === 0) return `${missing}, nor anything like it. Drop the correction, or quote the text as facts.jsonl has it.`;
  return `${missing}. ${nearestInWords(near, "")}: point the correction there, or drop it.`;
}

function ambiguous(correction: Correction, found: readonly Fact[], texts: ReadonlyMap<string, TextAtHand>): string {
  const kinds = new Set(found.map(({ kind }) => kind));
  const remedy = kinds.size === found.length ? "Say which by `kind`" : "Quote more of it, or name one by `fact`";
  return `${found.length} facts say "${correction.quote}": ${found.slice(0, 5).map((fact) => named(fact, texts)).join(", ")}${found.length > 5 ? " …" : ""}. ${remedy}.`;
}

/** "覆盖率达九成" (observation, 03-标准, line 12, id …) */
function named(fact: Fact, texts: ReadonlyMap<string, TextAtHand>): string {
  const text = texts.get(fact.document);
  const line = text === undefined ? "" : `, line ${lineOf(text.raw, fact.span.start)}`;
  const words = fact.text.length > 40 ? `${fact.text.slice(0, 38)}……` : fact.text;
  return `"${words}" (${fact.kind}, ${fact.document}${line}, fact: "${fact.id}")`;
}
