/** The disk as publishing needs it: a handful of operations, so that a test can hand in a folder in memory or one that fails. Not here: what is written. */
import { spawnSync } from "node:child_process";
import { mkdir, open, readdir, readFile, readlink, rename, rm, symlink } from "node:fs/promises";
import { dirname } from "node:path";

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
  lock(path: string): Promise<{ release(): Promise<void> } | null>;
}

const codeOf = (thrown: unknown) => (thrown instanceof Error && "code" in thrown ? thrown.code : null);

/** A folder and those above it. Node's own `recursive` never returns where a file system answers ENOENT to every mkdir, as /proc does. */
async function makeFolders(dir: string): Promise<void> {
  const make = () => mkdir(dir).catch((thrown: unknown) => {
    if (codeOf(thrown) !== "EEXIST") throw thrown;
  });
  try {
    await make();
  } catch (thrown) {
    if (codeOf(thrown) !== "ENOENT" || dirname(dir) === dir) throw thrown;
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
      if (codeOf(thrown) === "ENOENT") return [];
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
      if (codeOf(thrown) === "ENOENT") return null;
      if (codeOf(thrown) === "EINVAL") return "";
      throw thrown;
    }
  },

  /** A lock of the kernel on an open file: it goes with the process, even with kill -9, and nobody can take it from a process that is only busy.
   *  flock(1) locks the descriptor it inherits; where there is no flock(1), a run goes without. */
  async lock(path) {
    await makeFolders(dirname(path));
    const file = await open(path, "a");
    const { status } = spawnSync("flock", ["-n", "3"], { stdio: ["ignore", "ignore", "ignore", file.fd] });
    if (status === 1) {
      await file.close();
      return null;
    }
    return { release: () => file.close() };
  },
};
