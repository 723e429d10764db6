/** Quotation marks and brackets: what comes in pairs. Not here: brackets that are all that is left of a title. */
import type { Edit } from "./edits.ts";
import { LONGEST_NOTE, openingsOf } from "./model/bracket-features.ts";
import { simplify } from "./model/features.ts";
import { bracketScore, type HeadingsModel } from "./model/headings-model.ts";

/** What a quotation mark without a partner costs against a pair that looks wrong. */
const ALONE = 5;
/** Quotations beside each other are commoner than one in another. */
const NESTED = 1.5;
/** Words that follow a quotation and begin none. */
const FOLLOWS = /^(?:[.)]|的|等|和|为|是|在|与|及|或|中)/u;

type Pairing = readonly { readonly open: number; readonly close: number; readonly depth: 0 | 1 }[];

/** ' … ' → “ … ”, and ‘ … ’ within; a mark without a partner stays as it is and is said to be unsure. GB/T 15834—2011, 4.8.3.1 and 4.8.3.3.
 *
 * Not in turn from the text's first mark: after one that is lost or left over, all that follow would be turned round. */
export function findQuotations(raw: string): Edit[] {
  const at = [...raw.matchAll(/['"]/gu)].map((match) => match.index).filter((i) => !isApostrophe(raw, i));
  const paired = new Map<number, { text: string; before: boolean }>();
  for (const { open, close, depth } of bestPairing(raw, at)) {
    paired.set(open, { text: depth === 0 ? "“" : "‘", before: true });
    paired.set(close, { text: depth === 0 ? "”" : "’", before: false });
  }
  return at.map((start) => {
    const mark = paired.get(start);
    if (mark === undefined) return { start, end: start + 1, text: raw[start]!, kind: "quotation", reason: "引号失对，照原样", confidence: 0.3 };
    return { start, end: start + 1, text: mark.text, kind: "quotation", reason: mark.before ? "成对引号之前者" : "成对引号之后者", confidence: 0.98 };
  });
}

/** it's, o'clock: within a Latin word. */
function isApostrophe(raw: string, at: number): boolean {
  return /^[a-z]'[a-z]$/iu.test(raw.slice(at - 1, at + 2));
}

/** The cheapest pairing: two neighbours are a pair, or four are a pair in a pair, or a mark stands alone. */
function bestPairing(raw: string, at: readonly number[]): Pairing {
  const cost = new Float64Array(at.length + 1);
  const taken = new Uint8Array(at.length + 1); // how many marks the last step took
  for (let n = 1; n <= at.length; n++) {
    const alone = cost[n - 1]! + ALONE;
    const pair = n < 2 ? Infinity : cost[n - 2]! + pairCost(raw, at[n - 2]!, at[n - 1]!);
    const nested = n < 4 ? Infinity : cost[n - 4]! + (NESTED + pairCost(raw, at[n - 3]!, at[n - 2]!) + pairCost(raw, at[n - 4]!, at[n - 1]!));
    cost[n] = Math.min(alone, pair, nested);
    taken[n] = cost[n] === alone ? 1 : cost[n] === pair ? 2 : 4;
  }
  const out: { open: number; close: number; depth: 0 | 1 }[] = [];
  for (let n = at.length; n > 0; n -= taken[n]!) {
    if (taken[n] === 2) out.push({ open: at[n - 2]!, close: at[n - 1]!, depth: 0 });
    if (taken[n] === 4) out.push({ open: at[n - 4]!, close: at[n - 1]!, depth: 0 }, { open: at[n - 3]!, close: at[n - 2]!, depth: 1 });
  }
  return out;
}

/** How unlike a quotation the words between two marks are: the text between two quotations is long, has dots, and goes on from the one before. */
function pairCost(raw: string, open: number, close: number): number {
  const length = close - open - 1;
  if (length < 1) return Infinity;
  if (length > 300) return 2 * ALONE;
  const within = raw.slice(open + 1, close);
  let dots = 0;
  for (let dot = within.indexOf("."); dot >= 0; dot = within.indexOf(".", dot + 1)) dots++;
  return 0.05 * Math.max(0, length - 12) + 0.4 * dots + (FOLLOWS.test(within) ? 2.5 : 0) + (within.includes("\n") ? 3 : 0);
}

/** Where a bracket opened is said from this probability on: 0.97 of those said are right by texts kept out in turn, 0.93 by genres. */
const SURE_ENOUGH = 0.7;
/** （5月29日讯）, （记者 …）: a dateline stands in brackets whole. */
const DATELINE = /(?:^|[.\n])(?<line>(?:(?:本报|本网|新华社)\p{Script=Han}{0,6})?\d{1,2}月\d{1,2}日(?:讯|电))$/u;

/** ） whose （ was lost: both are put back where the language says where it opened; else the ） is left alone and said to be unsure. GB/T 15834—2011, 4.9.
 *
 * skip   offsets of brackets already explained (titles, numbers) */
export function findBrackets(raw: string, skip: ReadonlySet<number>, model: HeadingsModel): Edit[] {
  return [...raw.matchAll(/\)/gu)].flatMap((match): Edit[] => {
    const at = match.index;
    if (skip.has(at)) return [];
    const close = (confidence: number): Edit => ({ start: at, end: at + 1, text: "）", kind: "bracket", reason: "右括号", confidence });
    const opening = openingOf(raw, at, model);
    if (opening === null) return [close(0.3)];
    return [{ start: opening.start, end: opening.start, text: "（", kind: "bracket", reason: "注语之首", confidence: opening.confidence }, close(opening.confidence)];
  });
}

function openingOf(raw: string, at: number, model: HeadingsModel): { start: number; confidence: number } | null {
  const from = Math.max(0, at - LONGEST_NOTE - 4);
  const before = raw.slice(from, at);
  const dateline = DATELINE.exec(before)?.groups!["line"];
  if (dateline !== undefined) return { start: at - dateline.length, confidence: 0.9 };
  const openings = openingsOf(simplify(raw.slice(from, at + 4)), at - from);
  const scores = openings.map(({ buckets }) => bracketScore(model, buckets));
  const top = Math.max(...scores);
  const confidence = 1 / scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  const { start } = openings[scores.indexOf(top)]!;
  return start < 0 || confidence < SURE_ENOUGH ? null : { start: from + start, confidence };
}
