/** Extracts one raw text and prints its facts as JSON Lines: for scoring at the desk. `npx tsx bench/score.ts FILE` */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { extract } from "../pipeline/extract/index.ts";
import { outline } from "../pipeline/outline/index.ts";
import { readRegisters } from "../pipeline/read/registers.ts";
import { decodeModel, restore } from "../pipeline/restore/index.ts";

const model = decodeModel(readFileSync(new URL("../pipeline/restore/model/marks.bin.gz", import.meta.url)));
const registers = readRegisters(new URL("../sources/registers", import.meta.url).pathname, 2013);
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  const document = { id: basename(file).replace(/\.txt$/u, ""), path: file, text, digest: "0".repeat(64), bytes: 1, encoding: "utf-8" as const, problems: [] };
  const restored = restore(document, model);
  for (const fact of extract(document, restored, outline(restored), registers)) console.log(JSON.stringify(fact));
}
