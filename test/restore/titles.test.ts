/** Titles that fell out with their 《》, on phrases of our own. */
import { describe, expect, test } from "vitest";
import { cues } from "../../pipeline/restore/title-cues.ts";
import { findLostTitles } from "../../pipeline/restore/titles.ts";
import { processed } from "../fixtures/processed.ts";

/** The raw text with ▢ at each hole; a bracket that is left of a title keeps its place after the ▢. */
function holes(raw: string): string {
  let shown = "", from = 0;
  for (const { start, kind } of findLostTitles(raw)) {
    if (kind !== "title") continue;
    shown += `${raw.slice(from, start)}▢`;
    from = start;
  }
  return shown + raw.slice(from);
}

describe.each(cues)("$name", ({ examples, leaves, confidence }) => {
  test.each(examples)("%s", (marked) => expect(holes(marked.replaceAll("▢", ""))).toBe(marked));
  test.each(leaves)("leaves %s", (raw) => expect(holes(raw)).toBe(raw));
  test("is unsure by as much as it was wrong", () => {
    expect(confidence).toBeGreaterThanOrEqual(0.8);
    expect(confidence).toBeLessThan(1);
  });
});

describe("a list of lost titles", () => {
  const T = "《〔题名缺失〕》";
  test.each([
    // raw                                               restored, to its first clause
    ["完成了包括).)和)等三个地方标准.工作取得进展.", `完成了包括${T}、${T}和${T}等三个地方标准`], // the brackets are all that is left
    ["为贯彻落实.的要求.县里召开了动员会.", `为贯彻落实${T}、${T}的要求`], // a dot before 的 joined two titles
    ["根据.和等法律.结合本县实际.制定本办法.", `根据${T}、${T}和${T}等法律`],
    ["省里印发了和.明确了分工.", `省里印发了${T}和${T}，`], // the last dot parts clauses
    ["按照提出的任务分工.各乡镇制定了方案.", `按照${T}提出的任务分工`],
    ["根据.制定本办法.", `根据${T}，制定`],
  ])("%s → %s…", (raw, head) => expect(processed(raw).restored.text.slice(0, head.length)).toBe(head));
});

test("nothing is shown as lost where a sentence can stand without it", () => {
  for (const raw of ["全县召开动员会.部署下一步工作.", "请各单位认真贯彻执行.", "各项任务得到落实.群众满意.", "没有法律依据.不得收费.", "这是考核奖惩的重要依据.", "标准的制定和实施.", "双方签署了合作协议."]) {
    expect(holes(raw)).toBe(raw);
  }
});
