/** Years, months and days, as figures of a text give them → ISO 8601; null where they make no date. The year may be "-": --09-12. Not here: how a text writes them. */
import { parseNumber } from "../numerals.ts";

/** The year and month that a later 9月12日 or 12日 takes over; null before any was named. */
export interface Calendar {
  readonly year: string | null;
  readonly month: string | null;
  readonly day: string | null;
}

/** 2013 or 二〇一三 → "2013". */
export function digits(year: string): string {
  return [...year].map((c) => (/\d/u.test(c) ? c : String("〇一二三四五六七八九".indexOf(/[零○]/u.test(c) ? "〇" : c)))).join("");
}

/** 12 or 十二 → 12; NaN for what is no number (二三), of which no day or month is made. */
export const number = (figure: string): number => parseNumber(figure) ?? NaN;

const two = (n: number) => String(n).padStart(2, "0");

export function ofMonth(year: string, month: number): string | null {
  return month >= 1 && month <= 12 ? `${year}-${two(month)}` : null;
}

/** The last day of a month. */
export function ofLastDay(year: string, month: number): string | null {
  const last = new Date(Date.UTC(yearFor(year), month, 0)).getUTCDate();
  return ofDay(year, month, last);
}

/** A stretch within one year; null where it runs backwards. */
export function ofMonths(year: string, first: number, last: number): string | null {
  const from = ofMonth(year, first), to = ofMonth(year, last);
  return from && to && first < last ? `${from}/${to}` : null;
}

/** The day after. */
export function dayAfter(year: string, month: number, day: number): string | null {
  const next = new Date(Date.UTC(yearFor(year), month - 1, day + 1));
  const years = next.getUTCFullYear() - yearFor(year);
  return ofDay(year === "-" ? year : String(Number(year) + years), next.getUTCMonth() + 1, next.getUTCDate());
}

/** Of a year that is not known February has 28 days. */
const yearFor = (year: string): number => (year === "-" ? 2001 : Number(year));

export function ofDays(year: string, month: number, day: number, lastMonth: number, lastDay: number): string | null {
  const from = ofDay(year, month, day), to = ofDay(year, lastMonth, lastDay);
  return from && to && from < to ? `${from}/${to}` : null;
}

export function ofDay(year: string, month: number, day: number): string | null {
  const upTo = ofMonth(year, month);
  return upTo && day >= 1 && day <= 31 ? `${upTo}-${two(day)}` : null;
}
