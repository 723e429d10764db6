/** Files → their place, all at once: written beside, then a link is turned. Not here: what the files hold. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { EXIT, UserError } from "../messages.ts";
import type { Disk } from "./disk.ts";

export interface File {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What is to be placed. */
export interface Made {
  readonly files: readonly File[];
  /** An error stands in it: it is shown as OUT/YEAR-draft, and OUT/YEAR stays as it is. */
  readonly draft: boolean;
  /** It is the revision that OUT/YEAR shows, once more: should its bytes differ, it takes that one's place. */
  readonly again: boolean;
}

export interface Placed<M extends Made> {
  /** OUT/YEAR, or OUT/YEAR-draft */
  readonly path: string;
  readonly made: M;
  /** Whether anything was written: the same files again are left as they stand. */
  readonly fresh: boolean;
}

/** Editions lie here by year and digest; OUT/YEAR is a link to one of them. */
const EDITIONS = ".editions";

/** Makes an edition's files and has OUT/YEAR show them. All published revisions stay; a draft goes when the next draft or the edition is there.
 *  `make` is called when no other run can write this year, so that it may look at what was published. */
export async function place<M extends Made>(year: number, make: () => Promise<M>, outDir: string, disk: Disk): Promise<Placed<M>> {
  const editions = join(outDir, EDITIONS);
  const lock = await disk.lock(join(editions, `${year}.lock`));
  if (lock === null) throw new UserError(EXIT.held, `${join(outDir, String(year))}: another run is writing this edition. Wait for it, or build elsewhere with --out.`);
  try {
    const made = await make();
    const shown = made.draft ? draftOf(year) : String(year);
    const former = await disk.linkTarget(join(outDir, shown));
    if (former === "") throw new UserError(EXIT.cannotWrite, `${join(outDir, shown)}: this is a folder or file, not a link to an edition. Move it away and build again.`);
    await sweep(disk, editions, (name) => name.startsWith(`${year}-`) && name.endsWith(BUILDING));
    const name = await settled(shown, made.files, editions, disk);
    const fresh = former !== `${EDITIONS}/${name}`;
    if (fresh) await turn(disk, outDir, shown, name);
    if (fresh && made.again && former?.startsWith(`${EDITIONS}/${year}-`) === true) await disk.remove(join(outDir, former));
    await sweepDrafts(year, made.draft ? name : null, outDir, disk);
    return { path: join(outDir, shown), made, fresh };
  } finally {
    await lock.release();
  }
}

const BUILDING = "-building";
const draftOf = (year: number): string => `${year}-draft`;

/** Drafts go, but for the one that was just made. */
async function sweepDrafts(year: number, kept: string | null, outDir: string, disk: Disk): Promise<void> {
  const link = join(outDir, draftOf(year));
  if (kept === null && (await disk.linkTarget(link))?.startsWith(`${EDITIONS}/`) === true) await disk.remove(link);
  await sweep(disk, join(outDir, EDITIONS), (name) => name.startsWith(`${draftOf(year)}-`) && name !== kept);
}

/** Writes the files into a folder of their own and names it when they are all on the disk; the name of an edition that holds the same is taken as it is. */
async function settled(shown: string, files: readonly File[], editions: string, disk: Disk): Promise<string> {
  const wanted = `${shown}-${digestOf(files).slice(0, 12)}`;
  const taken = new Set(await disk.names(editions));
  for (const name of taken) if ((name === wanted || name.startsWith(`${wanted}-`)) && (await holds(disk, join(editions, name), files))) return name;
  const building = join(editions, `${wanted}${BUILDING}`);
  await disk.makeFolder(building);
  for (const { name, bytes } of files) await disk.write(join(building, name), bytes);
  for (const folder of new Set(files.map(({ name }) => join(building, name, "..")))) await disk.settle(folder);
  const name = freeName(wanted, taken);
  await disk.rename(building, join(editions, name));
  await disk.settle(editions);
  return name;
}

/** Whether a folder holds these files, byte for byte: it may have been tampered with since it was written. */
async function holds(disk: Disk, dir: string, files: readonly File[]): Promise<boolean> {
  for (const { name, bytes } of files) {
    try {
      if (!(await disk.read(join(dir, name))).equals(bytes)) return false;
    } catch {
      return false;
    }
  }
  return true;
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let n = 2;
  while (taken.has(`${wanted}-${n}`)) n++;
  return `${wanted}-${n}`;
}

/** Turns the link: a new one is made beside and takes the old one's name, which no reader sees half done. */
async function turn(disk: Disk, outDir: string, shown: string, name: string): Promise<void> {
  const fresh = join(outDir, EDITIONS, `${shown}.link`);
  await disk.remove(fresh);
  await disk.link(`${EDITIONS}/${name}`, fresh);
  await disk.rename(fresh, join(outDir, shown));
  await disk.settle(outDir);
}

async function sweep(disk: Disk, dir: string, goes: (name: string) => boolean): Promise<void> {
  for (const name of await disk.names(dir)) if (goes(name)) await disk.remove(join(dir, name));
}

function digestOf(files: readonly File[]): string {
  const hash = createHash("sha256");
  for (const { name, bytes } of files) hash.update(name).update("\0").update(createHash("sha256").update(bytes).digest());
  return hash.digest("hex");
}
