/** The time that holds at a place of a text: named in the sentence, or carried on from an earlier one of the section. */
import { bisector } from "d3-array";
import { datesIn } from "./dates.ts";
import { indexAt, kept, type TextInHand } from "./draft.ts";

export interface TimeAt { readonly value: string | null; readonly inferred: boolean }

/** A date of the text in its place; `carried` is the index of the last one up to it that its section carries on, -1 where there is none. */
interface Named { readonly at: number; readonly sentence: number; readonly value: string; readonly carries: boolean; readonly carried: number }

const NONE: TimeAt = { value: null, inferred: false };
const byPlace = bisector(({ at }: Named) => at);

/** For an offset into the restored text: the last date named before it in its sentence; else the last one in its section, marked inferred.
 *
 *  Dates stand in the order of the text, so that a place is found by bisection: a text of many figures and dates stays linear. */
export const timesOf = kept((text: TextInHand): ((at: number) => TimeAt) => {
  const named = namedIn(text);
  const { sentences } = text.outline;
  return (at) => {
    const index = indexAt(sentences, at);
    const sentence = sentences[index];
    if (!sentence) return NONE;
    const last = byPlace.right(named, at) - 1;
    const isNamed = named[last]?.sentence === index;
    // 今年, 去年: the text says when, but not in which year; none is carried on
    if (!isNamed && /今年|去年|明年|本届|届时/u.test(sentence.text.slice(0, at - sentence.start))) return NONE;
    const here = isNamed ? holding(named, last, at, text.restored.text) : undefined;
    if (here) return { value: here.value, inferred: false };
    const isOfSection = last >= 0 && sentences[named[last]!.sentence]!.section === sentence.section;
    const carried = isOfSection ? named[named[last]!.carried] : undefined;
    return carried ? { value: carried.value, inferred: true } : NONE;
  };
});

/** The dates of all sentences, in order. */
function namedIn({ outline }: TextInHand): Named[] {
  const out: Named[] = [];
  let section = -1, carried = -1;
  for (const [i, sentence] of outline.sentences.entries()) {
    if (sentence.section !== section) carried = -1;
    section = sentence.section;
    for (const date of datesIn(sentence.text)) {
      const carries = isCarried(sentence.text, date.start);
      if (carries && /^\d{4}/u.test(date.value)) carried = out.length;
      out.push({ at: sentence.start + date.start, sentence: i, value: date.value, carries, carried });
    }
  }
  return out;
}

/** The last date of the sentence that still holds: 公司成立于2005年，资本…: such a year holds for its own clause. */
function holding(named: readonly Named[], last: number, at: number, text: string): Named | undefined {
  const { sentence } = named[last]!;
  for (let i = last; named[i]?.sentence === sentence; i--) {
    const date = named[i]!;
    if (date.carries || text[date.at - 1] !== "于" || !/[，；]/u.test(text.slice(date.at, at))) return date;
  }
  return undefined;
}

/** 到2020年 is to be, 比2012年 is looked back at, 2012年的决定 is only cited: none of them is the time of the sentences after it. */
function isCarried(sentence: string, at: number): boolean {
  const before = sentence.slice(Math.max(0, at - 4), at);
  return !/(?:到|至|比|较|与|自|从|由|于|和|超过|低于|高于)$/u.test(before) && !/^[到至](?!目前)/u.test(sentence.slice(at)) && !/^\d{4}年(?:的|以来)/u.test(sentence.slice(at));
}
