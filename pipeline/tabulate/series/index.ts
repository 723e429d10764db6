/** series: facts of this year and the years before → tables of series. */
import type { Draft, Ground } from "../draft.ts";
import { collectSeries, type Series } from "./collect.ts";
import { summaryTable } from "./summary.ts";
import { yearsTable } from "./years.ts";

export { chartGroups } from "./groups.ts";
export { collectSeries, isBatch, type Series } from "./collect.ts";
export { yearsTable } from "./years.ts";

/** The table of a declared rule: the summary of all series, or the years of those named. */
export function seriesTable(ground: Ground, indicators: readonly string[] | undefined): Draft | null {
  const all = collectSeries(ground);
  return indicators === undefined ? summaryTable(all) : yearsTable(chosen(all, indicators, ground), ground.registers.glossary);
}

/** The series that a list of names means, in the list's order: those called so, else those of an indicator that is or was called so. */
export function chosen(all: readonly Series[], names: readonly string[], { registers }: Pick<Ground, "registers">): Series[] {
  const found = names.flatMap((name) => {
    const today = registers.glossary.find(({ same }) => same.includes(name))?.zh ?? name;
    const called = all.filter((one) => one.name === name || one.name === today);
    return called.length > 0 ? called : all.filter(({ indicator }) => indicator === today);
  });
  return [...new Set(found)];
}
