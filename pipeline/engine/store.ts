/** Bytes under a key in a folder that may be deleted at any time, that several runs may share, that may be full, read-only or damaged: none of it is an error. Not here: what the bytes are, whether they are whole. */
import { closeSync, constants, existsSync, fstatSync, futimesSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { systemCode, wordsOf } from "../messages.ts";

export interface Store {
  /** The bytes under a key (64 hexadecimal digits); null where there are none that can be read. */
  read(key: string): Buffer | null;
  /** Keeps bytes under a key. What goes wrong is told by `warning`, and ends the writing of this run. */
  write(key: string, bytes: Uint8Array): void;
  /** Removes the entries that were used longest ago, down to the bound; none that this run has used. */
  tidy(): void;
  /** What went wrong, in a line; null where nothing did. */
  warning(): string | null;
}

/** most: bytes that all entries may take up together · spare: bytes that the file system must have free, or nothing is written: they are for the edition. */
export interface Bounds { readonly most: number; readonly spare: number }
export const BOUNDS: Bounds = { most: 1e9, spare: 256e6 };

const DAY = 86_400_000;
/** A pipe does not hold the reader, a link is not followed. */
const READ = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

/** The folder is made when something is first written. Entries lie at ab/cdef…, what is being written beside them. */
export function openStore(dir: string, { most, spare }: Bounds = BOUNDS): Store {
  const used = new Set<string>();
  let wrote = 0;
  let fault: string | null = null;
  const pathOf = (key: string) => join(dir, key.slice(0, 2), key.slice(2));

  return {
    read(key) {
      const bytes = bytesAt(pathOf(key));
      if (bytes !== null) used.add(key);
      return bytes;
    },

    write(key, bytes) {
      if (fault !== null) return;
      try {
        makeFolder(dir);
        if (wrote === 0) fault = shortage(dir, spare);
        if (fault !== null) return;
        wrote++;
        place(pathOf(key), bytes, wrote);
        used.add(key);
      } catch (thrown) {
        fault = `${dir}: the cache cannot be written (${systemCode(thrown) ?? wordsOf(thrown)}), so texts will be processed again next time. Give this user write access, or name another folder by --cache.`;
      }
    },

    tidy() {
      if (wrote > 0) tidy(dir, most, used);
    },

    warning: () => fault,
  };
}

/** The bytes of a regular file; null for anything else. An entry's time is when it was last used, to a day. */
function bytesAt(path: string): Buffer | null {
  let file: number | undefined;
  try {
    file = openSync(path, READ);
    const { mtimeMs } = fstatSync(file);
    const bytes = readFileSync(file);
    if (Math.abs(Date.now() - mtimeMs) > DAY) touch(file);
    return bytes;
  } catch {
    return null; // not there, a folder, a link, not ours to read: made anew either way
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function touch(file: number): void {
  const now = new Date();
  try {
    futimesSync(file, now, now);
  } catch {
    // a folder that may only be read: its entries serve all the same
  }
}

/** Beside and renamed, so that whoever reads finds a whole entry or none. What stands in its way and is no file goes. */
function place(path: string, bytes: Uint8Array, n: number): void {
  const beside = `${path}.${process.pid}-${n}`;
  makeFolder(dirname(path));
  try {
    writeFileSync(beside, bytes, { flag: "wx" });
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) rmSync(path, { recursive: true });
    renameSync(beside, path);
  } catch (thrown) {
    rmSync(beside, { force: true });
    throw thrown;
  }
}

/** A folder and those above it. Node's own `recursive` never returns where a file system answers ENOENT to every mkdir, as /proc does. */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  makeFolder(dirname(dir));
  try {
    mkdirSync(dir);
  } catch (thrown) {
    if (systemCode(thrown) !== "EEXIST") throw thrown; // another run was quicker
  }
}

function shortage(dir: string, spare: number): string | null {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize >= spare ? null : `${dir}: the cache is not written, as its disk has ${Math.floor((bavail * bsize) / 1e6)} MB free and ${spare / 1e6} are left to the edition. Make room, or name another folder by --cache.`;
}

const ENTRY = /^[0-9a-f]{62}$/u;
const UNFINISHED = /^[0-9a-f]{62}\.\d+-\d+$/u;

interface Standing { readonly path: string; readonly key: string; readonly bytes: number; readonly at: number }

/** Only what has the names of entries is looked at: the folder may hold other things, if somebody has named it so. */
function tidy(dir: string, most: number, used: ReadonlySet<string>): void {
  const entries: Standing[] = [];
  for (const part of namesIn(dir).filter((name) => /^[0-9a-f]{2}$/u.test(name))) {
    for (const name of namesIn(join(dir, part))) {
      const path = join(dir, part, name);
      const stat = lstatSync(path, { throwIfNoEntry: false });
      if (!stat?.isFile()) continue;
      if (ENTRY.test(name)) entries.push({ path, key: part + name, bytes: stat.size, at: stat.mtimeMs });
      else if (UNFINISHED.test(name) && Date.now() - stat.mtimeMs > DAY) remove(path); // its run was killed
    }
  }
  let bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  for (const entry of entries.sort((a, b) => a.at - b.at)) {
    if (bytes <= most) break;
    if (used.has(entry.key)) continue;
    remove(entry.path);
    bytes -= entry.bytes;
  }
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}

/** What another run has removed before is gone as well. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // not ours to remove: the bound is kept as far as it can be
  }
}
