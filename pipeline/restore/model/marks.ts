/** The marks that a flattened '.' can stand for. Not here: choosing among them. */

/** Every answer the model knows. A run that begins with % belongs to figures; "." is a decimal point or the dot of a list number. */
export const MARKS = ["，", "、", "。", "；", "：", "！", "？", ".", "%", "%，", "%。", "%、", "%；"] as const;
export type Mark = (typeof MARKS)[number];

/** Its index; -1 for what is no answer. */
export const markIndex = (mark: Mark) => MARKS.indexOf(mark);
const POINT = markIndex(".");

/** Indices into MARKS that can stand between two characters: a figure may lose its %, digits on both sides may keep their point. */
const AFTER_TEXT = MARKS.flatMap((mark, index) => (mark === "." || mark.startsWith("%") ? [] : [index]));
const AFTER_DIGIT = MARKS.flatMap((mark, index) => (mark === "." ? [] : [index]));
/** After a bare % the sentence goes on with what belongs to the figure; before anything else a mark stands too. */
const GOES_ON = /^(?:的|以上|以下|以内|左右|上下|之间|多|和|与|至|到|及|或|股|税|提|上升|下降|增|升|降|扩|减|由|覆盖|实现)/u;
const AFTER_FIGURE = AFTER_DIGIT.filter((index) => MARKS[index] !== "%");
const BETWEEN_DIGITS = MARKS.map((_, index) => index);

/** Words that link clauses or open them, and never a member of a list: no 、 stands before one, nor before a share of a whole (26%的…).
 * In 2.3 million characters of official prose 、 stands before them in fewer than 2 of 100 places. */
const CONNECTIVE = /^(?:目前|当前|由于|虽然|尽管|但|然而|因此|因而|所以|同时|此外|另外|从而|并且|而且|不仅|旨在|导致|致使|使得|其中|也|还|仍|则|都|将|形成|与此同时|随着|为此|对此|由此|并(?!行|列|购|网)|使(?!用)|尤其是|特别是|例如|比如|另有|一是|二是|三是|四是|五是|具体是|具体为|分别是|分别为|(?:有|另有|超过|近|约|不足)?\d+(?:\.\d+)?\.?的)/u;
const AFTER_TEXT_NO_LIST = AFTER_TEXT.filter((index) => MARKS[index] !== "、");
/** How far CONNECTIVE and GOES_ON look. */
const AHEAD = 9;

/** 1. 12. at the start of a clause may be the number of an item: its dot is its own. The 3. of 7.3. is none. */
const ITEM = /(?:^|[^\d][.)\n])\d{1,2}$/u;
const LONGEST_ITEM = 4;
const OF_ITEM = [...AFTER_FIGURE, POINT];
const OF_ITEM_GOING_ON = [...AFTER_DIGIT, POINT];

/** Indices of the marks that can stand at a dot of a flattened text, at least one.
 *
 * dot     its offset */
export function candidates(text: string, dot: number): readonly number[] {
  const after = text.slice(dot + 1, dot + 1 + AHEAD);
  if (!/\d/u.test(text[dot - 1] ?? "")) return CONNECTIVE.test(after) ? AFTER_TEXT_NO_LIST : AFTER_TEXT;
  if (/^\d/u.test(after)) return BETWEEN_DIGITS;
  const isItem = ITEM.test(text.slice(Math.max(0, dot - LONGEST_ITEM), dot));
  if (GOES_ON.test(after)) return isItem ? OF_ITEM_GOING_ON : AFTER_DIGIT;
  return isItem ? OF_ITEM : AFTER_FIGURE;
}

/** What can stand where a numbered item or a heading follows, and at the end of a text: a sentence or an item has ended, or a list is announced. GB/T 15834—2011, 4.4.3.2 and 4.5.3. */
export const CLOSING: readonly number[] = (["。", "；", "：", "！", "？"] as const).map(markIndex);
/** The same after a figure. */
export const CLOSING_FIGURE: readonly number[] = (["%。", "。"] as const).map(markIndex);
