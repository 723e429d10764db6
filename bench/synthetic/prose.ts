/** Sentences of a small grammar of official Chinese, with numbers, units, dates, titles, quotations, dashes and Latin words. Sense is not asked of
 *  them, only that they set like prose. Not here: words, the edition. */
import type { Fact } from "../../schemas/fact.ts";
import { between, oneOf, type Random } from "../random.ts";
import { CLOSINGS, COUNTS, FIELDS, LATIN, MANNERS, OFFICES, placeName, RATES, RESULTS, SAYINGS, THINGS, TITLES, VERBS } from "./words.ts";

type Body<F> = F extends Fact ? Omit<F, "id" | "document" | "section" | "span" | "quote" | "text" | "certainty"> : never;
/** What a fact says, without where it stands. */
export type FactBody = Body<Fact>;

/** A piece of a sentence, without the mark after it, and what it says as a fact; null where it says nothing countable. */
export interface Clause {
  readonly text: string;
  readonly fact: FactBody | null;
}

const plain = (text: string): Clause => ({ text, fact: null });
const yearOf = (random: Random): number => between(random, 2009, 2013);

function count(random: Random): Clause {
  const { name, unit, most } = oneOf(random, COUNTS);
  const [field, value, year] = [oneOf(random, FIELDS), between(random, 3, most), yearOf(random)];
  return { text: `${field}${name}达到${value}${unit}`, fact: observation(`${field}${name}`, null, unit === "万元" ? value * 10_000 : value, unit === "万元" ? "元" : unit, "level", year) };
}

function rate(random: Random): Clause {
  const [field, name, value, growth] = [oneOf(random, FIELDS), oneOf(random, RATES), between(random, 300, 999) / 10, between(random, 3, 180) / 10];
  return { text: `${field}${name}为${value}%，比上年提高${growth}个百分点`, fact: observation(`${field}${name}`, null, value, "%", "level", 2013) };
}

function growth(random: Random): Clause {
  const [place, field, value] = [placeName(random), oneOf(random, FIELDS), between(random, 10, 480) / 10];
  return { text: `${place}的${field}业务量增长${value}%`, fact: observation(`${field}业务量`, place, value, "%", "growth", 2013) };
}

function observation(indicator: string, subject: string | null, value: number, unit: string, measure: "level" | "growth", year: number): FactBody {
  return { kind: "observation", indicator, subject, members: [], membersOpen: false, level: null, refArea: null, timePeriod: String(year), value, qualifier: "exact", unit, measure };
}

function event(random: Random): Clause {
  const [month, day, place, field, thing] = [between(random, 1, 12), between(random, 1, 28), placeName(random), oneOf(random, FIELDS), oneOf(random, THINGS)];
  const two = (n: number) => String(n).padStart(2, "0");
  return { text: `2013年${month}月${day}日，${place}启用${field}${thing}`, fact: { kind: "event", timePeriod: `2013-${two(month)}-${two(day)}`, actors: [place], action: `启用${field}${thing}`, places: [place] } };
}

function roster(random: Random): Clause {
  const members = Array.from({ length: between(random, 3, 6) }, () => placeName(random));
  const field = oneOf(random, FIELDS);
  return { text: `${members.join("、")}等${members.length}个地区列入${field}试点`, fact: { kind: "roster", category: `${field}试点`, members, open: false, claimedCount: members.length, claimedShare: null, claimedQualifier: "exact", timePeriod: null } };
}

function document(random: Random): Clause {
  const [office, field, type, month] = [oneOf(random, OFFICES), oneOf(random, FIELDS), oneOf(random, TITLES), between(random, 1, 12)];
  return { text: `${office}印发《${field}${type}》`, fact: { kind: "document", title: `${field}${type}`, titleLost: false, documentType: type, issuer: office, timePeriod: `2013-${String(month).padStart(2, "0")}`, status: "issued" } };
}

function transition(random: Random): Clause {
  const [field, from, to] = [oneOf(random, FIELDS), oneOf(random, THINGS), oneOf(random, THINGS)];
  return { text: `${field}由零散${from}向统一${to}转变`, fact: { kind: "transition", aspect: field, from: `零散${from}`, to: `统一${to}` } };
}

function assessment(random: Random): Clause {
  const topic = `${oneOf(random, FIELDS)}${oneOf(random, THINGS)}`;
  return { text: `${topic}仍然薄弱`, fact: { kind: "assessment", stance: "problem", topic } };
}

const FACTUAL = [count, count, count, rate, rate, growth, event, event, roster, document, transition, assessment];

const PLAIN: readonly ((random: Random) => string)[] = [
  (random) => `${oneOf(random, OFFICES)}${oneOf(random, VERBS)}${oneOf(random, FIELDS)}${oneOf(random, THINGS)}`,
  (random) => `${oneOf(random, MANNERS)}，${oneOf(random, OFFICES)}与${placeName(random)}共同${oneOf(random, VERBS)}${oneOf(random, THINGS)}`,
  (random) => `${oneOf(random, FIELDS)}引入${oneOf(random, LATIN)}设备${between(random, 2, 380)}台套，${oneOf(random, RESULTS)}`,
  (random) => `${placeName(random)}提出“${oneOf(random, SAYINGS)}”，${oneOf(random, RESULTS)}`,
  (random) => `${oneOf(random, THINGS)}——包括${oneOf(random, FIELDS)}和${oneOf(random, FIELDS)}——已经${oneOf(random, VERBS)}`,
  (random) => `${between(random, 1998, 2012)}年${between(random, 1, 12)}月起，${placeName(random)}（含所辖${between(random, 3, 28)}个乡镇）${oneOf(random, VERBS)}${oneOf(random, THINGS)}`,
  (random) => `依据《${oneOf(random, FIELDS)}${oneOf(random, TITLES)}》第${between(random, 2, 68)}条，${oneOf(random, OFFICES)}每${between(random, 2, 9)}个月核对一次${oneOf(random, THINGS)}`,
  (random) => `全年维护支出约${between(random, 12, 980) / 10}亿元，其中${oneOf(random, LATIN)}线路占${between(random, 11, 690) / 10}%`,
  (random) => `${oneOf(random, RESULTS)}，${oneOf(random, CLOSINGS)}`,
  (random) => `${placeName(random)}和${placeName(random)}的${oneOf(random, FIELDS)}先后纳入${oneOf(random, THINGS)}，${oneOf(random, OFFICES)}负责日常维护`,
  (random) => `${oneOf(random, OFFICES)}会同${oneOf(random, OFFICES)}${oneOf(random, VERBS)}${oneOf(random, FIELDS)}${oneOf(random, THINGS)}，${oneOf(random, RESULTS)}`,
  (random) => `${oneOf(random, FIELDS)}与${oneOf(random, FIELDS)}之间的${oneOf(random, THINGS)}由各地自行${oneOf(random, VERBS)}`,
  (random) => `${oneOf(random, MANNERS)}，${placeName(random)}把${oneOf(random, THINGS)}延伸到最末一级站所`,
  (random) => `对${oneOf(random, FIELDS)}中反映较多的问题，${oneOf(random, OFFICES)}逐项${oneOf(random, VERBS)}、及时答复`,
  (random) => `${oneOf(random, RESULTS)}，${oneOf(random, RESULTS)}`,
];

/** A sentence: two to four clauses and a full stop; `factual` of a hundred sentences have a clause that says a fact. */
export function sentence(random: Random, factual: number): { text: string; facts: { start: number; end: number; body: FactBody }[] } {
  const clauses = Array.from({ length: between(random, 2, 4) }, () => plain(oneOf(random, PLAIN)(random)));
  if (random() * 100 < factual) clauses[between(random, 0, clauses.length - 1)] = oneOf(random, FACTUAL)(random);
  let text = "";
  const facts: { start: number; end: number; body: FactBody }[] = [];
  clauses.forEach((clause, n) => {
    if (clause.fact !== null) facts.push({ start: text.length, end: text.length + clause.text.length, body: clause.fact });
    text += clause.text + (n === clauses.length - 1 ? "。" : oneOf(random, ["，", "，", "，", "；"]));
  });
  return { text, facts };
}

/** A heading without its number. */
export const headingOf = (random: Random): string => `${oneOf(random, FIELDS)}${oneOf(random, ["的进展", "与改进", "的若干做法", "及其成效", "情况"])}`;
