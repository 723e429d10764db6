/** Quantities of a passage: number, unit, qualifier. Not here: what is measured. Forms of numbers after GB/T 15835—2011. */
import type { Qualifier } from "../../schemas/fact.ts";
import { NUMBER, halfWidth, parseNumber } from "./numerals.ts";
import { COUNTING, MEASURING } from "./units.ts";

export interface Quantity {
  /** Offsets into the passage, qualifiers included. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly valueHigh?: number;
  readonly qualifier: Qualifier;
  /** Without 万 and 亿. */
  readonly unit: string;
  /** 居第4位: a place in an order. */
  readonly rank: boolean;
}

const BEFORE: readonly [string, Qualifier][] = [
  ["不低于", "atLeast"], ["不少于", "atLeast"], ["至少", "atLeast"], ["最少", "atLeast"], ["不超过", "atMost"], ["不高于", "atMost"], ["不多于", "atMost"], ["至多", "atMost"], ["最多", "atMost"],
  ["接近", "nearly"], ["将近", "nearly"], ["近", "nearly"], ["大约", "about"], ["约为", "about"], ["约", "about"],
  ["超过", "over"], ["超出", "over"], ["突破", "over"], ["跨上", "over"], ["迈上", "over"], ["跨越", "over"], ["跃上", "over"], ["高于", "over"], ["多于", "over"], ["逾", "over"], ["超", "over"], ["上", "over"],
  ["不足", "under"], ["不到", "under"], ["低于", "under"], ["少于", "under"],
];
const AFTER: readonly [string, Qualifier][] = [["及以上", "atLeast"], ["以上", "atLeast"], ["及以下", "atMost"], ["以下", "atMost"], ["以内", "atMost"], ["之内", "atMost"], ["左右", "about"], ["上下", "about"], ["有余", "over"], ["多", "over"], ["余", "over"]];
const qualifierOf = (table: readonly [string, Qualifier][], word: string | undefined): Qualifier | undefined => table.find(([w]) => w === word)?.[1];
const alternation = (words: readonly string[]) => words.map((w) => w.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)).join("|");

/** Units that no list need name. 个百分点 comes before 个. */
const ALWAYS = ["个百分点", "百分点", "%", "‰"];

/** A territory or an office after a number is part of a name (九市一区) or the thing counted (18个市: 个 is the unit); a span of time is no quantity, nor is an ordinal of meetings. */
const NOT_COUNTED = /^(?:个?(?:省|市|县|区|乡|镇|村|州|省份|省市|省区市|省区|城市|部门|单位|网站)|个?[年月日天周]|个?小时|个?工作日|分钟|秒|届|轮|步|点|章|度|字|页|条线路|站)$/u;
const readers = new Map<string, QuantityReader>();

export type QuantityReader = (text: string) => Quantity[];

/** A reader for a register's units. The patterns are built once.
 *
 * units   units and measure words, in any order; those that official prose uses everywhere are known */
export function quantityReader(units: readonly string[]): QuantityReader {
  const key = units.join(" ");
  const known = readers.get(key);
  if (known) return known;
  const all = [...new Set([...ALWAYS, ...[...units, ...MEASURING, ...COUNTING].filter((u) => !NOT_COUNTED.test(u)).sort((a, b) => b.length - a.length)])];
  const patterns = patternsFor(alternation(all));
  const reader: QuantityReader = (text) => {
    const plain = halfWidth(text);
    return [...halves(plain), ...parts(plain), ...folds(plain), ...ranks(plain), ...figures(plain, patterns)].sort((a, b) => a.start - b.start || b.end - a.end).filter(apart());
  };
  readers.set(key, reader);
  return reader;
}

/** Keeps what does not overlap what was kept before it. */
function apart(): (q: Quantity) => boolean {
  let end = 0;
  return (q) => {
    if (q.start < end) return false;
    end = q.end;
    return true;
  };
}

interface Patterns { readonly figure: RegExp; readonly shared: RegExp }

function patternsFor(unit: string): Patterns {
  const before = `(?<before>${alternation(BEFORE.map(([w]) => w))})?(?:了)?`;
  const after = `(?<after>${alternation(AFTER.map(([w]) => w))})?`;
  return {
    figure: new RegExp(
      `${before}(?<words>[百千]分之)?(?<low>${NUMBER})(?:(?:%|‰|个百分点|元)?(?:到|至|—{1,2}|–|-|－|~|～)(?<high>${NUMBER}))?(?<more>余|多|几|来)?(?<scale>[万亿]{0,2})(?<unit>(?:${unit})(?:[/每](?:${unit}|日|年|天|小时|秒))?)?${after}`,
      "gu",
    ),
    // 9.4、5个百分点 · 由7.3增加到10.2万元: the unit stands with the last
    shared: new RegExp(`^(?:(?:、|和|及|提高到|提升到|增加到|增长到|上升到|下降到|减少到|降低到|提高至|提升至|增加至|降至|增至)${NUMBER}){1,6}(?<unit>${unit})`, "u"),
  };
}

/** 一半, 半数, 过半: half of the whole, in per cent. */
function halves(text: string): Quantity[] {
  return [...text.matchAll(/(?<before>超过|接近|近|不足|不到|约|逾)?(?:一半|半数|对半)(?<after>以上|左右)?|(?<over>过半)(?!数)|(?<near>近半)(?!年|个|天|世)/gu)].map((match) => {
    const { before, after, over, near } = match.groups!;
    return { start: match.index, end: match.index + match[0].length, value: 50, unit: "%", rank: false, qualifier: over ? "over" : near ? "nearly" : qualifierOf(AFTER, after) ?? qualifierOf(BEFORE, before) ?? "exact" };
  });
}

/** 三分之二: a part of the whole, in per cent. */
function parts(text: string): Quantity[] {
  return [...text.matchAll(/(?<before>超过|接近|近|不足|不到|约|逾|超)?(?<of>[二三四五六七八九十]|\d{1,2})分之(?<part>[一二三四五六七八九]|\d{1,2})(?<after>以上|左右|多)?/gu)].flatMap((match) => {
    const { before, of, part, after } = match.groups!;
    const whole = parseNumber(of!), share = parseNumber(part!);
    if (!whole || share === null || share >= whole) return [];
    return [{ start: match.index, end: match.index + match[0].length, value: (100 * share) / whole, unit: "%", rank: false, qualifier: qualifierOf(AFTER, after) ?? qualifierOf(BEFORE, before) ?? "exact" }];
  });
}

/** 翻一番, 翻了两番: doublings. */
function folds(text: string): Quantity[] {
  return [...text.matchAll(/(?<before>超过|近|约)?翻(?:了)?(?<times>[一两二三四五]|\d)番(?<more>多|以上)?/gu)].map((match) => ({
    start: match.index, end: match.index + match[0].length, value: parseNumber(match.groups!["times"]!)!, unit: "番", rank: false, qualifier: qualifierOf(AFTER, match.groups!["more"]) ?? qualifierOf(BEFORE, match.groups!["before"]) ?? "exact",
  }));
}

/** 居第4位, 排名第三, 居首位, 居前三. */
function ranks(text: string): Quantity[] {
  const ordinal = /(?<verb>稳居|位居|跃居|高居|居|位列|名列|列(?=第|全|世|前)|排名|排在|排(?=第|全|前)|升至|升到|提升至|提升到|上升至|上升到|跃至|跃升至|攀升至|攀升到|前移至|晋升至|进位至|进入|跻身|成为|为|保持|连续\S{1,4}年)(?<scope>[^，。；：、\d第首前至到]{0,10})(?:第(?<ordinal>\d{1,4}|[一二三四五六七八九十]{1,3})(?<unit>位|名)?(?!产业|方|次|届|批|期|个|类|轮|代|步|季|梯队|方阵|阵营|大|时间|线|责任)|(?<first>首位|榜首|全国首位)|前(?<top>\d{1,3}|[三四五六八十])(?<topUnit>位|名|强)?(?!年|期|季|个|月|述|所|提|列))/gu;
  return [...text.matchAll(ordinal)].flatMap((match) => {
    const { verb, ordinal: place, unit, first, top, topUnit } = match.groups!;
    const end = match.index + match[0].length;
    const isPlace = /居|列|排|[升跃移]|进位/u.test(verb!);
    const closes = end === text.length || /^[，。；、和及的（）]/u.test(text.slice(end));
    if (top ? !(isPlace || /进入|跻身/u.test(verb!)) || !(topUnit || closes) : !first && !unit && !(isPlace && closes)) return [];
    if (/进入|跻身|成为/u.test(verb!) && !top) return [];
    const value = first ? 1 : parseNumber((place ?? top)!);
    return value === null ? [] : [{ start: match.index, end, value, unit: "位", rank: true, qualifier: top ? ("atMost" as const) : ("exact" as const) }];
  });
}

/** Who or what a bare 13.2万 or 510万 counts. */
const COUNTED_NOUNS: readonly [RegExp, string][] = [
  [/^(?:左右|以上)?(?:的)?[^，、。；\d]{0,8}?(?:人口|农民工?|群众|居民|学生|职工|儿童|老人|老年人|村民|党员|干部|师生|员工|妇女|人员|劳动者|人才|毕业生|民众|市民|移民|教师|医生|官兵)/u, "人"],
  [/^(?:左右|以上)?(?:的)?[^，、。；\d]{0,6}?(?:用户|农户|家庭)/u, "户"],
  [/^(?:左右|以上)?(?:的)?[^，、。；\d]{0,6}?(?:企业|市场主体|经营主体|商户)/u, "家"],
];

function figures(text: string, { figure, shared }: Patterns): Quantity[] {
  return [...text.matchAll(figure)].flatMap((match) => {
    const { before, words, low, high, more, scale, unit: said, after } = match.groups! as Record<string, string | undefined>;
    const lowAt = match.index + match[0].indexOf(low!, (before?.length ?? 0) + (words?.length ?? 0));
    const end = match.index + match[0].length;
    // 从10%到20% is two levels, not a range: then the first stands alone
    const isTurn = high !== undefined && /[从由自](?:[^，、]{0,4})$/u.test(text.slice(Math.max(0, match.index - 6), match.index)) && /[到至]/u.test(match[0]);
    const unit = said ?? sharedUnit(text, end, shared) ?? countedUnit(text, end, low! + (scale ?? ""), lowAt, after);
    if (isNoQuantity(text, { at: lowAt, number: low!, end, unit, before, more, after })) return [];
    const sign = words ? (words.startsWith("千") ? "‰" : "%") : unit === "个百分点" || (unit === "个" && /^[、和](?:\d{1,4}(?:\.\d{1,4})?)个百分点/u.test(text.slice(end))) ? "百分点" : unit?.replace(/^个(?=标箱|标准箱|床位)/u, "").replace("每", "/");
    if (sign === undefined) return [];
    const value = parseNumber(low! + (high === undefined ? scale ?? "" : ""));
    const upper = high === undefined ? undefined : parseNumber(high + (scale ?? ""));
    if (value === null || upper === null) return [];
    // 5到10万: the multiplier is the upper number's, and holds for both
    const multiplier = upper !== undefined && !/[十百千万亿]$/u.test(low!) ? /[十百千万亿]+$/u.exec(high! + (scale ?? ""))?.[0] : undefined;
    const lower = multiplier && /^\d/u.test(low!) ? parseNumber(low! + multiplier)! : value;
    if (isTurn) return [{ start: match.index, end, value: upper!, qualifier: qualifierOf(AFTER, after) ?? "exact", unit: sign, rank: false }];
    if (upper !== undefined && upper <= lower) return [];
    const qualifier: Qualifier = upper !== undefined ? "range" : qualifierOf(AFTER, after) ?? (more ? "over" : undefined) ?? qualifierOf(BEFORE, before) ?? "exact";
    return [{ start: match.index, end, value: lower, ...(upper === undefined ? {} : { valueHigh: upper }), qualifier, unit: sign, rank: false }];
  });
}

const sharedUnit = (text: string, end: number, shared: RegExp) => shared.exec(text.slice(end, end + 60))?.groups!["unit"];

/** 13.2万脱贫人口, 人口56万: whom a figure without a unit counts. */
function countedUnit(text: string, end: number, number: string, at: number, after: string | undefined): string | undefined {
  if (!/[万亿]$/u.test(number)) return undefined;
  if (/人口(?:数|总数|数量|为|达|达到|约|约为|近|超过|有|突破){0,2}$/u.test(text.slice(Math.max(0, at - 8), at)) && /^(?:[，。；、（）]|$)/u.test(text.slice(end))) return "人";
  const right = text.slice(end - (after?.length ?? 0), end + 16);
  return COUNTED_NOUNS.find(([noun]) => noun.test(right))?.[1];
}

interface Reading { readonly at: number; readonly number: string; readonly end: number; readonly unit: string | undefined; readonly before: string | undefined; readonly more: string | undefined; readonly after: string | undefined }

/** What a number of a slogan or a principle is followed by: 两个大局, 四项原则. */
const ABSTRACT = /^(?:大局|方面|市场|资源|手段|积极性|关键|原则|主张|问题|文明|体系|目标|阶段|基本|坚持|规定|确保|全面|维护|意识|自信|代表|转变|环节|层面|指标|环境|战略|优势|统筹|根本|不动摇|毫不|认同|必由|务必|敢于|创新|结合|面向|强化|统一|中心|支撑|动力|轮子|主体|循环|公报|联合公报|事实|机遇|挑战|条件|因素|特点|特征|能力|安全|建议|意见|要求|任务|工作|责任|精神|作风|信号|理念|承诺|时期|层次|维度|台阶|新|老|小事|大事|重大|极|更|多(?!功能)|少(?!年)|长(?!廊|途)|字|号|领域|变化|突破|提升|着力|深入|重要|主要|突出|短板|百年|奇迹|倍增|翻番|先行|确定|不|好|同步|健全|有|必须|抓手|补贴|保障|改革|关系|结构性|重点|关心|面|点|层)/u;
const COUNTING_VERB = /(?:建成|建立|设立|新建|新增|新设|设有|设|拥有|有|共|辖|下辖|制定|编制|编写|起草|发布|出台|印发|完成|举办|召开|举行|开展|开通|批准|授予|获得?|荣获|造成|致|等|约|达到?|为|批|创建|打造|培育|认定|建设|引进|落户|入选|成为|超过|近|增加|减少|建|投产|投运|竣工|生产|发生|全国|新|首批|[、和])(?:了)?$/u;

/** Numbers that are names, dates, ordinals, durations, or vague. */
function isNoQuantity(text: string, { at, number, end, unit, before, more, after }: Reading): boolean {
  const left = text.slice(Math.max(0, at - (before?.length ?? 0) - 8), at - (before?.length ?? 0));
  const near = text.slice(Math.max(0, at - 3), at);
  const right = text.slice(end, end + 10);
  const han = !/^\d/u.test(number);
  const value = parseNumber(number) ?? 0;
  if (near.endsWith("第") || /[A-Za-z]-?$/u.test(near) || /^[a-z]/iu.test(right)) return true;
  if (/[\d.] ?$/u.test(near) || /[〔［[]$/u.test(near)) return true; // the rest of a figure that was not read
  if (/[“‘]$/u.test(near) && (han || /^[^”’]{0,12}[”’]/u.test(right))) return true; // “四个农业”
  if (han && /^[一零〇]$/u.test(number) && !/^[千公]/u.test(unit ?? "")) return true; // 一个整体, 一次
  if (/[几数]$/u.test(near) && han) return true;
  if (han && /^[十百千万亿]+$/u.test(number) && number !== "十" && !more && !before) return true; // 千万, 万亿 as words
  if (before === "上" && !(han && /^[十百千万亿]+$/u.test(number))) return true; // 上百: more than; 上2 is none
  if (han && unit === "位" && right.startsWith("一体")) return true; // 三位一体
  if (/^(?:月|多月|小时|季度|年头|工作日|昼夜|交易日|百年|五年)/u.test(right) && unit === "个") return true; // 24个月: how long it lasted
  if (unit === "个" && /^(?:[十百千万亿]+元?)(?:大关|台阶)/u.test(right)) return true; // 3个万亿元大关
  if (/^(?:数(?!据|字)|制|型|版|级(?!重点|以上))/u.test(right) && unit !== "%") return true; // 两位数, 3人制, 30万吨级
  if (/^(?:范围|半径|高空|水深|开外|远|长跑|赛跑|跑)/u.test(right) && MEASURING.includes(unit ?? "")) return true;
  if (/^(?:内(?!外)|以内)/u.test(right) && /^(?:米|公里|千米)$/u.test(unit ?? "")) return true;
  if (unit === "个" && after === undefined && /^(?:以上|以下)?[年月]/u.test(right)) return true;
  if (/[这那此该另每前后上下各同任]$/u.test(left) && /^(?:个|种|项|点|件|条|类|次|位|名|批|期|家|人)$/u.test(unit ?? "") && value < 100 && !before) return true; // 这3个, 每3人
  if (isBound(text, end, unit, before, after)) return true;
  if (/^(?:期|届|次|章|节|级|路|批|款|队|班|首|门|集)$/u.test(unit ?? "") && (han || /^(?:工程|项目|会议|全会|全体|建设|规划)/u.test(right)) && value < 100) return true; // 二期工程
  if (han && value <= 20 && more === undefined && /^(?:个|种|项|点|件|条|类|次|位|名|场|部|面|张|支|本|对|块|组|道|方|里|口|头|级|石|升|股|路|国)$/u.test(unit ?? "")) {
    if (ABSTRACT.test(right) || /^[^，、。]{0,8}\d/u.test(right)) return true;
    if (!COUNTING_VERB.test(left) && !/^\p{Script=Han}{2,8}(?:标准|项目|平台|企业|城市|基地|中心|园区|机构|学校|县|市|村|镇)/u.test(right)) return true;
  }
  return false;
}

/** 海拔1500米以上农村, 500万元以下项目, 60岁以上老人: the bound of a name, where a noun follows at once. */
function isBound(text: string, end: number, unit: string | undefined, before: string | undefined, after: string | undefined): boolean {
  if (unit === undefined) return false;
  const measures = MEASURING.includes(unit) || unit === "岁" || unit === "座" || unit === "级" || unit === "床";
  const right = text.slice(end, end + 24);
  if (measures && (after === "以上" || after === "以下" || after === "及以上" || after === "及以下") && /^(?:的)?(?!以|水平|目标|用于|支持|增|提|下|上|占|左|等)\p{Script=Han}/u.test(right)) return true;
  if (/^千?伏$/u.test(unit) && /^\p{Script=Han}/u.test(right)) return true; // 500千伏线路
  // 产值超200亿元县2个: said of what is counted after it
  return measures && (before === "超" || before === "超过") && /^(?:的)?\p{Script=Han}{1,10}(?:达到?)?\d{1,6}(?:个|家|户|项|条)/u.test(right);
}
