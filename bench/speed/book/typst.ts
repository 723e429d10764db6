/** typst, its native compiler in this process: Chinese of the mainland, justified, fonts from bytes, tags as they are by default. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { FontPaths } from "./way.ts";
import { HEADS, PAGE } from "./page.ts";
import type { Piece } from "./pieces.ts";

/** The text comes as JSON, so that no sign of it is taken for markup. Lines are 1 em high, the rest of the leading lies between them. */
const SOURCE = `
#set document(date: none)
#set page(width: ${PAGE.width}pt, height: ${PAGE.height}pt, margin: (left: ${PAGE.left}pt, right: ${PAGE.width - PAGE.left - PAGE.measure}pt, top: ${PAGE.top}pt, bottom: ${PAGE.height - PAGE.top - PAGE.rows * PAGE.leading}pt))
#set text(font: "Noto Serif SC", size: ${PAGE.body}pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: ${PAGE.leading - PAGE.body}pt, spacing: ${PAGE.leading - PAGE.body}pt, first-line-indent: (amount: 2em, all: true))
#show heading: set text(font: "Noto Sans SC", weight: 700)
#show heading.where(level: 1): it => { pagebreak(weak: true); set text(size: ${HEADS.part}pt); it }
#show heading.where(level: 2): it => { set text(size: ${HEADS.text}pt); align(center, it) }
#show heading.where(level: 3): set text(size: ${HEADS.entry}pt)
#let levels = (part: 1, text: 2, entry: 3)
#for piece in json("pieces.json") {
  if piece.kind == "paragraph" { par(piece.text) } else { heading(level: levels.at(piece.kind), piece.text) }
}
`;

export function setByTypst(pieces: readonly Piece[], fonts: FontPaths): Promise<Buffer> {
  const { NodeCompiler } = createRequire(import.meta.url)("@myriaddreamin/typst-ts-node-compiler") as typeof import("@myriaddreamin/typst-ts-node-compiler");
  const compiler = NodeCompiler.create({ workspace: "/book", fontArgs: [{ fontBlobs: [readFileSync(fonts.text), readFileSync(fonts.heads)] }] });
  compiler.mapShadow("/book/pieces.json", Buffer.from(JSON.stringify(pieces)));
  compiler.addSource("/book/main.typ", SOURCE);
  const compiled = compiler.compile({ mainFilePath: "/book/main.typ" });
  if (compiled.result === null) {
    compiled.printErrors();
    throw new Error("typst did not set the text: see its words above");
  }
  return Promise.resolve(compiler.pdf(compiled.result));
}
