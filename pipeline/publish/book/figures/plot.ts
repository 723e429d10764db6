/** A table of numbers → what a figure draws of it: names, series, and how far each value may lie from what is printed. Not here: drawing. */
import type { Qualifier } from "../../../../schemas/fact.ts";
import { reachOf } from "../../../../schemas/reach.ts";
import type { SeriesFigure, Table } from "../../../../schemas/table.ts";
import { printed } from "../table/index.ts";
import { hedgeWords } from "../words.ts";

/** A value as printed and the span it may lie in, in the column's unit; Infinity where the text gives no end. */
export interface Amount {
  value: number;
  low: number;
  high: number;
  qualifier: Qualifier;
  /** as printed beside its bar or point, hedged as the text has it: 超过50 must not read as 50 */
  label: string;
}

export interface Series {
  name: string;
  amounts: (Amount | null)[];
  /** rows whose line from the row before is cut */
  cuts: ReadonlySet<number>;
}

export interface Plot {
  names: string[];
  series: Series[];
  unit: string;
}

/** Rows that have a number in some series, in the table's order. */
export function plotOf(figure: SeriesFigure, table: Table): Plot {
  const at = (key: string): number => table.columns.findIndex((column) => column.key === key);
  const category = at(figure.category);
  const rows = table.rows.filter((row) => figure.values.some((key) => typeof row.cells[at(key)] === "number"));
  const names = rows.map((row) => String(row.cells[category] ?? "…"));
  return {
    names,
    unit: figure.unit ?? "",
    series: figure.values.map((key) => ({
      name: table.columns[at(key)]?.title ?? key,
      amounts: rows.map((row, n) => {
        const hedge = figure.hedges?.find((one) => one.value === key && one.at === names[n]);
        return amountOf(row.cells[at(key)] ?? null, table.columns[at(key)]?.decimals ?? row.decimals ?? null, hedge?.qualifier ?? "exact", hedge?.high ?? null);
      }),
      cuts: new Set((figure.breaks ?? []).filter(({ value }) => value === key).map((one) => names.indexOf(one.at))),
    })),
  };
}

function amountOf(value: string | number | null, decimals: number | null, qualifier: Qualifier, upper: number | null): Amount | null {
  if (typeof value !== "number") return null;
  const { low, high } = reachOf(Math.abs(value), qualifier, upper === null ? undefined : Math.abs(upper));
  const { before, after } = hedgeWords(qualifier);
  const figure = upper === null ? printed(value, decimals) : `${printed(value, decimals)}–${printed(upper, decimals)}`;
  return { value, low: value < 0 ? -high : low, high: value < 0 ? -low : high, qualifier, label: before + figure + after };
}

/** All amounts of a plot. */
export const amountsOf = (plot: Plot): Amount[] => plot.series.flatMap(({ amounts }) => amounts.flatMap((one) => one ?? []));

/** The first rows of a plot. */
export const firstRows = (plot: Plot, count: number): Plot => ({ ...plot, names: plot.names.slice(0, count), series: plot.series.map((one) => ({ ...one, amounts: one.amounts.slice(0, count) })) });
