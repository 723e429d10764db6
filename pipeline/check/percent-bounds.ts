/** percentBounds: a share or a rate of cover lies between 0 and 100 per cent. */
import { isObservation, worded, type Check } from "./rule.ts";

export const percentBounds: Check = {
  name: "percent-bounds",
  title: "百分数的界限",
  titleEn: "Percentages within 0 and 100",
  compares: "shares, and levels that name a rate (…率), with 0 and 100%",
  run: (facts) =>
    facts.filter(isObservation).flatMap((o) => {
      if (o.unit !== "%" || !(o.measure === "share" || (o.measure === "level" && o.indicator.endsWith("率")))) return [];
      if (o.value >= 0 && o.value <= 100 && !(o.qualifier === "over" && o.value === 100)) return [];
      return [{ outcome: "differs" as const, facts: [o], arithmetic: `${o.indicator}为${worded(o.value, o.qualifier, "%", o.valueHigh)}，不在0至100%之间` }];
    }),
};
