/** What a table of series says below it: breaks, hedges, other names, restated values. */
import { hedged } from "../words.ts";
import type { Series } from "./collect.ts";

export function notesOf(series: readonly Series[]): string[] {
  return [...series.flatMap(breakNotes), ...hedgeNote(series), ...new Set(series.flatMap(({ notes }) => notes))];
}

function breakNotes({ name, breaks }: Series): string[] {
  return breaks.map(({ year, why }) => `“${name}”自${year}年起与以前年份不可比，不计增减：${why.replace(/。$/u, "")}。`);
}

/** The values that the texts give as bounds or roughly: a table's cell holds the bare figure. */
function hedgeNote(series: readonly Series[]): string[] {
  const words = series.flatMap(({ name, unit, points }) => points.filter(({ fact }) => fact.qualifier !== "exact").map(({ year, fact }) => `“${name}”${year}年为${hedged(fact.value, fact.qualifier, unit === "指数" ? "" : fact.unit, fact.valueHigh)}`));
  return words.length > 0 ? [`原文有限定的数值：${words.join("；")}。`] : [];
}
