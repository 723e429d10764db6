/** The cache of a run by its options. Not here: what is kept in it (engine/). */
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
