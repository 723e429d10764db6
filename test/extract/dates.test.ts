/** Dates: every rule reads its own examples, and a date takes its year and month from the one before. */
import { describe, expect, test } from "vitest";
import { dateRules, datesIn } from "../../pipeline/extract/dates/index.ts";

describe.each(dateRules)("$name", ({ examples }) => {
  test.each(Object.entries(examples))("reads %s", (text, values) => expect(datesIn(text).map((date) => date.value)).toEqual(values));
});

test.each([
  ["会议于2012年11月20日召开，22日闭幕", ["2012-11-20", "2012-11-22"]],
  ["2012年3月立项，次年验收，2013年4月上线", ["2012-03", "2013-04"]],
  ["到2013年底，9市开通", ["2013-12-31"]],
  ["三年来、3个月内、第29号令、每月5日前", []],
  ["二〇一三年十一月二十九日", ["2013-11-29"]],
  ["2012年5月3日至6日举行，9月2日至4日再次举行", ["2012-05-03/2012-05-06", "2012-09-02/2012-09-04"]],
  ["2012年上半年、2012年三季度", ["2012-01/2012-06", "2012-07/2012-09"]],
  ["民国十八年建校，2012年12月下旬迁址", ["1929", "2012-12"]],
])("a day takes the month and a month the year named before it: %s", (text, values) => expect(datesIn(text).map((date) => date.value)).toEqual(values));

test("start and end hold the words that were read", () => {
  const text = "截至2013年底，全市建成；2014年5月验收。";
  expect(datesIn(text).map(({ start, end, precision }) => [text.slice(start, end), precision])).toEqual([["截至2013年底", "day"], ["2014年5月", "month"]]);
});
