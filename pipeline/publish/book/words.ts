/** How dates, amounts and kinds are worded in the book. Not here: what is said about them. */
import type { Observation } from "../../../schemas/fact.ts";
import type { Finding } from "../../../schemas/finding.ts";
import type { RepairKind } from "../../../schemas/repair.ts";

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

/** An observation's value in its parts: what stands before the figure, the figure, what stands after. */
export function valueInWords(fact: Observation): { before: string; figure: string; after: string } {
  const { figure, scale } = amount(fact.value);
  const range = fact.valueHigh === undefined ? "" : `–${amount(fact.valueHigh).figure}`;
  return { before: BEFORE[fact.qualifier] ?? "", figure: figure + range, after: scale + fact.unit + (AFTER[fact.qualifier] ?? "") };
}

export const REPAIRS: Readonly<Record<RepairKind, string>> = {
  mark: "点号", percent: "百分号", point: "小数点", title: "题名", heading: "标题", quotation: "引号", bracket: "括号", glyph: "字形",
};

/** A kind of fact; kinds that another version of the program knew have no word. */
export const FACTS: Readonly<Record<string, string>> = { observation: "观测", event: "要事", roster: "名单", transition: "转变", document: "文件", assessment: "评述" };

/** What an editor did, by the action that corrections.yaml names. */
export const ACTIONS: Readonly<Record<string, string>> = { set: "改动", drop: "删去", add: "增补", confirm: "核过" };

export const OUTCOMES: Readonly<Record<Finding["outcome"], string>> = { agrees: "相符", differs: "不符", "cannot tell": "无法判定" };

const DIGITS = "〇一二三四五六七八九";
/** 1 → 一, 12 → 十二; for numbers of parts. */
export function chineseNumber(n: number): string {
  if (n < 10) return DIGITS[n] ?? "";
  return `${n < 20 ? "" : DIGITS[Math.floor(n / 10)]}十${n % 10 === 0 ? "" : DIGITS[n % 10]}`;
}
