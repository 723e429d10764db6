/** Titles with their time, and in English. Not here: words of cells. */
import { group } from "d3-array";
import type { Fact } from "../../schemas/fact.ts";
import type { Table } from "../../schemas/table.ts";
import type { Draft, Ground } from "./draft.ts";
import { inEnglish } from "./english.ts";
import { periodInEnglish, periodInWords } from "./words.ts";

/** A title with its time, where it names no year: the period of the facts where they have one and the same, the years where they hold a series, else the edition's year. */
export function dated({ title, titleEn }: { title: string; titleEn?: string | undefined }, span: Draft["years"], facts: readonly Fact[], { year, registers }: Pick<Ground, "year" | "registers">): Pick<Table, "title" | "titleEn"> {
  const english = titleEn ?? inEnglish(title, registers.glossary);
  const periods = [...group(facts, (fact) => ("timePeriod" in fact ? fact.timePeriod : null)).keys()];
  const period = periods.length === 1 && periods[0] != null && /^\d{4}(?:-\d{2}){0,2}$/u.test(periods[0]) ? periods[0] : String(year);
  const time = span === undefined ? { zh: periodInWords(period), en: periodInEnglish(period) } : span[0] === span[1] ? { zh: `${span[0]}年`, en: String(span[0]) } : { zh: `${span[0]}—${span[1]}年`, en: `${span[0]}–${span[1]}` };
  return {
    title: /\d{4}/u.test(title) ? title : `${title}（${time.zh}）`,
    titleEn: /\d{4}/u.test(english) ? english : `${english}, ${time.en}`,
  };
}
