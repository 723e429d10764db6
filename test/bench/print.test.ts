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

test("facts alone are printed without marks", () => {
  expect(evaluationLines({ marks: null, facts: { event: { gold: 2, said: 2, hit: 1, f1: 0.5 } } })).toEqual(["", "facts, by their core slots", "  kind      F1  right  gold  said", "  event  0.500      1     2     2"]);
});
