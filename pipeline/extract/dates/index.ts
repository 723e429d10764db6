/** Dates and periods as official prose writes them, and as ISO 8601 says them. Not here: what happened then, and a year that the text leaves to its title. */
import type { Calendar } from "./calendar.ts";
import { BEGINS, dateRules, type Precision } from "./rules.ts";

export { dateRules } from "./rules.ts";

/** Where a date stands in the text, and what it says. */
export interface DateInText {
  readonly start: number;
  readonly end: number;
  /** ISO 8601: 2013 · 2013-09 · 2013-09-12 · 2011/2015 · 2013-08-11/2013-08-18 · --09-12 where no year stands before it. */
  readonly value: string;
  readonly precision: Precision;
}

/** The dates of a text in order; a day takes the month and a month the year named before it. */
export function datesIn(text: string): DateInText[] {
  const out: DateInText[] = [];
  let calendar: Calendar = { year: null, month: null, day: null };
  for (let at = nextPlace(text, 0); at >= 0; ) {
    const found = readAt(text, at, calendar);
    if (found) {
      out.push(found);
      calendar = after(found, calendar);
    }
    at = nextPlace(text, found?.end ?? at + 1);
  }
  return out;
}

/** A date that belongs to a name: within 《…》, 2012年全国档案工作会议, （2012—2015年） after a title. */
export function isOfName(text: string, { start, end }: DateInText): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_TITLE), start);
  return before.lastIndexOf("《") > before.lastIndexOf("》") || OF_A_GATHERING.test(text.slice(end, end + 24)) || (text[start - 1] === "（" && YEARS_IN_BRACKETS.test(text.slice(start, end + 1)));
}
/** In UTF-16 code units. */
const LONGEST_TITLE = 80;
const OF_A_GATHERING = /^(?!年|，)[^，。；：、]{0,16}?(?:论坛|大会|年会|峰会|博览会|展览会|运动会|锦标赛|联赛|交易会|洽谈会)/u;
const YEARS_IN_BRACKETS = /^\d{4}年?(?:至|到|[-—–]{1,2})\d{4}年）/u;

/** The first place from `from` where a date may begin; -1 where none does. */
function nextPlace(text: string, from: number): number {
  BEGINS.lastIndex = from;
  return BEGINS.exec(text)?.index ?? -1;
}

function readAt(text: string, at: number, calendar: Calendar): DateInText | null {
  const relative = calendarAfter(text.slice(Math.max(0, at - 2), at), calendar);
  if (!relative) return null;
  for (const { pattern, read, precision } of dateRules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const value = match && read(match.groups!, relative);
    if (value) return { start: at, end: at + match[0].length, value, precision };
  }
  return null;
}

/** 次年3月 is of the year after, 今年3月 of a year that the text does not say; 每年3月 is no date. */
function calendarAfter(word: string, calendar: Calendar): Calendar | null {
  if (/每年|历年/u.test(word)) return null;
  if (/[次翌]年/u.test(word)) return { year: calendar.year ? String(Number(calendar.year) + 1) : null, month: null, day: null };
  return /[今去明上前]年/u.test(word) ? { year: null, month: null, day: null } : calendar;
}

/** What a date leaves behind for the next: its year and month. */
function after({ value, precision }: DateInText, before: Calendar): Calendar {
  if (precision === "span") return before;
  const [, year, month, day] = /^(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?/u.exec(value)!;
  return { year: year === "-" ? before.year : year!, month: month ?? (year === before.year ? before.month : null), day: day ?? null };
}
