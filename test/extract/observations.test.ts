/** Observations whole: indicator, subject, value, measure, time. Clean sentences of our own. */
import { describe, expect, test } from "vitest";
import type { Observation } from "../../schemas/fact.ts";
import { processed } from "../fixtures/processed.ts";

const observations = (text: string) => processed(text).facts.filter((fact): fact is Observation => fact.kind === "observation");

describe("one figure", () => {
  test.each([
    ["县级机关主要业务上网办理率达到62%。", { indicator: "主要业务上网办理率", subject: "县级机关", value: 62, measure: "level" }],
    ["港口货运量增长8.1%。", { indicator: "港口货运量", value: 8.1, unit: "%", measure: "growth" }],
    ["库存积压下降3.5%。", { value: -3.5, measure: "growth" }],
    ["服务业增加值占全县生产总值的比重达到41%。", { value: 41, measure: "share" }],
    ["新建乡镇便民窗口36个。", { value: 36, unit: "个", measure: "level" }],
    ["打通21条断头路。", { indicator: "断头路", value: 21, unit: "条" }],
    ["县农业局向12个村发放了优质种苗。", { indicator: "发放优质种苗的村", value: 12, unit: "个" }],
    ["桃林县果园面积7.5万亩。", { indicator: "果园面积", subject: "桃林县", value: 75000, unit: "亩" }],
    ["贫困户减少230户。", { value: -230, unit: "户", measure: "change" }],
    ["单位产品煤耗降低10%至15%。", { value: -10, valueHigh: -15, unit: "%", qualifier: "range", measure: "growth" }],
    ["粮食产量减产1.4%。", { indicator: "粮食产量", value: -1.4, measure: "growth" }],
    ["造成4人死亡。", { indicator: "死亡人数", value: 4, unit: "人" }],
    ["发放助学补贴620万元。", { indicator: "助学补贴", value: 6200000, unit: "元" }],
    ["港口年产值翻一番。", { value: 1, unit: "番", measure: "growth" }],
    ["水质达标率提高1.2个百分点。", { value: 1.2, unit: "百分点", measure: "change" }],
  ])("%s", (text, slots) => expect(observations(text)).toMatchObject([slots]));
});

describe("several figures", () => {
  test.each<[string, [string, number, string][]]>([
    ["茶叶、水果产值分别增长9.4%、5%。", [["茶叶产值", 9.4, "growth"], ["水果产值", 5, "growth"]]],
    ["煤耗、水耗分别下降3%和4%。", [["煤耗", -3, "growth"], ["水耗", -4, "growth"]]],
    ["收入12亿元，支出15亿元，分别增长6%和8%。", [["收入", 1200000000, "level"], ["支出", 1500000000, "level"], ["收入", 6, "growth"], ["支出", 8, "growth"]]],
    ["茶叶、桑蚕产量均居全省首位。", [["茶叶产量", 1, "rank"], ["桑蚕产量", 1, "rank"]]],
    ["入园率由71.2%提高到80.5%。", [["入园率", 71.2, "level"], ["入园率", 80.5, "level"]]],
    ["茶叶产量增长8%、出口量居全省第2位。", [["茶叶产量", 8, "growth"], ["茶叶出口量", 2, "rank"]]],
    ["旅游收入40亿元、占全市的23%。", [["旅游收入", 4000000000, "level"], ["旅游收入占全市比重", 23, "share"]]],
    ["每百户汽车、电脑数分别为31辆、58台。", [["每百户汽车数", 31, "level"], ["每百户电脑数", 58, "level"]]],
    ["造成4人死亡、7人受伤。", [["死亡人数", 4, "level"], ["受伤人数", 7, "level"]]],
  ])("%s", (text, facts) => expect(observations(text).map(({ indicator, value, measure }) => [indicator, value, measure])).toEqual(facts));
});

test("the year of the earlier state is not the later one's", () => {
  expect(observations("绿化率由2008年的21%提高到33%。")).toMatchObject([{ value: 21, timePeriod: "2008" }, { value: 33, timePeriod: null }]);
});

test.each(["到2020年，全县通水。农田达到5万亩。", "今年，农田达到5万亩。"])("a time to come, or one without its year, is not carried on: %s", (text) => {
  expect(observations(text).at(-1)).toMatchObject({ value: 50000, timePeriod: null });
});

test("a tier named alone takes over the indicator, and says that it did", () => {
  const [first, second] = observations("截至2013年底，市级窗口网上办理率达到70%，县一级达到45%。");
  expect(first).toMatchObject({ value: 70, timePeriod: "2013-12-31", certainty: "stated" });
  expect(second).toMatchObject({ indicator: first!.indicator, value: 45, level: "county", certainty: "inferred" });
});

test("a listed group is one observation with its members", () => {
  expect(observations("长沙市、株洲市、湘潭市等8个市建成平台。")).toMatchObject([{ value: 8, unit: "个", members: ["长沙市", "株洲市", "湘潭市"], membersOpen: true }]);
});

test("a time carries on until another takes over, marked inferred", () => {
  const [, second] = observations("2012年，全县接入单位86家。村级站点增加到140个。");
  expect(second).toMatchObject({ timePeriod: "2012", certainty: "inferred" });
});

test("a value that hangs on a lost % says restored", () => {
  const [fact] = observations("县级机关网上办理率达到62.群众反映良好.工作继续推进.");
  expect(fact).toMatchObject({ value: 62, unit: "%", certainty: "restored" });
});
