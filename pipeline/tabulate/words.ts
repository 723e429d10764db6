/** How tables word values, lists and periods. Not here: words for codes (schemas/words), which facts go into a table. */
import type { Qualifier } from "../../schemas/fact.ts";
import type { Hedge } from "../../schemas/table.ts";

export const QUALIFIERS: Readonly<Record<Qualifier, string>> = { exact: "", about: "约", nearly: "近", over: "超过", atLeast: "以上", under: "不足", atMost: "以下", range: "区间" };

/** A value as the text hedges it: 近90%, 75%以上, 5–10倍. */
export function hedged(value: number, qualifier: Qualifier | null, unit: string, valueHigh?: number): string {
  const word = QUALIFIERS[qualifier ?? "exact"];
  const figure = `${value}${valueHigh === undefined ? "" : `–${valueHigh}`}${unit}`;
  if (qualifier === "atLeast" || qualifier === "atMost") return figure + word;
  return qualifier === "range" ? figure : word + figure;
}

/** What a figure must know of a value that is not exact; `key` is the column it stands in, `at` the name of its row, `scale` what the column divides by. */
export function hedgeOf({ qualifier, valueHigh }: { qualifier: Qualifier | null; valueHigh?: number | undefined }, key: string, at: string, scale = 1): Hedge[] {
  return qualifier === null || qualifier === "exact" ? [] : [{ value: key, at, qualifier, high: valueHigh === undefined ? null : valueHigh / scale }];
}

/** A hedge's word in a cell of its own; blank where the value is exact. */
export function hedge(qualifier: Qualifier | null): string | null {
  return qualifier === null ? null : QUALIFIERS[qualifier];
}

/** 甲市、乙市等 */
export function listed(members: readonly string[], open: boolean): string {
  return members.join("、") + (open ? "等" : "");
}

/** At most so many characters, the last one … */
export function shortened(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}

/** 2013-12-31 → 2013年底, 2013-09 → 2013年9月: for titles. Cells hold ISO 8601. */
export function periodInWords(iso: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(iso) ?? [];
  if (year === undefined) return iso;
  if (month === "12" && day === "31") return `${year}年底`;
  return `${year}年${month === undefined ? "" : `${Number(month)}月`}${day === undefined ? "" : `${Number(day)}日`}`;
}

export function periodInEnglish(iso: string): string {
  return /^\d{4}-12-31$/u.test(iso) ? `end of ${iso.slice(0, 4)}` : iso;
}
