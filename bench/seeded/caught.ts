/** What the checks say of a mistake that they did not say before, and the counts of that. Pure. */
import { group } from "d3-array";
import type { Finding } from "../../schemas/finding.ts";
import type { Alteration } from "./alterations.ts";

/** An alteration with the differences that came up with it. */
export interface Tried {
  readonly alteration: Alteration;
  /** Differences that the unaltered edition has not, or not with this arithmetic. */
  readonly raised: readonly Finding[];
  /** The same of findings that cannot tell: an editor sees them, but nothing is said to be wrong. */
  readonly opened: readonly Finding[];
}

/** Findings of an outcome that `after` has and `before` lacks. A finding is known by its check, its text and its arithmetic, as an alteration moves what stands behind it. */
export function newFindings(outcome: Finding["outcome"], before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const left = new Map<string, number>();
  for (const finding of before) if (finding.outcome === outcome) left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1);
  return after.filter((finding) => {
    if (finding.outcome !== outcome) return false;
    const known = left.get(keyOf(finding)) ?? 0;
    left.set(keyOf(finding), known - 1);
    return known <= 0;
  });
}

const keyOf = ({ check, document, arithmetic }: Finding): string => JSON.stringify([check, document, arithmetic]);

export const caughtByNamed = ({ alteration, raised }: Tried): boolean => raised.some(({ check }) => check === alteration.breaks);
export const caughtByAny = ({ raised }: Tried): boolean => raised.length > 0;

/** How many mistakes there are and how many were caught. */
export interface Caught {
  readonly alterations: number;
  readonly catchable: number;
  /** Of the catchable, by the check named, and by any. */
  readonly byNamed: number;
  readonly byAny: number;
}

export function caughtOf(tried: readonly Tried[]): Caught {
  const catchable = tried.filter(({ alteration }) => alteration.arithmetic);
  return { alterations: tried.length, catchable: catchable.length, byNamed: catchable.filter(caughtByNamed).length, byAny: catchable.filter(caughtByAny).length };
}

/** The same by check, in the order given; a check without alterations has zeros. */
export function caughtByCheck(tried: readonly Tried[], names: readonly string[]): [string, Caught][] {
  const of = group(tried, ({ alteration }) => alteration.breaks);
  return names.map((name) => [name, caughtOf(of.get(name) ?? [])]);
}

/** Findings of an unaltered edition: check → how many agree, differ, cannot tell. */
export function outcomes(findings: readonly Finding[], names: readonly string[]): [string, Record<Finding["outcome"], number>][] {
  return names.map((name) => {
    const own = findings.filter(({ check }) => check === name);
    const count = (outcome: Finding["outcome"]) => own.filter((finding) => finding.outcome === outcome).length;
    return [name, { agrees: count("agrees"), differs: count("differs"), "cannot tell": count("cannot tell") }];
  });
}
