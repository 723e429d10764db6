/** Files → their place, all at once: written beside, then a link is turned. Not here: what the files hold. */
import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { EXIT, UserError, wordsOf } from "../messages.ts";
import type { Disk, Lock } from "./disk.ts";
import { BUILDING, draftOf, EDITIONS, isFolderOf, namesOf } from "./layout.ts";
import { sweepDrafts, sweepUnfinished } from "./sweep.ts";

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

/** Who looks on while an edition is placed. */
export interface Watch {
  /** Is told what went wrong without harm to the edition. */
  warn(words: string): void;
  /** Looks at the files in their folder before anybody is shown them, and throws what speaks against that. */
  accept(dir: string): void | Promise<void>;
}

const NOBODY: Watch = { warn: () => {}, accept: () => {} };

/** Makes an edition's files and has OUT/YEAR show them. All published revisions stay; a draft goes when the next draft or the edition is there.
 *  `make` is called when no other run can write this year, so that it may look at what was published. */
export async function place<M extends Made>(year: number, make: () => Promise<M>, outDir: string, disk: Disk, watch: Watch = NOBODY): Promise<Placed<M>> {
  const lock = await locked(year, outDir, disk, watch);
  try {
    const left = await sweepUnfinished(year, outDir, disk);
    if (left.length > 0) watch.warn(`${join(outDir, String(year))}: a run before this one did not end its work. What it left was removed: ${left.join(", ")}.`);
    const made = await make();
    try {
      return await put(year, made, outDir, disk, lock, watch);
    } catch (thrown) {
      if (!(await lock.held())) throw thrown instanceof UserError ? thrown : lost(year, outDir, thrown); // what lies there now may be another run's
      await sweepUnfinished(year, outDir, disk).catch(() => {}); // the next run tries again; what went wrong first is what is to be told
      throw thrown;
    }
  } finally {
    await lock.release();
  }
}

async function locked(year: number, outDir: string, disk: Disk, { warn }: Watch): Promise<Lock> {
  const lock = await disk.lock(join(outDir, EDITIONS, `${year}.lock`));
  const shown = join(outDir, String(year));
  if (lock === null) throw new UserError(EXIT.held, `${shown}: another run is writing this edition. Wait for it, or build elsewhere with --out.`);
  if (lock.missing !== null) warn(`${shown}: this run goes without a lock, for ${lock.missing}. See to it that no other run writes this edition.`);
  return lock;
}

function lost(year: number, outDir: string, cause?: unknown): UserError {
  return new UserError(EXIT.held, `${join(outDir, EDITIONS, `${year}.lock`)}: this file was removed while the edition was made, so another run may be writing it. Nothing was published. Leave the file where it is, and build again.`, { cause });
}

/** Writes beside, has it looked at, turns the link. */
async function put<M extends Made>(year: number, made: M, outDir: string, disk: Disk, lock: Lock, watch: Watch): Promise<Placed<M>> {
  const editions = join(outDir, EDITIONS);
  const shown = made.draft ? draftOf(year) : String(year);
  const path = join(outDir, shown);
  const wanted = `${shown}-${digestOf(made.files).slice(0, 12)}`;
  const taken = await disk.names(editions);
  const standing = await folderThatHolds(made.files, namesOf(wanted, taken), editions, disk);
  const folder = standing ?? (await written(made.files, join(editions, `${wanted}${BUILDING}`), disk));
  await watch.accept(join(editions, folder));
  const former = await disk.linkTarget(path);
  if (former === "") throw new UserError(EXIT.cannotWrite, `${path}: this is a folder or file, not a link to an edition. Move it away and build again.`);
  if (!(await lock.held())) throw lost(year, outDir);
  const name = standing ?? freeName(wanted, taken);
  const fresh = former !== `${EDITIONS}/${name}`;
  if (fresh) await turn({ shown, folder, name, goes: made.again ? former : null }, outDir, disk);
  await confirmed(path, outDir, disk);
  try {
    if (fresh && made.again) await sweepUnfinished(year, outDir, disk);
    await sweepDrafts(year, made.draft ? name : null, outDir, disk);
  } catch (thrown) {
    watch.warn(`${path}: the edition is shown, whole, but what it makes needless could not be removed (${wordsOf(thrown)}). The next run tries again.`);
  }
  return { path, made, fresh };
}

/** Has the turned link on the disk; also where nothing was turned, for the run before may have been cut off here. */
async function confirmed(path: string, outDir: string, disk: Disk): Promise<void> {
  try {
    await disk.settle(outDir);
  } catch (thrown) {
    throw new UserError(EXIT.cannotWrite, `${path}: the edition is shown, whole, but the disk would not confirm it (${wordsOf(thrown)}): after a power cut the former one may be back. Build again once the disk is well.`, { cause: thrown });
  }
}

/** Turns the link: a new one is made beside and takes the old one's name, which no reader sees half done.
 *  A run that is cut off in between leaves links from which the next one knows what goes: a folder that nobody was shown, or the one whose place was taken. */
async function turn({ shown, folder, name, goes }: { shown: string; folder: string; name: string; goes: string | null }, outDir: string, disk: Disk): Promise<void> {
  const editions = join(outDir, EDITIONS);
  const beside = join(editions, `${shown}${folder === name ? ".link" : ".new"}`);
  if (goes !== null && isFolderOf(shown, goes)) await disk.link(goes, join(editions, `${shown}.old`));
  await disk.link(`${EDITIONS}/${name}`, beside);
  await disk.settle(editions);
  if (folder !== name) {
    await disk.rename(join(editions, folder), join(editions, name));
    await disk.settle(editions);
  }
  await disk.rename(beside, join(outDir, shown));
}

/** Writes the files into a folder of their own, has them on the disk and reads them back; gives the folder's name. */
async function written(files: readonly File[], building: string, disk: Disk): Promise<string> {
  await disk.makeFolder(building);
  for (const { name, bytes } of files) await disk.write(join(building, name), bytes);
  for (const dir of foldersOf(files)) await disk.settle(join(building, dir));
  const name = basename(building);
  if ((await folderThatHolds(files, [name], dirname(building), disk)) === null) throw new UserError(EXIT.cannotWrite, `${building}: the disk does not give back what was written to it. Nothing was published. Have the disk examined, or name a folder on another with --out.`);
  return name;
}

/** The first of the folders that holds these files, byte for byte, and no others: an edition may have been tampered with since it was written. */
async function folderThatHolds(files: readonly File[], names: readonly string[], editions: string, disk: Disk): Promise<string | null> {
  for (const name of names) if (await holds(disk, join(editions, name), files)) return name;
  return null;
}

async function holds(disk: Disk, dir: string, files: readonly File[]): Promise<boolean> {
  try {
    for (const { name, bytes } of files) if (!(await disk.read(join(dir, name))).equals(bytes)) return false;
    for (const folder of foldersOf(files)) if ((await disk.names(join(dir, folder))).length !== entriesOf(folder, files)) return false;
    return true;
  } catch {
    return false;
  }
}

/** The folders that files lie in, as their names say: "." and "data". */
const foldersOf = (files: readonly File[]): Set<string> => new Set([".", ...files.map(({ name }) => dirname(name))]);

/** How many files and folders lie in a folder. */
const entriesOf = (folder: string, files: readonly File[]): number => files.filter(({ name }) => dirname(name) === folder).length + [...foldersOf(files)].filter((other) => other !== "." && dirname(other) === folder).length;

function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  let n = 2;
  while (taken.includes(`${wanted}-${n}`)) n++;
  return `${wanted}-${n}`;
}

function digestOf(files: readonly File[]): string {
  const hash = createHash("sha256");
  for (const { name, bytes } of files) hash.update(name).update("\0").update(createHash("sha256").update(bytes).digest());
  return hash.digest("hex");
}
