/** Chosen series side by side: a row a year, a column a series; what a line chart is drawn from. */
import { greatest, rollup } from "d3-array";
import type { Term } from "../../../schemas/register.ts";
import { cell, type Draft } from "../draft.ts";
import { inEnglish } from "../english.ts";
import { breakBefore, type Series } from "./collect.ts";
import { hedged, hedgeOf } from "../words.ts";
import { notesOf } from "./notes.ts";
import { restingOn } from "./resting.ts";
import { finest, type Scale, scaled, scaledUnit, scaleOf } from "./scale.ts";

/** Series → the draft of their table over the years; its figure holds those of the commonest unit. */
export function yearsTable(series: readonly Series[], glossary: readonly Term[]): Draft | null {
  if (series.length === 0) return null;
  const years = [...new Set(series.flatMap(({ points }) => points.map(({ year }) => year)))].sort((a, b) => a - b);
  const unitOf = (one: Series) => one.unit;
  const scales = new Map(series.map((one) => [one, scaleOf(series.filter((other) => other.unit === one.unit))]));
  const printedUnit = (one: Series) => scaledUnit(one.unit, scales.get(one)!);
  const units = new Set(series.map(printedUnit));
  const drawn = greatest(rollup(series, (of) => of.length, unitOf), ([, count]) => count)?.[0];
  const keys = new Map(series.map((one, i) => [one, `series${i + 1}`]));
  const plotted = series.filter((one) => one.unit === drawn);
  return {
    columns: [
      cell({ key: "year", title: "年份", titleEn: "Year", type: "period", width: 5, description: "the year" }, () => null),
      ...series.map((one) => cell({ key: keys.get(one)!, title: one.name, titleEn: inEnglish(one.name, glossary), type: "number", width: 8, unit: printedUnit(one), decimals: decimalsOf(one, scales.get(one)!), description: `${inEnglish(one.name, glossary)}, by year` }, () => null)),
    ].map(({ column }) => column),
    rows: years.map((year) => {
      const points = series.map((one) => one.points.find((point) => point.year === year));
      const known = points.filter((point) => point !== undefined);
      return { cells: [String(year), ...points.map((point, i) => (point === undefined ? null : scaled(point.fact.value, scales.get(series[i]!)!)))], ...restingOn([[], ...points.map((point) => (point === undefined ? [] : [point]))], known) };
    }),
    unit: units.size === 1 ? [...units][0]! : null,
    years: [years[0]!, years.at(-1)!],
    notes: [...notesOf(series), ...(plotted.length < series.length ? [`图只绘单位为${printedUnit(plotted[0]!)}的各项。`] : [])],
    plot: {
      category: "year",
      values: plotted.map((one) => keys.get(one)!),
      unit: printedUnit(plotted[0]!),
      hedges: plotted.flatMap((one) => one.points.flatMap(({ year, fact }) => hedgeOf(fact, keys.get(one)!, String(year), scales.get(one)!))),
      words: plotted.map((one) => inWords(one, scales.get(one)!)),
      breaks: plotted.flatMap((one) => one.points.filter((point) => breakBefore(one, point) !== null).map((point) => ({ value: keys.get(one)!, at: String(point.year) }))),
    },
  };
}

/** The decimals that all values of a series are printed with, as many as the finest has; null where all are whole. */
function decimalsOf(series: Series, scale: Scale): number | null {
  return finest(series, scale) || null;
}

/** 网民规模（万人）2012年56400、2013年61800; a break is said where it stands. */
function inWords(series: Series, scale: Scale): string {
  const values = series.points.map((point) => `${breakBefore(series, point) === null ? "" : "（与以前不可比）"}${point.year}年${hedged(scaled(point.fact.value, scale), point.fact.qualifier, "", point.fact.valueHigh === undefined ? undefined : scaled(point.fact.valueHigh, scale))}`);
  return `${series.name}（${scaledUnit(series.unit, scale)}）${values.join("、")}`;
}
