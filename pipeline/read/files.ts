/** Bytes from the disk, with what went wrong in words. Not here: what the bytes mean. */
import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readlinkSync, readSync, realpathSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import { EXIT, seen, systemCode, UserError } from "../messages.ts";

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

/** Most bytes that a file may have: ten times the longest volume there is. On its way a text takes some hundred times its bytes of memory. */
export const MOST_BYTES = 16 * 1024 * 1024;
const PIECE = 1024 * 1024;

export interface Reading {
  /** What to do where the file is missing. */
  readonly todo?: string;
  /** The folder that the file must lie in, wherever links lead; then it must be a plain file, too. */
  readonly within?: string;
}

/** The bytes of a file; `-` is standard input. Throws UserError 66 where it is missing or may not be read, 65 where it is no plain file, too long or elsewhere. */
export function bytesOf(path: string, { todo = "Check the name.", within }: Reading = {}): Buffer {
  if (within !== undefined) requireWithin(path, within, todo);
  let file: number | null = null;
  try {
    // a pipe without a writer would hold the run for ever
    file = path === "-" ? 0 : openSync(path, constants.O_RDONLY | (within === undefined ? 0 : constants.O_NONBLOCK));
    if (within !== undefined && !fstatSync(file).isFile() && !fstatSync(file).isDirectory()) throw new UserError(EXIT.badData, `${path}: this is a device, a pipe or a socket, not a file. Take it out of the folder.`);
    return allOf(path, file);
  } catch (thrown) {
    throw thrown instanceof UserError ? thrown : unreadable(path, thrown, "file", todo);
  } finally {
    if (file !== null && file !== 0) closeSync(file);
  }
}

function allOf(path: string, file: number): Buffer {
  const pieces: Buffer[] = [];
  let length = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(PIECE);
    const count = readSync(file, piece);
    if (count === 0) return Buffer.concat(pieces, length);
    pieces.push(piece.subarray(0, count));
    length += count;
    if (length > MOST_BYTES) throw new UserError(EXIT.badData, `${path}: the file is longer than ${MOST_BYTES / 1024 / 1024} MB, which no text of a yearbook is. See whether it is the right file; if it is, part it into several.`);
  }
}

/** Throws UserError 65 where a path leads out of its folder, by a link or by `..`; 66 where a link leads nowhere. */
function requireWithin(path: string, dir: string, todo: string): void {
  let real: string;
  try {
    real = realpathSync(path);
  } catch (thrown) {
    if (systemCode(thrown) === "ELOOP" || (systemCode(thrown) === "ENOENT" && isLink(path))) throw new UserError(EXIT.noInput, `${path}: this link leads nowhere. Put the file itself here, or take the link out.`, { cause: thrown });
    throw unreadable(path, thrown, "file", todo);
  }
  const inside = relative(realpathSync(dir), real);
  if (inside === "" || inside.startsWith("..") || isAbsolute(inside)) throw new UserError(EXIT.badData, `${path}: this leads out of its folder${isLink(path) ? `, to ${readlinkSync(path)}` : ""}. Put the file itself here.`);
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** The names in a folder by code point, the same on every machine. A name that is no UTF-8 has U+FFFD in it. Throws UserError 66. */
export function namesIn(dir: string, todo = "Check the name."): string[] {
  try {
    return readdirSync(dir).sort(byCodePoint);
  } catch (thrown) {
    throw unreadable(dir, thrown, "folder", todo);
  }
}

/** Throws UserError 65 for a name that cannot be a text's: an edition prints it, and files of data are called after it. */
export function requireName(path: string, name: string): void {
  if (name.includes("\uFFFD")) throw new UserError(EXIT.badData, `${path}: the file's name is not UTF-8. Rename it.`);
  if (seen(name) !== name) throw new UserError(EXIT.badData, `${seen(path)}: the file's name holds characters that nobody sees. Rename it.`);
}

function unreadable(path: string, thrown: unknown, what: "file" | "folder", todo: string): UserError {
  const code = systemCode(thrown);
  const words =
    code === "ENOENT" ? `there is no such ${what}. ${todo}`
    : code === "EISDIR" ? "this is a folder, not a file. Name a file in it."
    : code === "ENOTDIR" ? "this is a file, not a folder. Name the folder it lies in."
    : code === "EACCES" || code === "EPERM" ? `this ${what} may not be read. Give yourself read access to it.`
    : code === "EMFILE" || code === "ENFILE" ? "too many files are open on this machine. Close some programs, and try again."
    : code === "ENAMETOOLONG" ? "the name is too long. Shorten it."
    : `this ${what} cannot be read (${code ?? String(thrown)}). Try again, or copy it elsewhere.`;
  return new UserError(EXIT.noInput, `${path}: ${words}`, { cause: thrown });
}

/** Order by code point: UTF-16 order puts 𠀀 before ﹐. */
export function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
