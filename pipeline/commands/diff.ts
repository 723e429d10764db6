/** diff YEAR R1 R2: what changed between two revisions, on standard output. A revision is a folder, its number (r1) or the beginning of its digest. */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Manifest } from "../../schemas/manifest.ts";
import type { Changes, FactChange, TableChange } from "../../schemas/revision.ts";
import { EXIT, UserError } from "../messages.ts";
import { revise } from "../revise/index.ts";
import { readManifest } from "./edition-files.ts";
import { write } from "./output.ts";
import { outputsDir } from "./paths.ts";
import { isIssue, issuedIn, newestIn, publishedIn, type Published } from "./published.ts";

export async function runDiff(year: number, one: string, other: string, { out = outputsDir() }: { out?: string | undefined }): Promise<void> {
  const [before, after] = [named(year, one, out), named(year, other, out)];
  await write(changeLines(before.manifest, after.manifest, revise(issuedIn(before), issuedIn(after))).map((line) => `${line}\n`).join(""));
}

/** The edition that a folder, a revision's number or the beginning of a digest names; of two with one number, the one that the newest edition followed. */
function named(year: number, name: string, out: string): Published {
  if (existsSync(join(name, "manifest.json"))) return { dir: name, manifest: readManifest(name) };
  const all = publishedIn(out, year);
  const found = all.filter(({ dir, manifest }) => basename(dir).startsWith(`${year}-${name}`) || basename(dir).startsWith(name) || manifest.revision === name);
  const newest = newestIn(out, year);
  const line = found.filter(({ dir, manifest }) => basename(dir) === basename(newest?.dir ?? "") || newest?.manifest.history.some((issue) => isIssue(manifest, issue)) === true);
  const [edition, second] = line.length === 1 ? line : found;
  if (edition !== undefined && second === undefined) return edition;
  const have = all.map(({ dir, manifest }) => `${basename(dir)} (${manifest.revision})`).join(", ");
  throw new UserError(EXIT.noInput, `${name}: ${edition === undefined ? "there is no such edition" : "more than one edition is called that"}. ${have === "" ? `Build ${year} first.` : `There is ${have}: name one of these, or a folder.`}`);
}

/** Changes as they are read on a terminal: what names the editions, inputs, versions, files, counts, then facts and tables: + added, - dropped, ~ altered. */
export function changeLines(before: Manifest, after: Manifest, changes: Changes): string[] {
  const plain = (["title", "revision", "date", "digest"] as const).flatMap((key) => (before[key] === after[key] ? [] : [`${key}: ${before[key]} → ${after[key]}`]));
  const entry = (what: string) => ({ name, before: was, after: is }: Changes["inputs"][number]) => `${what} ${name}: ${was ?? "none"} → ${is ?? "none"}`;
  return [
    ...plain,
    ...changes.versions.map(entry("version")),
    ...changes.inputs.map(entry("input")),
    ...countLines(before.counts, after.counts),
    ...changes.tables.map(tableLine),
    ...changes.facts.map(factLine),
    ...(changes.moved === 0 ? [] : [`${changes.moved} facts say the same at another place of their text`]),
  ];
}

function countLines(before: Manifest["counts"], after: Manifest["counts"]): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => (before[name] === after[name] ? [] : [`count ${name}: ${before[name] ?? "none"} → ${after[name] ?? "none"}`]));
}

const SIGNS = { added: "+", dropped: "-", altered: "~" } as const;

function tableLine({ change, id, title, columns, added, dropped, altered }: TableChange): string {
  const rows = [["added", added], ["dropped", dropped], ["altered", altered]].filter(([, count]) => count !== 0).map(([what, count]) => `${count} ${what}`);
  return `${SIGNS[change]} table ${id}  ${title}: ${[...(columns ? ["other columns"] : []), ...(rows.length === 0 ? [] : [`rows ${rows.join(", ")}`])].join("; ") || "no rows"}`;
}

function factLine({ change, id, text, fields }: FactChange): string {
  return change === "altered" ? `~ ${id}  ${fields.map(({ field, before, after }) => `${field}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`).join("; ")}` : `${SIGNS[change]} ${id}  ${text}`;
}
