/** check: facts → findings.
 *
 *  in      facts after corrections; registers; severities from edition.yaml by check name, which win over a check's own
 *  out     findings in the order of the checks, then of the text
 *  holds   every finding names its facts and spells its arithmetic out; what agrees is said as well as what differs
 *  errors  none: what cannot be compared makes no finding */
import type { Fact } from "../../schemas/fact.ts";
import type { Finding } from "../../schemas/finding.ts";
import { abbreviationUndefined } from "./abbreviation-undefined.ts";
import { claimedCount } from "./claimed-count.ts";
import { claimedShare } from "./claimed-share.ts";
import { computedOver } from "./computed.ts";
import { complement } from "./complement.ts";
import { countedPassages } from "./counted-passages.ts";
import { decimalsUnequal } from "./decimals-unequal.ts";
import { fromToChange } from "./from-to-change.ts";
import { indexBounds } from "./index-bounds.ts";
import { levelGrowth } from "./level-growth.ts";
import { lostTitles } from "./lost-titles.ts";
import { orderedTiers } from "./ordered-tiers.ts";
import { partsTotal } from "./parts-total.ts";
import { percentBounds } from "./percent-bounds.ts";
import { periodOutside } from "./period-outside.ts";
import { placeParent } from "./place-parent.ts";
import { placeUnknown } from "./place-unknown.ts";
import { rangeOrder } from "./range-order.ts";
import type { Check, CheckContext } from "./rule.ts";
import { shareChange } from "./share-change.ts";
import { shareTotal } from "./share-total.ts";
import { twoValues } from "./two-values.ts";
import { unitChange } from "./unit-change.ts";

/** In the order in which a reader goes through them: sums, shares, lists; years against each other; bounds; names and words. */
export const checks: readonly Check[] = [
  partsTotal, claimedShare, complement, shareTotal, claimedCount, lostTitles, countedPassages,
  levelGrowth, shareChange, fromToChange, twoValues, unitChange, periodOutside,
  orderedTiers, percentBounds, rangeOrder, indexBounds,
  placeUnknown, placeParent, abbreviationUndefined, decimalsUnequal,
];

export interface Checked extends CheckContext {
  /** Severity of a check's differences, by its name. */
  readonly severities: Readonly<Record<string, Finding["severity"]>>;
}

export function check(facts: readonly Fact[], { severities, ...context }: Checked): Finding[] {
  const over = computedOver(context.earlier);
  const raws = new Map(context.texts.map(({ id, raw }) => [id, raw]));
  return checks.flatMap((rule) => {
    const counts = new Map<string, number>();
    return rule.run(facts, context).map(({ outcome, facts: compared, arithmetic, computed }) => {
      const { document, span } = compared[0];
      const key = `${rule.name}:${document}:${span.start}-${span.end}`;
      const n = (counts.get(key) ?? 0) + 1;
      counts.set(key, n);
      return {
        id: n === 1 ? key : `${key}:${n}`,
        check: rule.name,
        title: rule.title,
        titleEn: rule.titleEn,
        outcome,
        severity: outcome === "differs" ? severities[rule.name] ?? rule.severity : "note",
        facts: compared.map(({ id }) => id),
        arithmetic,
        ...over(computed),
        document,
        span,
        quote: raws.get(document)?.slice(span.start, span.end) ?? "",
      };
    });
  });
}
