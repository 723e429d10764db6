import { expect, test } from "vitest";
import { tally, tallyBy } from "../../bench/eval/tally.ts";

const answer = (want: string, said: string) => ({ at: 0, want, said, right: want === said, confidence: null });
// 10 places, 6 right: 。 twice kept, once ，; ， twice kept, once 。, once 、; %， once kept, once %。; 、 kept
const answers = [["。", "。"], ["。", "。"], ["。", "，"], ["，", "，"], ["，", "，"], ["，", "。"], ["，", "、"], ["%，", "%，"], ["%，", "%。"], ["、", "、"]].map(([want, said]) => answer(want!, said!));

test("accuracy counts whole answers", () => {
  expect(tally(answers)).toMatchObject({ marks: 10, right: 6, accuracy: 0.6 });
});

test("a mark's figures count it alone: %， is a % and a ，", () => {
  const { byMark } = tally(answers);
  expect(byMark["%"]).toEqual({ gold: 2, said: 2, hit: 2, precision: 1, recall: 1, f1: 1 });
  expect(byMark["，"]).toMatchObject({ gold: 6, said: 4, hit: 3, precision: 0.75, recall: 0.5, f1: 0.6 });
  expect(byMark["。"]).toMatchObject({ gold: 3, said: 4, hit: 2 });
});

test("macro F1 is the mean over 、 ， 。 %, those that occur", () => {
  expect(tally(answers).macroF1).toBeCloseTo((2 / 3 + 0.6 + 4 / 7 + 1) / 4, 12);
  expect(tally([answer("，", "，"), answer("；", "，")]).macroF1).toBeCloseTo(2 / 3, 12);
});

test("confusion counts whole answers", () => {
  expect(tally(answers).confusion).toEqual({ "。": { "。": 2, "，": 1 }, "，": { "，": 2, "。": 1, "、": 1 }, "%，": { "%，": 1, "%。": 1 }, "、": { "、": 1 } });
});

test("。 against ， looks at what ends the answer", () => {
  expect(tally(answers).stops).toEqual({ stops: 3, stopsAsCommas: 1, commas: 6, commasAsStops: 2, accuracy: 5 / 8 });
});

test("no answers, no division by nothing", () => {
  expect(tally([])).toMatchObject({ marks: 0, accuracy: 0, macroF1: 0 });
});

test("groups come in the order of their names", () => {
  const groups = tallyBy([{ ...answer("，", "，"), genre: "乙" }, { ...answer("，", "。"), genre: "丙" }, { ...answer("，", "，"), genre: "丙" }], ({ genre }) => genre);
  expect(Object.entries(groups).map(([genre, { accuracy }]) => [genre, accuracy])).toEqual([["丙", 0.5], ["乙", 1]]);
});
