/** diff YEAR R1 R2: what changed between two revisions, on standard output. A revision is a folder, its number (r1) or the beginning of its digest. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Fact } from "../../schemas/fact.ts";
import type { Manifest } from "../../schemas/manifest.ts";
import { EXIT, UserError } from "../messages.ts";
import { readFacts, readManifest } from "./edition-files.ts";
import { write } from "./output.ts";
import { outputsDir } from "./paths.ts";

export async function runDiff(year: number, one: string, other: string, { out = outputsDir() }: { out?: string | undefined }): Promise<void> {
  const [before, after] = [folderOf(year, one, out), folderOf(year, other, out)];
  const lines = [...manifestChanges(readManifest(before), readManifest(after)), ...factChanges(readFacts(before), readFacts(after))];
  await write(lines.map((line) => `${line}\n`).join(""));
}

function folderOf(year: number, name: string, out: string): string {
  if (existsSync(join(name, "manifest.json"))) return name;
  const editions = join(out, ".editions");
  const kept = existsSync(editions) ? readdirSync(editions).filter((entry) => entry.startsWith(`${year}-`) && existsSync(join(editions, entry, "manifest.json"))).sort() : [];
  const found = kept.filter((entry) => entry.startsWith(`${year}-${name}`) || entry.startsWith(name) || readManifest(join(editions, entry)).revision === name);
  if (found.length === 1) return join(editions, found[0]!);
  const have = kept.map((entry) => `${entry} (${readManifest(join(editions, entry)).revision})`).join(", ");
  throw new UserError(EXIT.noInput, `${name}: ${found.length === 0 ? "there is no such edition" : "more than one edition is called that"}. ${have === "" ? `Build ${year} first.` : `There is ${have}: name one of these, or a folder.`}`);
}

function manifestChanges(before: Manifest, after: Manifest): string[] {
  const plain = (["title", "revision", "date", "digest"] as const).flatMap((key) => (before[key] === after[key] ? [] : [`${key}: ${before[key]} → ${after[key]}`]));
  return [...plain, ...recordChanges("version", before.versions, after.versions), ...recordChanges("inputs", digests(before.inputs), digests(after.inputs)), ...recordChanges("files", digests(before.outputs), digests(after.outputs)), ...recordChanges("count", before.counts, after.counts)];
}

const digests = (files: Manifest["inputs"]) => Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256.slice(0, 12)]));

function recordChanges<V extends string | number>(what: string, before: Readonly<Record<string, V>>, after: Readonly<Record<string, V>>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((key) => {
    const [from, to] = [before[key], after[key]];
    if (from === to) return [];
    return [`${what} ${key}: ${from ?? "none"} → ${to ?? "none"}`];
  });
}

function factChanges(before: ReadonlyMap<string, Fact>, after: ReadonlyMap<string, Fact>): string[] {
  const gone = [...before.values()].filter(({ id }) => !after.has(id)).map(({ id, text }) => `- ${id}  ${text}`);
  const fresh = [...after.values()].filter(({ id }) => !before.has(id)).map(({ id, text }) => `+ ${id}  ${text}`);
  const changed = [...before.values()].flatMap((fact) => {
    const now = after.get(fact.id);
    return now === undefined ? [] : fieldChanges(fact, now);
  });
  return [...gone, ...fresh, ...changed];
}

function fieldChanges(before: Fact, after: Fact): string[] {
  const now = new Map<string, unknown>(Object.entries(after));
  const changes = Object.entries(before).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(now.get(field)));
  return changes.length === 0 ? [] : [`~ ${before.id}  ${changes.map(([field, value]) => `${field}: ${JSON.stringify(value)} → ${JSON.stringify(now.get(field) ?? null)}`).join("; ")}`];
}
