/** What each kind of figure hands back to the frame. */
import type { Draw } from "../draw.ts";
import type { Amount } from "./plot.ts";

export interface Drawing {
  draws: Draw[];
  height: number;
  /** rows that a page has no room for: the last ones */
  leftOut: number;
  /** how hedged values were drawn, for the key */
  signs: Signs;
  /** what the note must say of it */
  notes: string[];
}

/** How hedged values are shown in a figure. */
export interface Signs {
  /** a hatched stretch or strip that the value lies in */
  zone: boolean;
  /** chevrons: it lies beyond */
  beyond: boolean;
  /** a hollow mark */
  hollow: boolean;
  /** the stretch of a tenth: 约, 近 */
  vague: boolean;
}

/** The signs that these amounts need. */
export function signsOf(amounts: readonly Amount[], hollow: boolean): Signs {
  const hedged = amounts.filter(({ qualifier }) => qualifier !== "exact");
  const ends = (of: (amount: Amount) => boolean): boolean => hedged.some(of);
  return {
    zone: ends(({ low, high }) => Number.isFinite(low) && Number.isFinite(high)),
    beyond: ends(({ low, high }) => !Number.isFinite(low) || !Number.isFinite(high)),
    hollow: hollow && hedged.length > 0,
    vague: ends(({ qualifier }) => qualifier === "about" || qualifier === "nearly"),
  };
}

export const NO_SIGNS: Signs = { zone: false, beyond: false, hollow: false, vague: false };
