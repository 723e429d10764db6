/** levelGrowth: a level with its growth or its change, against the level it grew from. */
import type { Fact, Observation } from "../../schemas/fact.ts";
import { changeOver, growthOver } from "./computed.ts";
import { before, changed, observed } from "./example.ts";
import { against, conclusion, growthOf, intervalOf, like, minus, printed, rounded } from "./interval.ts";
import { isObservation, type Check, type CheckContext, type Comparison } from "./rule.ts";
import { baseYearOf, levelsOf, nameOf, NOT_PLAIN, yearOf } from "./same.ts";
import { sentencesOf, type Said } from "./sentences.ts";

/** Growth at constant prices is not the quotient of two levels in money. */
const REAL = /增加值|生产总值|总产值|消费|收入|固定资产|开发投资/u;

export const levelGrowth: Check = {
  name: "level-growth",
  title: "增幅与前后两期数值",
  titleEn: "Growth against the two levels",
  compares: "a level and its growth (%), change or climb in rank with the earlier level: told in the same sentence (比上年的5.13亿人增长9.9%), in the edition, or in an earlier edition; a year's 新增 with the levels at its two ends; where no earlier level is told, a change and a growth side by side with the level. Left out: real growth of money, means of years, and names with two values for the year",
  severity: "warning",
  examples: [
    { shows: "the earlier level in the same sentence", sentences: [[observed("用户达5.64亿人"), observed("比上年的5.13亿人", { indicator: "增长9.9%" }), changed("增长9.9%")]], gives: [["agrees", "5.64亿人÷5.13亿人=109.94%，即增长9.94%；所称增长9.9%：一致"]] },
    { shows: "a growth that cannot be", sentences: [[observed("用户达5.64亿人"), observed("比上年的5.13亿人"), changed("增长12.9%")]], gives: [["differs", "5.64亿人÷5.13亿人=109.94%，即增长9.94%；所称增长12.9%：不一致"]] },
    { shows: "the earlier level in the edition before", sentences: [[observed("微博总数258737个", { timePeriod: "2013-12-31" }), changed("比上年增长46.42%", { indicator: "微博总数", timePeriod: "2013-12-31" })]], earlier: [before(2012, observed("微博总数176714个", { id: "a", timePeriod: "2012-12-20" }))], gives: [["agrees", "258737个÷176714个=146.42%，即增长46.42%；所称增长46.42%：一致"]] },
    { shows: "a change, against the edition before", sentences: [[observed("微博用户2.81亿人", { timePeriod: "2013" }), changed("比上年减少3783万人", { indicator: "微博用户", timePeriod: "2013" })]], earlier: [before(2012, observed("全国微博用户3.09亿人", { id: "a", timePeriod: "2012" }))], gives: [["differs", "2.81亿人−3.09亿人，即减少2800万人；所称减少3783万人：不一致"]] },
    { shows: "a name that many figures have is not looked for in other years", sentences: [[observed("用户300人", { timePeriod: "2013" }), changed("比上年增加60人", { indicator: "用户", timePeriod: "2013" })]], earlier: [before(2012, observed("用户200人", { id: "a", timePeriod: "2012" }))], gives: [] },
    { shows: "change and growth side by side", sentences: [[observed("微博用户2.81亿人"), changed("比上年减少2783万人", { indicator: "微博用户" }), changed("下降9.0%", { indicator: "微博用户" })]], gives: [["agrees", "2.81亿人比上期减少2783万人，上期为3.0883亿人，即下降9.01%；所称下降9.0%：一致"]] },
    { shows: "places in a ranking: fewer is higher", sentences: [[observed("排名第78位", { unit: "位", measure: "rank", indicator: "国家排名", value: 78, timePeriod: "2012" }), changed("比2010年下降6位", { unit: "位", indicator: "国家排名", timePeriod: "2012" })]], earlier: [before(2010, observed("排名第72位", { id: "a", unit: "位", value: 72, measure: "rank", indicator: "国家排名", timePeriod: "2010" }))], gives: [["agrees", "由第72位到第78位，即下降6位；所称下降6位：一致"]] },
    { shows: "what a year added", sentences: [[observed("网民规模5.64亿人", { timePeriod: "2012-12-31" })], [observed("新增网民6090万人", { timePeriod: "2012" })]], earlier: [before(2011, observed("网民规模5.13亿人", { id: "a", timePeriod: "2011-12-31" }))], gives: [["differs", "5.64亿人−5.13亿人=5100万人；所称新增6090万人：不一致"]] },
    { shows: "growth of money at constant prices is left alone", sentences: [[observed("工业增加值110亿元", { timePeriod: "2013" }), changed("比上年增长8%", { indicator: "工业增加值", timePeriod: "2013" })]], earlier: [before(2012, observed("工业增加值100亿元", { id: "a", timePeriod: "2012" }))], gives: [] },
    { shows: "a mean of years is no growth between two levels", sentences: [[observed("平台300个", { timePeriod: "2013" }), changed("比2010年年均增长20%", { indicator: "平台", timePeriod: "2013" })]], earlier: [before(2010, observed("平台200个", { id: "a", timePeriod: "2010" }))], gives: [] },
  ],
  run: (facts, context) => [...added(facts, context), ...sentencesOf(facts, context.texts).flatMap(({ said }) => said.flatMap((growth, i): Comparison[] => {
    if (!isPlain(growth)) return [];
    const level = said.slice(0, i).findLast(({ fact }) => fact.measure === "level" || fact.measure === "rank");
    return level ? againstSentence(level, said, i) ?? againstEarlier(growth, facts, context, said.slice(0, i)) : againstEarlier(growth, facts, context, []);
  }))],
};

/** 新增网民 of a year: as many as 网民规模 at its end has more than at the end of the year before. */
function added(facts: readonly Fact[], { earlier }: CheckContext): Comparison[] {
  return facts.filter(isObservation).flatMap((o): Comparison[] => {
    const of = /^新增(?<of>\p{Script=Han}{2,8})$/u.exec(nameOf(o))?.groups?.["of"];
    const year = yearOf(o.timePeriod);
    if (of === undefined || year === null || o.measure !== "level") return [];
    const ends = [year, year - 1].map((end) => {
      const levels = ["规模", "总数", "数"].flatMap((whole) => levelsOf({ ...o, subject: null, members: [], indicator: `${of}${whole}` }, end, o.unit, facts, earlier));
      return levels.length === 1 ? levels[0]! : null;
    });
    const [now, then] = ends;
    if (!now || !then) return [];
    const outcome = against(minus(intervalOf(now), intervalOf(then)), intervalOf(o));
    return [{ outcome, facts: [o, now, then], arithmetic: `${printed(now)}−${printed(then)}=${like(o, now.value - then.value)}${o.unit}；所称新增${printed(o)}：${conclusion(outcome)}`, computed: changeOver(now, then, o) }];
  });
}

/** A growth in per cent, or a change in the unit of a level; 百分点 is shareChange's. */
const isPlain = ({ fact, lead }: Said) => ((fact.measure === "growth" && fact.unit === "%") || (fact.measure === "change" && fact.unit !== "百分点")) && !NOT_PLAIN.test(lead) && !NOT_PLAIN.test(fact.text);

/** 比…的 before a figure: it is what the one before it is measured against. */
const isBase = ({ fact, lead }: Said) => fact.measure === "level" && /^[，、；]?(?:比|较|与)/u.test(lead) && /的[\d.]+/u.test(lead);

/** Level, 比 base, growth; or level, change, growth: all in one sentence, one after the other. Null where it tells neither. */
function againstSentence(level: Said, said: readonly Said[], i: number): Comparison[] | null {
  const growth = said[i]!, last = said[i - 1], first = said[i - 2];
  if (!last) return null;
  if (isBase(last) && first?.fact.measure === "level" && first.fact.unit === last.fact.unit && (growth.fact.unit === "%" || growth.fact.unit === first.fact.unit)) return [grew(first.fact, last.fact, growth.fact)];
  const isChange = last.fact.measure === "change" && isPlain(last) && last.fact.unit === level.fact.unit;
  if (!isChange || first?.fact !== level.fact || level.fact.measure !== "level" || growth.fact.measure !== "growth" || !namesAlike(level.fact, last.fact) || !namesAlike(last.fact, growth.fact) || /比|较/u.test(growth.lead)) return null;
  return [grewBy(level.fact, last.fact, growth.fact)];
}

const namesAlike = (a: Observation, b: Observation) => nameOf(a) === nameOf(b);

/** Against the level of the year before, of this edition or an earlier one. */
function againstEarlier({ fact: growth, lead }: Said, facts: readonly Fact[], { earlier }: CheckContext, said: readonly Said[]): Comparison[] {
  const year = baseYearOf(growth, lead);
  const now = said.findLast(({ fact }) => fact.measure !== "growth" && fact.measure !== "change" && namesAlike(fact, growth))?.fact;
  if (!now || year === null || year === yearOf(now.timePeriod) || nameOf(now).length < 4 || (now.unit.endsWith("元") && REAL.test(nameOf(now)))) return [];
  if (growth.measure === "change" && growth.unit !== now.unit) return [];
  const then = levelsOf(now, year, now.unit, facts, earlier);
  return then.length === 1 && then[0]!.value > 0 && then[0]!.measure === now.measure ? [grew(now, then[0]!, growth)] : [];
}

/** A level, the level before it, and the growth or change claimed. */
export function grew(now: Observation, then: Observation, claim: Observation): Comparison {
  const [a, b] = [intervalOf(now), intervalOf(then)];
  const compared: Comparison["facts"] = [claim, now, then];
  if (now.measure === "rank") {
    const climb = then.value - now.value;
    const outcome = climb === claim.value ? "agrees" : "differs";
    return { outcome, facts: compared, arithmetic: `由第${then.value}位到第${now.value}位，即${climb < 0 ? "下降" : "上升"}${Math.abs(climb)}位；所称${claim.value < 0 ? "下降" : "上升"}${Math.abs(claim.value)}位：${conclusion(outcome)}`, computed: changeOver(then, now, claim) };
  }
  if (claim.measure === "change") {
    const outcome = against(minus(a, b), intervalOf(claim));
    const change = now.value - then.value;
    return { outcome, facts: compared, arithmetic: `${printed(now)}−${printed(then)}，即${change < 0 ? "减少" : "增加"}${like(claim, Math.abs(change))}${claim.unit}；所称${claim.value < 0 ? "减少" : "增加"}${printed(claim)}：${conclusion(outcome)}`, computed: changeOver(now, then, claim) };
  }
  const outcome = against(growthOf(a, b), intervalOf(claim));
  const times = (now.value / then.value) * 100;
  return { outcome, facts: compared, arithmetic: `${printed(now)}÷${printed(then)}=${rounded(times)}%，即${moved(times - 100)}；所称${claim.value < 0 ? "下降" : "增长"}${printed(claim)}：${conclusion(outcome)}`, computed: growthOver(now, then, claim) };
}

/** A level, its change and its growth: the level before is the one less the other. */
function grewBy(now: Observation, change: Observation, claim: Observation): Comparison {
  const then = now.value - change.value;
  const outcome = then <= 0 ? "cannot tell" : against(byChange(now, change), intervalOf(claim));
  return { outcome, facts: [claim, now, change], arithmetic: `${printed(now)}比上期${change.value < 0 ? "减少" : "增加"}${printed(change)}，上期为${like(now, then)}${now.unit}，即${moved((change.value / then) * 100)}；所称${claim.value < 0 ? "下降" : "增长"}${printed(claim)}：${conclusion(outcome)}` };
}

/** Growth from a level and its change: c ÷ (l − c) grows with c and falls with l. */
function byChange(now: Observation, change: Observation) {
  const [l, c] = [intervalOf(now), intervalOf(change)];
  const ends = [l.low, l.high].flatMap((level) => [c.low, c.high].map((by) => (by / (level - by)) * 100));
  return { low: Math.min(...ends), high: Math.max(...ends), firm: l.firm && c.firm };
}

const moved = (percent: number) => `${percent < 0 ? "下降" : "增长"}${rounded(Math.abs(percent))}%`;
