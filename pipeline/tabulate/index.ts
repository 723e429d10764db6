/** tabulate: facts, findings and table rules → tables and figures as data.
 *
 *  in      facts after corrections, findings, the rules of edition.yaml, registers, the edition's texts
 *  out     tables numbered 1, 2 … in the rules' order; figures numbered by themselves
 *  holds   a rule without a match makes no table; every row names the facts it rests on; a figure's categories are distinct
 *  errors  none */
import { group } from "d3-array";
import type { EditionText, TableRule } from "../../schemas/edition.ts";
import { earlierId } from "../../schemas/edition-texts.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { Figure, Table } from "../../schemas/table.ts";
import { countsTable } from "./counts.ts";
import { defaultTables } from "./defaults.ts";
import type { Draft, Ground, Made, Wanted } from "./draft.ts";
import { eventsTable } from "./events.ts";
import { figuresOf } from "./figures.ts";
import { indicatorTable } from "./indicator.ts";
import { assessmentsTable, documentsTable, observationsTable, rostersTable, transitionsTable } from "./kinds.ts";
import { seriesTable } from "./series/index.ts";
import { aheadNotes } from "./ahead.ts";
import { sharesTable } from "./shares.ts";
import { dated } from "./titles.ts";

export interface Subject extends Ground {
  readonly rules: readonly TableRule[];
  readonly texts: readonly Pick<EditionText, "id">[];
}

export function tabulate(subject: Subject): { tables: Table[]; figures: Figure[] } {
  const known = knownFacts(subject);
  const all = inOrder(subject).map((made) => ({ made, facts: made.draft.rows.flatMap((row) => row.facts.flatMap((id) => known.get(id) ?? [])) }));
  const tables = all.map(({ made, facts }, i) => tableOf(made, facts, i + 1, subject, known));
  const drawn = all.flatMap(({ made, facts }, i) => figuresOf(made, tables[i]!, facts.map(({ fact }) => fact), subject));
  return { tables, figures: drawn.map((figure, i) => ({ ...figure, number: String(i + 1) })) };
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
  return draft === null ? [] : [{ heading: { id: rule.id, title: rule.title, titleEn: rule.titleEn, figures: wanted(rule) }, draft }];
}

/** The figures that a rule asks for: the one under the table's title, then those under their own. */
function wanted(rule: Exclude<TableRule, { rule: "defaults" }>): Wanted[] {
  if (!("figures" in rule)) return [];
  return [...(rule.figure === undefined ? [] : [{ kind: rule.figure, glance: rule.glance }]), ...rule.figures];
}

function draftOf(rule: Exclude<TableRule, { rule: "defaults" }>, ground: Ground): Draft | null {
  switch (rule.rule) {
    case "indicator": return indicatorTable(ground, rule.ends);
    case "shares": return sharesTable(ground);
    case "counts": return countsTable(ground);
    case "series": return seriesTable(ground, rule.indicators);
    case "events": return eventsTable(ground);
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

function tableOf({ heading, draft }: Made, facts: readonly Known[], number: number, subject: Subject, known: ReadonlyMap<string, Known>): Table {
  return {
    id: heading.id,
    number: String(number),
    ...dated(heading, draft.years, facts.map(({ fact }) => fact), subject),
    unit: draft.unit,
    columns: [...draft.columns],
    rows: [...draft.rows],
    notes: [...draft.notes, ...aheadNotes(draft.rows, (id) => known.get(id)?.fact)],
    source: sourceOf(facts, subject),
  };
}

/** 资料来源: the texts that the rows rest on, in printing order; then those of earlier editions. */
function sourceOf(facts: readonly Known[], { texts }: Subject): string {
  const editions = group(facts, ({ edition }) => edition, ({ fact }) => fact.document);
  const own = texts.filter(({ id }) => editions.get(null)?.has(id)).map(({ id }) => id);
  const before = [...editions].flatMap(([edition, documents]) => (edition === null ? [] : [{ edition, words: `${edition}年版${[...documents.keys()].sort().join("、")}` }]));
  return [...own, ...before.sort((a, b) => b.edition - a.edition).map(({ words }) => words)].join("；");
}
