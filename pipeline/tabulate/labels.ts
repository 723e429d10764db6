/** Names for the bars of a figure: distinct, and short enough to be set beside them. Not here: drawing. */
import { group } from "d3-array";
import { shortened } from "./words.ts";

/** Two lines of a bar's name. */
const LONGEST = 30;

/** A name an item; where two would be the same, `apart` tells them apart, and a number where that does not. */
export function labels<T>(items: readonly T[], name: (item: T) => string, apart: (item: T) => string | null): string[] {
  const plain = items.map((item) => shortened(name(item), LONGEST));
  const told = distinct(plain, (label, i) => {
    const more = apart(items[i]!);
    return more === null || more === "" ? label : `${shortened(label, LONGEST - 12)}（${shortened(more, 12)}）`;
  });
  const order = new Map<string, number>();
  return distinct(told, (label) => {
    const n = (order.get(label) ?? 0) + 1;
    order.set(label, n);
    return `${label}${n}`;
  });
}

/** Changes the labels that stand more than once. */
function distinct(all: readonly string[], change: (label: string, i: number) => string): string[] {
  const same = group(all, (label) => label);
  return all.map((label, i) => (same.get(label)!.length > 1 ? change(label, i) : label));
}
