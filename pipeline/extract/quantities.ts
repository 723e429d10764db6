/** Quantities of a passage: number, unit, qualifier. Not here: what is measured. */
import type { Qualifier } from "../../schemas/fact.ts";
import { NUMBER, parseNumber } from "./numerals.ts";

export interface Quantity {
  /** Offsets into the passage, qualifiers included. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly valueHigh?: number;
  readonly qualifier: Qualifier;
  /** Without 万 and 亿. */
  readonly unit: string;
  /** 居第3位: a place in an order. */
  readonly rank: boolean;
}

const BEFORE: readonly [string, Qualifier][] = [
  ["不低于", "atLeast"], ["不少于", "atLeast"], ["至少", "atLeast"], ["不超过", "atMost"], ["不高于", "atMost"], ["不多于", "atMost"], ["至多", "atMost"], ["最多", "atMost"],
  ["接近", "nearly"], ["将近", "nearly"], ["近", "nearly"], ["大约", "about"], ["约为", "about"], ["约", "about"],
  ["超过", "over"], ["超出", "over"], ["突破", "over"], ["跨上", "over"], ["迈上", "over"], ["高于", "over"], ["多于", "over"], ["逾", "over"], ["超", "over"],
  ["不足", "under"], ["不到", "under"], ["低于", "under"], ["少于", "under"],
];
const AFTER: readonly [string, Qualifier][] = [["以上", "atLeast"], ["以下", "atMost"], ["以内", "atMost"], ["左右", "about"], ["上下", "about"], ["多", "over"]];
const qualifierOf = (table: readonly [string, Qualifier][], word: string | undefined): Qualifier | undefined => table.find(([w]) => w === word)?.[1];
const alternation = (words: readonly string[]) => words.map((w) => w.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)).join("|");

/** Units that no list need name. 个百分点 comes before 个. */
const ALWAYS = ["个百分点", "百分点", "%", "‰"];

/** A territory after a number is part of a name (九市一区) or the thing counted (18个市: 个 is the unit); a span of time is no quantity. */
const NOT_COUNTED = /^(?:个?(?:省|市|县|区|乡|镇|村|州)|个?[年月日天周]|个?小时|分钟|秒)$/u;
const readers = new Map<string, QuantityReader>();

export type QuantityReader = (text: string) => Quantity[];

/** A reader for a register's units. The patterns are built once.
 *
 * units   units and measure words, longest first */
export function quantityReader(units: readonly string[]): QuantityReader {
  const known = readers.get(units.join(" "));
  if (known) return known;
  const before = `(?<before>${alternation(BEFORE.map(([w]) => w))})?(?:了)?`;
  const after = `(?<after>${alternation(AFTER.map(([w]) => w))})?`;
  const unit = `(?<unit>${alternation([...ALWAYS, ...units.filter((u) => !ALWAYS.includes(u) && !NOT_COUNTED.test(u))])})`;
  const figure = new RegExp(`${before}(?<words>百分之)?(?<low>${NUMBER})(?:(?:到|至|—|–|-|~|～)(?<high>${NUMBER}))?(?<more>余|多)?${unit}?${after}`, "gu");
  const reader: QuantityReader = (text) => [...halves(text), ...ranks(text), ...figures(text, figure)].sort((a, b) => a.start - b.start).filter((q, i, all) => i === 0 || q.start >= all[i - 1]!.end);
  readers.set(units.join(" "), reader);
  return reader;
}

/** 一半, 半数, 过半: half of the whole, in per cent. */
function halves(text: string): Quantity[] {
  return [...text.matchAll(/(?<before>超过|近|不足|不到|约|逾)?(?:一半|半数|对半)(?<after>以上|左右)?|(?<over>过半)(?!数)/gu)].map((match) => {
    const { before, after, over } = match.groups!;
    return { start: match.index, end: match.index + match[0].length, value: 50, unit: "%", rank: false, qualifier: over ? "over" : qualifierOf(AFTER, after) ?? qualifierOf(BEFORE, before) ?? "exact" };
  });
}

/** 居第4位, 排名第三, 居首位. */
function ranks(text: string): Quantity[] {
  return [...text.matchAll(/(?:居|列|排|升至|升到|跃至|为|保持|稳居|连续\S{1,4}年)(?<scope>[^，。；：、\d]{0,10}?)(?:第(?<ordinal>\d+|[一二三四五六七八九十]{1,3})(?<unit>位|名)?(?!产业|方|次|届|批|期|个|类|轮|代|步|季)|(?<first>首位|榜首))/gu)].flatMap((match) => {
    const { ordinal, first, unit } = match.groups!;
    const verb = /^(?:居|列|排|升至|升到|跃至|稳居)/u.test(match[0]);
    if (!first && !unit && !verb) return [];
    const value = first ? 1 : parseNumber(ordinal!);
    return value === null ? [] : [{ start: match.index, end: match.index + match[0].length, value, unit: "位", rank: true, qualifier: "exact" as const }];
  });
}

function figures(text: string, pattern: RegExp): Quantity[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const { before, words, low, high, more, unit, after } = match.groups! as Record<string, string | undefined>;
    const lowAt = match.index + match[0].indexOf(low!, (before?.length ?? 0) + (words?.length ?? 0));
    if (isNoQuantity(text, lowAt, low!, match.index + match[0].length, unit)) return [];
    const sign = words ? "%" : unit === "个百分点" ? "百分点" : unit;
    if (sign === undefined) return [];
    // 十几个, 数百家: 几 and 数 are no numbers
    const value = parseNumber(low!);
    const upper = high === undefined ? undefined : parseNumber(high);
    if (value === null || upper === null) return [];
    // 5到10万: the multiplier is the upper number's, and holds for both
    const shared = upper !== undefined && !/[十百千万亿]$/u.test(low!) ? /[十百千万亿]+$/u.exec(high!)?.[0] : undefined;
    const lower = shared && /^\d/u.test(low!) ? parseNumber(low! + shared)! : value;
    const qualifier: Qualifier = upper !== undefined ? "range" : qualifierOf(AFTER, after) ?? (more ? "over" : undefined) ?? qualifierOf(BEFORE, before) ?? "exact";
    return [{ start: match.index, end: match.index + match[0].length, value: lower, ...(upper === undefined ? {} : { valueHigh: upper }), qualifier, unit: sign, rank: false }];
  });
}

/** Numbers that are names, dates, ordinals, or vague. */
function isNoQuantity(text: string, at: number, number: string, end: number, unit: string | undefined): boolean {
  const left = text.slice(Math.max(0, at - 3), at);
  const right = text.slice(end, end + 6);
  const han = !/^\d/u.test(number);
  if (left.endsWith("第") || /[A-Za-z]$/u.test(left) || /[a-z]/iu.test(right[0] ?? "")) return true;
  if (/[“‘〔]$/u.test(left) && han) return true; // “四个农业”
  if (han && /^[一零〇]$/u.test(number)) return true; // 一个整体, 一次
  if (han && /[几数]$/u.test(left)) return true;
  if (han && /^[十百千万亿]+$/u.test(number) && number !== "十") return true; // 千万, 万亿 as words
  if (/^(?:个方面|种方式|个阶段|个环节|个层面|个层次|个维度)/u.test(text.slice(end - (unit?.length ?? 0), end + 3)) && han) return true;
  if (han && unit === "位" && right.startsWith("一体")) return true; // 三位一体
  if (/^(?:月|多月|小时)/u.test(right) && unit === "个") return true; // 24个月: how long it lasted
  if (/^(?:[十百千万亿]+元?)?大关|^级/u.test(right) || /^(?:数|制|型|版)/u.test(right)) return true; // 3个万亿元大关, 两位数, 3人制, 30万吨级
  if (/^(?:内|以内)/u.test(right) && /^(?:米|公里|千米)$/u.test(unit ?? "")) return true;
  return false;
}
