/** The cache of a run by its options, and what there is to say of it. Not here: what is kept in it (engine/). */
import { closedCache, openCache, type Cache } from "../engine/cache.ts";
import { textsCode } from "../engine/texts.ts";
import { wordsOf } from "../messages.ts";
import { cacheDir } from "./paths.ts";

/** --cache DIR, else NIANJIAN_CACHE, else .cache in the project; null for --no-cache. */
export function cacheOf(option: string | boolean | undefined): Cache | null {
  if (option === false) return null;
  try {
    return openCache(typeof option === "string" && option !== "" ? option : cacheDir(), textsCode());
  } catch (thrown) {
    return closedCache(`The program cannot read its own code (${wordsOf(thrown)}), so nothing is kept for the next run. Install it again, or run it with --no-cache.`);
  }
}

/** How many texts, those of earlier years too, were found in the cache, and what was wrong with it; nothing without one. */
export function cacheLines(cache: Cache | null): string[] {
  if (cache === null) return [];
  const { found, made } = cache.counts;
  const warning = cache.warning();
  return [`  from cache   ${found} of ${found + made} texts, those of earlier years too`, ...(warning === null ? [] : [`  ${warning}`])];
}

/** The same for logs. */
export function cacheFields(cache: Cache | null): Record<string, unknown> {
  return cache === null ? {} : { cache: { ...cache.counts, warning: cache.warning() } };
}
