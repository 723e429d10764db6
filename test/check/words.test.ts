/** What checks say of a hedged figure, and what a hedged claim allows. */
import { describe, expect, test } from "vitest";
import { countsThatFit, plainly, sectionKey, share, worded } from "../../pipeline/check/rule.ts";
import { listed } from "../../pipeline/check/example.ts";
import { baseYearOf, levelsOf, nameOf, NOT_PLAIN, yearOf } from "../../pipeline/check/same.ts";
import { before, changed, observed, shared } from "../../pipeline/check/example.ts";
import type { Observation, Qualifier } from "../../schemas/fact.ts";

test.each<[Qualifier, string]>([
  ["exact", "10%"], ["about", "约10%"], ["nearly", "近10%"], ["over", "超过10%"], ["atLeast", "10%以上"], ["under", "不足10%"], ["atMost", "不超过10%"], ["range", "10至15%"],
])("%s is worded %s", (qualifier, words) => expect(worded(10, qualifier, "%", 15)).toBe(words));

test("a range without its other end says so", () => expect(worded(10, "range", "%")).toBe("10至?%"));

describe("counts of 20 that fit 50%", () => {
  test.each<[Qualifier, number[]]>([
    ["exact", [10]],
    ["about", [9, 10, 11]], // five points on either side
    ["nearly", [9]], // below it, and not by more than five points
    ["over", [11, 12, 13, 14, 15, 16, 17, 18, 19, 20]],
    ["atLeast", [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]],
    ["under", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ["atMost", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ["range", [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]],
  ])("%s", (qualifier, counts) => expect(countsThatFit(20, 50, qualifier)).toEqual(counts));

  test("an exact claim holds within half a unit of its last digit: from there, up to below there", () => {
    expect(countsThatFit(200, 50, "exact")).toEqual([99, 100]); // 49.5 to below 50.5
    expect(countsThatFit(2000, 50.1, "exact")).toEqual([1001, 1002]); // 50.05 to below 50.15
  });
});

test("a claim is a number to compute with where the text hedges nothing", () => expect([plainly(5, null), plainly(5, "exact"), plainly(5, "about")]).toEqual([5, 5, null]));

test("a share has one decimal", () => expect([share(8, 31), share(1, 2)]).toEqual([25.8, 50]));

test("facts belong together by text and section", () => {
  const fact = listed(["甲"]);
  expect(sectionKey(fact)).toBe(sectionKey({ ...fact, id: "b" }));
  expect(sectionKey(fact)).not.toBe(sectionKey({ ...fact, section: ["一"] }));
  expect(sectionKey(fact)).not.toBe(sectionKey({ ...fact, document: "乙" }));
});

test.each<[Partial<Observation>, string]>([
  [{ indicator: "网民规模" }, "网民规模"],
  [{ indicator: "网民规模", subject: "甲省" }, "甲省网民规模"],
  [{ indicator: "网民规模", subject: "全国" }, "网民规模"],
  [{ indicator: "截至我国网民规模" }, "网民规模"],
  [{ indicator: "网民规模", members: ["甲", "乙"] }, "网民规模（甲、乙）"],
  [{ indicator: "覆盖全国的平台" }, "覆盖全国的平台"],
])("%j is called %s", (slots, name) => expect(nameOf(observed("5个", slots))).toBe(name));

test.each([["2012", 2012], ["2012-12", 2012], ["2012-12-31", 2012], ["2012-12-20", 2012], ["2012-11", null], ["2012-06-30", null], ["2011/2015", null], ["--12-31", null], ["-2012", null], [null, null]])("%s stands for %s", (period, year) => expect(yearOf(period)).toBe(year));

test.each<[string, string | null, number | null]>([
  // words            of     against
  ["比2010年增长5%", "2013", 2010],
  ["较2010年增长5%", null, 2010],
  ["比上年增长5%", "2013", 2012],
  ["较上一年增长5%", "2013", 2012],
  ["比去年增长5%", "2013", 2012],
  ["比上年度增长5%", "2013", 2012],
  ["同比增长5%", "2013", 2012],
  ["同比增长5%", null, null],
  ["增长5%", "2013", null],
  ["上年增长5%", "2013", null],
])("%s, of %s, is against %s", (text, timePeriod, year) => {
  expect(baseYearOf(changed(text, { timePeriod }), "")).toBe(year);
  expect(baseYearOf(changed("5%", { timePeriod }), text)).toBe(year);
});

describe("the levels of a thing in a year", () => {
  const like = observed("平台总数300个", { indicator: "平台总数", timePeriod: "2013" });
  const then = (slots: Partial<Observation>, value = 200) => observed(`平台总数${value}个`, { indicator: "平台总数", timePeriod: "2012", ...slots });
  const levels = (...facts: Observation[]) => levelsOf(like, 2012, "个", facts, []).map(({ value }) => value);

  test.each<[string, Partial<Observation>, number[]]>([
    ["its own", {}, [200]],
    ["at the year's end", { timePeriod: "2012-12-31" }, [200]],
    ["a share", { measure: "share" }, [200]],
    ["a rank", { measure: "rank" }, [200]],
    ["a growth is none", { measure: "growth" }, []],
    ["a change is none", { measure: "change" }, []],
    ["nor another unit", { unit: "家" }, []],
    ["nor another year", { timePeriod: "2011" }, []],
    ["nor another name", { indicator: "站点总数" }, []],
    ["nor another's", { subject: "甲省" }, []],
  ])("%s", (_, slots, values) => expect(levels(then(slots))).toEqual(values));

  test("one for each value, this edition's first, then those before it", () => {
    expect(levels(then({}), then({}), then({}, 210))).toEqual([200, 210]);
    expect(levelsOf(like, 2012, "个", [then({}, 210), listed(["甲"])], [before(2012, then({}), then({}, 210))]).map(({ value }) => value)).toEqual([210, 200]);
    expect(levelsOf(shared("占5%"), 2012, "%", [], [])).toEqual([]);
  });
});

test.each(["可比价", "按不变价计算", "实际增长", "扣除价格因素", "名义增长", "年均", "平均", "累计", "环比", "连续", "翻一番", "净增", "比年初", "同口径", "按新口径"])("%s is no plain comparison of two levels", (words) => expect(NOT_PLAIN.test(words)).toBe(true));
