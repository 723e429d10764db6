/** How dates, amounts and quotes are worded in the book. Not here: words for codes (schemas/words), what is said about them. */
import type { Observation } from "../../../schemas/fact.ts";

/** ISO 8601 → words: 2013-09 → 2013年9月 · --05-29 → 5月29日 · 2011/2015 → 2011年至2015年. */
export function dateInWords(iso: string): string {
  return iso
    .split("/")
    .map((one) => {
      const parts = /^(?:(?<year>\d{4})|-)(?:-(?<month>\d{2}))?(?:-(?<day>\d{2}))?$/u.exec(one)?.groups;
      if (parts === undefined) return one;
      const { year, month, day } = parts;
      return `${year === undefined ? "" : `${year}年`}${month === undefined ? "" : `${Number(month)}月`}${day === undefined ? "" : `${Number(day)}日`}`;
    })
    .join("至");
}

/** A value large enough to be read in 万 or 亿 is given so, when nothing is lost by it. */
export function amount(value: number): { figure: string; scale: string } {
  for (const [scale, unit] of [["亿", 1e8], ["万", 1e4]] as const) {
    const scaled = value / unit;
    if (Math.abs(scaled) >= 1 && Math.abs(value) >= 1e5 && Number(scaled.toFixed(2)) * unit === value) return { figure: String(Number(scaled.toFixed(2))), scale };
  }
  return { figure: String(value), scale: "" };
}

const BEFORE: Readonly<Partial<Record<Observation["qualifier"], string>>> = { about: "约", nearly: "近", over: "超过", under: "不足" };
const AFTER: Readonly<Partial<Record<Observation["qualifier"], string>>> = { atLeast: "以上", atMost: "以下" };

/** What stands before and after a figure that is hedged so: 超过, 以上. */
export const hedgeWords = (qualifier: Observation["qualifier"]): { before: string; after: string } => ({ before: BEFORE[qualifier] ?? "", after: AFTER[qualifier] ?? "" });

/** An observation's value in its parts: what stands before the figure, the figure, what stands after. */
export function valueInWords(fact: Observation): { before: string; figure: string; after: string } {
  const { figure, scale } = amount(fact.value);
  const range = fact.valueHigh === undefined ? "" : `–${amount(fact.valueHigh).figure}`;
  const { before, after } = hedgeWords(fact.qualifier);
  return { before, figure: figure + range, after: scale + fact.unit + after };
}

/** At most so many characters on one line; what is cut ends in ……. */
export function clipped(words: string, longest: number): string {
  const line = words.replace(/\s+/gu, " ");
  return line.length <= longest ? line : `${line.slice(0, longest - 2)}……`;
}

const DIGITS = "〇一二三四五六七八九";
/** 1 → 一, 12 → 十二; for numbers of parts. */
export function chineseNumber(n: number): string {
  if (n < 10) return DIGITS[n] ?? "";
  return `${n < 20 ? "" : DIGITS[Math.floor(n / 10)]}十${n % 10 === 0 ? "" : DIGITS[n % 10]}`;
}
