/** Headings of flattened text: 一. 一) 1. at the start of a clause, and where each ends. Not here: their marks. */
import { LONGEST_HEADING, boundariesOf } from "./model/boundary-features.ts";
import { simplify } from "./model/features.ts";
import { pauseOdds, type HeadingsModel } from "./model/headings-model.ts";
import type { HeadingSpan } from "./edits.ts";

/** A numbered start: a heading, or a paragraph that its number leads. */
export interface NumberedStart {
  readonly start: number;
  /** Offset of the dot or bracket after the number. */
  readonly mark: number;
  readonly level: 1 | 2 | 3;
  /** null where the number leads running text. */
  readonly heading: HeadingSpan | null;
}

const LEVELS = [
  { level: 1, pattern: /(?<=^|[.)\n])(?<number>[一二三四五六七八九十]{1,3})\./gu },
  { level: 2, pattern: /(?<=^|[.)\n])(?<number>[一二三四五六七八九十]{1,3})\)/gu },
  { level: 3, pattern: /(?<=^|[.)\n])(?<number>\d{1,2})\.(?=\p{Script=Han})(?!的|以上|以下|左右)/gu },
] as const;

const DIGITS = "零一二三四五六七八九";
/** 十二 → 12; enough for the numbers of headings. */
export function ordinal(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const ten = text.includes("十") ? (tens === "" ? 1 : DIGITS.indexOf(tens!)) * 10 : 0;
  return ten + (ones === "" ? 0 : DIGITS.indexOf(ones!));
}

/** All numbered starts in order. A number counts where it begins its level (一, or the first of the text) or follows the one before. */
export function findNumbered(raw: string, model: HeadingsModel): NumberedStart[] {
  const found = LEVELS.flatMap(({ level, pattern }) =>
    [...raw.matchAll(pattern)].map((match) => ({ level, start: match.index, mark: match.index + match.groups!["number"]!.length, number: ordinal(match.groups!["number"]!) })),
  ).sort((a, b) => a.start - b.start);
  const last = [0, 0, 0, 0];
  const out: NumberedStart[] = [];
  for (const { level, start, mark, number } of found) {
    const firstOfText = start === 0 && level === 1;
    if (number !== 1 && number !== last[level]! + 1 && !firstOfText) continue;
    // 第一.二.三产业: a list of ordinals, no heading
    if (level === 1 && /第[一二三四五六七八九十]\.$/u.test(raw.slice(Math.max(0, start - 3), start))) continue;
    last[level] = number;
    for (let deeper = level + 1; deeper < last.length; deeper++) last[deeper] = 0;
    out.push({ start, mark, level, heading: headingAt(raw, start, mark, level, model) });
  }
  return out;
}

/** The heading that begins at `start`, its end chosen by the model; null where running text follows the number. */
function headingAt(raw: string, start: number, mark: number, level: number, model: HeadingsModel): HeadingSpan | null {
  const words = raw.slice(mark + 1, mark + 1 + LONGEST_HEADING + 20);
  const line = words.split("\n")[0]!;
  if (line.length < words.length && line.length <= LONGEST_HEADING && !line.endsWith(".")) {
    return { start, end: mark + 1 + line.length, level, confidence: 1 };
  }
  const opened = openedEnd(words);
  if (opened !== null) return { start, end: mark + 1 + opened, level, confidence: 0.85 };
  const boundaries = boundariesOf(simplify(words), level, (left, right) => pauseOdds(model, left, right));
  const scores = boundaries.map((b) => b.buckets.reduce((sum, k) => sum + model.boundaries[k]!, 0) / model.boundariesScale);
  const top = Math.max(...scores);
  const best = scores.indexOf(top);
  const end = boundaries[best]!.end;
  if (end === 0) return null;
  return { start, end: mark + 1 + end, level, confidence: 1 / scores.reduce((sum, s) => sum + Math.exp(s - top), 0) };
}

/** Words that open a running sentence and stand in no heading: what comes before them was the heading. */
const OPENER = /(?:截[止至]|(?:到|至)?(?:19|20)\d\d年|目前|当前|近年来|近几年|今年以?来?|去年|随着|为了|由于|['“]?十[一二三四五]五['”]?(?:以来|期间|时期))/gu;
const SHORTEST_OPENED = 5;

/** Where a sentence visibly opens before the first dot: by an opener, or by naming again what the heading began with. */
function openedEnd(words: string): number | null {
  const firstDot = words.indexOf(".") < 0 ? words.length : words.indexOf(".");
  const head = words.slice(0, firstDot);
  const opener = [...words.slice(0, LONGEST_HEADING).matchAll(OPENER)].find(({ index }) => index >= SHORTEST_OPENED && (index < firstDot || isSecondHalf(words, firstDot, index)))?.index;
  const again = head.indexOf(head.slice(0, 4), SHORTEST_OPENED);
  const ends = [opener, again >= SHORTEST_OPENED ? again : undefined].filter((end) => end !== undefined);
  // A heading that opens with 当前 or a year is not cut there: the search begins after its first words.
  return ends.length === 0 || Math.min(...ends) > LONGEST_HEADING ? null : Math.min(...ends);
}

/** 全面铺开.日益深化|截至…: a heading of two halves, the second as short as the first. */
function isSecondHalf(words: string, firstDot: number, end: number): boolean {
  const half = words.slice(firstDot + 1, end);
  return half.length >= 2 && half.length <= firstDot && !half.includes(".");
}

/** The text's title: a first line without a mark that ends in a line break. */
export function findTitle(raw: string): HeadingSpan | null {
  const match = /^(?<title>[^.\n\r，。；：]{2,40})[\r\n]/u.exec(raw);
  return match ? { start: 0, end: match.groups!["title"]!.length, level: 0, confidence: 1 } : null;
}
