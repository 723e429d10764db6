/** What a check is. A check is a rule over facts: it compares, does the arithmetic, and knows three outcomes. */
import type { EarlierYear, EditionText } from "../../schemas/edition.ts";
import type { Fact, Observation, Qualifier, Roster } from "../../schemas/fact.ts";
import type { Finding } from "../../schemas/finding.ts";
import type { Registers } from "../../schemas/register.ts";

/** All that a check may look at beside the facts. */
export interface CheckContext {
  readonly registers: Registers;
  /** The year the edition is about. */
  readonly year: number;
  /** The years before it, oldest first. */
  readonly earlier: readonly EarlierYear[];
  /** The edition's texts: restored, outlined. */
  readonly texts: readonly EditionText[];
}

/** A finding before it has its place: the first fact says where it stands. */
export interface Comparison {
  readonly outcome: Finding["outcome"];
  readonly facts: readonly [Fact, ...Fact[]];
  /** The numbers and what was done with them, in Chinese, as the edition prints it. */
  readonly arithmetic: string;
  /** The same as data, over the figures of facts (computed.ts); `ref` gives what a fact is called; null where a figure is hedged. */
  readonly computed?: (ref: (fact: Fact) => string) => NonNullable<Finding["computed"]> | null;
}

/** A case of a check: what a text says, sentence by sentence, and what comes of it. */
export interface Example {
  /** What the case shows, in English. */
  readonly shows: string;
  /** The facts of each sentence; their texts, joined by ，, are the sentence. */
  readonly sentences: readonly (readonly Fact[])[];
  /** What earlier editions said. */
  readonly earlier?: readonly EarlierYear[];
  /** Outcome and arithmetic of each finding; none where the check has nothing to compare. */
  readonly gives: readonly (readonly [Finding["outcome"], string])[];
}

export interface Check {
  /** As edition.yaml's `severities` calls it. */
  readonly name: string;
  readonly title: string;
  readonly titleEn: string;
  /** What it compares, in English, for docs/checks.md. */
  readonly compares: string;
  /** How a difference is taken where edition.yaml does not say. */
  readonly severity: Finding["severity"];
  /** Facts made for it, and what it must say of them: its tests, and the page's examples. */
  readonly examples: readonly Example[];
  readonly run: (facts: readonly Fact[], context: CheckContext) => Comparison[];
}

export const isObservation = (fact: Fact): fact is Observation => fact.kind === "observation";
export const isRoster = (fact: Fact): fact is Roster => fact.kind === "roster";

/** The qualifier in Chinese, as it stands before or after a figure: 超过10%, 75%以上. */
export function worded(value: number | string, qualifier: Qualifier, unit: string, valueHigh?: number): string {
  switch (qualifier) {
    case "exact": return `${value}${unit}`;
    case "about": return `约${value}${unit}`;
    case "nearly": return `近${value}${unit}`;
    case "over": return `超过${value}${unit}`;
    case "atLeast": return `${value}${unit}以上`;
    case "under": return `不足${value}${unit}`;
    case "atMost": return `不超过${value}${unit}`;
    case "range": return `${value}至${valueHigh ?? "?"}${unit}`;
  }
}

/** A claim that is a number to compute with; null where the text hedges it. */
export const plainly = (value: number, qualifier: Qualifier | null): number | null => (qualifier === null || qualifier === "exact" ? value : null);

/** A figure with one decimal, as the arithmetic prints shares. */
export const share = (part: number, whole: number) => Math.round((part / whole) * 1000) / 10;

/** The counts of a whole that fit a claimed share: whole numbers n with n ÷ whole within the claim and its rounding.
 *
 * An exact claim holds within half a unit of its last digit; 约 and 近 within five points, since the text does not say how near. */
export function countsThatFit(whole: number, value: number, qualifier: Qualifier): number[] {
  const step = Number.isInteger(value) ? 0.5 : 0.5 / 10 ** (String(value).split(".")[1]?.length ?? 0);
  const low = plain(value - step), high = plain(value + step);
  const fits = (percent: number) => {
    switch (qualifier) {
      case "exact": return percent >= low && percent < high;
      case "about": return plain(Math.abs(percent - value)) <= 5;
      case "nearly": return percent < value && percent >= plain(value - 5);
      case "over": return percent > value;
      case "atLeast": return percent >= value;
      case "under": return percent < value;
      case "atMost": return percent <= value;
      case "range": return percent >= low;
    }
  };
  return Array.from({ length: whole + 1 }, (_, n) => n).filter((n) => fits(plain((n / whole) * 100)));
}

/** Without binary residue: 11 of 20 is 55, not 55.00000000000001. */
const plain = (percent: number) => Number(percent.toFixed(9));

/** Facts that belong together: one text, one section. */
export const sectionKey = (fact: Fact) => JSON.stringify([fact.document, fact.section]);
