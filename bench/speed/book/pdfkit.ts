/** pdfkit's own text flow, as its guide shows it: `doc.text` with `align` and `indent`, fonts by path. */
import { createRequire } from "node:module";
import type { FontPaths } from "./way.ts";
import { HEADS, PAGE } from "./page.ts";
import type { Piece } from "./pieces.ts";

/** A font is named by its path each time: registered under a name and opened before, pdfkit 0.20.2 would read the file again at each change. */
export function setByPdfkit(pieces: readonly Piece[], fonts: FontPaths): Promise<Buffer> {
  const PDFDocument = createRequire(import.meta.url)("pdfkit") as typeof import("pdfkit");
  const { width, height, measure, left, top, rows, leading, body } = PAGE;
  const doc = new PDFDocument({ size: [width, height], margins: { left, right: width - left - measure, top, bottom: height - top - rows * leading }, font: fonts.text });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
  });
  for (const [n, { kind, text }] of pieces.entries()) {
    if (kind === "paragraph") {
      doc.font(fonts.text).fontSize(body);
      doc.text(text, { align: "justify", indent: 2 * body, lineGap: leading - doc.currentLineHeight() });
      continue;
    }
    if (kind === "part" && n > 0) doc.addPage();
    doc.font(fonts.heads).fontSize(HEADS[kind]);
    doc.text(text, { align: kind === "text" ? "center" : "left", lineGap: 2 * leading - doc.currentLineHeight() });
  }
  doc.end();
  return done;
}
