/** What restoration puts back, on phrases of our own. */
import { describe, expect, test } from "vitest";
import { processed } from "../fixtures/processed.ts";

const restored = (text: string) => processed(text).restored.text;

describe("lost per cent signs and points", () => {
  test.each([
    // raw                                                      restored
    ["全县农村公路优良率达到85.以上.群众满意率超过90.", "全县农村公路优良率达到85%以上"], // what belongs to the figure: no mark between
    ["去年货运量增长7.3.其中铁路增长5.1.", "增长7.3%，其中"],
    ["12.的街道开设了夜间服务窗口.居民反映良好.", "12%的街道"], // a share of a whole
    ["河道治理完成率为96.5.比上年提高2.1个百分点.", "96.5%"], // the first dot is the decimal point
    ["仓储.物流投资分别增长9.4.5.两项均快于上年.", "分别增长9.4%、5%，"], // two rates, told by 分别
    ["对外贸易额增长8.1.对口支援资金增长12.3.", "增长8.1%，对口支援资金增长12.3%。"],
  ])("%s → …%s…", (raw, part) => expect(restored(raw)).toContain(part));
});

test("every repair says what stood there, what stands there now, why and how sure", () => {
  const { restored } = processed("去年货运量增长7.3.其中铁路增长5.1.");
  for (const repair of restored.repairs) {
    expect(repair.reason).not.toBe("");
    expect(repair.confidence).toBeGreaterThan(0);
  }
  expect(restored.repairs.map((repair) => repair.kind)).toContain("percent");
});

test("a dot between figures that could be a point or a lost % says that it is not decided", () => {
  const between = (text: string) => processed(text).restored.repairs.filter(({ span }) => /^\d\.\d/u.test(text.slice(span.start - 1, span.end + 1)));
  const [, unsure] = between("完成率98.5.3.7万户受益.");
  expect(unsure!.reason).toContain("未能断定");
  expect(unsure!.confidence).toBeLessThan(0.8);
  const [sure] = between("全年接待旅客12.5万人次.");
  expect(sure!.reason).not.toContain("未能断定");
});

test("a text with its own marks is left alone", () => {
  const text = "全年接待群众1.2万人次，办结率98.5%。\n一、窗口建设\n各乡镇均已设立。";
  expect(restored(text)).toBe(text);
});

test("a figure after a % that stands is no item's number: restored twice is restored once", () => {
  const once = restored("县％80.一.");
  expect(restored(once)).toBe(once);
});

test("a long text is decided in blocks, and none of its seams shows", () => {
  const paragraph = "全县新建仓库三座.改造码头两处.货运量增长7.3.其中铁路.水运分别增长5.1.4.居民出行.办事更加方便.";
  const restoredOnce = restored(paragraph.repeat(40)).split("方便。");
  const long = restored(paragraph.repeat(2000)).split("方便。"); // some 24,000 dots
  expect(new Set(long.slice(5, -5))).toEqual(new Set(restoredOnce.slice(5, -5)));
});
