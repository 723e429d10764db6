/** When two figures are of one thing, and of which year. Not here: comparing them. */
import type { EarlierYear } from "../../schemas/edition.ts";
import type { Fact, Observation } from "../../schemas/fact.ts";
import { isObservation } from "./rule.ts";

/** What a figure is of, as its text names it: whose and what, without the country, which every figure of a national yearbook is of. */
export const nameOf = ({ subject, indicator, members }: Observation) => `${subject ?? ""}${indicator}${members.length > 0 ? `（${members.join("、")}）` : ""}`.replace(/^(?:截至|全国|我国|中国|全部)+/u, "");

/** The year a figure stands for: a year, or its end (2012, 2012-12, 2012-12-31); null for other periods. */
export function yearOf(period: string | null): number | null {
  const year = /^(?<year>\d{4})(?:-12(?:-\d\d)?)?$/u.exec(period ?? "")?.groups?.["year"];
  return year === undefined ? null : Number(year);
}

/** The levels of one thing in one year, in the edition and before it: one for each value that was printed. */
export function levelsOf(like: Observation, year: number, unit: string, facts: readonly Fact[], earlier: readonly EarlierYear[]): Observation[] {
  const name = nameOf(like);
  const all = [...facts, ...earlier.flatMap((edition) => edition.facts)].filter(isObservation);
  const same = all.filter((o) => (o.measure === "level" || o.measure === "share" || o.measure === "rank") && o.unit === unit && yearOf(o.timePeriod) === year && nameOf(o) === name);
  return same.filter((o, i) => same.findIndex((other) => other.value === o.value) === i);
}

/** The year that a change is measured against: 比2010年, or the year before for 比上年 and 同比; null where it is another or not said. */
export function baseYearOf(change: Observation, lead: string): number | null {
  const year = yearOf(change.timePeriod);
  const words = `${lead} ${change.text}`; // of 同比分别增长甲和乙, the second figure's lead is 和乙
  const said = /(?:比|较)(?<year>\d{4})年/u.exec(words)?.groups?.["year"];
  if (said !== undefined) return Number(said);
  return year !== null && /(?:比|较)(?:上一?年|去年|上年度)|同比/u.test(words) ? year - 1 : null;
}

/** Words that make a rate or a difference no plain comparison of two levels: real growth, means of several years, sums. */
export const NOT_PLAIN = /可比|不变价|实际增|扣除|名义|年均|平均|累计|环比|连续|翻|净|年初|同口径|口径/u;
