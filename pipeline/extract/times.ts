/** The time that holds at a place of a text: named in the sentence, or carried on from an earlier one of the section. */
import { datesIn } from "./dates.ts";
import type { TextInHand } from "./draft.ts";

export interface TimeAt { readonly value: string | null; readonly inferred: boolean }

/** For an offset into the restored text: the last date named before it in its sentence; else the last one in its section, marked inferred. */
export function timesOf(text: TextInHand): (at: number) => TimeAt {
  const named = text.outline.sentences.flatMap((sentence, i) => datesIn(sentence.text).map((date) => ({ at: sentence.start + date.start, sentence: i, section: sentence.section, value: date.value, carries: carries(sentence.text, date.start) })));
  return (at) => {
    const index = text.outline.sentences.findIndex((s) => s.start <= at && at < s.end);
    const sentence = text.outline.sentences[index];
    if (!sentence) return { value: null, inferred: false };
    // 今年, 去年: the text says when, but not in which year; none is carried on
    if (/今年|去年|明年|本届|届时/u.test(sentence.text.slice(0, at - sentence.start)) && !named.some((d) => d.sentence === index && d.at <= at)) return { value: null, inferred: false };
    const before = named.filter((d) => d.at <= at);
    // 公司成立于2005年，资本…: such a year holds for its own clause
    const here = before.findLast((d) => d.sentence === index && (d.carries || text.restored.text[d.at - 1] !== "于" || !/[，；]/u.test(text.restored.text.slice(d.at, at))));
    if (here) return { value: here.value, inferred: false };
    const carried = before.findLast((d) => d.section === sentence.section && /^\d{4}/u.test(d.value) && d.carries);
    return carried ? { value: carried.value, inferred: true } : { value: null, inferred: false };
  };
}

/** 到2020年 is to be, 比2012年 is looked back at, 2012年的决定 is only cited: none of them is the time of the sentences after it. */
function carries(sentence: string, at: number): boolean {
  const before = sentence.slice(Math.max(0, at - 4), at);
  return !/(?:到|至|比|较|与|自|从|由|于|和|超过|低于|高于)$/u.test(before) && !/^[到至](?!目前)/u.test(sentence.slice(at)) && !/^\d{4}年(?:的|以来)/u.test(sentence.slice(at));
}
