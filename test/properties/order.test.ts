/** What the order of things must not change: facts in another order, corrections in another order, two figures the other way round, a text that goes on. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { observed, laidOut } from "../../pipeline/check/example.ts";
import { check, checks } from "../../pipeline/check/index.ts";
import { correct, type TextAtHand } from "../../pipeline/correct/index.ts";
import { tabulate } from "../../pipeline/tabulate/index.ts";
import { Correction } from "../../schemas/correction.ts";
import { TableRule } from "../../schemas/edition.ts";
import { rawSpan } from "../../schemas/repair.ts";
import { processed } from "../fixtures/processed.ts";
import { registers } from "../fixtures/registers.ts";
import { sampleEdition } from "../fixtures/sample-edition.ts";

const { facts, columns } = sampleEdition();
const texts = columns.flatMap((column) => column.texts);
const context = { registers, severities: {}, year: 2013, earlier: [], texts };
const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });

test("facts in any order are compared with the same ones, to the same end", () => {
  const found = (of: typeof facts) => check(of, context).map((finding) => `${finding.check} ${finding.outcome} ${finding.facts.toSorted().join(" ")}`).sort();
  const inOrder = found(facts);
  expect(inOrder.length).toBeGreaterThan(3);
  fc.assert(fc.property(shuffled(facts), (other) => { expect(found(other)).toEqual(inOrder); }), { numRuns: 30 });
});

test("facts in any order stand in the same rows of the same tables", () => {
  const rules = ["counts", "shares", "events", "rosters", "transitions", "documents", "assessments", "observations"].map((rule) => TableRule.parse({ id: rule, title: "题", titleEn: "Title", rule }));
  const made = (of: typeof facts) => tabulate({ facts: of, findings: [], registers, year: 2013, earlier: [], breaks: [], texts, rules }).tables.map(({ id, title, rows }) => [id, title, rows.flatMap((row) => row.facts).sort()]);
  const inOrder = made(facts);
  expect(inOrder.length).toBeGreaterThan(3);
  fc.assert(fc.property(shuffled(facts), (other) => { expect(made(other)).toEqual(inOrder); }), { numRuns: 30 });
});

test("corrections of different facts may come in any order", () => {
  const atHand = new Map(texts.map(({ id, raw, outline }): [string, TextAtHand] => [id, { raw, outline, restored: { text: "", from: [], to: [] } }]));
  const actions = facts.map(({ id }, i) => Correction.parse({ fact: id, who: "编辑甲", when: "2014-05-20", why: "据原件", ...(i % 3 === 0 ? { action: "drop" } : i % 3 === 1 ? { action: "confirm" } : { action: "set", set: { certainty: "inferred" } }) }));
  const after = (of: readonly Correction[]) => correct(facts, of.map((correction, i) => ({ correction, at: `corrections.yaml:${i + 2}` })), atHand).facts;
  fc.assert(fc.property(fc.subarray(actions, { minLength: 2 }).chain((some) => fc.tuple(fc.constant(some), shuffled(some))), ([some, other]) => { expect(after(other)).toEqual(after(some)); }), { numRuns: 50 });
});

describe("two values of one thing agree or differ whichever is told first", () => {
  const twoValues = checks.find(({ name }) => name === "two-values")!;
  const qualifiers = fc.constantFrom("exact", "about", "nearly", "over", "atLeast", "under", "atMost");
  const figures = fc.record({ value: fc.integer({ min: 1, max: 99 }), qualifier: qualifiers });

  test("with any qualifiers", () => {
    fc.assert(fc.property(figures, figures, (one, other) => {
      const facts = [one, other].map((slots, i) => observed(`县级业务覆盖率${"为".repeat(i)}${slots.value}%`, { indicator: "业务覆盖率", subject: "县级", timePeriod: "2013", ...slots }));
      const outcomes = (of: typeof facts) => {
        const { facts: placed, texts } = laidOut(of.map((fact) => [fact]));
        return twoValues.run(placed, { ...context, texts }).map(({ outcome }) => outcome);
      };
      expect(outcomes(facts.toReversed())).toEqual(outcomes(facts));
    }));
  });
});

describe("the way back", () => {
  const words = fc.array(fc.constantFrom("各市", "覆盖率达到", "80", "增长", "8.1", ".", ".", "以上", "一.", ")", "'", "由", "向", "转变", "等", "个", "2013年", "。", "，", "\n", "北京市", "的", "18个", "亿元", "%"), { minLength: 1, maxLength: 40 }).map((parts) => parts.join(""));

  test("a sentence's span is the raw span behind its words, and a fact's quote stands within its sentence", () => {
    fc.assert(fc.property(words, (text) => {
      const { restored, outline, facts: own } = processed(text);
      for (const { start, end, span } of outline.sentences) expect(rawSpan(restored, start, end)).toEqual(span);
      for (const { span } of own) expect(outline.sentences.some((sentence) => sentence.span.start <= span.start && span.end <= sentence.span.end)).toBe(true);
    }), { numRuns: 200 });
  });

  test("a fact keeps its id when the text goes on", () => {
    const sentence = fc.constantFrom("全市建成平台12个.", "县里开通热线3条.", "2014年5月验收.", "群众满意.", "\n二.下一步\n");
    const ours = ["一.热线运行2013年底.省级热线接通率达到92.5.", "2012年.甲市.乙市等6个市开展试点.", "在受理方面.由单一电话接听向多渠道受理转变."];
    fc.assert(fc.property(fc.constantFrom(...ours), fc.array(sentence, { minLength: 1, maxLength: 4 }), (text, more) => {
      const after = new Set(processed(text + more.join("")).facts.map(({ id }) => id));
      expect(processed(text).facts.map(({ id }) => id).filter((id) => !after.has(id))).toEqual([]);
    }), { numRuns: 60 });
  });
});
