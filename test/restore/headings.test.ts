/** Numbered paragraphs and headings, on phrases of our own. */
import { describe, expect, test } from "vitest";
import { findNumbered, ordinal } from "../../pipeline/restore/headings.ts";
import { model, processed } from "../fixtures/processed.ts";

/** Each numbered start as its number, with h where a heading was found. */
const starts = (raw: string) => findNumbered(raw, model).map(({ start, mark, heading }) => raw.slice(start, mark + 1) + (heading ? "h" : ""));
const headings = (raw: string) => {
  const { restored } = processed(raw);
  return restored.headings.map(({ start, end, level }) => `${level} ${restored.text.slice(start, end)}`);
};

describe("numbered starts", () => {
  test.each([
    // raw                                                                             numbers, h for a heading
    ["一)登记窗口应当公示收费标准.二)办事指南应当放在显眼处.三)投诉应当当日答复.", ["一)", "二)", "三)"]],
    ["第一章总则第一条为了规范馆藏登记.制定本办法.第二条本县各馆适用本办法.第二章登记第三条藏品应当逐件登记.", ["第一章h", "第一条", "第二条", "第二章h", "第三条"]],
    ["第三章藏品第一节征集第七条馆方应当公告.第八条捐赠应当签约.", ["第三章h", "第一节h", "第七条", "第八条"]], // a part of a longer text
    ["一.总体要求一)指导思想.坚持开放优先.二)基本原则.坚持因地制宜.二.主要任务一)修缮库房.年内完成.", ["一.h", "一)", "二)", "二.h", "一)"]], // levels go down and come back
    ["设施标准如下.1.窗口高度适中.2.标识清楚醒目.3.座椅数量充足.", ["1.", "2.", "3."]],
    ["具体步骤如下.1)清点库存.逐件拍照.2)核对账册.逐页签字.", ["1)", "2)"]],
  ])("%s", (raw, numbers) => expect(starts(raw)).toEqual(numbers));
});

describe("no numbered start", () => {
  test.each([
    "第一.二.三产业协调发展.结构继续优化.",
    "一是修缮库房.二是整理账册.三是培训人员.",
    "全年增长3.5.其中出口增长1.2.进口增长2.4.",
    "优良率达到85.以上.群众满意率超过90.",
    "其中出口占主要部分占98.1)进口占比不大.",
    "实现了县乡互通.部门互认.标准不一.做法各异.",
    "一.二线城市的馆藏增长较快.",
    "依照本条例第六条的规定处理.违反第三条规定的.责令改正.",
    "具体要求见附件1)和图2).",
    "2013年.全县接待读者12万人次.",
    "12.的街道开设了夜间服务窗口.居民反映良好.",
    "票据由单位个人)自行保管.",
  ])("%s", (raw) => {
    expect(starts(raw)).toEqual([]);
    expect(headings(raw)).toEqual([]);
  });
});

describe("headings", () => {
  test.each([
    // raw                                                                                        level and heading
    ["一.乡镇窗口建设全面铺开目前.各乡镇均设立了便民窗口.群众办事更加方便.二.档案数字化稳步推进2013年.县档案馆完成扫描.", ["1 一、乡镇窗口建设全面铺开", "1 二、档案数字化稳步推进"]], // cut where a sentence visibly opens
    ["一.总体要求一)指导思想.坚持开放优先.二)基本原则.坚持因地制宜.", ["1 一、总体要求"]], // cut where the next number stands
    ["第一章总则第一条为了规范馆藏登记.制定本办法.第二条本县各馆适用本办法.第二章登记第三条藏品应当逐件登记.", ["1 第一章总则", "1 第二章登记"]],
    ["县志办工作简报\n全年编印简报.发放到各乡镇.", ["0 县志办工作简报"]], // a title line is level 0
  ])("%s", (raw, expected) => expect(headings(raw)).toEqual(expected));

  test("stand on lines of their own, their number marked by 、", () => {
    expect(processed("一.乡镇窗口建设全面铺开目前.各乡镇均设立了便民窗口.群众办事更加方便.").restored.text).toMatch(/^一、乡镇窗口建设全面铺开\n目前，/u);
  });

  test("an article begins a line and has no mark after its number", () => {
    const { text } = processed("第一章总则第一条为了规范馆藏登记.制定本办法.第二条本县各馆适用本办法.").restored;
    expect(text.split("\n")).toEqual(["第一章总则", "第一条为了规范馆藏登记，制定本办法。", "第二条本县各馆适用本办法。"]);
  });

  test("1) is printed （1） and begins a line", () => {
    expect(processed("具体步骤如下.1)清点库存.逐件拍照.2)核对账册.逐页签字.").restored.text).toMatch(/\n（1）清点库存.*\n（2）核对账册/u);
  });
});

test("a paragraph's number is read", () => {
  for (const [text, number] of [["一", 1], ["十", 10], ["十二", 12], ["二十", 20], ["三十七", 37], ["一百零三", 103], ["一百二十", 120], ["7", 7]] as const) expect(ordinal(text)).toBe(number);
});
