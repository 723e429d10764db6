/** Headings among lines that kept their marks: a numbered line without an end mark, and the text's title. */
import type { HeadingSpan } from "./edits.ts";

const LEVELS: readonly [RegExp, number][] = [
  [/^(?:第[一二三四五六七八九十百]+[章节篇]|[一二三四五六七八九十]+、)/u, 1],
  [/^（[一二三四五六七八九十]+）/u, 2],
  [/^\d{1,2}[.．、](?!\d)/u, 3],
];
const LONGEST = 45;

/** in: raw text, and the offsets of the marks it lost, rising: a line that lost one is left to `findNumbered`. */
export function wholeHeadings(raw: string, lostDots: readonly number[] = []): HeadingSpan[] {
  const out: HeadingSpan[] = [];
  const lines = [...raw.matchAll(/[^\r\n]+/gu)];
  let nextLost = 0;
  lines.forEach((match, i) => {
    const start = match.index;
    while (nextLost < lostDots.length && lostDots[nextLost]! < start) nextLost++;
    if (nextLost < lostDots.length && lostDots[nextLost]! < start + match[0].length) return;
    const text = match[0].trimEnd();
    if (text === "" || text.length > LONGEST || /[。；，：！？]$/u.test(text) || /[。！？]/u.test(text)) return;
    const level = LEVELS.find(([pattern]) => pattern.test(text))?.[1] ?? (i === 0 && lines.length > 1 ? 0 : undefined);
    if (level !== undefined) out.push({ start, end: start + text.length, level, confidence: 1 });
  });
  return out;
}
