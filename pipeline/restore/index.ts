/** restore: raw text → the text as it was written, what was put back, and the way back to the raw offsets.
 *
 *  in      Document: decoded text; offsets are UTF-16 code units into `text`
 *  out     Restored: text, repairs in raw order, map restored → raw
 *  holds   content characters come through unchanged and in order (compatibility forms aside), figures to the digit; what kept its marks stays as it is, a whole text or
 *          a stretch of it; restoring twice is restoring once
 *  errors  none: what cannot be decided stays as it was
 *  source  GB/T 15834—2011 for the use of marks */
import type { Restored } from "../../schemas/repair.ts";
import type { Document } from "../../schemas/source.ts";
import { asFlattened, type FlattenedView } from "./as-flattened.ts";
import { putBack, type Edit, type HeadingSpan } from "./edits.ts";
import { findGlyphs } from "./glyphs.ts";
import { findNumbered, type NumberedStart } from "./headings.ts";
import { findMarks, numberEdits } from "./marks.ts";
import type { Model } from "./model/model.ts";
import { findBrackets, findQuotations } from "./pairs.ts";
import { findLosses, type Losses } from "./stretches.ts";
import { findLostTitles } from "./titles.ts";
import { wholeHeadings } from "./whole.ts";

export { decodeModel, type Model } from "./model/model.ts";

export function restore(document: Document, model: Model): Restored {
  const raw = document.text;
  const losses = findLosses(raw);
  const whole = wholeHeadings(raw, losses.dots);
  if (losses.dots.length === 0) return putBack(document.id, raw, findGlyphs(raw), whole, new Set());
  const view = asFlattened(raw, losses);
  const numbered = numberedStarts(raw, view, model);
  const headings = numbered.flatMap(({ heading }) => heading ?? []);
  const numbers = new Set(numbered.map(({ mark }) => mark));
  const titles = findLostTitles(view.text).filter(({ start, end }) => view.isLost(start, end) && !(end > start && numbers.has(start)));
  const marks = findMarks(raw, view, titles, numbered, model);
  const edits = [...titles, ...marks, ...numberEdits(numbered), ...lostBrackets(view, titles, numbers, model)].map(view.toRaw);
  return putBack(document.id, raw, [...edits, ...lostQuotations(raw, losses), ...findGlyphs(raw)], [...whole, ...headings.map(view.toRaw)], new Set(numbered.map(({ start }) => view.at[start]!)));
}

/** Numbered starts whose mark was lost, or stands as the dot it always was (1.); a heading that would run over a line end, into a title or past what was lost is none. */
function numberedStarts(raw: string, view: FlattenedView, model: Model): NumberedStart[] {
  // 增长42.1.提高到, 占98.1): the decimals of a figure, and no line ends within one
  const isDecimals = (start: number) => /\d\.$/u.test(raw.slice(Math.max(0, view.at[start]! - 2), view.at[start])) && /\d/u.test(raw[view.at[start]!]!);
  return findNumbered(view.text, model)
    .filter(({ start, mark, kind }) => view.isLost(start, start) && view.isLost(start, mark) && !isDecimals(start) && (kind === "1." ? raw[view.at[mark]!] === "." : view.isLost(mark, mark + 1)))
    .map((found) => (found.heading && isHeading(raw, view.toRaw(found.heading), view.isLost(found.heading.end - 1, found.heading.end)) ? found : { ...found, heading: null }));
}

function isHeading(raw: string, { start, end }: HeadingSpan, endsInLoss: boolean): boolean {
  const words = raw.slice(start, end);
  return endsInLoss && !/[\r\n]|[\uD800-\uDBFF]$/u.test(words) && words.lastIndexOf("《") <= words.lastIndexOf("》");
}

/** Brackets of stretches that lost their marks, in the view; one whose partner stands is none. */
function lostBrackets(view: FlattenedView, titles: readonly Edit[], numbers: ReadonlySet<number>, model: Model): Edit[] {
  const explained = new Set([...titles.flatMap(({ start, end }) => (end > start ? [start] : [])), ...numbers]);
  let depth = 0;
  for (const { 0: c, index: at } of view.text.matchAll(/[(.)\n]/gu)) {
    if (c === "(") depth++;
    else if (c !== ")") depth = c === "\n" ? 0 : depth;
    else if (depth > 0) { depth--; explained.add(at); }
    else if (!view.isLost(at, at + 1)) explained.add(at);
  }
  return findBrackets(view.text, explained, model).filter(({ start, end }) => view.isLost(start, end));
}

/** Quotation marks are paired within a run of stretches that lost their marks. */
function lostQuotations(raw: string, { regions, lost }: Losses): Edit[] {
  return regions.flatMap(({ start, end }) => findQuotations(raw.slice(start, end)).map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start })))
    .filter(({ start }) => lost[start] === 1);
}
