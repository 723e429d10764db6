/** tabulate: facts, findings and table rules → tables and figures as data.
 *
 *  in      facts after corrections, findings, the rules of edition.yaml, registers, the edition's texts
 *  out     tables numbered 1, 2 … in the rules' order; figures numbered by themselves
 *  holds   a rule without a match makes no table; every row names the facts it rests on; a figure's categories are distinct
 *  errors  none */
import { group } from "d3-array";
import type { EarlierYear, EditionText, TableRule } from "../../schemas/edition.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { Figure, Table } from "../../schemas/table.ts";
import { countsTable } from "./counts.ts";
import type { Draft, Ground } from "./draft.ts";
import { indicatorTable } from "./indicator.ts";
import { assessmentsTable, documentsTable, observationsTable, rostersTable, transitionsTable } from "./kinds.ts";
import { sharesTable } from "./shares.ts";
import { periodInEnglish, periodInWords } from "./words.ts";

export interface Subject extends Ground {
  readonly rules: readonly TableRule[];
  readonly year: number;
  /** The years before it, oldest first. */
  readonly earlier: readonly EarlierYear[];
  readonly texts: readonly Pick<EditionText, "id">[];
}

export function tabulate(subject: Subject): { tables: Table[]; figures: Figure[] } {
  const byId = new Map(subject.facts.map((fact) => [fact.id, fact]));
  const drafts = subject.rules.flatMap((rule) => {
    const draft = draftOf(rule, subject);
    return draft === null ? [] : [{ rule, draft, facts: draft.rows.flatMap((row) => row.facts.flatMap((id) => byId.get(id) ?? [])) }];
  });
  const tables = drafts.map(({ rule, draft, facts }, i) => tableOf(rule, draft, facts, i + 1, subject));
  const drawn = drafts.flatMap(({ rule, draft }, i) => ("figure" in rule && rule.figure !== undefined && draft.plot !== undefined ? [{ rule, kind: rule.figure, plot: draft.plot, table: tables[i]! }] : []));
  const figures = drawn.map(({ rule, kind, plot, table }, i) => figureOf(kind, rule.glance, plot, table, i + 1));
  return { tables, figures };
}

function draftOf(rule: TableRule, ground: Ground): Draft | null {
  switch (rule.rule) {
    case "indicator": return indicatorTable(ground, rule.ends);
    case "shares": return sharesTable(ground);
    case "counts": return countsTable(ground);
    case "rosters": return rostersTable(ground);
    case "transitions": return transitionsTable(ground);
    case "documents": return documentsTable(ground);
    case "assessments": return assessmentsTable(ground);
    case "observations": return observationsTable(ground);
  }
}

function tableOf(rule: TableRule, draft: Draft, facts: readonly Fact[], number: number, { year, texts }: Subject): Table {
  return {
    id: rule.id,
    number: String(number),
    ...dated(rule, facts, year),
    unit: draft.unit,
    columns: [...draft.columns],
    rows: [...draft.rows],
    notes: [...draft.notes],
    source: sourceOf(facts, texts),
  };
}

/** A title with its time: that of the facts where they have one and the same, else the edition's year; as it is where it names a year. */
function dated({ title, titleEn }: TableRule, facts: readonly Fact[], year: number): Pick<Table, "title" | "titleEn"> {
  const periods = [...group(facts, (fact) => ("timePeriod" in fact ? fact.timePeriod : null)).keys()];
  const period = periods.length === 1 && periods[0] != null && /^\d{4}(?:-\d{2}){0,2}$/u.test(periods[0]) ? periods[0] : String(year);
  return {
    title: /\d{4}/u.test(title) ? title : `${title}（${periodInWords(period)}）`,
    titleEn: /\d{4}/u.test(titleEn) ? titleEn : `${titleEn}, ${periodInEnglish(period)}`,
  };
}

/** 资料来源: the texts that the rows rest on, in printing order. */
function sourceOf(facts: readonly Fact[], texts: Subject["texts"]): string {
  const documents = group(facts, ({ document }) => document);
  return texts.filter(({ id }) => documents.has(id)).map(({ id }) => id).join("；");
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
    alt: `${KINDS[kind]}：${plot.words.join("；")}。`,
    glance,
  };
}
