/** shareTotal: shares of one whole that are told apart in one section do not go over it. */
import { group } from "d3-array";
import type { Fact } from "../../schemas/fact.ts";
import { isObservation, sectionKey, worded, type Check, type Comparison } from "./rule.ts";

export const shareTotal: Check = {
  name: "share-total",
  title: "各部分比重之和",
  titleEn: "Shares of one whole add up to no more than 100%",
  compares: "the shares of one section that speak of the same kind of government, summed by their lower ends, with 100%",
  run: (facts) => {
    const shares = facts.filter(isObservation).filter((o) => o.measure === "share" && o.unit === "%" && /政府/u.test(o.subject ?? ""));
    return [...group(shares, sectionKey).values()].flatMap((parts): Comparison[] => {
      if (parts.length < 3) return [];
      const sum = Math.round(parts.reduce((total, o) => total + o.value, 0) * 10) / 10;
      const open = parts.some((o) => o.qualifier === "over" || o.qualifier === "atLeast");
      const agrees = sum <= 100;
      return [{ outcome: agrees ? "agrees" : "differs", facts: parts as unknown as [Fact, ...Fact[]], arithmetic: `${parts.map((o) => worded(o.value, o.qualifier, "%")).join("+")}，${open ? "至少" : "合计"}${sum}%：${agrees ? "未超过100%" : "超过100%"}` }];
    });
  },
};
