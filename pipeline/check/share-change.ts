/** shareChange: a change in points (提高3.8个百分点), against the two shares. */
import type { Fact, Observation } from "../../schemas/fact.ts";
import { changeOver } from "./computed.ts";
import { before, changed, observed, shared } from "./example.ts";
import { against, conclusion, intervalOf, minus, printed, rounded } from "./interval.ts";
import type { Check, CheckContext, Comparison } from "./rule.ts";
import { baseYearOf, levelsOf, nameOf, NOT_PLAIN, yearOf } from "./same.ts";
import { sentencesOf, type Said } from "./sentences.ts";

const PENETRATION = { indicator: "互联网普及率", timePeriod: "2012" };

export const shareChange: Check = {
  name: "share-change",
  title: "百分点变动与前后两期比率",
  titleEn: "Change in points against the two shares",
  compares: "a change in 百分点 with the difference of the share or rate it follows and the earlier one: told in the same sentence, in the edition, or in an earlier edition",
  severity: "warning",
  examples: [
    { shows: "the earlier rate in the edition before", sentences: [[observed("互联网普及率为42.1%", PENETRATION), changed("比上年提高3.8个百分点", { ...PENETRATION, timePeriod: "2012" })]], earlier: [before(2011, observed("互联网普及率为38.3%", { id: "a", ...PENETRATION, timePeriod: "2011-12" }))], gives: [["agrees", "42.1%−38.3%=3.8个百分点；所称提高3.8个百分点：一致"]] },
    { shows: "the earlier rate in the same sentence", sentences: [[observed("互联网普及率为42.1%", PENETRATION), observed("比上年的38.3%", { indicator: "提高" }), changed("提高4.8个百分点", { indicator: "提高" })]], gives: [["differs", "42.1%−38.3%=3.8个百分点；所称提高4.8个百分点：不一致"]] },
    { shows: "rounding of both rates", sentences: [[shared("占比45.5%", { indicator: "使用率占比", timePeriod: "2013" }), changed("比上年低9.3个百分点", { indicator: "使用率占比", timePeriod: "2013" })]], earlier: [before(2012, shared("占比54.7%", { id: "a", indicator: "使用率占比", timePeriod: "2012" }))], gives: [["agrees", "45.5%−54.7%=−9.2个百分点；所称降低9.3个百分点：一致"]] },
    { shows: "points above another place are no change", sentences: [[observed("互联网普及率为42.1%", PENETRATION), changed("高于全国2.3个百分点", PENETRATION)]], earlier: [before(2011, observed("互联网普及率为38.3%", { id: "a", ...PENETRATION, timePeriod: "2011" }))], gives: [] },
  ],
  run: (facts, context) => sentencesOf(facts, context.texts).flatMap(({ said }) => said.flatMap((change, i): Comparison[] => {
    if (change.fact.measure !== "change" || change.fact.unit !== "百分点" || NOT_PLAIN.test(change.lead)) return [];
    return inSentence(said, i) ?? againstEarlier(change, said.slice(0, i), facts, context);
  })),
};

const isRate = (o: Observation) => o.unit === "%" && (o.measure === "level" || o.measure === "share");

/** Rate, 比 base, change. */
function inSentence(said: readonly Said[], i: number): Comparison[] | null {
  const [now, then, change] = [said[i - 2], said[i - 1], said[i]!];
  if (!now || !then || !isRate(now.fact) || !isRate(then.fact) || !/^[，、]?(?:比|较)[^，]*的[\d.]+%$/u.test(then.lead)) return null;
  return [compared(now.fact, then.fact, change.fact)];
}

function againstEarlier({ fact: change, lead }: Said, said: readonly Said[], facts: readonly Fact[], { earlier }: CheckContext): Comparison[] {
  const year = baseYearOf(change, lead);
  const now = said.findLast(({ fact }) => isRate(fact) && nameOf(fact) === nameOf(change))?.fact;
  if (!now || year === null || year === yearOf(now.timePeriod) || nameOf(now).length < 4) return [];
  const then = levelsOf(now, year, "%", facts, earlier);
  return then.length === 1 ? [compared(now, then[0]!, change)] : [];
}

function compared(now: Observation, then: Observation, change: Observation): Comparison {
  const outcome = against(minus(intervalOf(now), intervalOf(then)), intervalOf(change));
  const points = rounded(now.value - then.value);
  return { outcome, facts: [change, now, then], arithmetic: `${printed(now)}−${printed(then)}=${String(points).replace("-", "−")}个百分点；所称${change.value < 0 ? "降低" : "提高"}${printed(change).replace("百分点", "个百分点")}：${conclusion(outcome)}`, computed: changeOver(now, then, change) };
}
