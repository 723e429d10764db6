/** The marks of a flattened view: which can stand at each dot, the model's decisions as edits, and the marks that numbers bring with them. Not here: deciding, where dots were lost. */
import type { FlattenedView } from "./as-flattened.ts";
import { decideMarks, type Decision } from "./decide.ts";
import type { Edit } from "./edits.ts";
import type { NumberedStart } from "./headings.ts";
import { simplify } from "./model/features.ts";
import { CLOSING, CLOSING_FIGURE, MARKS, candidates, markIndex } from "./model/marks.ts";
import type { Model } from "./model/model.ts";
import { OF_FIGURE, STANDING_MARK } from "./stretches.ts";

/** The dots that no title explains, decided by the model; marks that stand, and those of numbers, are decided already. Offsets into the view. */
export function findMarks(raw: string, view: FlattenedView, titles: readonly Edit[], numbered: readonly NumberedStart[], model: Model): Edit[] {
  const taken = new Set<number>();
  for (const { start, end } of titles) for (let i = start; i < end; i++) taken.add(i);
  const at = view.dots.filter((i) => !taken.has(i));
  const settled = new Map(view.standing);
  for (const { mark, kind } of numbered) settled.set(mark, markIndex(kind === "1." ? "." : "、"));
  const beforeNumber = new Set(numbered.map(({ start }) => start - 1));
  const simple = simplify(view.text);
  const stoodBefore = (i: number) => raw[view.at[i]! - 1];
  const open = at.map((i, k) => {
    const mark = settled.get(i);
    if (mark !== undefined) return [mark];
    const can = openMarks(view.text, simple, i, PARTS_NOTHING.has(settled.get(at[k - 1]!) ?? -1) ? -1 : at[k - 1] ?? -1, beforeNumber.has(i), stoodBefore);
    return YEAR.test(view.text.slice(i + 1, i + 6)) ? can.filter((one) => one !== POINT) : can;
  });
  const lone = Uint8Array.from(at, (dot, k) => (open[k]!.length > 1 && isOneNumber(view.text, at[k - 1], dot) ? 1 : 0));
  const decisions = decideMarks(simple, at, open, lone, model);
  // 80.3.建设: before the number of an item a rate ends with a mark
  decisions.forEach((decision, k) => {
    const next = at[k + 1];
    const leadsItem = decision.mark === PERCENT && next !== undefined && decisions[k + 1]!.mark === POINT && !/\d/u.test(simple[next + 1] ?? "") && /^\d+$/u.test(simple.slice(at[k]! + 1, next));
    if (leadsItem && !settled.has(at[k]!)) decisions[k] = { ...decision, mark: markIndex("%，") };
  });
  return decisions.flatMap((decision, k) => (settled.has(at[k]!) ? [] : [markEdit(view.text, at[k]!, besideWhatStands(raw, view.at[at[k]!]!, decision))]));
}

const POINT = markIndex(".");
const PERCENT = markIndex("%");
/** Marks after which no item begins. */
const PARTS_NOTHING: ReadonlySet<number> = new Set([POINT, PERCENT]);

/** 34.1951年: before a year a figure has ended. */
const YEAR = /^(?:1[89]|20)\d\d年/u;

/** 4.0.38个: a number has one decimal point, so two dots with nothing but digits between are not both one; 2013.9.12 is a date. */
function isOneNumber(text: string, last: number | undefined, dot: number): boolean {
  return last !== undefined && dot - last < 10 && /^\d+$/u.test(text.slice(last + 1, dot)) && !/(?:19|20)\d\d$/u.test(text.slice(Math.max(0, last - 4), last));
}

/** Marks that can stand at a dot of these words, `text` simplified; `last` is the one before it where that is a mark, or to be decided; `stoodBefore` gives the raw character before an offset. */
function openMarks(words: string, text: string, at: number, last: number, beforeNumber: boolean, stoodBefore: (i: number) => string | undefined): readonly number[] {
  const afterDigit = /\d/u.test(text[at - 1] ?? "");
  if (at === text.length - 1) return afterDigit ? CLOSING_FIGURE : CLOSING;
  if (beforeNumber && !afterDigit) return CLOSING;
  const can = afterDigit && NO_RATIO.some((figure) => figure.test(words.slice(Math.max(0, at - 24), at))) ? candidates(text, at).filter((mark) => !MARKS[mark]!.startsWith("%")) : candidates(text, at);
  return afterDigit && !/\d/u.test(text[at + 1]!) && !opensItem(text, at, last, stoodBefore) ? can.filter((mark) => mark !== POINT) : can;
}

/** Figures that have no sign to lose. */
const NO_RATIO: readonly RegExp[] = [
  /指数(?:值|得分)?(?:仅|约|已)?(?:为|是|达到|达|升至|降至|提高到|下降到)?\d\.\d{2,4}$/u, // 指数为0.5359: an index of a few, printed to two places or more
  /(?<![A-Za-z])(?:[Vv]|IP[Vv]|No\.)\d{1,4}(?:\.\d{1,4}){0,3}$/u, // v2.0, IPv6, No.3: of a version, of a number in a row
];

/** Whether a figure before a dot can be the number of an item (1.坚持): it opens a clause, and nothing of a figure follows (80.以上, 12.的街道). Any other dot after a figure
 *  would be asked again when the text is restored again (`stretches.ts`). */
function opensItem(text: string, at: number, last: number, stoodBefore: (i: number) => string | undefined): boolean {
  let start = at;
  while (/\d/u.test(text[start - 1] ?? "")) start--;
  const before = text[start - 1];
  // ）（80. and ） 80. have a bracket before them in the view only
  const followsBracket = before === ")" && /[)）]/u.test(stoodBefore(start) ?? "");
  return (before === undefined || before === "\n" || followsBracket || last === start - 1) && !OF_FIGURE.test(text.slice(at + 1, at + 3));
}

/** No line ends in ， or 、 or within a figure, and no mark is doubled: 80.，→ 80%，. */
function besideWhatStands(raw: string, at: number, decision: Decision): Decision {
  const after = raw[at + 1];
  const isFigure = /\d/u.test(raw[at - 1]!);
  if (after !== undefined && STANDING_MARK.test(after)) return { ...decision, mark: markIndex("%") };
  if ((after === "\n" || after === "\r") && /^(?:%?[，、]|[%.])$/u.test(MARKS[decision.mark]!)) return { ...decision, mark: markIndex(isFigure ? "%。" : "。") };
  return decision;
}

const REASONS: Record<(typeof MARKS)[number], string> = {
  "，": "分句之间", "、": "并列成分之间", "。": "句末", "；": "并列分句之间", "：": "提起下文", "！": "感叹句末", "？": "疑问句末", ".": "小数点或序号点",
  "%": "比率之后", "%，": "比率之后、分句之间", "%。": "比率之后、句末", "%、": "并列比率之间", "%；": "比率之后、并列分句之间",
};

/** Under this confidence a dot between two figures is said to be undecided: 9.4.5 may be 9.4%、5% or two other figures. */
const SURE_OF_FIGURE = 0.8;

function markEdit(flat: string, at: number, { mark, confidence }: Decision): Edit {
  const text = MARKS[mark]!;
  const undecided = confidence < SURE_OF_FIGURE && /^\d\.\d/u.test(flat.slice(at - 1, at + 2));
  return { start: at, end: at + 1, text, kind: text === "." ? "point" : text.startsWith("%") ? "percent" : "mark", reason: undecided ? `${REASONS[text]}；数字之间，小数点与百分号未能断定` : REASONS[text], confidence };
}

/** The marks of a paragraph's number: 一、 （一） 1. （1）, none after 第一章 and 第一条. GB/T 15834—2011, 4.5.3.5: 、 after a Chinese number, none after brackets; GB/T 9704—2012, 7.3.3. */
export function numberEdits(numbered: readonly NumberedStart[]): Edit[] {
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
