/** restore: raw text → the text as it was written, what was put back, and the way back to the raw offsets.
 *
 *  in      Document: decoded text; offsets are UTF-16 code units into `text`
 *  out     Restored: text, repairs in raw order, map restored → raw
 *  holds   content characters come through unchanged and in order (compatibility forms aside); a text that kept its marks comes back itself
 *  errors  none: what cannot be decided stays as it was
 *  source  GB/T 15834—2011 for the use of marks */
import type { Restored } from "../../schemas/repair.ts";
import type { Document } from "../../schemas/source.ts";
import { bestMarks, type Decision } from "./decide.ts";
import { putBack, type Edit, type HeadingSpan } from "./edits.ts";
import { findGlyphs } from "./glyphs.ts";
import { findNumbered, findTitle, type NumberedStart } from "./headings.ts";
import { placesOf, simplify } from "./model/features.ts";
import { MARKS } from "./model/marks.ts";
import type { Model } from "./model/model.ts";
import { findBrackets, findQuotations } from "./pairs.ts";
import { findLostTitles } from "./titles.ts";
import { wholeHeadings } from "./whole.ts";

export { decodeModel, type Model } from "./model/model.ts";

export function restore(document: Document, model: Model): Restored {
  const raw = document.text;
  if (!isFlattened(raw)) return putBack(document.id, raw, findGlyphs(raw), wholeHeadings(raw), new Set());
  const title = findTitle(raw);
  const numbered = findNumbered(raw, model);
  const headings = [...(title ? [title] : []), ...numbered.flatMap(({ heading }) => heading ?? [])];
  const titles = findLostTitles(raw).filter((edit) => !numbered.some(({ mark }) => mark === edit.start));
  const marks = findMarks(raw, titles, numbered, headings, model);
  const explained = new Set([...titles.flatMap(({ start, end }) => (end > start ? [start] : [])), ...numbered.map(({ mark }) => mark)]);
  const edits = [...titles, ...marks, ...numberEdits(numbered), ...findQuotations(raw), ...findBrackets(raw, explained), ...findGlyphs(raw)];
  return putBack(document.id, raw, edits, headings, new Set(numbered.map(({ start }) => start)));
}

/** A text has lost its marks where dots stand between Han characters and full-width marks hardly occur. */
export function isFlattened(raw: string): boolean {
  const dots = raw.match(/\p{Script=Han}['’”)]?\.|\.['‘“(]?\p{Script=Han}/gu)?.length ?? 0;
  const whole = raw.match(/[，。、；：！？]/gu)?.length ?? 0;
  return dots > whole;
}

/** The dots that neither a title nor a number explains, decided by the model. */
function findMarks(raw: string, titles: readonly Edit[], numbered: readonly NumberedStart[], headings: readonly HeadingSpan[], model: Model): Edit[] {
  const taken = (at: number) => titles.some((edit) => edit.start <= at && at < edit.end) || numbered.some(({ mark }) => mark === at);
  const at = [...raw.matchAll(/\./gu)].map((match) => match.index).filter((i) => i > 0 && !taken(i));
  const simple = simplify(withHeadingsParted(raw, headings));
  const places = placesOf(simple, at);
  const beforeNumber = new Set(numbered.map(({ start }) => start - 1));
  return bestMarks(raw, places, model, settled(raw, at, beforeNumber)).map((decision, i) => markEdit(at[i]!, decision));
}

/** A heading is no clause: what stands before and after it is read as if a line ended there. */
function withHeadingsParted(raw: string, headings: readonly HeadingSpan[]): string {
  const text = raw.split("");
  for (const { end } of headings) if (end < text.length && text[end - 1] !== ".") text[end - 1] = "\n";
  return text.join("");
}

const index = (mark: (typeof MARKS)[number]) => MARKS.indexOf(mark);

/** Dots that need no weighing. */
function settled(raw: string, at: readonly number[], beforeNumber: ReadonlySet<number>): Map<number, number> {
  const out = new Map<number, number>();
  for (const i of at) {
    const before = raw[i - 1]!, after = raw.slice(i + 1, i + 3);
    if (beforeNumber.has(i) && !/\d/u.test(before)) out.set(i, index("。"));
    // The dot of a figure parts digits; one that ends a figure is a mark or a lost %.
    else if (i === raw.length - 1) out.set(i, /\d/u.test(before) ? index("%。") : index("。"));
    // 80.以上, 26.的省: what follows belongs to the figure, so no mark stands between
    else if (/\d/u.test(before) && /^(?:以上|以下|以内|左右|的|提高|增加|上升|降|减|提升|增至|扩大)/u.test(after)) out.set(i, index("%"));
  }
  return out;
}

const REASONS: Record<(typeof MARKS)[number], string> = {
  "，": "分句之间", "、": "并列成分之间", "。": "句末", "；": "并列分句之间", "：": "提起下文", "！": "感叹句末", "？": "疑问句末", ".": "小数点或序号点",
  "%": "比率之后", "%，": "比率之后、分句之间", "%。": "比率之后、句末", "%、": "并列比率之间", "%；": "比率之后、并列分句之间",
};

function markEdit(at: number, { mark, confidence }: Decision): Edit {
  const text = MARKS[mark]!;
  return { start: at, end: at + 1, text, kind: text === "." ? "point" : text.startsWith("%") ? "percent" : "mark", reason: REASONS[text], confidence };
}

/** The mark after a heading's number: 一、 （一） 1. GB/T 15834—2011, 4.5.3.5: 、 after a Chinese number, none after brackets, a dot after figures. */
function numberEdits(numbered: readonly NumberedStart[]): Edit[] {
  return numbered.flatMap(({ start, mark, level }): Edit[] => {
    if (level === 1) return [{ start: mark, end: mark + 1, text: "、", kind: "mark", reason: "汉字序号之后", confidence: 0.98 }];
    if (level === 2) return [{ start, end: start, text: "（", kind: "bracket", reason: "汉字序号的括号", confidence: 0.98 }, { start: mark, end: mark + 1, text: "）", kind: "bracket", reason: "汉字序号的括号", confidence: 0.98 }];
    return [{ start: mark, end: mark + 1, text: ".", kind: "point", reason: "阿拉伯数字序号之后", confidence: 0.95 }];
  });
}
