/** A PDF read by pdf-lib, which is not its writer, as the rules ask of it: pages, structure, fonts, trees. Not here: judging. */
import { decodePDFRawStream, PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRawStream, PDFRef, PDFStream, PDFString } from "pdf-lib";
import { type Content, contentOf } from "./content.ts";

/** An element of the structure. */
export interface Element {
  ref: PDFRef;
  type: string;
  dict: PDFDict;
  parent: Element | null;
  children: Element[];
  /** marked content of pages */
  content: { page: PDFRef; mcid: number }[];
  /** annotations; `page` is what the reference says */
  annotations: { annotation: PDFRef; page: PDFRef | null }[];
  /** all of the kids in order: elements, and null for content */
  order: (Element | null)[];
  /** the language that holds here, of the element or of one above */
  lang: string | null;
}

export interface Page {
  ref: PDFRef;
  dict: PDFDict;
  number: number;
  content: Content;
  annotations: { ref: PDFRef; dict: PDFDict }[];
}

export interface Font {
  ref: PDFRef;
  dict: PDFDict;
  descendant: PDFDict;
  /** codes that pages show */
  used: Set<number>;
}

export interface Opened {
  doc: PDFDocument;
  catalog: PDFDict;
  pages: Page[];
  /** in reading order */
  elements: Element[];
  fonts: Font[];
  /** the parent tree by key */
  parents: Map<number, PDFObject>;
  xmp: string;
}

export function open(doc: PDFDocument): Opened {
  const catalog = doc.catalog as PDFDict;
  const pages = doc.getPages().map(({ ref, node }, n): Page => {
    const content = once(() => {
      const stream = node.get(PDFName.of("Contents"));
      return contentOf(stream === undefined ? "" : bytesOf(doc, stream).toString("latin1"));
    });
    return { ref, dict: node, number: n + 1, get content() { return content(); }, annotations: refsIn(node.lookup(PDFName.of("Annots"))).map((one) => ({ ref: one, dict: doc.context.lookup(one, PDFDict) })) };
  });
  const root = doc.context.lookup(catalog.get(PDFName.of("StructTreeRoot")));
  const elements: Element[] = [];
  if (root instanceof PDFDict) for (const kid of kidsOf(root)) if (kid instanceof PDFRef) readElement(doc, kid, null, elements);
  const parents = new Map(root instanceof PDFDict ? entriesOf(doc, root.get(PDFName.of("ParentTree")), "Nums").map(([key, value]) => [(key as PDFNumber).asNumber(), value]) : []);
  const metadata = catalog.get(PDFName.of("Metadata"));
  const fonts = once(() => fontsOf(doc, pages));
  return { doc, catalog, pages, elements, get fonts() { return fonts(); }, parents, xmp: metadata === undefined ? "" : bytesOf(doc, metadata).toString("utf8") };
}

const refsIn = (array: PDFObject | undefined): PDFRef[] => (array instanceof PDFArray ? array.asArray().filter((one): one is PDFRef => one instanceof PDFRef) : []);

/** Read when a rule asks for it, and then no more: most rules look at a part of the file. */
function once<T>(read: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: read() }).value;
}

/** A stream's bytes as they were before they were packed. */
export function bytesOf(doc: PDFDocument, object: PDFObject): Buffer {
  const stream = doc.context.lookup(object);
  if (stream instanceof PDFRawStream) return Buffer.from(decodePDFRawStream(stream).decode());
  if (stream instanceof PDFStream) return Buffer.from(stream.getContents());
  return Buffer.alloc(0);
}

/** The text of a string object, or of a name; null for anything else. */
export function textOf(object: PDFObject | undefined): string | null {
  if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText();
  return object instanceof PDFName ? object.decodeText() : null;
}

/** A value of a dictionary, references followed. */
export const valueOf = (dict: PDFDict, key: string): PDFObject | undefined => dict.lookup(PDFName.of(key));

export function numbersOf(object: PDFObject | undefined): number[] {
  return object instanceof PDFArray ? object.asArray().flatMap((one) => (one instanceof PDFNumber ? [one.asNumber()] : [])) : [];
}

function kidsOf(dict: PDFDict): PDFObject[] {
  const kids = dict.get(PDFName.of("K"));
  return kids instanceof PDFArray ? kids.asArray() : kids === undefined ? [] : [kids];
}

function readElement(doc: PDFDocument, ref: PDFRef, parent: Element | null, elements: Element[]): Element {
  const dict = doc.context.lookup(ref, PDFDict);
  const element: Element = { ref, type: textOf(valueOf(dict, "S")) ?? "", dict, parent, children: [], content: [], annotations: [], order: [], lang: textOf(valueOf(dict, "Lang")) ?? parent?.lang ?? null };
  elements.push(element);
  const own = dict.get(PDFName.of("Pg"));
  for (const kid of kidsOf(dict)) {
    if (kid instanceof PDFNumber) element.content.push({ page: own as PDFRef, mcid: kid.asNumber() });
    else if (kid instanceof PDFRef) element.children.push(readElement(doc, kid, element, elements));
    else if (kid instanceof PDFDict && textOf(valueOf(kid, "Type")) === "OBJR") element.annotations.push({ annotation: kid.get(PDFName.of("Obj")) as PDFRef, page: (kid.get(PDFName.of("Pg")) ?? own ?? null) as PDFRef | null });
    else if (kid instanceof PDFDict) element.content.push({ page: (kid.get(PDFName.of("Pg")) ?? own) as PDFRef, mcid: (valueOf(kid, "MCID") as PDFNumber).asNumber() });
    element.order.push(kid instanceof PDFRef ? element.children.at(-1)! : null);
  }
  return element;
}

/** The entries of a name or number tree in the order of the file. */
export function entriesOf(doc: PDFDocument, node: PDFObject | undefined, kind: "Names" | "Nums"): [key: PDFObject, value: PDFObject][] {
  const dict = doc.context.lookup(node);
  if (!(dict instanceof PDFDict)) return [];
  const kids = valueOf(dict, "Kids");
  if (kids instanceof PDFArray) return kids.asArray().flatMap((kid) => entriesOf(doc, kid, kind));
  const flat = valueOf(dict, kind);
  const all = flat instanceof PDFArray ? flat.asArray() : [];
  return Array.from({ length: Math.floor(all.length / 2) }, (_, n) => [all[2 * n]!, all[2 * n + 1]!]);
}

/** Attributes of an element by their owner: Table, List, Layout. */
export function attribute(element: Element, name: string): PDFObject | undefined {
  const attributes = valueOf(element.dict, "A");
  const dicts = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
  for (const dict of dicts) if (dict instanceof PDFDict && valueOf(dict, name) !== undefined) return valueOf(dict, name);
  return undefined;
}

function fontsOf(doc: PDFDocument, pages: readonly Page[]): Font[] {
  const fonts = new Map<PDFRef, Font>();
  for (const page of pages) {
    const resources = valueOf(page.dict, "Resources");
    const listed = resources instanceof PDFDict ? valueOf(resources, "Font") : undefined;
    for (const painted of page.content.painted) {
      if (painted.font === null || !(listed instanceof PDFDict)) continue;
      const ref = listed.get(PDFName.of(painted.font)) as PDFRef;
      let font = fonts.get(ref);
      if (font === undefined) {
        const dict = doc.context.lookup(ref, PDFDict);
        font = { ref, dict, descendant: (valueOf(dict, "DescendantFonts") as PDFArray).lookup(0, PDFDict), used: new Set() };
        fonts.set(ref, font);
      }
      for (const code of painted.codes) font.used.add(code);
    }
  }
  return [...fonts.values()];
}

/** What codes are read as: the ToUnicode map. */
export function unicodeOf(doc: PDFDocument, font: Font): Map<number, string> {
  const map = font.dict.get(PDFName.of("ToUnicode"));
  const found = new Map<number, string>();
  for (const [, first, , list] of (map === undefined ? "" : bytesOf(doc, map).toString("latin1")).matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gu)) {
    [...list!.matchAll(/<([0-9a-f\s]*)>/gu)].forEach(([, hex], n) => found.set(Number.parseInt(first!, 16) + n, Buffer.from(hex!.replace(/\s/gu, ""), "hex").swap16().toString("utf16le")));
  }
  return found;
}
