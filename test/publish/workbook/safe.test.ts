/** What exceljs 4.4.0 writes unasked and Excel then repairs, or reads as something else: each trigger put into an edition, and what the finished bytes hold instead. docs/workbook.md lists them. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { cleanText } from "../../../pipeline/publish/workbook/clean.ts";
import { workbooks } from "../../../pipeline/publish/workbook/index.ts";
import type { Edition } from "../../../schemas/edition.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";
import { rules } from "./rules/index.ts";
import { type Cell, open, type Opened, type OpenSheet, unzip } from "./rules/read.ts";

const built = async (edition: Edition): Promise<Opened[]> => (await workbooks(edition)).map(({ bytes }) => open(unzip(bytes)));
const sheet = (book: Opened, name: string): OpenSheet => book.sheets.find((one) => one.name === name)!;
/** The cells of a sheet's first column, below the head. */
const body = (of: OpenSheet): Cell[] => [...of.cells.values()].filter(({ row, column }) => column === 1 && row > of.tables[0]!.range.top);

const LONG = "字".repeat(40_000);
const MANY_LINES = "行\n".repeat(300);
/** What a source may say, and how a cell says it. */
const TEXTS: [what: string, text: string, cell: string | RegExp][] = [
  ["a leading =", "=1+1", "=1+1"],
  ["a leading = that calls a program", "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
  ["a leading +", "+86", "+86"],
  ["a leading -", "-1+2", "-1+2"],
  ["a leading @", "@甲", "@甲"],
  ["an address", "https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"],
  ["control characters", "甲\u0000乙\u0008", "甲\uFFFD乙\uFFFD"],
  ["U+FFFE and U+FFFF", "甲\uFFFE乙\uFFFF", "甲\uFFFD乙\uFFFD"],
  ["half a character", "甲\uD800乙", "甲\uFFFD乙"],
  ["what readers decode", "_x4E2D_", "_x4E2D_"],
  ["CR and CR LF", "a\r\nb\rc", "a\nb\nc"],
  ["marks of XML", "<&>\"']]>", "<&>\"']]>"],
  ["blanks at the edges", "  甲  ", "  甲  "],
  ["more than 32,767 characters", LONG, /^字{32753}……〔下略，全文见数据文件〕$/u],
  ["more than 253 line feeds", MANY_LINES, /^(?:行\n){252}行……〔下略，全文见数据文件〕$/u],
];

/** The sample edition with these texts in table 4, and with names that Excel refuses. */
function hostile(): Edition {
  const wild = sampleEdition();
  const table = wild.tables[3]!;
  table.number = "4/'[?]甲";
  table.title = 'A&B <"题">';
  table.columns[1]!.title = table.columns[0]!.title.toUpperCase();
  table.columns[2]!.title = "比重[%]#\n";
  table.rows = TEXTS.map(([, text]) => ({ cells: [text, text, 0, -1.5], facts: [], status: "stated" as const }));
  wild.tables[2]!.number = "1";
  wild.tables[1]!.rows = [];
  wild.corrections = [];
  wild.spec.title = "100&年鉴";
  return wild;
}

let book: Opened;
let facts: Opened;
let wild: OpenSheet;
beforeAll(async () => {
  [book, facts] = (await built(hostile())) as [Opened, Opened];
  wild = book.sheets.find(({ name }) => name.startsWith("表4"))!;
});

test.each(TEXTS.map(([what, , cell], index) => [what, index, cell] as const))("%s stays text, and is what it was as far as a cell can hold it", (_, index, cell) => {
  const found = body(wild)[index]!;
  expect(found.isText).toBe(true);
  expect(found.formula).toBeNull();
  if (typeof cell === "string") expect(found.value).toBe(cell);
  else expect(found.value).toMatch(cell);
});

test("what was cut or lost is listed, with a link to its cell", () => {
  const list = sheet(book, "截略");
  const at = (ref: string) => list.cells.get(ref)?.value;
  const rows = Array.from({ length: 10 }, (_, n) => [at(`B${5 + n}`), at(`C${5 + n}`), at(`D${5 + n}`)]);
  const top = wild.tables[0]!.range.top + 1;
  const lost = "有不能显示的字符，以\uFFFD代之";
  expect(rows.filter((_, n) => n % 2 === 0)).toEqual([
    [`${wild.name} A${top + 6}`, lost, 4], [`${wild.name} A${top + 7}`, lost, 4], [`${wild.name} A${top + 8}`, lost, 3],
    [`${wild.name} A${top + 13}`, "字符逾32767个，其后截去", 40_000], [`${wild.name} A${top + 14}`, "换行逾253处，其后截去", 600],
  ]);
  expect(list.links.map(({ location }) => location)).toContain(`'${wild.name}'!A${top + 13}`);
  expect(facts.sheets.map(({ name }) => name)).not.toContain("截略");
});

test("sheets and tables have legal names, each once; heads are one line and need no escape", () => {
  expect(book.sheets.map(({ name }) => name)).toEqual(["封面", "目录", "说明", "符号", "注", "表1", "表2", "表1（2）", "表4 甲", "所据事实", "截略"]);
  expect(wild.tables[0]!.columns.slice(0, 3)).toEqual(["类别", "类别（2）", "比重〔%〕＃ （个）"]);
});

test("a table without rows has no table object and no chart", () => {
  expect(sheet(book, "表2").tables).toEqual([]);
  expect([...book.parts.keys()].filter((path) => path.startsWith("xl/charts/"))).toHaveLength(1);
  expect(String(facts.sheets.find(({ name }) => name === "订正")!.cells.get("B2")!.value)).toContain("本版没有");
});

test("no sheet has comments, so that none can stand beside a table or twice by one number", () => {
  for (const { parts } of [book, facts]) expect([...parts.keys()].filter((path) => /comment|vml/iu.test(path))).toEqual([]);
});

const FORM = new Set([2, 3, 4, 10, 12, 13, 14, 15, 19, 20, 21, 22]);
test.each(rules.filter(({ number }) => FORM.has(number)))("rule $number holds of it: $name", ({ faults }) => {
  expect([...faults(book), ...faults(facts)]).toEqual([]);
});

test("a foot says & and does not read a figure as a size", () => {
  expect(book.parts.get("xl/worksheets/sheet1.xml")).toContain("&amp;L&amp;9 100&amp;&amp;年鉴");
});

describe("whatever the texts are", () => {
  const text = fc.string({ unit: "binary", maxLength: 60 });
  test("the parts are well-formed, and a cell holds the text as a cell can", async () => {
    await fc.assert(fc.asyncProperty(fc.array(text, { minLength: 2, maxLength: 6 }), text, async (texts, title) => {
      const edition = sampleEdition();
      const table = edition.tables[3]!;
      table.title = title;
      table.notes = [title];
      table.rows = texts.map((one) => ({ cells: [`字${one}`, one, 1, 2], facts: [], status: "stated" as const }));
      const [made] = (await built(edition)) as [Opened];
      const cells = body(sheet(made, "表4")).map(({ value }) => value);
      expect(cells).toEqual(texts.map((one) => cleanText(`字${one}`).replaceAll("_x005F_", "_")));
    }), { numRuns: 10, seed: 8 });
  }, 60_000);
});
