/** The whole book of the sample edition: bytes, pages, text, page numbers. */
import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, test } from "vitest";
import { FACE_NAMES } from "../../../pipeline/publish/book/face.ts";
import { book, type FontFiles, fontPaths } from "../../../pipeline/publish/book/index.ts";
import { compareReadings, readerOver } from "../../../pipeline/publish/book/index-of-terms/pinyin.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";

const paths = fontPaths();
const fonts = Object.fromEntries(FACE_NAMES.map((name) => [name, readFileSync(paths[name])])) as FontFiles;
const edition = sampleEdition();

/** The words of each page, without blanks. */
async function read(pdf: Awaited<ReturnType<typeof getDocument>["promise"]>): Promise<string[]> {
  const out: string[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    out.push(items.map((item) => ("str" in item ? item.str : "")).join("").replace(/\s+/gu, ""));
  }
  return out;
}

const open = (file: Buffer) => getDocument({ data: new Uint8Array(file), useSystemFonts: false, disableFontFace: true, verbosity: 0 }).promise;

let bytes: Buffer;
let pages: string[];
let labels: string[];
let outline: { title: string; items: unknown[] }[];
let marked: boolean;

beforeAll(async () => {
  bytes = await book(edition, fonts);
  const pdf = await open(bytes);
  pages = await read(pdf);
  labels = (await pdf.getPageLabels()) ?? [];
  outline = (await pdf.getOutline()) as typeof outline;
  marked = (await pdf.getMarkInfo())?.Marked === true;
});

describe("the sample edition's book", () => {
  test("is the same bytes each time", async () => expect(bytes.equals(await book(edition, fonts))).toBe(true));

  test("is tagged, labelled and bookmarked", () => {
    expect(marked).toBe(true);
    expect(labels).toContain("i");
    expect(labels.at(-1)).toMatch(/^\d+$/u);
    expect(outline.map(({ title }) => title)).toEqual(expect.arrayContaining(["凡例", "大事记", "统计附录", "索引"]));
  });

  test("has its parts on rectos and an even number of pages", () => {
    expect(pages.length % 2).toBe(0);
    expect(pages.length).toBeGreaterThanOrEqual(20);
    for (const title of ["年度要览TheYearataGlance", "大事记Chronicle", "统计附录StatisticalAppendices"]) expect(pages.findIndex((page) => page.includes(title) && !page.includes("目录Contents")) % 2, title).toBe(0);
  });

  test("prints every sentence of every text, exactly", () => {
    const all = pages.join("");
    for (const text of [...edition.preface, ...edition.columns.flatMap((column) => column.texts)]) {
      for (const sentence of text.outline.sentences) {
        // a running head or folio may stand between two lines of a sentence that goes over a page
        const plain = sentence.text.replace(/\s+/gu, "");
        expect(all.includes(plain) || all.includes(plain.slice(0, 12)), plain).toBe(true);
      }
    }
  });

  test("gives right page numbers in the contents", () => {
    const contents = pages.filter((page, n) => page.includes("目录Contents") || (labels[n] ?? "").match(/^[ivx]+$/u)).join("");
    for (const title of ["大事记", "统计附录", "资料质量", "索引"]) {
      const english = { 大事记: "Chronicle", 统计附录: "StatisticalAppendices", 资料质量: "DataQuality", 索引: "Index" }[title]!;
      const label = new RegExp(`${title}${english}(\\d+)`, "u").exec(contents)?.[1];
      const page = pages.findIndex((words, n) => /^\d+$/u.test(labels[n] ?? "") && words.includes(`${title}${english}`) || words.startsWith(title) && /^\d+$/u.test(labels[n] ?? "") && words.includes(english));
      expect(label, title).toBe(labels[page]);
    }
  });

  test("indexes a term on the page that prints it", () => {
    const index = pages.filter((_, n) => n >= pages.findIndex((words) => words.includes("按汉语拼音排列"))).join("");
    for (const term of ["东湖市", "号码整合", "热线座席", "云溪省"]) {
      const label = new RegExp(`${term}(\\d+)`, "u").exec(index)?.[1];
      if (label === undefined) continue;
      expect(pages[labels.indexOf(label)], `${term} on page ${label}`).toContain(term);
    }
  });
});

describe("doubtful repairs", () => {
  /** The sample with another bar of doubt, and each repair `times` over. */
  const withBar = (doubtfulBelow: number, times = 1) => {
    const more = (texts: typeof edition.preface) => texts.map((text) => ({ ...text, repairs: Array.from({ length: times }, () => text.repairs).flat() }));
    return { ...edition, spec: { ...edition.spec, quality: { doubtfulBelow } }, preface: more(edition.preface), columns: edition.columns.map((column) => ({ ...column, texts: more(column.texts) })) };
  };
  const wordsOf = async (doubtfulBelow: number, times?: number) => (await read(await open(await book(withBar(doubtfulBelow, times), fonts)))).join("");

  test("an edition without any says so", () => expect(pages.join("")).toContain("把握低于0.6的修复为存疑，本版没有。"));

  test("are listed with the words around, the least sure first, with place and page", async () => {
    const words = await wordsOf(0.9);
    expect(words).toContain("共2处，占全部修复的20.0%");
    const [least, next] = ["据元146项。另有［《〔题名缺失〕》］正在起草，拟对夜间)→《〔题名缺失〕》0.80003-文件与要事89–907", "陕西等地区正在试点［，］占比超过15%。试.→，0.88001-建设与运行297–2985"];
    expect(words).toContain(least + next);
  });

  test("beyond two pages are left to the workbook, and the book says how many", async () => {
    const words = await wordsOf(0.9, 50);
    expect(words).toContain("下表自把握最低者起列前80处，其余20处见数据册“修复”页");
    expect(words.match(/试\.→，0\.880/gu)?.length).toBe(30);
  });
});

describe("the index's order", () => {
  test("reads names as they are called: 重庆 under C, 厦门 under X", () => {
    expect(readerOver({})("重庆").letter).toBe("C");
    expect(readerOver({ 重庆: "chong qing" })("重庆").syllables).toEqual(["chong", "qing"]);
    expect(readerOver({ 厦门: "xia men" })("厦门").letter).toBe("X");
  });
  test("goes by syllable, then tone, then code point", () => {
    const sorted = ["山西", "上海", "陕西", "北京", "安徽"].map((word) => ({ word, reading: readerOver({})(word) })).sort(compareReadings);
    expect(sorted.map(({ word }) => word)).toEqual(["安徽", "北京", "山西", "陕西", "上海"]);
  });
});
