/** verify DIR: what does not hold of an edition, a line each on standard output; nothing where all holds. */
import { createHash } from "node:crypto";
import { existsSync, lstatSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "../../schemas/manifest.ts";
import { EXIT, seen, wordsOf, type ExitCode } from "../messages.ts";
import { alwaysIn, yearOf } from "../publish/names.ts";
import { plainBytes, readManifest } from "./edition-files.ts";
import { write } from "./output.ts";
import { folderAt, foldersOver, isWithin, kindAt, noFile, type Folder, type Kind } from "./verify/folder.ts";
import { contentFaults } from "./verify/index.ts";
import { partsOf } from "./verify/xlsx.ts";

export async function runVerify(dir: string): Promise<ExitCode> {
  const faults = faultsOf(dir);
  await write(toldOf(faults, dir).map((fault) => `${fault}\n`).join(""));
  return faults.length > 0 ? EXIT.invalid : EXIT.done;
}

/** So many faults are told one by one. */
const MOST = 20;

/** The first faults, and how many more there are: the rest mostly follows from them. */
export const toldOf = (faults: readonly string[], dir: string): string[] => (faults.length <= MOST + 1 ? [...faults] : [...faults.slice(0, MOST), `${seen(dir)}: ${faults.length - MOST} more faults. Build the edition again.`]);

/** All that does not hold of an edition's folder, a line each. Every file is read once; where a build turns the link meanwhile, the edition that it shows then is read. Names and cells come out without controls. */
export function faultsOf(dir: string): string[] {
  for (;;) {
    const real = folderOf(dir);
    const faults = faultsIn(real).map((fault) => seen(fault.startsWith(`${real}/`) ? dir + fault.slice(real.length) : fault));
    if (faults.length === 0 || folderOf(dir) === real) return faults;
  }
}

/** The folder that a link shows at this moment: its files are those of one edition, even when the link is turned. */
const folderOf = (dir: string): string => (lstatSync(dir, { throwIfNoEntry: false })?.isSymbolicLink() === true && existsSync(dir) ? realpathSync(dir) : dir);

function faultsIn(dir: string): string[] {
  const own = kindAt(join(dir, "manifest.json"));
  if (own !== null && own !== "file") return [noFile(join(dir, "manifest.json"), own)];
  const manifest = readManifest(dir);
  const folder = folderAt(dir);
  const { bytes, told, faults } = filesIn(dir, manifest, folder.entries);
  const listed = new Set(["manifest.json", ...manifest.outputs.map(({ path }) => path)]);
  const year = manifest.outputs.map(({ path }) => yearOf(path)).find((one) => one !== null) ?? manifest.year;
  const always = new Set(alwaysIn(year));
  const missing = [...always].filter((path) => !listed.has(path) && !folder.entries.has(path));
  const missingLines = missing.map((path) => `${join(dir, path)}: every edition has this file, but it is not there, and the manifest does not name it. Build the edition again.`);
  return [...folder.faults, ...faults, ...missingLines, ...strangersIn(dir, listed, always, folder), ...digestFaults(dir, manifest), ...contentFaults(dir, bytes, new Set([...told, ...missing]), manifest, year)];
}

/** The files that the manifest names: the bytes of those that are as it says, and what is told of the others. Nothing outside of the edition is opened, and nothing that is no file. */
function filesIn(dir: string, { outputs }: Manifest, entries: Folder["entries"]): { bytes: Map<string, Buffer>; told: Set<string>; faults: string[] } {
  const bytes = new Map<string, Buffer>(), told = new Set<string>(), faults = new Set<string>();
  const known = new Set<string>();
  for (const output of outputs) {
    const { path } = output;
    if (known.has(path)) faults.add(`${join(dir, "manifest.json")}: it names ${path} more than once. Build the edition again.`);
    known.add(path);
    const { content, found } = isWithin(path) ? readWithin(dir, path, entries) : { content: null, found: [`${join(dir, "manifest.json")}: it names ${path}, which leads out of the edition and was not opened. Build the edition again.`] };
    const wrong = content === null ? found : fileFaults(join(dir, path), content, output);
    for (const fault of wrong) faults.add(fault);
    if (content !== null && (wrong.length === 0 || isPackedAgain(wrong))) bytes.set(path, content);
    else told.add(path);
  }
  for (const path of told) bytes.delete(path); // one that is named twice, once with another digest
  return { bytes, told, faults: [...faults] };
}

/** The bytes of a file of the edition, or what is to be told of it. */
function readWithin(dir: string, path: string, entries: Folder["entries"]): { content: Buffer | null; found: string[] } {
  const stop = [...foldersOver(path), path].find((one) => (entries.get(one) ?? "file") !== (one === path ? "file" : "folder"));
  const kind = stop === undefined ? undefined : entries.get(stop);
  if (stop !== undefined && kind !== undefined) return { content: null, found: [kind === "file" ? `${join(dir, stop)}: this is a file, and the manifest has files in it. Build the edition again.` : noFolder(dir, path, stop, kind)] };
  if (entries.get(path) === undefined) return { content: null, found: [`${join(dir, path)}: the manifest names this file, but it is not there. Build the edition again.`] };
  try {
    return { content: plainBytes(join(dir, path)), found: [] };
  } catch (thrown) {
    return { content: null, found: [wordsOf(thrown)] };
  }
}

/** What stands in a file's place, or in that of a folder over it. */
const noFolder = (dir: string, path: string, stop: string, kind: Exclude<Kind, "file">): string => (stop === path ? noFile(join(dir, path), kind) : noFile(join(dir, stop), kind).replace("not a file", "not a folder"));

/** What lies there and is not the edition's: files, links and pipes, and folders that hold nothing. */
function strangersIn(dir: string, listed: ReadonlySet<string>, always: ReadonlySet<string>, { entries, empty }: Folder): string[] {
  const own = new Set([...listed].flatMap((path) => (isWithin(path) ? [path, ...foldersOver(path)] : [])));
  const strange = [...entries].filter(([path, kind]) => kind !== "folder" && !own.has(path)).map(([path]) => `${join(dir, path)}: the manifest does not name this file${always.has(path) ? ", which every edition has. Build the edition again." : ". Move it away."}`);
  return [...strange, ...empty.filter((path) => path !== "" && !own.has(path)).map((path) => `${join(dir, path)}: no edition has this folder, which is empty. Move it away.`)];
}

function fileFaults(path: string, content: Buffer, { sha256, bytes, parts }: Manifest["outputs"][number]): string[] {
  const own = content.length !== bytes ? [`${path}: ${content.length} bytes, the manifest says ${bytes}. Build the edition again.`] : digestOf(content) === sha256 ? [] : [`${path}: its SHA-256 is not the manifest's: it was changed after it was built. Build the edition again.`];
  return parts === undefined ? own : partFaults(path, content, parts, own);
}

const PACKED_AGAIN = "its bytes are not the manifest's, but all its parts are: it was packed again.";

/** All that it holds is as it was: it can be compared. */
const isPackedAgain = (faults: readonly string[]): boolean => faults.length === 1 && faults[0]!.includes(PACKED_AGAIN);

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
  return own.length > 0 && wrong.length === 0 ? [`${path}: ${PACKED_AGAIN} Build the edition again.`] : [...own, ...wrong];
}

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The edition's digest is that of its inputs, in their order. */
function digestFaults(dir: string, { digest, inputs }: Manifest): string[] {
  const hash = createHash("sha256");
  for (const { path, sha256 } of inputs) hash.update(`${sha256}  ${path}\n`);
  return hash.digest("hex") === digest ? [] : [`${join(dir, "manifest.json")}: the edition's digest is not that of its inputs. Build the edition again.`];
}
