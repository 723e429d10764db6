/** orderedTiers: figures that a text says to be in order (依次, 由高到低), and tiers of government by one indicator. */
import { group } from "d3-array";
import type { Observation } from "../../schemas/fact.ts";
import { observed } from "./example.ts";
import { intervalOf, printed } from "./interval.ts";
import { isObservation, sectionKey, type Check, type Comparison } from "./rule.ts";
import { sentencesOf, type Said } from "./sentences.ts";

const TIERS = ["national", "central", "province", "prefecture", "county"] as const;

const FALLING = /由高到低|从高到低|从多到少|由多到少|逐级(?:递减|下降|降低)|依次(?:递减|下降|降低)|位居前|位列前|排名前|排在前|居前[一二三四五六七八九十\d]+/u;
const RISING = /由低到高|从低到高|从少到多|由少到多|逐级(?:递增|上升|提高)|依次(?:递增|上升|提高)/u;

export const orderedTiers: Check = {
  name: "ordered-tiers",
  title: "各级数值的次序",
  titleEn: "Order of tiers and ranked figures",
  compares: "three or more figures of one unit in a sentence that says they fall or rise (由高到低, 排名前三), with that order; the tiers of government by one indicator, period and section with an order from the top downwards: where the text does not say that they fall, another order is no fault and cannot be told",
  severity: "warning",
  examples: [
    { shows: "ranked figures in order", sentences: [[observed("得分由高到低为甲部79.0分"), observed("乙部77.1分"), observed("丙部76.3分")]], gives: [["agrees", "79.0分>77.1分>76.3分：与文中“由高到低”一致"]] },
    { shows: "one out of order", sentences: [[observed("得分排名前三的是甲部79.0分"), observed("乙部71.1分"), observed("丙部76.3分")]], gives: [["differs", "79.0分、71.1分、76.3分：与文中“排名前”不一致，76.3分在71.1分之后"]] },
    { shows: "tiers that fall", sentences: [tiers(75, 60, 40)], gives: [["agrees", "省级75%、地市级60%、区县级40%：逐级递减，次序一致"]] },
    { shows: "tiers out of their usual order", sentences: [tiers(75, 40, 60)], gives: [["cannot tell", "省级75%、地市级40%、区县级60%：不是逐级递减，请与原文核对"]] },
    { shows: "two tiers are no order", sentences: [tiers(75, 60)], gives: [] },
  ],
  run: (facts, { texts }) => {
    const ranked = sentencesOf(facts, texts).flatMap(({ said, text }) => inRank(said, text));
    const told = new Set(ranked.flatMap((comparison) => comparison.facts));
    const tiered = group(facts.filter(isObservation).filter((o) => o.level !== null && o.unit === "%" && (o.measure === "level" || o.measure === "share") && !told.has(o)), (o) => JSON.stringify([sectionKey(o), o.indicator, o.timePeriod, o.measure]));
    return [...ranked, ...[...tiered.values()].flatMap(inTiers)];
  },
};

function tiers(...values: number[]): Observation[] {
  const names = ["省级", "地市级", "区县级"];
  const levels = ["province", "prefecture", "county"] as const;
  return values.map((value, i) => observed(`${names[i]}业务覆盖率达${value}%`, { indicator: "业务覆盖率", subject: names[i]!, level: levels[i]!, timePeriod: "2013" }));
}

/** The run of figures after the words that order them. */
function inRank(said: readonly Said[], text: string): Comparison[] {
  const words = FALLING.exec(text)?.[0] ?? RISING.exec(text)?.[0];
  const first = said.findIndex(({ lead }) => words !== undefined && lead.includes(words));
  if (words === undefined || first < 0) return [];
  const head = said[first]!.fact;
  if (head.measure === "rank" || head.measure === "change") return [];
  const after = said.slice(first);
  const end = after.findIndex(({ fact, lead }, i) => fact.unit !== head.unit || fact.measure !== head.measure || (i > 0 && /[；。]|其中|合计|共/u.test(lead)));
  const run = after.slice(0, end < 0 ? after.length : end).map(({ fact }) => fact);
  if (run.length < 3) return [];
  const falling = FALLING.test(words);
  const wrong = run.findIndex((fact, i) => i > 0 && isBefore(run[i - 1]!, fact, falling));
  const compared = run as unknown as Comparison["facts"];
  if (wrong < 0) return [{ outcome: "agrees", facts: compared, arithmetic: `${run.map(printed).join(falling ? ">" : "<")}：与文中“${words}”一致` }];
  return [{ outcome: "differs", facts: compared, arithmetic: `${run.map(printed).join("、")}：与文中“${words}”不一致，${printed(run[wrong]!)}在${printed(run[wrong - 1]!)}之后` }];
}

/** The second ought to stand before the first. */
function isBefore(first: Observation, second: Observation, falling: boolean): boolean {
  const [a, b] = [intervalOf(first), intervalOf(second)];
  return falling ? a.high < b.low : a.low > b.high;
}

/** One figure a tier, three tiers or more. */
function inTiers(of: readonly Observation[]): Comparison[] {
  const held = TIERS.flatMap((tier) => {
    const own = of.filter(({ level }) => level === tier);
    return own.length === 1 ? own : [];
  });
  if (held.length < 3 || held.length !== of.length) return [];
  const falls = held.every((o, i) => i === 0 || !isBefore(held[i - 1]!, o, true));
  const figures = held.map((o) => `${o.subject ?? ""}${printed(o)}`).join("、");
  return [{ outcome: falls ? "agrees" : "cannot tell", facts: held as unknown as Comparison["facts"], arithmetic: `${figures}：${falls ? "逐级递减，次序一致" : "不是逐级递减，请与原文核对"}` }];
}
