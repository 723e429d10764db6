/** What painting makes of pages that were put together by hand: words of metadata, order of reading, languages, levels of headings, sheets for a press. */
import { readFileSync } from "node:fs";
import { type PDFArray, type PDFDict, PDFName } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { drawLine } from "../../../pipeline/publish/book/blocks.ts";
import { type Draw, type Tag, tag } from "../../../pipeline/publish/book/draw.ts";
import { FACE_NAMES, type FontFiles, openFaces } from "../../../pipeline/publish/book/face.ts";
import { fontPaths } from "../../../pipeline/publish/book/index.ts";
import { piecesOf } from "../../../pipeline/publish/book/paint/fonts.ts";
import { type Form, paint, pressForm, type PrintedBook, READER } from "../../../pipeline/publish/book/paint/index.ts";
import { survey } from "../../../pipeline/publish/book/paint/survey.ts";
import { setParagraph, type Span } from "../../../pipeline/publish/book/paragraph/index.ts";
import { load, rules } from "./pdf-rules/index.ts";
import { bytesOf, entriesOf, numbersOf, open, type Opened, textOf, unicodeOf, valueOf } from "./pdf-rules/read.ts";

const paths = fontPaths();
const faces = openFaces(Object.fromEntries(FACE_NAMES.map((name) => [name, readFileSync(paths[name])])) as FontFiles);

const words = (text: string, more: Partial<Span> = {}): Span => ({ text, face: "serif", size: 10, ...more });
const lineOf = (spans: Span[], owner: Tag | null): Draw[] => drawLine(setParagraph(spans, { measure: 400, align: "left" }, faces)[0]!, 20, 50, owner);

/** A book of one page under a heading. */
function bookOf(draws: readonly Draw[], tags: readonly Tag[], more: Partial<PrintedBook> = {}): PrintedBook {
  const title = tag("H1");
  return {
    width: 300, height: 200, pages: [{ drawn: () => ({ draws: [...lineOf([words("题")], title), ...draws], furniture: [] }), anchors: [{ name: "here", y: 30 }] }], root: tag("Document", [title, ...tags]),
    bookmarks: [{ title: "题", anchor: "here", children: [] }], labels: [{ page: 0, style: "D" }], attachments: [], title: "热线", author: "编者", subject: "一页", date: "2014-05-29", ...more,
  };
}

const painted = async (book: PrintedBook, form: Form = READER): Promise<Opened> => open(await load(paint(book, faces, form)));

describe("metadata", () => {
  test.each(["热线 & 回访 <2013>", "a > b && c", "“热线”年鉴"])("keeps the title %s, in the packet and in Info", async (title) => {
    const pdf = await painted(bookOf([], [], { title }));
    expect(pdf.doc.getTitle()).toBe(title);
    for (const name of ["metadata", "metadata as in Info"]) expect(rules.find((rule) => rule.name === name)!.faults(pdf)).toEqual([]);
  });
});

/** The words of an element in the order of its kids. */
function spoken(pdf: Opened, type: string): string {
  const element = pdf.elements.find((one) => one.type === type)!;
  const content = [...element.content];
  return element.order.map((kid) => (kid === null ? wordsOf(pdf, content.shift()!.mcid) : kid.content.map(({ mcid }) => wordsOf(pdf, mcid)).join(""))).join("|");
}

function wordsOf(pdf: Opened, mcid: number): string {
  const map = unicodeOf(pdf.doc, pdf.fonts[0]!);
  return pdf.pages[0]!.content.painted.filter(({ within }) => within.some((one) => one.mcid === mcid)).flatMap(({ codes }) => codes.map((code) => map.get(code))).join("");
}

test("a paragraph around a link is read in its order", async () => {
  const owner = tag("P");
  const pdf = await painted(bookOf(lineOf([words("数据见"), words("表3", { link: "here" }), words("及其注")], owner), [owner]));
  expect(spoken(pdf, "P")).toBe("数据见|表3|及其注");
});

test("a span that only says a language is marked in the words of its paragraph", async () => {
  const span = tag("Span", [], { lang: "zh-Latn" });
  const owner = tag("P", [span]);
  const pdf = await painted(bookOf([...lineOf([words("热线")], owner), ...lineOf([words("Rexian")], span)], [owner]));
  expect(pdf.elements.map(({ type }) => type)).toEqual(["Document", "H1", "P"]);
  expect(pdf.pages[0]!.content.painted.map(({ within }) => within.map(({ tag: name, lang }) => lang ?? name).join(" "))).toEqual(["H1", "P", "P zh-Latn"]);
});

test.each([
  // text                        stretches, English ones in []
  ["政务热线", "政务热线"],
  ["Hot Line", "[Hot Line]"],
  ["见 Open Data, page 3。", "见 [Open Data, page] 3。"],
  ["SHA-256与IT", "SHA-256与IT"], // read letter by letter in either language
  ["用WebKit写成", "用[WebKit]写成"],
  ["x轴与y轴", "x轴与y轴"],
])("English words of %s: %s", (text, expected) => {
  const codePoints = [...text].map((char) => char.codePointAt(0)!);
  let from = 0;
  const read = piecesOf(codePoints).map(({ end, english }) => {
    const piece = String.fromCodePoint(...codePoints.slice(from, end));
    from = end;
    return english ? `[${piece}]` : piece;
  });
  expect(read.join("")).toBe(expected);
});

test.each([
  // asked for      in the file
  ["H1 H2 H3 H2", "H1 H2 H3 H2"],
  ["H1 H3 H3 H4", "H1 H2 H2 H3"],
  ["H2 H4 H1 H2", "H1 H2 H1 H2"],
])("headings %s are %s", (asked, given) => {
  const tags = asked.split(" ").map((type) => tag(type as Tag["type"]));
  const { headings } = survey(tag("Document", tags));
  expect(tags.map((one) => headings.get(one)).join(" ")).toBe(given);
});

test("attached files come back byte for byte, in the order of bytes, a table's with its table", async () => {
  const cell = tag("TH");
  const table = tag("Table", [tag("TR", [cell])], { file: "b.csv" });
  const attachments = (["b.csv", "a-2.csv", "B.csv"] as const).map((name) => ({ name, bytes: Buffer.from(`名,${name}\n`), type: "text/csv", description: `文件${name}`, relationship: "Data" as const }));
  const { doc, catalog, elements } = await painted(bookOf(lineOf([words("名")], cell), [table], { attachments }));
  const listed = entriesOf(doc, (valueOf(catalog, "Names") as PDFDict).lookup(nameOf("EmbeddedFiles")), "Names").map(([key, file]) => [textOf(key), bytesOf(doc, ((doc.context.lookup(file) as PDFDict).lookup(nameOf("EF")) as PDFDict).get(nameOf("F"))!).toString()]);
  expect(listed).toEqual([["B.csv", "名,B.csv\n"], ["a-2.csv", "名,a-2.csv\n"], ["b.csv", "名,b.csv\n"]]);
  const filesAt = (dict: PDFDict) => (valueOf(dict, "AF") as PDFArray).asArray().map((file) => textOf(valueOf(doc.context.lookup(file) as PDFDict, "UF")));
  expect([filesAt(catalog), filesAt(elements.find(({ type }) => type === "Table")!.dict)]).toEqual([["B.csv", "a-2.csv"], ["b.csv"]]);
});

const nameOf = (text: string) => PDFName.of(text);

describe("sheets for a press", () => {
  const area = (x: number, y: number, width: number, height: number): Draw => ({ kind: "area", x, y, width, height, ink: "17506e", tag: null });
  const link: Draw = { kind: "link", x: 10, y: 10, width: 20, height: 10, to: "here", words: "转到题", tag: tag("Link") };
  const press = async (draws: Draw[], marks: boolean) => {
    const pdf = await painted(bookOf(draws, []), pressForm({ bleed: 9, marks }));
    const page = pdf.pages[0]!;
    const contents = page.dict.get(nameOf("Contents"));
    return { page, box: (name: string) => numbersOf(valueOf(page.dict, name)), operators: contents === undefined ? "" : bytesOf(pdf.doc, contents).toString("latin1"), pdf };
  };

  test.each([
    // marks   sheet            bleed                trim
    [false, [0, 0, 318, 218], [0, 0, 318, 218], [9, 9, 309, 209]],
    [true, [0, 0, 352, 252], [17, 17, 335, 235], [26, 26, 326, 226]],
  ])("marks %s: the trim lies within the bleed, the bleed within the sheet", async (marks, sheet, bleed, trim) => {
    const { box } = await press([], marks);
    expect([box("MediaBox"), box("BleedBox"), box("TrimBox")]).toEqual([sheet, bleed, trim]);
  });

  test.each([
    // drawn                       printed, from the trim's lower left
    ["the whole page", area(0, 0, 300, 200), "-9 -9 318 218 re f"],
    ["a strip at the foot", area(10, 180, 20, 20), "10 -9 20 29 re f"],
    ["a rule in the midst", area(10, 20, 40, 3), "10 177 40 3 re f"],
  ])("%s goes into the bleed only where it reaches the trim", async (_, drawn, printed) => expect((await press([drawn], false)).operators).toContain(printed));

  test("have no links, no structure and no claim to PDF/A", async () => {
    const { page, operators, pdf } = await press([link], true);
    expect([page.annotations.length, pdf.elements.length, /BDC|BMC/u.test(operators), /pdfaid|pdfuaid/u.test(pdf.xmp)]).toEqual([0, 0, false, false]);
  });

  test("no mark reaches into the bleed", async () => {
    const { operators, box } = await press([], true);
    const marks = operators.slice(operators.lastIndexOf("0.25 w"));
    const [left, bottom, right, top] = box("BleedBox");
    const ends = [...marks.matchAll(/(-?[\d.]+) (-?[\d.]+) [ml]\b/gu)].map(([, x, y]) => [Number(x) + box("TrimBox")[0]!, Number(y) + box("TrimBox")[1]!] as const);
    expect(ends.length).toBe(32);
    expect(ends.filter(([x, y]) => x > left! && x < right! && y > bottom! && y < top!)).toEqual([]);
  });
});

test("without structure, nothing is marked and the words are the same", async () => {
  const owner = tag("P");
  const book = bookOf(lineOf([words("热线开通 Hot Line")], owner), [owner]);
  const shown = ({ pages }: Opened) => pages[0]!.content.painted.flatMap(({ codes }) => codes);
  const [whole, bare] = [await painted(book), await painted(book, { ...READER, tagged: false })];
  expect(shown(bare)).toEqual(shown(whole));
  expect(bare.pages[0]!.content.sequences).toEqual([]);
});
