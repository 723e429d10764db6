/** counts: things counted with a measure word. Not here: rates, amounts of money, multiples. */
import type { Observation } from "../../schemas/fact.ts";
import { cell, factsOf, filled, rowsOf, type Cell, type Draft, type Ground } from "./draft.ts";
import { labels } from "./labels.ts";
import { hedge, hedgeOf, hedged } from "./words.ts";

/** Units that count nothing: rates, money, measures of time and of size, ranks. */
const NOT_COUNTED = /^(?:[%‰倍成位年月天日周岁度]|个?百分点|.*元|.*(?:米|公里|公顷|亩|吨|克|升|千瓦|千瓦时|小时|分钟|秒|工作日|个月)|[A-Za-z]+)$/u;

export function countsTable(ground: Ground): Draft | null {
  const facts = factsOf(ground, "observation").filter(({ measure, unit }) => measure === "level" && !NOT_COUNTED.test(unit));
  if (facts.length === 0) return null;
  const names = labels(facts, ({ indicator }) => indicator, ({ subject, timePeriod }) => subject ?? timePeriod);
  const nameOf = new Map(facts.map((fact, i) => [fact, names[i]!]));
  const cells = filled(CELLS, facts, new Set(["indicator", "value", "unit"]));
  const units = new Set(facts.map(({ unit }) => unit));
  const distinct = new Set(facts.map(({ indicator }) => indicator)).size === facts.length;
  return {
    columns: cells.map(({ column }) => column),
    rows: rowsOf(cells, facts, (fact) => [fact]),
    unit: null,
    notes: [],
    // Counts of unlike things do not share a scale: only one unit makes a figure.
    ...(units.size === 1 && distinct ? { plot: { category: "indicator", values: ["value"], unit: facts[0]!.unit, hedges: facts.flatMap((fact) => hedgeOf(fact, "value", fact.indicator)), words: facts.map((fact) => nameOf.get(fact)! + hedged(fact.value, fact.qualifier, fact.unit, fact.valueHigh)) } } : {}),
  };
}

const CELLS: readonly Cell<Observation>[] = [
  cell({ key: "indicator", title: "指标", titleEn: "Indicator", type: "text", width: 14, description: "what is counted" }, ({ indicator }) => indicator),
  cell({ key: "subject", title: "主体", titleEn: "Subject", type: "text", width: 10, description: "whose figure it is" }, ({ subject }) => subject),
  cell({ key: "timePeriod", title: "时间", titleEn: "Period", type: "period", width: 7, description: "the period, ISO 8601" }, ({ timePeriod }) => timePeriod),
  cell({ key: "qualifier", title: "限定", titleEn: "Qualifier", type: "text", width: 3, description: "how the text hedges the value; empty where it is exact" }, ({ qualifier }) => hedge(qualifier)),
  cell({ key: "value", title: "数值", titleEn: "Value", type: "number", width: 7, description: "the count, in base units" }, ({ value }) => value),
  cell({ key: "valueHigh", title: "上限", titleEn: "Upper end", type: "number", width: 7, description: "the upper end, where the text gives a range" }, ({ valueHigh }) => valueHigh ?? null),
  cell({ key: "unit", title: "单位", titleEn: "Unit", type: "text", width: 4, description: "unit of the value" }, ({ unit }) => unit),
];
