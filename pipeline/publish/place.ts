/** Files → their place, all at once: written beside, then a link is turned. Not here: what the files hold. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { EXIT, UserError } from "../messages.ts";
import type { Disk } from "./disk.ts";

export interface File {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Editions lie here by year and digest; OUT/YEAR is a link to one of them. */
const EDITIONS = ".editions";

/** Writes an edition's files and makes OUT/YEAR show them; returns OUT/YEAR. The former edition stays, the ones before it go. */
export async function place(year: number, files: readonly File[], outDir: string, disk: Disk): Promise<string> {
  const shown = join(outDir, String(year));
  const editions = join(outDir, EDITIONS);
  const lock = await disk.lock(join(editions, `${year}.lock`));
  if (lock === null) throw new UserError(EXIT.held, `${shown}: another run is writing this edition. Wait for it, or build elsewhere with --out.`);
  try {
    const former = await disk.linkTarget(shown);
    if (former === "") throw new UserError(EXIT.cannotWrite, `${shown}: this is a folder or file, not a link to an edition. Move it away and build again.`);
    await sweep(disk, editions, (name) => name.startsWith(`${year}-`) && name.endsWith(BUILDING));
    const name = await settled(year, files, editions, disk);
    await turn(disk, outDir, year, name);
    const kept = new Set([name, former?.slice(EDITIONS.length + 1)]);
    if (former !== `${EDITIONS}/${name}`) await sweep(disk, editions, (other) => other.startsWith(`${year}-`) && !kept.has(other));
    return shown;
  } finally {
    await lock.release();
  }
}

const BUILDING = "-building";

/** Writes the files into a folder of their own and names it when they are all on the disk; the name of an edition that holds the same is taken as it is. */
async function settled(year: number, files: readonly File[], editions: string, disk: Disk): Promise<string> {
  const wanted = `${year}-${digestOf(files).slice(0, 12)}`;
  const taken = new Set(await disk.names(editions));
  if (taken.has(wanted) && (await holds(disk, join(editions, wanted), files))) return wanted;
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
async function turn(disk: Disk, outDir: string, year: number, name: string): Promise<void> {
  const fresh = join(outDir, EDITIONS, `${year}.link`);
  await disk.remove(fresh);
  await disk.link(`${EDITIONS}/${name}`, fresh);
  await disk.rename(fresh, join(outDir, String(year)));
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
