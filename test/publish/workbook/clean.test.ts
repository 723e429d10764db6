import { describe, expect, test } from "vitest";
import { brokenAt } from "../../../pipeline/publish/workbook/sheet.ts";
import { cleanHeads, cleanNumber, cleanText, lossOf, sheetName, tableName, xml } from "../../../pipeline/publish/workbook/clean.ts";

test.each([
  // text                 in the cell
  ["=SUM(A1:A9)", "=SUM(A1:A9)"], // text: only an object makes a formula
  ["+86", "+86"],
  ["@甲", "@甲"],
  ["甲\u0000乙\u0008", "甲\uFFFD乙\uFFFD"],
  ["甲\uFFFE乙\uFFFF", "甲\uFFFD乙\uFFFD"],
  ["甲\uD800乙", "甲\uFFFD乙"], // half a character
  ["𠮷", "𠮷"],
  ["上\r\n下\r终", "上\n下\n终"],
  ["_x4E2D_", "_x005F_x4E2D_"], // readers would decode it to 中
  ["a_x000d_b", "a_x005F_x000d_b"],
  ["_x12_", "_x12_"],
  ["甲\t乙", "甲\t乙"],
])("%j becomes %j", (text, clean) => expect(cleanText(text)).toBe(clean));

test("what is too long is cut with a mark", () => {
  expect(cleanText("字".repeat(40_000))).toHaveLength(32_767);
  expect(cleanText("字".repeat(40_000))).toMatch(/〔下略，全文见数据文件〕$/u);
  expect(cleanText("行\n".repeat(300)).split("\n")).toHaveLength(253);
  expect(cleanText("字".repeat(32_767))).not.toContain("下略");
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("%d is refused, with its place", (value) => {
  expect(() => cleanNumber(value, "表1!B9")).toThrow(/表1!B9.*null/u);
});

test.each([
  ["甲", null],
  ["a\r\nb", null], // only written otherwise
  ["字".repeat(32_767), null],
  ["字".repeat(32_768), "字符逾32767个，其后截去"],
  ["行\n".repeat(254), "换行逾253处，其后截去"],
  ["甲\u0001", "有不能显示的字符，以\uFFFD代之"],
])("what is lost of %j is told", (text, loss) => expect(lossOf(text)).toBe(loss));

test.each([
  // width, text                 lines
  [4, "甲乙丙丁戊己", ["甲乙丙丁", "戊己"]],
  [4, "甲乙丙丁，戊己", ["甲乙丙丁，", "戊己"]], // ， does not begin a line
  [4, "甲乙丙92.5%丁", ["甲乙丙", "92.5%丁"]], // a number stays whole, with its sign
  [4, "见甲乙[注12]丙", ["见甲乙", "[注12]丙"]],
  [4, "甲", ["甲"]],
])("%d squares hold %s as %j", (width, text, lines) => expect(brokenAt(text, width)).toEqual(lines));

describe("names", () => {
  test.each([
    // wanted            sheet
    ["a/b[1]", "a b 1"],
    ["'甲'", "甲"],
    ["", "表"],
    ["History", "History_"], // Excel keeps the name for itself
    ["长".repeat(40), "长".repeat(31)],
  ])("a sheet %j is called %j", (wanted, name) => expect(sheetName(wanted, new Set())).toBe(name));

  test("a sheet's name stands once, whatever its case and length", () => {
    const taken = new Set<string>();
    expect(["Ab", "aB", "AB"].map((name) => sheetName(name, taken))).toEqual(["Ab", "aB（2）", "AB（3）"]);
    const long = [1, 2].map(() => sheetName("长".repeat(40), taken));
    expect(long[1]).toBe(`${"长".repeat(28)}（2）`);
  });

  test.each([
    // wanted         table
    ["表1_answer-rates", "表1_answer_rates"],
    ["1st", "_1st"],
    ["AB12", "_AB12"],
    ["R1C1", "_R1C1"],
    ["比重 %", "比重__"],
  ])("a table %j is called %j", (wanted, name) => expect(tableName(wanted, new Set())).toBe(name));

  test("a table's name stands once in the book", () => {
    const taken = new Set<string>();
    expect(["t", "T"].map((name) => tableName(name, taken))).toEqual(["t", "T_2"]);
  });

  test("heads are one line each, never empty, never alike", () => {
    expect(cleanHeads(["值", "值", "", "a\nb", "A B", "比重[%]#", "'甲"])).toEqual(["值", "值（2）", "第3列", "a b", "A B（2）", "比重〔%〕＃", "’甲"]);
  });
});

test("XML keeps its five characters and line feeds", () => expect(xml('<a & "b">\n')).toBe("&lt;a &amp; &quot;b&quot;&gt;&#10;"));
