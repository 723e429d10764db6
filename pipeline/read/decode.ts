/** Bytes → text. BOM, then strict UTF-8, then UTF-16 by its parity, then strict GB18030; bytes that are none of these are an error with their place.
 *  Not here: files, ids, what a file is that is no text. */
import type { Document, ReadProblem } from "../../schemas/source.ts";
import { positionOf } from "../../schemas/span.ts";
import { EXIT, UserError } from "../messages.ts";
import { noTextOf } from "./no-text.ts";

type Encoding = Document["encoding"];

/** Decoded text without its BOM, how it was decoded, and what is odd in it. Throws UserError 65. */
export function decode(path: string, bytes: Uint8Array): Pick<Document, "text" | "encoding" | "problems"> {
  const encoding = encodingOf(bytes);
  const other = encoding === "utf-16le" || encoding === "utf-16be" ? null : noTextOf(bytes);
  if (other !== null) throw new UserError(EXIT.badData, `${path}: ${other}`);
  if (encoding === null) throw new UserError(EXIT.badData, neither(path, bytes));
  const text = strict(bytes, encoding);
  if (text === null) throw new UserError(EXIT.badData, broken(path, bytes, encoding));
  return { text, encoding, problems: problemsOf(path, text) };
}

/** What a byte order mark says; null where there is none. */
function announcedBy(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

/** The encoding a file is in, or null where its bytes fit none. A BOM is believed even where bytes after it are broken. */
function encodingOf(bytes: Uint8Array): Encoding | null {
  const announced = announcedBy(bytes);
  if (announced !== null) return announced;
  // Zero bytes are valid UTF-8 and hardly ever text: Latin letters of UTF-16 look like that.
  if (!bytes.includes(0) && strict(bytes, "utf-8") !== null) return "utf-8";
  const wide = wideByParity(bytes);
  if (wide !== null && strict(bytes, wide) !== null) return wide;
  if (strict(bytes, "utf-8") !== null || isBrokenUtf8(bytes)) return "utf-8";
  return strict(bytes, "gb18030") === null ? null : "gb18030";
}

/** Bytes beyond ASCII that read as UTF-8 before the first that does not, from which on it is UTF-8 with a fault: of 1,952 pieces of GB18030 with 24 such bytes none is valid UTF-8,
 *  while damaged UTF-8 may well be valid GB18030, and would print as other words. */
const SURELY_UTF8 = 24;

function isBrokenUtf8(bytes: Uint8Array): boolean {
  return bytes.subarray(0, firstBad(bytes, "utf-8")).reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0) >= SURELY_UTF8;
}

function strict(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** High bytes of Chinese text in UTF-16: 00 Latin, 20 and 30 marks, 4E–9F Han, FF full-width forms. */
const isHigh = (byte: number) => byte === 0 || byte === 0x20 || byte === 0x30 || (byte >= 0x4e && byte <= 0x9f) || byte === 0xff;

/** UTF-16 without a BOM: one parity holds nearly nothing but high bytes. Zeros stand only there, and settle it where letters look high too;
 *  without them, the other parity must be mixed. In GB18030 Han are B0–F7 A1–FE, so it never looks like that. */
function wideByParity(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  const high = [0, 0];
  const zeros = [0, 0];
  bytes.forEach((byte, i) => {
    if (isHigh(byte)) high[i % 2]! += 1;
    if (byte === 0) zeros[i % 2]! += 1;
  });
  const [even, odd] = high.map((count) => count / (bytes.length / 2)) as [number, number];
  if (zeros[1]! > 0 && zeros[0] === 0) return odd >= 0.9 ? "utf-16le" : null;
  if (zeros[0]! > 0 && zeros[1] === 0) return even >= 0.9 ? "utf-16be" : null;
  if (Math.max(even, odd) < 0.9 || Math.abs(even - odd) < 0.2) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** The offset of the byte that cannot be decoded: the end of the shortest head of the file that fails. A cut last character fails at the file's end. */
function firstBad(bytes: Uint8Array, encoding: Encoding): number {
  const fails = (length: number) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return false;
    } catch {
      return true;
    }
  };
  if (!fails(bytes.length)) return bytes.length;
  let [whole, failing] = [0, bytes.length];
  while (failing - whole > 1) {
    const middle = (whole + failing) >> 1;
    if (fails(middle)) failing = middle;
    else whole = middle;
  }
  return failing - 1;
}

function neither(path: string, bytes: Uint8Array): string {
  const at = Math.max(firstBad(bytes, "utf-8"), firstBad(bytes, "gb18030")); // the decoder that came further is the likelier one
  return `${placed(path, bytes, at)} is neither UTF-8 nor GB18030. Save the file as UTF-8 and build again.`;
}

function broken(path: string, bytes: Uint8Array, encoding: Encoding): string {
  return `${placed(path, bytes, firstBad(bytes, encoding))} is not ${encoding.toUpperCase()}, which ${announcedBy(bytes) !== null ? "the file's first bytes (BOM) announce" : "the text before it is"}. Save the file as UTF-8 and build again.`;
}

/** file:line:column and the byte there; column and offset in bytes, from 1 and from 0. */
function placed(path: string, bytes: Uint8Array, at: number): string {
  const before = bytes.subarray(0, at);
  const line = before.reduce((lines, byte) => lines + (byte === 0x0a ? 1 : 0), 1);
  const column = at - before.lastIndexOf(0x0a);
  const what = at < bytes.length ? `byte 0x${bytes[at]!.toString(16).toUpperCase().padStart(2, "0")}` : "the end in the middle of a character,";
  return `${path}:${line}:${column}: ${what} at offset ${at}`;
}

const ODD: readonly { pattern: RegExp; says: (count: number) => string }[] = [
  { pattern: /\uFFFD/gu, says: (n) => `${n} × U+FFFD: characters were lost before the file came here. Get the text again from where it was whole.` },
  { pattern: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu, says: (n) => `${n} control characters. Remove them; they are not printed.` }, // oxlint-disable-line no-control-regex
  { pattern: /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu, says: (n) => `${n} characters for private use: they print as 〓. Replace them by the characters they stand for.` },
  { pattern: /[\u202A-\u202E\u2066-\u2069\u061C\u200E\u200F]/gu, says: (n) => `${n} characters that turn the direction of writing: what is seen may stand in another order than it is read. Remove them.` },
  { pattern: /[\uFEFF\u200B\u2060-\u2064\u00AD]/gu, says: (n) => `${n} characters that nobody sees (zero width): words and figures on both sides are not read as one. Remove them.` },
  { pattern: /[\uFFFE\uFFFF\uFDD0-\uFDEF]/gu, says: (n) => `${n} code points that are no characters. Remove them.` },
  { pattern: /[\d０-９]{16,}/gu, says: (n) => `${n} numbers of more than 15 digits: they give no fact, as no table could hold them exactly. See whether digits ran together.` },
];

/** What reading can live with: the first place of each oddity, and how many there are. */
function problemsOf(file: string, text: string): ReadProblem[] {
  if (text.trim() === "") return [{ file, line: null, offset: null, message: EMPTY }];
  return ODD.flatMap(({ pattern, says }) => {
    let first = -1, count = 0;
    for (const { index } of text.matchAll(pattern)) {
      if (count === 0) first = index;
      count++;
    }
    return count === 0 ? [] : [{ file, line: positionOf(text, first).line, offset: first, message: says(count) }];
  });
}

/** Said of a text without a character to print. */
export const EMPTY = "the text is empty. Fill it, or take the file out.";
