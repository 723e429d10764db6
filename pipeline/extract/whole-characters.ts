/** A draft that ends where characters end. Rules count UTF-16 units (the last ten before a verb), and may cut 𠮷 in two. Not here: what a draft says. */
import type { Draft } from "./draft.ts";

/** Half a character at an end goes: of a passage outwards, so that it is whole; of a slot inwards, as the other half is not in it. */
export function withWholeCharacters(draft: Draft, text: string): Draft {
  const [start, end] = [isWithin(text, draft.start) ? draft.start - 1 : draft.start, isWithin(text, draft.end) ? draft.end + 1 : draft.end];
  const slots = Object.entries(draft);
  if (start === draft.start && end === draft.end && slots.every(([, value]) => isWhole(value))) return draft;
  return { ...Object.fromEntries(slots.map(([slot, value]) => [slot, Array.isArray(value) ? value.map(trimmed) : trimmed(value)])), start, end } as Draft;
}

const isWithin = (text: string, at: number) => isHalf(text.charCodeAt(at - 1), 0xd800) && isHalf(text.charCodeAt(at), 0xdc00);
const isHalf = (unit: number, first: number) => unit >= first && unit < first + 0x400;

/** With the u flag these are halves alone, none that has its partner. */
const HALF = /[\uD800-\uDFFF]/u, HALVES = /[\uD800-\uDFFF]/gu;
const isWhole = (value: unknown): boolean => (Array.isArray(value) ? value.every(isWhole) : typeof value !== "string" || !HALF.test(value));
const trimmed = (value: unknown): unknown => (typeof value === "string" ? value.replace(HALVES, "") : value);
