/** Rules over fonts: embedded whole, as wide as they say, every shown code read back as a character. */
import { PDFArray, PDFDict, PDFNumber, PDFRawStream, type PDFObject } from "pdf-lib";
import { bytesOf, type Font, type Opened, textOf, unicodeOf, valueOf } from "./read.ts";
import type { Rule } from "./rule.ts";

export const fontRules: Rule[] = [
  { name: "fonts are embedded", clause: "ISO 14289-1, 7.21.4.1; Matterhorn 31-009; ISO 19005-3, 6.2.11.4", faults: each(({ descendant }) => (fontFile(descendant) instanceof PDFRawStream ? [] : ["is not embedded"])) },
  { name: "codes are glyphs", clause: "ISO 14289-1, 7.21.3.2; Matterhorn 31-004", faults: each(({ dict, descendant }) => (textOf(valueOf(dict, "Encoding")) === "Identity-H" && textOf(valueOf(descendant, "CIDToGIDMap")) === "Identity" ? [] : ["has no CIDToGIDMap Identity"])) },
  { name: "widths are those of the glyphs", clause: "ISO 14289-1, 7.21.5; Matterhorn 31-012", faults: each((font, pdf) => widths(font, pdf)) },
  { name: "every code is a character", clause: "ISO 14289-1, 7.21.7, 7.2; Matterhorn 31-027, 31-028, 10-001", faults: each((font, { doc }) => {
    const map = unicodeOf(doc, font);
    return [
      ...[...font.used].filter((code) => !map.has(code)).map((code) => `has no Unicode value for code ${code}`),
      ...[...map].filter(([, text]) => text === "" || /[\0\uFEFF\uFFFE]/u.test(text)).map(([code, text]) => `maps code ${code} to ${JSON.stringify(text)}`),
    ];
  }) },
  { name: "no missing glyph is shown", clause: "ISO 14289-1, 7.21.8; Matterhorn 31-030", faults: each(({ used }) => (used.has(0) ? ["shows .notdef"] : [])) },
];

function each(faults: (font: Font, pdf: Opened) => string[]): Rule["faults"] {
  return (pdf) => pdf.fonts.flatMap((font) => faults(font, pdf).map((fault) => `${textOf(valueOf(font.dict, "BaseFont")) ?? font.ref.toString()} ${fault}`));
}

function fontFile(descendant: PDFDict): PDFObject | undefined {
  const descriptor = valueOf(descendant, "FontDescriptor");
  return descriptor instanceof PDFDict ? valueOf(descriptor, "FontFile2") : undefined;
}

/** W beside the advances of the embedded program, in thousandths of an em; a thousandth off is allowed. */
function widths(font: Font, { doc }: Opened): string[] {
  const file = fontFile(font.descendant);
  if (!(file instanceof PDFRawStream)) return [];
  const bytes = bytesOf(doc, file);
  const tables = new Map(Array.from({ length: bytes.readUInt16BE(4) }, (_, n) => [bytes.toString("latin1", 12 + 16 * n, 16 + 16 * n), bytes.readUInt32BE(20 + 16 * n)]));
  const perEm = bytes.readUInt16BE(tables.get("head")! + 18);
  const metrics = bytes.readUInt16BE(tables.get("hhea")! + 34);
  const advance = (glyph: number): number => (bytes.readUInt16BE(tables.get("hmtx")! + 4 * Math.min(glyph, metrics - 1)) * 1000) / perEm;
  const listed = (valueOf(font.descendant, "W") as PDFArray).lookup(1, PDFArray).asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : Number.NaN));
  return [...font.used].filter((code) => !(Math.abs((listed[code] ?? Number.NaN) - advance(code)) <= 1)).map((code) => `is ${listed[code] ?? "nothing"} wide at code ${code}, its glyph ${advance(code)}`);
}
