/** Numbers, units, qualifiers: what is a quantity and what is none. */
import { describe, expect, test } from "vitest";
import { parseNumber } from "../../pipeline/extract/numerals.ts";
import { quantityReader } from "../../pipeline/extract/quantities/index.ts";
import { registers } from "../fixtures/registers.ts";

const read = quantityReader(registers.units.map(({ unit }) => unit));

describe("numbers", () => {
  test.each([
    ["八十", 80], ["一百二十万", 1200000], ["一万五千亿", 1.5e12], ["三点五", 3.5], ["两千", 2000], ["十二", 12], ["一千零三", 1003],
    ["1.2万亿", 1.2e12], ["28.69万", 286900], ["5.3万", 53000], ["1.1亿", 110000000], ["1,234", 1234], ["4 6 2 8 0亿", 4.628e12], ["5 .4", 5.4],
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
    ["推广节水器具300多万台", 3000000, "台", "over", undefined],
    ["带动2400余亿元贷款", 240000000000, "元", "over", undefined],
    ["十几个城市试行", 10, "个", "over", undefined],
    ["上百家作坊", 100, "家", "over", undefined],
    ["年产突破百万辆", 1000000, "辆", "over", undefined],
    ["总产值翻两番", 2, "番", "exact", undefined],
    ["超过五分之二的农户", 40, "%", "over", undefined],
    ["近半农户", 50, "%", "nearly", undefined],
    ["千分之三", 3, "‰", "exact", undefined],
    ["满意率９６．５％", 96.5, "%", "exact", undefined],
    ["费用降低5%—20%", 5, "%", "range", 20],
    ["发电31.7亿千瓦时", 3170000000, "千瓦时", "exact", undefined],
    ["装机一千瓦", 1, "千瓦", "exact", undefined],
    ["日均浓度每立方米31微克，限值35微克/立方米", 35, "微克/立方米", "exact", undefined],
    ["接待游客86万人次", 860000, "人次", "exact", undefined],
    ["帮扶4.2万脱贫人口", 42000, "人", "exact", undefined],
    ["总人口37.6万", 376000, "人", "exact", undefined],
    ["增速高于全省2.7个、3个百分点", 3, "百分点", "exact", undefined],
    ["居全省前三", 3, "位", "atMost", undefined],
    ["综合得分列全市首位", 1, "位", "exact", undefined],
    ["产值突破6万亿元大关", 6000000000000, "元", "over", undefined],
  ] as const)("%s", (text, value, unit, qualifier, valueHigh) => {
    expect(read(text).at(-1)).toMatchObject({ value, unit, qualifier, ...(valueHigh === undefined ? {} : { valueHigh }) });
  });

  test.each(["2013年9月12日", "“三个一”工程", "三位一体", "pm2.5监测", "第3批", "一个整体", "连续18个月", "跨上5个万亿元大关", "九市一区", "3人制篮球", "十八届三中全会", "二期工程", "统筹两个大局", "坚持四项原则", "这3个县", "80岁以上老人", "500万元以下项目", "750千伏线路", "500米范围内", "稳居第一梯队", "5G基站", "每3人"])("%s holds none", (text) => {
    expect(read(text)).toEqual([]);
  });
});
