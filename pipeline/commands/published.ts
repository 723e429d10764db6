/** The editions of a year that were published under a folder, and the next one set against them. Not here: comparing (revise), writing (publish). */
import { existsSync, lstatSync, readdirSync, readlinkSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import type { Edition } from "../../schemas/edition.ts";
import type { Manifest } from "../../schemas/manifest.ts";
import type { Issue } from "../../schemas/revision.ts";
import { EXIT, UserError } from "../messages.ts";
import { nextRevision, numberOf, revise, type Issued } from "../revise/index.ts";
import { tableColumns } from "../publish/data/columns.ts";
import { csv } from "../publish/data/csv.ts";
import { tableFile } from "../publish/data/names.ts";
import { readManifest, readRecords, readTables, tableRecord } from "./edition-files.ts";

export interface Published {
  readonly dir: string;
  readonly manifest: Manifest;
}

/** Editions lie in OUT/.editions/YEAR-DIGEST, a draft in YEAR-draft-DIGEST; what is being written has an ending of its own. */
const EDITION = /^(?<year>\d{4})-[0-9a-f]{12}(?:-\d+)?$/u;
const isEdition = (name: string, year: number): boolean => EDITION.exec(name)?.groups!["year"] === String(year);

/** All published editions of a year that can be read, by revision; drafts are none. */
export function publishedIn(out: string, year: number): Published[] {
  const editions = join(out, ".editions");
  const names = existsSync(editions) ? readdirSync(editions).filter((name) => isEdition(name, year)) : [];
  return names
    .flatMap((name) => {
      const manifest = manifestOf(join(editions, name));
      return manifest === null ? [] : [{ dir: join(editions, name), manifest }];
    })
    .filter(({ manifest }) => !manifest.draft)
    .sort((a, b) => numberOf(a.manifest.revision) - numberOf(b.manifest.revision) || (a.dir < b.dir ? -1 : 1));
}

function manifestOf(dir: string): Manifest | null {
  try {
    return readManifest(dir);
  } catch {
    return null; // what is left of an edition is no revision; the newest one is asked for by name
  }
}

/** The edition that OUT/YEAR shows; null where none was published. Throws UserError 65 where it cannot be read: its number would be given twice. */
export function newestIn(out: string, year: number): Published | null {
  const shown = join(out, String(year));
  if (lstatSync(shown, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return null; // a folder of somebody's own is refused when the edition is placed
  if (!existsSync(shown)) throw new UserError(EXIT.badData, `${shown}: this link leads to ${readlinkSync(shown)}, which is not there, so nobody can say which revision comes next. Put the folder back, or remove the link to begin at r1.`);
  try {
    return { dir: join(out, ".editions", basename(realpathSync(shown))), manifest: readManifest(shown) };
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    throw new UserError(EXIT.badData, `${join(shown, "manifest.json")}: this published edition cannot be read, so nobody can say which revision comes next. Put the file back, or move ${shown} away to begin at r1.`, { cause: thrown });
  }
}

/** The edition with the number it gets, and what changed since the one before; `again` where it is the newest one once more. */
export function revised(edition: Edition, out: string): { edition: Edition; again: boolean } {
  const { year, revision: least, date } = edition.spec;
  const newest = newestIn(out, year);
  const { number, again, history } = nextRevision(newest?.manifest ?? null, edition, least);
  const numbered: Edition = { ...edition, spec: { ...edition.spec, revision: number }, revision: `r${number}`, history };
  const last = history.at(-1);
  const former = last === undefined ? undefined : publishedIn(out, year).find(({ manifest }) => isIssue(manifest, last));
  if (former === undefined) return { edition: numbered, again };
  return { edition: { ...numbered, changes: revise(issuedIn(former), issuedOf(numbered, { revision: numbered.revision, date, digest: edition.digest })) }, again };
}

export const isIssue = ({ revision, digest }: Manifest, issue: Issue): boolean => revision === issue.revision && digest === issue.digest;

/** A published edition as `revise` compares it. */
export function issuedIn({ dir, manifest }: Published): Issued {
  const { revision, date, digest, versions, inputs } = manifest;
  return { issue: { revision, date, digest }, versions, inputs: Object.fromEntries(inputs.map(({ path, sha256 }) => [path, sha256])), facts: readRecords(dir), tables: readTables(dir) };
}

/** An edition that is about to be published, as `revise` compares it: what `issuedIn` will read of it. */
export function issuedOf({ versions, inputs, facts, tables }: Edition, issue: Issue): Issued {
  return {
    issue,
    versions,
    inputs: Object.fromEntries(inputs.map(({ path, digest }) => [path, digest])),
    facts,
    tables: tables.map((table) => tableRecord(tableFile(table.id), `表${table.number} ${table.title}`, csv(tableColumns(table), table.rows).toString("utf8"))),
  };
}
