import { expect, test } from "vitest";
import { textsOf } from "../../../schemas/edition-texts.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";

const edition = sampleEdition();
const texts = new Map(textsOf(edition).map((text) => [text.id, text]));
const quoted = [...edition.facts, ...edition.findings];

test("a quote is the raw text at its span", () => {
  for (const { document, span, quote } of quoted) expect(texts.get(document)?.raw.slice(span.start, span.end)).toBe(quote);
});

test("a repair holds the raw text at its span", () => {
  for (const { raw, repairs } of texts.values()) for (const repair of repairs) expect(raw.slice(repair.span.start, repair.span.end)).toBe(repair.raw);
});

test("a sentence is the restored text at its offsets, and its headings have spans", () => {
  for (const { raw, text, outline } of texts.values()) {
    for (const sentence of outline.sentences) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
    for (const section of outline.sections) expect(raw.slice(section.span!.start, section.span!.end)).toBe(section.heading);
  }
});

test("an id says document, kind, span and ordinal, and stands once", () => {
  expect(new Set(edition.facts.map((fact) => fact.id)).size).toBe(edition.facts.length);
  for (const { id, document, kind, span } of edition.facts) expect(id).toBe(`${document}:${kind}:${span.start}-${span.end}:1`);
});

test("it has some of everything that publishing prints", () => {
  const count = (kind: string): number => edition.facts.filter((fact) => fact.kind === kind).length;
  expect(["observation", "event", "roster", "transition", "document", "assessment"].map(count)).toEqual([8, 3, 3, 3, 3, 3]);
  expect(new Set(edition.findings.map((finding) => finding.outcome)).size).toBe(3);
  expect([...texts.values()].flatMap((text) => text.repairs).length).toBeGreaterThanOrEqual(10);
  expect(edition.tables.length).toBe(4);
  expect(edition.figures.every((figure) => figure.glance)).toBe(true);
});
