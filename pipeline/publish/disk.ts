/** The disk as publishing needs it: a handful of operations, so that a test can hand in a folder in memory or one that fails. Not here: what is written. */
import { spawnSync } from "node:child_process";
import { mkdir, open, readdir, readFile, readlink, rename, rm, stat, symlink, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { systemCode } from "../messages.ts";

export interface Disk {
  read(path: string): Promise<Buffer>;
  /** Writes a new file and has it on the platter before it returns; folders above it are made. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Has a folder's entries on the platter. */
  settle(dir: string): Promise<void>;
  makeFolder(dir: string): Promise<void>;
  /** Names in a folder, sorted; empty where there is no such folder. */
  names(dir: string): Promise<string[]>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  link(target: string, path: string): Promise<void>;
  /** Where a link leads; null where there is nothing, "" where there is something that is no link. */
  linkTarget(path: string): Promise<string | null>;
  /** Takes the lock that a file stands for, until `release` or the process's end; null where another process holds it. */
  lock(path: string): Promise<Lock | null>;
}

export interface Lock {
  /** Why no lock can be had on this machine, in words; null where it was taken. */
  readonly missing: string | null;
  /** Whether its file still stands where it was locked. Once it was removed, another run makes and locks a new one. */
  held(): Promise<boolean>;
  release(): Promise<void>;
}

/** A folder and those above it. Node's own `recursive` never returns where a file system answers ENOENT to every mkdir, as /proc does. */
async function makeFolders(dir: string): Promise<void> {
  const make = () => mkdir(dir).catch((thrown: unknown) => {
    if (systemCode(thrown) !== "EEXIST") throw thrown;
  });
  try {
    await make();
  } catch (thrown) {
    if (systemCode(thrown) !== "ENOENT" || dirname(dir) === dir) throw thrown;
    await makeFolders(dirname(dir));
    await make();
  }
}

/** The machine's disk. */
export const machine: Disk = {
  read: (path) => readFile(path),

  async write(path, bytes) {
    await makeFolders(dirname(path));
    const file = await open(path, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },

  async settle(dir) {
    const folder = await open(dir, "r");
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },

  makeFolder: makeFolders,

  async names(dir) {
    try {
      return (await readdir(dir)).sort();
    } catch (thrown) {
      if (systemCode(thrown) === "ENOENT") return [];
      throw thrown;
    }
  },

  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { recursive: true, force: true }),
  link: (target, path) => symlink(target, path),

  async linkTarget(path) {
    try {
      return await readlink(path);
    } catch (thrown) {
      if (systemCode(thrown) === "ENOENT") return null;
      if (systemCode(thrown) === "EINVAL") return "";
      throw thrown;
    }
  },

  /** A lock of the kernel on an open file: it goes with the process, even with kill -9, and nobody can take it from a process that is only busy. */
  async lock(path) {
    await makeFolders(dirname(path));
    const file = await open(path, "a");
    try {
      const outcome = flock(file.fd);
      if (outcome !== "held elsewhere") return { missing: outcome?.missing ?? null, held: () => standsAt(path, file), release: () => file.close() };
    } catch (thrown) {
      await file.close();
      throw thrown;
    }
    await file.close();
    return null;
  },
};

/** Statuses of flock(1) that are neither a lock nor another's: EX_DATAERR and EX_OSERR, as its source gives them where the file system has no locks. */
const NO_LOCKS: ReadonlySet<number | null> = new Set([65, 71]);

/** flock(1) locks the descriptor that it inherits: the lock belongs to the open file, so this process keeps it. Null where it was taken.
 *  Throws where it should have worked: to go on without a lock then could have two runs write at once. */
function flock(descriptor: number): "held elsewhere" | { missing: string } | null {
  const { error, status, stderr } = spawnSync("flock", ["-n", "3"], { stdio: ["ignore", "ignore", "pipe", descriptor], encoding: "utf8" });
  if (systemCode(error) === "ENOENT") return { missing: "flock(1) is not installed" };
  if (error) throw error;
  if (status === 0) return null;
  if (status === 1) return "held elsewhere";
  if (NO_LOCKS.has(status)) return { missing: `this file system gives none (${stderr.trim()})` };
  throw new Error(`flock(1) ended with status ${status}: ${stderr.trim()}`);
}

async function standsAt(path: string, file: FileHandle): Promise<boolean> {
  const own = await file.stat({ bigint: true });
  try {
    const there = await stat(path, { bigint: true });
    return there.ino === own.ino && there.dev === own.dev;
  } catch (thrown) {
    if (systemCode(thrown) === "ENOENT") return false;
    throw thrown;
  }
}
