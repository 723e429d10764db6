/** Files that are no text, by how they begin. Not here: encodings. */

/** First bytes (latin1), what a file that has them is called, and what to do with it. */
const KINDS: readonly (readonly [begins: string, what: string, todo: string])[] = [
  ["\xD0\xCF\x11\xE0", "a Word, Excel or WPS document", "Save it as plain text (UTF-8), and build again."],
  ["{\\rtf", "an RTF document", "Save it as plain text (UTF-8), and build again."],
  ["%PDF-", "a PDF", "Copy its text into a text file (UTF-8), and build again."],
  ["\x89PNG", "a picture (PNG)", "Take it out of the folder, or type its text."],
  ["\xFF\xD8\xFF", "a picture (JPEG)", "Take it out of the folder, or type its text."],
  ["GIF8", "a picture (GIF)", "Take it out of the folder, or type its text."],
  ["II*\0", "a picture (TIFF)", "Take it out of the folder, or type its text."],
  ["MM\0*", "a picture (TIFF)", "Take it out of the folder, or type its text."],
  ["\x7FELF", "a program", "Take it out of the folder."],
  ["MZ\x90\0", "a program", "Take it out of the folder."],
  ["\x1F\x8B", "a compressed file (gzip)", "Unpack it, and take it out of the folder."],
  ["Rar!\x1A\x07", "a compressed file (RAR)", "Unpack it, and take it out of the folder."],
  ["7z\xBC\xAF\x27\x1C", "a compressed file (7z)", "Unpack it, and take it out of the folder."],
  ["SQLite format 3\0", "a database", "Take it out of the folder."],
];

/** What a zip is, by the name of a part: names stand unpacked in it. */
const ZIPS: readonly (readonly [part: string, what: string, todo: string])[] = [
  ["word/", "a Word document", "Save it as plain text (UTF-8), and build again."],
  ["xl/", "an Excel workbook", "Save its text as plain text (UTF-8), and build again."],
  ["ppt/", "a PowerPoint presentation", "Save its text as plain text (UTF-8), and build again."],
  ["application/vnd.oasis.opendocument", "an OpenDocument file", "Save it as plain text (UTF-8), and build again."],
  ["application/epub+zip", "an e-book", "Save its text as plain text (UTF-8), and build again."],
];

/** How many characters in the first 4,096 bytes may be controls before nobody calls it text: one in twenty, and some few in any case. */
const HEAD = 4096, SHARE = 20, FEW = 4;

/** What a file is that is no text, and what to do; null for what may be one. Bytes of UTF-16 are not passed here. */
export function noTextOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString("latin1");
  const [, what, todo] = kindOf(head, bytes) ?? [];
  if (what !== undefined) return `this is ${what}, not a text. ${todo}`;
  const controls = head.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u007F]/gu)?.length ?? 0; // oxlint-disable-line no-control-regex
  return controls > FEW && controls * SHARE > head.length ? "this is no text: it is full of control characters. Open it in the program that made it, and save it as plain text (UTF-8)." : null;
}

function kindOf(head: string, bytes: Uint8Array): readonly [string, string, string] | undefined {
  if (!head.startsWith("PK\x03\x04")) return KINDS.find(([begins]) => head.startsWith(begins));
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return ZIPS.find(([part]) => all.includes(part, 0, "latin1")) ?? ["PK", "a compressed file (ZIP)", "Unpack it, and take it out of the folder."];
}
