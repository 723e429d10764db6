/** events: dated deeds, by date. Not here: the chronicle, which prints their passages. */
import { cell, factsOf, filled, rowsOf, type Cell, type Draft, type FactOf, type Ground } from "./draft.ts";
import { periodInWords } from "./words.ts";

/** The table of events: dated ones by date, a month before its days; then those without a year, in the texts' order. Null where there are none. */
export function eventsTable(ground: Ground): Draft | null {
  const all = factsOf(ground, "event");
  if (all.length === 0) return null;
  const key = ({ timePeriod }: FactOf<"event">) => (hasYear(timePeriod) ? timePeriod : "9999");
  const facts = all.map((fact, n) => ({ fact, n })).sort((a, b) => (key(a.fact) < key(b.fact) ? -1 : key(a.fact) > key(b.fact) ? 1 : a.n - b.n)).map(({ fact }) => fact);
  const told = facts.filter(({ timePeriod }) => hasYear(timePeriod));
  const years = told.map(({ timePeriod }) => Number(timePeriod!.slice(0, 4)));
  const cells = filled(CELLS, facts, new Set(["timePeriod", "event"]));
  return {
    columns: cells.map(({ column }) => column),
    rows: rowsOf(cells, facts, (fact) => [fact]),
    unit: null,
    notes: told.length < facts.length ? ["原文未载年份的，列于末尾。"] : [],
    ...(years.length > 0 ? { years: [years[0]!, years.at(-1)!] as const } : {}),
    ...(told.length >= 2 ? { timeline: { category: "event", dates: "timePeriod", words: told.map((fact) => `${periodInWords(fact.timePeriod!)}${deedOf(fact)}`) } } : {}),
  };
}

const hasYear = (timePeriod: string | null): timePeriod is string => timePeriod !== null && /^\d{4}(?:-\d{2}){0,2}$/u.test(timePeriod);

const CELLS: readonly Cell<FactOf<"event">>[] = [
  cell({ key: "timePeriod", title: "时间", titleEn: "Period", type: "period", width: 7, description: "the day, month or year, ISO 8601; --05-29 where the year is not said" }, ({ timePeriod }) => timePeriod),
  cell({ key: "event", title: "事项", titleEn: "Event", type: "text", width: 26, description: "the passage, restored, without its date" }, (fact) => deedOf(fact)),
  cell({ key: "places", title: "地区", titleEn: "Places", type: "text", width: 8, description: "places named" }, ({ places }) => (places.length > 0 && places.length <= 4 ? places.join("、") : null)),
];

/** 2013年9月，某市开通平台 and 某市于2013年9月开通平台 → 某市开通平台 */
function deedOf({ text }: FactOf<"event">): string {
  const bare = text.replace(/[，、；。]$/u, "");
  const led = bare.replace(/^\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[，、]?/u, "");
  return led === bare ? bare.replace(/于\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?/u, "") : led;
}
