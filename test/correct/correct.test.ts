import { describe, expect, test } from "vitest";
import { correct } from "../../pipeline/correct/index.ts";
import { likeness } from "../../pipeline/correct/likeness.ts";
import { Correction } from "../../schemas/correction.ts";
import type { Fact } from "../../schemas/fact.ts";
import { sampleEdition } from "../fixtures/sample-edition.ts";

const { facts, columns } = sampleEdition();
const raws = new Map(columns.flatMap(({ texts }) => texts.map(({ id, raw }) => [id, raw] as const)));

const run = (...wanted: object[]) => correct(facts, wanted.map((one, i) => ({ correction: Correction.parse({ who: "编辑甲", when: "2014-05-20", why: "据原件", ...one }), at: `corrections.yaml:${i + 2}` })), raws);
const withText = (words: string): Fact => facts.find(({ text }) => text.includes(words))!;

describe("a correction", () => {
  test("sets fields of the fact it quotes, and says what stood there", () => {
    const { facts: after, applied } = run({ action: "set", quote: "县级热线接通率约63.4%", set: { value: 63.5, qualifier: "exact" } });
    const { id } = withText("63.4");
    expect(after.find((fact) => fact.id === id)).toMatchObject({ value: 63.5, qualifier: "exact" });
    expect(applied).toMatchObject([{ fact: id, changes: [{ field: "value", before: 63.4, after: 63.5 }, { field: "qualifier", before: "about", after: "exact" }] }]);
    expect(after).toHaveLength(facts.length);
  });

  test("drops a fact and leaves the order of the others", () => {
    const { id } = withText("比赛");
    const { facts: after, applied } = run({ action: "drop", fact: id });
    expect(after.map((fact) => fact.id)).toEqual(facts.map((fact) => fact.id).filter((one) => one !== id));
    expect(applied[0]?.changes).toEqual([]);
  });

  test("confirms a fact and changes nothing", () => expect(run({ action: "confirm", quote: "回访率不足40%" }).facts).toEqual(facts));

  test("may quote the raw words", () => expect(run({ action: "confirm", quote: withText("92.5").quote }).applied[0]?.fact).toBe(withText("92.5").id));

  test("follows the one before it on the same fact", () => {
    const { applied } = run({ action: "set", quote: "全年共受理来电4860万件", kind: "observation", set: { unit: "通" } }, { action: "set", fact: withText("受理来电4860万件").id, set: { unit: "次" } });
    expect(applied[1]?.changes).toEqual([{ field: "unit", before: "通", after: "次" }]);
  });
});

describe("a correction that cannot be applied stops the run", () => {
  test.each<[string, object, RegExp]>([
    ["words that no fact has: the nearest is named", { action: "confirm", quote: "省级热线接通率达到九成" }, /^corrections\.yaml:2: no fact says "省级热线接通率达到九成"\. The nearest is "省级热线接通率达到92\.5%，" \(observation, 01-建设与运行, line \d+, fact: .*point the correction there, or drop it\.$/u],
    ["words like no others", { action: "confirm", quote: "风马牛" }, /nor anything like it/u],
    ["an id that no fact has", { action: "confirm", fact: "01-建设与运行:observation:1-2:1" }, /no fact has the id/u],
    ["words that several facts have", { action: "confirm", quote: "热线" }, /^corrections\.yaml:2: \d+ facts say "热线": .*Quote more of it/u],
    ["a kind that has no such words", { action: "confirm", quote: "回访率不足40%", kind: "roster" }, /no fact of kind roster says/u],
    ["a field that the kind has not", { action: "set", quote: "回访率不足40%", set: { vale: 1 } }, /an? observation has no field "vale"\. It can be set: .*value/u],
    ["a field that says where the fact stands", { action: "set", quote: "回访率不足40%", set: { quote: "x" } }, /cannot be set/u],
    ["a value that the field cannot hold", { action: "set", quote: "回访率不足40%", set: { value: "四成" } }, /the new values do not make an? observation: value: /u],
  ])("%s", (_, correction, message) => expect(() => run(correction)).toThrow(expect.objectContaining({ exitCode: 65, message: expect.stringMatching(message) })));

  test("a fact that was dropped before", () => expect(() => run({ action: "drop", quote: "回访率不足40%" }, { action: "confirm", quote: "回访率不足40%" })).toThrow(/^corrections\.yaml:3: no fact says/u));
});

test.each([
  ["覆盖率达九成", "覆盖率达九成", 1],
  ["覆盖率达到九成", "覆盖率达九成", 8 / 11],
  ["甲乙", "丙丁", 0],
  ["", "甲", 0],
])("“%s” and “%s” are alike by %d", (a, b, score) => expect(likeness(a, b)).toBeCloseTo(score, 10));
