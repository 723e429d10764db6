/** The sample edition's workbooks under the rules of rules/, and faults planted for each rule: a rule that finds nothing must be able to find something. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { workbooks } from "../../../pipeline/publish/workbook/index.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";
import { besideFaults } from "./rules/book.ts";
import { rules } from "./rules/index.ts";
import { open, type Parts, unzip } from "./rules/read.ts";

let tables: Parts;
let facts: Parts;
beforeAll(async () => {
  [tables, facts] = (await workbooks(sampleEdition())).map(({ bytes }) => unzip(bytes)) as [Parts, Parts];
});

describe.each(rules.map(({ number, name, faults }) => ({ number, name, faults })))("rule $number", ({ name, faults }) => {
  test(`the sample edition's tables: ${name}`, () => expect(faults(open(tables))).toEqual([]));
  test(`the sample edition's facts: ${name}`, () => expect(faults(open(facts))).toEqual([]));
});

test("rule 18: each table has its CSV beside it", () => {
  const book = open(tables);
  const files = ["answer-rates.csv", "region-shares.csv", "counts.csv", "rosters.csv"];
  expect(besideFaults(book, files)).toEqual([]);
  expect(besideFaults(book, files.slice(1))).toEqual(["answer_rates.csv is missing"]);
});

/** A part, changed; a change that changes nothing is a mistake of the test. */
function change(parts: Parts, path: string, by: (part: string) => string): void {
  const part = parts.get(path)!;
  const changed = by(part);
  if (changed === part) throw new Error(`${path}: nothing was planted`);
  parts.set(path, changed);
}

const swap = (path: string, from: string | RegExp, to: string) => (parts: Parts) => change(parts, path, (part) => part.replace(from, to));
const words = (from: string, to: string) => swap("xl/sharedStrings.xml", from, to);

/** The path of a sheet's part, by the sheet's name. */
const TABLE_1 = "xl/worksheets/sheet6.xml";
const CHART = "xl/charts/chart1.xml";
const DRAWING = "xl/drawings/drawing6.xml";

/** Inserts cells, in the file's own terms, as the last row of a sheet. */
const addRow = (path: string, row: number, cells: string) => swap(path, "</sheetData>", `<row r="${row}" ht="20" customHeight="1">${cells}</row></sheetData>`);
const inline = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
/** Replaces a cell of a sheet. */
const setCell = (path: string, ref: string, to: string) => swap(path, new RegExp(`<c r="${ref}"[^>]*?(?:/>|>.*?</c>)`, "u"), to);

const planted: [rule: number, what: string, plant: (parts: Parts) => void, says: RegExp][] = [
  [1, "a table without heads", swap("xl/tables/table4.xml", "headerRowCount=\"1\"", "headerRowCount=\"0\""), /not one row of heads/u],
  [1, "a number beside the tables", addRow(TABLE_1, 40, '<c r="A40"><v>5</v></c>'), /A40 stands outside/u],
  [2, "two heads alike but for case", swap("xl/tables/table4.xml", /name="回访率"/u, 'name="接通率"'), /two heads 接通率/u],
  [2, "an empty head", swap("xl/tables/table4.xml", /name="回访率"/u, 'name=" "'), /empty head/u],
  [2, "a head with ]", swap("xl/tables/table4.xml", /name="回访率"/u, 'name="回访[率]"'), /escape 回访\[率\]/u],
  [2, "a head that its cell does not say", words("<t>回访率</t>", "<t>回访</t>"), /not what its cell says/u],
  [3, "a name like a cell", swap("xl/tables/table4.xml", / name="[^"]+"/u, ' name="AB12"'), /AB12 is no name/u],
  [3, "a name with a blank", swap("xl/tables/table4.xml", / name="[^"]+"/u, ' name="比 重"'), /比 重 is no name/u],
  [3, "a name that says nothing", swap("xl/tables/table4.xml", / name="[^"]+"/u, ' name="Table1"'), /says nothing/u],
  [3, "one name twice", swap("xl/tables/table4.xml", / name="[^"]+"/u, ' name="符号表"'), /stands twice/u],
  [4, "merged cells", swap(TABLE_1, "</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A4:C4"/></mergeCells>'), /A4:C4 is merged/u],
  [4, "a table that goes on over an empty row", swap("xl/tables/table4.xml", / ref="A12:F15"/u, ' ref="A12:F16"'), /row 16 is empty/u],
  [5, "blanks that are not explained", words("空格：原文未载。", "有空格。"), /1 empty cells, and 0 reasons/u],
  [5, "one blank for two reasons", words("空格：原文未载。", "空格：原文未载或不适用。"), /1 reasons/u],
  [6, "text that does not wrap", swap("xl/styles.xml", /wrapText="(?:1|true)"/gu, 'wrapText="0"'), /does not wrap/u],
  [7, "a hidden sheet", swap("xl/workbook.xml", /(name="表1" )state="visible"/u, '$1state="hidden"'), /表1 is hidden/u],
  [7, "a hidden row", swap(TABLE_1, '<row r="14"', '<row r="14" hidden="1"'), /row is hidden/u],
  [7, "filters in a statistical table", swap("xl/tables/table4.xml", / hiddenButton="1"/gu, ""), /has filters/u],
  [8, "a note that the table of notes lacks", words("[注1]</t>", "[注9]</t>"), /\[注1\] is not (?:in the table of notes|used)/u],
  [8, "a raised figure", words("省级热线</t>", "省级热线①</t>"), /raised mark/u],
  [8, "a note in a cell of the body", words("<t>省级热线</t>", "<t>省级热线[注1]</t>"), /note in the body/u],
  [9, "no title", setCell(TABLE_1, "A1", '<c r="A1"/>'), /A1 has no title/u],
  [9, "no unit", words("单位：%", "百分比"), /单位：/u],
  [9, "words below the table", addRow(TABLE_1, 17, inline("A17", "表下的话")), /row 17 stands below/u],
  [9, "an empty row above the table", setCell(TABLE_1, "A5", '<c r="A5"/>'), /row 5 above the table is empty/u],
  [10, "a foot that says more", swap(TABLE_1, "<oddFooter>", "<oddFooter>&amp;L内部资料 "), /only the oddFooter says 内部资料/u],
  [10, "a text box", swap(DRAWING, "</xdr:wsDr>", "<xdr:sp/></xdr:wsDr>"), /text box/u],
  [11, "pale ink", swap("xl/styles.xml", /FF1A1A1A/gu, "FF9A9A9A"), /9A9A9A on white/u],
  [11, "negative numbers in red alone", swap("xl/styles.xml", 'formatCode="#,##0.0"', 'formatCode="#,##0.0;[Red]#,##0.0"'), /colour alone/u],
  [11, "series without a legend", swap(CHART, /<c:legend>.*<\/c:legend>/u, ""), /without a legend/u],
  [12, "a link to a sheet that is not there", swap(TABLE_1, "'目录'!A1", "'目次'!A1"), /目次.*not there/u],
  [12, "a link out of the book", swap(TABLE_1, "<hyperlink ", '<hyperlink r:id="rId9" '), /out of the book/u],
  [12, "a link that says: here", words("返回目录", "这里"), /这里 does not name/u],
  [13, "a blank sheet", swap("xl/worksheets/sheet1.xml", /<row .*<\/row>/u, ""), /封面 is blank/u],
  [13, "a name of 32 characters", swap("xl/workbook.xml", 'name="表1"', `name="${"长".repeat(32)}"`), /no name for a sheet/u],
  [13, "a name twice", swap("xl/workbook.xml", 'name="表2"', 'name="表1"'), /表1 stands twice/u],
  [13, "a sheet that the contents leave out", swap("xl/worksheets/sheet2.xml", /<hyperlink ref="A\d+" location="'表1'!A1"[^>]*>/u, ""), /do not lead to 表1/u],
  [14, "no language", swap("docProps/core.xml", /<dc:language>.*<\/dc:language>/u, ""), /dc:language is not set/u],
  [14, "it opens at another sheet", swap("xl/workbook.xml", /activeTab="\d+"/u, 'activeTab="3"'), /opens at sheet 4/u],
  [15, "a chart without words", swap(DRAWING, /descr="[^"]*"/u, 'descr=""'), /has no words/u],
  [15, "a chart of other numbers", swap(CHART, "<c:v>92.5</c:v>", "<c:v>95.2</c:v>"), /95\.2 is kept of 92\.5/u],
  [15, "an axis without a title", swap(CHART, /(<c:catAx>.*?)<c:title>.*?<\/c:title>/u, "$1"), /no title of names/u],
  [15, "a macro", (parts) => parts.set("xl/vbaProject.xml", "<x/>"), /is a macro/u],
  [15, "a picture", (parts) => parts.set("xl/media/image1.xml", "<x/>"), /is a picture/u],
  [16, "a face with serifs", swap("xl/styles.xml", /微软雅黑/gu, "宋体"), /set in 宋体/u],
  [16, "small print", swap("xl/styles.xml", /<sz val="10.5"\/>/gu, '<sz val="8"/>'), /has 8 points/u],
  [16, "italics", swap("xl/styles.xml", /<u\/>/gu, "<i/><u/>"), /is italic/u],
  [17, "a number as text", setCell(TABLE_1, "B13", inline("B13", "92.5")), /B13/u],
  [17, "a note on a number", setCell(TABLE_1, "B14", inline("B14", "81左右")), /81左右 among numbers/u],
  [17, "another format in the column", (parts) => { const style = /<c r="B14" s="(\d+)"/u.exec(parts.get(TABLE_1)!)![1]; change(parts, TABLE_1, (part) => part.replace(`<c r="B14" s="${style}"`, '<c r="B14" s="0"')); }, /has the formats|has no format/u],
  [19, "a drawing that is gone", (parts) => parts.delete(DRAWING), /drawing6\.xml, which is not there/u],
  [19, "a part without a type", swap("[Content_Types].xml", /<Override PartName="\/xl\/charts\/chart1\.xml"[^>]*>/u, ""), /chart1\.xml has no type/u],
  [20, "a drawing after the table", swap(TABLE_1, /(<drawing [^>]*\/>)(.*)(<\/worksheet>)/u, "$2$1$3"), /drawing stands after/u],
  [20, "an axis title in the wrong place", swap(CHART, /(<c:catAx>.*?)(<c:title>.*?<\/c:title>)(.*?)(<c:crossAx )/u, "$1$3$2$4"), /c:title stands after/u],
  [21, "not a number", setCell(TABLE_1, "B13", '<c r="B13"><v>NaN</v></c>'), /NaN is no number/u],
  [21, "more characters than a cell holds", words("<t>省级热线</t>", `<t>${"字".repeat(32_768)}</t>`), /32768 characters/u],
  [21, "more line feeds than a cell holds", words("<t>省级热线</t>", `<t>${"行\n".repeat(300)}</t>`), /300 line feeds/u],
  [21, "words that became a formula", setCell(TABLE_1, "A13", '<c r="A13"><f>=1+1</f><v>2</v></c>'), /formula =1\+1/u],
  [21, "a formula that fetches", setCell(TABLE_1, "A13", '<c r="A13" t="str"><f>WEBSERVICE("http://x")</f><v>x</v></c>'), /WEBSERVICE/u],
  [21, "shapes of two notes by one number", (parts) => { for (const n of [1, 2]) parts.set(`xl/drawings/vmlDrawing${n}.vml`, '<xml><idmap data="1"/></xml>'); }, /stand twice/u],
  [22, "not fitted", swap(TABLE_1, /fitToPage="(?:1|true)"/u, 'fitToPage="0"'), /not fitted/u],
  [22, "no page numbers", swap(TABLE_1, "&amp;P", ""), /no page numbers/u],
  [22, "a row lower than its words", swap(TABLE_1, /<row r="14"([^>]*) ht="[^"]*"/u, '<row r="14"$1 ht="6"'), /row is too low/u],
];

test.each(planted)("rule %i finds %s", (number, _, plant, says) => {
  const parts = new Map(tables);
  plant(parts);
  const rule = rules.find((one) => one.number === number)!;
  expect(rule.faults(open(parts)).join("\n")).toMatch(says);
});

test("a part that is not well-formed is named", () => {
  const parts = new Map(tables);
  change(parts, CHART, (part) => part.replace("</c:chart>", ""));
  expect(() => open(parts)).toThrow(/chart1\.xml is not well-formed/u);
});

test("docs/workbook.md has a row for each rule", () => {
  const rows = [...readFileSync(new URL("../../../docs/workbook.md", import.meta.url), "utf8").matchAll(/^\| (\d+) \| \S/gmu)].map(([, number]) => Number(number));
  expect(rows).toEqual([...rules.map(({ number }) => number), 18].sort((one, other) => one - other));
});

test("every rule has its fault", () => {
  expect([...new Set(planted.map(([number]) => number))].sort((one, other) => one - other)).toEqual(rules.map(({ number }) => number));
});
