/** Whether an edition is due: its texts are there, none that the published revision was made from is gone, and what it is made from is not what that was made from. Nothing is restored for it: digests are compared. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "../../../schemas/manifest.ts";
import { idOf, readEdition, textNames } from "../../read/index.ts";
import { compareRecords } from "../../revise/index.ts";
import { editionDir } from "../paths.ts";
import { newestIn } from "../published.ts";
import type { Awaited } from "../words/words.ts";
import { inputsOf, versionsOf } from "./inputs.ts";
import { goneSince } from "./since.ts";

export type Due =
  /** `why`: what changed since the published revision; empty where there is none */
  | { readonly state: "due"; readonly why: readonly string[] }
  | { readonly state: "unchanged"; readonly revision: string }
  | { readonly state: "awaited"; readonly awaited: Awaited }
  /** `files`: what the published revision was made from and nobody finds; only an editor knows whether it is to go */
  | { readonly state: "gone"; readonly revision: string; readonly files: readonly string[] };

/** `dir`: the folder of the texts; `elsewhere`: it is not sources/YEAR, so texts that edition.yaml names may be missing. Throws UserError 66 where texts are there but edition.yaml is not, 65 where the published edition cannot be read. */
export function dueOf(year: number, dir: string, elsewhere: boolean, out: string): Due {
  const waits = (what: Awaited["what"], missing: readonly string[] = []): Due => ({ state: "awaited", awaited: { what, dir, year, missing } });
  const newest = statSync(out, { throwIfNoEntry: false })?.isDirectory() === true ? newestIn(out, year) : null; // what stands in the way of a folder is for the writing to tell
  const files = newest === null ? [] : goneSince(newest.manifest, year, dir);
  if (newest !== null && files.length > 0) return { state: "gone", revision: newest.manifest.revision, files };
  if (!existsSync(dir)) return waits("folder");
  const texts = textNames(dir).map(idOf);
  if (texts.length === 0) return waits("texts");
  if (newest === null) {
    // A year that was published once is no longer awaited: what edition.yaml names and is not there is an error, which the build words.
    const missing = elsewhere ? [] : namedIn(editionDir(year, dir)).filter((id) => !texts.includes(id));
    return missing.length > 0 ? waits("named", missing) : { state: "due", why: [] };
  }
  const why = changed(newest.dir, newest.manifest, { inputs: inputsOf(year, dir), versions: versionsOf() });
  return why.length > 0 ? { state: "due", why } : { state: "unchanged", revision: newest.manifest.revision };
}

/** Ids of the texts that edition.yaml names. */
function namedIn(dir: string): string[] {
  const { spec } = readEdition(dir);
  return [...spec.preface, ...spec.columns.flatMap(({ texts }) => texts)];
}

/** Inputs and versions that are others than a published edition's, and files of it that are gone or of another size. */
export function changed(dir: string, manifest: Pick<Manifest, "inputs" | "versions" | "outputs">, now: { readonly inputs: readonly { path: string; digest: string }[]; readonly versions: Readonly<Record<string, string>> }): string[] {
  const inputs = compareRecords(Object.fromEntries(manifest.inputs.map(({ path, sha256 }) => [path, sha256])), Object.fromEntries(now.inputs.map(({ path, digest }) => [path, digest])));
  const versions = compareRecords(withoutNode(manifest.versions), withoutNode(now.versions));
  const files = manifest.outputs.filter(({ path, bytes }) => statSync(join(dir, path), { throwIfNoEntry: false })?.size !== bytes);
  return [...inputs.map(({ name }) => name), ...versions.map(({ name, before, after }) => `${name} ${before ?? "none"} → ${after ?? "none"}`), ...files.map(({ path }) => path)];
}

/** A machine's Node is mended without anybody asking the editors: that alone makes no edition due. */
function withoutNode(versions: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(versions).filter(([name]) => name !== "node"));
}
