/** Small builders of facts for the checks' examples, and what runs an example. Not here: any check. */
import { group } from "d3-array";
import type { EarlierYear, EditionText } from "../../schemas/edition.ts";
import type { Event, Fact, NamedDocument, Observation, Roster, Transition } from "../../schemas/fact.ts";
import type { Registers } from "../../schemas/register.ts";
import type { Check, Example } from "./rule.ts";

const DOCUMENT = "例";
const FACTORS: Readonly<Record<string, number>> = { "": 1, 万: 1e4, 亿: 1e8 };
const FIGURE = /(?<digits>\d+(?:\.\d+)?)(?<multiplier>[万亿]?)(?<unit>%|百分点|个百分点|[\p{Script=Han}]{0,3})(?:以上|左右|以下)?$/u;

const common = (text: string) => ({ id: text, document: DOCUMENT, section: [], span: { start: 0, end: Math.max(1, text.length) }, quote: text, text, certainty: "stated" as const });

/** 政务微博258737个: what is measured and a figure at the end; `slots` say what the words do not. */
export function observed(text: string, slots: Partial<Observation> = {}): Observation {
  const { digits = "0", multiplier = "", unit = "" } = FIGURE.exec(text)?.groups ?? {};
  const value = Number((Number(digits) * FACTORS[multiplier]!).toPrecision(12));
  const of = unit.replace(/^个(?=百分点)/u, "") || "个";
  return { ...common(text), kind: "observation", indicator: text.replace(FIGURE, ""), subject: null, members: [], membersOpen: false, level: null, refArea: null, timePeriod: null, value, qualifier: "exact", unit: of, measure: "level", ...slots };
}

/** 增长9.9%, 下降2.1%, 增加5090万人, 提高3.8个百分点: against an earlier level. */
export function changed(text: string, slots: Partial<Observation> = {}): Observation {
  const fact = observed(text, slots);
  const value = /下降|减少|降低|回落|低/u.test(text) ? -fact.value : fact.value;
  return { ...fact, value, measure: slots.measure ?? (fact.unit === "%" ? "growth" : "change") };
}

export const shared = (text: string, slots: Partial<Observation> = {}) => observed(text, { measure: "share", ...slots });

/** 甲、乙: a list of names. */
export const listed = (members: readonly string[], slots: Partial<Roster> = {}): Roster => ({
  ...common(members.join("、") + (slots.open ? "等" : "")), kind: "roster", category: "试点地区", members: [...members], open: false, claimedCount: null, claimedShare: null, claimedQualifier: null, timePeriod: null, ...slots,
});

export const happened = (text: string, timePeriod: string | null, slots: Partial<Event> = {}): Event => ({ ...common(text), kind: "event", timePeriod, actors: [], action: text, places: [], ...slots });

export const named = (title: string | null, slots: Partial<NamedDocument> = {}): NamedDocument => ({
  ...common(`《${title ?? ""}》`), kind: "document", title, titleLost: title === null, documentType: null, issuer: null, timePeriod: null, status: "issued", ...slots,
});

export const turned = (aspect: string, slots: Partial<Transition> = {}): Transition => ({ ...common(`在${aspect}方面由甲向乙转变`), kind: "transition", aspect, from: "甲", to: "乙", ...slots });

/** What an earlier edition said. */
export const before = (year: number, ...facts: readonly Fact[]): EarlierYear => ({ year, facts: [...facts] });

/** The year that examples are of. */
const YEAR = 2013;

/** What a check says of an example: outcome and arithmetic of each finding. */
export function tell(check: Check, { sentences, earlier = [] }: Example, registers: Registers): [string, string][] {
  const { facts, texts } = laidOut(sentences);
  return check.run(facts, { registers, year: YEAR, earlier, texts }).map(({ outcome, arithmetic }) => [outcome, arithmetic]);
}

/** The sentences as texts whose restored form is their raw one, one for each document that facts name, each fact with its span and an id of its own. */
export function laidOut(sentences: readonly (readonly Fact[])[]): { facts: Fact[]; texts: EditionText[] } {
  const placed = [...group(sentences, ([first]) => first?.document ?? DOCUMENT)].map(([document, own]) => asText(document, own));
  return { facts: placed.flatMap(({ facts }) => facts), texts: placed.map(({ text }) => text) };
}

function asText(document: string, sentences: readonly (readonly Fact[])[]): { facts: Fact[]; text: EditionText } {
  let start = 0;
  const outlined: EditionText["outline"]["sentences"] = [];
  const facts = sentences.flatMap((said, i) => {
    const { text, starts } = joined(said.map((fact) => fact.text));
    const from = start;
    start += text.length;
    outlined.push({ section: 0, paragraph: 0, start: from, end: start, span: { start: from, end: start }, text });
    return said.map((fact, n) => ({ ...fact, id: `${document}:${i}:${n}`, span: { start: from + starts[n]!, end: from + starts[n]! + fact.text.length } }));
  });
  const whole = outlined.map(({ text }) => text).join("");
  const outline = { document, title: "", sections: [{ level: 0, heading: "", title: "", path: [], span: null }], sentences: outlined };
  return { facts, text: { id: document, path: `${document}.txt`, digest: "0".repeat(64), bytes: 0, encoding: "utf-8", problems: [], raw: whole, text: whole, outline, repairs: [] } };
}

/** Words of facts as one sentence, ， between them. A text that begins with the one before (由甲, 由甲增至乙) stands where that one does. */
function joined(texts: readonly string[]): { text: string; starts: number[] } {
  let text = "";
  const starts: number[] = [];
  for (const [n, words] of texts.entries()) {
    if (n > 0 && words.startsWith(texts[n - 1]!) && words !== texts[n - 1]) {
      starts.push(starts[n - 1]!);
      text = text.slice(0, starts[n - 1]) + words;
    } else {
      if (n > 0 && !/^[，、；]/u.test(words)) text += "，";
      starts.push(text.length);
      text += words;
    }
  }
  return { text: `${text}。`, starts };
}
