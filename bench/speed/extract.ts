/** The speed of extraction on one core, with and without restoration, beside a recogniser of numbers and dates on sentences of the same texts. Not here: printing. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { processDocument } from "../../pipeline/document.ts";
import { extract } from "../../pipeline/extract/index.ts";
import { outline } from "../../pipeline/outline/index.ts";
import { readRegisters } from "../../pipeline/read/index.ts";
import { restore } from "../../pipeline/restore/index.ts";
import type { Outline } from "../../schemas/outline.ts";
import { documentOf } from "../document.ts";
import { openModel } from "../model.ts";
import { ratesOf, type Speed, type Work } from "./turns.ts";

const REGISTERS = fileURLToPath(new URL("../../sources/registers", import.meta.url));
const YEAR = 2013;
/** What the peer is given, in bytes: it needs seconds for as much. */
const PEER_BYTES = 40_000;

export interface ExtractSpeeds { readonly bytes: number; readonly runs: number; readonly rows: readonly Speed[] }

/** Times restoration, extraction and both on the texts one by one, extraction on all of them as one text, and the peer on the first sentences. */
export async function extractSpeed(texts: readonly string[], runs: number): Promise<ExtractSpeeds> {
  const model = openModel();
  const registers = readRegisters(REGISTERS, YEAR);
  const bytes = Buffer.byteLength(texts.join(""));
  const shaped = (text: string) => {
    const document = documentOf("text", text);
    const restored = restore(document, model);
    return { document, restored, outline: outline(restored) };
  };
  const each = texts.map(shaped), whole = shaped(texts.join(""));
  const extractOf = (one: ReturnType<typeof shaped>) => extract(one.document, one.restored, one.outline, registers);
  const rows = ratesOf([
    { work: `restore, ${texts.length} texts of ${(bytes / texts.length / 1e3).toFixed(0)} kB`, bytes, run: () => { for (const { document } of each) restore(document, model); } },
    { work: "extract, the same texts restored", bytes, run: () => { for (const one of each) extractOf(one); } },
    { work: "extract, one text of all", bytes, run: () => { extractOf(whole); } },
    { work: "restore, outline and extract", bytes, run: () => { for (const { document } of each) processDocument(document, model, registers); } },
    await peer(sentencesOf(each.map((one) => one.outline), PEER_BYTES)),
  ], runs);
  return { bytes, runs, rows };
}

/** Sentences from the beginning, of `limit` bytes together or a little more. */
function sentencesOf(outlines: readonly Outline[], limit: number): string[] {
  const out: string[] = [];
  let bytes = 0;
  for (const { text } of outlines.flatMap(({ sentences }) => sentences)) {
    if (bytes >= limit) break;
    out.push(text);
    bytes += Buffer.byteLength(text);
  }
  return out;
}

/** Microsoft's recognisers of numbers, percentages and dates in Chinese, a sentence at a time: what they are made for. */
async function peer(sentences: readonly string[]): Promise<Work> {
  const { default: suite } = await import("@microsoft/recognizers-text-suite");
  const { version } = createRequire(import.meta.url)("@microsoft/recognizers-text-suite/package.json") as { version: string };
  const bytes = Buffer.byteLength(sentences.join(""));
  const read = (sentence: string) => {
    suite.recognizeNumber(sentence, suite.Culture.Chinese);
    suite.recognizePercentage(sentence, suite.Culture.Chinese);
    suite.recognizeDateTime(sentence, suite.Culture.Chinese);
  };
  return { work: `recognizers-text-suite ${version}, ${(bytes / 1e3).toFixed(0)} kB of sentences`, bytes, run: () => { for (const sentence of sentences) read(sentence); } };
}
