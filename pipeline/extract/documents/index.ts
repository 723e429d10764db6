/** Documents: laws, standards, plans and papers that are named, or were named before their titles were lost. Not here: finding the holes (restore does). */
import type { Sentence } from "../../../schemas/outline.ts";
import { rawSpan } from "../../../schemas/repair.ts";
import type { Span } from "../../../schemas/span.ts";
import { datesIn } from "../dates/index.ts";
import type { Draft, TextInHand } from "../draft.ts";
import { holesIn } from "./holes.ts";
import { isOfLostTitle, namedIn } from "./namings.ts";
import { statusOf, statuses } from "./status.ts";
import { REACH, TYPES, type Named } from "./words.ts";

/** Documents of a text, in order: one for each title or hole. */
export function documents(text: TextInHand): Draft[] {
  const isDegraded = !/《(?!〔题名缺失〕)/u.test(text.restored.text);
  return wholeLists(text.outline.sentences).flatMap((sentence) => {
    const ofNumber = (one: Named) => (isDegraded && one.rule.startsWith("number-") && isOfLostTitle(sentence.text, one.end) ? { ...one, title: null } : one);
    const named = [...namedIn(sentence.text).map(ofNumber), ...(isDegraded ? holesIn(sentence.text) : [])].sort((a, b) => a.start - b.start);
    const times = named.length > 0 ? datesIn(sentence.text) : [];
    return named.map(({ start, end, title, rule }) => {
      const status = statusOf(sentence.text, title === null && !sentence.text.slice(start, end).includes("《") ? end : start, end);
      return {
        kind: "document" as const,
        ...passageOf(sentence, start, end, title === null ? "" : rule),
        ...(title === null ? holeSpan(text, sentence.start + start, sentence.start + end) : {}),
        title,
        titleLost: title === null,
        documentType: typeOf(sentence.text, start, end, title),
        issuer: issuerOf(sentence.text, start, end),
        timePeriod: status && status !== "cited" ? (times.findLast((date) => date.end <= start)?.value ?? null) : null,
        status,
        rule: `documents/${rule}`,
      };
    });
  });
}

/** 印发|《…》|的通知: a title in marks with the verb right before it, which says how far it has come, so that text with its titles and text without them show the same words. */
function passageOf(sentence: Pick<Sentence, "start" | "text">, start: number, end: number, rule: string): { start: number; end: number } {
  const isInMarks = rule === "title-in-marks";
  const before = isInMarks ? BEFORE_TITLE.exec(sentence.text.slice(Math.max(0, start - 12), start))?.[0] ?? "" : "";
  const after = isInMarks && before === "" ? AFTER_TITLE.exec(sentence.text.slice(end, end + 12))?.[0] ?? "" : "";
  const beside = isInMarks && before + after === "" ? BESIDE_TITLE.exec(sentence.text.slice(Math.max(0, start - 6), start))?.[0] ?? "" : "";
  return { start: sentence.start + start - (before || beside).length, end: sentence.start + end + after.length };
}
/** Where no verb is known, a word or two of the clause. */
const BESIDE_TITLE = /[^，。；：、“”（）《》\s]{1,4}$/u;
const AFTER_TITLE = /^(?:已|正式|同时|陆续)?(?:出版|印发|发布|颁布|公布|出台|通过|施行|实施|完成|报批)(?:实施|施行)?/u;
const BEFORE_TITLE = new RegExp(`(?:${statuses.map(({ verbs }) => verbs).join("|")}|转发|批转|下达|报送|以|按|经|和|及|与|、)(?:了|的)?$`, "u");

/** Sentences, with the ones that a wrong 。 between 》 and 《 cut in two put together. */
function wholeLists(sentences: readonly Sentence[]): Pick<Sentence, "start" | "text">[] {
  const out: { start: number; text: string }[] = [];
  for (const { start, text } of sentences) {
    const last = out.at(-1);
    if (last && last.text.endsWith("》。") && text.startsWith("《") && last.start + last.text.length === start) last.text += text;
    else out.push({ start, text });
  }
  return out;
}

const TYPE_AT_END = new RegExp(`(?:${TYPES})$`, "u");
const TYPE_BEFORE_TITLE = new RegExp(`^(?:${TYPES})“`, "u");
const TYPE_OF_LIST = new RegExp(`^(?:[、，。和及与]|以及|《[^《》]*》)*等(?:[^，。、；《》“]{0,10}?)(?<type>${TYPES})(?=[，。、；]|$)`, "u");

/** The end of the title, the word beside it, or what closes its list: …和《…》等六个国家标准. */
function typeOf(sentence: string, start: number, end: number, title: string | null): string | null {
  const own = TYPE_AT_END.exec(title?.replace(/（[^（）]*）$/u, "") ?? "") ?? TYPE_AT_END.exec(sentence.slice(start, end)) ?? TYPE_AT_END.exec(sentence.slice(Math.max(0, start - 4), start).replace(/了$/u, ""));
  const within = TYPE_BEFORE_TITLE.exec(sentence.slice(start, end))?.[0].slice(0, -1);
  const list = TYPE_OF_LIST.exec(sentence.slice(end, end + REACH));
  const yearly = title === null && /(?:每年|一年)[^。]{0,6}(?:编印|出版|一册|一卷|一部)/u.test(sentence) ? "年鉴" : null;
  return within ?? own?.[0] ?? list?.groups!["type"] ?? yearly;
}

/** In UTF-16 code units, longer than a giver and its verb can be: what is cut off is never the beginning of one. */
const LONGEST_GIVER = 80;

/** 由X组织编写, X印发《…》: who gave it out. */
function issuerOf(sentence: string, start: number, end: number): string | null {
  const by = sentence.includes("由", end) && /(?:^|[，是])由(?<issuer>[^，。、；由]{2,24}?)(?:组编|组织编写|编写|编制|发布|印发|起草|主编|制定)/u.exec(sentence.slice(end));
  if (by) return by.groups!["issuer"]!;
  const gives = /(?:^|[，；。])(?<issuer>[^，；。“”《》]{2,20}?(?:部|委|局|院|办|厅|会|政府|人大|署|总局|办公厅))(?:联合|正式)?(?:印发|发布|出台|颁布|公布)了?$/u.exec(sentence.slice(Math.max(0, start - LONGEST_GIVER), start));
  return gives?.groups!["issuer"] ?? null;
}

/** Where a lost title was: the bracket that was left, or the raw words around a hole that left nothing. */
function holeSpan(text: TextInHand, start: number, end: number): { span?: Span } {
  const own = rawSpan(text.restored, start, end);
  if (own && text.raw.slice(own.start, own.end) === ")") return {};
  const printed = text.restored.text;
  const before = /[^，。；：\n、》]{0,6}$/u.exec(printed.slice(Math.max(0, start - 12), start))![0];
  const after = /^[^，。；：\n、“《]{0,8}/u.exec(printed.slice(end, end + 16))![0];
  const span = rawSpan(text.restored, start - before.length, end + after.length);
  return span ? { span } : {};
}
