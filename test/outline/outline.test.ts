/** Sections, paragraphs and sentences of restored texts. */
import { expect, test } from "vitest";
import { processed } from "../fixtures/processed.ts";

const TEXT = "县志办年度小结\n全年成稿三十万字。质量稳定！\n一、编纂\n（一）资料征集\n征集照片二百幅。\n“保存完好。”专家说。\n二、出版\n付印一部。";

test("sections know their path from the outside in", () => {
  const { outline } = processed(TEXT);
  expect(outline.title).toBe("县志办年度小结");
  expect(outline.sections.map((section) => section.path)).toEqual([
    ["县志办年度小结"],
    ["县志办年度小结", "一、编纂"],
    ["县志办年度小结", "一、编纂", "（一）资料征集"],
    ["县志办年度小结", "二、出版"],
  ]);
  expect(outline.sections[1]!.title).toBe("编纂");
});

test("sentences end at 。！？ with the quotes that close them; headings are not among them", () => {
  expect(processed(TEXT).outline.sentences.map(({ text, section, paragraph }) => [text, section, paragraph])).toEqual([
    ["全年成稿三十万字。", 0, 0],
    ["质量稳定！", 0, 0],
    ["征集照片二百幅。", 2, 1],
    ["“保存完好。”", 2, 2],
    ["专家说。", 2, 2],
    ["付印一部。", 3, 3],
  ]);
});

test("a text without a heading has one section without a name", () => {
  expect(processed("今天，开会。").outline.sections).toEqual([{ level: 0, heading: "", title: "", path: [], span: null }]);
});
