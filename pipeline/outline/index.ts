/** outline: restored text → sections and sentences, each with its raw span.
 *
 *  in      Restored
 *  out     Outline: sections with their paths, sentences in order; headings are not among the sentences
 *  holds   restored.text.slice(sentence.start, sentence.end) === sentence.text; every sentence's raw span is not empty; none is longer than 800 units
 *  errors  none */
import type { Outline, Section, Sentence } from "../../schemas/outline.ts";
import { rawSpan, type Restored } from "../../schemas/repair.ts";

const NUMBER = /^(?:第[一二三四五六七八九十百]+[章节篇]|[一二三四五六七八九十]+、|（(?:[一二三四五六七八九十]+|\d{1,2})）|\d{1,2}[.．、])[\s　]*/u;

export function outline(restored: Restored): Outline {
  const sections: Section[] = [{ level: 0, heading: "", title: "", path: [], span: null }];
  const sentences: Sentence[] = [];
  let paragraph = -1;
  for (const line of linesOf(restored.text)) {
    const heading = restored.headings.find((h) => h.start === line.start);
    if (heading) {
      const text = restored.text.slice(heading.start, heading.end);
      const section = { level: heading.level, heading: text, title: text.replace(NUMBER, ""), path: [...pathAbove(sections, heading.level), text], span: rawSpan(restored, heading.start, heading.end) };
      // The title of the text is section 0 itself.
      if (heading.level === 0 && sentences.length === 0 && sections.length === 1) sections[0] = section;
      else sections.push(section);
      continue;
    }
    paragraph++;
    for (const { start, end } of sentencesOf(restored.text, line.start, line.end)) {
      const span = rawSpan(restored, start, end);
      if (span) sentences.push({ section: sections.length - 1, paragraph, start, end, span, text: restored.text.slice(start, end) });
    }
  }
  return { document: restored.document, title: sections[0]!.title, sections, sentences };
}

/** Headings above a new one: the nearest before it of each lower level. */
function pathAbove(sections: readonly Section[], level: number): string[] {
  const path: string[] = [];
  let below = level;
  for (const section of sections.toReversed()) {
    if (section.heading === "" || section.level >= below) continue;
    path.unshift(section.heading);
    below = section.level;
  }
  return path;
}

function* linesOf(text: string): Generator<{ start: number; end: number }> {
  for (const match of text.matchAll(/[^\n]+/gu)) yield { start: match.index, end: match.index + match[0].length };
}

/** Longest sentence, in UTF-16 units. Rules look around within a sentence, so one without end would take the square of its length; the longest of 20,000 in 150 official texts has 532. */
const LONGEST = 800;

/** Sentences end at 。！？ with the closing quotes and brackets that follow; GB/T 15834—2011, 4.1–4.3. */
function* sentencesOf(text: string, start: number, end: number): Generator<{ start: number; end: number }> {
  for (const match of text.slice(start, end).matchAll(/[^。！？]+(?:[。！？]+[”’）》]*|$)/gu)) {
    yield* piecesOf(text, start + match.index, start + match.index + match[0].length);
  }
}

/** A sentence, or the pieces of one that is too long: cut after the last mark or blank that fits, else between two characters. */
function* piecesOf(text: string, start: number, end: number): Generator<{ start: number; end: number }> {
  let from = start;
  while (end - from > LONGEST) {
    const piece = text.slice(from, from + LONGEST);
    const mark = Math.max(...["，", "；", "：", "、", " "].map((one) => piece.lastIndexOf(one)));
    const to = from + (mark >= 0 ? mark + 1 : /[\uD800-\uDBFF]$/u.test(piece) ? LONGEST - 1 : LONGEST);
    yield { start: from, end: to };
    from = to;
  }
  yield { start: from, end };
}
