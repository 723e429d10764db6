/** Lines: the laws of CLREQ on random text, and a table of paragraphs as they break. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FACE_NAMES, type FontFiles, fontPaths, openFaces } from "../../../pipeline/publish/book/face.ts";
import { bindings } from "../../../pipeline/publish/book/paragraph/marks.ts";
import { wordsOf } from "../../../pipeline/publish/book/paragraph/glyphs.ts";
import { setParagraph, type Setting } from "../../../pipeline/publish/book/paragraph/index.ts";

const paths = fontPaths();
const faces = openFaces(Object.fromEntries(FACE_NAMES.map((name) => [name, readFileSync(paths[name])])) as FontFiles);
const EM = 10;
const set = (text: string, ems: number, rest: Partial<Setting> = {}) => setParagraph([{ text, face: "serif", size: EM }], { measure: ems * EM, align: "justify", ...rest }, faces);
const broken = (text: string, ems: number, rest: Partial<Setting> = {}): string => set(text, ems, rest).map((line) => text.slice(line.from, line.to)).join("|");

const width = (text: string): number => set(text, 40, { align: "left" })[0]!.right;

/** A golden paragraph: the measure in em, and the text broken at |. Each breaks as its rule asks, though a line more or less would fill better. */
describe("breaks as text", () => {
  test.each([
    ["， may not begin a line: 台 goes down with it", 8, "各市均已建成平|台，运行平稳。"],
    ["《 may not end one", 8, "会议印发了关于|《试点细则》的函"],
    ["” and 。 go with what they close", 9, "群众称之为“小书|房”。站点遍布城乡"],
    ["—— is whole and goes with what stands before it", 8, "先行试点的两|地——东湖与云溪|均已验收"],
    ["…… is whole", 9, "包括水库、泵站……|共计五类对象"],
    ["a number stays with its sign", 8, "覆盖率已经达到|75%以上，稳定。"],
    ["and with its measure word", 9, "会议确定了全国的|59个市为试点。"],
    ["a range is one number", 9, "设备承压能力达到|5到10倍峰值。"],
    ["a year is one, a date may part after it", 9, "工程自2011年9月|12日起试运行至今"],
    ["a Latin word is whole", 9, "数据经由标准的|interface上报。"],
    ["a connector stays with its years", 10, "规划期限确定为该省|2011—2015年期间"],
    ["the last line has two characters beside its mark", 9, "各县的馆藏目录已全|部编成。"],
  ])("%s", (_, ems, golden) => expect(broken(golden.replaceAll("|", ""), ems)).toBe(golden));

  test("an opening mark gives up its blank half after the indent", () => {
    const [line] = set("“云”服务", 20, { indent: 2 * EM, align: "left" });
    expect(line!.right - line!.left).toBeCloseTo(0.5 * EM + EM + EM + 2 * EM, 5); // ½ “ + 云 + ” + 服务
  });
});

describe("widths in em", () => {
  const latin = (text: string): number => width(text) / EM;
  test.each([
    ["two marks that meet share half a square", "甲”，乙", 3.5],
    ["a stop and an opening mark too", "甲，“乙", 3.5],
    ["and three marks", "甲》）。乙", 4],
    ["？！ take one square (GB 5.1.2)", "甲？！乙", 3],
    ["？？？ take two", "甲？？？乙", 4],
    ["—— takes two", "甲——乙", 4],
    ["…… takes two", "甲……乙", 4],
    ["the interpunct takes half", "甲·乙", 2.5],
    ["a mark at the line's end takes half", "甲乙。", 2.5],
    ["Han and Latin are a quarter apart", "甲IT乙", 2.5 + latin("IT")],
    ["but not beside a mark", "甲，IT乙", 2.25 + 1 + latin("IT")],
    ["nor at a line's edge", "IT", latin("IT")],
    ["an apostrophe is no closing mark", "It’s", latin("Its") + latin("’s") - latin("s")],
  ])("%s: %s", (_, text, ems) => expect(width(text) / EM).toBeCloseTo(ems, 3));

  test("an apostrophe between letters is narrow", () => expect(latin("It’s") - latin("Its")).toBeLessThan(0.4));
});

describe("characters that a face lacks", () => {
  test("a character that no face has is printed 〓 and noted", () => {
    const [line] = set("甲\u{10FFFD}乙", 20, { align: "left" });
    expect(line!.runs.map(wordsOf).join("")).toBe("甲〓乙");
    expect(faces.missing).toContain("\u{10FFFD}");
  });
});

const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(..."电子政务平台建设与应用发展省市信息化中心工作的在") },
  { weight: 3, arbitrary: fc.constantFrom("，", "。", "、", "；", "：", "？") },
  { weight: 2, arbitrary: fc.constantFrom("《规划》", "（试行）", "“云”", "——", "……", "？！", "·", "「", "」") },
  { weight: 2, arbitrary: fc.constantFrom("75%", "59个", "2013年", "9月", "5到10倍", "3.5亿元", "IT", "data") },
);
const prose = fc.array(piece, { minLength: 1, maxLength: 120 }).map((pieces) => `政务${pieces.join("")}完成`);

describe("lines of any text", () => {
  test("hold the text, obey the prohibitions, split no pair and meet the measure", () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 14, max: 42 }), fc.constantFrom(0, 2), (text, ems, indent) => {
        const lines = set(text, ems, { indent: indent * EM });
        const bound = bindings(text);
        expect(lines.map((line) => text.slice(line.from, line.to)).join("")).toBe(text);
        lines.forEach((line, n) => {
          const words = text.slice(line.from, line.to);
          const final = n === lines.length - 1;
          if (n > 0) {
            // a run of marks that no line can hold has to break somewhere; those are left out
            expect(bound[line.from], words).toBe(0);
            if (!/[，。、；：？]{6}|(?:——|……){3}/u.test(text)) expect(words[0], text).not.toMatch(/[，。、；：！？）》”’…—·%‰]/u);
          }
          if (!final) {
            if (!/[，。、；：？]{6}|(?:——|……){3}/u.test(text)) expect(words.at(-1)).not.toMatch(/[（《“‘【]/u);
            expect(Math.abs(line.right - ems * EM), words).toBeLessThan(0.01);
          } else expect(line.right).toBeLessThan(ems * EM + 0.01);
        });
        if (lines.length > 1) expect(text.slice(lines.at(-1)!.from).length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 400, seed: 2013 },
    );
  });
});
