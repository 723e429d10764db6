import { describe, expect, test } from "vitest";
import { correct, type TextAtHand } from "../../pipeline/correct/index.ts";
import { likeness } from "../../pipeline/likeness.ts";
import { Correction } from "../../schemas/correction.ts";
import type { Fact } from "../../schemas/fact.ts";
import { processed } from "../fixtures/processed.ts";
import { sampleEdition } from "../fixtures/sample-edition.ts";

const { facts, columns } = sampleEdition();
const texts = new Map(columns.flatMap((column) => column.texts.map(({ id, raw, outline }): [string, TextAtHand] => [id, { raw, outline, restored: { text: "", from: [], to: [] } }])));

const run = (...wanted: object[]) => correct(facts, wanted.map((one, i) => ({ correction: Correction.parse({ who: "编辑甲", when: "2014-05-20", why: "据原件", ...one }), at: `corrections.yaml:${i + 2}` })), texts);
const withText = (words: string): Fact => facts.find(({ text }) => text.includes(words))!;

describe("a correction", () => {
  test("sets fields of the fact it quotes, and says what stood there", () => {
    const { facts: after, applied } = run({ action: "set", quote: "县级热线接通率约63.4%", set: { value: 63.5, qualifier: "exact" } });
    const { id } = withText("63.4");
    expect(after.find((fact) => fact.id === id)).toMatchObject({ value: 63.5, qualifier: "exact" });
    expect(applied).toMatchObject([{ target: "fact", id, changes: [{ field: "value", before: 63.4, after: 63.5 }, { field: "qualifier", before: "about", after: "exact" }] }]);
    expect(after).toHaveLength(facts.length);
  });

  test("drops a fact and leaves the order of the others", () => {
    const { id } = withText("比赛");
    const { facts: after, applied } = run({ action: "drop", fact: id });
    expect(after.map((fact) => fact.id)).toEqual(facts.map((fact) => fact.id).filter((one) => one !== id));
    expect(applied[0]?.changes).toEqual([]);
  });

  test("confirms a fact and changes nothing", () => expect(run({ action: "confirm", quote: "回访率不足40%" }).facts).toEqual(facts));

  test("may quote the raw words", () => expect(run({ action: "confirm", quote: withText("92.5").quote }).applied[0]?.id).toBe(withText("92.5").id));

  test("follows the one before it on the same fact", () => {
    const { applied } = run({ action: "set", quote: "全年共受理来电4860万件", kind: "observation", set: { unit: "通", value: 4861 } }, { action: "set", fact: withText("受理来电4860万件").id, set: { subject: "全省" } }, { action: "confirm", fact: withText("受理来电4860万件").id });
    expect(applied[0]?.changes.map(({ field, after }) => [field, after])).toEqual([["unit", "通"], ["value", 4861]]);
    expect(applied[1]?.changes).toEqual([{ field: "subject", before: null, after: "全省" }]);
  });
});

test.each(["2013", "2013-09", "2012-02-29", "--02-29", "--09", "2011/2015", "2013-01/2013-06", null])("the time %s can be set", (timePeriod) =>
  expect(run({ action: "set", quote: "回访率不足40%", set: { timePeriod } }).facts).toContainEqual(expect.objectContaining({ timePeriod })));

test.each([0, -8.1, 0.05, 999999999999999, 16.103, 1.5e12])("the value %d can be set", (value) =>
  expect(run({ action: "set", quote: "回访率不足40%", set: { value, qualifier: "exact" } }).facts).toContainEqual(expect.objectContaining({ value })));

describe("a correction that cannot be applied stops the run", () => {
  test.each<[string, object, RegExp]>([
    ["words that no fact has: the nearest is named", { action: "confirm", quote: "省级热线接通率达到九成" }, /^corrections\.yaml:2: no fact says "省级热线接通率达到九成"\. The nearest is "省级热线接通率达到92\.5%，" \(observation, 01-建设与运行, line \d+, fact: .*point the correction there, or drop it\.$/u],
    ["words like no others", { action: "confirm", quote: "风马牛" }, /nor anything like it/u],
    ["an id that no fact has", { action: "confirm", fact: "01-建设与运行:observation:1-2:1" }, /no fact has the id/u],
    ["words that several facts have", { action: "confirm", quote: "热线" }, /^corrections\.yaml:2: \d+ facts say "热线": .*Quote more of it/u],
    ["a kind that has no such words", { action: "confirm", quote: "回访率不足40%", kind: "roster" }, /no fact of kind roster says/u],
    ["a field that the kind has not", { action: "set", quote: "回访率不足40%", set: { vale: 1 } }, /an observation has no field "vale"\. It can be set: .*value/u],
    ["a field that says where the fact stands", { action: "set", quote: "回访率不足40%", set: { quote: "x" } }, /cannot be set/u],
    ["a value that the field cannot hold", { action: "set", quote: "回访率不足40%", set: { value: "四成" } }, /the new values do not make an observation: value: /u],
    ["a value that no machine holds", { action: "set", quote: "回访率不足40%", set: { value: 1e308 } }, /^corrections\.yaml:2: value: 1e\+308 has more than 15 digits/u],
    ["a value of sixteen digits", { action: "set", quote: "回访率不足40%", set: { value: 1234567890123456 } }, /value: 1234567890123456 has more than 15 digits/u],
    ["a value that is next to nothing", { action: "set", quote: "回访率不足40%", set: { value: 1e-300 } }, /value: 1e-300 has more than 15 digits/u],
    ["a day that is not in the calendar", { action: "set", quote: "回访率不足40%", set: { timePeriod: "2013-02-30" } }, /timePeriod: "2013-02-30" is no time of the calendar/u],
    ["a month that there is not", { action: "set", quote: "回访率不足40%", set: { timePeriod: "2013-13" } }, /is no time of the calendar/u],
    ["a time in words", { action: "set", quote: "回访率不足40%", set: { timePeriod: "2013年" } }, /is no time of the calendar/u],
    ["a span that runs backwards", { action: "set", quote: "回访率不足40%", set: { timePeriod: "2015/2011" } }, /is no time of the calendar/u],
    ["a range that runs backwards", { action: "set", quote: "回访率不足40%", set: { qualifier: "range", value: 40, valueHigh: 30 } }, /a range goes from value up to valueHigh, and here it goes from 40 to 30/u],
    ["a range without its end", { action: "set", quote: "回访率不足40%", set: { qualifier: "range" } }, /here it goes from 40 to nothing/u],
    ["an end of no range", { action: "set", quote: "回访率不足40%", set: { valueHigh: 50 } }, /valueHigh is the upper end of a range, and the qualifier is under/u],
  ])("%s", (_, correction, message) => expect(() => run(correction)).toThrow(expect.objectContaining({ exitCode: 65, message: expect.stringMatching(message) })));

  test("a fact that was dropped before", () => expect(() => run({ action: "drop", quote: "回访率不足40%" }, { action: "confirm", quote: "回访率不足40%" })).toThrow(/^corrections\.yaml:3: "[^"]*回访率不足40%[^"]*" \(observation, .*\) is dropped at corrections\.yaml:2\. Take one of the two corrections out\.$/u));

  test("a field that was set before: both places are named", () => expect(() => run({ action: "set", quote: "回访率不足40%", set: { value: 41 } }, { action: "set", quote: "回访率不足40%", set: { unit: "%", value: 42 } })).toThrow(/^corrections\.yaml:3: value of ".*" \(fact: ".*"\) is set at corrections\.yaml:2 too\. Keep one of the two\.$/u));
});

describe("a fact that was missed is added", () => {
  const text = processed("一.热线运行2013年底.省级热线接通率达到92.5.县里的座席比上年多了三成.座席满意.", "01-热线");
  const at = new Map([["01-热线", { raw: text.document.text, restored: text.restored, outline: text.outline }]]);
  const added = (...wanted: object[]) => correct(text.facts, wanted.map((one, i) => ({ correction: Correction.parse({ action: "add", text: "01-热线", kind: "observation", who: "编辑甲", when: "2014-05-20", why: "漏读", ...one }), at: `corrections.yaml:${i + 2}` })), at);
  const seats = { quote: "县里的座席比上年多了三成", set: { indicator: "座席", subject: "县", value: 30, unit: "%", measure: "growth" } };

  test("with its place and its words, and what the kind holds where the text does not say", () => {
    const { facts: after, applied } = added(seats);
    const start = text.document.text.indexOf("县里");
    expect(after.find(({ id }) => id.endsWith(":added"))).toEqual({
      id: `01-热线:observation:${start}-${start + 12}:1:added`, kind: "observation", document: "01-热线", section: text.outline.sections.at(-1)!.path, span: { start, end: start + 12 }, quote: seats.quote, text: seats.quote, certainty: "stated",
      indicator: "座席", subject: "县", members: [], membersOpen: false, level: null, refArea: null, timePeriod: null, value: 30, qualifier: "exact", unit: "%", measure: "growth",
    });
    expect(applied[0]).toMatchObject({ target: "fact", quote: seats.quote, changes: [{ field: "indicator", before: null, after: "座席" }, { field: "subject" }, { field: "value", before: null, after: 30 }, { field: "unit" }, { field: "measure" }] });
  });

  test("among the others, by where it stands", () => {
    const starts = added(seats).facts.map(({ span }) => span.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  test("twice on one passage, counted", () => {
    const ids = added(seats, { ...seats, set: { ...seats.set, indicator: "席位" } }).facts.map(({ id }) => id).filter((id) => id.endsWith(":added"));
    expect(ids.map((id) => id.split(":").slice(-2).join(":"))).toEqual(["1:added", "2:added"]);
  });

  test("may quote the words as they are printed", () => {
    const { restored, document } = text;
    const words = restored.text.slice(restored.text.indexOf("92.5"), restored.text.indexOf("县里") + 4);
    const fact = added({ quote: words, set: { indicator: "座席", value: 1, unit: "个" } }).facts.find(({ id }) => id.endsWith(":added"))!;
    expect(fact.quote).toBe(document.text.slice(fact.span.start, fact.span.end));
    expect(fact).toMatchObject({ quote: "92.5.县里的座", text: words });
  });

  test("and corrected by a later one", () => expect(added(seats, { action: "set", kind: undefined, text: undefined, quote: undefined, fact: added(seats).facts.find(({ id }) => id.endsWith(":added"))!.id, set: { value: 31 } }).facts.filter(({ id }) => id.endsWith(":added"))).toMatchObject([{ value: 31 }]));

  test.each<[string, object, RegExp]>([
    ["words that the text does not say: the nearest sentence is named", { ...seats, quote: "县里的座席比去年多了三成" }, /^corrections\.yaml:2: 01-热线 does not say "县里的座席比去年多了三成"\. The nearest is "县里的座席比上年多了三成" \(line 1\): quote its words/u],
    ["words that it says more than once: the places are named", { ...seats, quote: "座席" }, /"座席" stands at 2 places in 01-热线: line 1, offset \d+: "[^"]*"; line 1, offset \d+.*Quote more of it/u],
    ["a text that the year has not: the nearest is named", { ...seats, text: "热线" }, /there is no text "热线"\. The nearest is "01-热线"/u],
    ["a field that the kind has not", { ...seats, set: { ...seats.set, vale: 1 } }, /an observation has no field "vale"/u],
    ["a field that is needed and not set", { ...seats, set: { indicator: "座席", value: 30 } }, /what is set does not make an observation: unit: .*it can hold .*indicator/u],
    ["a value that no machine holds", { ...seats, set: { ...seats.set, value: 1e308 } }, /^corrections\.yaml:2: value: 1e\+308 has more than 15 digits/u],
    ["a day that is not in the calendar", { ...seats, set: { ...seats.set, timePeriod: "2013-02-30" } }, /is no time of the calendar/u],
    ["a fact that is there already", { quote: "省级热线接通率达到92.5", set: { indicator: "热线接通率", value: 92.5, unit: "%" } }, /this is a fact already: .*fact: "01-热线:observation:/u],
  ])("but not %s", (_, wanted, message) => expect(() => added(wanted)).toThrow(expect.objectContaining({ exitCode: 65, message: expect.stringMatching(message) })));
});

test.each([
  ["覆盖率达九成", "覆盖率达九成", 1],
  ["覆盖率达到九成", "覆盖率达九成", 8 / 11],
  ["甲乙", "丙丁", 0],
  ["", "甲", 0],
])("“%s” and “%s” are alike by %d", (a, b, score) => expect(likeness(a, b)).toBeCloseTo(score, 10));
