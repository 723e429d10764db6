/** indicator: observations of one measure whose indicator ends alike, a row a subject. Coverage rates by tier are the case in mind. */
import { greatest, group, rollup } from "d3-array";
import type { Observation } from "../../schemas/fact.ts";
import { wordFor } from "../../schemas/words.ts";
import { cell, factsOf, filled, rowsOf, type Cell, type Draft, type Ground } from "./draft.ts";
import { labels } from "./labels.ts";
import { hedge, hedgeOf, hedged, listed } from "./words.ts";

export function indicatorTable(ground: Ground, ends: string): Draft | null {
  const found = factsOf(ground, "observation").filter(({ indicator }) => indicator.endsWith(ends));
  const facts = ofOneMeasure(found);
  if (facts.length === 0) return null;
  const alike = group(facts, (fact) => subjectOf(fact, ends));
  const distinct = labels(facts, (one) => subjectOf(one, ends), (one) => apartBy(alike.get(subjectOf(one, ends))!, one));
  const names = new Map(facts.map((fact, i) => [fact, distinct[i]!]));
  const { unit } = facts[0]!;
  const cells = filled(cellsOf(names, unit), facts, new Set(["subject", "indicator", "value"]));
  const inWords = (fact: Observation) => names.get(fact)! + hedged(fact.value, fact.qualifier, fact.unit, fact.valueHigh);
  const placed = facts.filter(({ refArea }) => refArea?.endsWith("0000") === true);
  return {
    columns: cells.map(({ column }) => column),
    rows: rowsOf(cells, facts, (fact) => [fact]),
    unit,
    notes: [...notesOf(facts), ...(found.length > facts.length ? [`另有${found.length - facts.length}项同类指标以其他口径计量，见“观测值”。`] : [])],
    plot: { category: "subject", values: ["value"], unit, hedges: facts.flatMap((fact) => hedgeOf(fact, "value", names.get(fact)!)), words: facts.map(inWords) },
    ...(placed.length >= 2 ? { tiles: { category: "subject", shade: "values", value: "value", unit, open: [], areas: placed.map((fact) => ({ at: names.get(fact)!, area: fact.refArea!.slice(0, 2) })), words: placed.map(inWords) } } : {}),
  };
}

/** The observations of the commonest measure and unit: a growth rate does not stand beside a level. */
function ofOneMeasure(facts: readonly Observation[]): Observation[] {
  const key = (fact: Observation) => `${fact.measure} ${fact.unit}`;
  const commonest = greatest(rollup(facts, (of) => of.length, key), ([, count]) => count)?.[0];
  return facts.filter((fact) => key(fact) === commonest);
}

/** Whose figure it is: the subject, else the members listed, else who takes the share, else what the indicator says before its end, else the tier. */
function subjectOf(fact: Observation, ends: string): string {
  if (fact.subject !== null) return fact.subject;
  if (fact.members.length > 0) return listed(fact.members, fact.membersOpen);
  const holder = /^(.+?)占.+(?:比重|比例)$/u.exec(fact.indicator)?.[1];
  if (holder !== undefined) return holder;
  const before = fact.indicator.slice(0, -ends.length).replace(/的?[^的]{0,8}$/u, "");
  if (before !== "") return before;
  return fact.level === null ? fact.indicator : wordFor(fact.level);
}

/** What tells those of one name apart: the indicator where they have several, else the time. */
function apartBy(alike: readonly Observation[], { indicator, timePeriod }: Observation): string | null {
  return alike.some((other) => other.indicator !== indicator) ? indicator : timePeriod;
}

function cellsOf(names: ReadonlyMap<Observation, string>, unit: string): Cell<Observation>[] {
  return [
    cell({ key: "subject", title: "主体", titleEn: "Subject", type: "text", width: 12, description: "whose figure it is; told apart where two are named alike" }, (fact) => names.get(fact) ?? fact.subject),
    cell({ key: "indicator", title: "指标", titleEn: "Indicator", type: "text", width: 12, description: "what is measured, as the text names it" }, ({ indicator }) => indicator),
    cell({ key: "level", title: "级别", titleEn: "Level", type: "text", width: 4, description: "tier of government or territory" }, ({ level }) => (level === null ? null : wordFor(level))),
    cell({ key: "timePeriod", title: "时间", titleEn: "Period", type: "period", width: 7, description: "the period, ISO 8601" }, ({ timePeriod }) => timePeriod),
    cell({ key: "qualifier", title: "限定", titleEn: "Qualifier", type: "text", width: 3, description: "how the text hedges the value; empty where it is exact" }, ({ qualifier }) => hedge(qualifier)),
    cell({ key: "value", title: "数值", titleEn: "Value", type: "number", width: 5, unit, description: "the value the text states" }, ({ value }) => value),
    cell({ key: "valueHigh", title: "上限", titleEn: "Upper end", type: "number", width: 5, unit, description: "the upper end, where the text gives a range" }, ({ valueHigh }) => valueHigh ?? null),
  ];
}

function notesOf(facts: readonly Observation[]): string[] {
  const hedges = facts.some(({ qualifier }) => qualifier !== "exact");
  return hedges ? ["“限定”照录原文对数值的限制语，数值为限制语所指的数。"] : [];
}
