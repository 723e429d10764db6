/** How right the pipeline is: `make eval`, or `make eval EVAL=dir` for a larger set; `npx tsx bench/eval.ts --help`. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readRegisters } from "../pipeline/read/registers.ts";
import { evaluate } from "./eval/evaluate.ts";
import { evaluationLines } from "./eval/print.ts";
import { ownTexts, readSamples } from "./eval/read.ts";
import { openModel } from "./model.ts";
import { seededReport } from "./seeded/index.ts";

const HELP = `eval [FOLDER] [--list FILE]… [--json FILE]

Without FOLDER the texts of the 2013 edition are scored against test/fixtures/2013, and the checks are tried on seeded errors (bench/seeded).
FOLDER, with its sub-folders, holds
  NAME.raw.txt with NAME.marks.jsonl, NAME.gold.jsonl or both, or
  NAME.txt, clean texts: they are flattened, and their own marks are the answers.
The folder that holds a text is its genre, the first-level folder its split.

--list FILE   score only the texts that FILE names, a path below FOLDER a line; each list is a split
--json FILE   write the figures there too`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { list: { type: "string", multiple: true }, json: { type: "string" }, help: { type: "boolean" } } });
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const [folder] = positionals;
const samples = folder === undefined ? ownTexts() : readSamples(folder, values.list);
if (samples.length === 0) {
  console.error(`${folder}: no text to score. Put NAME.raw.txt with its answers, or clean NAME.txt, into it.`);
  process.exit(66);
}
const model = openModel();
const registers = readRegisters(fileURLToPath(new URL("../sources/registers", import.meta.url)), 2013);
const evaluation = evaluate(samples, model, registers);
console.log([...evaluationLines(evaluation), ...(folder === undefined ? seededReport(model) : [])].join("\n"));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(evaluation, null, 1)}\n`);
