/** The index: names of one thing under the main one, references, and tables; and the registers' other names. */
import { describe, expect, test } from "vitest";
import type { Desk } from "../../../pipeline/publish/book/blocks.ts";
import { termsOf } from "../../../pipeline/publish/book/index-of-terms/terms.ts";
import { aliasesOf } from "../../../schemas/aliases.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";

const region = (code: string, name: string, short: string, level: "province" | "prefecture" | "county", former: string[] = []) => ({ code, name, short, level, parent: null, former });

describe("other names", () => {
  test.each([
    ["a short form", { organisations: [{ name: "省档案馆", short: ["省馆"] }], regions: [], glossary: [] }, { 省馆: "省档案馆" }],
    ["a short form of two bodies is no name", { organisations: [{ name: "省档案馆", short: ["省馆"] }, { name: "省博物馆", short: ["省馆"] }], regions: [], glossary: [] }, {}],
    ["a former name", { organisations: [], regions: [region("420600", "襄阳市", "襄阳", "prefecture", ["襄樊市"])], glossary: [] }, { 襄阳: "襄阳市", 襄樊市: "襄阳市" }],
    ["a county's short form is a word", { organisations: [], regions: [region("110105", "朝阳区", "朝阳", "county")], glossary: [] }, {}],
    ["an indicator of other years", { organisations: [], regions: [], glossary: [{ zh: "网民规模", en: "internet users", same: ["网民数"] }] }, { 网民数: "网民规模" }],
  ])("%s", (_, registers, names) => expect(aliasesOf(registers)).toEqual(names));
});

describe("terms", () => {
  const edition = sampleEdition();
  const refs = { page: () => "1", passage: (_: string, offset: number) => ({ label: String(offset), page: offset }), missing: () => [] };
  const terms = (aliases: Record<string, string>) => new Map(termsOf({ edition: { ...edition, aliases }, refs } as Pick<Desk, "edition" | "refs"> as Desk).map((term) => [term.word, term]));
  const plain = terms({});
  const [main, other] = [...plain.keys()].filter((word) => plain.get(word)!.pages.length > 0);

  test("that are printed under two names stand under the main one, and the other leads there", () => {
    const joined = terms({ [other!]: main! });
    expect(joined.get(other!)).toEqual({ word: other, pages: [], tables: [], see: main });
    expect(joined.get(main!)!.pages.map(({ page }) => page)).toEqual([...new Set([...plain.get(main!)!.pages, ...plain.get(other!)!.pages].map(({ page }) => page))].sort((a, b) => a - b));
  });

  test("whose main name the book does not print stay as they are", () => {
    expect(terms({ [other!]: "书中没有的名称" }).get(other!)).toEqual(plain.get(other!));
  });

  test("name the tables that hold an indicator", () => {
    const withTables = [...plain.values()].filter(({ tables }) => tables.length > 0);
    expect(withTables.length).toBeGreaterThan(0);
    for (const { word, tables } of withTables) {
      const facts = new Set(edition.facts.flatMap((fact) => (fact.kind === "observation" && fact.indicator === word ? [fact.id] : [])));
      for (const { id } of tables) expect(edition.tables.find((table) => table.id === id)!.rows.some((row) => row.facts.some((fact) => facts.has(fact))), `${word} in ${id}`).toBe(true);
    }
  });
});
