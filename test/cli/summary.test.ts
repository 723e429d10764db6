import { describe, expect, test } from "vitest";
import { endOfBuild } from "../../pipeline/commands/build/end.ts";
import { closedCache } from "../../pipeline/engine/cache.ts";
import type { Built } from "../../pipeline/commands/build/year.ts";
import { LANGS, wordsIn, type Lang } from "../../pipeline/commands/words/index.ts";
import type { Edition } from "../../schemas/edition.ts";
import type { Finding } from "../../schemas/finding.ts";
import { sampleEdition } from "../fixtures/sample-edition.ts";

const FILES = [{ name: "nianjian-2013.pdf", bytes: 512_300 }, { name: "data/facts.jsonl", bytes: 1_000 }, { name: "data/facts.csv", bytes: 200 }];

const differing = (severity: Finding["severity"]): Finding => ({ ...sampleEdition().findings[0]!, outcome: "differs", severity });

function end(lang: Lang, { edition = {}, ...built }: Partial<Omit<Built, "published">> & { edition?: Partial<Edition> } = {}, fresh = true, warned = 0) {
  const made = { ...sampleEdition(), ...edition };
  const published = { edition: made, path: `outputs/${made.spec.year}`, fresh, files: FILES };
  return endOfBuild({ published, errors: [], twin: null, cache: null, ...built }, { sources: undefined, out: "outputs", ods: false, cache: false, keepGoing: false }, { why: [], warned }, wordsIn(lang), 4.25);
}

test("a build that went well, in English", () => {
  const { lines, outcome, status, error } = end("en");
  expect({ outcome, status, error }).toEqual({ outcome: "published", status: 0, error: null });
  expect(lines).toMatchInlineSnapshot(`
    [
      "Yearbook of Public Service Hotlines 2013, r1: published",
      "  texts        4",
      "  facts        23 (observations 8, events 3, rosters 3, transitions 3, documents 3, assessments 3)",
      "  repairs      10",
      "  corrections  1",
      "  findings     4 (agree 2, differ 1, cannot be decided 1)",
      "  tables       4, with 2 figures",
      "  verified     book, workbooks and data hold the same numbers",
      "  time         4.3 s",
      "  files        outputs/2013",
      "               nianjian-2013.pdf  512.3 KB",
      "               data/              1.2 KB, 2 files",
      "  look next    1 finding differs: npm run -s nianjian -- check 2013",
      "               1 finding that cannot be decided: 资料质量 in the book, or 核对 in nianjian-2013-facts.xlsx",
      "               1 note on the texts: 资料质量 in the book",
    ]
  `);
});

test("the same in Chinese", () => expect(end("zh").lines).toMatchInlineSnapshot(`
  [
    "《政务热线年鉴》2013年版 r1：已发布",
    "  文本    4",
    "  事实    23（观测 8，要事 3，名单 3，转变 3，文件 3，评述 3）",
    "  修复    10",
    "  订正    1",
    "  核对    4（相符 2，不符 1，无法判定 1）",
    "  表      4，图 2",
    "  验证    书、工作簿与数据所载数字一致",
    "  用时    4.3 秒",
    "  文件    outputs/2013",
    "          nianjian-2013.pdf  512.3 KB",
    "          data/              1.2 KB, 2 个文件",
    "  接下来  1 处核对不符：npm run -s nianjian -- check 2013",
    "          1 处核对无法判定：见书中“资料质量”，或 nianjian-2013-facts.xlsx 的“核对”页",
    "          关于文本的说明 1 条：见书中“资料质量”",
  ]
`));

describe.each(LANGS)("in %s", (lang) => {
  const text = (...args: Parameters<typeof end> extends [Lang, ...infer Rest] ? Rest : never) => end(lang, ...args).lines.join("\n");
  test("an edition that stands there already says so in its first line", () => {
    const again = end(lang, {}, false);
    expect(again.outcome).toBe("unchanged");
    expect(again.lines[0]).not.toBe(end(lang).lines[0]);
  });
  test("what cannot be decided has no line where all can", () => expect(text({ edition: { findings: [differing("warning")] } })).not.toContain("facts.xlsx"));
  test("warnings that were told before it are counted", () => {
    expect(end(lang, {}, true, 2).lines.join("\n")).toMatch(/2 warnings|警告 2 条/u);
    expect(text()).not.toMatch(/warning|警告/u);
  });
  test("what differs is counted, with the command that shows it", () => expect(text({ edition: { findings: [differing("warning")] } })).toMatch(/npm run -s nianjian -- check 2013$/mu));
  test("an ODS twin, or why there is none, has a line", () => {
    expect(text({ twin: { path: "outputs/a.ods" } })).toContain("outputs/a.ods");
    expect(end(lang, { twin: { fault: "no LibreOffice. Install it." } }).warnings).toContain("no LibreOffice. Install it.");
  });
  test("texts that edition.yaml names and the edition has not are told", () => {
    const { spec } = sampleEdition();
    const built = end(lang, { edition: { spec: { ...spec, preface: [...spec.preface, "99-不在"] } } });
    expect(built.missing).toEqual(["99-不在"]);
    expect(built.lines[1]).toContain("99-不在");
  });
});

test("a draft ends with status 1 and a line an error", () => {
  const { outcome, status, error } = end("en", { edition: { draft: true }, errors: [differing("error")] });
  expect({ outcome, status }).toEqual({ outcome: "draft", status: 1 });
  expect(error).toMatch(/^sources\/2013\/.+: .+ differs \(error\).+\n1 finding differs and is an error: the edition was not published, its draft is outputs\/2013\. /u);
});

test.each([
  ["en", "  from cache   2 of 5 texts, those of earlier years too"],
  ["zh", "  缓存    5 篇中沿用 2 篇（含往年文本）"],
] as const)("what was found in the cache, in %s", (lang, line) => {
  const cache = { ...closedCache(""), counts: { found: 2, made: 3 } };
  const { lines, fields } = end(lang, { cache });
  expect(lines[2]).toBe(line);
  expect(fields["cache"]).toEqual({ found: 2, made: 3 });
});
