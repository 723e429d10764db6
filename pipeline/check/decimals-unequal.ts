/** decimalsUnequal: figures that will stand in one column ought to have as many decimals. */
import { group } from "d3-array";
import type { Observation } from "../../schemas/fact.ts";
import { observed } from "./example.ts";
import { decimalsOf, printed } from "./interval.ts";
import { isObservation, sectionKey, type Check, type Comparison } from "./rule.ts";

export const decimalsUnequal: Check = {
  name: "decimals-unequal",
  title: "同列数值的小数位数",
  titleEn: "Decimals of figures in one column",
  compares: "the percentages and scores (分) of one indicator, measure and period in a section, of different holders, by their printed decimals: 80% beside 75.5%; 100%, and figures with 约, 超过 and the like, are left out",
  severity: "note",
  examples: [
    { shows: "unequal", sentences: [[observed("省级覆盖率80%", { indicator: "覆盖率", subject: "省级" }), observed("市级75.5%", { indicator: "覆盖率", subject: "市级" })]], gives: [["differs", "覆盖率：80%（0位小数）、75.5%（1位小数）"]] },
    { shows: "a printed nought counts", sentences: [[observed("省级覆盖率80.0%", { indicator: "覆盖率", subject: "省级" }), observed("市级75.5%", { indicator: "覆盖率", subject: "市级" })]], gives: [["agrees", "覆盖率：80.0%、75.5%，小数位数一致"]] },
    { shows: "one holder, or a vague figure: nothing to compare", sentences: [[observed("覆盖率80%", { subject: "省级" }), observed("覆盖率75.5%", { subject: "省级" }), observed("覆盖率60%", { subject: "市级", qualifier: "over" })]], gives: [] },
  ],
  run: (facts) => {
    const exact = facts.filter(isObservation).filter((o) => (o.unit === "%" || o.unit === "分") && o.qualifier === "exact" && o.subject !== null && o.value !== 0 && o.value !== 100 && /\d/u.test(o.text));
    return [...group(exact, (o) => JSON.stringify([sectionKey(o), o.indicator, o.measure, o.unit, o.timePeriod])).values()].flatMap((column): Comparison[] => {
      if (new Set(column.map(({ subject }) => subject)).size < 2) return [];
      const counts = new Set(column.map(decimalsOf));
      const say = (o: Observation) => `${printed(o)}${counts.size > 1 ? `（${decimalsOf(o)}位小数）` : ""}`;
      return [{ outcome: counts.size === 1 ? "agrees" : "differs", facts: column as unknown as Comparison["facts"], arithmetic: `${column[0]!.indicator}：${column.map(say).join("、")}${counts.size === 1 ? "，小数位数一致" : ""}` }];
    });
  },
};
