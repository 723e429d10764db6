/** A real disk that is full, or can only be read: a small tmpfs, which takes root to mount. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, renameSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "../case.ts";
import type { Stage } from "../stage.ts";

const mount = (...args: string[]) => execFileSync("mount", args, { stdio: "pipe" });

/** Puts the stage's outputs on a tmpfs of their own. */
function onTmpfs(stage: Stage): void {
  const aside = join(stage.dir, "aside");
  renameSync(stage.out, aside);
  mkdirSync(stage.out);
  mount("-t", "tmpfs", "-o", "size=8m,nr_inodes=1000", "tmpfs", stage.out);
  cpSync(aside, stage.out, { recursive: true, verbatimSymlinks: true });
}

/** Leaves so many KiB free. */
function fill(stage: Stage, left: number): void {
  onTmpfs(stage);
  const { bavail, bsize } = statfsSync(stage.out);
  writeFileSync(join(stage.editions, "filler"), Buffer.alloc(Math.max(0, bavail * bsize - left * 1024)));
}

/** Leaves so many files to be made. */
function fewFiles(stage: Stage, left: number): void {
  onTmpfs(stage);
  const { files, ffree } = statfsSync(stage.out);
  mount("-o", `remount,nr_inodes=${files - ffree + left}`, stage.out);
}

const roomy = (stage: Stage) => {
  mount("-o", "remount,size=64m,nr_inodes=10000", stage.out);
  execFileSync("rm", ["-f", join(stage.editions, "filler")]);
};
const close = (stage: Stage) => {
  try {
    execFileSync("umount", [stage.out], { stdio: "pipe" });
  } catch {
    // it was never mounted
  }
};
const skip = () => (process.getuid?.() === 0 && process.platform === "linux" ? null : "mounting a tmpfs takes root");

const full = { skip, ends: [73], says: /the disk is full\. Make room/u, shows: "old", mend: roomy, close } as const;
const leave = [[0, "nothing"], [8, "8 KiB: less than the book takes"], [160, "160 KiB: less than book and workbooks take"], [230, "230 KiB: less than all takes"]] as const;
const files = [[0, "none: no folder can be made"], [1, "one: no file can be made in the folder"], [9, "nine: not the last of the files"], [19, "nineteen: all but the link"]] as const;

export const disk: readonly Case[] = [
  ...leave.map(([left, words]): Case => ({ ...full, name: `full disk, ${left} KiB free`, how: `a tmpfs with room for ${words}`, arrange: (stage) => fill(stage, left) })),
  ...files.map(([left, words]): Case => ({ ...full, name: `no more files, ${left} left`, how: `a tmpfs that takes so many more files: ${words}`, arrange: (stage) => fewFiles(stage, left) })),
  { ...full, name: "the disk fills up midway", how: "another program takes all room while the edition is written", arrange: onTmpfs, waits: { op: "create", nth: 4 }, during: (stage) => { const { bavail, bsize } = statfsSync(stage.out); writeFileSync(join(stage.editions, "filler"), Buffer.alloc(bavail * bsize)); } },
  { skip, name: "read-only file system", how: "a tmpfs, mounted anew as read-only", arrange: (stage) => { onTmpfs(stage); mount("-o", "remount,ro", stage.out); }, ends: [73], says: /a disk that can only be read/u, shows: "old", mend: (stage) => mount("-o", "remount,rw", stage.out), close },
  { skip, name: "read-only midway", how: "the disk is mounted as read-only when the texts were read", arrange: onTmpfs, waits: { op: "mkdir" }, during: (stage) => { mount("-o", "remount,ro", stage.out); }, ends: [73], says: /a disk that can only be read/u, shows: "old", mend: (stage) => mount("-o", "remount,rw", stage.out), close },
];
