/** The speed of restoration on one core, beside a segmenter's on the same texts, and the time the weights take to open. Not here: printing. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { median } from "d3-array";
import { restore } from "../../pipeline/restore/index.ts";
import { documentOf } from "../document.ts";
import { openModel } from "../model.ts";
import { ratesOf, type Speed } from "./turns.ts";

export interface Speeds { readonly bytes: number; readonly runs: number; readonly rows: readonly Speed[] }

/** Times restoration of the texts one by one and as one text, and the segmenter on the same texts. */
export async function restoreSpeed(texts: readonly string[], runs: number): Promise<Speeds> {
  const model = openModel();
  const segmenter = await openSegmenter();
  const whole = texts.join("");
  const bytes = Buffer.byteLength(whole);
  const rows = ratesOf([
    { work: `restore, ${texts.length} texts of ${(bytes / texts.length / 1e3).toFixed(0)} kB`, bytes, run: () => { for (const text of texts) restore(documentOf("text", text), model); } },
    { work: "restore, one text of all", bytes, run: () => { restore(documentOf("text", whole), model); } },
    { work: segmenter.name, bytes, run: () => { for (const text of texts) segmenter.cut(text); } },
  ], runs);
  return { bytes, runs, rows };
}

/** jieba with its own dictionary and its model for unknown words, as it is used where nothing else is said. */
async function openSegmenter(): Promise<{ name: string; cut: (text: string) => string[] }> {
  const { Jieba } = await import("@node-rs/jieba");
  const { dict } = await import("@node-rs/jieba/dict.js");
  const jieba = Jieba.withDict(dict);
  const { version } = createRequire(import.meta.url)("@node-rs/jieba/package.json") as { version: string };
  return { name: `@node-rs/jieba ${version}, the same texts`, cut: (text) => jieba.cut(text, true) };
}

/** Milliseconds of processor time to decode the weights, the median over fresh processes. Reading the files and starting Node are not in it. */
export function modelLoad(runs: number): number {
  const script = fileURLToPath(new URL("model-load.ts", import.meta.url));
  return median(Array.from({ length: runs }, () => Number(spawnSync(process.execPath, ["--import", "tsx", script], { encoding: "utf8" }).stdout)))!;
}
