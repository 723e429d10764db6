/** Quantities of a passage: number, unit, qualifier. Not here: what is measured. Forms of numbers after GB/T 15835—2011. */
import type { Qualifier } from "../../schemas/fact.ts";
import { exclusionOf } from "./no-quantity.ts";
import { NUMBER, halfWidth, parseNumber } from "./numerals.ts";
import type { Told } from "./rule.ts";
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
  /** The rule that read it. */
  readonly rule: string;
}

/** A quantity before it has its rule's name. */
type Read = Omit<Quantity, "rule">;

const BEFORE: readonly [string, Qualifier][] = [
  ["不低于", "atLeast"], ["不少于", "atLeast"], ["至少", "atLeast"], ["最少", "atLeast"], ["不超过", "atMost"], ["不高于", "atMost"], ["不多于", "atMost"], ["至多", "atMost"], ["最多", "atMost"],
  ["接近", "nearly"], ["将近", "nearly"], ["近", "nearly"], ["大约", "about"], ["约为", "about"], ["约", "about"],
  ["超过", "over"], ["超出", "over"], ["突破", "over"], ["跨上", "over"], ["迈上", "over"], ["跨越", "over"], ["跃上", "over"], ["高于", "over"], ["多于", "over"], ["逾", "over"], ["超", "over"], ["上", "over"],
  ["不足", "under"], ["不到", "under"], ["低于", "under"], ["少于", "under"],
];
const AFTER: readonly [string, Qualifier][] = [["及以上", "atLeast"], ["以上", "atLeast"], ["及以下", "atMost"], ["以下", "atMost"], ["以内", "atMost"], ["之内", "atMost"], ["左右", "about"], ["上下", "about"], ["有余", "over"], ["多", "over"], ["余", "over"]];
const qualifierOf = (table: readonly [string, Qualifier][], word: string | undefined): Qualifier | undefined => table.find(([w]) => w === word)?.[1];
const alternation = (words: readonly string[]) => words.map((w) => w.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)).join("|");

const BEFORE_WORDS = alternation(BEFORE.map(([word]) => word));
const AFTER_WORDS = alternation(AFTER.map(([word]) => word));

/** Units that no list need name. 个百分点 comes before 个. */
const ALWAYS = ["个百分点", "百分点", "%", "‰"];

/** A territory or an office after a number is part of a name (九市一区) or the thing counted (18个市: 个 is the unit); a span of time is no quantity, nor is an ordinal of meetings. */
const NOT_COUNTED = /^(?:个?(?:省|市|县|区|乡|镇|村|州|省份|省市|省区市|省区|城市|部门|单位|网站)|个?[年月日天周]|个?小时|个?工作日|分钟|秒|成|届|轮|步|点|章|度|字|页|条线路|站)$/u;
const readers = new Map<string, QuantityReader>();

/** Quantities of a text, in order. `noted` hears of each figure that is none, and by which rule. */
export type QuantityReader = (text: string, noted?: Noted) => Quantity[];
type Noted = (exclusion: string) => void;

/** A reader for a register's units. The patterns are built once.
 *
 * units   units and measure words, in any order; those that official prose uses everywhere are known */
export function quantityReader(units: readonly string[]): QuantityReader {
  const key = units.join(" ");
  const known = readers.get(key);
  if (known) return known;
  const all = [...new Set([...ALWAYS, ...[...units, ...MEASURING, ...COUNTING].filter((u) => !NOT_COUNTED.test(u)).sort((a, b) => b.length - a.length)])];
  const patterns = patternsFor(alternation(all));
  const reader: QuantityReader = (text, noted = () => {}) => {
    const plain = halfWidth(text);
    return quantityRules.flatMap(({ name, read }) => read(plain, patterns, noted).map((quantity) => ({ ...quantity, rule: name }))).sort((a, b) => a.start - b.start || b.end - a.end).filter(apart());
  };
  readers.set(key, reader);
  return reader;
}

/** A way of writing a quantity. Where two read the same characters, the one that begins first stands, then the longer. */
export interface QuantityRule extends Told {
  readonly read: (text: string, patterns: Patterns, noted: Noted) => Read[];
}

export const quantityRules: readonly QuantityRule[] = [
  {
    name: "half", says: "一半, 半数, 过半: half of the whole, in per cent",
    read: halves,
    examples: { 超过一半的村: ["over 50 %"], 近半农户: ["nearly 50 %"], 过半学校: ["over 50 %"] }, leaves: ["过半数通过", "近半年来"],
  },
  {
    name: "part", says: "三分之二: a part of the whole, in per cent",
    read: parts,
    examples: { 五分之二的农户: ["40 %"], 超过四分之三: ["over 75 %"] }, leaves: ["百分之六", "二分之三"],
  },
  {
    name: "tenths", says: "七成, 三成五, 两到三成: tenths, in per cent",
    read: tenths,
    examples: { 覆盖面在七成以上: ["atLeast 70 %"], 近三成五的农户: ["nearly 35 %"], 降价两到三成: ["range 20–30 %"] }, leaves: ["成三成功", "七成熟"],
  },
  {
    name: "fold", says: "翻一番: doublings",
    read: folds,
    examples: { 总产值翻两番: ["2 番"], 翻了一番多: ["over 1 番"] }, leaves: ["翻几番"],
  },
  {
    name: "rank", says: "居第4位, 列首位, 排名前三: a place in an order",
    read: ranks,
    examples: { 居全市第6位: ["6 位"], 列全省首位: ["1 位"], 位居全国前三: ["atMost 3 位"] }, leaves: ["稳居第一梯队", "成为第一产业", "居首批"],
  },
  {
    name: "figure", says: "a number with its unit, its multiplier and the qualifiers before and after it; ranges; units that stand with the last of a row",
    read: figures,
    examples: {
      "接待约28.6万人次": ["about 286000 人次"], 一万五千亿元: ["1500000000000 元"], "降低5%—20%": ["range 5–20 %"], "3到5万户": ["range 30000–50000 户"],
      百分之六点五: ["6.5 %"], 千分之三: ["3 ‰"], "高2.7、3个百分点": ["2.7 百分点", "3 百分点"], "限值35微克/立方米": ["35 微克/立方米"],
      "帮扶4.2万脱贫人口": ["42000 人"], 两千余人: ["over 2000 人"],
    },
    leaves: ["2013年9月12日", "九市一区"],
  },
];

/** Keeps what does not overlap what was kept before it. */
function apart(): (q: Quantity) => boolean {
  let end = 0;
  return (q) => {
    if (q.start < end) return false;
    end = q.end;
    return true;
  };
}

export interface Patterns { readonly figure: RegExp; readonly shared: RegExp }

function patternsFor(unit: string): Patterns {
  const before = `(?<before>${BEFORE_WORDS})?(?:了)?`;
  const after = `(?<after>${AFTER_WORDS})?`;
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
function halves(text: string): Read[] {
  return [...text.matchAll(/(?<before>超过|接近|近|不足|不到|约|逾)?(?:一半|(?<!过)半数|对半)(?<after>以上|左右)?|(?<over>过半)(?!数)|(?<near>近半)(?!年|个|天|世)/gu)].map((match) => {
    const { before, after, over, near } = match.groups!;
    return { start: match.index, end: match.index + match[0].length, value: 50, unit: "%", rank: false, qualifier: over ? "over" : near ? "nearly" : qualifierOf(AFTER, after) ?? qualifierOf(BEFORE, before) ?? "exact" };
  });
}

/** 三分之二: a part of the whole, in per cent. */
function parts(text: string): Read[] {
  return [...text.matchAll(/(?<before>超过|接近|近|不足|不到|约|逾|超)?(?<of>[二三四五六七八九十]|\d{1,2})分之(?<part>[一二三四五六七八九]|\d{1,2})(?<after>以上|左右|多)?/gu)].flatMap((match) => {
    const { before, of, part, after } = match.groups!;
    const whole = parseNumber(of!), share = parseNumber(part!);
    if (!whole || share === null || share >= whole) return [];
    return [{ start: match.index, end: match.index + match[0].length, value: (100 * share) / whole, unit: "%", rank: false, qualifier: qualifierOf(AFTER, after) ?? qualifierOf(BEFORE, before) ?? "exact" }];
  });
}

/** 七成, 三成五: tenths of the whole. */
function tenths(text: string): Read[] {
  const digit = "[一二两三四五六七八九1-9]";
  const pattern = new RegExp(`(?<before>${BEFORE_WORDS})?(?<![\\d.第几数])(?:(?<low>${digit})成?(?:到|至|—))?(?<last>${digit})成(?<rest>[一二三四五六七八九半])?(?<after>${AFTER_WORDS})?(?![立员功为都长绩果效本品份分交套熟型像语就])`, "gu");
  return [...text.matchAll(pattern)].map((match) => {
    const { before, low, last, rest, after } = match.groups as Record<string, string | undefined>;
    const upper = 10 * parseNumber(last!)! + (rest === "半" ? 5 : rest ? parseNumber(rest)! : 0);
    const span = { start: match.index, end: match.index + match[0].length, unit: "%", rank: false } as const;
    return low ? { ...span, value: 10 * parseNumber(low)!, valueHigh: upper, qualifier: "range" } : { ...span, value: upper, qualifier: qualifierOf(AFTER, after) ?? qualifierOf(BEFORE, before) ?? "exact" };
  });
}

/** 翻一番, 翻了两番: doublings. */
function folds(text: string): Read[] {
  return [...text.matchAll(/(?<before>超过|近|约)?翻(?:了)?(?<times>[一两二三四五]|\d)番(?<more>多|以上)?/gu)].map((match) => ({
    start: match.index, end: match.index + match[0].length, value: parseNumber(match.groups!["times"]!)!, unit: "番", rank: false, qualifier: qualifierOf(AFTER, match.groups!["more"]) ?? qualifierOf(BEFORE, match.groups!["before"]) ?? "exact",
  }));
}

/** 居第4位, 排名第三, 居首位, 居前三. */
function ranks(text: string): Read[] {
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

function figures(text: string, { figure, shared }: Patterns, noted: Noted): Read[] {
  return [...text.matchAll(figure)].flatMap((match) => {
    const { before, words, low, high, more, scale, unit: said, after } = match.groups! as Record<string, string | undefined>;
    const lowAt = match.index + match[0].indexOf(low!, (before?.length ?? 0) + (words?.length ?? 0));
    const end = match.index + match[0].length;
    // 从10%到20% is two levels, not a range: then the first stands alone
    const isTurn = high !== undefined && /[从由自](?:[^，、]{0,4})$/u.test(text.slice(Math.max(0, match.index - 6), match.index)) && /[到至]/u.test(match[0]);
    const unit = said ?? sharedUnit(text, end, shared) ?? countedUnit(text, end, low! + (scale ?? ""), lowAt, after);
    const exclusion = exclusionOf({ text, at: lowAt, number: low!, end, unit, before, more, after });
    if (exclusion !== undefined) {
      noted(exclusion);
      return [];
    }
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
