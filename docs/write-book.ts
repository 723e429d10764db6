/** Writes the pictures of docs/book.md, and in it the table of the rules of composition: `make pictures`. Needs pdftoppm and pdftotext (poppler-utils).
 *  The rules are set by the book's own composer; pages are those of a built edition. Not here: the rules (composition), the words of the page. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { drawLine } from "../pipeline/publish/book/blocks.ts";
import { type Draw, tag } from "../pipeline/publish/book/draw.ts";
import { FACE_NAMES, type Faces, type FontFiles, fontPaths, openFaces } from "../pipeline/publish/book/face.ts";
import { paint, type PrintedBook } from "../pipeline/publish/book/paint/index.ts";
import { setParagraph } from "../pipeline/publish/book/paragraph/index.ts";
import { INK } from "../pipeline/publish/book/style.ts";
import { COMPOSITION, type Shown } from "./composition.ts";

const PAGE = fileURLToPath(new URL("book.md", import.meta.url));
const PICTURES = fileURLToPath(new URL("images/book/", import.meta.url));
const EM = 14;
const ROW = 23;
const PAD = 14;
export const DPI = 110;

export function openedFaces(): Faces {
  const paths = fontPaths();
  return openFaces(Object.fromEntries(FACE_NAMES.map((name) => [name, readFileSync(paths[name])])) as FontFiles);
}

/** A rule's paragraph on a sheet of its own, on a pale grid of squares, as PDF. */
export function pictureOf(shown: Shown, faces: Faces): Buffer {
  const measure = shown.ems * EM;
  const lines = setParagraph([{ text: shown.text, face: "serif", size: EM }], { measure, align: "justify", ...shown.setting, indent: (shown.setting?.indent ?? 0) * EM }, faces);
  const height = lines.length * ROW + 2 * PAD - (ROW - EM);
  const grid = Array.from({ length: shown.ems + 1 }, (_, n): Draw => ({ kind: "line", x: PAD + n * EM, y: PAD - 5, x2: PAD + n * EM, y2: height - PAD + 5, ink: n === 0 || n === shown.ems ? INK.mid : INK.pale, weight: n === 0 || n === shown.ems ? 0.6 : 0.8, tag: null }));
  const owner = tag("P");
  const draws = [...grid, ...lines.flatMap((line, n) => drawLine(line, PAD, PAD + n * ROW + 0.88 * EM, owner))];
  return paint(sheet(shown.rule, measure + 2 * PAD, height, draws, owner), faces);
}

const sheet = (title: string, width: number, height: number, draws: Draw[], owner: ReturnType<typeof tag>): PrintedBook => ({
  width, height, pages: [{ anchors: [], drawn: () => ({ draws, furniture: [] }) }], root: tag("Document", [owner]), bookmarks: [], labels: [{ page: 0, style: "D" }], attachments: [], title, author: "", subject: "", date: "2014-06-30",
});

/** Pages of the edition that docs/book.md shows: the first that holds these words. */
const PAGES: readonly { id: string; holds: RegExp; dpi: number }[] = [
  { id: "cover", holds: /^\s*中国电子政务年鉴/u, dpi: 40 },
  { id: "contents", holds: /目录\s+Contents/u, dpi: 60 },
  { id: "glance", holds: /年度要览\s+The Year/u, dpi: 60 },
  { id: "chronicle", holds: /大事记\s+Chronicle/u, dpi: 60 },
  { id: "text", holds: /【[^】]{6,}】[^]*文本：/u, dpi: 60 },
  { id: "table", holds: /Main indicators compared[^]*Change/u, dpi: 60 },
  { id: "figure", holds: /Table 2 [^]*Figure 2 /u, dpi: 60 },
  { id: "index", holds: /按汉语拼音排列/u, dpi: 60 },
];

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${command}: ${error?.message ?? stderr}. Install poppler-utils.`);
  return stdout;
}

function drawRules(): void {
  const faces = openedFaces();
  const folder = mkdtempSync(join(tmpdir(), "book-"));
  for (const shown of COMPOSITION) {
    const pdf = join(folder, `${shown.id}.pdf`);
    writeFileSync(pdf, pictureOf(shown, faces));
    run("pdftoppm", "-r", String(DPI), "-png", "-singlefile", pdf, join(PICTURES, shown.id));
  }
  rmSync(folder, { recursive: true });
}

function drawPages(pdf: string): void {
  const pages = run("pdftotext", "-layout", pdf, "-").split("\f");
  // the contents name tables and figures too
  for (const { id, holds, dpi } of PAGES) {
    const body = pages.findIndex((words) => holds.test(words) && (id === "contents" || !/目录\s+Contents/u.test(words)) && !/\.{6}/u.test(words));
    if (body < 0) throw new Error(`no page of ${pdf} holds ${holds.source}: mend PAGES in docs/write-book.ts`);
    run("pdftoppm", "-r", String(dpi), "-f", String(body + 1), "-png", "-singlefile", pdf, join(PICTURES, `page-${id}`));
  }
}

const BEGIN = "<!-- the rules: written by make pictures -->";
const END = "<!-- end of the rules -->";

/** docs/book.md with its table of rules as it ought to stand. */
export function bookPage(page: string): string {
  const rows = COMPOSITION.map(({ id, rule, source }) => `| ${rule} | ${source} | ![${rule}](images/book/${id}.png) |`);
  return page.replace(new RegExp(`${BEGIN}[^]*${END}`, "u"), [BEGIN, "", "| rule | source | set |", "| --- | --- | --- |", ...rows, "", END].join("\n"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(PICTURES, { recursive: true });
  drawRules();
  drawPages(process.argv[2] ?? "outputs/2013/nianjian-2013.pdf");
  writeFileSync(PAGE, bookPage(readFileSync(PAGE, "utf8")));
}
