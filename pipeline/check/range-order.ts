/** rangeOrder: the lower end of a range comes first. */
import { isObservation, type Check } from "./rule.ts";

export const rangeOrder: Check = {
  name: "range-order",
  title: "区间的次序",
  titleEn: "Ends of ranges in order",
  compares: "the two ends of a range (5到10倍)",
  run: (facts) =>
    facts.filter(isObservation).flatMap((o) => {
      if (o.qualifier !== "range" || o.valueHigh === undefined) return [];
      const agrees = o.value < o.valueHigh;
      return [{ outcome: agrees ? "agrees" as const : "differs" as const, facts: [o], arithmetic: `${o.value}${agrees ? "<" : "≥"}${o.valueHigh}（${o.unit}）：${agrees ? "次序正确" : "次序颠倒"}` }];
    }),
};
