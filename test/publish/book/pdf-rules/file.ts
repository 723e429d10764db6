/** Rules over the file as a whole: what it says of itself, what it must not hold, attachments, trees, bookmarks. */
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream, PDFRef, PDFStream } from "pdf-lib";
import { SaxesParser } from "saxes";
import { bytesOf, entriesOf, type Opened, textOf, valueOf } from "./read.ts";
import type { Rule } from "./rule.ts";

const sub = (dict: PDFDict, ...keys: string[]): PDFDict | undefined => {
  let at: PDFObject | undefined = dict;
  for (const key of keys) at = at instanceof PDFDict ? valueOf(at, key) : undefined;
  return at instanceof PDFDict ? at : undefined;
};
const isTrue = (object: PDFObject | undefined): boolean => object?.toString() === "true";
const unless = (holds: boolean, fault: string): string[] => (holds ? [] : [fault]);

export const fileRules: Rule[] = [
  { name: "marked", clause: "ISO 14289-1, 7.1; Matterhorn 06-001", faults: ({ catalog }) => unless(isTrue(sub(catalog, "MarkInfo")?.lookup(PDFName.of("Marked"))) && sub(catalog, "StructTreeRoot") !== undefined, "the catalog has no MarkInfo with Marked true, or no structure") },
  { name: "language", clause: "ISO 14289-1, 7.2; Matterhorn 11-006", faults: ({ catalog }) => unless((textOf(valueOf(catalog, "Lang")) ?? "") !== "", "the catalog has no Lang") },
  { name: "title shown", clause: "ISO 14289-1, 7.1; Matterhorn 07-001", faults: ({ catalog }) => unless(isTrue(sub(catalog, "ViewerPreferences")?.lookup(PDFName.of("DisplayDocTitle"))), "DisplayDocTitle is not true") },
  { name: "metadata", clause: "ISO 14289-1, 5; ISO 19005-3, 6.6.2, 6.6.4; Matterhorn 06-002, 06-003", faults: metadata },
  { name: "metadata as in Info", clause: "ISO 19005-3, 6.6.3", faults: asInInfo },
  { name: "output intent", clause: "ISO 19005-3, 6.2.3", faults: outputIntent },
  { name: "colours of the intent", clause: "ISO 19005-3, 6.2.4.3", faults: ({ pages }) => pages.flatMap(({ number, content }) => ["k", "K", "cs", "CS", "sh"].filter((one) => content.operators.has(one)).map((one) => `page ${number}: the operator ${one} paints in colours that the intent does not cover`)) },
  { name: "no transparency", clause: "ISO 19005-3, 6.2.10", faults: (pdf) => dictionaries(pdf).flatMap(({ ref, dict }) => unless(!["SMask", "CA", "ca", "Group"].some((key) => dict.has(PDFName.of(key))), `${ref.toString()}: transparency`)) },
  { name: "no scripts, no encryption", clause: "ISO 19005-3, 6.1.3, 6.5.1; Matterhorn 26-001", faults: noActions },
  { name: "identifier", clause: "ISO 19005-3, 6.1.3", faults: ({ doc }) => unless(doc.context.trailerInfo.ID instanceof PDFArray, "the trailer has no ID") },
  { name: "attachments", clause: "ISO 19005-3, 6.8; ISO 14289-1, 7.11; Matterhorn 21-001", faults: attachments },
  { name: "sorted trees", clause: "ISO 32000-1, 7.9.6, 7.9.7", faults: sortedTrees },
  { name: "bookmarks counted", clause: "ISO 32000-1, 12.3.3", faults: bookmarks },
];

/** Values of the packet by the path of names, and whether it is well-formed. */
function packet(xmp: string): { values: Map<string, string>; fault: string | null } {
  const values = new Map<string, string>();
  const path: string[] = [];
  let fault: string | null = null;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (thrown) => (fault ??= thrown.message));
  parser.on("opentag", ({ name }) => path.push(name));
  parser.on("closetag", () => path.pop());
  parser.on("text", (text) => {
    const name = path.findLast((one) => !one.startsWith("rdf:"));
    if (name !== undefined && text.trim() !== "") values.set(name, (values.get(name) ?? "") + text);
  });
  parser.write(xmp.replace(/^<\?xpacket[^>]*\?>|<\?xpacket[^>]*\?>$/gu, "").trim()).close();
  return { values, fault };
}

function metadata({ xmp }: Opened): string[] {
  const { values, fault } = packet(xmp);
  if (fault !== null) return [`the packet is not well-formed: ${fault}`];
  return [
    ...unless(values.get("pdfuaid:part") === "1", "the packet does not claim PDF/UA-1"),
    ...unless(values.get("pdfaid:part") === "3" && values.get("pdfaid:conformance") === "A", "the packet does not claim PDF/A-3a"),
    ...unless((values.get("dc:title") ?? "") !== "", "the packet has no dc:title"),
    ...unless(values.get("pdfaSchema:namespaceURI") === "http://www.aiim.org/pdfua/ns/id/", "the schema of pdfuaid is not described"),
  ];
}

function asInInfo({ doc, xmp }: Opened): string[] {
  const { values } = packet(xmp);
  const info = doc.context.lookup(doc.context.trailerInfo.Info);
  if (!(info instanceof PDFDict)) return ["there is no Info"];
  const pairs = [["Title", "dc:title"], ["Author", "dc:creator"], ["Subject", "dc:description"], ["Creator", "xmp:CreatorTool"], ["Producer", "pdf:Producer"]] as const;
  const date = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/u.exec(textOf(valueOf(info, "CreationDate")) ?? "");
  return [
    ...pairs.filter(([key, name]) => textOf(valueOf(info, key)) !== (values.get(name) ?? null)).map(([key, name]) => `${key} and ${name} differ`),
    ...unless(date !== null && `${date[1]}-${date[2]}-${date[3]}T${date[4]}:${date[5]}:${date[6]}Z` === values.get("xmp:CreateDate"), "CreationDate and xmp:CreateDate differ"),
  ];
}

function outputIntent({ doc, catalog }: Opened): string[] {
  const intents = valueOf(catalog, "OutputIntents");
  const intent = intents instanceof PDFArray ? intents.lookup(0) : undefined;
  if (!(intent instanceof PDFDict) || textOf(valueOf(intent, "S")) !== "GTS_PDFA1") return ["there is no output intent GTS_PDFA1"];
  const profile = valueOf(intent, "DestOutputProfile");
  if (!(profile instanceof PDFStream)) return ["the output intent has no profile"];
  return [...unless(valueOf(profile.dict, "N")?.toString() === "3", "the profile is not of three colours"), ...unless(bytesOf(doc, intent.get(PDFName.of("DestOutputProfile"))!).toString("latin1", 36, 40) === "acsp", "the profile is no ICC profile")];
}

/** All dictionaries of the file that are objects of their own, those of streams too. */
function dictionaries({ doc }: Opened): { ref: PDFRef; dict: PDFDict }[] {
  return doc.context.enumerateIndirectObjects().flatMap(([ref, object]) => (object instanceof PDFDict ? [{ ref, dict: object }] : object instanceof PDFRawStream || object instanceof PDFStream ? [{ ref, dict: object.dict }] : []));
}

const FORBIDDEN = new Set(["JavaScript", "Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide", "SetOCGState", "Rendition", "Trans", "GoTo3DView"]);

function noActions(pdf: Opened): string[] {
  const found = dictionaries(pdf).flatMap(({ ref, dict }) => [
    ...unless(!FORBIDDEN.has(textOf(valueOf(dict, "S")) ?? ""), `${ref.toString()}: the action ${textOf(valueOf(dict, "S"))}`),
    ...["JS", "AA", "OpenAction", "XFA", "JavaScript"].filter((key) => dict.has(PDFName.of(key))).map((key) => `${ref.toString()}: ${key}`),
  ]);
  return [...found, ...unless(pdf.doc.context.trailerInfo.Encrypt === undefined, "the file is encrypted")];
}

function attachments(pdf: Opened): string[] {
  const named = new Set(entriesOf(pdf.doc, sub(pdf.catalog, "Names")?.get(PDFName.of("EmbeddedFiles")), "Names").map(([, value]) => value));
  const associated = new Set(dictionaries(pdf).flatMap(({ dict }) => { const af = valueOf(dict, "AF"); return af instanceof PDFArray ? af.asArray() : []; }));
  return dictionaries(pdf).filter(({ dict }) => textOf(valueOf(dict, "Type")) === "Filespec").flatMap(({ ref, dict }) => {
    const name = textOf(valueOf(dict, "UF")) ?? ref.toString();
    const file = sub(dict, "EF") === undefined ? undefined : valueOf(sub(dict, "EF")!, "F");
    return [
      ...unless(dict.has(PDFName.of("F")) && dict.has(PDFName.of("UF")), `${name}: F or UF is missing`),
      ...unless(["Source", "Data", "Alternative", "Supplement", "Unspecified"].includes(textOf(valueOf(dict, "AFRelationship")) ?? ""), `${name}: no AFRelationship`),
      ...unless((textOf(valueOf(dict, "Desc")) ?? "") !== "", `${name}: no description`),
      ...unless(file instanceof PDFRawStream && /^\w+\/[\w.+-]+$/u.test(textOf(valueOf(file.dict, "Subtype")) ?? ""), `${name}: no media type`),
      ...unless(file instanceof PDFRawStream && sub(file.dict, "Params")?.has(PDFName.of("ModDate")) === true, `${name}: no ModDate`),
      ...unless(associated.has(ref), `${name}: no AF refers to it`),
      ...unless(named.has(ref), `${name}: it is not among the names`),
    ];
  });
}

function sortedTrees({ doc, catalog }: Opened): string[] {
  const names = sub(catalog, "Names");
  const root = sub(catalog, "StructTreeRoot");
  const trees: [string, PDFObject | undefined, "Names" | "Nums"][] = [
    ["Dests", names?.get(PDFName.of("Dests")), "Names"], ["EmbeddedFiles", names?.get(PDFName.of("EmbeddedFiles")), "Names"],
    ["IDTree", root?.get(PDFName.of("IDTree")), "Names"], ["ParentTree", root?.get(PDFName.of("ParentTree")), "Nums"], ["PageLabels", catalog.get(PDFName.of("PageLabels")), "Nums"],
  ];
  return trees.flatMap(([tree, node, kind]) => {
    const keys = entriesOf(doc, node, kind).map(([key]) => key);
    const after = (a: PDFObject, b: PDFObject): boolean => (kind === "Nums" ? (a as PDFNumber).asNumber() < (b as PDFNumber).asNumber() : Buffer.compare(Buffer.from(textOf(a) ?? "", "latin1"), Buffer.from(textOf(b) ?? "", "latin1")) < 0);
    return keys.slice(1).flatMap((key, n) => unless(after(keys[n]!, key), `${tree}: ${keys[n]!.toString()} stands before ${key.toString()}`));
  });
}

/** Count of an open item: all that show below it; negative what a closed one would show. */
function bookmarks({ catalog }: Opened): string[] {
  const outline = sub(catalog, "Outlines");
  const faults: string[] = [];
  const visit = (dict: PDFDict, name: string): number => {
    let shown = 0;
    for (let item = valueOf(dict, "First"); item instanceof PDFDict; item = valueOf(item, "Next")) {
      const below = visit(item, textOf(valueOf(item, "Title")) ?? "");
      const count = valueOf(item, "Count");
      shown += 1 + (count instanceof PDFNumber && count.asNumber() > 0 ? below : 0);
    }
    const count = valueOf(dict, "Count");
    if (shown > 0 ? !(count instanceof PDFNumber) || Math.abs(count.asNumber()) !== shown : count !== undefined) faults.push(`${name}: Count is ${count?.toString() ?? "missing"} over ${shown}`);
    return shown;
  };
  if (outline === undefined) return ["there are no bookmarks"];
  visit(outline, "the outline");
  return faults;
}
