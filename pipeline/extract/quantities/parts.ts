/** Parts and multiples in words: 一半, 三分之二, 七成, 翻一番. Not here: figures with units. */
import { parseNumber } from "../numerals.ts";
import type { Read } from "./quantity.ts";
import { AFTER, AFTER_WORDS, BEFORE, BEFORE_WORDS, qualifierOf } from "./qualifiers.ts";

/** 一半, 半数, 过半: half of the whole, in per cent. */
export function halves(text: string): Read[] {
  return [...text.matchAll(/(?<before>超过|接近|近|不足|不到|约|逾)?(?:一半|(?<!过)半数|对半)(?<after>以上|左右)?|(?<over>过半)(?!数)|(?<near>近半)(?!年|个|天|世)/gu)].map((match) => {
    const { before, after, over, near } = match.groups!;
    return { start: match.index, end: match.index + match[0].length, value: 50, unit: "%", rank: false, qualifier: over ? "over" : near ? "nearly" : qualifierOf(AFTER, after) ?? qualifierOf(BEFORE, before) ?? "exact" };
  });
}

/** 三分之二: a part of the whole, in per cent. */
export function parts(text: string): Read[] {
  return [...text.matchAll(/(?<before>超过|接近|近|不足|不到|约|逾|超)?(?<of>[二三四五六七八九十]|\d{1,2})分之(?<part>[一二三四五六七八九]|\d{1,2})(?<after>以上|左右|多)?/gu)].flatMap((match) => {
    const { before, of, part, after } = match.groups!;
    const whole = parseNumber(of!), share = parseNumber(part!);
    if (!whole || share === null || share >= whole) return [];
    return [{ start: match.index, end: match.index + match[0].length, value: (100 * share) / whole, unit: "%", rank: false, qualifier: qualifierOf(AFTER, after) ?? qualifierOf(BEFORE, before) ?? "exact" }];
  });
}

const DIGIT = "[一二两三四五六七八九1-9]";
const TENTHS = new RegExp(`(?<before>${BEFORE_WORDS})?(?<![\\d.第几数])(?:(?<low>${DIGIT})成?(?:到|至|—))?(?<last>${DIGIT})成(?<rest>[一二三四五六七八九半])?(?<after>${AFTER_WORDS})?(?![立员功为都长绩果效本品份分交套熟型像语就])`, "gu");

/** 七成, 三成五: tenths of the whole. */
export function tenths(text: string): Read[] {
  return [...text.matchAll(TENTHS)].map((match) => {
    const { before, low, last, rest, after } = match.groups as Record<string, string | undefined>;
    const upper = 10 * parseNumber(last!)! + (rest === "半" ? 5 : rest ? parseNumber(rest)! : 0);
    const span = { start: match.index, end: match.index + match[0].length, unit: "%", rank: false } as const;
    return low ? { ...span, value: 10 * parseNumber(low)!, valueHigh: upper, qualifier: "range" } : { ...span, value: upper, qualifier: qualifierOf(AFTER, after) ?? qualifierOf(BEFORE, before) ?? "exact" };
  });
}

/** 翻一番, 翻了两番: doublings. */
export function folds(text: string): Read[] {
  return [...text.matchAll(/(?<before>超过|近|约)?翻(?:了)?(?<times>[一两二三四五]|\d)番(?<more>多|以上|还多|有余)?/gu)].map((match) => ({
    start: match.index, end: match.index + match[0].length, value: parseNumber(match.groups!["times"]!)!, unit: "番", rank: false, qualifier: qualifierOf(AFTER, match.groups!["more"]) ?? qualifierOf(BEFORE, match.groups!["before"]) ?? "exact",
  }));
}
