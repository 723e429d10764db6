/** Observations: quantities with what is measured, whose it is and when. Not here: reading numbers, lists, dates, naming what is measured. */
import { clausesOf, type Clause, type Draft, type TextInHand } from "./draft.ts";
import { OF_EACH, holdersOf } from "./holders.ts";
import { measured, type Carried, type Measured, type Previous } from "./indicators.ts";
import { listsOf, type List } from "./lists.ts";
import { falls } from "./measures.ts";
import { isPlaceName, placeReader, regionOf, type PlaceReader } from "./places.ts";
import { quantityReader, type Quantity, type QuantityReader } from "./quantities/index.ts";
import { levelOf } from "./subjects.ts";
import { timesOf, type TimeAt } from "./times.ts";

/** What clauses leave to those after them. */
interface Run {
  readonly carried: Carried;
  /** The list of names that the last clause with one ended in. */
  readonly members: List | null;
  readonly clause: Clause | undefined;
  /** What the clause before measured. */
  readonly inClause: readonly string[];
  /** All that the sentence measured so far, in order; one set a sentence, to which its clauses add. */
  readonly inSentence: Set<string>;
}

const NOTHING: Carried = { indicator: "", subject: null, here: false, unit: "" };
const AT_SECTION = { carried: NOTHING, members: null, clause: undefined, inClause: [] };

/** What reads a text, made once for it. */
interface Tools {
  readonly read: QuantityReader;
  readonly times: (at: number) => TimeAt;
  readonly places: PlaceReader;
  readonly text: TextInHand;
}

export function observations(text: TextInHand): Draft[] {
  const { registers, outline } = text;
  const tools: Tools = { read: quantityReader(registers.units.map(({ unit }) => unit)), times: timesOf(text), places: placeReader(registers.regions), text };
  const out: Draft[] = [];
  let section = -1;
  let run: Run = { ...AT_SECTION, inSentence: new Set() };
  for (const sentence of outline.sentences) {
    run = sentence.section === section ? { ...run, carried: { ...run.carried, here: false }, inClause: [], inSentence: new Set() } : { ...AT_SECTION, members: run.members, inSentence: new Set() };
    section = sentence.section;
    for (const [i, clause] of clausesOf(sentence).entries()) {
      const { drafts, next } = observationsIn(clause, i === 0 && run.clause === undefined ? null : run, run, tools);
      out.push(...drafts);
      run = next;
    }
  }
  return out;
}

/** The figure before in the same clause, and whether it falls. */
type Before = Previous & { readonly falls: boolean };

/** The observations of a clause, and what it leaves to the next. */
function observationsIn(clause: Clause, before: Run | null, run: Run, tools: Tools): { drafts: Draft[]; next: Run } {
  const lists = listsOf(clause.text, tools.places);
  const quantities = tools.read(clause.text);
  // 收入12亿元，支出15亿元，分别增长6%和8%: each of those named last
  const each = EACH.test(clause.text) ? [...run.inSentence].slice(-quantities.length) : [];
  const drafts: Draft[] = [], named: string[] = [];
  let from = 0;
  let last: Before | null = null;
  let carried = run.carried;
  for (const [place, quantity] of quantities.entries()) {
    if (isDatePart(clause.text, quantity) || isOfName(clause.text, quantity)) continue;
    const own = lists.findLast((list) => list.end <= quantity.start + 1) ?? null;
    const pre = clause.text.slice(from, quantity.start);
    const found = measured({ clause, quantity, from, list: own, carried, clauseBefore: run.clause?.text, previous: last, places: tools.places });
    from = quantity.end;
    if (!found) continue;
    const list = own ?? (before?.clause && carriesMembers(before.clause.text) ? before.members : null);
    const ordinal: number = last && (found.parts?.length ?? 0) > 0 && found.parts === last.parts ? last.ordinal + 1 : 0;
    const names = each.length > 0 && each.length === quantities.length ? [each[place]!] : namesOf(found, { quantity, pre, ordinal, clause, inClauseBefore: run.inClause });
    const fallen: boolean = falls(pre) || (last !== null && last.falls && GOES_ON.test(pre));
    const said = { clause, quantity, found, list, pre, before: last, fallen, holders: holdersOf({ list: own, subject: found.subject, before: clause.text.slice(0, quantity.start), place, count: quantities.length }, isHolder(tools)) };
    drafts.push(...names.flatMap((name) => draftsOf(name, said, tools)));
    last = { indicator: found.indicator, subject: found.subject, measure: found.measure, unit: quantity.unit, begins: found.begins, ordinal, parts: found.parts ?? [], falls: fallen };
    named.push(...names);
    for (const name of names) run.inSentence.add(name);
    carried = { indicator: names.at(-1)!, subject: found.subject, here: true, unit: quantity.unit };
  }
  return { drafts, next: { carried, members: lists.at(-1) ?? (before ? run.members : null), clause, inClause: named, inSentence: run.inSentence } };
}

const EACH = /^(?:同比|比上年|较上年|年均)?分别/u;
const GOES_ON = /^(?:、|和|及)?$/u;
const isHolder = ({ text: { registers } }: Tools) => (name: string) => isPlaceName(name, registers.regions) || /^(?:[省市县区州乡镇村]|.{1,3}级)$/u.test(name);

/** What the figure is said of: one thing, each of the names it is distributed over, or all that the clause before measured. */
function namesOf(found: Measured, { quantity, pre, ordinal, clause, inClauseBefore }: { quantity: Quantity; pre: string; ordinal: number; clause: Clause; inClauseBefore: readonly string[] }): readonly string[] {
  const parts = found.parts ?? [];
  // 甲18家、乙46家，均居首位: said of all that the clause before names
  if (quantity.rank && /^(?:均|都)$/u.test(clause.text.slice(0, quantity.start)) && inClauseBefore.length > 1) return inClauseBefore;
  const isRow = pre.includes("分别") && !/^(?:、|和|及|与|，)\d/u.test(clause.text.slice(quantity.end));
  const isOfEach = parts.length > 1 && (quantity.rank || (OF_EACH.test(pre) && !/[均都].*分/u.test(pre)) || isRow);
  return isOfEach ? parts : [parts[ordinal] ?? found.indicator];
}

/** All that is known of a figure when its drafts are made. */
interface Said {
  readonly clause: Clause;
  readonly quantity: Quantity;
  readonly found: Measured;
  readonly list: List | null;
  readonly pre: string;
  readonly before: Before | null;
  readonly fallen: boolean;
  /** Those that have the figure each; null where it is of all together. */
  readonly holders: readonly string[] | null;
}

/** One draft, or one for each holder. */
function draftsOf(name: string, { clause, quantity, found, list, pre, before, fallen, holders }: Said, { times, text }: Tools): Draft[] {
  const { measure } = found;
  const time = isLaterOfTwo(clause.text.slice(0, quantity.start - pre.length), pre, before) ? { value: null, inferred: false } : times(clause.start + quantity.start);
  const sign = (measure === "growth" || measure === "change") && fallen ? -1 : 1;
  const members = holders ? [] : list?.members ?? [];
  return (holders ?? [found.subject]).map((subject) => ({
    kind: "observation",
    start: clause.start + (holders ? Math.min(found.begins, list?.start ?? found.begins) : found.begins),
    end: clause.start + Math.min(clause.text.length, found.ends),
    indicator: name,
    subject,
    members: [...members],
    membersOpen: members.length > 0 && (list?.open ?? false),
    level: levelOf(subject, members, text.registers),
    refArea: subject === null ? null : regionOf(subject, text.registers.regions)?.code ?? null,
    timePeriod: time.value,
    value: sign * quantity.value,
    ...(quantity.valueHigh === undefined ? {} : { valueHigh: sign * quantity.valueHigh }),
    qualifier: quantity.qualifier,
    unit: quantity.unit,
    measure,
    inferred: time.inferred || found.carriedOver,
    rule: `observations/${found.rule}`,
  }));
}

/** 由2010年的7%提高到9%: the year is the first figure's alone. */
function isLaterOfTwo(ahead: string, pre: string, before: Before | null): boolean {
  return before !== null && /[到至为](?:了)?$/u.test(pre) && /[由从]\d{4}年/u.test(ahead) && !/\d{4}年/u.test(pre);
}

/** 部分部委，如甲部、乙部等，已达到…: the clause before names the members. */
const carriesMembers = (clause: string) => /^(?:如|其中|包括|例如)[^\d]*$/u.test(clause);

/** 9月12日, 第3期, 2013年: a number within a date or an ordinal. */
function isDatePart(text: string, q: Quantity): boolean {
  return /^[年月日号]/u.test(text.slice(q.end)) && !q.rank;
}

/** A figure inside a proper name or quotation marks, a bound in a name: 亿元以上项目, “5个一”. */
function isOfName(text: string, q: Quantity): boolean {
  const open = text.lastIndexOf("“", q.start), close = text.lastIndexOf("”", q.start);
  if (open > close && text.indexOf("”", q.end) >= 0) return true;
  return q.qualifier === "atLeast" && /^(?:的)?(?:项目|企业|工业企业|老人|人口|机组|大型)/u.test(text.slice(q.end)) && q.unit !== "%";
}
