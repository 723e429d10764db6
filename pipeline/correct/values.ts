/** What an editor may give as a fact's values: as exact and as possible as those of a text. Not here: which fields there are, their types. */
import type { Fact } from "../../schemas/fact.ts";
import { refusal } from "./refusal.ts";

/** Digits that a number of the machine holds as they are written, as in texts. */
const DIGITS = 15;

/** Throws UserError 65 for a number that no table could hold exactly, a period that is not in the calendar, and a range that runs backwards. Of the fact, only the fields that were given are looked at. */
export function refuseValues(fact: Fact, given: readonly string[], at: string): void {
  const held = new Map<string, unknown>(Object.entries(fact));
  for (const field of given) {
    const value = held.get(field);
    if (typeof value === "number" && !isExact(value)) throw refusal(at, `${field}: ${value} has more than ${DIGITS} digits before or after its point, or in all; no table could hold them exactly. Correct \`set\`.`);
    if (field === "timePeriod" && typeof value === "string" && !isPeriod(value)) throw refusal(at, `timePeriod: "${value}" is no time of the calendar. Write 2013, 2013-09, 2013-09-30, --09-30 where the year is not known, or a span as 2011/2015, in quotes.`);
  }
  if (fact.kind !== "observation" || !given.some((field) => field === "value" || field === "valueHigh" || field === "qualifier")) return;
  const { value, valueHigh, qualifier } = fact;
  if (qualifier !== "range" && given.includes("valueHigh")) throw refusal(at, `valueHigh is the upper end of a range, and the qualifier is ${qualifier}. Set \`qualifier: range\` too, or leave valueHigh out.`);
  if (qualifier === "range" && (valueHigh === undefined || valueHigh < value)) throw refusal(at, `a range goes from value up to valueHigh, and here it goes from ${value} to ${valueHigh ?? "nothing"}. Correct \`set\`.`);
}

function isExact(value: number): boolean {
  return Math.abs(value) < 10 ** DIGITS && Number(value.toPrecision(DIGITS)) === value && Number(value.toFixed(DIGITS)) === value;
}

/** Years, months and days as texts give them, alone or from one to another. */
function isPeriod(period: string): boolean {
  const [first = "", last = first, more] = period.split("/");
  return more === undefined && isDate(first) && isDate(last) && (first === last ? !period.includes("/") : first < last);
}

function isDate(date: string): boolean {
  const [, year, month = "01", day = "01"] = /^(\d{4}|-)(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(date) ?? [];
  if (year === undefined || date === "-") return false;
  // of a year that is not known, 29 February may have been
  const on = new Date(`${year === "-" ? "2000" : year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(on.getTime()) && on.getUTCMonth() + 1 === Number(month) && on.getUTCDate() === Number(day);
}
