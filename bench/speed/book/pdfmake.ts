/** pdfmake: a document definition, its styles, its fonts. It writes no tags. */
import { createRequire } from "node:module";
import type { FontPaths } from "./way.ts";
import { HEADS, PAGE } from "./page.ts";
import type { Piece } from "./pieces.ts";

/** What is used of pdfmake 0.3, which brings no types. */
interface Pdfmake {
  setFonts: (fonts: Record<string, { normal: string }>) => void;
  setUrlAccessPolicy: (allows: () => boolean) => void;
  setLocalAccessPolicy: (allows: () => boolean) => void;
  createPdf: (definition: object) => { getBuffer: () => Promise<Buffer> };
}

const NATURAL = 1.437; // the text face's own line, em: pdfmake multiplies it

export function setByPdfmake(pieces: readonly Piece[], fonts: FontPaths): Promise<Buffer> {
  const pdfmake = createRequire(import.meta.url)("pdfmake") as Pdfmake;
  pdfmake.setFonts({ text: { normal: fonts.text }, heads: { normal: fonts.heads } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  const { width, height, measure, left, top, rows, leading, body } = PAGE;
  const lineHeight = leading / (body * NATURAL);
  const head = (size: number) => ({ font: "heads", fontSize: size, lineHeight: (2 * leading) / (size * 1.448) });
  return pdfmake.createPdf({
    pageSize: { width, height }, pageMargins: [left, top, width - left - measure, height - top - rows * leading],
    defaultStyle: { font: "text", fontSize: body, lineHeight },
    styles: { part: head(HEADS.part), text: { ...head(HEADS.text), alignment: "center" }, entry: head(HEADS.entry), paragraph: { alignment: "justify" } },
    content: pieces.map(({ kind, text }, n) => ({ text, style: kind, ...(kind === "paragraph" ? { leadingIndent: 2 * body } : {}), ...(kind === "part" && n > 0 ? { pageBreak: "before" } : {}) })),
  }).getBuffer();
}
