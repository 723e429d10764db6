/** From where to where a value may lie, by its qualifier alone. Checks compare by it, figures draw by it. Not here: rounding, signs. */
import type { Qualifier } from "./fact.ts";

/** How close 约 and 近 are taken to be, of the figure: the text does not say how near. A house rule. */
const VAGUE = 0.1;

/** A size (0 or more, any unit) and its qualifier → the least and the greatest it may stand for, in the same unit. 超过 and 以上 have no upper end (Infinity),
 *  不足 and 以下 none below but nought. `high` is the upper end of a range. */
export function reachOf(size: number, qualifier: Qualifier, high = size): { low: number; high: number } {
  switch (qualifier) {
    case "exact": return { low: size, high: size };
    case "about": return { low: size * (1 - VAGUE), high: size * (1 + VAGUE) };
    case "nearly": return { low: size * (1 - VAGUE), high: size };
    case "over":
    case "atLeast": return { low: size, high: Infinity };
    case "under":
    case "atMost": return { low: 0, high: size };
    case "range": return { low: size, high };
  }
}
