/** Assessments: which clauses make one judgement, and which make none. Sentences of our own. */
import { describe, expect, test } from "vitest";
import { assessmentsIn } from "../../pipeline/extract/assessments.ts";
import { passage } from "../../pipeline/extract/passages.ts";
import type { Assessment } from "../../schemas/fact.ts";
import { processed } from "../fixtures/processed.ts";

const judged = (text: string) => {
  const { clauses } = passage(text);
  return assessmentsIn(passage(text)).map(({ first, last, stance }) => [stance, text.slice(clauses[first]!.start, clauses[last]!.end)]);
};
const topics = (text: string) => assessmentsIn(passage(text)).map(({ topic }) => topic);

describe("which clauses make one judgement", () => {
  test.each([
    ["只有统一编目，才能联网检索。", [["recommendation", "只有统一编目，才能联网检索"]]],
    ["因此，急需配备专职人员。", [["recommendation", "因此，急需配备专职人员"]]],
    ["由于没有建立交接制度，卷宗去向难以查明。", [["problem", "由于没有建立交接制度，卷宗去向难以查明"]]],
    ["基层力量薄弱，造成卷宗整理滞后。", [["problem", "基层力量薄弱，造成卷宗整理滞后"]]],
    ["库房设施陈旧，编目力量不足、馆际缺乏稳定的交换机制。", [["problem", "编目力量不足"], ["problem", "馆际缺乏稳定的交换机制"]]],
    ["在乡镇档案室中，数字设备相对处于弱势。", [["problem", "在乡镇档案室中，数字设备相对处于弱势"]]],
  ])("%s", (text, expected) => expect(judged(text)).toEqual(expected));
});

describe("which make none", () => {
  test.each([
    "随着利用需求日益增长，",
    "避免重复采购造成浪费严重，",
    "约9%的县没有设立档案馆。",
    "没有目录，就没有检索。",
    "着力解决库房面积不足，",
    "由缺乏目录向目录齐全转变。",
  ])("%s", (text) => expect(judged(text)).toEqual([]));

  test("a text in articles commands, it does not judge", () => {
    const facts = processed("第一条档案馆应当开放目录。第二条卷宗应当编号。第三条不得损毁卷宗。").facts;
    expect(facts.filter((fact): fact is Assessment => fact.kind === "assessment")).toEqual([]);
  });
});

test("what 正 says to be under way is a trend and a transition", () => {
  const kinds = processed("借阅服务正从到馆借阅转向网上预约。").facts.map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(["assessment", "transition"]);
});

describe("topics", () => {
  test.each([
    ["馆际缺乏稳定的交换机制。", "交换机制"],
    ["目前编目力量仍不足。", "编目力量"],
    ["社会力量逐渐加入进来。", "社会力量"],
    ["目录共享促进了馆际合作。", "目录共享"],
  ])("%s", (text, topic) => expect(topics(text)).toEqual([topic]));
});
