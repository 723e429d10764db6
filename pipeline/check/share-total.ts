/** shareTotal: shares of one whole, against 100%; a part's share, against part ÷ whole. */
import { group } from "d3-array";
import type { Fact, Observation } from "../../schemas/fact.ts";
import { shareOver, sumOver } from "./computed.ts";
import { observed, shared } from "./example.ts";
import { against, conclusion, intervalOf, percentOf, printed, rounded, sumOf } from "./interval.ts";
import { isObservation, sectionKey, type Check, type Comparison } from "./rule.ts";
import { nameOf } from "./same.ts";
import { sentencesOf, type Said } from "./sentences.ts";
import { isWhole } from "./wholes.ts";

const GOVERNMENTS = { subject: "省级政府" };

/** So near to 100 that shares told together are meant to make it. */
const NEAR = 3;

/** 占总数的, 占74.7%, right after the part: of the figure told first. A noun before 占 makes it another part's. */
const OF_THE_TOTAL = /^[，、（]?占(?:比|其|总数|总量|全部|总额)?(?:的|为|达|比重为|比例为)?(?:约|近|超过)?[\d.]+%$/u;

export const shareTotal: Check = {
  name: "share-total",
  title: "各部分比重之和",
  titleEn: "Shares of one whole against 100%",
  compares: "shares told together in a sentence (分别占…) that come within three points of 100%, or whose holders are the parts of a whole (男、女), with 100%, within rounding; a share right after its part, with part ÷ the total that 其中 follows; 手机网民占比 with 手机网民规模 ÷ 网民规模 of the same text and day; the shares of one section that speak of the same kind of government, by their lower ends, which do not go over 100%",
  severity: "warning",
  examples: [
    { shows: "shares that make the whole within rounding", sentences: [[shared("单位网站占74.7%", { indicator: "单位网站" }), shared("个人网站占25.2%", { indicator: "个人网站" })]], gives: [["agrees", "74.7%+25.2%=99.9%：合100%（在四舍五入之内）"]] },
    { shows: "shares of a whole that do not", sentences: [[shared("单位网站占74.7%", { indicator: "单位网站" }), shared("个人网站占35.2%", { indicator: "个人网站" })]], gives: [["differs", "74.7%+35.2%=109.9%：不合100%"]] },
    { shows: "shares that may overlap are left alone", sentences: [[shared("用即时通信的占86%", { indicator: "即时通信" }), shared("用搜索引擎的占79%", { indicator: "搜索引擎" })]], gives: [] },
    { shows: "a part and its share", sentences: [[observed("网站364.7万个"), observed("其中单位网站272.6万个", { indicator: "单位网站" }), shared("占74.7%", { indicator: "单位网站" })]], gives: [["agrees", "272.6万个÷364.7万个=74.7%；所称74.7%：一致"]] },
    { shows: "a share that its part does not bear out", sentences: [[observed("网站364.7万个"), observed("其中单位网站272.6万个", { indicator: "单位网站" }), shared("占总数的77.4%", { indicator: "单位网站" })]], gives: [["differs", "272.6万个÷364.7万个=74.7%；所称77.4%：不一致"]] },
    { shows: "a share that names its part and, in it, its whole", sentences: [[observed("网民规模5.64亿人", { timePeriod: "2012" }), observed("手机网民规模4.20亿人", { timePeriod: "2012" }), shared("手机网民占比为75.4%", { indicator: "手机网民占比", timePeriod: "2012" })]], gives: [["differs", "4.20亿人÷5.64亿人=74.5%；所称75.4%：不一致"]] },
    { shows: "a share of another part is left alone", sentences: [[observed("人口47.19万人"), observed("其中男性23.38万人"), shared("老年人口占29.7%", { indicator: "老年人口" })]], gives: [] },
    { shows: "governments of one tier, over 100%", sentences: [[shared("60%的省级政府", GOVERNMENTS)], [shared("30%的省级政府", GOVERNMENTS)], [shared("20%的省级政府", GOVERNMENTS)]].map(([o], i) => [{ ...o!, value: [60, 30, 20][i]!, unit: "%" }]), gives: [["differs", "60%+30%+20%，合计110%：超过100%"]] },
  ],
  run: (facts, { texts }) => [...sentencesOf(facts, texts).flatMap(({ said }) => [...together(said), ...partsOver(said)]), ...byName(facts), ...governments(facts.filter(isObservation))],
};

/** The runs of shares of a sentence that are meant to make a whole. */
function together(said: readonly Said[]): Comparison[] {
  const shares = said.filter(({ fact }) => fact.measure === "share" && fact.unit === "%");
  if (shares.length < 2 || shares.slice(1).some(({ lead }) => /[；。]|其中|比上年|同比/u.test(lead))) return [];
  const parts = shares.map(({ fact }) => fact);
  const sum = sumOf(parts.map(intervalOf));
  const value = rounded(parts.reduce((total, o) => total + o.value, 0));
  const whole = isWhole(parts.map((o) => `${o.subject ?? ""}${o.indicator}`));
  if (!sum.firm || new Set(parts.map((o) => `${o.subject ?? ""}${o.indicator}`)).size < parts.length) return [];
  if (!whole && (parts.length < 3 && !/分别/u.test(shares[0]!.lead) || Math.abs(value - 100) > NEAR)) return [];
  const agrees = against(sum, { low: 100, high: 100, firm: true }) === "agrees";
  if (!agrees && whole && value < 100 - NEAR && !/占/u.test(shares[0]!.lead)) return [];
  return [{ outcome: agrees ? "agrees" : "differs", facts: parts as unknown as Comparison["facts"], arithmetic: `${parts.map(printed).join("+")}=${value}%：${agrees ? `合100%${value === 100 ? "" : "（在四舍五入之内）"}` : "不合100%"}`, computed: sumOver(parts, 100) }];
}

/** Total, 其中 part, 占 share. */
function partsOver(said: readonly Said[]): Comparison[] {
  const first = said.findIndex(({ lead }) => /其中/u.test(lead));
  const total = said[first - 1]?.fact;
  if (!total || total.measure !== "level" || total.value <= 0) return [];
  return said.flatMap(({ fact: share, lead }, i): Comparison[] => {
    const part = said[i - 1]?.fact;
    if (i <= first || !part || share.measure !== "share" || share.unit !== "%" || part.measure !== "level" || part.unit !== total.unit || !OF_THE_TOTAL.test(lead) || said.slice(first + 1, i).some((one) => /其中/u.test(one.lead))) return [];
    return [ofWhole(share, part, total)];
  });
}

/** 手机网民占比, with 手机网民规模 and 网民规模 of the same text and day: the share says by its name whose part it is. */
function byName(facts: readonly Fact[]): Comparison[] {
  const levels = facts.filter(isObservation).filter((o) => o.measure === "level" && o.timePeriod !== null);
  return facts.filter(isObservation).flatMap((share): Comparison[] => {
    const part = /^(?<part>\p{Script=Han}{3,8})(?:占比|比重|比例)$/u.exec(nameOf(share))?.groups?.["part"];
    if (part === undefined || share.measure !== "share" || share.unit !== "%") return [];
    const levelOf = (name: string) => {
      const found = levels.filter((o) => o.document === share.document && o.timePeriod === share.timePeriod && [name, `${name}规模`, `${name}总数`, `${name}数`].includes(nameOf(o)));
      return found.length === 1 ? found[0] : undefined;
    };
    const a = levelOf(part);
    const b = Array.from({ length: part.length - 2 }, (_, i) => levelOf(part.slice(i + 1))).find((o) => o !== undefined);
    return a && b && a.unit === b.unit && b.value > 0 ? [ofWhole(share, a, b)] : [];
  });
}

function ofWhole(share: Observation, part: Observation, total: Observation): Comparison {
  const outcome = against(percentOf(intervalOf(part), intervalOf(total)), intervalOf(share));
  return { outcome, facts: [share, part, total], arithmetic: `${printed(part)}÷${printed(total)}=${rounded((part.value / total.value) * 100, 1)}%；所称${printed(share)}：${conclusion(outcome)}`, computed: shareOver(part, total, share) };
}

/** Shares of governments in one section stand for parts of one tier: their lower ends do not go over the whole. */
function governments(observations: readonly Observation[]): Comparison[] {
  const shares = observations.filter((o) => o.measure === "share" && o.unit === "%" && /政府/u.test(o.subject ?? ""));
  return [...group(shares, sectionKey).values()].flatMap((parts): Comparison[] => {
    if (parts.length < 3) return [];
    const sum = rounded(parts.reduce((total, o) => total + o.value, 0), 1);
    const open = parts.some((o) => o.qualifier === "over" || o.qualifier === "atLeast");
    const agrees = sum <= 100;
    return [{ outcome: agrees ? "agrees" : "differs", facts: parts as unknown as Comparison["facts"], arithmetic: `${parts.map(printed).join("+")}，${open ? "至少" : "合计"}${sum}%：${agrees ? "未超过100%" : "超过100%"}` }];
  });
}
