/** Quotation marks and brackets: what comes in pairs. Not here: brackets that are all that is left of a title. */
import type { Edit } from "./edits.ts";

/** ' … ' → “ … ”, in turn; a last one without a partner stays as it is. GB/T 15834—2011, 4.8. */
export function findQuotations(raw: string): Edit[] {
  const at = [...raw.matchAll(/['"]/gu)].map((match) => match.index).filter((i) => !/[a-z]'[a-z]/iu.test(raw.slice(i - 1, i + 2)));
  const paired = at.length - (at.length % 2);
  return at.slice(0, paired).map((start, i) => ({ start, end: start + 1, text: i % 2 === 0 ? "“" : "”", kind: "quotation", reason: i % 2 === 0 ? "成对引号之前者" : "成对引号之后者", confidence: 0.95 }));
}

/** Openers of what stands in brackets: the lost （ goes before them. */
const OPENS = /(?:以下简称|简称|不含|含|包括|其中|下同|试行|暂行|征求意见稿|送审稿|修订版|摘要|第[一二三四五六七八九十\d]+期|即|见)[^.)]*$/u;
/** A clause this short before ） is taken as bracketed whole: （5月29日讯）. */
const SHORT_CLAUSE = 12;

/** ） whose （ was lost: both are put back where the language says where it opened; else the ） is left alone and said to be unsure.
 *
 * skip   offsets of brackets already explained (titles, numbers) */
export function findBrackets(raw: string, skip: ReadonlySet<number>): Edit[] {
  return [...raw.matchAll(/\)/gu)].flatMap((match): Edit[] => {
    const at = match.index;
    if (skip.has(at)) return [];
    const clauseStart = Math.max(raw.lastIndexOf(".", at - 1), raw.lastIndexOf("\n", at - 1), raw.lastIndexOf(")", at - 1)) + 1;
    const clause = raw.slice(clauseStart, at);
    const close = (confidence: number): Edit => ({ start: at, end: at + 1, text: "）", kind: "bracket", reason: "右括号", confidence });
    const opener = OPENS.exec(clause);
    if (opener && opener.index > 0) return [{ start: clauseStart + opener.index, end: clauseStart + opener.index, text: "（", kind: "bracket", reason: "注语之首", confidence: 0.8 }, close(0.9)];
    if (clause.length > 0 && clause.length <= SHORT_CLAUSE) return [{ start: clauseStart, end: clauseStart, text: "（", kind: "bracket", reason: "短分句整体在括号之内", confidence: 0.6 }, close(0.9)];
    return [close(0.3)];
  });
}
