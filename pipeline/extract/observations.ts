/** Observations: quantities with what is measured, whose it is and when. Not here: reading numbers, lists, dates, naming what is measured. */
import { clausesOf, type Clause, type Draft, type TextInHand } from "./draft.ts";
import { measured, type Carried, type Previous } from "./indicators.ts";
import { listsOf, type List } from "./lists.ts";
import { falls } from "./measures.ts";
import { placeReader, regionOf } from "./places.ts";
import { quantityReader, type Quantity } from "./quantities/index.ts";
import { levelOf } from "./subjects.ts";
import { timesOf } from "./times.ts";

export function observations(text: TextInHand): Draft[] {
  const read = quantityReader(text.registers.units.map((u) => u.unit));
  const times = timesOf(text);
  const places = placeReader(text.registers.regions);
  const out: Draft[] = [];
  let section = -1;
  let carried: Carried = { indicator: "", subject: null, here: false, unit: "" };
  let membersBefore: List | null = null;
  let clauseBefore: Clause | undefined;
  for (const sentence of text.outline.sentences) {
    if (sentence.section !== section) { section = sentence.section; carried = { indicator: "", subject: null, here: false, unit: "" }; clauseBefore = undefined; }
    const clauses = clausesOf(sentence);
    carried = { ...carried, here: false };
    let inClauseBefore: readonly string[] = [];
    const inSentence: string[] = [];
    clauses.forEach((clause, i) => {
      const lists = listsOf(clause.text, places);
      const previous = clauses[i - 1] ?? clauseBefore;
      let from = 0;
      let before: (Previous & { readonly falls: boolean }) | null = null;
      const named: string[] = [];
      const quantities = read(clause.text);
      // 收入12亿元，支出15亿元，分别增长6%和8%: each of those named last
      const each = /^(?:同比|比上年|较上年|年均)?分别/u.test(clause.text) ? inSentence.slice(-quantities.length) : [];
      for (const [place, quantity] of quantities.entries()) {
        if (isDatePart(clause.text, quantity) || isOfName(clause.text, quantity)) continue;
        const own = lists.findLast((l) => l.end <= quantity.start + 1) ?? null;
        const list = own ?? (previous && carriesMembers(previous.text) ? membersBefore : null);
        const found = measured({ clause, quantity, from, list: own, carried, clauseBefore: previous?.text, previous: before, places });
        const pre = clause.text.slice(from, quantity.start);
        from = quantity.end;
        if (!found) continue;
        const { indicator, subject, measure } = found;
        const parts = found.parts ?? [];
        const ordinal: number = before && parts.length > 0 && found.parts === before.parts ? before.ordinal + 1 : 0;
        // 甲18家、乙46家，均居首位: said of all that the clause before names
        const ofAll = quantity.rank && /^(?:均|都)$/u.test(clause.text.slice(0, quantity.start)) ? inClauseBefore : [];
        const isOfEach = ofAll.length > 1 || (parts.length > 1 && (quantity.rank || /[均都][^分]*$/u.test(pre) || (/分别/u.test(pre) && !/^(?:、|和|及|与|，)\d/u.test(clause.text.slice(quantity.end)))));
        const names = ofAll.length > 1 ? ofAll : isOfEach ? parts : [each.length === quantities.length ? each[place]! : parts[ordinal] ?? indicator];
        // 由2010年的7%提高到9%: the year is the first figure's alone
        const isLater: boolean = before !== null && /[到至为](?:了)?$/u.test(pre) && /[由从]\d{4}年/u.test(clause.text.slice(0, quantity.start - pre.length)) && !/\d{4}年/u.test(pre);
        const time = isLater ? { value: null, inferred: false } : times(clause.start + quantity.start);
        const isFall: boolean = falls(pre) || (before !== null && before.falls && /^(?:、|和|及)?$/u.test(pre));
        const sign = (measure === "growth" || measure === "change") && isFall ? -1 : 1;
        const end = Math.min(clause.text.length, found.ends);
        
        for (const name of names) out.push({
          kind: "observation",
          start: clause.start + found.begins,
          end: clause.start + end,
          indicator: name,
          subject,
          members: list ? [...list.members] : [],
          membersOpen: list?.open ?? false,
          level: levelOf(subject, list?.members ?? [], text.registers),
          refArea: subject === null ? null : regionOf(subject, text.registers.regions)?.code ?? null,
          timePeriod: time.value,
          value: sign * quantity.value,
          ...(quantity.valueHigh === undefined ? {} : { valueHigh: sign * quantity.valueHigh }),
          qualifier: quantity.qualifier,
          unit: quantity.unit,
          measure,
          inferred: time.inferred || found.carriedOver,
          rule: `observations/${found.rule}`,
        });
        before = { indicator, subject, measure, unit: quantity.unit, begins: found.begins, ordinal, parts, falls: isFall };
        named.push(...names);
        inSentence.push(...names.filter((name) => !inSentence.includes(name)));
        carried = { indicator: names.at(-1)!, subject, here: true, unit: quantity.unit };
      }
      membersBefore = lists.at(-1) ?? (previous ? membersBefore : null);
      clauseBefore = clause;
      inClauseBefore = named;
    });
  }
  return out;
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
