/** partsTotal: what a text says to be the parts of a total, added up, against the total. */
import { rollup } from "d3-array";
import type { EarlierYear } from "../../schemas/edition.ts";
import type { Fact, Observation } from "../../schemas/fact.ts";
import { sumOver } from "./computed.ts";
import { before, changed, observed } from "./example.ts";
import { against, conclusion, intervalOf, like, minus, printed, sumOf, type Interval } from "./interval.ts";
import { isObservation, type Check, type Comparison } from "./rule.ts";
import { nameOf } from "./same.ts";
import { sentencesOf, type Said } from "./sentences.ts";
import { ALL_PARTS, isWhole, SOME_PARTS } from "./wholes.ts";

/** 共85737个, 合计117个 right before the figure: the sum of what stands before it. */
const SUM = /^[，、；]?(?:[一二两三四]者|[两三四]批|[两三四]项)?(?:合计|共计|总计|总共|一共|共|加起来)(?:有|为|是)?[\d.]+[万亿]*[^\d，、；]{0,4}$/u;

/** What does not add up: ratios, ages, prices for each. */
const RATIO = /^(?:[%‰倍岁度番]|百分点|.*\/.*)$/u;

/** A mean is no part of a total. */
const MEAN = /人均|户均|平均|日均|月均|均价|每/u;

interface Claim {
  readonly total: Observation;
  readonly parts: readonly Observation[];
  /** The text says that these are all, or an earlier edition had the same parts make the total. */
  readonly complete: boolean;
}

export const partsTotal: Check = {
  name: "parts-total",
  title: "分项之和与总数",
  titleEn: "Parts against their total",
  compares: "figures told as the parts of one (其中…, 包括…, …中, or …，共N), added up, with it, within rounding; parts after 其中 may leave something out, unless they are a whole (男、女) or made the total in an earlier edition",
  severity: "warning",
  examples: [
    { shows: "parts that make the total", sentences: [[observed("微博总数9050个"), observed("其中机构微博6020个"), observed("、干部微博3030个")]], gives: [["agrees", "6020个+3030个=9050个；总数9050个：一致"]] },
    { shows: "parts of a whole, one short", sentences: [[observed("微博总数9051个"), observed("其中机构微博6020个"), observed("、干部微博3030个")]], gives: [["differs", "6020个+3030个=9050个；总数9051个：不一致，相差1个"]] },
    { shows: "rounded parts may miss the last digit", sentences: [[observed("网民1.2亿人"), observed("其中城镇网民0.84亿人"), observed("农村网民0.32亿人")]], gives: [["agrees", "0.84亿人+0.32亿人=1.16亿人；总数1.2亿人：一致（在四舍五入之内）"]] },
    { shows: "其中 may leave parts out: nothing to compare", sentences: [[observed("网站800个"), observed("其中英文网站60个"), observed("、日文网站12个")]], gives: [] },
    { shows: "one part alone over its total", sentences: [[observed("网站800个"), observed("其中英文网站860个")]], gives: [["differs", "分项860个；总数800个：不一致，分项大于总数"]] },
    { shows: "rates of parts do not add up to the rate of all", sentences: [[observed("合格率88.6%"), observed("其中部门网站合格率95.2%")]], gives: [] },
    { shows: "parts that overlap may go over", sentences: [[observed("用户620个"), observed("其中学生用户500个"), observed("、夜间用户170个")]], gives: [["cannot tell", "500个+170个=670个；总数620个：合计大于总数，文中未说各项是否互有重叠"]] },
    { shows: "包括 names all", sentences: [[observed("试点90个"), observed("包括37个"), observed("、50个"), observed("、13个")]], gives: [["differs", "37个+50个+13个=100个；总数90个：不一致，相差10个"]] },
    { shows: "a sum told after its parts", sentences: [[observed("首批40个"), observed("第二批25个"), observed("共66个")]], gives: [["differs", "40个+25个=65个；总数66个：不一致，相差1个"]] },
    { shows: "the same parts made the total a year before", sentences: [[observed("平台总数60个"), observed("其中东片平台25个", { indicator: "东片平台" }), observed("西片平台36个")]], earlier: [before(2012, observed("平台总数50个", { id: "a" }), observed("东片平台20个", { id: "b" }), observed("西片平台30个", { id: "c" }))], gives: [["differs", "25个+36个=61个；总数60个：不一致，相差1个"]] },
    { shows: "the total stands in the sentence before", sentences: [[observed("单位网站70.2万个")], [observed("单位网站中企业网站60.1万个"), observed("事业单位网站6.0万个"), observed("政府网站3.1万个"), observed("社会团体网站1.0万个")]], gives: [["agrees", "60.1万个+6.0万个+3.1万个+1.0万个=70.2万个；总数70.2万个：一致"]] },
    { shows: "growth between parts is passed over", sentences: [[observed("总额358.9亿元"), observed("其中出口312.4亿元"), changed("增长7.7%"), observed("进口46.5亿元")]], gives: [["agrees", "312.4亿元+46.5亿元=358.9亿元；总数358.9亿元：一致"]] },
  ],
  run: (facts, { texts, earlier }) => sentencesOf(facts, texts).flatMap(({ said, text, document }) => {
    const levels = said.filter(({ fact }) => fact.measure === "level" && !RATIO.test(fact.unit));
    const claims = [...underTotal(levels, earlier), ...summedUp(levels), ...underHeading(text, document, levels, facts)];
    return claims.flatMap(compared);
  }),
};

/** Total, then 其中 or 包括 and parts of its unit. */
function underTotal(levels: readonly Said[], earlier: readonly EarlierYear[]): Claim[] {
  return levels.flatMap(({ fact: total }, i): Claim[] => {
    const first = levels[i + 1];
    if (!first || MEAN.test(total.indicator) || !(ALL_PARTS.test(first.lead) || SOME_PARTS.test(first.lead))) return [];
    const all = ALL_PARTS.test(first.lead) && !/等/u.test(levels.at(-1)!.lead);
    const parts = partsFrom(levels.slice(i + 1), total);
    return parts.length === 0 ? [] : [{ total, parts: parts.length > 1 ? closest(parts, total) : parts, complete: all || isWhole(parts.map(fullName)) || madeItBefore(parts, total, earlier) }];
  });
}

/** Parts, then 共 or 合计 and a figure of their unit. */
function summedUp(levels: readonly Said[]): Claim[] {
  return levels.flatMap(({ fact: total, lead }, i): Claim[] => {
    if (!SUM.test(lead)) return [];
    const parts = levels.slice(0, i).map(({ fact }) => fact).filter((fact) => fact.unit === total.unit && !MEAN.test(fact.indicator));
    return parts.length < 2 || parts.length < i ? [] : [{ total, parts, complete: /合计|共计|总计|总共|一共|共/u.test(lead) }];
  });
}

/** 单位网站中，…: the total is the last figure of that name before. */
function underHeading(text: string, document: string, levels: readonly Said[], facts: readonly Fact[]): Claim[] {
  const name = /^(?<whole>[\p{Script=Han}]{2,12}?)中/u.exec(text)?.groups?.["whole"];
  const first = levels[0]?.fact;
  if (!name || !first) return [];
  const total = facts.filter(isObservation).findLast((o) => o.document === document && o.span.start < first.span.start && o.measure === "level" && fullName(o).endsWith(name));
  if (!total || levels.some(({ fact }) => fact === total)) return [];
  const parts = partsFrom(levels, total);
  return parts.length < 2 ? [] : [{ total, parts: closest(parts, total), complete: isWhole(parts.map(fullName)) }];
}

/** The run of figures of the total's unit; another 其中, ； or a mean ends it. */
function partsFrom(levels: readonly Said[], total: Observation): Observation[] {
  const parts: Observation[] = [];
  for (const [i, { fact, lead }] of levels.entries()) {
    if (fact.unit !== total.unit || MEAN.test(fact.indicator) || /累计|新增/u.test(lead) || (i > 0 && /[；。]|其中|共/u.test(lead))) break;
    parts.push(fact);
  }
  return parts;
}

/** As many of the first parts as make the total: what follows them may be another matter. All, where none do. */
function closest(parts: readonly Observation[], total: Observation): readonly Observation[] {
  for (let n = 2; n <= parts.length; n++) if (fits(parts.slice(0, n), total)) return parts.slice(0, n);
  return parts;
}

const fits = (parts: readonly Observation[], total: Observation) => against(sumOf(parts.map(intervalOf)), intervalOf(total)) === "agrees";

const fullName = (o: Observation) => `${o.subject ?? ""}${o.indicator}`;

/** An earlier edition's figures of the same names added up. */
function madeItBefore(parts: readonly Observation[], total: Observation, earlier: readonly EarlierYear[]): boolean {
  return earlier.some(({ facts }) => {
    const values = rollup(facts.filter(isObservation).filter(({ measure }) => measure === "level"), (same) => same[0]!, nameOf);
    const then = [total, ...parts].map((o) => values.get(nameOf(o)));
    if (!then.every((o) => o !== undefined)) return false;
    return fits(then.slice(1), then[0]!);
  });
}

function compared({ total, parts, complete }: Claim): Comparison[] {
  const sum = sumOf(parts.map(intervalOf));
  const whole = intervalOf(total);
  const value = parts.reduce((all, part) => all + part.value, 0);
  const outcome = against(sum, whole);
  const head = parts.length === 1 ? `分项${printed(parts[0]!)}；总数${printed(total)}` : `${parts.map(printed).join("+")}=${like(total, value)}${total.unit}；总数${printed(total)}`;
  const say = (told: Comparison["outcome"], words: string): Comparison[] => [{ outcome: told, facts: [total, ...parts], arithmetic: `${head}：${words}`, computed: sumOver(parts, total) }];
  const off = `，相差${like(total, Math.abs(total.value - value))}${total.unit}`;
  if (parts.length === 1) return sum.low > whole.high && parts[0]!.value > total.value ? say("differs", "不一致，分项大于总数") : [];
  if (outcome === "agrees") return say("agrees", `一致${Math.abs(value - total.value) > 1e-6 * total.value ? "（在四舍五入之内）" : ""}`);
  if (outcome === "cannot tell") return complete ? say(outcome, conclusion(outcome)) : [];
  if (complete) return say("differs", `不一致${off}`);
  if (parts.some((part) => intervalOf(part).low > whole.high)) return say("differs", "不一致，有分项大于总数");
  if (sum.low > whole.high) return !sum.firm || !whole.firm ? [] : say("cannot tell", "合计大于总数，文中未说各项是否互有重叠");
  return isClose(sum, whole) ? say("cannot tell", `相差${like(total, total.value - value)}${total.unit}，文中未说各项是否列全`) : [];
}

/** So little is left over that a misprint is likelier than a part left out. */
const isClose = (sum: Interval, whole: Interval) => minus(whole, sum).low < whole.high * 0.01;
