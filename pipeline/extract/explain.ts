/** explain: for each fact, the rule that made it and the words that each slot came from. For editors who ask why; not here: any rule. */
import type { Fact } from "../../schemas/fact.ts";
import { rawSpan } from "../../schemas/repair.ts";
import type { Span } from "../../schemas/span.ts";
import { datesIn } from "./dates/index.ts";
import type { TextInHand } from "./draft.ts";
import { quantityReader } from "./quantities/index.ts";

/** Words that a value came from. */
export interface Words {
  /** As the edition prints them. */
  readonly words: string;
  /** Where they stand in the raw text; null where restoration put all of them in. */
  readonly span: Span | null;
  /** literal: the value is these words · date, number: it is what they say · before: it was said earlier and goes on. */
  readonly reading: "literal" | "date" | "number" | "before";
}

/** Why a fact is there: FILE/rule, and for each slot its words, [] where none say it (a measure, a status: the rule decided it from its own words). */
export interface Explanation {
  readonly rule: string;
  readonly slots: Readonly<Record<string, readonly Words[]>>;
}

/** A fact with its place in the restored text and the rule that made it. */
export interface Traced { readonly fact: Fact; readonly start: number; readonly end: number; readonly rule: string }

/** What every fact has and no rule fills from words. */
const COMMON = new Set(["id", "kind", "document", "section", "span", "quote", "text", "certainty"]);
/** Slots that hold the number of a quantity. */
const NUMBERS = new Set(["value", "valueHigh", "claimedCount", "claimedShare"]);
/** What a quantity's words say beside the number. */
const OF_THE_NUMBER = new Set(["unit", "qualifier", "claimedQualifier"]);

export function explain(traced: Traced, text: TextInHand): Explanation {
  const { fact, start, end, rule } = traced;
  const inSight = sightOf(start, end, text);
  const number = Object.entries(fact).find(([slot, value]) => NUMBERS.has(slot) && typeof value === "number")?.[1] as number | undefined;
  const slots = Object.entries(fact).filter(([slot]) => !COMMON.has(slot)).map(([slot, value]: [string, unknown]): [string, readonly Words[]] => {
    if (value === null || value === undefined || typeof value === "boolean") return [slot, []];
    if (slot === "timePeriod") return [slot, dated(String(value), inSight, text)];
    if (typeof value === "number") return [slot, numbered(value, inSight, text)];
    if (OF_THE_NUMBER.has(slot) && number !== undefined) return [slot, numbered(number, inSight, text)];
    const values = Array.isArray(value) ? value.map(String) : [String(value)];
    return [slot, values.flatMap((one) => literal(one, inSight, text))];
  });
  return { rule, slots: Object.fromEntries(slots) };
}

/** Stretches of the restored text in the order they are searched: the passage, its sentence, the rest of its section before it. */
interface Stretch { readonly start: number; readonly text: string; readonly isBefore: boolean }

function sightOf(start: number, end: number, { restored, outline }: TextInHand): Stretch[] {
  const sentence = outline.sentences.find((one) => one.start <= start && start < one.start + one.text.length);
  const first = sentence && outline.sentences.find((one) => one.section === sentence.section);
  const stretch = (from: number, to: number, isBefore: boolean) => ({ start: from, text: restored.text.slice(from, to), isBefore });
  return [
    stretch(start, end + 1, false), // with the mark after it: a lost % may be that
    ...(sentence ? [stretch(sentence.start, sentence.start + sentence.text.length, false)] : []),
    ...(sentence && first ? [stretch(first.start, sentence.start, true)] : []),
  ];
}

function wordsAt(stretch: Stretch, from: number, to: number, reading: Words["reading"], { restored }: TextInHand): Words {
  return { words: stretch.text.slice(from, to), span: rawSpan(restored, stretch.start + from, stretch.start + to), reading: stretch.isBefore ? "before" : reading };
}

/** The words themselves; where a value was put together from two places, its longest beginning and the rest. */
function literal(value: string, inSight: readonly Stretch[], text: TextInHand): Words[] {
  for (const stretch of inSight) {
    const at = stretch.isBefore ? stretch.text.lastIndexOf(value) : stretch.text.indexOf(value);
    if (at >= 0) return [wordsAt(stretch, at, at + value.length, "literal", text)];
  }
  for (let length = value.length - 1; length >= 2; length--) {
    const head = inSight.find((stretch) => stretch.text.includes(value.slice(0, length)));
    if (!head) continue;
    const at = head.text.indexOf(value.slice(0, length));
    return [wordsAt(head, at, at + length, "literal", text), ...literal(value.slice(length), inSight, text)];
  }
  return [];
}

/** The date that says so: in the sentence, a year within a longer date, or the last one before. */
function dated(value: string, inSight: readonly Stretch[], text: TextInHand): Words[] {
  const says = (own: string) => own === value || own.replace(/^-/u, "") === value.slice(4) || value.startsWith(own) || own.startsWith(value);
  for (const stretch of inSight) {
    const dates = datesIn(stretch.text);
    const found = dates.find((date) => date.value === value) ?? dates.findLast((date) => says(date.value));
    if (found) return [wordsAt(stretch, found.start, found.end, "date", text)];
  }
  return [];
}

function numbered(value: number, inSight: readonly Stretch[], text: TextInHand): Words[] {
  const read = quantityReader(text.registers.units.map(({ unit }) => unit));
  for (const stretch of inSight.filter(({ isBefore }) => !isBefore)) {
    const found = read(stretch.text).find((quantity) => quantity.value === Math.abs(value) || quantity.valueHigh === Math.abs(value));
    if (found) return [wordsAt(stretch, found.start, found.end, "number", text)];
    const figure = [...stretch.text.matchAll(/\d+(?:\.\d+)?/gu)].find(([digits]) => Number(digits) === Math.abs(value));
    if (figure) return [wordsAt(stretch, figure.index, figure.index + figure[0].length, "number", text)];
  }
  return [];
}
