/** Inks and shapes by which series, groups and classes are told apart: by lightness in print without colour and for any eye, and by shape besides. Not here: drawing. */
import { type SymbolType, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from "d3-shape";
import { INK } from "../style.ts";

/** Any two are 15 or more apart in L* (CIE 1976: 32, 64, 12, 48), the first two 32: series are mostly two. The lightest has a contrast of 2.7 with the paper. */
export const SERIES_INKS = [INK.accent, "87a0ae", "0a2130", "4e778d"] as const;

/** Classes of values, the least first: L* 94, 77, 48, 12. */
export const CLASS_INKS = [INK.pale, INK.light, "4e778d", "0a2130"] as const;

/** Groups of tiles, the first two far apart: L* 32, 77, 48, 12. */
export const GROUP_INKS = [INK.accent, INK.light, "4e778d", "0a2130"] as const;

const SYMBOLS: readonly SymbolType[] = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];
const DASHES: readonly (readonly [number, number] | undefined)[] = [undefined, [4, 1.6], [1.4, 1.4], [7, 2.2]];

/** How a series looks: ink, the shape of its points, the dash of its line, and whether its bars are split by a white stripe. */
export interface Look {
  ink: string;
  symbol: SymbolType;
  dash: readonly [number, number] | undefined;
  striped: boolean;
}

/** The look of the nth series. After four the inks come again, with the next shape and dash and with the stripe; sixteen are all different. */
export function seriesLook(n: number): Look {
  const turn = Math.floor(n / SERIES_INKS.length);
  const at = (n + turn) % SERIES_INKS.length;
  return { ink: SERIES_INKS[n % SERIES_INKS.length]!, symbol: SYMBOLS[at]!, dash: DASHES[at], striped: turn % 2 === 1 };
}

/** Words on an ink: white on all but the light ones. */
export const onInk = (ink: string): string => (ink === INK.white || ink === INK.pale || ink === INK.light ? INK.text : INK.white);
