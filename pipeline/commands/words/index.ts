/** What the program says to the people who run it, in their language: a table a language.
 *  Not here: errors, which are English and worded where they are thrown; what an edition prints. */
import { en } from "./en.ts";
import type { Words } from "./words.ts";
import { zh } from "./zh.ts";

export type { Words } from "./words.ts";

export const LANGS = ["zh", "en"] as const;
export type Lang = (typeof LANGS)[number];

const TABLES: Readonly<Record<Lang, Words>> = { zh, en };

/** The words of `lang`; where it is not said, of the locale. */
export function wordsIn(lang: Lang | undefined, env: Readonly<Record<string, string | undefined>> = process.env): Words {
  return TABLES[lang ?? langOf(env)];
}

/** Chinese where the locale for messages says so (LC_ALL before LC_MESSAGES before LANG, the first that is set: POSIX, Base Definitions 8.2), else English. */
export function langOf(env: Readonly<Record<string, string | undefined>>): Lang {
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return /^zh(?![a-z])/iu.test(locale) ? "zh" : "en";
}
