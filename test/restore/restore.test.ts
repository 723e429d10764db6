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
  ])("%s → …%s…", (raw, part) => expect(restored(raw)).toContain(part));
});

describe("headings", () => {
  test("are cut where a sentence visibly opens", () => {
    const { restored } = processed("一.乡镇窗口建设全面铺开目前.各乡镇均设立了便民窗口.群众办事更加方便.二.档案数字化稳步推进2013年.县档案馆完成扫描.");
    expect(restored.headings.map(({ start, end }) => restored.text.slice(start, end))).toEqual(["一、乡镇窗口建设全面铺开", "二、档案数字化稳步推进"]);
  });

  test("stand on lines of their own, their number marked by 、", () => {
    expect(restored("一.乡镇窗口建设全面铺开目前.各乡镇均设立了便民窗口.群众办事更加方便.")).toMatch(/^一、乡镇窗口建设全面铺开\n目前，/u);
  });

  test("a title line is level 0", () => {
    expect(processed("县志办工作简报\n全年编印简报.发放到各乡镇.").restored.headings[0]).toEqual({ start: 0, end: 7, level: 0 });
  });

  test("第一.二.三产业 is a list, no heading", () => {
    expect(processed("第一.二.三产业协调发展.结构继续优化.").restored.headings).toEqual([]);
  });
});

describe("titles that fell out", () => {
  test.each([
    ["完成了包括).)和)等三个地方标准.工作取得进展.", 3], // the brackets are all that is left
    ["为贯彻落实.的要求.县里召开了动员会.", 1], // no clause begins with 的
    ["按照提出的任务分工.各乡镇制定了方案.", 1], // the object of 按照 is missing
    ["全县召开动员会.部署下一步工作.", 0],
  ])("%s: %i shown as lost", (raw, holes) => expect(restored(raw).match(/《〔题名缺失〕》/gu)?.length ?? 0).toBe(holes));
});

describe("pairs", () => {
  test.each([
    ["推行'一窗受理'模式.开展'回头看'活动.", "“一窗受理”", "“回头看”"],
    ["3月2日讯)座谈会在县里召开.各方参加.", "（3月2日讯）", "座谈会"],
    ["一)加强组织领导.各乡镇要落实责任.二)强化督促检查.定期通报.", "（一）", "（二）"],
  ])("%s", (raw, ...parts) => { for (const part of parts) expect(restored(raw)).toContain(part); });
});

test("every repair says what stood there, what stands there now, why and how sure", () => {
  const { restored } = processed("去年货运量增长7.3.其中铁路增长5.1.");
  for (const repair of restored.repairs) {
    expect(repair.reason).not.toBe("");
    expect(repair.confidence).toBeGreaterThan(0);
  }
  expect(restored.repairs.map((repair) => repair.kind)).toContain("percent");
});

test("a text with its own marks is left alone", () => {
  const text = "全年接待群众1.2万人次，办结率98.5%。\n一、窗口建设\n各乡镇均已设立。";
  expect(restored(text)).toBe(text);
});
