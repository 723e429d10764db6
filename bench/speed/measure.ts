/** The speed of restoration on one core, beside a segmenter's on the same texts, and the time the weights take to open. Not here: printing. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { median } from "d3-array";
import { restore } from "../../pipeline/restore/index.ts";
import { documentOf } from "../document.ts";
import { openModel } from "../model.ts";

export interface Speed {
  readonly work: string;
  /** Megabytes (10^6) of UTF-8 a second of processor time, the median of the runs. */
  readonly rate: number;
  /** The rate over the segmenter's. */
  readonly ratio: number;
}

export interface Speeds { readonly bytes: number; readonly runs: number; readonly rows: readonly Speed[] }

/** Times restoration of the texts one by one and as one text, and the segmenter on the same texts.
 *
 *  Processor time of all threads is what one core would need: the collector's helpers are in it, what else the machine does is not.
 *  The kinds of work take turns; a first turn warms the program and is not counted. */
export async function restoreSpeed(texts: readonly string[], runs: number): Promise<Speeds> {
  const model = openModel();
  const segmenter = await openSegmenter();
  const whole = texts.join("");
  const bytes = Buffer.byteLength(whole);
  const kinds = [
    { work: `restore, ${texts.length} texts of ${(bytes / texts.length / 1e3).toFixed(0)} kB`, run: () => { for (const text of texts) restore(documentOf("text", text), model); } },
    { work: "restore, one text of all", run: () => { restore(documentOf("text", whole), model); } },
    { work: segmenter.name, run: () => { for (const text of texts) segmenter.cut(text); } },
  ];
  const seconds = kinds.map((): number[] => []);
  for (let turn = 0; turn <= runs; turn++) {
    for (const [i, { run }] of kinds.entries()) {
      const began = process.cpuUsage();
      run();
      if (turn > 0) seconds[i]!.push(secondsSince(began));
    }
  }
  const rates = seconds.map((all) => bytes / 1e6 / median(all)!);
  return { bytes, runs, rows: kinds.map(({ work }, i) => ({ work, rate: rates[i]!, ratio: rates[i]! / rates.at(-1)! })) };
}

/** Processor time, the program's and the system's on its behalf. */
function secondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
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
