/** Chinese words of a title → English, by the glossary. Not here: sentences. */
import type { Term } from "../../schemas/register.ts";

/** What joins Chinese words and has no word of its own in a title. */
const JOINTS: Readonly<Record<string, string>> = { 的: " ", "、": ", ", "，": ", ", 与: " and ", 和: " and ", 及: " and ", "（": " (", "）": ") ", "：": ": " };

/** The title in English, a term at a time, the longest first; words that the glossary lacks stay Chinese, so that an editor sees which. */
export function inEnglish(zh: string, glossary: readonly Term[]): string {
  const terms = glossary.flatMap((term) => [term.zh, ...term.same].map((name) => ({ name, en: term.en }))).sort((a, b) => b.name.length - a.name.length);
  let english = "", at = 0;
  while (at < zh.length) {
    const term = terms.find(({ name }) => zh.startsWith(name, at));
    const joint = JOINTS[zh[at]!];
    english += term === undefined ? (joint ?? zh[at]!) : ` ${term.en} `;
    at += term?.name.length ?? 1;
  }
  const tidy = english.replace(/ {2,}/gu, " ").replace(/ (?=[,:)])/gu, "").replace(/(?<=\() /gu, "").trim();
  return tidy.charAt(0).toUpperCase() + tidy.slice(1);
}
