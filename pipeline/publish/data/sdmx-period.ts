/** Periods of facts (ISO 8601) → SDMX's TIME_PERIOD and FREQ. */

/** A period as SDMX writes it. */
export interface SdmxPeriod {
  /** a year, month or day as in ISO 8601; a span by its first day and its length, both ends within: 2011-01-01/P5Y */
  period: string;
  /** CL_FREQ: A, M or D by the grain of the period; _O for a span */
  frequency: "A" | "M" | "D" | "_O";
}

const GRAINS = { 4: "A", 7: "M", 10: "D" } as const;
type Length = keyof typeof GRAINS;
const isLength = (length: number): length is Length => length in GRAINS;

/** 2013-09 → itself; 2011/2015 → 2011-01-01/P5Y (SDMX 3.0, section 6, “time range”). Null where the text does not say, and where it does not say the year (--05-29): SDMX has no such period. */
export function sdmxPeriod(timePeriod: string | null): SdmxPeriod | null {
  if (timePeriod === null || timePeriod.startsWith("-")) return null;
  const [first = "", last = first] = timePeriod.split("/");
  if (!isLength(first.length) || !isLength(last.length)) return null;
  if (first === last) return { period: first, frequency: GRAINS[first.length] };
  return { period: `${first.padEnd(10, "-01-01".slice(first.length - 4))}/P${lengthOf(first, last)}`, frequency: "_O" };
}

/** Whole years or months where both ends are, days where one is a day. */
function lengthOf(first: string, last: string): string {
  const [from, to] = [startOf(first), afterEndOf(last)];
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  if (first.length === 4 && last.length === 4) return `${months / 12}Y`;
  if (first.length < 10 && last.length < 10) return `${months}M`;
  return `${(to.getTime() - from.getTime()) / DAY}D`;
}

const DAY = 86_400_000;

function partsOf(date: string): [year: number, month: number, day: number] {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return [year, month - 1, day];
}

function startOf(date: string): Date {
  return new Date(Date.UTC(...partsOf(date)));
}

/** The day after the last of a year, month or day. */
function afterEndOf(date: string): Date {
  const [year, month, day] = partsOf(date);
  if (date.length === 4) return new Date(Date.UTC(year + 1, 0, 1));
  return date.length === 7 ? new Date(Date.UTC(year, month + 1, 1)) : new Date(Date.UTC(year, month, day + 1));
}
