/** A number with its unit, its multiplier and its qualifiers. Not here: numbers in words of parts, ranks, spans of time. Forms of numbers after GB/T 15835—2011. */
import type { Qualifier } from "../../../schemas/fact.ts";
import { exclusionOf } from "./no-quantity.ts";
import { NUMBER, parseNumber } from "../numerals.ts";
import type { Context, Read } from "./quantity.ts";
import { AFTER, AFTER_WORDS, BEFORE, BEFORE_WORDS, qualifierOf } from "./qualifiers.ts";

/** How a figure may begin: tested first, as it is what most characters of a text do not. */
const BEGINS = [...new Set(BEFORE.map(([word]) => word[0]))].join("") + String.raw`了\d零〇一二两三四五六七八九十百千万亿`;

interface Patterns { readonly figure: RegExp; readonly shared: RegExp }

const patterns = new Map<string, Patterns>();
/** The patterns for some units, built once. */
function patternsOf(units: string): Patterns {
  const known = patterns.get(units) ?? patternsFor(units);
  patterns.set(units, known);
  return known;
}

function patternsFor(unit: string): Patterns {
  const before = `(?<before>${BEFORE_WORDS})?(?:了)?`;
  const after = `(?<after>${AFTER_WORDS})?`;
  return {
    figure: new RegExp(
      `(?=[${BEGINS}])${before}(?<words>[百千]分之)?(?<low>${NUMBER})(?:(?:%|‰|个百分点|元)?(?:到|至|—{1,2}|–|-|－|~|～)(?<high>${NUMBER}))?(?<more>余|多|几|来)?(?<scale>[万亿]{0,2})(?<unit>(?:${unit})(?:[/每][百千万]?(?:${unit}|日|年|天|小时|分钟|秒|昼夜))?)?${after}`,
      "giu", // km/h and KM/H
    ),
    // 9.4、5个百分点 · 由7.3增加到10.2万元: the unit stands with the last
    shared: new RegExp(`^(?:(?:、|和|及|提高到|提升到|增加到|增长到|上升到|下降到|减少到|降低到|提高至|提升至|增加至|降至|增至)${NUMBER}){1,6}(?<unit>${unit})`, "u"),
  };
}

/** Who or what a bare 13.2万 or 510万 counts. */
const COUNTED_NOUNS: readonly [RegExp, string][] = [
  [/^(?:左右|以上)?(?:的)?[^，、。；\d]{0,8}?(?:人口|农民工?|群众|居民|学生|职工|儿童|老人|老年人|村民|党员|干部|师生|员工|妇女|人员|劳动者|人才|毕业生|民众|市民|移民|教师|医生|官兵)/u, "人"],
  [/^(?:左右|以上)?(?:的)?[^，、。；\d]{0,6}?(?:用户|农户|家庭)/u, "户"],
  [/^(?:左右|以上)?(?:的)?[^，、。；\d]{0,6}?(?:企业|市场主体|经营主体|商户)/u, "家"],
];

export function figures(text: string, { units, noted }: Context): Read[] {
  const { figure, shared } = patternsOf(units);
  return [...text.matchAll(figure)].flatMap((match) => {
    const { before, words, low, high, more, scale, unit: said, after } = match.groups! as Record<string, string | undefined>;
    const lowAt = match.index + match[0].indexOf(low!, (before?.length ?? 0) + (words?.length ?? 0));
    const end = match.index + match[0].length;
    // 从10%到20% is two levels, not a range: then the first stands alone
    const isTurn = high !== undefined && /[从由自](?:[^，、]{0,4})$/u.test(text.slice(Math.max(0, match.index - 6), match.index)) && /[到至]/u.test(match[0]);
    const unit = said ?? sharedUnit(text, end, shared) ?? countedUnit(text, end, low! + (scale ?? ""), lowAt, after) ?? indexUnit(text, end, low!, lowAt);
    // Most numbers count nothing (一, 2013): why they do not is told only to who asks.
    if (!noted && words === undefined && (unit === undefined || (/^[一零〇]$/u.test(low!) && !/^[千公]/u.test(unit)))) return [];
    const exclusion = exclusionOf({ text, at: lowAt, number: low!, end, unit, before, more, after });
    if (exclusion !== undefined) {
      noted?.(exclusion);
      return [];
    }
    const sign = words ? (words.startsWith("千") ? "‰" : "%") : unit === "个百分点" || (unit === "个" && /^[、和](?:\d{1,4}(?:\.\d{1,4})?)个百分点/u.test(text.slice(end))) ? "百分点" : unit?.replace(/^个(?=标箱|标准箱|床位|基点)|人民币$/gu, "").replace("每", "/");
    if (sign === undefined) return [];
    const value = parseNumber(low! + (high === undefined ? scale ?? "" : ""));
    const upper = high === undefined ? undefined : parseNumber(high + (scale ?? ""));
    if (value === null || upper === null) return [];
    // 5到10万: the multiplier is the upper number's, and holds for both
    const multiplier = upper !== undefined && !/[十百千万亿]$/u.test(low!) ? /[十百千万亿]+$/u.exec(high! + (scale ?? ""))?.[0] : undefined;
    const lower = multiplier && /^\d/u.test(low!) ? parseNumber(low! + multiplier)! : value;
    if (/(?<![\d一二三四五六七八九十个比年月日号])[-－−]$/u.test(text.slice(Math.max(0, lowAt - 2), lowAt)) && upper === undefined) return [{ start: lowAt - 1, end, value: 0 - value, qualifier: qualifierOf(AFTER, after) ?? "exact", unit: sign, rank: false }]; // 自然增长率-1.06‰; 0 - 0 is 0, -0 would be another
    if (isTurn) return [{ start: match.index, end, value: upper!, qualifier: qualifierOf(AFTER, after) ?? "exact", unit: sign, rank: false }];
    if (upper !== undefined && upper <= lower) return [];
    const qualifier: Qualifier = upper !== undefined ? "range" : qualifierOf(AFTER, after) ?? (more ? "over" : undefined) ?? qualifierOf(BEFORE, before) ?? "exact";
    return [{ start: match.index, end, value: lower, ...(upper === undefined ? {} : { valueHigh: upper }), qualifier, unit: sign, rank: false }];
  });
}

const sharedUnit = (text: string, end: number, shared: RegExp) => shared.exec(text.slice(end, end + 60))?.groups!["unit"];

/** 发展指数为0.5359: an index has no unit but its own name. */
function indexUnit(text: string, end: number, number: string, at: number): string | undefined {
  return /^[01]\.\d{2,4}$/u.test(number) && /指数(?:值|得分)?(?:仅|约|已)?(?:为|是|达到|达|升至|降至|提高到|下降到)?$/u.test(text.slice(Math.max(0, at - 12), at)) && /^(?:[，。；、）]|$)/u.test(text.slice(end)) ? "指数" : undefined;
}

/** 13.2万脱贫人口, 人口56万: whom a figure without a unit counts. */
function countedUnit(text: string, end: number, number: string, at: number, after: string | undefined): string | undefined {
  if (!/[万亿]$/u.test(number)) return undefined;
  if (/人口(?:数|总数|数量|为|达|达到|约|约为|近|超过|有|突破){0,2}$/u.test(text.slice(Math.max(0, at - 8), at)) && /^(?:[，。；、（）]|$)/u.test(text.slice(end))) return "人";
  const right = text.slice(end - (after?.length ?? 0), end + 16);
  return COUNTED_NOUNS.find(([noun]) => noun.test(right))?.[1];
}
