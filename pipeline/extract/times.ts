/** The time that holds at a place of a text: named in the sentence, or carried on from an earlier one of the section. */
import { bisector } from "d3-array";
import { datesIn, isOfName, type DateInText } from "./dates/index.ts";
import { indexAt, kept, type TextInHand } from "./draft.ts";

export interface TimeAt { readonly value: string | null; readonly inferred: boolean }

/** A date of the text in its place. */
interface Named {
  readonly at: number;
  readonly end: number;
  readonly sentence: number;
  readonly value: string;
  /** How far it holds: no figure at all, those of its own clause, those of its sentence, or of its section until another takes over. */
  readonly reach: Reach;
  /** Index of the last date up to it that its section carries on; -1 where there is none. */
  readonly carried: number;
}
type Reach = "nothing" | "clause" | "sentence" | "section";

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
    if (here) return ofPeriod(here, sentence.text.slice(here.end - sentence.start, at - sentence.start));
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
      const reach = reachOf(sentence.text, date);
      if (reach === "section" && /^\d{4}/u.test(date.value)) carried = out.length;
      out.push({ at: sentence.start + date.start, end: sentence.start + date.end, sentence: i, value: date.value, reach, carried });
    }
  }
  return out;
}

/** The last date of the sentence that still holds. */
function holding(named: readonly Named[], last: number, at: number, text: string): Named | undefined {
  const { sentence } = named[last]!;
  for (let i = last; named[i]?.sentence === sentence; i--) {
    const date = named[i]!;
    if (date.reach === "nothing") continue;
    if (date.reach !== "clause" || !/[，；：]/u.test(text.slice(date.end, at))) return date;
  }
  return undefined;
}

/** 3月5日开馆，全年借阅…: what is said of the whole year is not of the day. */
function ofPeriod({ value }: Named, between: string): TimeAt {
  if (!/\d-\d/u.test(value) || !/[，；](?:全年|当年|年末|年底|年内)/u.test(between)) return { value, inferred: false };
  return /^\d{4}-/u.test(value) ? { value: value.slice(0, 4), inferred: true } : NONE;
}

/** What a figure is held against, or when something else began or was decided: 比2012年, 同2012年相比, 恢复至2012年的, 2012年以来, 《2012年…》. */
const COMPARED = /(?:比|较|同|与|和|超过|低于|高于|多于|少于|恢复[到至]|(?:仅为|相当于|只有))$/u;
/** 到2020年 is to be, 由2012年 is where a change began, 成立于2012年 is of its own deed. */
const BEGINNING = /(?:到|(?<!截)至|自|从|由|于)$/u;

/** How far a date holds, by the words around it. */
function reachOf(sentence: string, date: DateInText): Reach {
  const { start, end } = date;
  const before = sentence.slice(Math.max(0, start - 4), start);
  const after = sentence.slice(end, end + 4);
  const own = sentence.slice(start, end);
  if (isOfName(sentence, date) || /^(?:以来|以后|以前|之前|之后|前|后(?!续))/u.test(after) || (COMPARED.test(before))) return "nothing";
  const opensClause = /(?:^|[，。；：（、“])(?:在|于|至|到|截至|截止|自|从|其中|而)?$/u.test(sentence.slice(Math.max(0, start - 5), start));
  if (before.endsWith("于") && !opensClause) return "clause";
  if (BEGINNING.test(before) || /^[到至](?!目前)/u.test(own) || /^(?:的|度的)/u.test(after) || before.endsWith("和")) return "sentence";
  // 新馆3月5日建成，占地…: in the midst of a clause it is of that clause's deed
  return opensClause || !isDay(own) ? "section" : "clause";
}

const isDay = (own: string) => /[日号]$/u.test(own);
