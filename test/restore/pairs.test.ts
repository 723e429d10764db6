/** Quotation marks and brackets, on phrases of our own. */
import { describe, expect, test } from "vitest";
import { findBrackets, findQuotations } from "../../pipeline/restore/pairs.ts";
import type { Edit } from "../../pipeline/restore/edits.ts";
import { model, processed } from "../fixtures/processed.ts";

function edited(raw: string, edits: readonly Edit[]): string {
  let out = "", from = 0;
  for (const { start, end, text } of edits) { out += raw.slice(from, start) + text; from = end; }
  return out + raw.slice(from);
}

describe("quotation marks", () => {
  test.each([
    ["推行'一窗受理'模式.开展'回头看'活动.", "推行“一窗受理”模式.开展“回头看”活动."],
    ["推行'一窗受理''一网通办'模式.", "推行“一窗受理”“一网通办”模式."], // beside each other
    ["举办''山里人家'摄影展'开幕式.", "举办“‘山里人家’摄影展”开幕式."], // one in the other
    ["引进it's系统.推行'一窗受理'.", "引进it's系统.推行“一窗受理”."], // an apostrophe in a word
    ["推行一窗受理'模式.全县各乡镇都照此办理.群众反映良好.开展'回头看'活动.", "推行一窗受理'模式.全县各乡镇都照此办理.群众反映良好.开展“回头看”活动."], // one that lost its partner does not turn the rest round
  ])("%s → %s", (raw, expected) => expect(edited(raw, findQuotations(raw))).toBe(expected));

  test("one without a partner stays and is said to be unsure", () => {
    expect(findQuotations("推行一窗受理'模式.")).toEqual([expect.objectContaining({ text: "'", confidence: 0.3 })]);
  });
});

describe("brackets", () => {
  const none = new Set<number>();
  test.each([
    ["3月2日讯)座谈会在县里召开.", "（3月2日讯）座谈会在县里召开."],
    ["县档案馆以下简称县馆)负责登记.", "县档案馆（以下简称县馆）负责登记."],
    ["各县市.区)设立窗口.", "各县（市.区）设立窗口."],
    ["修缮三处库房.牵头单位.省文化厅)", "修缮三处库房.（牵头单位.省文化厅）"],
  ])("%s → %s", (raw, expected) => expect(edited(raw, findBrackets(raw, none, model))).toBe(expected));

  test("one that could have opened anywhere is left alone and said to be unsure", () => {
    const raw = "馆里的老物件大多来自城东旧宅里的人家)至今保存完好.";
    const edits = findBrackets(raw, none, model);
    expect(edits).toEqual([expect.objectContaining({ text: "）", confidence: 0.3 })]);
  });

  test("what a number or a title explains is not looked at", () => expect(findBrackets("一)加强组织.", new Set([1]), model)).toEqual([]));
});

test("the brackets of numbers come from the numbers", () => {
  expect(processed("一)加强组织领导.各乡镇要落实责任.二)强化督促检查.定期通报.").restored.text).toMatch(/^（一）.*\n（二）/u);
});
