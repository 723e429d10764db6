/** The time that holds at a place of a text: named in the sentence, or carried on from an earlier one of the section. */
import { datesIn } from "./dates.ts";
import type { TextInHand } from "./draft.ts";

export interface TimeAt { readonly value: string | null; readonly inferred: boolean }

/** For an offset into the restored text: the last date named before it in its sentence; else the last one in its section, marked inferred. */
export function timesOf(text: TextInHand): (at: number) => TimeAt {
  const named = text.outline.sentences.flatMap((sentence, i) => datesIn(sentence.text).map((date) => ({ at: sentence.start + date.start, sentence: i, section: sentence.section, value: date.value })));
  return (at) => {
    const index = text.outline.sentences.findIndex((s) => s.start <= at && at < s.end);
    const sentence = text.outline.sentences[index];
    if (!sentence) return { value: null, inferred: false };
    const before = named.filter((d) => d.at <= at);
    const here = before.findLast((d) => d.sentence === index);
    if (here) return { value: here.value, inferred: false };
    const carried = before.findLast((d) => d.section === sentence.section && /^\d{4}/u.test(d.value));
    return carried ? { value: carried.value, inferred: true } : { value: null, inferred: false };
  };
}
