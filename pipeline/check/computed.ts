/** The arithmetic of a comparison as data, for cells to be computed from. Not here: outcomes, words. */
import type { Computation } from "../../schemas/computed.ts";
import { earlierId } from "../../schemas/edition-texts.ts";
import type { EarlierYear } from "../../schemas/edition.ts";
import type { Fact, Observation } from "../../schemas/fact.ts";
import type { Finding } from "../../schemas/finding.ts";
import type { Comparison } from "./rule.ts";

/** Six decimals are enough for any printed figure, and few enough to leave the noise of binary fractions out. */
const FINEST = 6;

type Over = NonNullable<Comparison["computed"]>;

export const sumOver = (parts: readonly Observation[], claim: Observation | number): Over => over(parts, (of) => ({ op: "sum", of, decimals: FINEST }), claim);
export const changeOver = (of: Observation, against: Observation, claim: Observation): Over => over([of, against], ([a = "", b = ""]) => ({ op: "change", of: a, against: b, decimals: FINEST }), claim);
export const growthOver = (of: Observation, against: Observation, claim: Observation): Over => over([of, against], ([a = "", b = ""]) => ({ op: "growth", of: a, against: b, decimals: 2 }), claim);
export const shareOver = (of: Observation, whole: Observation, claim: Observation): Over => over([of, whole], ([a = "", b = ""]) => ({ op: "share", of: a, whole: b, decimals: 1 }), claim);

/** How many a roster lists, or what share that makes of a register of so many; the claim is null where the text hedges it. */
export const countOver = (roster: Fact, claim: number | null): Over => over([roster], ([of = ""]) => ({ op: "count", of }), claim);
export const listedShareOver = (roster: Fact, whole: number, claim: number | null): Over => over([roster], ([of = ""]) => ({ op: "share", of, whole, decimals: 1 }), claim);

function over(facts: readonly Fact[], result: (refs: string[]) => Computation, claim: Observation | number | null): Over {
  if (facts.some(isHedged)) return () => null;
  return (ref) => ({ result: result(facts.map(ref)), claim: claim === null || typeof claim === "number" ? claim : isHedged(claim) ? null : ref(claim) });
}

/** A bound or a rough figure is no number to compute with; neither is a list that 等 leaves open. */
const isHedged = (fact: Fact): boolean => (fact.kind === "observation" ? fact.qualifier !== "exact" : fact.kind === "roster" && fact.open);

/** Facts of earlier years by the names under which this edition knows them. */
export function computedOver(earlier: readonly EarlierYear[]): (computed: Comparison["computed"]) => Pick<Finding, "computed"> {
  const names = new Map(earlier.flatMap(({ year, facts }) => facts.map((fact) => [fact, earlierId(year, fact.id)] as const)));
  return (computed) => {
    const said = computed?.((fact) => names.get(fact) ?? fact.id) ?? null;
    return said === null ? {} : { computed: said };
  };
}
