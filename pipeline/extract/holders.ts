/** Whose figure it is, where several are named and each has one: 甲县、乙县、丙县覆盖率均超过90% · 甲县、乙县产值分别为9亿元、8亿元. Not here: whose it is where one is named (subjects). */
import type { List } from "./lists.ts";

/** A word that says a figure is that of each; not 日均, 人均. */
export const OF_EACH = /(?<![日年月周人户亩平])[均都](?!衡|等|匀|值)/u;

/** A figure with what is named before it. */
export interface Named {
  /** The names listed before the figure, if any. */
  readonly list: List | null;
  /** Whose figure it is by its noun phrase: may hold two names, 甲、乙两县. */
  readonly subject: string | null;
  /** The clause up to the figure. */
  readonly before: string;
  /** Which figure of the clause it is, and how many there are. */
  readonly place: number;
  readonly count: number;
}

/** Each holder that the figure is of; null where it is of all together, or of one.
 *
 * isHolder   whether a word by itself names a place or a tier */
export function holdersOf({ list, subject, before, place, count }: Named, isHolder: (name: string) => boolean): readonly string[] | null {
  const names = list && !list.open ? list.members : (subject?.replace(TOGETHER, "").split(/、|和|与/u) ?? []);
  if (names.length < 2 || !names.every(isHolder)) return null;
  if (OF_EACH.test(before)) return names;
  return before.includes("分别") && count === names.length ? [names[place]!] : null;
}

/** 甲、乙|两县. */
const TOGETHER = /(?:[两二三四五六七八九十]|\d{1,2})(?:省|市|县|区|州|镇|乡|村|地|级)$/u;
