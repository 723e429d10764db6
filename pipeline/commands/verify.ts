/** verify DIR: what does not hold of an edition, a line each on standard output; nothing where all holds. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { EXIT, UserError, wordsOf, type ExitCode } from "../messages.ts";
import { filesBelow, readFacts, readManifest } from "./edition-files.ts";
import { write } from "./output.ts";

export async function runVerify(dir: string): Promise<ExitCode> {
  const faults = faultsOf(dir);
  await write(faults.map((fault) => `${fault}\n`).join(""));
  return faults.length > 0 ? EXIT.invalid : EXIT.done;
}

export function faultsOf(dir: string): string[] {
  const manifest = readManifest(dir);
  const listed = new Set(["manifest.json", ...manifest.outputs.map(({ path }) => path)]);
  const files = manifest.outputs.flatMap(({ path, sha256, bytes }) => fileFaults(join(dir, path), sha256, bytes));
  const strangers = filesBelow(realpathSync(dir)).filter((path) => !listed.has(path)).map((path) => `${join(dir, path)}: the manifest does not name this file. Move it away.`);
  return [...files, ...strangers, ...digestFaults(dir, manifest), ...factFaults(dir, manifest.counts["facts"])];
}

function fileFaults(path: string, sha256: string, bytes: number): string[] {
  if (!existsSync(path)) return [`${path}: the manifest names this file, but it is not there. Build the edition again.`];
  const content = readFileSync(path);
  if (content.length !== bytes) return [`${path}: ${content.length} bytes, the manifest says ${bytes}. Build the edition again.`];
  if (createHash("sha256").update(content).digest("hex") !== sha256) return [`${path}: its SHA-256 is not the manifest's: it was changed after it was built. Build the edition again.`];
  return [];
}

/** The edition's digest is that of its inputs, in their order. */
function digestFaults(dir: string, { digest, inputs }: ReturnType<typeof readManifest>): string[] {
  const hash = createHash("sha256");
  for (const { path, sha256 } of inputs) hash.update(`${sha256}  ${path}\n`);
  return hash.digest("hex") === digest ? [] : [`${join(dir, "manifest.json")}: the edition's digest is not that of its inputs. Build the edition again.`];
}

function factFaults(dir: string, counted: number | undefined): string[] {
  try {
    const { size } = readFacts(dir);
    return counted === undefined || counted === size ? [] : [`${join(dir, "data", "facts.jsonl")}: ${size} facts with ids of their own, the manifest says ${counted}. Build the edition again.`];
  } catch (thrown) {
    if (thrown instanceof UserError) return [wordsOf(thrown)];
    throw thrown;
  }
}
