/** verify DIR: what does not hold of an edition, a line each on standard output; nothing where all holds. */
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "../../schemas/manifest.ts";
import { EXIT, UserError, wordsOf, type ExitCode } from "../messages.ts";
import { filesBelow, readFacts, readManifest } from "./edition-files.ts";
import { write } from "./output.ts";
import { contentFaults } from "./verify/index.ts";
import { partsOf } from "./verify/xlsx.ts";

export async function runVerify(dir: string): Promise<ExitCode> {
  const faults = faultsOf(dir);
  await write(faults.map((fault) => `${fault}\n`).join(""));
  return faults.length > 0 ? EXIT.invalid : EXIT.done;
}

/** All that does not hold of an edition's folder, a line each. Every file is read once; where a build turns the link meanwhile, the edition that it shows then is read. */
export function faultsOf(dir: string): string[] {
  for (;;) {
    const real = folderOf(dir);
    const faults = faultsIn(real).map((fault) => (fault.startsWith(`${real}/`) ? dir + fault.slice(real.length) : fault));
    if (faults.length === 0 || folderOf(dir) === real) return faults;
  }
}

/** The folder that a link shows at this moment: its files are those of one edition, even when the link is turned. */
const folderOf = (dir: string): string => (lstatSync(dir, { throwIfNoEntry: false })?.isSymbolicLink() === true && existsSync(dir) ? realpathSync(dir) : dir);

function faultsIn(dir: string): string[] {
  const manifest = readManifest(dir);
  const listed = new Set(["manifest.json", ...manifest.outputs.map(({ path }) => path)]);
  const bytes = new Map(manifest.outputs.flatMap(({ path }) => (existsSync(join(dir, path)) ? [[path, readFileSync(join(dir, path))] as const] : [])));
  const files = manifest.outputs.flatMap((output) => fileFaults(join(dir, output.path), bytes.get(output.path), output));
  const strangers = filesBelow(realpathSync(dir)).filter((path) => !listed.has(path)).map((path) => `${join(dir, path)}: the manifest does not name this file. Move it away.`);
  return [...files, ...strangers, ...digestFaults(dir, manifest), ...countFaults(dir, manifest.counts["facts"]), ...contentFaults(dir, bytes)];
}

function fileFaults(path: string, content: Buffer | undefined, { sha256, bytes, parts }: Manifest["outputs"][number]): string[] {
  if (content === undefined) return [`${path}: the manifest names this file, but it is not there. Build the edition again.`];
  const own = content.length !== bytes ? [`${path}: ${content.length} bytes, the manifest says ${bytes}. Build the edition again.`] : digestOf(content) === sha256 ? [] : [`${path}: its SHA-256 is not the manifest's: it was changed after it was built. Build the edition again.`];
  return parts === undefined ? own : partFaults(path, content, parts, own);
}

/** Which parts of a workbook are not the manifest's. Where all are, the workbook was only packed again. */
function partFaults(path: string, content: Buffer, parts: NonNullable<Manifest["outputs"][number]["parts"]>, own: string[]): string[] {
  let found: Map<string, Uint8Array>;
  try {
    found = partsOf(content);
  } catch {
    return own; // told by contentFaults: it is no zip
  }
  const named = new Set(parts.map((part) => part.path));
  const wrong = [
    ...parts.filter((part) => !found.has(part.path)).map((part) => `${path}: ${part.path} within it is not there. Build the edition again.`),
    ...parts.filter((part) => found.has(part.path) && digestOf(found.get(part.path)!) !== part.sha256).map((part) => `${path}: the SHA-256 of ${part.path} within it is not the manifest's. Build the edition again.`),
    ...[...found.keys()].filter((part) => !named.has(part)).map((part) => `${path}: the manifest does not name ${part} within it. Build the edition again.`),
  ];
  return own.length > 0 && wrong.length === 0 ? [`${path}: its bytes are not the manifest's, but all its parts are: it was packed again. Build the edition again.`] : [...own, ...wrong];
}

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The edition's digest is that of its inputs, in their order. */
function digestFaults(dir: string, { digest, inputs }: Manifest): string[] {
  const hash = createHash("sha256");
  for (const { path, sha256 } of inputs) hash.update(`${sha256}  ${path}\n`);
  return hash.digest("hex") === digest ? [] : [`${join(dir, "manifest.json")}: the edition's digest is not that of its inputs. Build the edition again.`];
}

function countFaults(dir: string, counted: number | undefined): string[] {
  try {
    const { size } = readFacts(dir);
    return counted === undefined || counted === size ? [] : [`${join(dir, "data", "facts.jsonl")}: ${size} facts with ids of their own, the manifest says ${counted}. Build the edition again.`];
  } catch (thrown) {
    if (thrown instanceof UserError) return [wordsOf(thrown)];
    throw thrown;
  }
}
