/** Changes to a restored text that keep its map and its headings. Not here: which changes are asked for. */
import type { Restored } from "../../schemas/repair.ts";

/** Text with the raw stretch behind each UTF-16 unit. */
export interface Mapped { readonly text: string; readonly from: readonly number[]; readonly to: readonly number[] }

/** restored[start, end) becomes `by`; headings move along. What is put in at a heading's end belongs to it, what is put in at its start too. */
export function splice(restored: Restored, start: number, end: number, by: Mapped): Restored {
  const moved = by.text.length - (end - start);
  return {
    ...restored,
    text: restored.text.slice(0, start) + by.text + restored.text.slice(end),
    from: [...restored.from.slice(0, start), ...by.from, ...restored.from.slice(end)],
    to: [...restored.to.slice(0, start), ...by.to, ...restored.to.slice(end)],
    headings: restored.headings.map((heading) => ({
      ...heading,
      start: heading.start <= start ? heading.start : heading.start >= end ? heading.start + moved : start,
      end: heading.end < start ? heading.end : heading.end >= end ? heading.end + moved : start + by.text.length,
    })),
  };
}

/** The units of the restored text that stand for raw[start, end), start < end, with what was put in within; without what was put in before it (`put`, from there on) or after. */
export function unitsOf({ from, to }: Pick<Restored, "from" | "to">, start: number, end: number): { put: number; start: number; end: number } {
  const put = firstFrom(from, start);
  const last = firstFrom(from, end);
  let first = put;
  while (first < last && to[first] === start) first++;
  return { put, start: first, end: last };
}

/** The index of the first unit that begins at a raw offset or after it; `from` never falls. */
function firstFrom(from: readonly number[], offset: number): number {
  let low = 0, high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Text put in at a raw offset. */
export function putIn(text: string, at: number): Mapped {
  return replaced(text, at, at);
}

/** Text that stands for raw[start, end) as a whole. */
export function replaced(text: string, start: number, end: number): Mapped {
  return { text, from: filled(text.length, start), to: filled(text.length, end) };
}

/** raw[start, start + text.length) as it stands. */
function copied(text: string, start: number): Mapped {
  return { text, from: filled(text.length, start).map((at, i) => at + i), to: filled(text.length, start).map((at, i) => at + i + 1) };
}

const filled = (length: number, value: number) => Array.from({ length }, () => value);

/** `reads` for the raw words that begin at `start`: what both have at their ends is copied, the middle stands for the middle.
 *
 * Nothing is put in at the end: what stands there could not be told from what the next place begins with. */
export function reading(reads: string, words: string, start: number): Mapped {
  let suffix = 0;
  while (suffix < reads.length && suffix < words.length && reads.at(-1 - suffix) === words.at(-1 - suffix)) suffix++;
  let prefix = 0;
  while (prefix < reads.length - suffix && prefix < words.length - suffix && reads[prefix] === words[prefix]) prefix++;
  if (suffix === 0 && prefix === words.length && reads.length > words.length) prefix--;
  const end = start + words.length;
  const parts = [copied(reads.slice(0, prefix), start), replaced(reads.slice(prefix, reads.length - suffix), start + prefix, end - suffix), copied(reads.slice(reads.length - suffix), end - suffix)];
  return { text: reads, from: parts.flatMap(({ from }) => from), to: parts.flatMap(({ to }) => to) };
}
