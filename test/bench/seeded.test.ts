import { describe, expect, test } from "vitest";
import { checks } from "../../pipeline/check/index.ts";
import { altered, parseAlterations, readAlterations } from "../../bench/seeded/alterations.ts";
import { caughtOf, newFindings } from "../../bench/seeded/caught.ts";
import { Editions } from "../../bench/seeded/editions.ts";
import { seeded } from "../../bench/seeded/index.ts";
import { seededLines } from "../../bench/seeded/print.ts";
import type { Finding } from "../../schemas/finding.ts";
import { model } from "../fixtures/processed.ts";

const one = (fields: Record<string, unknown> = {}) => ({ id: "a", year: 2013, text: "甲", find: "九个", put: "八个", breaks: "claimed-count", why: "nine are listed", ...fields });
const yaml = (...items: unknown[]) => `alterations:\n${items.map((item) => `  - ${JSON.stringify(item)}\n`).join("")}`;
const finding = (fields: Partial<Finding>): Finding => ({ id: "a", check: "claimed-count", title: "", titleEn: "", outcome: "differs", severity: "warning", facts: [], arithmetic: "9≠8", document: "甲", span: { start: 0, end: 1 }, quote: "", ...fields });

describe("the file of alterations: a mistake is told with file and line", () => {
  test.each([
    ["a field that is missing", yaml(one(), one({ id: "b", why: undefined })), /^a\.yaml:3:5: alterations\.2\.why: /u],
    ["a check that is not there", yaml(one({ breaks: "claimed-cuont" })), /^a\.yaml:2: there is no check "claimed-cuont"\. Name one of .*claimed-count/u],
    ["an id used twice", yaml(one(), one()), /^a\.yaml:3: another alteration is called a too/u],
    ["nothing altered", yaml(one({ put: "九个" })), /^a\.yaml:2:\d+: alterations\.1\.put: is what `find` says/u],
  ])("%s", (_, text, message) => expect(() => parseAlterations("a.yaml", text)).toThrow(message));

  test("words that stand twice, or nowhere", () => {
    const [placed] = parseAlterations("a.yaml", yaml(one()));
    expect(altered("列出九个。", placed!)).toBe("列出八个。");
    expect(() => altered("九个县，九个区。", placed!)).toThrow("a.yaml:2: “九个” stands 2 times in 甲. Find words that stand there once.");
    expect(() => altered("七个县。", placed!)).toThrow("a.yaml:2: “九个” stands nowhere in 甲");
  });
});

describe("a difference counts as caught", () => {
  test.each<[string, Finding[], Finding[], number]>([
    ["where there was none", [], [finding({})], 1],
    ["where what agreed differs now", [finding({ outcome: "agrees" })], [finding({})], 1],
    ["where its arithmetic is another", [finding({})], [finding({ arithmetic: "9≠7" })], 1],
    ["where there are two of one kind", [finding({})], [finding({}), finding({ id: "b" })], 1],
    ["but not where it only stands elsewhere", [finding({})], [finding({ span: { start: 5, end: 6 } })], 0],
    ["nor where nothing can be told", [], [finding({ outcome: "cannot tell" })], 0],
  ])("%s", (_, before, after, caught) => expect(newFindings("differs", before, after)).toHaveLength(caught));
});

test("the table tells the check that was meant from the one that caught it, and what arithmetic cannot tell from what was missed", () => {
  const [meant, other, missed, untold] = parseAlterations("a.yaml", yaml(one(), one({ id: "b" }), one({ id: "c" }), one({ id: "d", arithmetic: false })));
  const tried = [{ alteration: meant!, raised: [finding({})], opened: [] }, { alteration: other!, raised: [finding({ check: "share-total" })], opened: [] }, { alteration: missed!, raised: [], opened: [finding({ check: "complement" })] }, { alteration: untold!, raised: [], opened: [] }];
  const lines = seededLines({ tried, unaltered: [{ year: 2013, findings: [finding({ arithmetic: "3≠4" }), finding({ outcome: "agrees" })] }] }, ["claimed-count", "share-total"]);
  expect(lines.map((line) => line.trim().split(/\s{2,}/u))).toEqual(expect.arrayContaining([
    ["claimed-count", "4", "3", "1", "2", "1"],
    ["share-total", "0", "0", "0", "0", "0"],
    ["c (claimed-count, 2013 甲): 九个 → 八个; left open by complement"],
    ["b (claimed-count): share-total"],
    ["claimed-count", "1 / 1 / 0"],
    ["2013 甲 claimed-count: 3≠4"],
  ]));
});

describe("the seeded errors", () => {
  const alterations = readAlterations();
  const editions = new Editions(model);

  test.each(alterations)("$id: the words stand once in $text", (alteration) => {
    const { printed } = editions.text(alteration.year, alteration.text);
    expect(altered(printed, alteration)).not.toBe(printed);
  });

  test("there are sixty or more, twenty or more a year, and two or more a check that arithmetic can tell", () => {
    expect(alterations.length).toBeGreaterThanOrEqual(60);
    for (const year of [2012, 2013, 2014]) expect(alterations.filter((alteration) => alteration.year === year).length, String(year)).toBeGreaterThanOrEqual(20);
    for (const { name } of checks) expect(alterations.filter(({ breaks, arithmetic }) => breaks === name && arithmetic).length, name).toBeGreaterThanOrEqual(2);
  });

  test("of those that arithmetic can tell, 85 in 100 are caught", { timeout: 60_000 }, () => {
    const { tried } = seeded(model, alterations);
    const { byAny, catchable } = caughtOf(tried);
    expect(byAny / catchable).toBeGreaterThanOrEqual(0.85);
  });
});
