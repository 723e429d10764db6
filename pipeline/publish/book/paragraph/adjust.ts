/** Widths of marks that meet, and the space between Han and Latin. First the widths, then the prohibitions (CLREQ "Prohibition Rules for Line Start
 *  and Line End", order of the two). Not here: line edges (line). */
import { classOf, CRY, ENDS_WORD, KIND, kindIn, OPENS_WORD } from "./marks.ts";
import type { Units } from "./units.ts";

/** CLREQ "Punctuation Width Adjustment": two marks that meet share half a square: 。” and ”， and （“ and 》《. CLREQ "Mixed Text": a quarter of an
 *  em between Han and Latin. */
export function adjustMarks(units: Units): void {
  const { cls, width, lead, trail, shift, gap, elastic, raised, size } = units;
  for (let i = 0; i + 1 < units.count; i++) {
    const own = cls[i]!, next = cls[i + 1]!;
    const kind = kindIn(own), follows = kindIn(next);
    if (kind === KIND.close && (follows === KIND.close || follows === KIND.open || follows === KIND.dot)) {
      width[i] = width[i]! - trail[i]!;
      trail[i] = 0;
    } else if (kind === KIND.open && follows === KIND.open) {
      width[i + 1] = width[i + 1]! - lead[i + 1]!;
      shift[i + 1] = shift[i + 1]! - lead[i + 1]!;
      lead[i + 1] = 0;
    }
    const mixed = (kind === KIND.han && (next & OPENS_WORD) !== 0) || ((own & ENDS_WORD) !== 0 && follows === KIND.han);
    if (mixed && raised[i] === 0 && raised[i + 1] === 0) gap[i] = Math.min(size[i]!, size[i + 1]!) / 4;
    // nothing opens inside words and numbers, nor around —— and ……, nor before a superscript (CLREQ "… Expansion")
    elastic[i] = (kind === KIND.latin && follows === KIND.latin) || kind === KIND.rule || follows === KIND.rule || raised[i + 1] === 1 ? 0 : 1;
  }
  joinCries(units);
}

/** ？！ and ？？ take one square, ？？？ two (GB 5.1.2): of a stack of two the second gives up its blank half as the first did. */
function joinCries({ count, cls, width, trail, codePoint }: Units): void {
  for (let i = 0; i + 1 < count; i++) {
    if ((cls[i]! & CRY) === 0) continue;
    let end = i + 1;
    while (end < count && (classOf(codePoint[end]!) & CRY) !== 0) end++;
    if (end - i === 2) {
      width[end - 1] = width[end - 1]! - trail[end - 1]!;
      trail[end - 1] = 0;
    }
    i = end - 1;
  }
}
