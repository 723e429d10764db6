/** Headings of a text that kept its marks and lines: a numbered line without an end mark. */
import type { HeadingSpan } from "./edits.ts";

const LEVELS: readonly [RegExp, number][] = [
  [/^(?:第[一二三四五六七八九十百]+[章节篇]|[一二三四五六七八九十]+、)/u, 1],
  [/^（[一二三四五六七八九十]+）/u, 2],
  [/^\d{1,2}[.．、](?!\d)/u, 3],
];
const LONGEST = 45;

export function wholeHeadings(raw: string): HeadingSpan[] {
  const out: HeadingSpan[] = [];
  let start = 0;
  const lines = raw.split("\n");
  lines.forEach((line, i) => {
    const text = line.replace(/[\r\s]+$/u, "");
    const level = LEVELS.find(([pattern]) => pattern.test(text))?.[1] ?? (i === 0 && lines.length > 1 ? 0 : undefined);
    if (level !== undefined && text !== "" && text.length <= LONGEST && !/[。；，：！？]$/u.test(text) && !/[。！？]/u.test(text)) {
      out.push({ start, end: start + text.length, level, confidence: 1 });
    }
    start += line.length + 1;
  });
  return out;
}
