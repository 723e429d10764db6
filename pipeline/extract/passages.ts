/** Passages: the paragraphs of a text with their clauses, for the kinds that are told over several clauses. Not here: what they tell. */
import { group } from "d3-array";
import { clausesOf, kept, type Clause, type TextInHand } from "./draft.ts";

/** A run of text that holds together: the clauses of a paragraph, and the paragraph itself. */
export interface Passage {
  /** Offset of `text` in the restored text. */
  readonly start: number;
  readonly text: string;
  readonly clauses: readonly Clause[];
}

/** Words of want: what a clause that says them finds fault with. */
export const WANT = "缺乏|缺少|缺失|缺位|薄弱|滞后|落后|不健全|不完善|不到位|不合理|不统一|混乱|脱节|严重|各自为政|各行其是|条块分割";
export const PAST = "过去|以往|原先|原来|之前|此前|以前|从前|长期以来|曾经|一度";
export const PRESENT = "目前|如今|现在|现今|当前|而今|近年来|今天";
export const GRADUALLY = "逐渐|逐步|日益|越来越|日趋|渐|开始|更加";

/** The paragraphs of a text with their clauses. Restored marks are now and then wrong: a 、 before words that open a clause of their own parts clauses here. */
export const passagesOf = kept(({ outline, restored }: TextInHand): readonly Passage[] => {
  const paragraphs = group(outline.sentences, (sentence) => sentence.paragraph);
  return [...paragraphs.values()].map((sentences) => {
    const start = sentences[0]!.start;
    return { start, text: restored.text.slice(start, sentences.at(-1)!.end), clauses: sentences.flatMap((sentence) => clausesOf(sentence).flatMap(partedAtLists)) };
  });
});

/** A passage of one string: for examples and tests. */
export function passage(text: string): Passage {
  return { start: 0, text, clauses: [...text.matchAll(/[^。！？]+[。！？]?/gu)].flatMap((m) => clausesOf({ start: m.index, text: m[0] }).flatMap(partedAtLists)) };
}

/** What stands after a 、 that ought to be ， or 。: a time or a turn of thought, or a subject with its predicate. */
export const OPENS_CLAUSE = new RegExp(
  `、(?:(?<=(?:${WANT}|不足|不够)、)(?=[^、，。；]{2,8}、)|(?=(?:${PAST}|${PRESENT}|另有|但是?|然而|同时|此外|因此|由于|有的|随着|超过\\d|从[“”]|虽然?|结果)|[^、，。；]{2,18}?(?:${PAST}|已|正从|正由|正在|仍|尚未|往往|并未|没有|${GRADUALLY}|推动了|促进了|也(?:难|没|充分)|还充分|缺乏|缺少)|[^、，。；]{4,18}(?:${WANT}|不足|不够)(?:[、，。；]|$)))`,
  "gu",
);

function partedAtLists(clause: Clause): Clause[] {
  if (!clause.text.includes("、")) return [clause];
  const cuts = [...clause.text.matchAll(OPENS_CLAUSE)].map((m) => m.index).filter((at) => !isQuoted(clause.text, at));
  const starts = [0, ...cuts.map((at) => at + 1)];
  return starts.map((from, i) => {
    const to = cuts[i] ?? clause.text.length;
    return { start: clause.start + from, end: clause.start + to, text: clause.text.slice(from, to), mark: i < cuts.length ? "、" : clause.mark };
  });
}

export const isQuoted = (text: string, at: number) => text.lastIndexOf("“", at) > text.lastIndexOf("”", at) || text.lastIndexOf("（", at) > text.lastIndexOf("）", at);

