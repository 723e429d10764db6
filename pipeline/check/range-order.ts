/** rangeOrder: the lower end of a range comes first. */
import { isObservation, type Check } from "./rule.ts";
import { observed } from "./example.ts";

export const rangeOrder: Check = {
  name: "range-order",
  title: "区间的次序",
  titleEn: "Ends of ranges in order",
  compares: "the two ends of a range (5到10倍)",
  severity: "warning",
  examples: [
    { shows: "the lower end first", sentences: [[observed("提速5到10倍", { value: 5, valueHigh: 10, qualifier: "range" })]], gives: [["agrees", "5<10（倍）：次序正确"]] },
    { shows: "the higher end first", sentences: [[observed("提速10到5倍", { value: 10, valueHigh: 5, qualifier: "range" })]], gives: [["differs", "10≥5（倍）：次序颠倒"]] },
    { shows: "no range", sentences: [[observed("提速5倍")]], gives: [] },
  ],
  run: (facts) =>
    facts.filter(isObservation).flatMap((o) => {
      if (o.qualifier !== "range" || o.valueHigh === undefined) return [];
      const agrees = o.value < o.valueHigh;
      return [{ outcome: agrees ? "agrees" as const : "differs" as const, facts: [o], arithmetic: `${o.value}${agrees ? "<" : "≥"}${o.valueHigh}（${o.unit}）：${agrees ? "次序正确" : "次序颠倒"}` }];
    }),
};
