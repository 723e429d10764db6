import { describe, expect, test } from "vitest";
import { reporterOf, oneByOne, silent } from "../../pipeline/commands/report.ts";
import { clipped, padded, widthOf } from "../../pipeline/commands/report/width.ts";
import { CLEAR, paintBar, terminal } from "../../pipeline/commands/report/terminal.ts";
import { LANGS, wordsIn } from "../../pipeline/commands/words/index.ts";
import { Stage } from "../../schemas/run.ts";

describe("cells", () => {
  test.each([["abc", 3], ["年鉴", 4], ["a年", 3], ["", 0], ["é", 1], ["，", 2], ["𠀀", 2]])("%s takes %i", (text, width) => expect(widthOf(text)).toBe(width));
  test.each([["年鉴", 4, "年鉴"], ["年鉴甲", 5, "年鉴…"], ["年鉴甲", 4, "年…"], ["abc", 2, "a…"], ["abc", 0, ""]])("%s cut to %i is %s", (text, width, cut) => {
    expect(clipped(text, width)).toBe(cut);
    expect(widthOf(clipped(text, width))).toBeLessThanOrEqual(width);
  });
  test("words are filled up by cells, not by characters", () => expect([padded("年", 4), padded("abcd", 2)]).toEqual(["年  ", "abcd"]));
});

/** All that a build says of itself, on a screen of so many columns. */
function shown(columns: number, lang: "zh" | "en", movable = true): string {
  let text = "";
  let clock = 0;
  const now = () => (clock += 400);
  const channel = terminal({ columns, write: (more: string) => (text += more) }, wordsIn(lang), { movable, now });
  const report = reporterOf(2013, [channel], now);
  for (const stage of Stage.options) {
    report.step(stage, stage === "earlier" ? 2012 : undefined);
    if (stage === "texts") for (let n = 1; n <= 3; n++) report.text("03-一个名字很长的文本文件，终端上写不下它", 5, n, 3);
  }
  report.end();
  channel.warn("warned");
  channel.outcome(["made", "  of three"], {}, "info");
  channel.failed("a.txt:1: wrong. Mend it.", { outcome: "failed" }, "error");
  return text;
}

describe.each(LANGS)("progress in %s", (lang) => {
  test.each([10, 20, 40, 80, 200])("fits %i columns, and writes nothing that a terminal without colour would show", (columns) => {
    const painted = shown(columns, lang).split(CLEAR).slice(1);
    expect(painted.length).toBeGreaterThan(Stage.options.length);
    for (const line of painted.filter((line) => !line.endsWith("\n"))) expect(widthOf(line)).toBeLessThan(columns);
    for (const line of painted) expect(line.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  test("the bar never goes back, and names stage, text and earlier year", () => {
    const painted = shown(80, lang).split(CLEAR).filter((line) => line.includes("["));
    const full = painted.map((line) => line.split("#").length - 1);
    expect(full).toEqual(full.toSorted((a, b) => a - b));
    expect(painted.some((line) => line.includes("2012"))).toBe(true);
    expect(painted.some((line) => line.includes("2/3 03-"))).toBe(true);
  });

  test("a terminal that cannot go back shows what stays, and nothing else", () => expect(shown(80, lang, false)).toBe("warned\nmade\n  of three\na.txt:1: wrong. Mend it.\n"));
});

test.each([
  [0, 30, "1/4 甲.txt", "[----------] 1/4 甲.txt"],
  [0.5, 80, "3/4 乙.txt", "[##########----------] 3/4 乙.txt"],
  [2, 80, "", "[####################] "],
  [0.25, 22, "2/4 一个名字很长的文本文件.txt", "[###-------] 2/4 一…"],
  [0, 80, "1/2 a\u001B[2J\nb.txt", "[--------------------] 1/2 a<U+001B>[2J<U+000A>b.txt"],
])("a bar of %d on %i columns, then %j", (share, columns, after, line) => {
  let text = "";
  paintBar({ columns, write: (more) => (text += more) }, "", share, after);
  expect(text).toBe(CLEAR + line);
});

test("a stage ends when the next begins, the last when the work ends; a warning is passed on", () => {
  const told: string[] = [];
  let clock = 0;
  const report = reporterOf(2013, [{ began: ({ stage }) => told.push(`${stage} began`), ended: ({ stage, of, ms }) => told.push(`${stage} ${of} ended after ${ms}`), text: () => {}, warn: (words) => told.push(words) }], () => clock);
  report.step("earlier", 2012);
  clock = 30;
  report.step("texts");
  report.warn("warned");
  clock = 70;
  report.end();
  report.end();
  expect(told).toEqual(["earlier began", "earlier 2012 ended after 30", "texts began", "warned", "texts null ended after 40"]);
});

test("texts that an engine counts are told by name", () => {
  const told: unknown[] = [];
  const count = oneByOne([{ id: "甲" }, { id: "乙" }], { ...silent, text: (document, ms, done, total) => told.push([document, ms >= 0, done, total]) });
  count(1, 2);
  count(2, 2);
  expect(told).toEqual([["甲", true, 1, 2], ["乙", true, 2, 2]]);
});
