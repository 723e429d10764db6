/** Lists of names in a clause: A、B和C等. Not here: which lists are rosters. */
import type { PlaceReader } from "./places.ts";

export interface List {
  /** Offsets into the passage: first character of the first member, after the last (and after 等). */
  readonly start: number;
  readonly end: number;
  readonly members: readonly string[];
  readonly open: boolean;
  /** The clause before the first member, and after the list. */
  readonly lead: string;
  readonly tail: string;
}

/** Words after which a list begins; the longest are tried first. */
const LEADS = ["具体包括", "主要包括", "分别是", "分别为", "具体是", "具体为", "主要是", "设置在", "包括", "例如", "比如", "譬如", "服务于", "设在", "设于", "其中", "以及", "我国", "全国", "如", "即", "为", "是", "由", "有", "在", "对", "将", "向", "使", "和", "与", "同", "于", "了", "从", "把", "让", "给", "含", "的"];
const LAST_JOIN = /^(?<last>.*?)(?:以及|和|及|与)(?<end>.+)$/u;
/** What cannot stand within a name. */
const NO_NAME = /[，。；：！？《》]|(?:表明|显示|说明|指出)$|\d{4}年|\d月|(?:\d+(?:\.\d+)?%)/u;
const LONGEST_MEMBER = 24;
/** Verbs that follow a list without 等: 由A、B和C构成. */
const AFTER_LIST = /(?:构成|组成|已|均|都|被|共|四|三|两|二|五|开展|建立|建成|开通|位居|分别|承担|进行|实现|达到|设立|普遍|以)/u;

/** Lists of at least three members in one clause, in order.
 *
 * clause   without its end mark; 、 parts the members, the last may be joined by 和 及 以及 与
 * places   finds names that may hold 和 themselves */
export function listsOf(clause: string, places: PlaceReader = () => []): List[] {
  if (!clause.includes("、")) return [];
  return listsIn(masked(clause, places), places).map((list) => ({ ...list, members: list.members.map(unmasked), lead: unmasked(list.lead), tail: unmasked(list.tail) }));
}

/** 和 within 呼和浩特市 joins nothing: it is masked while the list is cut. */
const JOINS: Readonly<Record<string, string>> = { 和: "\uE000", 与: "\uE001", 及: "\uE002" };
const JOINED: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(JOINS).map(([join, mask]) => [mask, join]));
const unmasked = (text: string) => text.replace(/[\uE000-\uE002]/gu, (mask) => JOINED[mask]!);

function masked(clause: string, places: PlaceReader): string {
  return places(clause).reduce((text, { start, end }) => text.slice(0, start) + text.slice(start, end).replace(/[和与及]/gu, (join) => JOINS[join]!) + text.slice(end), clause);
}

function listsIn(clause: string, places: PlaceReader): List[] {
  const pieces: { text: string; start: number }[] = [];
  let at = 0, depth = 0, from = 0;
  for (; at < clause.length; at++) {
    if ("“（《".includes(clause[at]!)) depth++;
    else if ("”）》".includes(clause[at]!)) depth--;
    else if (clause[at] === "、" && depth <= 0) { pieces.push({ text: clause.slice(from, at), start: from }); from = at + 1; }
  }
  pieces.push({ text: clause.slice(from), start: from });
  const out: List[] = [];
  for (let i = 0; i < pieces.length - 1; i++) {
    let j = i + 1;
    // A piece that closes a list (…等, …构成) ends the run; the next begins anew.
    while (j < pieces.length - 1 && !closes(pieces[j]!.text) && pieces[j]!.text.length <= LONGEST_MEMBER) j++;
    const list = listFrom(clause, pieces.slice(i, j + 1), places);
    if (list) out.push(list);
    if (j === pieces.length - 1) break;
    i = j - 1;
  }
  return out;
}

const closes = (piece: string) => /等(?:等)?/u.test(piece.slice(1));

function listFrom(clause: string, pieces: readonly { text: string; start: number }[], places: PlaceReader): List | null {
  const first = pieces[0]!, last = pieces.at(-1)!;
  const middle = pieces.slice(1, -1).map((piece) => piece.text);
  const typical = Math.max(2, ...middle.map((m) => m.length));
  const cut = leadEnd(first.text, typical);
  const start = first.start + cut;
  const closing = /^(?<member>.+?)(?<etc>等(?:等)?)/u.exec(last.text);
  const open = closing !== null;
  const body = closing?.groups?.["member"] ?? last.text;
  const joined = LAST_JOIN.exec(body);
  const tailAt = open ? null : AFTER_LIST.exec(joined ? joined.groups!["end"]! : body);
  // 甲市、乙市、丙市|覆盖率: in a list of places the last is the place that its piece begins with
  const place = open || middle.length === 0 || !middle.every((member) => isPlace(member, places)) ? undefined : places(unmasked(body)).find((one) => one.start === 0);
  const lastBody = place ? [body.slice(0, place.end)] : joined && joined.groups!["last"] !== "" ? [joined.groups!["last"]!, trimAfter(joined.groups!["end"]!, open)] : [trimAfter(body, open)];
  const members = [first.text.slice(cut), ...middle, ...lastBody].map((m) => m.replace(/^(?:以及|和|及|与)/u, "").trim());
  if (members.length < 3 || members.some((m) => m === "" || m.length > LONGEST_MEMBER || NO_NAME.test(m))) return null;
  const end = open ? last.start + closing![0].length : place ? last.start + place.end : last.start + last.text.length - (tailAt ? (joined ? joined.groups!["end"]! : body).length - tailAt.index : 0);
  return { start, end, members, open, lead: clause.slice(0, start), tail: clause.slice(end) };
}

/** Whether all of a piece is the name of one place. */
const isPlace = (piece: string, places: PlaceReader) => places(unmasked(piece)).some(({ start, end }) => start === 0 && end === piece.length);

const trimAfter = (text: string, open: boolean) => (open ? text : text.slice(0, AFTER_LIST.exec(text)?.index ?? text.length));

/** Where the first member begins in the piece before the first 、. The lead that leaves a name of about the usual length wins. */
function leadEnd(piece: string, typical: number): number {
  if (piece.startsWith("以及")) return 2;
  let best = 0;
  for (const lead of LEADS) {
    const at = piece.lastIndexOf(lead);
    if (at < 0) continue;
    const end = at + lead.length;
    const left = piece.length - end;
    if (left < 1 || (lead.length === 1 && left < 2)) continue;
    // A single-character lead inside a name of the usual length is part of the name: 行为规范.
    if (lead.length === 1 && piece.length <= typical + 1 && !/^[如即由在对]/u.test(piece)) continue;
    best = Math.max(best, end);
  }
  return best;
}
