/** The digest of the code that makes a result: its source files, found by their imports from one file on, and what runs them. Not here: what the code is given. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** What Node brings with it that can tell in a result: regular expressions and names of countries hang on V8 and ICU. */
const { node, v8, icu, unicode, cldr } = process.versions;
const RUNNING = { node, v8, icu, unicode, cldr, arch: process.arch };

/** SHA-256, hexadecimal, over the files that a module imports, directly or not, over the manifests of the packages they use, and over Node's versions.
 *
 *  from    URL of the module, or the file of a bundle that it lies in
 *  holds   nobody keeps a list or a number: whatever the module comes to import is in it. Files are named from the module, so a moved checkout keeps its results
 *  errors  those of the disk, where the module itself cannot be read */
export function codeDigest(from: string): string {
  const { files, packages } = codeOf(from);
  const first = dirname(fileURLToPath(from));
  const lines = [...files, ...packages].map(([path, bytes]) => [relative(first, path), createHash("sha256").update(bytes).digest("hex")]).sort(([a], [b]) => (a! < b! ? -1 : 1));
  return createHash("sha256").update(JSON.stringify([RUNNING, lines])).digest("hex");
}

type Contents = ReadonlyMap<string, Buffer>;

/** The files that a module imports, itself among them, and the package.json of the packages used, with their bytes. */
export function codeOf(from: string): { files: Contents; packages: Contents } {
  const files = new Map<string, Buffer>(), packages = new Map<string, Buffer>();
  const open = [fileURLToPath(from)];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (files.has(path)) continue;
    const bytes = readFileSync(path);
    files.set(path, bytes);
    if (!/\.[cm]?[jt]s$/u.test(path)) continue;
    for (const { groups } of bytes.toString("utf8").matchAll(IMPORT)) {
      const name = groups!["name"]!;
      if (name.startsWith(".")) open.push(...[join(dirname(path), name)].filter((file) => existsSync(file))); // what is not there is imported by nobody: a comment, a string
      else addPackage(nameOf(name), dirname(path), packages);
    }
  }
  return { files, packages };
}

/** Import, export … from, require, of types too: what is only a type is in the digest as well, which does no harm. */
const IMPORT = /\b(?:from|import|require)[\s(]*["'](?<name>[^"'\n]+)["']/gu;

/** zod/v4 → zod, @scope/name/part → @scope/name. */
const nameOf = (specifier: string): string => specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1).join("/");

const Manifest = z.object({ dependencies: z.record(z.string(), z.string()).default({}), peerDependencies: z.record(z.string(), z.string()).default({}) });

/** The manifest of the package that Node would find from a folder, and of those that it depends on. The lockfile may be ahead of what is installed; this is what runs. */
function addPackage(name: string, from: string, packages: Map<string, Buffer>): void {
  if (isBuiltin(name)) return;
  const path = above(from).map((dir) => join(dir, "node_modules", name, "package.json")).find((file) => existsSync(file));
  if (path === undefined || packages.has(path)) return;
  const bytes = readFileSync(path);
  packages.set(path, bytes);
  const { dependencies, peerDependencies } = Manifest.parse(JSON.parse(bytes.toString("utf8")));
  for (const other of Object.keys({ ...dependencies, ...peerDependencies })) addPackage(other, dirname(path), packages);
}

/** A folder and those above it. */
function above(dir: string): string[] {
  return dirname(dir) === dir ? [dir] : [dir, ...above(dirname(dir))];
}
