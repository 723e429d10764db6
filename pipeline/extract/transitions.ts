/** Transitions: from one state to another, by the frames that official prose has for it. Not here: figures that rose from A to B. */
import type { Told } from "./rule.ts";
import { backTo, kept, type Clause, type Draft, type TextInHand } from "./draft.ts";
import { GRADUALLY, isQuoted, OPENS_CLAUSE, PAST, passagesOf, PRESENT, WANT, type Passage } from "./passages.ts";


/** A transition as a frame reads it. Offsets are into the passage's text. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
  /** Whose state it is, where the clause says so. */
  readonly subject: string;
}

/** A frame: the words that set the two states off. Each is tried over the whole passage, in the order of the list. */
export interface Frame extends Told {
  /** Words that the frame cannot do without: a passage that does not say all of them is not searched, which saves nearly all the work. */
  readonly needs: readonly RegExp[];
  readonly find: (passage: Passage) => Found[];
}

/** After A 向 B; what only moves or grows (增长, 提高) is no change of state. */
const TURNS = "转变|转型|转化|转换|渗透|过渡|迈进|跨越|升级|演进|演变|延伸|拓展";
const TURNS_INTO = "转变为|转变成|转变到|转向|转为|转化为|转型为|变为|变成|走向|迈向|过渡到|渗透到|拓展到|延伸到|升级为|升级到|演变为|演变成|扩展到";
/** 从 and 由 as words of their own: not 从事, 服从, 理由. */
const OPENS = "(?<![自理缘经服听顺])[由从](?!事|而|此|于|来|业|属)";
const STATE = `(?:(?!${TURNS}|转向|转为|方面，|看，|出发|[，。、；][由从])[^；！？\\n])`;
const CLAUSE = "[^，。；：！？\\n]";
const ADVERBS = /(?:正在|正|已经|已|逐步|逐渐|开始|也|还|均|都|将|要|就|实现了?|加快|推动|推进|促进|加速)+$/u;
/** The frames that are one pattern. */
const TURNED = new RegExp(`${OPENS}(?<from>${STATE}{2,50}?)(?<![转面方导定双横纵趋走迈意投取])向(?!前|上|下|心)(?<to>${STATE}{1,40}?)的?(?:${TURNS})(?!为|成|到|期)`, "gu");
const TURNED_INTO = new RegExp(`${OPENS}(?<from>${STATE}{1,50}?)[，、。]?(?:${TURNS_INTO})(?<to>${CLAUSE}{1,60})`, "gu");
const ENDED = new RegExp(`(?<![没未])(?:改变|扭转|结束|打破)了(?<from>${STATE}{4,70}?)的(?:状况|局面|现状|格局|状态|情形|做法|面貌)[，。；](?<to>${CLAUSE}{4,60}(?:，(?:对|并|将|把|以|使)${CLAUSE}{4,40})?)`, "gu");
const BECAME = new RegExp(`(?<=^|[，。；：])(?:把|将)?(?<from>${CLAUSE}{2,40}?)[，、]?(?:转变为|转变成)(?<to>${CLAUSE}{1,60})`, "gu");
/** A fronted 在…方面, governing until the next one. */
const ASPECT = /(?<=^|[，。；：、])在?(?<aspect>[^，。；：、在][^，。；：]{0,24}?)方面(?=，|由|从|改变)/gu;

export const frames: readonly Frame[] = [
  {
    name: "由A向B转变",
    says: "由A向B转变: the states around 向, with a word of turning behind",
    needs: [new RegExp(`向[^；！？\\n]{1,41}?(?:${TURNS})`, "u")],
    find: ({ text }) => matches(TURNED, text).map((m) => withSubject(text, m)),
    examples: { "由重数量、轻质量向重质量转变。": ["重数量、轻质量 → 重质量"], "窗口服务正由线下向线上延伸，": ["线下 → 线上"] },
    leaves: ["从业人员向主管部门报告，", "防止检索由慢向停转变，"],
  },
  {
    name: "从A转向B",
    says: "从A转向B: the turning word stands between them",
    needs: [new RegExp(TURNS_INTO, "u")],
    find: ({ text }) => matches(TURNED_INTO, text).map((m) => withSubject(text, m)),
    examples: { "工作重点从硬件采购转向数据利用，": ["硬件采购 → 数据利用"], "由粗放管理，转变为精细管理。": ["粗放管理 → 精细管理"] },
    leaves: [],
  },
  {
    name: "改变了A的状况",
    says: "改变了A的局面，B: what was ended, and the clause that says what came",
    needs: [/(?:改变|扭转|结束|打破)了/u],
    find: ({ text }) => matches(ENDED, text).map((m) => ({ ...ofMatch(m), from: m.groups!["from"]!.replace(PAST_OPENS, ""), subject: "" })),
    examples: { "改变了以往多头采集的局面，各部门共用一套台账。": ["多头采集 → 各部门共用一套台账"] },
    leaves: [],
  },
  { name: "过去A，如今B",
    says: "过去A，如今B: a word of the past, and one of the present within four clauses", needs: [new RegExp(PAST, "u"), new RegExp(PRESENT, "u")], find: pastAndPresent, examples: { "过去审批环节多、耗时长，群众反复跑，如今一次办结。": ["审批环节多、耗时长，群众反复跑 → 一次办结"], "在以往的采购过程中，重价格轻质量。当前采购工作，注重全周期成本。": ["重价格轻质量 → 注重全周期成本"] },
    leaves: ["过去五年，经济平稳，目前形势向好。"] },
  {
    name: "A转变为B",
    says: "A转变为B: without 由 or 从",
    needs: [/转变[为成]/u],
    find: ({ text }) => matches(BECAME, text).map((m) => ({ ...ofMatch(m), from: m.groups!["from"]!.replace(ADVERBS, ""), subject: "" })),
    examples: { "单纯的设备采购转变为服务采购，": ["单纯的设备采购 → 服务采购"] },
    leaves: [],
  },
  { name: "A严重，目前逐渐B",
    says: "A混乱，目前逐步B: a fault, and what is slowly put in its place", needs: [new RegExp(WANT, "u"), new RegExp(PRESENT, "u")], find: faultAndPresent, examples: { "档案管理中标准混乱，目前逐步统一格式。": ["标准混乱 → 逐步统一格式"] },
    leaves: ["档案管理有序，目前逐步统一格式。"] },
];

/** Transitions of a text, in order. */
export function transitions(text: TextInHand): Draft[] {
  return passagesOf(text).flatMap((passage) => {
    const found = transitionsIn(passage);
    const aspects = found.length > 0 ? [...passage.text.matchAll(ASPECT)] : [];
    return found.map(({ start, end, from, to, subject, frame }) => ({
      kind: "transition" as const,
      start: passage.start + start,
      end: passage.start + end,
      aspect: aspects.findLast((aspect) => aspect.index <= start)?.groups!["aspect"] ?? subject,
      from,
      to,
      rule: `transitions/${frame}`,
    }));
  });
}

/** What the frames read, each with its frame's name; where two overlap, the earlier frame of the list stands. Kept, as judgements are told apart from transitions. */
export const transitionsIn = kept((passage: Passage): readonly (Found & { readonly frame: string })[] => {
  const taken: (Found & { readonly frame: string })[] = [];
  for (const { name, needs, find } of frames) {
    if (!needs.every((words) => words.test(passage.text))) continue;
    for (const found of find(passage)) {
      const whole = { ...found, from: trimmed(found.from), to: trimmed(found.to), frame: name };
      if (isOfStates(whole) && !taken.some((other) => whole.start < other.end && other.start < whole.end)) taken.push(whole);
    }
  }
  return taken.sort((a, b) => a.start - b.start);
});

/** The subject before the frame in its own clause, and the passage with it. */
function withSubject(text: string, match: RegExpExecArray): Found {
  const found = ofMatch(match);
  const before = backTo("，。；：、！？\n", text, found.start).replace(/^.*?方面(?=.{0,2}$)/u, "");
  const subject = before.replace(ADVERBS, "").replace(/^(?:推动|促进|实现|加快|推进|引导|坚持|鼓励|支持|使|让)/u, "");
  return { ...found, start: found.start - before.length, subject };
}

function ofMatch(match: RegExpExecArray) {
  const { from, to } = match.groups!;
  const cut = endOfState(to!);
  return { start: match.index, end: match.index + match[0].length - (match[0].endsWith(to!) ? to!.length - cut.length : 0), from: from!, to: cut };
}

/** The second state ends where a false 、 lets another clause run into it. */
function endOfState(to: string): string {
  const cut = to.search(OPENS_CLAUSE);
  return cut >= 0 && !isQuoted(to, cut) ? to.slice(0, cut) : to;
}

const PAST_OPENS = new RegExp(`^(?:${PAST}|原有)的?`, "u");
const PAST_CLAUSE = new RegExp(`^(?<subject>在|[^，。“]{0,10}?)(?<word>${PAST})(?!(?:的?[一二两三四五六七八九十几\\d])|年)的?(?<frame>(?:发展|建设|做法|工作|情况)(?!上)|(?=.))`, "u");
const PRESENT_CLAUSE = new RegExp(`^(?:而|但)?(?:到了?)?(?:${PRESENT})(?<frame>的(?:发展|建设|做法|工作|情况))?`, "u");

function pastAndPresent({ start: base, clauses }: Passage): Found[] {
  return clauses.flatMap((clause, i) => {
    const opening = PAST_CLAUSE.exec(clause.text);
    const next = opening ? presentAfter(clauses, i) : null;
    if (!opening || !next) return [];
    const frameOnly = /(?:中|时|里|上|下)$/u.test(clause.text) && next.at > i + 1;
    const begin = frameOnly ? clauses[i + 1]!.start : clause.start + opening[0].length;
    return [{
      start: clause.start - base,
      end: next.end - base,
      from: sliceOf(clauses, begin, clauses[next.at - 1]!.end),
      to: next.to,
      subject: opening.groups!["subject"]!.replace(/^在$/u, ""),
    }];
  });
}

/** The clause of the present within four clauses of the past one, with what follows a bare 如今， or 当前…的发展，. */
function presentAfter(clauses: readonly Clause[], past: number): { at: number; end: number; to: string } | null {
  for (let at = past + 1; at < Math.min(clauses.length, past + 6); at++) {
    const clause = clauses[at]!;
    if (clause.text.endsWith("方面")) return null;
    const word = PRESENT_CLAUSE.exec(clause.text);
    if (!word) continue;
    const rest = clause.text.slice(word[0].length);
    const follows = clauses[at + 1];
    const isFrame = rest.length <= 10 && /^$|(?:发展|建设|工作|过程中)$/u.test(rest);
    if (!isFrame) return { at, end: clause.end, to: rest };
    return follows ? { at, end: follows.end, to: follows.text } : null;
  }
  return null;
}

const PRESENT_OPENS = new RegExp(`^(?:${PRESENT})`, "u");
const PRESENT_GRADUALLY = new RegExp(`^(?:${PRESENT})(?=.{0,12}(?:${GRADUALLY}))`, "u");
const FAULT = new RegExp(WANT, "u");

function faultAndPresent({ start: base, clauses }: Passage): Found[] {
  return clauses.flatMap((clause, i) => {
    const next = clauses[i + 1];
    const word = next && PRESENT_GRADUALLY.exec(next.text);
    if (!next || !word || !FAULT.test(clause.text) || PRESENT_OPENS.test(clause.text)) return [];
    const from = clause.text.replace(/^.{2,14}(?:过程中|[^其]中|方面|之间)(?=.{4})/u, (frame) => (frame.endsWith("之间") ? frame : ""));
    return [{ start: clause.start - base, end: next.end - base, from, to: next.text.slice(word[0].length), subject: clause.text.slice(0, clause.text.length - from.length) }];
  });
}

/** Years, figures and reaches (从2010年, 从中央到地方) are no states, and what is averted does not come about. */
function isOfStates({ from, to, subject }: Found): boolean {
  return !/防止|避免|严防|遏制|杜绝/u.test(subject) && from.length > 0 && to.length > 0 && !/^[“]?\d|\d+(?:\.\d+)?(?:%|亿|万|年)/u.test(from) && !/^\d|\d+(?:\.\d+)?[%亿万]/u.test(to);
}

const trimmed = (state: string) => state.replace(/^[，、。；：\s]+|[，、。；：\s]+$/gu, "");

function sliceOf(clauses: readonly Clause[], start: number, end: number): string {
  return clauses
    .filter((clause) => clause.start < end && clause.end > start)
    .map((clause) => clause.text.slice(Math.max(0, start - clause.start), end - clause.start) + (clause.end < end ? clause.mark : ""))
    .join("");
}

/** Every place a pattern reads, also those inside what it read before: where two overlap, `transitionsIn` decides. */
function matches(pattern: RegExp, text: string): RegExpExecArray[] {
  const out: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    out.push(match);
    // one character on, not one unit: within 𠮷 a pattern with the u flag goes back to its beginning, for ever
    pattern.lastIndex = match.index + (text.codePointAt(match.index)! > 0xffff ? 2 : 1);
  }
  return out;
}
