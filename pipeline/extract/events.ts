/** Events: something done at a time that the text names. Not here: figures for a year, plans for a year to come. */
import type { Clause, Draft, TextInHand } from "./draft.ts";
import { datesIn, type DateInText } from "./dates.ts";
import { passagesOf, type Passage } from "./transitions.ts";
import { placeReader, type PlaceReader } from "./places.ts";

/** Deeds: what is held, issued, opened, founded or finished, and can be said to have happened on a day. */
export const DEEDS =
  "举行|召开|举办|开幕|闭幕|发布|印发|下发|出版|颁布|公布|出台|建立|建成|成立|设立|组建|开通|启用|启动|上线|投产|投运|投入使用|投入运行|通车|开工|竣工|落成|挂牌|揭牌|完成|编写|起草|确定为|列为|列入|评为|授予|命名为|更名为|升格为|撤销|并入|签署|签订|批复|批准|审议通过|表决通过|印制|施行|实施|发射|当选|就任|访问|视察|调研|揭晓|获得|荣获|通过验收|发生";

/** An event as it stands in a passage: from its date to the end of its deed. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly date: DateInText;
  readonly actors: readonly string[];
  readonly action: string;
}

/** Text → time, actors, action of the events in it: what the rules below are for. */
export const examples: Readonly<Record<string, readonly (readonly [string, readonly string[], string])[]>> = {
  "2012年6月，县档案馆开通自助查档窗口。": [["2012-06", ["县档案馆"], "开通自助查档窗口"]],
  "2012年，受市文化局委托，由省编目中心组织编写馆藏目录。": [["2012", ["市文化局", "省编目中心"], "组织编写馆藏目录"]],
  "2011年9月，东河县被省档案局确定为试点县。": [["2011-09", ["省档案局"], "确定为试点县"]],
  "研讨会于6月8日举行，论文集正式出版。": [["--06-08", [], "研讨会举行，论文集正式出版"]],
  "2012年，全市完成投资9亿元。": [],
  "截至2012年底，全市建成9个馆。": [],
  "到2015年，建成目录中心。": [],
  "2012年举行的会议上，": [],
};

const NOT_DATED = /^(?:的|以来|以前|之前|前|之后|后的|起至|间的|度的|版|第)/u;
/** 到2015年, 2012年将…: what is to be, not what was. */
const TO_COME = /(?:到|至|截至|力争|争取|截止|预计|计划|自|从|比|较|与|同)$/u;
const PLANNED = /(?:^|[^主])(?:即将|将|力争|争取|计划|拟|预计|准备|要)(?:全面|正式|陆续|继续|(?:于|在)[^，]{1,12})?$/u;
const FIGURES = /\d+(?:\.\d+)?(?:%|[万亿]|公里|吨|平方米|公顷|亩|人次)|增长|下降|达到|同比|占[^，]{0,12}比/u;
const OCCASION = /(?:(?<!社|协|员|学|理事|基金|联合|工|商|国|监|银|董事)会|会议|大会|仪式|论坛|活动|展览|典礼|发布会|座谈会)$/u;

/** Events of a text, in order. */
export function events(text: TextInHand): Draft[] {
  const places = placeReader(text.registers.regions);
  return passagesOf(text).flatMap((passage) => {
    const section = text.outline.sentences.find((sentence) => sentence.start === passage.start)!.section;
    const year = isDispatch(passage) ? null : yearOf([...text.outline.sections[section]!.path].reverse());
    return eventsIn(passage).map(({ start, end, date, actors, action }) => ({
      kind: "event" as const,
      start: passage.start + start,
      end: passage.start + end,
      ...(date.value.startsWith("--") && year ? { inferred: true, timePeriod: date.value.replace("-", year) } : { timePeriod: date.value }),
      actors: [...actors],
      action,
      places: placesIn(passage.text.slice(start, end), places),
    }));
  });
}

/** What happened in a passage: a date that opens a clause or stands in it, and the first deed after it before the next date. */
export function eventsIn({ start: base, text, clauses }: Passage): Found[] {
  const dates = datesIn(text);
  const own = clauses.map((clause) => ({ ...clause, start: clause.start - base, end: clause.end - base }));
  const out: Found[] = [];
  for (const date of dates) {
    const last = out.at(-1);
    if ((last && date.start < last.end) || !isOfDeed(date, text)) continue;
    const found = deedAfter(date, dates, own, text);
    if (found) out.push(found);
  }
  return out;
}

function isOfDeed(date: DateInText, text: string): boolean {
  const own = text.slice(date.start, date.end);
  return date.precision !== "span" && !/底|末|^[截到至]/u.test(own) && !NOT_DATED.test(text.slice(date.end, date.end + 4)) && !TO_COME.test(text.slice(Math.max(0, date.start - 4), date.start)) && !/^(?:讯|电)/u.test(text.slice(date.end));
}

/** The clause of the date, and up to four after it in the sentence, until one says a deed. */
function deedAfter(date: DateInText, dates: readonly DateInText[], clauses: readonly Clause[], text: string): Found | null {
  const first = clauses.findIndex((clause) => clause.start <= date.start && date.start < clause.end);
  for (let at = first; at >= 0 && at < Math.min(first + 6, clauses.length); at++) {
    const clause = clauses[at]!;
    if (at > first && (clauses[at - 1]!.mark === "。" || dates.some((other) => other !== date && other.start >= clause.start && other.start < clause.end))) return null;
    const deed = deedIn(at === first ? text.slice(date.end, clause.end) : clause.text);
    if (!deed) continue;
    if (FIGURES.test(clause.text)) return null;
    const next = clauses[at + 1];
    const alsoDone = next && clause.mark === "，" && next.text.length <= 24 && !dates.some((other) => other.start >= next.start && other.start < next.end) && new RegExp(`^[^，]{0,14}正式(?:${DEEDS})`, "u").test(next.text) ? next : null;
    return told(date, clauses, first, at, alsoDone, text);
  }
  return null;
}

/** Place of the deed in a clause, or null: not 举行的会议, not 建立健全, not what is only planned. */
function deedIn(clause: string): { at: number; verb: string } | null {
  for (const match of clause.matchAll(new RegExp(`(?:组织|正式|联合|共同|隆重|顺利)?(?:${DEEDS})`, "gu"))) {
    const after = clause.slice(match.index + match[0].length);
    const before = clause.slice(0, match.index);
    if (/^(?:的|健全|和完善|后|时|以来|情况|方案|率|量|办法|期间)/u.test(after) || PLANNED.test(before) || /[的未]$/u.test(before)) continue;
    return { at: match.index, verb: match[0] };
  }
  return null;
}

function told(date: DateInText, clauses: readonly Clause[], first: number, at: number, alsoDone: Clause | null, text: string): Found {
  const own = clauses[first]!;
  const clause = clauses[at]!;
  const begin = at === first ? date.end : clause.start;
  const deed = deedIn(text.slice(begin, clause.end))!;
  const end = alsoDone?.end ?? clauses[endOfTitles(clauses, at)]!.end;
  const ahead = text.slice(own.start, date.start).replace(/^（[^）]*）/u, ""); // （6月8日讯）研讨会于8日举行
  const before = /^(?:在|于|同年|次年)?$/u.test(ahead) ? "" : ahead.replace(/[于在]$/u, "");
  const leading = before + text.slice(date.end, begin + deed.at);
  const subject = subjectOf(leading);
  const isOccasion = OCCASION.test(subject);
  const action = (isOccasion ? subject : "") + text.slice(begin + deed.at, end).replace(new RegExp(`^((?:组织|正式|联合|共同|隆重|顺利)?(?:${DEEDS}))了`, "u"), "$1").replace(/包括(?:《[^《》]*》|[、，。；和及与]|以及)+等/u, "");
  return { start: before ? date.start - ahead.length : date.start, end, date, actors: actorsOf(leading, isOccasion ? "" : subject), action };
}

/** A 。 or ， between 》 and 《 is a wrong mark within a list of titles: the deed goes on. */
function endOfTitles(clauses: readonly Clause[], at: number): number {
  return clauses[at]!.text.endsWith("》") && clauses[at + 1]?.text.startsWith("《") ? endOfTitles(clauses, at + 1) : at;
}

/** Who acts: 受X委托 · 由X · 被X, else the subject. */
function actorsOf(leading: string, subject: string): string[] {
  const commissioner = /受(?<name>[^，。受]{2,30}?)(?:的)?委托/u.exec(leading)?.groups!["name"];
  const agent = /(?:^|[，。是])由(?<name>[^，。]{2,40}?)(?:组织|牵头|负责|主持|联合)?$/u.exec(leading)?.groups!["name"] ?? /被(?<name>[^，。被]{2,20})$/u.exec(leading)?.groups!["name"];
  const self = agent ?? (leading.endsWith("被") ? "" : subject.replace(/受[^，。]*委托$/u, ""));
  return [commissioner, self].filter((name): name is string => !!name);
}

/** The noun phrase before the deed: its own clause, without adverbs. */
function subjectOf(leading: string): string {
  const clauses = leading.split(/[，。；：]/u).filter((clause) => clause.length > 0 && !clause.endsWith("委托"));
  const own = withoutAdverbials((clauses.at(-1) ?? leading).replace(/《[^《》]*》/gu, ""));
  const subject = own.replace(/^(?:经|在|对|为|根据|按照|通过)[^，]*$/u, "");
  return subject.length >= 2 && subject.length <= 30 && !/[、“”（）]/u.test(subject) ? subject.replace(/受[^，。]*委托$/u, "") : "";
}

const ADVERBIAL = /(?:正式|已经|已|先后|陆续|联合|共同|也|又|还|将|成功|顺利|首次|再次|同时|开始|全面|并|即|向[^，]{1,8}|在[^，]{2,12}|于[^，]{2,8})$/u;
/** In UTF-16 code units: 在 and twelve characters. */
const LONGEST_ADVERBIAL = 26;
/** 县档案馆已于去年正式 → 县档案馆. One after the other: a pattern that takes them all tries every way to part them. */
function withoutAdverbials(clause: string): string {
  let end = clause.length;
  for (let found = true; found;) {
    const adverbial = ADVERBIAL.exec(clause.slice(Math.max(0, end - LONGEST_ADVERBIAL), end));
    found = adverbial !== null;
    end -= adverbial?.[0].length ?? 0;
  }
  return clause.slice(0, end);
}

/** A dispatch (6月8日讯) is of its own year, which the title need not name. */
function isDispatch(passage: Passage): boolean {
  return /^[^。]{0,12}\d{1,2}日(?:讯|电)/u.test(passage.text);
}

function yearOf(headings: readonly string[]): string | null {
  const dated = headings.flatMap((heading) => datesIn(heading)).find((date) => /^\d{4}(?:-|$)/u.test(date.value));
  return dated?.value.slice(0, 4) ?? null;
}

/** Names of the register that occur, once each, in the order of the text. */
function placesIn(passage: string, places: PlaceReader): string[] {
  return [...new Set(places(passage).map(({ start, end }) => passage.slice(start, end)))];
}
