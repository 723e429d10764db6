import { describe, expect, test } from "vitest";
import { restore } from "../../pipeline/restore/index.ts";
import { LOST_TITLE } from "../../pipeline/restore/titles.ts";
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
