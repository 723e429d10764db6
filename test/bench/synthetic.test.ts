/** The synthetic edition: the same each time, and as lawful as a real one. */
import { describe, expect, test } from "vitest";
import { syntheticEdition, type Variant } from "../../bench/synthetic/edition.ts";
import { textsOf } from "../../schemas/edition-texts.ts";

const editions: [Variant, ReturnType<typeof syntheticEdition>][] = (["prose", "facts", "tables"] as const).map((variant) => [variant, syntheticEdition({ variant, pages: 60 })]);

describe.each(editions)("of %s", (variant, edition) => {
  const texts = new Map(textsOf(edition).map((text) => [text.id, text]));

  test("is the same from the same seed and another from another", () => {
    expect(JSON.stringify(syntheticEdition({ variant, pages: 60 }))).toBe(JSON.stringify(edition));
    expect(syntheticEdition({ variant, pages: 60, seed: 2 }).digest).not.toBe(edition.digest);
  });

  test("has its sentences, headings and facts where they say", () => {
    for (const { text, raw, outline } of texts.values()) {
      for (const { start, end, span, text: words } of outline.sentences) expect([text.slice(start, end), raw.slice(span.start, span.end)]).toEqual([words, words]);
      for (const { heading, span } of outline.sections) expect(raw.slice(span!.start, span!.end)).toBe(heading);
    }
    for (const { document, span, quote } of edition.facts) expect(texts.get(document)!.raw.slice(span.start, span.end)).toBe(quote);
  });

  test("gives each fact an id of its own", () => expect(new Set(edition.facts.map(({ id }) => id)).size).toBe(edition.facts.length));
});

test.each([
  // variant   facts  tables
  ["prose",    false, false],
  ["facts",    true,  true],
  ["tables",   false, true],
] as const)("%s: facts %s, tables %s", (variant, facts, tables) => {
  const edition = new Map(editions).get(variant)!;
  expect([edition.facts.length > 0, edition.tables.length > 0]).toEqual([facts, tables]);
});

test("draws on 1,500 Han and more", () => {
  const words = textsOf(syntheticEdition({ variant: "prose", pages: 100 })).map(({ text }) => text).join("");
  expect(new Set(words.match(/\p{Script=Han}/gu)).size).toBeGreaterThan(1500);
});
