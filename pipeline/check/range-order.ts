/** rangeOrder: the lower end of a range comes first. */
import type { EditionText } from "../../schemas/edition.ts";
import type { Fact } from "../../schemas/fact.ts";
import { observed } from "./example.ts";
import { isObservation, type Check, type Comparison } from "./rule.ts";
import { sentencesOf } from "./sentences.ts";

export const rangeOrder: Check = {
  name: "range-order",
  title: "区间的次序",
  titleEn: "Ends of ranges in order",
  compares: "the two ends of a range (5到10倍), of facts and in the words of their sentences",
  severity: "warning",
  examples: [
    { shows: "the lower end first", sentences: [[observed("提速5到10倍", { value: 5, valueHigh: 10, qualifier: "range" })]], gives: [["agrees", "5<10（倍）：次序正确"]] },
    { shows: "the higher end first", sentences: [[observed("提速10到5倍", { value: 10, valueHigh: 5, qualifier: "range" })]], gives: [["differs", "10≥5（倍）：次序颠倒"]] },
    { shows: "the words alone tell", sentences: [[observed("日均办理30到20件")]], gives: [["differs", "30≥20（件）：次序颠倒"]] },
    { shows: "a fall is no range", sentences: [[observed("由30到20件")]], gives: [] },
    { shows: "no range", sentences: [[observed("提速5倍")]], gives: [] },
  ],
  run: (facts, { texts }) => [...fallingIn(facts, texts), ...facts.filter(isObservation).flatMap((o): Comparison[] => {
      if (o.qualifier !== "range" || o.valueHigh === undefined) return [];
      const agrees = o.value < o.valueHigh;
      return [{ outcome: agrees ? "agrees" as const : "differs" as const, facts: [o], arithmetic: `${o.value}${agrees ? "<" : "≥"}${o.valueHigh}（${o.unit}）：${agrees ? "次序正确" : "次序颠倒"}` }];
    })],
};

/** 15到10倍: no rule of extraction reads it as a range, so the sentence is looked at. 由15到10 is a fall, and dates and times are no ranges. */
const FALLING = /(?<![\d.第由从年月日时—－\-~])(?<low>\d{1,9}(?:\.\d{1,4})?)(?:到|至|—|～)(?<high>\d{1,9}(?:\.\d{1,4})?)(?<unit>倍|%|个百分点|[件个项家户人次天])/gu;

function fallingIn(facts: readonly Fact[], texts: readonly EditionText[]): Comparison[] {
  return sentencesOf(facts, texts).flatMap(({ text, facts: within }) => [...text.matchAll(FALLING)].flatMap(({ index, groups, 0: words }): Comparison[] => {
    const { low = "", high = "", unit = "" } = groups ?? {};
    const fact = within.find((one) => one.text.includes(words)) ?? within[0]!;
    if (Number(low) <= Number(high) || /(?:由|从)[^，；]{0,6}$/u.test(text.slice(0, index)) || (fact.kind === "observation" && fact.qualifier === "range")) return [];
    return [{ outcome: "differs", facts: [fact], arithmetic: `${low}≥${high}（${unit}）：次序颠倒` }];
  }));
}
