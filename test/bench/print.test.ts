import { expect, test } from "vitest";
import { aligned, columnsOf } from "../../bench/eval/columns.ts";
import { evaluationLines } from "../../bench/eval/print.ts";
import { reliability } from "../../bench/eval/reliability.ts";
import { tally, tallyBy } from "../../bench/eval/tally.ts";

const answers = [["。", "。"], ["，", "。"], [".", "."], ["%，", "%，"]].map(([want, said], i) => ({ at: i, want: want!, said: said!, right: want === said, confidence: 0.9 }));
const texts = [{ id: "甲", genre: "通知", split: "通知", marks: 4, accuracy: 0.75, intact: true }];
const marks = { all: tally(answers), texts, genres: tallyBy(answers, () => "通知"), splits: tallyBy(answers, () => "通知"), reliability: reliability(answers) };

test("Chinese marks take two columns", () => {
  expect([..."，。%a、热"].map(columnsOf)).toEqual([2, 2, 1, 1, 2, 2]);
  expect(aligned(["mark", "F1"], [["，", "0.5"], ["%，", "1"]])).toEqual(["mark   F1", "，    0.5", "%，     1"]);
});

test("an evaluation is printed with marks, confusion, 。 against ， and confidence", () => {
  const lines = evaluationLines({ marks, facts: {} });
  expect(lines.slice(0, 3)).toEqual(["marks right  0.7500  (3 of 4 in 1 text)", "macro F1     0.7778  (、 ， 。 %)", "content      kept in every text"]);
  expect(lines).toContain("。 against ，: of 1 。 0 became ， (0.0 %); of 2 ， 1 became 。 (50.0 %).");
  expect(lines.find((line) => line.startsWith("  ，  "))).toBeDefined();
  expect(lines.some((line) => line.includes("point"))).toBe(true);
  expect(lines).not.toContain("by genre"); // one genre only
});

test("texts whose content was broken are named", () => {
  const broken = { ...marks, texts: [{ ...texts[0]!, intact: false }] };
  expect(evaluationLines({ marks: broken, facts: {} })[2]).toBe("content      broken in 1, which score nothing: 甲");
});

test("facts alone are printed without marks: a row for each split and form, and one for all", () => {
  const event = { gold: 2, said: 2, core: 1, full: 1.5, coreF1: 0.5, fullF1: 0.75 };
  const lines = evaluationLines({ marks: null, facts: { 甲: { degraded: { event }, clean: {} }, 乙: { degraded: { event }, clean: { event } } } });
  expect(lines[1]).toBe("facts: F1 of their core slots / of all slots, and how many are annotated");
  expect(lines.slice(3).map((line) => line.trim().split(/\s{2,}/u))).toEqual([
    ["甲", "degraded", "0.500 / 0.750", "2"],
    ["乙", "degraded", "0.500 / 0.750", "2"],
    ["乙", "clean", "0.500 / 0.750", "2"],
    ["all", "degraded", "0.500 / 0.750", "4"],
    ["all", "clean", "0.500 / 0.750", "2"],
  ]);
});
