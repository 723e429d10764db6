/** Observations: quantities with what is measured, whose it is and when. Not here: reading numbers, lists, dates, naming what is measured. */
import { clausesOf, type Clause, type Draft, type TextInHand } from "./draft.ts";
import { measured, type Carried } from "./indicators.ts";
import { listsOf, type List } from "./lists.ts";
import { falls } from "./measures.ts";
import { placeReader, regionOf } from "./places.ts";
import { quantityReader, type Quantity } from "./quantities.ts";
import { levelOf } from "./subjects.ts";
import { timesOf } from "./times.ts";

export function observations(text: TextInHand): Draft[] {
  const read = quantityReader(text.registers.units.map((u) => u.unit));
  const times = timesOf(text);
  const places = placeReader(text.registers.regions);
  const out: Draft[] = [];
  let section = -1;
  let carried: Carried = { indicator: "", subject: null };
  let membersBefore: List | null = null;
  let clauseBefore: Clause | undefined;
  for (const sentence of text.outline.sentences) {
    if (sentence.section !== section) { section = sentence.section; carried = { indicator: "", subject: null }; clauseBefore = undefined; }
    const clauses = clausesOf(sentence);
    clauses.forEach((clause, i) => {
      const lists = listsOf(clause.text, places);
      const previous = clauses[i - 1] ?? clauseBefore;
      let from = 0;
      for (const quantity of read(clause.text)) {
        if (isDatePart(clause.text, quantity) || isOfName(clause.text, quantity)) continue;
        const own = lists.findLast((l) => l.end <= quantity.start + 1) ?? null;
        const list = own ?? (previous && carriesMembers(previous.text) ? membersBefore : null);
        const found = measured({ clause, quantity, from, list: own, carried, clauseBefore: previous?.text });
        const pre = clause.text.slice(from, quantity.start);
        from = quantity.end;
        if (!found) continue;
        const { indicator, subject, measure } = found;
        const time = times(clause.start + quantity.start);
        const sign = (measure === "growth" || measure === "change") && falls(pre) ? -1 : 1;
        out.push({
          kind: "observation",
          start: clause.start + found.begins,
          end: clause.start + Math.min(clause.text.length, found.ends),
          indicator,
          subject,
          members: list ? [...list.members] : [],
          membersOpen: list?.open ?? false,
          level: levelOf(subject, list?.members ?? [], text.registers),
          refArea: subject === null ? null : regionOf(subject, text.registers.regions)?.code ?? null,
          timePeriod: time.value,
          value: sign * quantity.value,
          ...(quantity.valueHigh === undefined ? {} : { valueHigh: quantity.valueHigh }),
          qualifier: quantity.qualifier,
          unit: quantity.unit,
          measure,
          inferred: time.inferred || found.carriedOver,
        });
        carried = { indicator, subject: subject ?? carried.subject };
      }
      membersBefore = lists.at(-1) ?? (previous ? membersBefore : null);
      clauseBefore = clause;
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
