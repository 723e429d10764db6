import { describe, expect, it } from "vitest";
import { MARKS, candidates } from "../../../pipeline/restore/model/marks.ts";
import { calibrate } from "../../../pipeline/restore/model/train/calibrate.ts";
import { calibrated } from "../../../pipeline/restore/model/calibration.ts";
import { simplify } from "../../../pipeline/restore/model/features.ts";

/** The marks open at the ▪ of a phrase. */
function open(phrase: string): string[] {
  const dot = phrase.indexOf("▪");
  return candidates(simplify(phrase.replace("▪", ".")), dot).map((index) => MARKS[index]!);
}

describe("what can stand at a dot", () => {
  it.each([
    ["馆舍修缮▪展陈更新", "、", true],
    ["馆舍修缮▪但展陈陈旧", "、", false], // a word that links clauses
    ["馆舍修缮▪展陈更新", "%", false], // nothing that could have been a rate
    ["入学率为99▪比上年提高", "%，", true],
    ["入学率为99▪比上年提高", "%", false], // a bare % goes on with what belongs to the figure
    ["入学率为99▪以上的县", "%", true],
    ["全长12▪5公里", ".", true],
    ["全长12▪架桥三座", ".", false],
    ["规划如下.2▪新建仓库", ".", true], // the number of an item
    ["增长7.3▪其中仓储", ".", false], // 3 is the end of a figure, not the number of an item
  ])("%s: %s %s", (phrase, mark, can) => expect(open(phrase).includes(mark)).toBe(can));
});

describe("confidence", () => {
  it("is drawn to how often such a mark was right", () => {
    const outcomes = [0.6, 0.8, 0.95].flatMap((confidence) => Array.from({ length: 200 }, (_, i) => ({ confidence, right: i < 200 * (confidence - 0.15) })));
    const calibration = calibrate(outcomes);
    for (const confidence of [0.6, 0.8, 0.95]) expect(calibrated(confidence, calibration)).toBeCloseTo(confidence - 0.15, 1);
  });
});
