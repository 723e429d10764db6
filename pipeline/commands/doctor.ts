/** doctor: whether this installation can make an edition, a line a check on standard output. */
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { EXIT, wordsOf, type ExitCode } from "../messages.ts";
import { readModel, readRegisters, readVersions } from "../read/index.ts";
import { decodeModel } from "../restore/index.ts";
import { write } from "./output.ts";
import { outputsDir, registersDir } from "./paths.ts";

/** A check gives the words for what is well and throws what is not. */
const CHECKS: readonly { name: string; run: () => string | Promise<string> }[] = [
  { name: "node", run: nodeVersion },
  { name: "program", run: () => `nianjian ${readVersions()["nianjian"] ?? "?"}` },
  { name: "fonts", run: fonts },
  { name: "model", run: model },
  { name: "registers", run: registers },
  { name: "outputs", run: outputs },
];

export async function runDoctor(): Promise<ExitCode> {
  let ill = false;
  for (const { name, run } of CHECKS) {
    try {
      await write(`ok    ${name.padEnd(10)} ${await run()}\n`);
    } catch (thrown) {
      ill = true;
      await write(`fail  ${name.padEnd(10)} ${wordsOf(thrown)}\n`);
    }
  }
  return ill ? EXIT.invalid : EXIT.done;
}

function nodeVersion(): string {
  const { node } = process.versions;
  const [major = 0, minor = 0] = node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 15)) throw new Error(`Node ${node} is too old. Install Node 20.15 or later.`);
  return `Node ${node}`;
}

async function fonts(): Promise<string> {
  const { fontPaths } = await import("../publish/book/face.ts");
  const sizes = Object.values(fontPaths()).map((path) => statSync(path).size);
  return `${sizes.length} faces, ${(sizes.reduce((sum, size) => sum + size, 0) / 1e6).toFixed(1)} MB`;
}

function model(): string {
  const { marks, headings, digest } = readModel();
  decodeModel(marks, headings);
  return `marks.bin and headings.bin.gz ${digest.slice(0, 12)}, ${((marks.length + headings.length) / 1024).toFixed(0)} KB`;
}

function registers(): string {
  const { regions, regionsDate, organisations, units, glossary } = readRegisters(registersDir(), 2013);
  return `${regions.length} regions (${regionsDate}), ${organisations.length} organisations, ${units.length} units, ${glossary.length} terms`;
}

function outputs(): string {
  let dir = resolve(outputsDir());
  while (!existsSync(dir)) dir = dirname(dir);
  accessSync(dir, constants.W_OK);
  return `${outputsDir()} can be written`;
}
