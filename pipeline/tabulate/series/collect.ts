/** Series: the same indicator of the same subject in the same unit, year after year, out of this edition and those before it.
 *
 *  A year has one value: that of the latest edition that gives one; within an edition the end of the year stands before another day of it,
 *  an exact figure before a hedged one. Not here: changes, tables. */
import { isAhead } from "../ahead.ts";
import { group } from "d3-array";
import { earlierId } from "../../../schemas/edition-texts.ts";
import type { Observation } from "../../../schemas/fact.ts";
import { wordFor } from "../../../schemas/words.ts";
import type { Ground } from "../draft.ts";
import { hedged, listed, periodInWords } from "../words.ts";

/** One year of a series. */
export interface Point {
  readonly year: number;
  readonly fact: Observation;
  /** Ids of the facts that say so, as tables name them. */
  readonly ids: readonly string[];
}

export interface Series {
  /** The indicator's name today, without 我国 or 全国. */
  readonly indicator: string;
  /** What a row is called: the indicator, with the subject where it has one. */
  readonly name: string;
  readonly measure: Observation["measure"];
  readonly unit: string;
  /** By year, two at least. */
  readonly points: readonly Point[];
  /** Years that cannot be compared with the years before them, and why, in Chinese. */
  readonly breaks: readonly { readonly year: number; readonly why: string }[];
  /** What an editor should know of its values, in Chinese: other names, restated values. */
  readonly notes: readonly string[];
}

/** An observation with the edition that gives it. */
interface Given {
  readonly edition: number;
  readonly year: number;
  readonly id: string;
  readonly fact: Observation;
}

/** All series of the edition and the years before it, in the order in which their first facts stand, this year's first. */
export function collectSeries(ground: Ground): Series[] {
  const named = canonical(ground);
  const all = given(ground);
  const series = group(all, ({ fact }) => JSON.stringify([named(fact.indicator), wholeCountry(fact.subject), fact.subject === null ? fact.level : null, fact.members, fact.measure, unitOf(fact)]));
  return [...series.values()].flatMap((of) => seriesOf(of, named(of[0]!.fact.indicator), ground) ?? []);
}

const MEASURES: ReadonlySet<Observation["measure"]> = new Set(["level", "share", "rank"]);

/** Observations that may stand in a series: levels, shares and ranks of a year that is over. An aim for a later year is not one. */
function given({ facts, earlier, year }: Ground): Given[] {
  const editions = [{ edition: year, facts, name: (id: string) => id }, ...[...earlier].reverse().map((of) => ({ edition: of.year, facts: of.facts, name: (id: string) => earlierId(of.year, id) }))];
  return editions.flatMap(({ edition, facts: all, name }) =>
    all.flatMap((fact): Given[] => {
      if (fact.kind !== "observation" || !MEASURES.has(fact.measure) || isBatch(fact.indicator) || isAhead(fact.text)) return [];
      const of = yearOf(fact.timePeriod);
      return of === null || of > year ? [] : [{ edition, year: of, id: name(fact.id), fact }];
    }),
  );
}

/** 两批, 首批: what is counted is said elsewhere, and is another thing each time. */
const BATCH = /^(?:[首两各]|第?[一二三四五六七八九十]+)[批次类项个]$/u;
export const isBatch = (indicator: string): boolean => BATCH.test(indicator);

function yearOf(period: string | null): number | null {
  const year = /^(\d{4})(?:-\d{2}){0,2}$/u.exec(period ?? "")?.[1];
  return year === undefined ? null : Number(year);
}

/** Words before an indicator that say only of which country or year it is: 我国的…, 同年的…. */
const BEFORE = /^(?:我国|中国|全国|同年|当年|同期|全年)的?(?=.{2})/u;

/** The name of an indicator today: the glossary's, where one of its former names is meant. */
function canonical({ registers }: Ground): (indicator: string) => string {
  const today = new Map(registers.glossary.flatMap(({ zh, same }) => same.map((name) => [name, zh] as const)));
  return (indicator) => {
    const bare = indicator.replace(BEFORE, "");
    return today.get(indicator) ?? today.get(bare) ?? bare;
  };
}

const wholeCountry = (subject: string | null): string | null => (subject === null || /^(?:我国|中国|全国)$/u.test(subject) ? null : subject);

/** An index has no unit, whatever stood after its figure. */
const isIndex = ({ indicator, measure }: Pick<Observation, "indicator" | "measure">): boolean => measure === "level" && indicator.endsWith("指数");
const unitOf = (fact: Observation): string => (isIndex(fact) ? "指数" : fact.unit);

function seriesOf(of: readonly Given[], indicator: string, ground: Ground): Series | null {
  const years = [...group(of, ({ year }) => year)].sort(([a], [b]) => a - b).map(([year, values]) => pointOf(year, values));
  if (years.length < 2) return null;
  const [{ fact }] = of as readonly [Given];
  const subject = wholeCountry(fact.subject) ?? (fact.members.length > 0 ? listed(fact.members, fact.membersOpen) : fact.subject === null && fact.level !== null && fact.level !== "national" ? wordFor(fact.level) : null);
  const plain = subject === null || indicator.includes(subject) ? indicator : `${indicator}（${subject}）`;
  const name = fact.measure === "rank" ? `${plain}位次` : plain;
  const points = years.map(({ point }) => point);
  const names = new Set(of.map((one) => one.fact.indicator.replace(BEFORE, "")).filter((other) => other !== indicator));
  return {
    indicator,
    name,
    measure: fact.measure,
    unit: unitOf(fact),
    points,
    breaks: breaksOf(points, ground.breaks.filter((one) => one.indicator === name || canonical(ground)(one.indicator) === indicator)),
    notes: [...[...names].map((other) => `“${indicator}”亦称“${other}”，按词汇表归并。`), ...years.flatMap(({ restated }) => restated.map((note) => `“${name}”${note}`))],
  };
}

/** The value that stands for a year, and what other editions say instead. */
function pointOf(year: number, values: readonly Given[]): { point: Point; restated: string[] } {
  const latest = Math.max(...values.map(({ edition }) => edition));
  const [first] = [...values].filter(({ edition }) => edition === latest).sort((a, b) => lateness(a) - lateness(b) || hedges(a) - hedges(b)) as [Given];
  const same = values.filter(({ fact }) => sameValue(fact, first.fact) && monthOf(fact.timePeriod) === monthOf(first.fact.timePeriod));
  const other = values.filter((value) => value.edition < latest && lateness(value) <= lateness(first) && value.fact.value !== first.fact.value);
  return {
    point: { year, fact: first.fact, ids: [first.id, ...same.map(({ id }) => id).filter((id) => id !== first.id)] },
    restated: other.map(({ edition, fact }) => `${year}年的数值，${edition}年版作${worded(fact)}，今据${latest}年版作${worded(first.fact)}。`),
  };
}

const worded = (fact: Observation): string => hedged(fact.value, fact.qualifier, isIndex(fact) ? "" : fact.unit, fact.valueHigh);
const sameValue = (a: Observation, b: Observation): boolean => a.value === b.value && a.valueHigh === b.valueHigh && a.qualifier === b.qualifier;
const hedges = ({ fact }: Given): number => (fact.qualifier === "exact" ? 0 : 1);
const monthOf = (period: string | null): number | null => (period !== null && period.length >= 7 ? Number(period.slice(5, 7)) : null);

/** How far a value's day lies before the end of its year, in months; a whole year is its end. */
const lateness = ({ fact }: Given): number => 12 - (monthOf(fact.timePeriod) ?? 12);

/** The breaks that edition.yaml declares, and those that show by themselves: two levels of different months of the year. */
function breaksOf(points: readonly Point[], declared: readonly { year: number; why: string }[]): Series["breaks"] {
  const own = declared.filter(({ year }) => points.some((point) => point.year >= year) && points.some((point) => point.year < year));
  const seen = points.flatMap((point, i) => {
    const before = points[i - 1];
    if (before === undefined || own.some(({ year }) => year > before.year && year <= point.year)) return [];
    const [then, now] = [monthOf(before.fact.timePeriod), monthOf(point.fact.timePeriod)];
    return point.fact.measure !== "rank" && then !== null && now !== null && then !== now
      ? [{ year: point.year, why: `前后参照日不同，分别为${periodInWords(before.fact.timePeriod!)}与${periodInWords(point.fact.timePeriod!)}` }]
      : [];
  });
  return [...own, ...seen].sort((a, b) => a.year - b.year);
}

/** The break between a point and the one before it, if there is one. */
export function breakBefore({ breaks, points }: Series, point: Point): { readonly year: number; readonly why: string } | null {
  const before = points[points.indexOf(point) - 1];
  return before === undefined ? null : (breaks.find(({ year }) => year > before.year && year <= point.year) ?? null);
}
