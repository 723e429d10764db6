/** A thousand texts without a cache, with an empty one, with a full one, and with one text changed: `node --import tsx bench/cache-speed.ts [--texts 1000]`; `make bench` prints the same.
 *
 *  Processor time of the way of the texts alone, in this process, weights and registers in hand; the cache is a new folder, removed at the end. */
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openCache, type Cache } from "../pipeline/engine/cache.ts";
import { processTexts, textsCode } from "../pipeline/engine/texts.ts";
import { readRegisters } from "../pipeline/read/index.ts";
import { flatten } from "../pipeline/restore/model/flatten.ts";
import type { Document } from "../schemas/source.ts";
import { documentOf } from "./document.ts";
import { openModel } from "./model.ts";
import { between, generator, type Random } from "./random.ts";
import { table } from "./speed/print.ts";
import { headingOf, sentence } from "./synthetic/prose.ts";

/** Characters of a text, or a little more: two pages. */
const LENGTH = 2_700;
const count = Number(parseArgs({ options: { texts: { type: "string", default: "1000" } } }).values.texts);

const random = generator(1);
const documents = Array.from({ length: count }, (_, n) => documentOf(`text-${n + 1}`, syntheticText(random)));
const model = openModel();
const means = { model: { digest: "shipped", decoded: () => model }, registers: readRegisters(fileURLToPath(new URL("../sources/registers", import.meta.url)), 2013), corrections: [] };
const dir = mkdtempSync(join(tmpdir(), "nianjian-bench-"));
const code = textsCode();

await seconds(documents.slice(0, 20), null); // warms the program
const none = await seconds(documents, null);
const cold = await seconds(documents, openCache(dir, code));
const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => statSync(join(entry.parentPath, entry.name)).size);
const full = openCache(dir, code), again = openCache(dir, code);
const warm = await seconds(documents, full);
const changed = await seconds([...documents.slice(1), documentOf(documents[0]!.id, `${documents[0]!.text}又建成3个站点.`)], again);
rmSync(dir, { recursive: true });

const bytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
console.log(`cache: ${documents.length} texts of ${(bytes / documents.length / 1e3).toFixed(1)} kB, ${(entries.reduce((sum, size) => sum + size, 0) / entries.length / 1e3).toFixed(1)} kB an entry; processor time`);
const rows = [["none", none, documents.length], ["empty", cold, documents.length], ["full", warm, full.counts.made], ["full, one text changed", changed, again.counts.made]] as const;
for (const line of table(["cache", "texts processed", "seconds", "× none"], rows.map(([name, took, made]) => [name, String(made), took.toFixed(2), (none / took).toFixed(2)]))) console.log(line);

/** Processor time of a run; what else the machine does is not in it. */
async function seconds(texts: readonly Document[], cache: Cache | null): Promise<number> {
  const began = process.cpuUsage();
  await processTexts(texts, means, { cache });
  cache?.tidy();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

/** A text of invented sentences, one in five of which says a fact, in entries with a heading, flattened as raw texts arrive. */
function syntheticText(random: Random): string {
  let clean = `${headingOf(random)}\n`;
  for (let n = 0; clean.length < LENGTH; n++) {
    clean += `${"一二三四五六七八九十"[n % 10]!}、${headingOf(random)}\n`;
    for (let left = between(random, 10, 25); left > 0; left--) clean += sentence(random, 20).text;
    clean += "\n";
  }
  return flatten(clean, { titleLine: true }).raw;
}
