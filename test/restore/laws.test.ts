/** Laws of restoration that hold for any text: nothing is invented, every change is a repair, restoring twice is restoring once. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { restore } from "../../pipeline/restore/index.ts";
import { flatten } from "../../pipeline/restore/model/flatten.ts";
import { LOST_TITLE } from "../../pipeline/restore/titles.ts";
import { model, raw } from "../fixtures/processed.ts";
import { cleanPiece, cleanText } from "./clean-texts.ts";

const restored = (text: string) => restore(raw(text), model);

/** Marks, brackets, quotation marks and blanks: all that restoration may put in or change. */
const MARKS = /[\s.,;:!?%'"()，、。；：！？“”‘’《》（）]/gu;
const content = (text: string) => text.replaceAll(LOST_TITLE, "").replace(MARKS, "");
const folded = (text: string) => text.replace(/[\u2E80-\u2FDF\uF900-\uFAFF]/gu, (c) => c.normalize("NFKC"));
const figures = (text: string) => text.match(/\d+/gu) ?? [];

function expectLaws(text: string) {
  const now = restored(text);
  expect(content(now.text)).toBe(content(folded(text)));
  expect(figures(now.text)).toEqual(figures(folded(text)));
  // Each repair says what stood there; what none of them touches is as it was, line ends aside.
  const touched = new Uint8Array(text.length + 1);
  for (const { span, raw: stood } of now.repairs) {
    expect(text.slice(span.start, span.end)).toBe(stood);
    touched.fill(1, span.start, span.end);
  }
  expect(now.from).toHaveLength(now.text.length);
  expect(now.to).toHaveLength(now.text.length);
  let next = 0; // the raw offset that the map has come to: nothing is left out, nothing comes twice
  for (let i = 0; i < now.text.length; i++) {
    const from = now.from[i]!, to = now.to[i]!;
    if (from === to || (i > 0 && from === now.from[i - 1] && to === now.to[i - 1])) {
      expect(to).toBe(from === to ? next : to);
      if (from === to && now.text[i] !== "\n") expect(touched[Math.min(from, text.length - 1)]).toBe(1);
      continue;
    }
    expect(from).toBe(next);
    next = to;
    if (!touched[from]) expect(now.text[i]).toBe(text.slice(from, to).replace(/\r\n?/u, "\n"));
  }
  expect(next).toBe(text.length);
}

function expectOnce(text: string) {
  const once = restored(text).text;
  const twice = restored(once);
  expect(twice.text).toBe(once);
  expect(twice.repairs).toEqual([]);
}

/** Runs of what restoration looks at, in any order. */
const hostile = fc.array(
  fc.oneof(
    fc.constantFrom(".", ".", "..", ")", "(", "'", '"', "“", "”", "（", "）", "《", "》", "，", "。", "、", "；", "%", "％", "\n", "\r\n", "\r", " ", "　"),
    fc.constantFrom("一.", "二.", "一)", "1.", "2.", "12)", "80.", "7.3", "3.5.", "1.2.3", "第一章", "第二条", "十", "百分之八十", "2013年", "5月29日讯)", "v2.0", "www.a.cn", "U.S.", "a.b.c", "no.3", "Co.", ".pdf", "附件1."),
    fc.constantFrom("县", "窗口", "落实", "根据", "的", "等", "和", "以及", "以下简称", "印发", "包括", "的精神", "以上", "目前", "开通热线", LOST_TITLE, "〔", "〕", "⽇", "\uF9B5", "𠮷", "\uD842", "\uDFB7", "\u0000", "\uFEFF", "e\u0301"),
  ),
  { maxLength: 40 },
).map((parts) => parts.join(""));
/** Any UTF-16, halves of pairs as well. */
const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes));
/** Bytes, as they come out of a decoder that was told the wrong encoding. */
const bytes = fc.uint8Array({ maxLength: 80 }).map((all) => new TextDecoder("gb18030").decode(all));
const flattened = cleanText.map((text) => flatten(text).raw);

describe.each([
  { name: "runs of dots, brackets, quotation marks and figures", text: hostile, numRuns: 600 },
  { name: "any UTF-16", text: units, numRuns: 200 },
  { name: "bytes decoded", text: bytes, numRuns: 200 },
  { name: "clean prose, flattened", text: flattened, numRuns: 100 },
  { name: "a piece of flattened prose in a piece of clean prose", text: fc.tuple(cleanPiece, cleanPiece, cleanPiece).map(([a, b, c]) => a + flatten(b).raw + c), numRuns: 200 },
])("$name", ({ text, numRuns }) => {
  test("lose nothing and gain nothing but marks, each of them a repair", () => { fc.assert(fc.property(text, expectLaws), { numRuns }); });
  test("are restored once", () => { fc.assert(fc.property(text, expectOnce), { numRuns }); });
});

test("a title lost at the text's end is a repair, shown with the character before it", () => {
  const text = "一.根据以及";
  const { text: now, repairs } = restored(text);
  expect(now.endsWith(`以及${LOST_TITLE}`)).toBe(true);
  expect(repairs).toContainEqual(expect.objectContaining({ kind: "title", span: { start: 5, end: 6 }, raw: "及", restored: `及${LOST_TITLE}` }));
  expectLaws(text);
});

describe("restoring twice is restoring once", () => {
  test.each([
    "为落实.的精神.召开会议.", // the place of a title
    "编制了包括).)和)等标准.", // half brackets
    "推行'一窗受理.群众满意.", // a quotation mark without a partner
    "增长42.1.提高到50.以上.", // decimals that look like a list number
    "主要做法.1.设立窗口.2.开展回访.", // dots that stay as a list's
    "各方反映良好..热线开通.", // dots that are no mark
    "采用v2.0.访问www.example.cn.下载附件.pdf.",
    "一.窗口建设\n各乡镇均已设立.\n",
    "（.县里开通热线", // a bracket that opens the text
    "一.根据以及", // a title lost at the text's end
  ])("%s", expectOnce);
});
