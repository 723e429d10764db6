/** What lies in an edition's folder, seen without opening anything or following a link. Not here: what the manifest says of it. */
import { lstatSync, readdirSync, type Dirent, type Stats } from "node:fs";
import { isAbsolute, join } from "node:path";
import { wordsOf } from "../../messages.ts";

/** What stands under a name; nobody opens what is no file: a pipe without a writer would hold the run for ever. */
export type Kind = "file" | "folder" | "link" | "neither";

const IN_WORDS: Readonly<Record<Exclude<Kind, "file">, string>> = { folder: "a folder", link: "a link", neither: "a device, a pipe or a socket" };

const kindOf = (entry: Dirent | Stats): Kind => (entry.isSymbolicLink() ? "link" : entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "neither");

/** Null where there is nothing. */
export function kindAt(path: string): Kind | null {
  const there = lstatSync(path, { throwIfNoEntry: false });
  return there === undefined ? null : kindOf(there);
}

export const noFile = (path: string, kind: Exclude<Kind, "file">): string => `${path}: this is ${IN_WORDS[kind]}, not a file, and was not opened. Build the edition again.`;

export interface Folder {
  /** All that lies below, by path as the manifest writes it, folders too. */
  readonly entries: ReadonlyMap<string, Kind>;
  /** folders that hold nothing */
  readonly empty: readonly string[];
  /** folders that cannot be read, a line each */
  readonly faults: readonly string[];
}

export function folderAt(dir: string): Folder {
  const entries = new Map<string, Kind>(), empty: string[] = [], faults: string[] = [];
  const enter = (below: string) => {
    let found: Dirent[];
    try {
      found = readdirSync(join(dir, below), { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
    } catch (thrown) {
      faults.push(`${join(dir, below)}: this folder cannot be read: ${wordsOf(thrown)}. Give yourself read access to it, or build the edition again.`);
      return;
    }
    if (found.length === 0) empty.push(below);
    for (const entry of found) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      entries.set(path, kindOf(entry));
      if (kindOf(entry) === "folder") enter(path);
    }
  };
  enter("");
  return { entries, empty, faults };
}

/** Whether a path of a manifest stays within the edition, whatever lies there. */
export const isWithin = (path: string): boolean => !isAbsolute(path) && !/[\\\0]/u.test(path) && path.split("/").every((part) => part !== "" && part !== "." && part !== ".."); // oxlint-disable-line no-control-regex

/** The folders that a path goes through, outermost first: a/b/c → a, a/b. */
export const foldersOver = (path: string): string[] => path.split("/").slice(0, -1).map((_, n, parts) => parts.slice(0, n + 1).join("/"));
