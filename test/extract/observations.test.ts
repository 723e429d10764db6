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
    ["水质达标率提高1.2个百分点。", { value: 1.2, unit: "百分点", measure: "change" }],
  ])("%s", (text, slots) => expect(observations(text)).toMatchObject([slots]));
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
