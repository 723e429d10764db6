/** Which series are the parts of another: found where they add up to it, year for year. Printed with #, of which (其中). */
import type { Series } from "./collect.ts";

/** A sum that holds in one year may be chance. */
const YEARS = 2;

/** The parts of each total: two series of its unit that add up to it, exactly, in all the years that the three have in common, two at least. */
export function partsOf(series: readonly Series[]): Map<Series, Series[]> {
  const found = new Map<Series, Series[]>();
  for (const total of series) {
    const others = series.filter((one) => one !== total && one.unit === total.unit && one.measure === "level" && total.measure === "level");
    const pair = others.flatMap((one, i) => others.slice(i + 1).map((two) => [one, two] as const)).find((parts) => addsUp(total, parts));
    if (pair !== undefined) found.set(total, [...pair]);
  }
  return found;
}

function addsUp(total: Series, parts: readonly Series[]): boolean {
  const values = (of: Series) => new Map(of.points.map(({ year, fact }) => [year, fact.value]));
  const each = parts.map(values);
  const years = total.points.filter(({ year }) => each.every((of) => of.has(year)));
  return years.length >= YEARS && years.every(({ year, fact }) => fact.value > 0 && each.reduce((sum, of) => sum + of.get(year)!, 0) === fact.value);
}

/** The series with parts behind their totals. A part that is a total itself keeps its own parts behind it. */
export function underTotals(series: readonly Series[]): { series: Series; isPart: boolean }[] {
  const parts = partsOf(series);
  const under = new Set([...parts.values()].flat());
  const rows: { series: Series; isPart: boolean }[] = [];
  const put = (one: Series, isPart: boolean): void => {
    if (rows.some((row) => row.series === one)) return;
    rows.push({ series: one, isPart });
    for (const part of parts.get(one) ?? []) put(part, true);
  };
  for (const one of series) if (!under.has(one)) put(one, false);
  for (const one of series) put(one, false);
  return rows;
}
