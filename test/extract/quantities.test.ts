/** Numbers, units, qualifiers: what is a quantity and what is none. */
import { describe, expect, test } from "vitest";
import { parseNumber } from "../../pipeline/extract/numerals.ts";
import { quantityReader } from "../../pipeline/extract/quantities.ts";
import { registers } from "../fixtures/processed.ts";

const read = quantityReader(registers.units.map(({ unit }) => unit));

describe("numbers", () => {
  test.each([
    ["八十", 80], ["一百二十万", 1200000], ["一万五千亿", 1.5e12], ["三点五", 3.5], ["两千", 2000], ["十二", 12], ["一千零三", 1003],
    ["1.2万亿", 1.2e12], ["28.69万", 286900], ["5.3万", 53000], ["1.1亿", 110000000],
  ])("%s is %d", (text, value) => expect(parseNumber(text)).toBe(value));

  test.each(["二〇一三", "十百", "二三"])("%s is no number", (text) => expect(parseNumber(text)).toBeNull());
});

describe("quantities", () => {
  test.each([
    // text                          value     unit      qualifier   high
    ["满意率近92%", 92, "%", "nearly", undefined],
    ["覆盖面在七成以上，达标率75%以上", 75, "%", "atLeast", undefined],
    ["超过一半的村", 50, "%", "over", undefined],
    ["载客量是平日的3到5倍", 3, "倍", "range", 5],
    ["设立46家工作站", 46, "家", "exact", undefined],
    ["五个地方标准", 5, "个", "exact", undefined],
    ["投资约2.4亿元", 240000000, "元", "about", undefined],
    ["接待两千余人", 2000, "人", "over", undefined],
    ["百分之六点五", 6.5, "%", "exact", undefined],
    ["提高1.4个百分点", 1.4, "百分点", "exact", undefined],
    ["不少于300户", 300, "户", "atLeast", undefined],
    ["不足20%", 20, "%", "under", undefined],
    ["居全市第6位", 6, "位", "exact", undefined],
    ["等14个市", 14, "个", "exact", undefined],
  ] as const)("%s", (text, value, unit, qualifier, valueHigh) => {
    expect(read(text).at(-1)).toMatchObject({ value, unit, qualifier, ...(valueHigh === undefined ? {} : { valueHigh }) });
  });

  test.each(["2013年9月12日", "“三个一”工程", "三位一体", "pm2.5监测", "第3批", "一个整体", "连续18个月", "跨上5个万亿元大关", "九市一区", "3人制篮球"])("%s holds none", (text) => {
    expect(read(text)).toEqual([]);
  });
});
