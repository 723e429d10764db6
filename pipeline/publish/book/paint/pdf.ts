/** A PDF file under way: objects, fonts, the packet of metadata. The only file that knows pdfkit; what pdfkit gives is object syntax, font subsets and the
 *  sRGB profile. Pages, structure, outline, names and metadata are ours: pdfkit 0.20.2 knows no ColSpan, gives links the wrong page, leaves artifacts open,
 *  counts only an outline's first level, sorts names by locale and does not escape the packet. */
import PDFDocument from "pdfkit";
import type { Form } from "./form.ts";
import { LANGUAGE } from "./survey.ts";

/** An object of the file. `end` writes it. */
export interface Ref {
  data: Record<string, unknown>;
  write: (chunk: string | Uint8Array) => void;
  end: (chunk?: string | Uint8Array) => void;
  toString: () => string;
}

/** A face's subset: glyphs, widths and Unicode values by code. */
export interface EmbeddedFont {
  id: string;
  ref: () => Ref;
  widths: number[];
  unicode: number[][];
  subset: { glyphs: number[]; includeGlyph: (id: number) => number };
}

/** What @types/pdfkit 0.17.6 leaves out. */
interface Doc {
  ref: (data?: Record<string, unknown>) => Ref;
  font: (source: Buffer) => Doc;
  metadata: unknown;
  _font: EmbeddedFont;
  _root: Ref;
  _offset: number;
  _offsets: (number | null)[];
  push: (chunk: Uint8Array | null) => boolean;
  read: () => Buffer;
  end: () => void;
}

export interface Pdf {
  catalog: Record<string, unknown>;
  /** an object with a dictionary, and a stream where something is written to it */
  ref: (data?: Record<string, unknown>) => Ref;
  /** an object's number, to be put later */
  reserve: () => number;
  /** writes a reserved object: its body in ASCII */
  put: (number: number, body: string) => void;
  font: (file: Buffer) => EmbeddedFont;
  addPage: (page: Ref) => void;
  pages: () => Ref;
  structure: () => Ref;
  /** ends the file and gives its bytes */
  close: () => Buffer;
}

export interface PdfOptions {
  version: "1.4" | "1.7";
  tagged: boolean;
  /** the output intent, and for 1b the lists of glyphs, that this PDF/A asks for */
  archive: Form["archive"];
  info: { Title: string; Author: string; Subject: string; Creator: string; Producer: string; CreationDate: Date };
  /** the XMP packet, whole */
  packet: string;
}

export function openPdf({ version, tagged, archive, info, packet }: PdfOptions): Pdf {
  const doc = new PDFDocument({
    autoFirstPage: false, pdfVersion: version, lang: LANGUAGE, displayTitle: true, tagged, fontLayoutCache: false, info,
    font: null, // else Helvetica is opened
    ...(archive === null ? {} : { subset: `PDF/A-${archive}` }),
  } as unknown as PDFKit.PDFDocumentOptions) as unknown as Doc;
  // pdfkit would put the packet together unescaped, and without the schema that PDF/A wants described
  doc.metadata = { append() {}, end() {}, getXML: () => packet, getLength: () => undefined };
  const written = writtenBy(doc);
  const pages = doc._root.data["Pages"] as Ref;
  return {
    catalog: doc._root.data,
    ref: (data) => doc.ref(data),
    reserve: () => doc._offsets.push(null),
    put(number, body) {
      doc._offsets[number - 1] = doc._offset;
      doc._offset += written.add(`${number} 0 obj\n${body}\nendobj\n`);
    },
    font(file) {
      const font = doc.font(file)._font;
      font.unicode[0] = [0xfffd]; // the code of .notdef, which pdfkit maps to U+0000; ISO 14289-1, 7.21.7 forbids that
      return font;
    },
    addPage(page) {
      (pages.data["Kids"] as Ref[]).push(page);
      pages.data["Count"] = (pages.data["Count"] as number) + 1;
    },
    pages: () => pages,
    structure: () => doc._root.data["StructTreeRoot"] as Ref,
    close() {
      doc.end();
      return written.bytes();
    },
  };
}

/** What the document has written, in order. It would go through a stream, chunk by chunk: for the fifty thousand objects of a thousand pages that is half of the time. */
function writtenBy(doc: Doc): { add: (text: string) => number; bytes: () => Buffer } {
  const chunks: Uint8Array[] = [doc.read()]; // the header
  let pending: string[] = [];
  const flush = (): void => {
    if (pending.length > 0) chunks.push(Buffer.from(pending.join(""), "latin1"));
    pending = [];
  };
  doc.push = (chunk) => {
    flush();
    if (chunk !== null) chunks.push(chunk);
    return true;
  };
  return {
    add(text) {
      if (pending.push(text) >= TOGETHER) flush();
      return text.length;
    },
    bytes() {
      flush();
      return Buffer.concat(chunks);
    },
  };
}

/** Small objects that are turned into bytes at once. */
const TOGETHER = 1000;

/** A text string for pdfkit's objects: it writes String objects as strings and plain ones as names. */
// oxlint-disable-next-line no-new-wrappers
export const words = (text: string): unknown => new String(text);

/** Syntax that pdfkit is to write as it stands: what has another tag than Object it turns into a string. */
export const raw = (body: string): unknown => ({ [Symbol.toStringTag]: "raw", toString: () => body });

/** A text string as it stands in an object's body: literal where it is ASCII, else UTF-16BE in hexadecimal (PDF 1.7, 7.9.2.2). */
export function textString(text: string): string {
  if (/^[ -~]*$/u.test(text)) return `(${text.replace(/[\\()]/gu, "\\$&")})`;
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
  return `<${bytes.toString("hex")}>`;
}

/** A number as operators and bodies have it: thousandths of a point. */
export const number = (n: number): string => String(Math.round(n * 1000) / 1000);

/** Names of a name tree in the order that readers search by: bytes (PDF 1.7, 7.9.6). */
export const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a, "latin1"), Buffer.from(b, "latin1"));
