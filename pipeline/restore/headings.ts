/** Headings of flattened text: 第一章 一. 一) 1. 1) where a paragraph may begin, and where each heading ends. Not here: their marks. */
import { LED, LONGEST_HEADING, boundariesOf, habitOf, type Habit, type Led } from "./model/boundary-features.ts";
import { simplify } from "./model/features.ts";
import { boundaryScore, pauseOdds, type HeadingsModel } from "./model/headings-model.ts";
import type { HeadingSpan } from "./edits.ts";

/** How a paragraph is numbered. GB/T 9704—2012, 7.3.3: 一、 （一） 1. （1） in this order; 章, 节 and 条 as regulations have them. */
export type NumberKind = "chapter" | "section" | "article" | "一、" | "（一）" | "1." | "（1）";

/** A numbered start: a heading, or a paragraph that its number leads. */
export interface NumberedStart {
  readonly start: number;
  /** Offset of the dot or bracket after the number; of the number's last character where it has none (第一条). */
  readonly mark: number;
  readonly kind: NumberKind;
  /** Of the outline: 1 一、 2 （一） 3 1. 4 （1）; below chapters one deeper. */
  readonly level: number;
  /** null where the number leads running text. */
  readonly heading: HeadingSpan | null;
}

/** From the outside in. */
const ORDER: readonly NumberKind[] = ["chapter", "section", "article", "一、", "（一）", "1.", "（1）"];
const UNITS: Readonly<Record<string, NumberKind>> = { 章: "chapter", 节: "section", 条: "article" };

const NUMBER = /第(?<ordinal>[一二三四五六七八九十百零]{1,5})(?<unit>[章节条])|(?<!第)(?<han>[一二三四五六七八九十]{1,3})(?<after>[.)])|(?<!\d)(?<digits>\d{1,2})(?<mark>[.)])/gu;

/** What follows a number that leads no paragraph. */
const LEADS_NOTHING: Readonly<Record<NumberKind, RegExp>> = {
  chapter: /^(?:的|规定|所|和|及|至|中|第[一二三四五六七八九十]{1,3}节)/u,
  section: /^(?:的|规定|所|和|及|至|中)/u,
  article: /^(?:的|规定|所列|和|及|至|[.)]|第[一二三四五六七八九十]{1,3}[款项])/u,
  // 第一、二、三产业; 一、二线城市
  "一、": /^(?:[一二三四五六七八九十]|$|[.)])/u,
  "（一）": /^[项目款]/u,
  // 3.5, 12.的街道, 1.以上
  "1.": /^(?:[\d.)]|的|以上|以下|以内|左右|上下|个|倍|万|亿|元|年|月|日|$)/u,
  "（1）": /^(?:[\d)]|$)/u,
};
/** 附件1), 图3), 违反第一章: the number is another word's. */
const BELONGS_TO: Readonly<Record<"words" | "digits" | "han", RegExp>> = {
  words: /(?:[依按参]照|[根依]据|违反|符合|本条例|本办法|本法)$/u,
  digits: /(?:附件|附表|附录|[图表注式第])$/u,
  // 统一, 之一, 单一: only where no clause ended before it could 一 be a number
  han: /(?:附件|[第统合之单同唯其逐择不万])$/u,
};

/** 十二 → 12, 一百零三 → 103; enough for the numbers of headings. */
export function ordinal(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  let value = 0, digit = 0;
  for (const c of text) {
    if (c === "百" || c === "十") { value += (digit || 1) * (c === "百" ? 100 : 10); digit = 0; } else digit = "零一二三四五六七八九".indexOf(c);
  }
  return value + digit;
}

interface Candidate { readonly start: number; readonly mark: number; readonly end: number; readonly kind: NumberKind; readonly number: number }

/** All numbered starts in order. A number counts where it begins its list or follows the one before. */
export function findNumbered(raw: string, model: HeadingsModel): NumberedStart[] {
  const found = inSequence(raw, candidates(raw));
  const deeper = found.some(({ kind }) => kind === "chapter") ? 1 : 0;
  const led = found.map(({ end }, i) => ledBy(raw, end, found[i + 1]?.start ?? raw.length));
  const habits = new Map(ORDER.map((kind) => [kind, habitOf(led.filter((_, i) => found[i]!.kind === kind))]));
  return found.map((candidate, i) => {
    const { start, mark, kind } = candidate;
    const level = levelOf(kind, deeper);
    const words = raw.slice(candidate.end, Math.min(candidate.end + LED, found[i + 1]?.start ?? raw.length));
    const end = kind === "article" ? null : endOf(words, led[i]!, i + 1 < found.length, depthOf(kind), habits.get(kind)!, model);
    return { start, mark, kind, level, heading: end === null ? null : { start, end: candidate.end + end.length, level, confidence: end.confidence } };
  });
}

const ledBy = (raw: string, from: number, to: number): Led => ({ words: simplify(raw.slice(from, Math.min(from + LED, to))), length: to - from });

/** How deep a number stands for the model: 1 一、 2 （一） 3 1. 4 （1）. */
export const depthOf = (kind: NumberKind): number => Math.max(1, ORDER.indexOf(kind) - ORDER.indexOf("article"));

/** Chapters stand outside: what they hold is a level deeper. */
function levelOf(kind: NumberKind, deeper: 0 | 1): number {
  if (kind === "chapter") return 1;
  if (kind === "section") return 1 + deeper;
  return ORDER.indexOf(kind) - ORDER.indexOf("article") + deeper;
}

function candidates(raw: string): Candidate[] {
  const out: Candidate[] = [];
  for (const match of raw.matchAll(NUMBER)) {
    const { ordinal: nth, unit, han, after, digits, mark } = match.groups!;
    const start = match.index, end = start + match[0].length;
    const kind = unit !== undefined ? UNITS[unit]! : han !== undefined ? (after === "." ? "一、" : "（一）") : mark === "." ? "1." : "（1）";
    const belongsTo = BELONGS_TO[unit !== undefined ? "words" : han !== undefined ? "han" : "digits"];
    if (LEADS_NOTHING[kind].test(raw.slice(end, end + 6)) || belongsTo.test(raw.slice(Math.max(0, start - 3), start))) continue;
    // 第一.二.三产业: ordinals in a row
    if (kind === "一、" && /第[一二三四五六七八九十]\.$/u.test(raw.slice(Math.max(0, start - 3), start))) continue;
    // 增长42.1.其中, 占98.1): the decimals of a figure
    if (digits !== undefined && /\d\.$/u.test(raw.slice(Math.max(0, start - 2), start))) continue;
    out.push({ start, mark: end - 1, end, kind, number: ordinal((nth ?? han ?? digits)!) });
  }
  return out;
}

/** The candidates that begin a list or count on from the one before; a lone 第一章 or 第一条 is another text's. */
function inSequence(raw: string, all: readonly Candidate[]): Candidate[] {
  const last = new Map<NumberKind, number>();
  const out: Candidate[] = [];
  for (const candidate of all) {
    if (!fits(candidate, last.get(candidate.kind) ?? 0, whereOf(raw, candidate, out.at(-1)))) continue;
    last.set(candidate.kind, candidate.number);
    out.push(candidate);
  }
  return out.filter(({ kind }) => (kind !== "chapter" && kind !== "article") || last.get(kind)! > 1);
}

/** What a number stands after: the text's start, a clause's end, a heading or the title that ran into it, or other words. */
type Where = "start" | "clause" | "heading" | "title" | "words";
/** A heading that ran into the number after it is no longer than this. */
const SHORT_BEFORE = 40;

function whereOf(raw: string, { start }: Candidate, before: Candidate | undefined): Where {
  if (start === 0) return "start";
  if (/(?:[.)\n]|\.')$/u.test(raw.slice(Math.max(0, start - 2), start))) return "clause";
  const from = before?.end ?? 0;
  if (start - from > SHORT_BEFORE || start <= from || raw.slice(from, start).includes(".")) return "words";
  return before === undefined ? "title" : "heading";
}

/** How many numbers may have been lost in between: a digit could be a figure's, so fewer. */
const GAP: Readonly<Record<NumberKind, number>> = { chapter: 4, section: 4, article: 4, "一、": 4, "（一）": 4, "1.": 2, "（1）": 2 };

/** Whether a number begins a list or counts on from `counted`, the one before of its kind, 0 for none. */
function fits({ kind, number }: Candidate, counted: number, where: Where): boolean {
  // Chapters and articles are counted through a text, and their words leave no doubt where the first stands.
  if (number === 1) return kind === "chapter" || kind === "article" ? counted === 0 : where !== "words" || (kind === "（一）" && counted === 0);
  switch (where) {
    case "start": return true; // a part of a longer text
    case "clause": return counted > 0 && number > counted && number <= counted + 1 + GAP[kind];
    case "heading": return number === counted + 1 || (kind === "article" && counted === 0);
    case "words": return kind === "（一）" && number === counted + 1;
    case "title": return false;
  }
}

/** A heading is cut from its text only where the model would bet on it: of those it is less sure of, 4 in 10 end where they should. */
const SURE_ENOUGH = 0.5;

/** How many characters after a number are its heading; null where running text follows it.
 *
 * numberNext   whether a number follows: a heading that ran into it ends there */
function endOf(words: string, led: Led, numberNext: boolean, depth: number, habit: Habit, model: HeadingsModel): { length: number; confidence: number } | null {
  const line = words.split("\n")[0]!;
  if (line.length < words.length && line.length <= LONGEST_HEADING && !line.endsWith(".")) return { length: line.length, confidence: 1 };
  if (numberNext && words.length === led.length && words.length >= 2 && words.length <= LONGEST_HEADING && !/[.)]$/u.test(words)) return { length: words.length, confidence: 0.97 };
  const opened = openedEnd(words, (end) => pauseOdds(model, led.words.slice(Math.max(0, end - 4), end), led.words.slice(end, end + 4)));
  if (opened !== null) return { length: opened, confidence: 0.85 };
  const boundaries = boundariesOf(led, depth, habit, (left, right) => pauseOdds(model, left, right)).filter(({ end }) => end === 0 || !A_MEASURED_FIGURE.test(words.slice(end, end + 10)));
  const scores = boundaries.map(({ buckets }) => boundaryScore(model, buckets));
  const top = Math.max(...scores);
  const confidence = 1 / scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  const { end } = boundaries[scores.indexOf(top)]!;
  if (end === 0 || confidence < SURE_ENOUGH) return null;
  // 馆藏登记…|馆藏登记: no heading ends with the words that it began with, a sentence does begin with them
  const heading = words.slice(0, end);
  return { length: end >= 10 && heading.endsWith(heading.slice(0, 4)) ? end - 4 : end, confidence };
}

/** 藏书面积|5660平方米: a figure with its unit belongs to what it measures; no paragraph opens with one. */
const A_MEASURED_FIGURE = /^(?:约|近|超|达)?(?:\d{1,6}(?:\.\d{1,3})?(?:[万亿千余多]|公里|米|吨|亩|元|公顷|平方)|[一二三四五六七八九十百千]{1,6}[万亿]|[一二三四五六七八九十百千]{2,6}余)/u;

/** Words that open a running sentence and stand in no heading: what comes before them was the heading. */
const OPENER = /(?:截[止至]|(?<!面[对临])目前|(?<!面[对临])当前|近年来|近几年|随着|由于|['“]?十[一二三四五]五['”]?以来)/gu;
/** Words that open one as a rule; 2013年工作回顾 is a heading. */
const MAY_OPEN = /(?:(?:到|至)?(?:19|20)\d\d年|今年以?来?|去年|为了|['“]?十[一二三四五]五['”]?(?:期间|时期))/gu;
/** What goes on: 工作回顾和|2026年. */
const GOES_ON = /[和与及的于至到对在为是或把将该、]$/u;
const SHORTEST_OPENED = 5;
/** Log-odds of a clause's end that is asked for where the words leave a doubt. */
const LIKELY_PAUSE = -2;

/** Where a sentence visibly opens before the first dot. */
function openedEnd(words: string, pause: (at: number) => number): number | null {
  const firstDot = words.indexOf(".") < 0 ? words.length : words.indexOf(".");
  // A heading that opens with 当前 or a year is not cut there: the search begins after its first words.
  const found = (pattern: RegExp) => [...words.slice(0, LONGEST_HEADING + 4).matchAll(pattern)].map(({ index }) => index)
    .filter((at) => at >= SHORTEST_OPENED && at <= LONGEST_HEADING && (at < firstDot || isSecondHalf(words, firstDot, at)) && !GOES_ON.test(words.slice(at - 1, at)));
  const ends = [...found(OPENER), ...found(MAY_OPEN).filter((at) => pause(at) > LIKELY_PAUSE)];
  return ends.length === 0 ? null : Math.min(...ends);
}

/** 全面铺开.日益深化|截至…: a heading of two halves, the second as short as the first. */
function isSecondHalf(words: string, firstDot: number, end: number): boolean {
  const half = words.slice(firstDot + 1, end);
  return half.length >= 2 && half.length <= firstDot && !half.includes(".");
}
