/** Bytes from the disk, with what went wrong in words. Not here: what the bytes mean. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { EXIT, systemCode, UserError } from "../messages.ts";

/** A file that went into an edition. */
export interface Input {
  readonly path: string;
  readonly digest: string;
  readonly bytes: number;
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A file's digest and size under the name that the manifest gives it: never an absolute path, so every machine writes the same. */
export function inputOf(path: string, bytes: Uint8Array): Input {
  return { path, digest: sha256(bytes), bytes: bytes.length };
}

/** The bytes of a file; `-` is standard input. `todo` says what to do where it is missing. Throws UserError 66. */
export function bytesOf(path: string, todo = "Check the name."): Buffer {
  try {
    return readFileSync(path === "-" ? 0 : path);
  } catch (thrown) {
    throw unreadable(path, thrown, "file", todo);
  }
}

/** The names in a folder by code point, the same on every machine. Throws UserError 66. */
export function namesIn(dir: string, todo = "Check the name."): string[] {
  try {
    return readdirSync(dir).sort(byCodePoint);
  } catch (thrown) {
    throw unreadable(dir, thrown, "folder", todo);
  }
}

function unreadable(path: string, thrown: unknown, what: "file" | "folder", todo: string): UserError {
  const code = systemCode(thrown);
  const words =
    code === "ENOENT" ? `there is no such ${what}. ${todo}`
    : code === "EISDIR" ? "this is a folder, not a file. Name a file in it."
    : code === "ENOTDIR" ? "this is a file, not a folder. Name the folder it lies in."
    : code === "EACCES" || code === "EPERM" ? `this ${what} may not be read. Give yourself read access to it.`
    : `this ${what} cannot be read (${code ?? String(thrown)}). Try again, or copy it elsewhere.`;
  return new UserError(EXIT.noInput, `${path}: ${words}`, { cause: thrown });
}

/** Order by code point: UTF-16 order puts 𠀀 before ﹐. */
export function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
