/** Proof: a value is found again in its own passage. Not here: what becomes of a fact whose proof fails. */
import { NUMBER, halfWidth, parseNumber } from "./numerals.ts";
import type { QuantityReader } from "./quantities.ts";

const LITERAL = new RegExp(`(?<number>${NUMBER})(?:余|多|几|来)?(?<scale>[万亿]{0,2})`, "gu");

/** Whether a passage alone says the value, and the upper one of a range: read as a quantity, or as a numeral that stands in it. The sign is the measure's (下降3% is −3). */
export function isProven(passage: string, { value, valueHigh }: { readonly value: number; readonly valueHigh?: number | undefined }, read: QuantityReader): boolean {
  const wanted = [Math.abs(value), ...(valueHigh === undefined ? [] : [Math.abs(valueHigh)])];
  const said = new Set(read(passage).flatMap((quantity) => [quantity.value, quantity.valueHigh ?? quantity.value]));
  const isRead = (number: number) => said.has(number) || literalsOf(passage).includes(number);
  return wanted.every(isRead);
}

/** The numerals of a passage, each with its own multiplier and, for 5到10万, with that of the number after it. */
function literalsOf(passage: string): number[] {
  const found = [...halfWidth(passage).matchAll(LITERAL)];
  return found.flatMap((match, i) => {
    const { number, scale } = match.groups as { number: string; scale: string };
    const next = found[i + 1]?.[0].match(/[十百千万亿]{1,3}$/u)?.[0] ?? "";
    return [number, number + scale, number + next].flatMap((literal) => parseNumber(literal) ?? []);
  });
}
