/** What the editions of sources/ find and tabulate, as a page to read. A line that changes is a change that a reader of the yearbook will see: look at it, then put the new page in place of the old one. */
import { expect, test } from "vitest";
import { editionOf } from "../../pipeline/commands/open-year.ts";
import { silent } from "../../pipeline/commands/report.ts";
import type { Edition } from "../../schemas/edition.ts";
import type { Figure, Table } from "../../schemas/table.ts";
import { isAsItWas } from "../fixtures/golden.ts";

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

test.each([2012, 2013, 2014])("the findings, tables and figures of %i are what they were", async (year) => {
  const edition = await editionOf(year, undefined, silent);
  const pages: [string, string][] = [[`${year}-findings`, findingsPage(edition)], [`${year}-tables`, edition.tables.map(tablePage).join("")], [`${year}-figures`, edition.figures.map(figurePage).join("")]];
  expect(pages.filter(([name, page]) => !isAsItWas(new URL(`goldens/${name}.txt`, import.meta.url), page)).map(([name]) => `see ${name}-changed.txt beside ${name}.txt in test/edition/goldens`)).toEqual([]);
});
