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
import { bestMarks, type Decision } from "./decide.ts";
import { putBack, type Edit, type HeadingSpan } from "./edits.ts";
import { findGlyphs } from "./glyphs.ts";
import { findNumbered, type NumberedStart } from "./headings.ts";
import { placesOf, simplify } from "./model/features.ts";
import { MARKS } from "./model/marks.ts";
import type { Model } from "./model/model.ts";
import { findBrackets, findQuotations } from "./pairs.ts";
import { STANDING_MARK, findLosses, type Losses } from "./stretches.ts";
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
  const marks = findMarks(raw, view, titles, numbered, headings, model);
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

/** The dots that neither a title nor a number explains, decided by the model; marks that stand are decided already. Offsets into the view. */
function findMarks(raw: string, view: FlattenedView, titles: readonly Edit[], numbered: readonly NumberedStart[], headings: readonly HeadingSpan[], model: Model): Edit[] {
  const taken = new Set(numbered.map(({ mark }) => mark));
  for (const { start, end } of titles) for (let i = start; i < end; i++) taken.add(i);
  const at = view.dots.filter((i) => !taken.has(i));
  const places = placesOf(simplify(withHeadingsParted(view.text, headings)), at);
  const beforeNumber = new Set(numbered.map(({ start }) => start - 1));
  const fixed = settled(view.text, at.filter((i) => !view.standing.has(i)), beforeNumber);
  for (const [i, mark] of view.standing) fixed.set(i, mark);
  const decisions = bestMarks(view.text, places, model, fixed);
  return at.flatMap((i, k) => (view.standing.has(i) ? [] : [markEdit(i, besideWhatStands(raw, view.at[i]!, decisions[k]!))]));
}

/** No line ends in ， or 、 or within a figure, and no mark is doubled: 80.，→ 80%，. */
function besideWhatStands(raw: string, at: number, decision: Decision): Decision {
  const after = raw[at + 1];
  const isFigure = /\d/u.test(raw[at - 1]!);
  if (after !== undefined && STANDING_MARK.test(after)) return { ...decision, mark: index("%") };
  if ((after === "\n" || after === "\r") && /^(?:%?[，、]|[%.])$/u.test(MARKS[decision.mark]!)) return { ...decision, mark: index(isFigure ? "%。" : "。") };
  return decision;
}

/** A heading is no clause: what stands before and after it is read as if a line ended there. */
function withHeadingsParted(text: string, headings: readonly HeadingSpan[]): string {
  const units = text.split("");
  for (const { end } of headings) if (end < units.length && units[end - 1] !== ".") units[end - 1] = "\n";
  return units.join("");
}

const index = (mark: (typeof MARKS)[number]) => MARKS.indexOf(mark);

/** Dots that need no weighing. */
function settled(text: string, at: readonly number[], beforeNumber: ReadonlySet<number>): Map<number, number> {
  const out = new Map<number, number>();
  for (const i of at) {
    const before = text[i - 1] ?? "", after = text.slice(i + 1, i + 3);
    if (beforeNumber.has(i) && !/\d/u.test(before)) out.set(i, index("。"));
    // The dot of a figure parts digits; one that ends a figure is a mark or a lost %.
    else if (i === text.length - 1) out.set(i, /\d/u.test(before) ? index("%。") : index("。"));
    // 80.以上, 26.的省: what follows belongs to the figure, so no mark stands between
    else if (/\d/u.test(before) && /^(?:以上|以下|以内|左右|的|提高|增加|上升|降|减|提升|增至|扩大)/u.test(after)) out.set(i, index("%"));
  }
  return out;
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

const REASONS: Record<(typeof MARKS)[number], string> = {
  "，": "分句之间", "、": "并列成分之间", "。": "句末", "；": "并列分句之间", "：": "提起下文", "！": "感叹句末", "？": "疑问句末", ".": "小数点或序号点",
  "%": "比率之后", "%，": "比率之后、分句之间", "%。": "比率之后、句末", "%、": "并列比率之间", "%；": "比率之后、并列分句之间",
};

function markEdit(at: number, { mark, confidence }: Decision): Edit {
  const text = MARKS[mark]!;
  return { start: at, end: at + 1, text, kind: text === "." ? "point" : text.startsWith("%") ? "percent" : "mark", reason: REASONS[text], confidence };
}

/** The marks of a paragraph's number: 一、 （一） 1. （1）, none after 第一章 and 第一条. GB/T 15834—2011, 4.5.3.5: 、 after a Chinese number, none after brackets; GB/T 9704—2012, 7.3.3. */
function numberEdits(numbered: readonly NumberedStart[]): Edit[] {
  return numbered.flatMap(({ start, mark, kind }): Edit[] => {
    const end = mark + 1;
    switch (kind) {
      case "一、": return [{ start: mark, end, text: "、", kind: "mark", reason: "汉字序号之后", confidence: 0.98 }];
      case "（一）":
      case "（1）": return [{ start, end: start, text: "（", kind: "bracket", reason: "序号的括号", confidence: 0.98 }, { start: mark, end, text: "）", kind: "bracket", reason: "序号的括号", confidence: 0.98 }];
      case "1.": return [{ start: mark, end, text: ".", kind: "point", reason: "阿拉伯数字序号之后", confidence: 0.95 }];
      default: return [];
    }
  });
}
