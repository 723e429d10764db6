import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, test } from "vitest";
import type { Edition } from "../../../schemas/edition.ts";
import { childrenOf, inOrder, WORKSHEET_ORDER } from "../../../pipeline/publish/workbook/finish.ts";
import { workbooks } from "../../../pipeline/publish/workbook/index.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";

const edition = sampleEdition();

/** A built book: its parts as text, and as exceljs reads it. */
interface Built {
  name: string;
  bytes: Buffer;
  parts: Map<string, string>;
  book: ExcelJS.Workbook;
}

async function build(from: Edition): Promise<Built[]> {
  return Promise.all(
    (await workbooks(from)).map(async ({ name, bytes }) => {
      const parts = new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, new TextDecoder().decode(part)]));
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(new Uint8Array(bytes).buffer);
      return { name, bytes, parts, book };
    }),
  );
}

let built: Built[];
let tables: Built;
let facts: Built;
beforeAll(async () => {
  built = await build(edition);
  [tables, facts] = built as [Built, Built];
});

/** What a cell shows: a formula's cached result, else its value. */
const shownIn = (cell: ExcelJS.Cell): ExcelJS.CellValue => cell.result ?? cell.value;
const partsLike = (of: Built, pattern: RegExp): [string, string][] => [...of.parts].filter(([path]) => pattern.test(path));
const isWellFormed = (xml: string): boolean => {
  new SaxesParser({ xmlns: true }).write(xml).close();
  return true;
};

/** The file that a part's relationship leads to. */
function resolve(part: string, target: string): string {
  return target.startsWith("/") ? target.slice(1) : new URL(target, `file:///${part}`).pathname.slice(1);
}

test("two builds are equal, byte for byte", async () => {
  await new Promise((done) => setTimeout(done, 2100)); // a zip's clock ticks every two seconds
  const again = await workbooks(sampleEdition());
  expect(again.map(({ name }) => name)).toEqual(["nianjian-2013-tables.xlsx", "nianjian-2013-facts.xlsx"]);
  for (const [index, { bytes }] of again.entries()) expect(bytes.equals(built[index]!.bytes)).toBe(true);
});

describe("every part", () => {
  test("is well-formed XML", () => {
    for (const { parts } of built) for (const [path, part] of parts) expect(isWellFormed(part), path).toBe(true);
  });

  test("of a worksheet has its children in the schema's order, none twice", () => {
    for (const [path, part] of built.flatMap((of) => partsLike(of, /worksheets\/sheet\d+\.xml$/u))) {
      const body = /<worksheet[^>]*>([\s\S]*)<\/worksheet>/u.exec(part)![1]!;
      const places = childrenOf(body).map((child) => WORKSHEET_ORDER.indexOf(child.name));
      expect(places, path).toEqual([...new Set(places)].sort((one, other) => one - other));
      expect(places).not.toContain(-1);
    }
  });

  test("has a content type, and every relationship leads to a part", () => {
    for (const of of built) {
      const types = of.parts.get("[Content_Types].xml")!;
      for (const [path, rels] of partsLike(of, /\.rels$/u)) {
        const owner = path.replace("_rels/", "").replace(/\.rels$/u, "");
        for (const [, target] of rels.matchAll(/Target="([^"]+)"/gu)) expect(of.parts.has(resolve(owner, target!)), `${path} → ${target}`).toBe(true);
        expect(rels).not.toContain("External");
      }
      for (const [path] of partsLike(of, /(?:charts|drawings|worksheets|tables)\/\w+\.xml$/u)) expect(types).toContain(`PartName="/${path}"`);
    }
  });
});

test("every link leads to a sheet of its own book", () => {
  for (const of of built) {
    const names = of.book.worksheets.map((sheet) => sheet.name);
    const links = partsLike(of, /worksheets\/sheet\d+\.xml$/u).flatMap(([, part]) => [...part.matchAll(/<hyperlink [^>]*location="'([^']+)'!A1"/gu)].map((match) => match[1]!));
    expect(links.length).toBeGreaterThan(names.length);
    for (const link of links) expect(names).toContain(link);
  }
});

/** The facts that a row names by their numbers, as the sheet of facts has them. */
const idsAt = (numbers: string): string[] => numbers.split("; ").map((number) => {
  const sheet = tables.book.getWorksheet("所据事实")!;
  return sheet.getCell(3 + Number(number), 3).text;
});

describe("the book of tables", () => {
  test("has cover, contents, notes, symbols, then a sheet a table", () => {
    expect(tables.book.worksheets.map((sheet) => sheet.name)).toEqual(["封面", "目录", "说明", "符号", "注", "表1", "表2", "表3", "表4", "所据事实"]);
  });

  test.each(edition.tables)("table $number comes back as it went in: numbers as numbers, … where there is none", (table) => {
    const sheet = tables.book.getWorksheet(`表${table.number}`)!;
    expect(sheet.getCell("A1").text.replace(/ (?:\[注\d+\])+$/u, "")).toBe(`表${table.number} ${table.title}`);
    const head = sheet.rowCount - table.rows.length;
    const drawn = new Set(edition.figures.filter((figure) => figure.table === table.id).flatMap((figure) => ("values" in figure ? figure.values : [])));
    for (const [index, row] of table.rows.entries()) {
      const cells = table.columns.map((_, column) => shownIn(sheet.getCell(head + 1 + index, column + 1)));
      expect(cells).toEqual(row.cells.map((cell, column) => cell ?? (drawn.has(table.columns[column]!.key) ? null : "…")));
      expect(idsAt(sheet.getCell(head + 1 + index, table.columns.length + 2).text)).toEqual(row.facts);
    }
    expect(["标明", "复原", "推定"]).toContain(sheet.getCell(head + 1, table.columns.length + 1).value);
  });

  test("a number shows the decimals of its column, or its own", () => {
    const sheet = tables.book.getWorksheet("表2")!;
    const last = sheet.rowCount;
    expect([2, 4, 5].map((column) => sheet.getCell(last, column).numFmt)).toEqual(["#,##0", "#,##0.0", "#,##0"]);
    expect(shownIn(sheet.getCell(last, 4))).toBe((4 / 31) * 100); // unrounded
  });

  test("a series shows the decimals of its row, where its columns have none", async () => {
    const [first, ...others] = edition.tables;
    const column = first!.columns.findIndex(({ type }) => type === "number");
    const series = { ...first!, columns: first!.columns.map((one) => ({ ...one, decimals: null })), rows: first!.rows.map((row) => ({ ...row, cells: row.cells.map((cell, n) => (n === column ? 81 : cell)), decimals: 1 })) };
    const [only] = await build({ ...edition, tables: [series, ...others] });
    const sheet = only!.book.getWorksheet(`表${first!.number}`)!;
    expect(sheet.getCell(sheet.rowCount, column + 1)).toMatchObject({ value: 81, numFmt: "#,##0.0" });
  });

  test("a figure is a native chart of its table's cells, with alt text", () => {
    const charts = partsLike(tables, /charts\/chart\d+\.xml$/u);
    expect(charts).toHaveLength(edition.figures.length);
    expect(charts[0]![1]).toContain("<c:f>'表1'!$B$13:$B$15</c:f>");
    expect(charts[0]![1]).toContain('<c:pt idx="0"><c:v>92.5</c:v></c:pt>');
    expect(charts[0]![1].match(/<c:numCache>.*?<\/c:numCache>/gu)![1]).not.toContain('idx="1"'); // 地市级 has no call-back rate: no point
    const drawings = partsLike(tables, /drawings\/drawing\d+\.xml$/u).map(([, part]) => part).join("");
    for (const figure of edition.figures) expect(drawings).toContain(`descr="${figure.alt}"`);
  });

  test("the contents count rows by a formula whose cached result is right", () => {
    const sheet = tables.book.getWorksheet("目录")!;
    expect(sheet.getCell(sheet.rowCount, 4).value).toMatchObject({ formula: expect.stringMatching(/^ROWS\('表4'!\$A\$\d+:\$A\$\d+\)$/u) as string, result: 3 });
  });

  test("every table's name stands once in its book", () => {
    const names = built.flatMap((of) => partsLike(of, /tables\/table\d+\.xml$/u).map(([, part]) => `${of.name} ${/ name="([^"]+)"/u.exec(part)![1]}`));
    expect(names).toHaveLength(8 + 9);
    expect(new Set(names).size).toBe(names.length);
  });

  test("a note longer than its table is broken into lines, and stands whole in the table of notes; no cells are merged", async () => {
    const wordy = sampleEdition();
    const note = `很长的注，占92.5%，${"再说一遍，".repeat(30)}`;
    wordy.tables[0]!.notes = [note];
    const [{ book }] = (await build(wordy)) as [Built, Built];
    const lines = Array.from(book.getWorksheet("表1")!.getColumn(1).values, String);
    const from = lines.findIndex((line) => line.startsWith("[注1] "));
    const until = lines.findIndex((line, index) => index > from && line.startsWith("空格"));
    expect(until - from).toBeGreaterThan(2);
    expect(lines.slice(from, until).join("")).toBe(`[注1] ${note}`);
    for (const line of lines.slice(from, until)) expect(line).not.toMatch(/^[，。]/u);
    expect(book.getWorksheet("注")!.getCell("C5").value).toBe(note);
    for (const { model } of book.worksheets) expect(model.merges).toEqual([]);
  });
});

const rowsIn = (name: string): number => facts.book.getWorksheet(name)!.rowCount - 3;

describe("the book of facts", () => {
  test("has a data sheet for each kind of record, with all rows", () => {
    expect(["事实", "观测", "核对", "修复", "订正", "句", "文本"].map(rowsIn)).toEqual([23, 8, 4, 10, 1, 18, 4]);
  });

  test("a data sheet keeps head and ids in sight, and prints its head on each page", () => {
    expect(facts.book.getWorksheet("事实")!.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 3 });
  });

  test("repairs come least sure first, the doubtful told in a column of their own, under heads that stay", async () => {
    const [, { book }] = (await build({ ...edition, spec: { ...edition.spec, quality: { doubtfulBelow: 0.9 } } })) as [Built, Built];
    const sheet = book.getWorksheet("修复")!;
    const column = (title: string) => (sheet.getRow(3).values as string[]).indexOf(title);
    const values = (title: string) => Array.from({ length: 10 }, (_, i) => sheet.getCell(4 + i, column(title)).value);
    expect(values("把握")).toEqual([0.8, 0.88, 0.9, 0.91, 0.93, 0.95, 0.96, 0.97, 0.98, 0.99]);
    expect(values("存疑")).toEqual(["是", "是", ...Array.from({ length: 8 }, () => "否")]);
    expect(values("前后文")[1]).toBe("陕西等地区正在试点［，］占比超过15%。试");
    expect(sheet.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 3 });
    const contents = book.getWorksheet("目录")!;
    const row = Array.from({ length: 20 }, (_, i) => contents.getRow(i + 1)).find((one) => one.getCell(2).value === "其中：存疑")!;
    expect(row.getCell(3).value).toMatchObject({ result: 2 });
  });

  test("a fact has its span, quote and restored text", () => {
    const sheet = facts.book.getWorksheet("事实")!;
    const fact = edition.facts[0]!;
    expect([1, 3, 5, 6, 8, 9, 10].map((column) => sheet.getCell(4, column).value)).toEqual([fact.id, fact.document, fact.span.start, fact.span.end, fact.quote, fact.text, "复原"]);
  });

  test("the contents count kinds and outcomes by formulas whose cached results are right", () => {
    const sheet = facts.book.getWorksheet("目录")!;
    const results = sheet.getColumn(3).values.flatMap((value) => (typeof value === "object" && value !== null && "result" in value ? [value.result] : []));
    expect(results).toEqual([23, 8, 3, 3, 3, 3, 3, 8, 4, 2, 1, 1, 10, 1, 18, 4, 51]);
  });
});

test("title, creator, language and dates are the edition's", () => {
  for (const { book, parts } of built) {
    expect(book.creator).toBe(edition.spec.editor);
    expect(book.title).toContain("政务热线年鉴（2013）");
    expect([book.created, book.modified]).toEqual([new Date("2014-06-30T00:00:00Z"), new Date("2014-06-30T00:00:00Z")]);
    expect(parts.get("docProps/core.xml")).toContain("<dc:language>zh-CN</dc:language>");
    expect(parts.get("xl/styles.xml")).not.toContain("Calibri");
  }
});

describe("an edition", () => {
  test("with a number that is none is refused, with sheet and cell", async () => {
    const wild = sampleEdition();
    wild.tables[0]!.rows[0]!.cells[1] = Number.NaN;
    await expect(workbooks(wild)).rejects.toThrow(/表1!B13: NaN/u);
  });

  test("with a figure of a column that its table lacks is refused, with the columns there are", async () => {
    const wild = sampleEdition();
    Object.assign(wild.figures[0]!, { values: ["missing"] });
    await expect(workbooks(wild)).rejects.toThrow(/no column missing\. The columns are subject, answered/u);
  });
});

test("children are put in order, wherever they were", () => {
  expect(inOrder('<worksheet><sheetData><row r="1"/></sheetData><tableParts count="1"/></worksheet>', '<hyperlinks/><drawing r:id="rId1"/>')).toBe(
    '<worksheet><sheetData><row r="1"/></sheetData><hyperlinks/><drawing r:id="rId1"/><tableParts count="1"/></worksheet>',
  );
});
