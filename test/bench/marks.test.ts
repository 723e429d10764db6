import { describe, expect, test } from "vitest";
import type { Repair } from "../../schemas/repair.ts";
import { judge } from "../../bench/eval/marks.ts";

const repair = (start: number, restored: string, confidence = 0.9, kind: Repair["kind"] = "mark"): Repair => ({ kind, span: { start, end: start + 1 }, raw: ".", restored, reason: "", confidence });
const text = (restored: string, repairs: Repair[] = []) => ({ text: restored, repairs });

describe("judge", () => {
  test.each([
    // raw             restored              at  accept          said  right
    ["来电增长7.接通率上升.", "来电增长7%，接通率上升。", 5, ["%，"], "%，", true],
    ["来电增长7.接通率上升.", "来电增长7%，接通率上升。", 11, ["。"], "。", true],
    ["来电增长7.接通率上升.", "来电增长7，接通率上升。", 5, ["%，"], "，", false],
    ["热线.网站.窗口", "热线，网站、窗口", 2, ["、"], "，", false],
    ["热线.网站.窗口", "热线网站、窗口", 2, ["、"], "", false], // nothing was put
    ["1.坚持便民", "1.坚持便民", 1, [".", "、"], ".", true],
    ["1.坚持便民", "1、坚持便民", 1, [".", "、"], ".", true], // another accepted reading counts as the usual one
    ["答复:'明天'.随后", "答复：“明天”，随后", 7, ["，"], "，", true], // beside a quote
    ["印发.附件.已归档", "印发,附件.已归档", 2, ["，"], "，", true], // ASCII is as good
    ["座席.班长", "座席班长", 2, ["@"], "", true], // nothing need stand there
    ["座席.班长", "座席，班长", 2, ["@"], "", true],
    ["见〔2012〕3号.另文", "见〔2012〕3号，另文", 9, ["，"], "，", true], // brackets of the text itself are content
    ["另有)正在起草.", "另有《〔题名缺失〕》正在起草。", 7, ["。"], "。", true], // a lost title is not
    ["𠮷林.海北", "𠮷林、海北", 3, ["、"], "、", true], // beyond the basic plane
  ])("%s → %s, at %d", (raw, restored, at, accept, said, right) => {
    const { intact, answers } = judge(raw, text(restored), [{ at, accept }]);
    expect(intact).toBe(true);
    expect(answers).toEqual([{ at, want: accept[0] === "@" ? "" : accept[0], said, right, confidence: null }]);
  });

  test.each([
    ["a character is lost", "热线网"],
    ["a character is added", "热线的网站"],
    ["two change places", "线热网站"],
  ])("nothing is right where %s", (_, restored) => {
    const { intact, answers } = judge("热线.网站", text(restored), [{ at: 2, accept: ["、"] }]);
    expect([intact, answers[0]?.right, answers[0]?.said]).toEqual([false, false, "✗"]);
  });

  test("dots without a character between them are told apart by their repairs", () => {
    const restored = text("包括《〔题名缺失〕》、《〔题名缺失〕》，共两项", [repair(3, "、"), repair(5, "，")]);
    const { answers } = judge("包括).).共两项", restored, [{ at: 3, accept: ["、"] }, { at: 5, accept: ["。"] }]);
    expect(answers.map(({ said, right }) => [said, right])).toEqual([["、", true], ["，", false]]);
  });

  test("confidence is that of the repair at the dot, not of a heading that spans it", () => {
    const heading: Repair = { kind: "heading", span: { start: 2, end: 6 }, raw: ".网站.", restored: "", reason: "", confidence: 0.1 };
    const { answers } = judge("热线.网站.窗口", text("热线、网站，窗口", [heading, repair(2, "、", 0.7), repair(5, "，", 0.4)]), [{ at: 2, accept: ["、"] }, { at: 5, accept: ["、"] }]);
    expect(answers.map(({ confidence }) => confidence)).toEqual([0.7, 0.4]);
  });
});
