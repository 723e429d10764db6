import ExcelJS from "exceljs";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, test, vi } from "vitest";
import { write } from "../../../pipeline/publish/workbook/book.ts";
import { cleanText, xml } from "../../../pipeline/publish/workbook/clean.ts";
import { childrenOf, finish, WORKSHEET_ORDER } from "../../../pipeline/publish/workbook/finish.ts";
import { inParts } from "../../../pipeline/publish/workbook/parts.ts";
import { factSheets } from "../../../pipeline/publish/workbook/facts.ts";
import { escaped } from "../../../pipeline/publish/workbook/rows.ts";
import { workbooks } from "../../../pipeline/publish/workbook/index.ts";
import { headRow, isLong, letterOf, LONG, rowsOf, type GridCell, type GridColumn, type Sheet } from "../../../pipeline/publish/workbook/sheet.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";

// whole workbooks are built and read, dozens of them
vi.setConfig({ testTimeout: 60_000 });

const INFO = { title: "长表", subject: "Long grids", creator: "编者", date: "2014-06-30", foot: "长表 r1" };
const column = (title: string, isNumber = false, decimals: number | null = null): GridColumn => ({ title, isNumber, decimals, width: 12 });
const COLUMNS = [column("编号"), column("内容"), column("数值", true), column("整数", true, 0), column("附注"), column("去处")];

/** A data sheet of these rows: as a stream, or as they are, which exceljs writes where they are few. */
function sheetOf(rows: readonly GridCell[][], { stream = true, columns = COLUMNS, name = "事实" } = {}): Sheet {
  const shared = { table: `${name}表`, alt: "行", columns };
  return {
    name,
    lines: [{ text: name, style: "title" }],
    grid: stream ? { ...shared, rows: [], stream: { count: rows.length, rows: () => rows } } : { ...shared, rows: rows as GridCell[][] },
    charts: [],
    isData: true,
  };
}

/** A finished book: its bytes, its parts as text, and as exceljs reads it. */
async function built(...sheets: Sheet[]) {
  const bytes = await finish(await write(INFO, sheets), sheets);
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, new TextDecoder("utf-8", { ignoreBOM: true }).decode(part)]));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return { bytes, parts, book };
}

const isWellFormed = (part: string): boolean => {
  new SaxesParser({ xmlns: true }).write(part).close();
  return true;
};

/** What a reader of the workbook has of a cell. exceljs reads an empty text as nothing, and leaves `_x005F_` as it stands, where Excel reads _. */
const seen = (cell: GridCell): unknown => {
  if (cell === null || cell === "") return null;
  if (typeof cell === "string") return cleanText(cell);
  if (typeof cell === "number") return cell;
  return "text" in cell ? { formula: `HYPERLINK("#'${cell.target}'!A1","${cell.text.replace(/"/gu, '""')}")`, result: cell.text } : { formula: cell.formula, result: cell.result };
};

const text = fc.string({ unit: "grapheme", maxLength: 40 });
const hostile = fc.constantFrom("=1+1", "甲\u0001乙\uFFFF", "_x4E2D_", "字".repeat(33_000), "行\n".repeat(300), "a\r\nb", "<&>\"'", " 前后有空格 ", "\uD800", "𠀀", "]]>", "&amp;");
const cell: fc.Arbitrary<GridCell> = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 2, arbitrary: hostile },
  { weight: 4, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).map((value) => (value === 0 ? 0 : value)) },
  { weight: 2, arbitrary: fc.integer() },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.record({ formula: fc.constantFrom("A1*2", "SUM(A1:B2)"), result: fc.integer() }) },
  { weight: 1, arbitrary: fc.record({ text: fc.string({ minLength: 1, maxLength: 30 }).map((words) => words.replace(/[^\w"& ]|_/gu, "x")), target: fc.constant("事实") }) },
);
const rows = fc.array(fc.tuple(...COLUMNS.map(() => cell)).map((cells): GridCell[] => cells), { minLength: 1, maxLength: 30 });

describe("the rows of a long grid", () => {
  test("come back as they went in, whatever is in them, in well-formed parts", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const { book, parts } = await built(sheetOf(given));
        for (const [path, part] of parts) expect(isWellFormed(part), path).toBe(true);
        const sheet = book.getWorksheet("事实")!;
        const read = given.map((cells, row) => cells.map((_, at) => sheet.getCell(3 + row, at + 1).value));
        expect(read).toEqual(given.map((cells) => cells.map(seen)));
        expect(sheet.rowCount).toBe(2 + given.length);
      }),
      { numRuns: 30, seed: 8 },
    );
  });

  test("look as exceljs would have them: styles, heights, dimension, table, filter", async () => {
    const given: GridCell[][] = [
      ["甲", "字".repeat(40), 1.25, 3, null, { text: "去", target: "事实" }],
      ["乙", null, "…", 4, "两行\n在此", null],
      ["丙", "b", 0.123456789, { formula: "D3*2", result: 6 }, "", { text: "去", target: "事实" }],
    ];
    const [ours, theirs] = await Promise.all([built(sheetOf(given)), built(sheetOf(given, { stream: false }))]);
    const [one, other] = [ours.book.getWorksheet("事实")!, theirs.book.getWorksheet("事实")!];
    for (let row = 1; row <= 5; row++) {
      expect(one.getRow(row).height, `row ${row}`).toBe(other.getRow(row).height);
      for (let at = 1; at <= COLUMNS.length; at++) expect(one.getCell(row, at).style, `${row}, ${at}`).toEqual(other.getCell(row, at).style);
    }
    const refs = (of: typeof ours) => ["xl/worksheets/sheet1.xml", "xl/tables/table1.xml"].flatMap((path) => [...of.parts.get(path)!.matchAll(/<(?:dimension|table|autoFilter) [^>]*ref="[^"]+"/gu)].map(([found]) => found.replace(/ id="\d+"/u, "")));
    expect(refs(ours)).toHaveLength(3);
    expect(refs(ours)).toEqual(refs(theirs));
  });

  test("take the decimals of their row, where it has some", async () => {
    const given: GridCell[][] = [["甲", "", 81, 1, null, null], ["乙", "", 81, 1, null, null], ["丙", "", 81, 1, null, null]];
    const sheet = sheetOf(given);
    sheet.grid!.rowDecimals = [1, null, 3];
    const { book } = await built(sheet);
    expect([3, 4, 5].map((row) => book.getWorksheet("事实")!.getCell(row, 3).numFmt)).toEqual(["#,##0.0", "#,##0", "#,##0.000"]);
  });

  test("stand in a sheet whose children are in the schema's order, none twice", async () => {
    const { parts } = await built(sheetOf([["甲", "a", 1, 2, null, { text: "去", target: "事实" }]]));
    const body = /<worksheet[^>]*>([\s\S]*)<\/worksheet>/u.exec(parts.get("xl/worksheets/sheet1.xml")!)![1]!;
    const places = childrenOf(body).map((child) => WORKSHEET_ORDER.indexOf(child.name));
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test("are the same bytes twice, over many chunks", async () => {
    const many = () => Array.from({ length: 4000 }, (_, n): GridCell[] => [`f-${n}`, `第${n}行的文字`.repeat(5), n / 8, n, null, { text: `第${n}行`, target: "事实" }]);
    const [one, other] = [await built(sheetOf(many())), await built(sheetOf(many()))];
    expect(one.bytes.equals(other.bytes)).toBe(true);
    expect(one.parts.get("xl/worksheets/sheet1.xml")!.length).toBeGreaterThan(4 * 128 * 1024);
    expect(one.book.getWorksheet("事实")!.getCell(4002, 1).value).toBe("f-3999");
  });

  test("are refused with a number that is none, by sheet and cell", async () => {
    await expect(built(sheetOf([["甲", "a", 1, 2, null, null], ["乙", "b", Number.NaN, 2, null, null]]))).rejects.toThrow(/事实!C4: NaN/u);
  });

  test("are refused where they are not as many as announced", async () => {
    const sheet = sheetOf([["甲", "a", 1, 2, null, null]]);
    sheet.grid!.stream!.count = 2;
    await expect(built(sheet)).rejects.toThrow("事实: 1 rows came where 2 were announced");
  });
});

test.each([
  [LONG, false],
  [LONG + 1, true],
])("a grid of %i rows is long: %s", (count, long) => {
  const sheet = sheetOf(Array.from({ length: count }, (): GridCell[] => ["甲"]), { stream: false, columns: [column("编号")] });
  expect(isLong(sheet.grid!)).toBe(long);
});

test("what is written at no cost is what the guard would write", () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary" }), hostile, text), (given) => {
    expect(escaped(given)).toBe(xml(given));
  }));
});

test("a link whose text no formula can hold stays text", async () => {
  const long = "字".repeat(256);
  const { book } = await built(sheetOf([[{ text: long, target: "事实" }]], { columns: [column("去处")] }));
  expect(book.getWorksheet("事实")!.getCell("A3").value).toBe(long);
});

describe("a grid longer than a sheet", () => {
  const given = Array.from({ length: 12 }, (_, n): GridCell[] => [`f-${n + 1}`, n]);
  const columns = [column("编号"), column("数", true, 0)];
  const other = sheetOf([["甲", 1]], { name: "观测", columns, stream: false });

  test.each([{ stream: true }, { stream: false }])("goes on in further sheets that say so (%o)", async ({ stream }) => {
    // 9 rows a sheet: title, head and two signposts leave 5 to the grid
    const [parts, others] = inParts([sheetOf(given, { stream, columns }), other], 9);
    expect(others).toEqual([other]);
    expect(parts!.map(({ name }) => name)).toEqual(["事实", "事实（2）", "事实（3）"]);
    const { book, parts: files } = await built(...parts!, other);
    expect(book.worksheets.map((sheet) => sheet.rowCount)).toEqual([8, 9, 5, 3]);
    const cells = book.worksheets.slice(0, 3).flatMap((sheet) => sheet.getColumn(1).values.filter((value) => String(value).startsWith("f-")));
    expect(cells).toEqual(given.map(([id]) => id));
    expect([2, 3].map((row) => book.getWorksheet("事实（2）")!.getCell(row, 2).value)).toEqual(["全表12行，本页列第6至第10行，续“事实”页。", "全表12行，本页列第6至第10行，第11行起见“事实（3）”页。"]);
    expect(book.getWorksheet("事实")!.getCell("B2").value).toBe("全表12行，本页列第1至第5行，第6行起见“事实（2）”页。");
    expect(files.get("xl/worksheets/sheet1.xml")).toContain("location=\"'事实（2）'!A1\"");
    const names = [...files].filter(([path]) => path.startsWith("xl/tables/")).map(([, part]) => / name="([^"]+)"/u.exec(part)![1]);
    expect(new Set(names)).toEqual(new Set(["事实表", "事实表_2", "事实表_3", "观测表"]));
  });

  test("that fits to the last row stays on one sheet", () => {
    expect(inParts([sheetOf(given, { columns })], 14)[0]).toHaveLength(1);
    expect(inParts([sheetOf(given, { columns })], 13)[0]).toHaveLength(2);
  });

  test("names the charts that it cannot draw", () => {
    const sheet = { ...sheetOf(given, { stream: false, columns }), charts: [{ title: "图1 数", alt: "数", kind: "bar" as const, axes: { category: "", value: "" }, category: 0, values: [1] }] };
    for (const part of inParts([sheet], 9)[0]!) {
      expect(part.charts).toEqual([]);
      expect(part.lines.map((line) => line.text)).toContain("图1 数：数据分列数页，本簿不绘。");
    }
  });
});

test("an edition of many facts has them all, counted by its contents", async () => {
  const edition = sampleEdition();
  const facts = Array.from({ length: LONG + 10 }, (_, n) => ({ ...edition.facts[n % edition.facts.length]!, id: `fact-${n}` }));
  const [, { bytes }] = (await workbooks({ ...edition, facts, tables: [], figures: [] })) as [unknown, { bytes: Buffer }];
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = book.getWorksheet("事实")!;
  const head = (sheet.getRow(3).values as string[]).indexOf("原文");
  expect(facts.map((_, n) => [sheet.getCell(4 + n, 1).value, sheet.getCell(4 + n, head).value])).toEqual(facts.map(({ id, quote }) => [id, quote]));
  expect(sheet.rowCount).toBe(3 + facts.length);
  const contents = book.getWorksheet("目录")!;
  const whole = Array.from({ length: 5 }, (_, n) => contents.getRow(n + 1)).find((row) => row.getCell(2).value === "全部")!;
  expect(whole.getCell(3).value).toEqual({ formula: `ROWS('事实'!$A$4:$A$${3 + facts.length})`, result: facts.length });
});

describe("data sheets in several parts", () => {
  // 7 rows a sheet: title, words, head and two signposts leave 3 to the grid
  const sheets = factSheets(sampleEdition(), 8);
  const rowsBy = new Map(sheets.flatMap((sheet) => (sheet.grid ? [[sheet.name, [...rowsOf(sheet.grid)]] as const] : [])));
  const cellAt = (name: string, cell: string): GridCell => {
    const [, letters, row] = /^([A-Z]+)(\d+)$/u.exec(cell)!;
    const sheet = sheets.find((one) => one.name === name)!;
    const column = sheet.grid!.columns.findIndex((_, index) => letterOf(index) === letters);
    return rowsBy.get(name)![Number(row) - headRow(sheet) - 1]![column]!;
  };
  const cells = [...rowsBy].flatMap(([name, all]) => all.flatMap((row) => row.map((of) => ({ name, of }))));

  test("are linked to row by row, wherever the row came to stand", () => {
    const links = cells.flatMap(({ of }) => (of !== null && typeof of === "object" && "target" in of && of.cell !== undefined ? [of] : []));
    expect(new Set(links.map(({ target }) => target.replace(/（\d+）$/u, "")))).toEqual(new Set(["事实", "句", "文本", "核对"]));
    expect(links.some(({ target }) => target.endsWith("（3）"))).toBe(true);
    for (const { text: words, target, cell: to } of links) expect([target, to, cellAt(target, to!)]).toEqual([target, to, words.split("; ")[0]]);
  });

  test("are calculated with: a share of 31 is taken from the list that stands in a later part", () => {
    const shares = cells.flatMap(({ of }) => (of !== null && typeof of === "object" && "formula" in of ? [...of.formula.matchAll(/LEN\('([^']+)'!\$([A-Z]+)\$(\d+)\)-LEN/gu)].map(([, sheet, column, row]) => ({ sheet: sheet!, result: of.result, list: String(cellAt(sheet!, `${column}${row}`)) })) : []));
    expect(shares.map(({ sheet }) => sheet)).toEqual(["事实（3）"]);
    for (const { list, result } of shares) expect(Number(((list.split("; ").length / 31) * 100).toFixed(1))).toBe(result);
  });

  test("are counted through all their parts", () => {
    const counted = cells.flatMap(({ of }) => (of !== null && typeof of === "object" && "formula" in of && of.formula.startsWith("ROWS('事实'") ? [of] : []));
    const parts = sheets.filter(({ name }) => /^事实(?:（\d+）)?$/u.test(name));
    expect(parts.length).toBeGreaterThan(2);
    expect(counted.map(({ formula, result }) => [formula.split("+").length, result])).toEqual([[parts.length, parts.reduce((sum, { grid }) => sum + grid!.rows.length, 0)]]);
  });
});
