/** fromToChange: 由甲增至乙, against the direction it names and the growth or change the sentence gives. */
import { changeOver } from "./computed.ts";
import { changed, observed } from "./example.ts";
import { against, conclusion, intervalOf, minus, printed, rounded } from "./interval.ts";
import { grew } from "./level-growth.ts";
import type { Check, Comparison } from "./rule.ts";
import { NOT_PLAIN } from "./same.ts";
import { sentencesOf, type Said } from "./sentences.ts";

const UP = /(?:增加?|提高|提升|上升|升|扩大|扩展|增长|发展)(?:至|到)/u;
const DOWN = /(?:减少?|降低?|下降|回落|缩短|压缩|缩小|压减)(?:至|到|为)/u;
const FROM = /(?:由|从)[^，；]*$/u;

export const fromToChange: Check = {
  name: "from-to-change",
  title: "由…至…与所称变动",
  titleEn: "From … to … against the stated change",
  compares: "the two figures of 由A增至B with the direction its verb names, and with the growth, change or points that follow in the same sentence",
  severity: "warning",
  examples: [
    { shows: "growth that follows", sentences: [[observed("用户由5.13亿人"), observed("用户由5.13亿人增至5.64亿人"), changed("增长9.9%")]], gives: [["agrees", "5.64亿人÷5.13亿人=109.94%，即增长9.94%；所称增长9.9%：一致"]] },
    { shows: "a change that cannot be", sentences: [[observed("用户由5.13亿人"), observed("用户由5.13亿人增加到5.64亿人"), changed("增加9090万人")]], gives: [["differs", "5.64亿人−5.13亿人，即增加5100万人；所称增加9090万人：不一致"]] },
    { shows: "a change in points", sentences: [[observed("覆盖率由52%"), observed("覆盖率由52%提高到60%"), changed("提高8个百分点")]], gives: [["agrees", "60%−52%=8个百分点；所称提高8个百分点：一致"]] },
    { shows: "a verb against its figures", sentences: [[observed("覆盖率由62%"), observed("覆盖率由62%提高到60%")]], gives: [["differs", "由62%提高到60%：后数小于前数，与“提高到”不符"]] },
    { shows: "figures in order, no change told: nothing to compare", sentences: [[observed("覆盖率由52%"), observed("覆盖率由52%提高到60%")]], gives: [] },
    { shows: "means of years are left alone", sentences: [[observed("用户由300人"), observed("用户由300人增至400人"), changed("年均增长10%")]], gives: [] },
  ],
  run: (facts, { texts }) => sentencesOf(facts, texts).flatMap(({ said }) => said.flatMap((_, i) => comparedAt(said, i))),
};

const isLevel = ({ fact }: Said) => fact.measure === "level" || fact.measure === "share";

function comparedAt(said: readonly Said[], i: number): Comparison[] {
  const [from, to, change] = [said[i]!, said[i + 1], said[i + 2]];
  if (!to || !isLevel(from) || !isLevel(to) || from.fact.unit !== to.fact.unit || !FROM.test(from.lead)) return [];
  const verb = (UP.exec(to.lead) ?? DOWN.exec(to.lead))?.[0];
  if (verb === undefined || /[，；]/u.test(to.lead)) return [];
  const [a, b] = [intervalOf(from.fact), intervalOf(to.fact)];
  if (UP.test(verb) ? b.high < a.low : b.low > a.high) {
    return [{ outcome: "differs", facts: [to.fact, from.fact], arithmetic: `由${printed(from.fact)}${verb}${printed(to.fact)}：后数${UP.test(verb) ? "小于" : "大于"}前数，与“${verb}”不符` }];
  }
  if (!change || NOT_PLAIN.test(change.lead) || /比|较|同比|其中/u.test(change.lead) || change.lead.length > 16) return [];
  const { measure, unit } = change.fact;
  if (unit === "百分点" && measure === "change" && to.fact.unit === "%") {
    const outcome = against(minus(b, a), intervalOf(change.fact));
    return [{ outcome, facts: [change.fact, to.fact, from.fact], arithmetic: `${printed(to.fact)}−${printed(from.fact)}=${rounded(to.fact.value - from.fact.value)}个百分点；所称${change.fact.value < 0 ? "降低" : "提高"}${printed(change.fact).replace("百分点", "个百分点")}：${conclusion(outcome)}`, computed: changeOver(to.fact, from.fact, change.fact) }];
  }
  if ((measure === "growth" && unit === "%" && to.fact.unit !== "%" && from.fact.value > 0) || (measure === "change" && unit === to.fact.unit)) return [grew(to.fact, from.fact, change.fact)];
  return [];
}
