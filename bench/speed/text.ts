/** Text to time restoration on: our own restated texts, their clauses in ever new order, flattened. Not here: timing. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { flatten } from "../../pipeline/restore/model/flatten.ts";
import { generator, type Random } from "../random.ts";

const CLEAN = fileURLToPath(new URL("../../test/fixtures/2013/", import.meta.url));
/** UTF-8 bytes of a text: that of a long report. */
const TEXT_BYTES = 20_000;

/** Flattened texts of about 20 kB, together at least `bytes` of UTF-8; the same ones on every run.
 *
 *  Clauses are shuffled within their line: mere repetition would meet the same characters, and so the same cached weights, again and again. */
export function speedTexts(bytes: number): string[] {
  const lines = linesOf();
  const random = generator(1);
  const out: string[] = [];
  for (let total = 0; total < bytes;) {
    let clean = "";
    while (Buffer.byteLength(clean) < TEXT_BYTES) clean += lines.map((line) => `${shuffled(line, random)}\n`).join("");
    const { raw } = flatten(clean);
    out.push(raw);
    total += Buffer.byteLength(raw);
  }
  return out;
}

/** The clean texts of a folder, flattened: to be timed instead of our own. */
export function textsOf(folder: string): string[] {
  return readdirSync(folder).filter((file) => file.endsWith(".txt")).toSorted().map((file) => flatten(readFileSync(join(folder, file), "utf8")).raw);
}

function linesOf(): string[] {
  const names = readdirSync(CLEAN).filter((file) => file.endsWith(".clean.txt")).toSorted();
  return names.flatMap((name) => readFileSync(join(CLEAN, name), "utf8").split("\n").filter(Boolean));
}

function shuffled(line: string, random: Random): string {
  const clauses = line.match(/[^，。、；：！？]+[，。、；：！？]*/gu) ?? [line];
  for (let i = clauses.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [clauses[i], clauses[j]] = [clauses[j]!, clauses[i]!];
  }
  return clauses.join("");
}
