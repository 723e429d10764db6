/** The sample edition's book under the rules of PDF/UA-1 and PDF/A-3a, and a fault planted for each rule: a rule that finds nothing must be able to find something. */
import { readFileSync } from "node:fs";
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFStream, PDFString } from "pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { attachments } from "../../../pipeline/publish/attachments.ts";
import { FACE_NAMES } from "../../../pipeline/publish/book/face.ts";
import { book, type FontFiles, fontPaths } from "../../../pipeline/publish/book/index.ts";
import { data } from "../../../pipeline/publish/data/index.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";
import { load, rules } from "./pdf-rules/index.ts";
import { bytesOf, type Element, open, type Opened, valueOf } from "./pdf-rules/read.ts";

const paths = fontPaths();
const fonts = Object.fromEntries(FACE_NAMES.map((name) => [name, readFileSync(paths[name])])) as FontFiles;
const edition = sampleEdition();
let bytes: Buffer;
let pdf: Opened;

beforeAll(async () => {
  bytes = await book(edition, fonts, attachments(edition, data(edition)));
  pdf = open(await load(bytes));
});

test.each(rules.map(({ name, clause, faults }) => [name, clause, faults] as const))("the sample edition's book holds: %s (%s)", (_, __, faults) => expect(faults(pdf)).toEqual([]));

const name = (text: string) => PDFName.of(text);
const set = (dict: PDFDict, key: string, value: Parameters<PDFDict["set"]>[1]) => dict.set(name(key), value);
const dictAt = (from: PDFDict, ...keys: string[]): PDFDict => keys.reduce((dict, key) => valueOf(dict, key) as PDFDict, from);
const first = (pdf: Opened, type: string): Element => pdf.elements.find((element) => element.type === type)!;
const linked = (pdf: Opened) => pdf.pages.find(({ annotations }) => annotations.length > 0)!;
const attributes = (element: Element): PDFDict => valueOf(element.dict, "A") as PDFDict;

/** A page's content, changed; the first page with words on it. */
function rewrite(pdf: Opened, change: (content: string) => string): void {
  const { dict } = pdf.pages.find(({ content }) => content.sequences.some(({ marked }) => marked.mcid !== null))!;
  replace(pdf.doc, dict.get(name("Contents")) as PDFRef, change);
}

function replace(doc: PDFDocument, ref: PDFRef, change: (content: string) => string, encoding: BufferEncoding = "latin1"): void {
  doc.context.assign(ref, doc.context.flateStream(new Uint8Array(Buffer.from(change(bytesOf(doc, ref).toString(encoding)), encoding))));
}

const packet = (pdf: Opened, change: (xmp: string) => string) => replace(pdf.doc, pdf.catalog.get(name("Metadata")) as PDFRef, change, "utf8");
const info = (pdf: Opened) => pdf.doc.context.lookup(pdf.doc.context.trailerInfo.Info, PDFDict);
const filespec = (pdf: Opened) => pdf.doc.context.enumerateIndirectObjects().map(([, object]) => object).find((object): object is PDFDict => object instanceof PDFDict && object.get(name("Type")) === name("Filespec"))!;
const intent = (pdf: Opened) => (valueOf(pdf.catalog, "OutputIntents") as PDFArray).lookup(0, PDFDict);
const toUnicode = (pdf: Opened) => pdf.fonts[0]!.dict.get(name("ToUnicode")) as PDFRef;

/** By rule, what somebody might do to the file, and what the rule says then. */
const planted: [rule: string, what: string, plant: (pdf: Opened) => unknown, says: RegExp][] = [
  ["marked", "Marked is false", (pdf) => dictAt(pdf.catalog, "MarkInfo").set(name("Marked"), pdf.doc.context.obj(false)), /MarkInfo/u],
  ["marked", "the structure is gone", (pdf) => pdf.catalog.delete(name("StructTreeRoot")), /no structure/u],
  ["language", "no Lang", (pdf) => pdf.catalog.delete(name("Lang")), /Lang/u],
  ["title shown", "the window shows the file's name", (pdf) => dictAt(pdf.catalog, "ViewerPreferences").delete(name("DisplayDocTitle")), /DisplayDocTitle/u],
  ["metadata", "an & that is not escaped", (pdf) => packet(pdf, (xmp) => xmp.replace("政务热线年鉴", "政务 & 热线年鉴")), /well-formed/u],
  ["metadata", "no part of PDF/UA", (pdf) => packet(pdf, (xmp) => xmp.replace("<pdfuaid:part>1</pdfuaid:part>", "")), /PDF\/UA-1/u],
  ["metadata", "conformance B", (pdf) => packet(pdf, (xmp) => xmp.replace("<pdfaid:conformance>A", "<pdfaid:conformance>B")), /PDF\/A-3a/u],
  ["metadata", "pdfuaid is not described", (pdf) => packet(pdf, (xmp) => xmp.replace(/<pdfaSchema:namespaceURI>[^<]*/u, "<pdfaSchema:namespaceURI>")), /not described/u],
  ["metadata as in Info", "another title", (pdf) => set(info(pdf), "Title", PDFString.of("another")), /Title/u],
  ["metadata as in Info", "another date", (pdf) => set(info(pdf), "CreationDate", PDFString.of("D:20200101000000Z")), /CreationDate/u],
  ["output intent", "none", (pdf) => pdf.catalog.delete(name("OutputIntents")), /GTS_PDFA1/u],
  ["output intent", "a profile of four colours", (pdf) => (intent(pdf).lookup(name("DestOutputProfile")) as PDFStream).dict.set(name("N"), PDFNumber.of(4)), /three colours/u],
  ["colours of the intent", "ink of four colours", (pdf) => rewrite(pdf, (content) => `0 0 0 1 k\n${content}`), /operator k/u],
  ["no transparency", "a page that is a group", (pdf) => set(pdf.pages[0]!.dict, "Group", pdf.doc.context.obj({ S: "Transparency" })), /transparency/u],
  ["no scripts, no encryption", "a script at the opening", (pdf) => set(pdf.catalog, "OpenAction", pdf.doc.context.obj({ S: "JavaScript", JS: PDFString.of("app.alert(1)") })), /OpenAction/u],
  ["no scripts, no encryption", "a link that launches", (pdf) => pdf.doc.context.register(pdf.doc.context.obj({ S: "Launch" })), /Launch/u],
  ["no scripts, no encryption", "encryption", (pdf) => (pdf.doc.context.trailerInfo.Encrypt = pdf.doc.context.obj({})), /encrypted/u],
  ["identifier", "no ID", (pdf) => delete pdf.doc.context.trailerInfo.ID, /no ID/u],
  ["attachments", "no relationship", (pdf) => filespec(pdf).delete(name("AFRelationship")), /AFRelationship/u],
  ["attachments", "no UF", (pdf) => filespec(pdf).delete(name("UF")), /F or UF/u],
  ["attachments", "no description", (pdf) => filespec(pdf).delete(name("Desc")), /description/u],
  ["attachments", "no media type", (pdf) => (dictAt(filespec(pdf), "EF").lookup(name("F")) as PDFStream).dict.delete(name("Subtype")), /media type/u],
  ["attachments", "no date", (pdf) => dictAt((dictAt(filespec(pdf), "EF").lookup(name("F")) as PDFStream).dict, "Params").delete(name("ModDate")), /ModDate/u],
  ["attachments", "not associated with the book", (pdf) => pdf.catalog.delete(name("AF")), /no AF/u],
  ["attachments", "not named", (pdf) => dictAt(pdf.catalog, "Names").delete(name("EmbeddedFiles")), /among the names/u],
  ["sorted trees", "names in the order of a language", (pdf) => set(dictAt(pdf.catalog, "Names"), "EmbeddedFiles", pdf.doc.context.obj({ Names: [PDFString.of("b"), PDFNumber.of(1), PDFString.of("a"), PDFNumber.of(1)] })), /EmbeddedFiles/u],
  ["bookmarks counted", "a root without a count", (pdf) => dictAt(pdf.catalog, "Outlines").delete(name("Count")), /the outline: Count is missing/u],
  ["bookmarks counted", "a count of the first level only", (pdf) => set(dictAt(pdf.catalog, "Outlines"), "Count", PDFNumber.of(3)), /Count is 3/u],
  ["all is tagged or artifact", "a line outside", (pdf) => rewrite(pdf, (content) => `${content}\n0 0 m 10 10 l S`), /S paints outside/u],
  ["all is tagged or artifact", "a sequence that is not closed", (pdf) => rewrite(pdf, (content) => content.replace(/EMC\s*$/u, "")), /not closed/u],
  ["no artifact within an element, nor the other way", "words within an artifact", (pdf) => rewrite(pdf, (content) => `/Artifact <</Type/Layout>> BDC\n${content}\nEMC`), /stands within Artifact/u],
  ["no artifact within an element, nor the other way", "an artifact within words", (pdf) => rewrite(pdf, (content) => content.replace(/(<<\/MCID 0>> BDC)/u, "$1 /Artifact <</Type/Layout>> BDC 0 0 m 1 1 l S EMC")), /Artifact stands within/u],
  ["artifacts say what they are", "an artifact without a type", (pdf) => rewrite(pdf, (content) => `/Artifact BMC 0 0 m 1 1 l S EMC\n${content}`), /no Type/u],
  ["content and elements agree", "a sequence that no element names", (pdf) => rewrite(pdf, (content) => `${content}\n/P <</MCID 999>> BDC 0 0 m 1 1 l S EMC`), /sequence 999 belongs to 0/u],
  ["content and elements agree", "an element that names a sequence too many", (pdf) => first(pdf, "P").dict.set(name("K"), pdf.doc.context.obj([777])), /777, which no page has/u],
  ["content and elements agree", "a page without its key", (pdf) => pdf.pages[0]!.dict.delete(name("StructParents")), /the parent tree says none/u],
  ["annotations and elements agree", "an annotation without its key", (pdf) => linked(pdf).annotations[0]!.dict.delete(name("StructParent")), /does not lead/u],
  ["annotations and elements agree", "the reference names another page", (pdf) => ((first(pdf, "Link").dict.lookup(name("K")) as PDFArray).asArray().find((kid): kid is PDFDict => kid instanceof PDFDict)!).set(name("Pg"), pdf.pages[0]!.ref), /another page/u],
  ["annotations and elements agree", "a link in a paragraph itself", (pdf) => set(first(pdf, "Link").dict, "S", name("P")), /a link stands in P/u],
  ["links say where they lead", "no Contents", (pdf) => linked(pdf).annotations[0]!.dict.delete(name("Contents")), /no Contents/u],
  ["annotations are printed", "a hidden link", (pdf) => set(linked(pdf).annotations[0]!.dict, "F", PDFNumber.of(2)), /hidden/u],
  ["tab order", "by rows", (pdf) => set(linked(pdf).dict, "Tabs", name("R")), /Tabs is not S/u],
  ["English is said to be English", "spans without a language", (pdf) => rewrite(pdf, (content) => content.replaceAll("/Lang(en)", "")), /not said to be English/u],
  ["trim within the sheet", "no TrimBox", (pdf) => pdf.pages[0]!.dict.delete(name("TrimBox")), /page 1: no TrimBox/u],
  ["one document", "its top is a part", (pdf) => set(first(pdf, "Document").dict, "S", name("Part")), /not one Document/u],
  ["standard types", "a type of a word processor", (pdf) => set(first(pdf, "P").dict, "S", name("Textbody")), /Textbody/u],
  ["elements where they belong", "the parts of a table in a section", (pdf) => set(first(pdf, "Table").dict, "S", name("Sect")), /THead in Sect/u],
  ["elements where they belong", "words in a list's item itself", (pdf) => set(first(pdf, "LBody").dict, "S", name("LI")), /LI in LI/u],
  ["headings without gaps", "H1, then H4", (pdf) => set(first(pdf, "H2").dict, "S", name("H4")), /H4 after H1/u],
  ["headings without gaps", "the first is an H2", (pdf) => set(first(pdf, "H1").dict, "S", name("H2")), /H2 after nothing/u],
  ["figures have words and a place", "no Alt", (pdf) => first(pdf, "Figure").dict.delete(name("Alt")), /no Alt/u],
  ["figures have words and a place", "no BBox", (pdf) => attributes(first(pdf, "Figure")).delete(name("BBox")), /no BBox/u],
  ["heads of tables have a scope", "no scope", (pdf) => attributes(first(pdf, "TH")).delete(name("Scope")), /no Scope/u],
  ["tables are regular", "a cell too wide", (pdf) => set(attributes(first(pdf, "TH")), "ColSpan", PDFNumber.of(2)), /rows of/u],
  ["tables are regular", "a cell below the last row", (pdf) => set(attributes(first(pdf, "TH")), "RowSpan", PDFNumber.of(500)), /beyond the last row/u],
  ["tables are regular", "no heads", (pdf) => pdf.elements.filter(({ type }) => type === "TH").forEach(({ dict }) => set(dict, "S", name("TD"))), /without heads/u],
  ["captions first or last", "in the midst", (pdf) => { const kids = first(pdf, "Table").dict.lookup(name("K"), PDFArray); const [caption, row] = [kids.get(0), kids.get(1)]; kids.set(0, row); kids.set(1, caption); }, /in the midst/u],
  ["lists say how they count", "no ListNumbering", (pdf) => pdf.elements.filter(({ type }) => type === "L").forEach(({ dict }) => dict.delete(name("A"))), /ListNumbering/u],
  ["notes have names of their own", "one name twice", (pdf) => pdf.elements.filter(({ type }) => type === "Note").forEach(({ dict }) => set(dict, "ID", PDFString.of("note-1"))), /no ID of its own/u],
  ["notes have names of their own", "no tree", (pdf) => dictAt(pdf.catalog, "StructTreeRoot").delete(name("IDTree")), /tree of IDs/u],
  ["fonts are embedded", "no file", (pdf) => dictAt(pdf.fonts[0]!.descendant, "FontDescriptor").delete(name("FontFile2")), /not embedded/u],
  ["codes are glyphs", "no map of codes", (pdf) => pdf.fonts[0]!.descendant.delete(name("CIDToGIDMap")), /CIDToGIDMap/u],
  ["widths are those of the glyphs", "all glyphs 1 wide", (pdf) => set(pdf.fonts[0]!.descendant, "W", pdf.doc.context.obj([0, Array.from({ length: 2000 }, () => 1)])), /is 1 wide/u],
  ["every code is a character", "the map is cut", (pdf) => replace(pdf.doc, toUnicode(pdf), (map) => map.replace(/\[[^\]]*\]/u, "[]")), /no Unicode value/u],
  ["every code is a character", "a code that means U+0000", (pdf) => replace(pdf.doc, toUnicode(pdf), (map) => map.replace(/\[<[0-9a-f]{4}>/u, "[<0000>")), /maps code 0/u],
  ["no missing glyph is shown", "a box for a character", (pdf) => rewrite(pdf, (content) => content.replace(/\[\((?:\\.|[^\\)]){2}/su, "[(\0\0")), /notdef/u],
];

describe("a planted fault is found", () => {
  test("there is one for every rule", () => expect([...new Set(planted.map(([rule]) => rule))]).toEqual(rules.map((rule) => rule.name)));

  test.each(planted)("%s: %s", async (rule, _, plant, says) => {
    const doc = await load(bytes);
    plant(open(doc));
    expect(rules.find((one) => one.name === rule)!.faults(open(doc)).join("\n")).toMatch(says);
  });
});

test("a figure's words are read as the edition has them", () => {
  const words = pdf.elements.filter(({ type }) => type === "Figure").map(({ dict }) => (valueOf(dict, "Alt") as PDFHexString).decodeText());
  expect(new Set(words)).toEqual(new Set(edition.figures.map(({ alt }) => alt)));
});
