/** tabulate: facts, findings and table rules → tables and figures as data.
 *
 *  in      facts after corrections, findings, the rules of edition.yaml, registers, the edition's texts
 *  out     tables numbered 1, 2 … in the rules' order; figures numbered by themselves
 *  holds   a rule without a match makes no table; every row names the facts it rests on; a figure's categories are distinct
 *  errors  none */
import { group } from "d3-array";
import { earlierId, type EditionText, type TableRule } from "../../schemas/edition.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { Figure, Table } from "../../schemas/table.ts";
import { countsTable } from "./counts.ts";
import { defaultTables } from "./defaults.ts";
import type { Draft, Ground, Heading, Made } from "./draft.ts";
import { inEnglish } from "./english.ts";
import { indicatorTable } from "./indicator.ts";
import { assessmentsTable, documentsTable, observationsTable, rostersTable, transitionsTable } from "./kinds.ts";
import { seriesTable } from "./series/index.ts";
import { sharesTable } from "./shares.ts";
import { periodInEnglish, periodInWords } from "./words.ts";

export interface Subject extends Ground {
  readonly rules: readonly TableRule[];
  readonly texts: readonly Pick<EditionText, "id">[];
}

export function tabulate(subject: Subject): { tables: Table[]; figures: Figure[] } {
  const all = inOrder(subject);
  const known = knownFacts(subject);
  const tables = all.map((one, i) => tableOf(one, one.draft.rows.flatMap((row) => row.facts.flatMap((id) => known.get(id) ?? [])), i + 1, subject));
  const drawn = all.flatMap(({ heading, draft }, i) => (heading.figure !== undefined && draft.plot !== undefined ? [{ heading, kind: heading.figure, plot: draft.plot, table: tables[i]! }] : []));
  const figures = drawn.map(({ heading, kind, plot, table }, i) => figureOf(kind, heading.glance, plot, table, i + 1));
  return { tables, figures };
}

/** The tables of all rules, in the rules' order. What the defaults make depends on all that is declared, before them or after. */
function inOrder(subject: Subject): Made[] {
  const made = subject.rules.map((rule) => ({ rule, tables: declared(rule, subject) }));
  const first = made.findIndex(({ rule }) => rule.rule === "defaults");
  return made.flatMap(({ tables }, i) => (i === first ? defaultTables(subject, subject.rules, made.flatMap((one) => one.tables)) : tables));
}

function declared(rule: TableRule, ground: Ground): Made[] {
  if (rule.rule === "defaults") return [];
  const draft = draftOf(rule, ground);
  const { id, title, titleEn } = rule;
  const look = "glance" in rule ? { figure: rule.figure, glance: rule.glance } : { glance: false };
  return draft === null ? [] : [{ heading: { id, title, titleEn, ...look }, draft }];
}

function draftOf(rule: Exclude<TableRule, { rule: "defaults" }>, ground: Ground): Draft | null {
  switch (rule.rule) {
    case "indicator": return indicatorTable(ground, rule.ends);
    case "shares": return sharesTable(ground);
    case "counts": return countsTable(ground);
    case "series": return seriesTable(ground, rule.indicators);
    case "rosters": return rostersTable(ground);
    case "transitions": return transitionsTable(ground);
    case "documents": return documentsTable(ground);
    case "assessments": return assessmentsTable(ground);
    case "observations": return observationsTable(ground);
  }
}

/** A fact with the earlier edition that it comes from; null for this one. */
interface Known {
  readonly fact: Fact;
  readonly edition: number | null;
}

/** All facts by the ids that tables name them by. */
function knownFacts({ facts, earlier }: Ground): Map<string, Known> {
  const before = earlier.flatMap(({ year, facts: all }) => all.map((fact) => [earlierId(year, fact.id), { fact, edition: year }] as const));
  return new Map<string, Known>([...before, ...facts.map((fact) => [fact.id, { fact, edition: null }] as const)]);
}

function tableOf({ heading, draft }: Made, facts: readonly Known[], number: number, subject: Subject): Table {
  return {
    id: heading.id,
    number: String(number),
    ...dated(heading, draft.years, facts.map(({ fact }) => fact), subject),
    unit: draft.unit,
    columns: [...draft.columns],
    rows: [...draft.rows],
    notes: [...draft.notes],
    source: sourceOf(facts, subject),
  };
}

/** A title with its time, where it names no year: the period of the facts where they have one and the same, the years where they hold a series, else the edition's year. */
function dated({ title, titleEn }: Heading, span: Draft["years"], facts: readonly Fact[], { year, registers }: Subject): Pick<Table, "title" | "titleEn"> {
  const english = titleEn ?? inEnglish(title, registers.glossary);
  const periods = [...group(facts, (fact) => ("timePeriod" in fact ? fact.timePeriod : null)).keys()];
  const period = periods.length === 1 && periods[0] != null && /^\d{4}(?:-\d{2}){0,2}$/u.test(periods[0]) ? periods[0] : String(year);
  const time = span === undefined ? { zh: periodInWords(period), en: periodInEnglish(period) } : { zh: `${span[0]}—${span[1]}年`, en: `${span[0]}–${span[1]}` };
  return {
    title: /\d{4}/u.test(title) ? title : `${title}（${time.zh}）`,
    titleEn: /\d{4}/u.test(english) ? english : `${english}, ${time.en}`,
  };
}

/** 资料来源: the texts that the rows rest on, in printing order; then those of earlier editions. */
function sourceOf(facts: readonly Known[], { texts }: Subject): string {
  const editions = group(facts, ({ edition }) => edition, ({ fact }) => fact.document);
  const own = texts.filter(({ id }) => editions.get(null)?.has(id)).map(({ id }) => id);
  const before = [...editions].flatMap(([edition, documents]) => (edition === null ? [] : [{ edition, words: `${edition}年版${[...documents.keys()].sort().join("、")}` }]));
  return [...own, ...before.sort((a, b) => b.edition - a.edition).map(({ words }) => words)].join("；");
}

const KINDS: Readonly<Record<Figure["kind"], string>> = { bar: "横条图", column: "柱形图", line: "折线图" };

function figureOf(kind: Figure["kind"], glance: boolean, plot: NonNullable<Draft["plot"]>, table: Table, number: number): Figure {
  return {
    id: `fig-${table.id}`,
    number: String(number),
    title: table.title,
    titleEn: table.titleEn,
    kind,
    table: table.id,
    category: plot.category,
    values: [...plot.values],
    unit: plot.unit,
    ...(plot.breaks !== undefined && plot.breaks.length > 0 ? { breaks: plot.breaks } : {}),
    alt: `${KINDS[kind]}：${plot.words.join("；")}。`,
    glance,
  };
}
