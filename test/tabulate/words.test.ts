/** Words of tables, a table of cases each: titles, labels, hedges, periods, names in English. */
import { describe, expect, test } from "vitest";
import { computedBy } from "../../pipeline/tabulate/computed.ts";
import { inEnglish } from "../../pipeline/tabulate/english.ts";
import { labels } from "../../pipeline/tabulate/labels.ts";
import { dated } from "../../pipeline/tabulate/titles.ts";
import { hedge, hedged, hedgeOf, isOpen, listed, periodInEnglish, periodInWords, shortened } from "../../pipeline/tabulate/words.ts";
import type { Computation } from "../../schemas/computed.ts";
import type { Fact, Qualifier } from "../../schemas/fact.ts";
import { registers } from "../fixtures/registers.ts";

test.each<[Qualifier | null, string, string | null]>([
  // qualifier  a value     a cell
  [null, "90%", null],
  ["exact", "90%", ""],
  ["about", "约90%", "约"],
  ["nearly", "近90%", "近"],
  ["over", "超过90%", "超过"],
  ["atLeast", "90%以上", "以上"],
  ["under", "不足90%", "不足"],
  ["atMost", "90%以下", "以下"],
  ["range", "90%", "区间"],
])("%s is worded %s, and %s in a cell of its own", (qualifier, words, cell) => {
  expect(hedged(90, qualifier, "%")).toBe(words);
  expect(hedge(qualifier)).toBe(cell);
});

test("a figure knows how a value is hedged, in the column's own unit", () => {
  expect(hedgeOf({ qualifier: null }, "value", "甲")).toEqual([]);
  expect(hedgeOf({ qualifier: "exact" }, "value", "甲")).toEqual([]);
  expect(hedgeOf({ qualifier: "over" }, "value", "甲")).toEqual([{ value: "value", at: "甲", qualifier: "over", high: null }]);
  expect(hedgeOf({ qualifier: "range", valueHigh: 60_000 }, "value", "甲", 10_000)).toEqual([{ value: "value", at: "甲", qualifier: "range", high: 6 }]);
});

test.each<[boolean, string[], number | null, boolean]>([
  [true, ["甲", "乙"], null, true],
  [true, ["甲", "乙"], 5, true],
  [true, ["甲", "乙"], 2, false], // 等2个省市 closes the list
  [false, ["甲", "乙"], null, false],
])("a list that ends in 等 (%s) with %j and a count of %s may go on: %s", (open, members, claimedCount, isLonger) => expect(isOpen({ open, members, claimedCount })).toBe(isLonger));

test("lists", () => expect([listed(["甲", "乙"], false), listed(["甲", "乙"], true)]).toEqual(["甲、乙", "甲、乙等"]));

test.each([["甲乙丙", 3, "甲乙丙"], ["甲乙丙丁", 3, "甲乙…"], ["𠮷𠮷𠮷", 3, "𠮷𠮷𠮷"], ["𠮷𠮷𠮷𠮷", 3, "𠮷𠮷…"]])("%s in %d characters is %s", (text, length, short) => expect(shortened(text, length)).toBe(short));

test.each([
  ["2013", "2013年", "2013"], ["2013-09", "2013年9月", "2013-09"], ["2013-12", "2013年12月", "2013-12"], ["2013-12-31", "2013年底", "end of 2013"], ["2013-12-30", "2013年12月30日", "2013-12-30"], ["2013-10-31", "2013年10月31日", "2013-10-31"],
  ["2013-09-05", "2013年9月5日", "2013-09-05"], ["2011/2015", "2011/2015", "2011/2015"], ["--05-29", "--05-29", "--05-29"],
])("%s is %s, in English %s", (iso, zh, en) => {
  expect(periodInWords(iso)).toBe(zh);
  expect(periodInEnglish(iso)).toBe(en);
});

describe("a title", () => {
  const of = (...periods: (string | null)[]) => periods.map((timePeriod) => ({ timePeriod }) as unknown as Fact);
  const without = {} as Fact;
  const title = (facts: readonly Fact[], span?: readonly [number, number], words = { title: "网民", titleEn: "Users" }) => dated(words, span, facts, { year: 2013, registers });

  test.each<[string, Fact[], readonly [number, number] | undefined, string, string]>([
    ["has the one period of its facts", of("2012-12-31", "2012-12-31"), undefined, "网民（2012年底）", "Users, end of 2012"],
    ["has the edition's year, where they have several", of("2012", "2011"), undefined, "网民（2013年）", "Users, 2013"],
    ["or none", of(null), undefined, "网民（2013年）", "Users, 2013"],
    ["or no facts at all", [], undefined, "网民（2013年）", "Users, 2013"],
    ["or facts of a kind without a time", [without], undefined, "网民（2013年）", "Users, 2013"],
    ["or a day without its year", of("--05-29"), undefined, "网民（2013年）", "Users, 2013"],
    ["or a stretch", of("2011/2015"), undefined, "网民（2013年）", "Users, 2013"],
    ["has the years of a series", of("2012"), [2010, 2013], "网民（2010—2013年）", "Users, 2010–2013"],
    ["has the one year of a series", of("2010"), [2012, 2012], "网民（2012年）", "Users, 2012"],
  ])("%s", (_, facts, span, zh, en) => expect(title(facts, span)).toEqual({ title: zh, titleEn: en }));

  test("that names a year in one language is dated in the other", () => {
    expect(title([], undefined, { title: "2012年网民", titleEn: "Users" })).toEqual({ title: "2012年网民", titleEn: "Users, 2013" });
    expect(title([], undefined, { title: "网民", titleEn: "Users of 2012" })).toEqual({ title: "网民（2013年）", titleEn: "Users of 2012" });
  });

  test("is put into English where it has none", () => expect(dated({ title: "网民规模" }, undefined, [], { year: 2013, registers }).titleEn).toBe(`${inEnglish("网民规模", registers.glossary)}, 2013`));
});

describe("English by the glossary", () => {
  const glossary = [{ zh: "网民", en: "internet users", same: ["上网人口"] }, { zh: "手机网民", en: "mobile users", same: [] }, { zh: "规模", en: "number", same: [] }].map((term) => ({ ...term, unit: null })) as unknown as typeof registers.glossary;
  test.each([
    ["网民规模", "Internet users number"],
    ["手机网民", "Mobile users"], // the longest first
    ["上网人口", "Internet users"],
    ["网民的规模", "Internet users number"],
    ["网民、手机网民", "Internet users, mobile users"],
    ["网民，手机网民", "Internet users, mobile users"],
    ["网民和手机网民", "Internet users and mobile users"],
    ["网民与规模", "Internet users and number"],
    ["网民及规模", "Internet users and number"],
    ["网民（规模）", "Internet users (number)"],
    ["网民：规模", "Internet users: number"],
    ["某网民", "某 internet users"], // what the glossary lacks stays
    ["abc", "Abc"],
  ])("%s is %s", (zh, en) => expect(inEnglish(zh, glossary)).toBe(en));
});

describe("labels", () => {
  const of = (items: readonly [string, string | null][]) => labels(items, ([name]) => name, ([, apart]) => apart);
  test.each<[string, [string, string | null][], string[]]>([
    ["stay as they are where they differ", [["甲", "一"], ["乙", "一"]], ["甲", "乙"]],
    ["are told apart where they do not", [["甲", "一"], ["甲", "二"], ["乙", "三"]], ["甲（一）", "甲（二）", "乙"]],
    ["by a number where that is the same", [["甲", "一"], ["甲", "一"]], ["甲（一）1", "甲（一）2"]],
    ["or where there is nothing more to say", [["甲", ""], ["甲", null]], ["甲1", "甲2"]],
  ])("%s", (_, items, names) => expect(of(items)).toEqual(names));

  test("are short, with what tells them apart", () => {
    const name = "甲".repeat(40), more = "乙".repeat(20);
    expect(of([[name, more], [name, "丙"]])).toEqual([`${"甲".repeat(17)}…（${"乙".repeat(11)}…）`, `${"甲".repeat(17)}…（丙）`]);
    expect(of([[name, more]])).toEqual([`${"甲".repeat(29)}…`]);
  });
});

describe("how a cell is computed", () => {
  const keys = ["a", "b", "c"];
  const sum: Computation = { op: "sum", of: ["a", "b"], decimals: 0 };
  test("is told where it gives what stands there", () => expect(computedBy(keys, [1, 2, 3], [null, null, sum])).toEqual({ computed: [null, null, sum] }));
  test("is told as none where it does not", () => expect(computedBy(keys, [1, 2, 4], [null, null, sum])).toEqual({ computed: [null, null, { op: "none", why: "各格算不出此数" }] }));
  test("or where the table has not what it is over", () => expect(computedBy(["a", "c"], [1, 3], [null, sum])).toEqual({ computed: [null, { op: "none", why: "所据的数不在本表" }] }));
  test("counts the names of a list", () => {
    const count = { op: "count", of: "a" } as const;
    expect(computedBy(["a", "b"], ["甲、乙等", 2], [null, count])).toEqual({ computed: [null, count] });
  });
  test("is not told of a row that computes nothing", () => expect(computedBy(keys, [1, 2, 3], [null, null, null])).toEqual({}));
  test("stays what it was where there is no way", () => expect(computedBy(["a"], [1], [{ op: "none", why: "前后不可比" }])).toEqual({ computed: [{ op: "none", why: "前后不可比" }] }));
});
