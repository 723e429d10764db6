/** twoValues: one indicator of one subject in one period has one value, in one text and across texts. */
import { group } from "d3-array";
import type { Fact, Observation } from "../../schemas/fact.ts";
import { isObservation, worded, type Check, type Comparison } from "./rule.ts";

export const twoValues: Check = {
  name: "two-values",
  title: "同一指标的数值",
  titleEn: "One indicator, one value",
  compares: "observations of the same indicator, subject, members, period, unit and measure: within a text, and across texts where the subject is in a register (全省 is another province in another text); what the pipeline inferred, and indicators that list several, are left out",
  run: (facts, { registers }) => {
    const known = new Set([...registers.regions.flatMap((region) => [region.name, region.short]), ...registers.organisations.flatMap(({ name, short }) => [name, ...short])]);
    const named = facts.filter(isObservation).filter((o) => o.subject !== null && o.timePeriod !== null && o.certainty !== "inferred" && !o.indicator.includes("、"));
    const key = (o: Observation) => JSON.stringify([known.has(o.subject!) ? null : o.document, o.indicator, o.subject, o.members, o.timePeriod, o.unit, o.measure]);
    return [...group(named, key).values()].flatMap((same): Comparison[] => {
      if (same.length < 2) return [];
      const values = [...new Set(same.map((o) => worded(o.value, o.qualifier, o.unit, o.valueHigh)))];
      const agrees = values.length === 1;
      return [{ outcome: agrees ? "agrees" : "differs", facts: same as unknown as [Fact, ...Fact[]], arithmetic: `${same[0]!.subject}${same[0]!.indicator}（${same[0]!.timePeriod}）出现${same.length}次：${values.join("、")}：${agrees ? "一致" : "不一致"}` }];
    });
  },
};
