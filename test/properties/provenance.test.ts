/** Laws that hold for every text at hand: what is printed leads back to the characters it came from. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fact } from "../../schemas/fact.ts";
import { Outline } from "../../schemas/outline.ts";
import { Restored } from "../../schemas/repair.ts";
import { processed } from "../fixtures/processed.ts";

const SOURCES = new URL("../../sources", import.meta.url).pathname;
const texts = readdirSync(SOURCES).filter((year) => /^\d{4}$/u.test(year)).flatMap((year) =>
  readdirSync(join(SOURCES, year)).filter((file) => file.endsWith(".txt")).map((file) => ({ name: `${year}/${file}`, text: readFileSync(join(SOURCES, year, file), "utf8") })),
);
const FIXTURES = new URL("../fixtures/2013", import.meta.url).pathname;
if (existsSync(FIXTURES)) texts.push(...readdirSync(FIXTURES).filter((f) => f.endsWith(".clean.txt")).map((name) => ({ name, text: readFileSync(join(FIXTURES, name), "utf8") })));

/** Marks, brackets and blanks: what restoration may add, drop or change. */
const content = (text: string) => text.replace(/〔[^〕]*〕/gu, "").replace(/[\s.,;:!?%'"()，、。；：！？“”‘’《》（）]/gu, "");

/** Compatibility forms are the one content that restoration folds. */
const folded = (text: string) => text.replace(/[\u2E80-\u2FDF\uF900-\uFAFF]/gu, (c) => c.normalize("NFKC"));

/** A value as its own passage says it: a figure, a name, a title; without the words that the pipeline itself adds. */
function expectProof(fact: Fact) {
  const said = [...new Set(fact.text)];
  switch (fact.kind) {
    case "roster": for (const member of fact.members) expect(fact.text).toContain(member); return;
    case "transition": expect(fact.text).toContain(fact.from); expect(fact.text).toContain(fact.to); return;
    case "document": if (fact.title !== null) expect(fact.text).toContain(fact.title); return;
    case "event": for (const name of [...fact.actors, ...fact.places]) expect(fact.text).toContain(name); return;
    case "observation": expect(said.some((c) => /[\d\p{Nd}一二两三四五六七八九十百千万亿半首冠]/u.test(c))).toBe(true); return;
    case "assessment": expect(fact.text.length).toBeGreaterThan(0);
  }
}

function expectLaws(text: string) {
  const { restored, outline, facts } = processed(text);
  facts.forEach(expectProof);
  expect(content(restored.text)).toBe(content(folded(text)));
  expect(restored.from).toHaveLength(restored.text.length);
  expect(restored.to).toHaveLength(restored.text.length);
  for (const repair of restored.repairs) expect(text.slice(repair.span.start, repair.span.end)).toBe(repair.raw);
  for (const sentence of outline.sentences) expect(restored.text.slice(sentence.start, sentence.end)).toBe(sentence.text);
  for (const fact of facts) expect(text.slice(fact.span.start, fact.span.end)).toBe(fact.quote);
  expect(new Set(facts.map((fact) => fact.id)).size).toBe(facts.length);
  Restored.parse(restored);
  Outline.parse(outline);
  for (const fact of facts) Fact.parse(fact);
}

describe("raw.slice(start, end) === quote", () => {
  test.each(texts)("holds in $name", ({ text }) => expectLaws(text));

  test("holds in random runs of official words and marks", () => {
    const word = fc.constantFrom("各市", "覆盖率达到", "80", "增长", "8.1", ".", ".", ".", "以上", "一.", "1.", ")", "'", "由", "向", "转变", "等", "个", "2013年", "9月", "。", "，", "《", "》", "\n", "\r\n", "北京市", "河北", "缺乏", "的", "18个", "亿元", "\u2F47", "𠮷", "%");
    fc.assert(fc.property(fc.array(word, { maxLength: 60 }), (words) => expectLaws(words.join(""))), { numRuns: 300 });
  });
});

describe("a text that kept its marks", () => {
  test.each(texts.filter(({ name }) => name.endsWith(".clean.txt")))("comes back itself: $name", ({ text }) => {
    expect(processed(text).restored.text.trim()).toBe(text.replace(/\r?\n+/gu, "\n").trim());
  });
});

test("restoring twice is restoring once", () => {
  for (const { text } of texts) {
    const once = processed(text).restored.text;
    expect(processed(once).restored.text).toBe(once);
  }
});

test("ids do not change when a sentence is added at the end", () => {
  const { text } = texts.find(({ name }) => name.includes("03-"))!;
  const before = processed(text).facts.map((fact) => fact.id);
  const after = new Set(processed(`${text}全市建成平台12个.`).facts.map((fact) => fact.id));
  expect(before.filter((id) => !after.has(id))).toEqual([]);
});
