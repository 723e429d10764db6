/** Seconds and peak memory by stage, over the edition of a year, then the speed of restoration, of extraction, of the cache, of the workbook and of the book: `make bench`. One process, the stages in order, the median of RUNS for the pure ones.
 *
 *  Memory is the process's peak after the stage: it never falls, so a stage shows what it added. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "d3-array";
import { silent } from "../pipeline/commands/report.ts";

const RUNS = 5;
const root = fileURLToPath(new URL("..", import.meta.url));
const year = Number(process.argv[2] ?? 2013);
const rows: { stage: string; seconds: number; peak: number }[] = [];

const peak = () => process.resourceUsage().maxRSS / 1024;

/** Runs a stage, notes its seconds (the median over `runs`) and the peak after it, and gives its result. */
async function timed<T>(stage: string, work: () => T | Promise<T>, runs = 1): Promise<T> {
  const seconds: number[] = [];
  let result: T | undefined;
  for (let i = 0; i < runs; i++) {
    const began = performance.now();
    result = await work();
    seconds.push((performance.now() - began) / 1000);
  }
  rows.push({ stage, seconds: median(seconds)!, peak: peak() });
  return result as T;
}

rows.push({ stage: "start of Node and tsx", seconds: performance.now() / 1000, peak: peak() });
const stages = await timed("load the stages", async () => ({
  ...(await import("../pipeline/restore/index.ts")),
  ...(await import("../pipeline/outline/index.ts")),
  ...(await import("../pipeline/extract/index.ts")),
  ...(await import("../pipeline/check/index.ts")),
  ...(await import("../pipeline/commands/open-year.ts")),
  ...(await import("./model.ts")),
}));
const model = await timed("read the model", () => stages.openModel());

const edition = await timed("read, restore … tabulate", () => stages.editionOf(year, undefined, silent));
const texts = [...edition.preface, ...edition.columns.flatMap((column) => column.texts)];
const documents = texts.map(({ id, path, raw, digest, bytes, encoding, problems }) => ({ id, path, text: raw, digest, bytes, encoding, problems }));
const { readRegisters } = await import("../pipeline/read/registers.ts");
const registers = await timed("read the registers", () => readRegisters(join(root, "sources/registers"), year));
const restored = await timed("restore", () => documents.map((document) => stages.restore(document, model)), RUNS);
const outlines = await timed("outline", () => restored.map((text) => stages.outline(text)), RUNS);
const facts = await timed("extract", () => documents.flatMap((document, i) => stages.extract(document, restored[i]!, outlines[i]!, registers).facts), RUNS);
await timed("check", () => stages.check(facts, { registers, severities: {}, year, earlier: [], texts }), RUNS);
const { book, fontPaths } = await timed("load the book", () => import("../pipeline/publish/book/index.ts"));
const paths = fontPaths();
const fonts = await timed("read the fonts", () => ({ serif: readFileSync(paths.serif), serifBold: readFileSync(paths.serifBold), sans: readFileSync(paths.sans), sansBold: readFileSync(paths.sansBold) }));
await timed("book, first", () => book(edition, fonts));
await timed("book, again", () => book(edition, fonts), RUNS);
const { workbooks } = await timed("load the workbooks", () => import("../pipeline/publish/workbook/index.ts"));
await timed("workbooks, first", () => workbooks(edition));
await timed("workbooks, again", () => workbooks(edition), RUNS);
const { data } = await import("../pipeline/publish/data/index.ts");
await timed("data", () => data(edition), RUNS);

console.log(`stage${" ".repeat(22)}seconds   peak MiB`);
for (const { stage, seconds, peak } of rows) console.log(`${stage.padEnd(25)}  ${seconds.toFixed(3).padStart(7)}   ${peak.toFixed(0).padStart(8)}`);

// Each in a process of its own: what the stages left behind in this one would slow it.
for (const script of ["bench/restore-speed.ts", "bench/extract-speed.ts", "bench/cache-speed.ts", "bench/workbook-speed.ts", "bench/book-speed.ts"]) {
  console.log();
  spawnSync(process.execPath, ["--import", "tsx", join(root, script)], { stdio: "inherit" });
}
