import { readFileSync, writeFileSync } from "node:fs";
import { openFaces, fontPaths, FACE_NAMES, type FontFiles } from "./pipeline/publish/book/face.ts";
import { laidOut } from "./pipeline/publish/book/index.ts";
import { paint, READER } from "./pipeline/publish/book/paint/index.ts";
import { pack } from "./pipeline/publish/book/finish.ts";
import { editionOf } from "./pipeline/commands/open-year.ts";
import { PDFDocument, ParseSpeeds } from "pdf-lib";
const times = Number(process.argv[2]); const mode = process.argv[3];
const made = await editionOf(2014, undefined, { step() {}, done() {} } as never);
const p = fontPaths();
const fonts = Object.fromEntries(FACE_NAMES.map((n) => [n, readFileSync(p[n])])) as FontFiles;
const faces = openFaces(fonts);
const b = laidOut(made as never, faces);
const { pages, root } = b;
const copies = Array.from({ length: times }, () => structuredClone({ pages, root }));
const big = { ...b, pages: copies.flatMap((c) => c.pages), root: { ...root, children: copies.flatMap((c) => c.root.children) } };
const mb = () => (process.resourceUsage().maxRSS / 1024).toFixed(0);
console.log(big.pages.length, "pages; rss before", mb());
const run = async (name: string, form: object) => { const t = performance.now(); const o = await paint(big as never, faces, { ...READER, ...form } as never); console.log(name, (performance.now() - t).toFixed(0), "ms", o.length, "rss", mb()); return o; };
if (mode === "bare") await run("bare", { tagged: false });
else { const plain = await run("tagged plain", { packed: false });
writeFileSync("/tmp/pdfa-big.pdf", plain);
for (let i = 0; i < 3; i++) { const t = performance.now(); const o = pack(plain); console.log("pack", (performance.now() - t).toFixed(0), o.length, "rss", mb()); }
if (mode === "lib") for (let i = 0; i < 2; i++) { const t = performance.now(); const d = await PDFDocument.load(plain, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest }); const o = await d.save({ useObjectStreams: true, objectsPerTick: Infinity }); console.log("pdf-lib", o.length, (performance.now() - t).toFixed(0), mb()); } }
