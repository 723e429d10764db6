/** What the findings of a check's examples hang on: each slot of each fact is altered in turn, and the check is asked again. Not here: whether that is right. */
import { createHash } from "node:crypto";
import { before, laidOut } from "../../pipeline/check/example.ts";
import type { Check, Comparison, Example } from "../../pipeline/check/rule.ts";
import type { Event, Fact, NamedDocument, Observation, Qualifier, Roster } from "../../schemas/fact.ts";
import type { Registers } from "../../schemas/register.ts";

/** What is altered, and how; null where the fact has no such slot. */
type Alteration = readonly [name: string, alter: (fact: Fact) => Fact | null];

const of = <F extends Fact>(kind: F["kind"], slots: (fact: F) => Partial<F>) => (fact: Fact): Fact | null => (fact.kind === kind ? { ...(fact as F), ...slots(fact as F) } : null);
const observation = (slots: (fact: Observation) => Partial<Observation>) => of<Observation>("observation", slots);
const roster = (slots: (fact: Roster) => Partial<Roster>) => of<Roster>("roster", slots);
const event = (slots: (fact: Event) => Partial<Event>) => of<Event>("event", slots);
const named = (slots: (fact: NamedDocument) => Partial<NamedDocument>) => of<NamedDocument>("document", slots);

const QUALIFIERS: readonly Qualifier[] = ["about", "nearly", "over", "atLeast", "under", "atMost"];
const MEASURES: readonly Observation["measure"][] = ["level", "share", "growth", "change", "rank"];

/** Words before a figure that say what it is measured against, or of what it is a part. */
const LEADS = ["其中", "比上年", "比2010年的", "分别占", "年均", "共"];

const ALTERATIONS: readonly Alteration[] = [
  ["value+", observation(({ value }) => ({ value: value + 1 }))],
  ["value*", observation(({ value }) => ({ value: value * 1.5 }))],
  ["value0", observation(() => ({ value: 0 }))],
  ["value-", observation(({ value }) => ({ value: -value }))],
  ["range", observation(({ value }) => ({ qualifier: "range", valueHigh: value * 1.2 }))],
  ["unit", observation(() => ({ unit: "辆" }))],
  ["unit%", observation(() => ({ unit: "%" }))],
  ["indicator", observation(() => ({ indicator: "另一项指标" }))],
  ["subject", observation(() => ({ subject: "某地" }))],
  ["members", observation(() => ({ members: ["甲", "乙"] }))],
  ["period", observation(() => ({ timePeriod: "2009" }))],
  ["period?", observation(() => ({ timePeriod: null }))],
  ...MEASURES.map((measure): Alteration => [measure, observation(() => ({ measure }))]),
  ...QUALIFIERS.map((qualifier): Alteration => [qualifier, observation(() => ({ qualifier }))]),
  ["fewer", roster(({ members }) => ({ members: members.slice(1) }))],
  ["more", roster(({ members }) => ({ members: [...members, "丁"] }))],
  ["open", roster(({ open }) => ({ open: !open }))],
  ["count", roster(({ claimedCount }) => ({ claimedCount: (claimedCount ?? 1) + 1 }))],
  ["count?", roster(() => ({ claimedCount: null }))],
  ["share", roster(({ claimedShare }) => ({ claimedShare: (claimedShare ?? 10) + 20 }))],
  ["share?", roster(() => ({ claimedShare: null }))],
  ["category", roster(() => ({ category: "另一类" }))],
  ...QUALIFIERS.map((claimedQualifier): Alteration => [claimedQualifier, roster(() => ({ claimedQualifier }))]),
  ["time", event(() => ({ timePeriod: "1999-05" }))],
  ["time?", event(() => ({ timePeriod: null }))],
  ["title?", named(() => ({ title: null, titleLost: true }))],
  ["title", named(() => ({ title: "另一题名", titleLost: false }))],
  ...LEADS.map((lead): Alteration => [lead, observation(({ text }) => ({ text: lead + text }))]),
  ["inferred", (fact) => ({ ...fact, certainty: "inferred" })],
  ["section", (fact) => ({ ...fact, section: ["另一节"] })],
];

const SIGN: Readonly<Record<Comparison["outcome"], string>> = { agrees: "a", differs: "d", "cannot tell": "?" };

/** The examples of a check, a line a fact: which alterations change what is found (`unit–`: nothing is found any more; `value+d`: it differs now; `a`: agrees, `?`: cannot tell, `=`: the same in other words). */
export function hangsOn(check: Check, registers: Registers): string[] {
  return check.examples.flatMap((example) => {
    const base = asked(check, example, registers);
    return [`${example.shows}: ${base.signs || "–"}`, ...places(example).map(({ name, put }) => {
      const told = ALTERATIONS.flatMap(([alteration, alter]) => {
        const altered = put(alter);
        return altered === null ? [] : [{ alteration, ...asked(check, altered, registers) }];
      });
      told.push({ alteration: "gone", ...asked(check, put(null)!, registers) });
      const changed = told.filter(({ words }) => words !== base.words);
      return `  ${name}: ${changed.map(({ alteration, signs }) => `${alteration}${signs === base.signs ? "=" : signs || "–"}`).join(" ")} #${digest(told.map(({ words }) => words))}`;
    })];
  });
}

function asked(check: Check, { sentences, earlier = [] }: Example, registers: Registers): { signs: string; words: string } {
  const { facts, texts } = laidOut(sentences);
  const found = check.run(facts, { registers, year: 2013, earlier, texts });
  const words = found.map(({ arithmetic, facts: compared, computed }) => [arithmetic, compared.map(({ id }) => id), computed?.(({ id }) => id) ?? null]);
  return { signs: found.map(({ outcome }) => SIGN[outcome]).join(""), words: JSON.stringify(words) };
}

/** Puts an altered fact in the place of one, or takes it out for null; null where the fact cannot be altered so. */
type Put = (alter: Alteration[1] | null) => Example | null;

/** The facts of an example, one after the other, those of earlier editions last. */
function places(example: Example): { name: string; put: Put }[] {
  const inText = example.sentences.flatMap((sentence, s) => sentence.map((fact, n): { name: string; put: Put } => ({
    name: fact.text,
    put: (alter) => {
      const altered = alter === null ? [] : [alter(fact)];
      return altered.includes(null) ? null : { ...example, sentences: example.sentences.map((other, i) => (i === s ? other.toSpliced(n, 1, ...(altered as Fact[])) : other)) };
    },
  })));
  const inEarlier = (example.earlier ?? []).flatMap(({ year, facts }, e) => facts.map((fact, n): { name: string; put: Put } => ({
    name: `${year}: ${fact.text}`,
    put: (alter) => {
      const altered = alter === null ? [] : [alter(fact)];
      return altered.includes(null) ? null : { ...example, earlier: example.earlier!.map((other, i) => (i === e ? before(year, ...facts.toSpliced(n, 1, ...(altered as Fact[]))) : other)) };
    },
  })));
  return [...inText, ...inEarlier];
}

const digest = (words: readonly string[]) => createHash("sha256").update(JSON.stringify(words)).digest("hex").slice(0, 8);
