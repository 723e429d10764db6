/** Words that say how exact a figure is: 约, 近, 以上, 多. Not here: figures. */
import type { Qualifier } from "../../../schemas/fact.ts";

/** Words before a figure that say how exact it is. */
export const BEFORE: readonly [string, Qualifier][] = [
  ["不低于", "atLeast"], ["不少于", "atLeast"], ["至少", "atLeast"], ["最少", "atLeast"], ["不超过", "atMost"], ["不高于", "atMost"], ["不多于", "atMost"], ["至多", "atMost"], ["不过", "atMost"], ["最多", "atMost"],
  ["接近", "nearly"], ["将近", "nearly"], ["近", "nearly"], ["大约", "about"], ["约为", "about"], ["约", "about"],
  ["超过", "over"], ["超出", "over"], ["突破", "over"], ["跨上", "over"], ["迈上", "over"], ["跨越", "over"], ["跃上", "over"], ["高于", "over"], ["多于", "over"], ["逾", "over"], ["超", "over"], ["上", "over"],
  ["不足", "under"], ["不满", "under"], ["不到", "under"], ["低于", "under"], ["少于", "under"],
];
/** Words after it. */
export const AFTER: readonly [string, Qualifier][] = [["及以上", "atLeast"], ["以上", "atLeast"], ["及以下", "atMost"], ["以下", "atMost"], ["以内", "atMost"], ["之内", "atMost"], ["左右", "about"], ["上下", "about"], ["有余", "over"], ["还多", "over"], ["多", "over"], ["余", "over"]];
/** The qualifier of a word of a table; undefined where there is no word. */
export const qualifierOf = (table: readonly [string, Qualifier][], word: string | undefined): Qualifier | undefined => table.find(([w]) => w === word)?.[1];
/** A list of words as alternatives of a pattern. */
export const alternation = (words: readonly string[]) => words.map((w) => w.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)).join("|");

export const BEFORE_WORDS = alternation(BEFORE.map(([word]) => word));
export const AFTER_WORDS = alternation(AFTER.map(([word]) => word));
