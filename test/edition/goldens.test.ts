/** What the editions of sources/ find and tabulate, as a page to read. A line that changes is a change that a reader of the yearbook will see: look at it, then put the new page in place of the old one. */
import { expect, test } from "vitest";
import { editionOf } from "../../pipeline/commands/open-year.ts";
import { silent } from "../../pipeline/commands/report.ts";
import { tabulate } from "../../pipeline/tabulate/index.ts";
import { TableRule, type Edition } from "../../schemas/edition.ts";
import { textsOf } from "../../schemas/edition-texts.ts";
import type { Figure, Table } from "../../schemas/table.ts";
import { isAsItWas } from "../fixtures/golden.ts";
import { registers } from "../fixtures/registers.ts";

/** Ids of facts without what all of them begin with: the document and the kind are long, and the offset tells. */
const short = (id: string) => id.replace(/(\d\d)-[^:"]*:[a-z]+:/gu, "$1:");
const json = (value: unknown) => JSON.stringify(value);

function findingsPage({ findings }: Edition): string {
  return findings.map(({ id, outcome, severity, facts, arithmetic, computed }) => [`${short(id)} ${outcome} ${severity} [${facts.map(short).join(" ")}]`, `  ${arithmetic}`, ...(computed === undefined ? [] : [`  ${short(json(computed))}`]), ""].join("\n")).join("");
}

function tablePage({ number, id, title, titleEn, unit, columns, rows, notes, source }: Table): string {
  const cells = rows.map((row) => `  | ${row.cells.map((one) => one ?? "…").join(" | ")} | ${row.status} ${row.facts.length}${row.decimals === undefined ? "" : ` .${row.decimals}`}${row.cellStatus === undefined ? "" : ` ${row.cellStatus.map((one) => one[0]).join("")}`}${row.computed === undefined ? "" : ` ${json(row.computed)}`}`);
  const heads = columns.map(({ key, title: head, titleEn: headEn, type, unit: of, decimals, width, description }) => `  ${key}: ${head} / ${headEn}; ${type}${of === null ? "" : `, ${of}`}${decimals === null ? "" : `, .${decimals}`}; ${width}; ${description}`);
  return [`${number} ${id} ${title} / ${titleEn}${unit === null ? "" : `, ${unit}`}`, ...heads, ...cells, ...notes.map((note) => `  注 ${note}`), `  资料来源 ${source}`, ""].join("\n");
}

function figurePage({ number, title, titleEn, kind, table, glance, alt, ...rest }: Figure): string {
  return [`图${number} ${kind} of ${table}${glance ? ", at a glance" : ""}: ${title} / ${titleEn}`, `  ${alt}`, `  ${json(rest)}`, ""].join("\n");
}

/** What an edition would have that declares nothing, and one that declares a table of every kind, drawn. */
const LISTS: Readonly<Record<string, readonly object[]>> = {
  undeclared: [{ rule: "defaults" }],
  drawn: [
    { rule: "indicator", ends: "率", figure: "bar" }, { rule: "shares", figure: "column", figures: [{ kind: "tiles", title: "各省", titleEn: "Provinces" }] }, { rule: "counts", figure: "bar" },
    { rule: "rosters", figure: "tiles" }, { rule: "events", figure: "timeline" }, { rule: "observations" }, { rule: "assessments" }, { rule: "transitions" }, { rule: "documents" },
  ].map((rule) => ({ id: rule.rule, title: rule.rule, ...rule })),
};

test.each([2012, 2013, 2014])("the findings, tables and figures of %i are what they were", async (year) => {
  const edition = await editionOf(year, undefined, silent);
  const { facts, findings, earlier, spec: { breaks } } = edition;
  const others = Object.entries(LISTS).map(([name, rules]): [string, string] => {
    const { tables, figures } = tabulate({ facts, findings, registers, year, earlier, breaks, texts: textsOf(edition), rules: rules.map((rule) => TableRule.parse(rule)) });
    return [`${year}-${name}`, [...tables.map(tablePage), ...figures.map(figurePage)].join("")];
  });
  const pages: [string, string][] = [[`${year}-findings`, findingsPage(edition)], [`${year}-tables`, edition.tables.map(tablePage).join("")], [`${year}-figures`, edition.figures.map(figurePage).join("")], ...others];
  expect(pages.filter(([name, page]) => !isAsItWas(new URL(`goldens/${name}.txt`, import.meta.url), page)).map(([name]) => `see ${name}-changed.txt beside ${name}.txt in test/edition/goldens`)).toEqual([]);
});
