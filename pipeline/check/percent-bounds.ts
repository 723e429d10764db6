/** percentBounds: a share or a rate of cover lies between 0 and 100 per cent. */
import { isObservation, worded, type Check } from "./rule.ts";
import { observed, shared } from "./example.ts";

/** Rates that may pass 100%: what is done against a plan, debt or profit against something smaller, what grows. */
const MAY_PASS = /(?:完成|增长|利润|收益|回报|负债|杠杆|产销|达产|履约|超额|毛入学|偿债|覆盖倍|周转|变化|变动|上涨|溢价|汇|利|抚养)率$/u;

export const percentBounds: Check = {
  name: "percent-bounds",
  title: "百分数的界限",
  titleEn: "Percentages within 0 and 100",
  compares: "shares, and levels that name a rate (…率), with 0 and 100%; rates that may pass it (完成率, 负债率) are left out",
  severity: "warning",
  examples: [
    { shows: "a rate over 100%", sentences: [[observed("入户率120%")]], gives: [["differs", "入户率为120%，不在0至100%之间"]] },
    { shows: "more than all", sentences: [[shared("占比超过100%", { indicator: "占比", qualifier: "over" })]], gives: [["differs", "占比为超过100%，不在0至100%之间"]] },
    { shows: "a plan may be passed", sentences: [[observed("投资完成率118%")]], gives: [] },
    { shows: "growth may be any", sentences: [[observed("业务量增长率120%", { measure: "growth" }), observed("入户率100%")]], gives: [] },
  ],
  run: (facts) =>
    facts.filter(isObservation).flatMap((o) => {
      if (o.unit !== "%" || !(o.measure === "share" || (o.measure === "level" && o.indicator.endsWith("率") && !MAY_PASS.test(o.indicator)))) return [];
      if (o.value >= 0 && o.value <= 100 && !(o.qualifier === "over" && o.value === 100)) return [];
      return [{ outcome: "differs" as const, facts: [o], arithmetic: `${o.indicator}为${worded(o.value, o.qualifier, "%", o.valueHigh)}，不在0至100%之间` }];
    }),
};
