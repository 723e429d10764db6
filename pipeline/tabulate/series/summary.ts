/** The summary of series: a row a series, the years as columns, the change on the period before. */
import { resultOf, type Computation } from "../../../schemas/computed.ts";
import type { TableColumn, TableRow } from "../../../schemas/table.ts";
import { computedBy, type Computed } from "../computed.ts";
import { cell, type Draft } from "../draft.ts";
import { inPoints, lastTwo } from "./change.ts";
import type { Point, Series } from "./collect.ts";
import { notesOf } from "./notes.ts";
import { underTotals } from "./parts.ts";
import { restingOn } from "./resting.ts";
import { decimals, finest, type Scale, scaled, scaledUnit, scaleOf } from "./scale.ts";

/** Years that fit a page beside the names and changes. */
const MOST_YEARS = 5;

/** Series → the draft of their summary; null where there is none. */
export function summaryTable(all: readonly Series[]): Draft | null {
  if (all.length === 0) return null;
  const years = [...new Set(all.flatMap(({ points }) => points.map(({ year }) => year)))].sort((a, b) => a - b);
  const shown = years.slice(-MOST_YEARS);
  const rows = underTotals(all);
  return {
    columns: columnsOf(shown),
    rows: rows.map(({ series, isPart }) => rowOf(series, isPart, shown)),
    unit: null,
    years: [shown[0]!, shown.at(-1)!],
    notes: [
      ...(years.length > shown.length ? [`只列${shown[0]}年以来的数值，以前年份见原文。`] : []),
      ...(rows.some(({ isPart }) => isPart) ? ["#　其中：该行为其上总数的一部分。"] : []),
      ...changeNotes(all),
      ...notesOf(all),
    ],
  };
}

function columnsOf(years: readonly number[]): TableColumn[] {
  const none = () => null;
  return [
    cell({ key: "indicator", title: "指标", titleEn: "Indicator", type: "text", width: 12, description: "what is measured, under its name today; # is a part of the total above" }, none),
    cell({ key: "unit", title: "单位", titleEn: "Unit", type: "text", width: 4, description: "unit of the row's values" }, none),
    ...years.map((year) => cell({ key: keyOf(year), title: `${year}`, titleEn: "", type: "number", width: 5, description: `value of ${year}, in the row's unit` }, none)),
    cell({ key: "change", title: "比上期增减", titleEn: "Change", type: "number", width: 5, description: "the last value less the one before it: in the row's unit, in points for per cents and indices, in positions for ranks (upwards positive)" }, none),
    cell({ key: "rate", title: "增减率", titleEn: "Rate", type: "number", width: 4, unit: "%", decimals: 1, description: "the change in per cent of the value before; empty for per cents, indices and ranks" }, none),
  ].map(({ column }) => column);
}

function rowOf(series: Series, isPart: boolean, years: readonly number[]): TableRow {
  const scale = scaleOf([series]);
  const at = years.map((year) => series.points.find((point) => point.year === year));
  const last = series.points.slice(-2);
  const moved = changeOf(series, scale);
  const facts: Point[][] = [[], [], ...at.map((point) => (point === undefined ? [] : [point])), last, moved.rate.value === "" ? [] : last];
  const cells = [`${isPart ? "#" : ""}${series.name}`, scaledUnit(series.unit, scale), ...at.map((point) => (point === undefined ? null : scaled(point.fact.value, scale))), moved.change.value, moved.rate.value];
  return {
    cells,
    ...restingOn(facts, series.points),
    decimals: finest(series, scale),
    ...computedBy(columnsOf(years).map(({ key }) => key), cells, [null, null, ...at.map(() => null), moved.change.how, moved.rate.how]),
  };
}

const keyOf = (year: number): string => `y${year}`;

/** The last change and its rate, with how they come from the values of the row as printed: in the unit and in per cent; in points for per cents and indices, in positions for ranks, upwards positive.
 *  null where it must not be computed, "" where a rate says nothing. */
function changeOf(series: Series, scale: Scale): Record<"change" | "rate", { value: number | "" | null; how: Computed }> {
  const pair = lastTwo(series);
  const isRate = !inPoints(series);
  if ("op" in pair) return { change: { value: null, how: pair }, rate: isRate ? { value: null, how: pair } : { value: "", how: null } };
  const [later, earlier] = [pair.last, pair.before].map(({ year, fact }) => ({ key: keyOf(year), value: scaled(fact.value, scale) }));
  const [of, against] = series.measure === "rank" ? [earlier!, later!] : [later!, earlier!];
  const numberOf = (key: string): number => (key === of.key ? of : against).value;
  const change: Computation = { op: "change", of: of.key, against: against.key, decimals: Math.min(6, Math.max(decimals(of.value), decimals(against.value))) };
  const growth: Computation = { op: "growth", of: of.key, against: against.key, decimals: 1 };
  const rate = resultOf(growth, numberOf);
  return {
    change: { value: resultOf(change, numberOf), how: change },
    rate: !isRate ? { value: "", how: null } : { value: rate, how: rate === null ? { op: "none", why: "上期为0" } : growth },
  };
}

/** In what the changes are counted, as far as the table has such rows, and which are not on the year before. */
function changeNotes(all: readonly Series[]): string[] {
  const words = [
    ...(all.some(({ unit }) => unit === "%") ? ["单位为%的，增减为百分点"] : []),
    ...(all.some(({ unit }) => unit === "指数" || unit === "分") ? ["指数和得分的增减为点数"] : []),
    ...(all.some(({ measure }) => measure === "rank") ? ["位次的增减为位数，上升为正"] : []),
  ];
  const longer = all.filter(({ points }) => points.at(-1)!.year - points.at(-2)!.year > 1).map(({ name, points }) => `“${name}”为${points.at(-1)!.year}年比${points.at(-2)!.year}年`);
  return [`“比上期增减”为各行最后一期与其前一期之差${words.length > 0 ? `；${words.join("，")}` : ""}。`, ...(longer.length > 0 ? [`前一期并非上年的：${longer.join("；")}。`] : [])];
}
