import { describe, expect, test } from "vitest";
import { findNumbered } from "../../pipeline/restore/headings.ts";
import { restore } from "../../pipeline/restore/index.ts";
import { findBrackets, findQuotations } from "../../pipeline/restore/pairs.ts";
import { findLostTitles, LOST_TITLE } from "../../pipeline/restore/titles.ts";
import { model, raw } from "../fixtures/processed.ts";

/** What restoration may put in or change. */
const MARKS = /[\s.,;:!?%'"()，、。；：！？“”‘’《》（）]/gu;
const content = (text: string) => text.replaceAll(LOST_TITLE, "").replace(MARKS, "");

/** Each would take far longer than the rest of the suite if time grew with the square of the text. */
describe("a long run takes its share of time", () => {
  const LENGTH = 100_000;
  test.each([".", ")", "'", "1", "12.", "一.", "一)", "县.", "县)", ")和", ").", "落实", "以下简称)", "1.县"])("of %j", (unit) => {
    const text = `根据.县${unit.repeat(LENGTH / unit.length)}`;
    expect(content(restore(raw(text), model).text)).toBe(content(text));
  }, 120_000);
});

describe("so do the parts, each on what it looks for", () => {
  test("titles", () => expect(findLostTitles("根据)和.按照".repeat(60_000)).length).toBeGreaterThan(0));
  test("quotation marks", () => expect(findQuotations("'甲".repeat(50_000))).toHaveLength(50_000));
  test("brackets, many", () => expect(findBrackets("甲乙丙丁)".repeat(20_000), new Set(), model).filter(({ text }) => text === "）")).toHaveLength(20_000));
  test("a bracket after many characters", () => expect(findBrackets(`${"甲".repeat(200_000)})`, new Set(), model).length).toBeGreaterThan(0));
  test("numbers", () => expect(findNumbered("一.一)1.第一章第一条1)甲".repeat(8_000), model).length).toBeGreaterThan(0));
});
