/** Proof: what a draft says is found again in its own words, literally, as a number or as a date. Not here: what becomes of a draft without proof. */
import { datesIn } from "./dates/index.ts";
import type { Draft } from "./draft.ts";
import { NUMBER, halfWidth, parseNumber } from "./numerals.ts";
import type { QuantityReader } from "./quantities/index.ts";

/** The words that may bear a draft out, nearest first. */
export interface Sight {
  /** The draft's own passage. */
  readonly passage: string;
  /** The sentences it stands in. */
  readonly sentence: string;
  /** The section up to its end: for what was carried over from there. Cut only when it is asked for. */
  readonly section: () => string;
}

/** A slot that nothing in sight bears out. */
export interface Doubt { readonly slot: string; readonly value: string }

/** How a slot is found again. */
type Reading = (value: string | number, sight: Sight, read: QuantityReader) => boolean;

const inPassage: Reading = (value, { passage }) => passage.includes(String(value));
const inSight: Reading = (value, { passage, sentence, section }) => [passage, sentence].some((words) => words.includes(String(value))) || section().includes(String(value));
/** A name put together from several places: 开通班车的村比重. Each of its characters stands in sight. */
const fromSight: Reading = (name, { sentence, section }) => {
  const own = [...String(name).replace(OF_THE_RULE, "")];
  return isSpelled(own, sentence) || isSpelled(own, section());
};
const isSpelled = (name: readonly string[], words: string) => name.every((character) => words.includes(character));
/** What rules themselves add to a name: …占…比重, …与…之比, 死亡人数, 名单. */
const OF_THE_RULE = /的|占|比重$|与|之比$|人数$|^名单$|^地区$|，/gu;

/** 下降3% is −3: the sign is the measure's. */
const asNumber: Reading = (value, { passage }, read) => saysNumber(passage, Math.abs(Number(value)), read);
/** 设3个镇：…: a count may stand before what it counts. */
const asNumberInSight: Reading = (value, sight, read) => asNumber(value, sight, read) || saysNumber(sight.sentence, Number(value), read);
const asDate: Reading = (value, { passage, sentence, section }) => [passage, sentence].some((words) => saysDate(words, String(value))) || saysDate(section(), String(value));

/** For each kind its slots that come from words. A unit, a measure, a status is the rule's own reading of them. */
const SLOTS: Readonly<Record<Draft["kind"], Readonly<Record<string, Reading>>>> = {
  observation: { value: asNumber, valueHigh: asNumber, members: inSight, subject: fromSight, indicator: fromSight, timePeriod: asDate },
  event: { timePeriod: asDate, actors: inPassage, places: inPassage, action: fromSight },
  roster: { members: inPassage, claimedCount: asNumberInSight, claimedShare: asNumberInSight, category: fromSight, timePeriod: asDate },
  transition: { from: inPassage, to: inPassage, aspect: fromSight },
  document: { title: inPassage, issuer: fromSight, timePeriod: asDate },
  assessment: { topic: fromSight },
};

/** The first slot of a draft that is not found again in its words; null where all are. */
export function doubtOf(draft: Draft, sight: Sight, read: QuantityReader): Doubt | null {
  const slots = draft as unknown as Readonly<Record<string, unknown>>;
  for (const [slot, isFound] of Object.entries(SLOTS[draft.kind])) {
    const said = [slots[slot]].flat().filter((value): value is string | number => typeof value === "string" || typeof value === "number");
    const missing = said.find((value) => value !== "" && !isFound(value, sight, read));
    if (missing !== undefined) return { slot, value: String(missing) };
  }
  return null;
}

const LITERAL = new RegExp(`(?<number>${NUMBER})(?:余|多|几|来)?(?<scale>[万亿]{0,2})`, "gu");

/** Read as a numeral that stands there, or as a quantity: 一半 is 50. */
function saysNumber(words: string, value: number, read: QuantityReader): boolean {
  return standsAlone(words, value) || literalsOf(words).includes(value) || read(words).some((quantity) => quantity.value === value || quantity.valueHigh === value);
}

/** Whether the figure's own digits stand there with nothing beside them that would make them another number: what most values are found by, without reading all numerals. */
function standsAlone(words: string, value: number): boolean {
  const digits = String(value);
  const at = words.lastIndexOf(digits);
  return at >= 0 && !/[\d.．,， ０-９]/u.test(words[at - 1] ?? "") && !/[\d.．,， ０-９十百千万亿]/u.test(words[at + digits.length] ?? "");
}

/** The numerals of a passage, each with its own multiplier and, for 5到10万, with that of the number after it. */
function literalsOf(passage: string): number[] {
  const found = [...halfWidth(passage).matchAll(LITERAL)];
  const literals = found.flatMap((match, i) => {
    const { number, scale } = match.groups as { number: string; scale: string };
    const next = found[i + 1]?.[0].match(/[十百千万亿]{1,3}$/u)?.[0] ?? "";
    return [number, number + scale, number + next];
  });
  return [...new Set(literals)].flatMap((literal) => parseNumber(literal) ?? []);
}

/** The date itself, or a day whose year stands elsewhere. */
function saysDate(words: string, value: string): boolean {
  return datesIn(words).some((date) => date.value === value || (/^\d{4}$/u.test(value) && date.value.startsWith(`${value}-`)) || (date.value.startsWith("-") && date.value.replaceAll(/(^|\/)-/gu, "$1") === value.replaceAll(/\d{4}(?=-)/gu, "")));
}
