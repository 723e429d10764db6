/** Operations of the disk that fail, one in each run; every operation of place.ts in turn is in test/edition/place.test.ts. */
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "../case.ts";
import { YEAR } from "../stage.ts";

const failing = (name: string, how: string, fault: Readonly<Record<string, string | number>>, more: Partial<Case> = {}): Case => ({ name, how, run: { faults: [fault] }, ends: [73], says: /the disk failed to read or write it \(EIO\)/u, shows: "old", ...more });

export const injected: readonly Case[] = [
  failing("EIO when a file is made", "the third file", { op: "create", nth: 3, does: "EIO" }),
  failing("EIO when a file is written", "the workbook", { op: "write", under: ".xlsx", does: "EIO" }),
  failing("EIO when a file is synced", "the manifest", { op: "fsync", under: "manifest.json", does: "EIO" }),
  failing("EIO when a folder is synced", "the folder that was written", { op: "fsyncFolder", under: "-building", does: "EIO" }),
  failing("EIO when .editions is synced", "before the folder gets its name", { op: "fsyncFolder", nth: 3, does: "EIO" }),
  failing("EIO when a folder is made", "the folder that is to be written", { op: "mkdir", under: "-building", does: "EIO" }),
  failing("EIO when the folder gets its name", "the first rename", { op: "rename", nth: 1, does: "EIO" }),
  failing("EIO when the link is turned", "the second rename", { op: "rename", nth: 2, does: "EIO" }),
  failing("EIO when the link is made", "the symbolic link beside", { op: "symlink", does: "EIO" }),
  failing("EIO when the link is read", "where outputs/YEAR leads", { op: "readlink", under: "/out/", does: "EIO" }),
  failing("EIO when a folder is listed", ".editions", { op: "readdir", does: "EIO" }),
  failing("EIO when the turned link is synced", "the last sync: the new edition is shown, and that is said", { op: "fsyncFolder", under: "/out", nth: 7, does: "EIO" }, { says: /the edition is shown, whole, but the disk would not confirm it/u, shows: "new" }),
  failing("EIO when what was written is read back", "the book", { op: "readFile", under: "-building", does: "EIO" }, { says: /the disk does not give back what was written to it/u }),
  failing("EDQUOT", "the user's share of the disk is used up at the fifth file", { op: "write", nth: 5, does: "EDQUOT" }, { says: /your share of the disk is used up/u }),
  failing("EROFS midway", "the kernel makes the disk read-only at the fifth file, as it does after errors", { op: "create", nth: 5, times: 1000, does: "EROFS" }, { says: /a disk that can only be read/u }),
  failing("half a file", "the disk takes half of the book and says nothing", { op: "write", under: ".pdf", does: "half" }, { says: /the disk does not give back what was written to it/u }),
  failing("an old listing", "the disk says that .editions is empty, as a network disk may", { op: "readdir", times: 1, does: "empty" }, { ends: [0], says: undefined, shows: "new" }),
  failing("an old listing over a leaving", "as before, over a link that a run before left", { op: "readdir", times: 2, does: "empty" }, { arrange: ({ editions, of }) => symlinkSync(`.editions/${of.old.name}`, join(editions, `${YEAR}.new`)), says: /something of this name stands there already/u }),
];
