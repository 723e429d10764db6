import { describe, expect, test } from "vitest";
import { langOf, wordsIn } from "../../pipeline/commands/words/index.ts";
import { RunOutcome, Stage } from "../../schemas/run.ts";

describe("the language is that of the locale for messages, the first that is set", () => {
  test.each<[Record<string, string>, "zh" | "en"]>([
    [{}, "en"],
    [{ LANG: "zh_CN.UTF-8" }, "zh"],
    [{ LANG: "zh" }, "zh"],
    [{ LANG: "zh-Hans" }, "zh"],
    [{ LANG: "C.UTF-8" }, "en"],
    [{ LANG: "zha_CN" }, "en"], // Zhuang
    [{ LC_MESSAGES: "en_GB.UTF-8", LANG: "zh_CN.UTF-8" }, "en"],
    [{ LC_ALL: "zh_TW.UTF-8", LC_MESSAGES: "en_GB.UTF-8" }, "zh"],
    [{ LC_ALL: "", LANG: "zh_CN.UTF-8" }, "zh"],
    [{ LC_CTYPE: "zh_CN.UTF-8" }, "en"], // for characters, not for messages
  ])("%j → %s", (env, lang) => expect(langOf(env)).toBe(lang));

  test("--lang goes before it", () => expect(wordsIn("en", { LC_ALL: "zh_CN.UTF-8" }).heads.texts).toBe("texts"));
});

describe.each([["zh", "甲"], ["en", "甲"]] as const)("%s", (lang, id) => {
  const words = wordsIn(lang);
  const awaited = { dir: "sources/2015", year: 2015, missing: [id] };
  test("has a word for every stage and outcome", () => {
    for (const stage of Stage.options) expect(words.stages[stage]).toMatch(/\p{L}/u);
    for (const outcome of RunOutcome.options) expect(words.outcomes[outcome]).toMatch(/\p{L}/u);
  });
  test("says what is awaited and what to do, in one line each", () => {
    const lines = (["folder", "texts", "named"] as const).map((what) => words.awaited({ what, ...awaited }));
    expect(new Set(lines).size).toBe(3);
    for (const line of lines) expect(line).toMatch(/^sources\/2015[:：].+[.。]$/u);
    expect(lines[2]).toContain(id);
  });
  test("says what is gone, edited or dated as before, and what to do, in one line each", () => {
    const lines = [words.gone("sources/2015", 2015, "r1", ["sources/2015/甲.txt", "sources/2015/乙.txt"]), words.since.gone("sources/2015/甲.txt", "r1"), words.since.edited("sources/2015/甲.txt", "r1"), words.since.sameDate("sources/2015/edition.yaml", "2016-06-30", "r1", "r2")];
    expect(new Set(lines).size).toBe(4);
    for (const line of lines) expect(line).toMatch(/^sources\/2015\S*[:：].*r1.*[.。]$/u);
    expect(lines[0]).toMatch(/甲\.txt.*乙\.txt.*build 2015/u);
    expect(lines[3]).toMatch(/r2.*2016-06-30/u);
  });
  test("counts several years", () => expect(words.together([["published", 2], ["not due", 1]], 69)).toMatch(/2.*1.*69/u));
});
