/** Inputs that are no good, how to make each, and the line that it gets: for the test and for docs/bad-input.md. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gb18030 } from "../fuzz/gb18030.ts";

export interface BadInput {
  readonly name: string;
  /** Puts it into the sources folder, which holds a sound edition.yaml and 00-好.txt already. */
  readonly make: (dir: string) => void;
  /** The line without the folder; null where the text goes through and says nothing. */
  readonly line: string | null;
  /** 65 or 66 for a refusal, 0 where the text goes through and the edition notes the line. */
  readonly status: 0 | 65 | 66;
}

const TEXT = "一.进展\n全省已有九个市建成平台.增长8.1.";
export const EDITION = `title: 年鉴
titlePinyin: Nianjian
titleEn: Yearbook
year: 2013
date: "2014-06-30"
editor: 编写组
editorEn: Editors
columns:
  - { id: a, title: 甲, titleEn: A, texts: [] }
rest: a
`;

const text = (content: string | Uint8Array, name = "01-a.txt") => (dir: string) => writeFileSync(join(dir, name), content);
const edition = (change: (sound: string) => string) => (dir: string) => writeFileSync(join(dir, "edition.yaml"), change(EDITION));
const corrections = (content: string) => (dir: string) => writeFileSync(join(dir, "corrections.yaml"), content);
const wide = (words: string, order: "le" | "be", bom = true) => {
  const bytes = Buffer.from(bom ? `\uFEFF${words}` : words, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};
const LINE = `a: &a [x, x, x, x, x, x, x, x, x, x]\n`;
const BOMB = LINE + Array.from("abcdefgh", (c, i) => `${String.fromCharCode(98 + i)}: &${String.fromCharCode(98 + i)} [${Array(10).fill(`*${c}`).join(", ")}]\n`).join("");

const encodings: readonly BadInput[] = [
  { name: "GB18030", make: text(gb18030(TEXT)), status: 0, line: null },
  { name: "UTF-16 with a BOM", make: text(wide(TEXT, "be")), status: 0, line: null },
  { name: "UTF-16 without a BOM", make: text(wide(TEXT, "le", false)), status: 0, line: null },
  { name: "line ends of all kinds", make: text("甲.\r\n乙.\r丙.\n"), status: 0, line: null },
  { name: "broken UTF-8", make: text(Buffer.concat([Buffer.from("甲\n乙"), Buffer.from([0xff, 0x41])])), status: 65, line: "" },
  { name: "broken GB18030", make: text(Buffer.concat([gb18030(TEXT), Buffer.from([0x81, 0x20, 0xff])])), status: 65, line: "" },
  { name: "UTF-16 that ends within a character", make: text(wide(TEXT, "le").subarray(0, -1)), status: 65, line: "" },
  { name: "UTF-16 with half a surrogate pair", make: text(Buffer.concat([wide("甲", "le"), Buffer.from([0x00, 0xd8, 0x2d, 0x4e])])), status: 65, line: "" },
  { name: "UTF-16 without a BOM, half a surrogate pair", make: text(Buffer.concat([wide(TEXT, "le", false), Buffer.from([0x00, 0xd8])])), status: 65, line: "" },
];

const noTexts: readonly BadInput[] = [
  { name: "an empty file", make: text(""), status: 65, line: "" },
  { name: "nothing but blanks", make: text(" \n\u3000\t\n"), status: 65, line: "" },
  { name: "nothing but a BOM", make: text("\uFEFF"), status: 65, line: "" },
  { name: "a Word document", make: text(Buffer.from("PK\x03\x04\x14\x00\x06\x00....word/document.xml", "latin1")), status: 65, line: "" },
  { name: "a Word document of 2003", make: text(Buffer.from("d0cf11e0a1b11ae1", "hex")), status: 65, line: "" },
  { name: "a zip", make: text(Buffer.from("PK\x03\x04\x14\x00a.txt", "latin1")), status: 65, line: "" },
  { name: "a PDF", make: text("%PDF-1.7\n"), status: 65, line: "" },
  { name: "an RTF document", make: text("{\\rtf1\\ansi"), status: 65, line: "" },
  { name: "a picture", make: text(Buffer.from("89504e470d0a1a0a0000000d", "hex")), status: 65, line: "" },
  { name: "a program", make: text(Buffer.from("7f454c4602010100", "hex")), status: 65, line: "" },
  { name: "random bytes", make: text(Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 7) % 32))), status: 65, line: "" },
  { name: "a line of 100 MB", make: (dir) => writeFileSync(join(dir, "01-a.txt"), Buffer.alloc(100_000_000, 0x41)), status: 65, line: "" },
];

const places: readonly BadInput[] = [
  { name: "a link out of the folder", make: (dir) => { writeFileSync(join(dir, "..", "elsewhere.txt"), TEXT); symlinkSync("../elsewhere.txt", join(dir, "01-a.txt")); }, status: 65, line: "" },
  { name: "a link within the folder", make: (dir) => symlinkSync("00-好.txt", join(dir, "01-a.txt")), status: 0, line: null },
  { name: "a link that leads nowhere", make: (dir) => symlinkSync("gone.txt", join(dir, "01-a.txt")), status: 66, line: "" },
  { name: "a link to itself", make: (dir) => symlinkSync("01-a.txt", join(dir, "01-a.txt")), status: 66, line: "" },
  { name: "a link to a device", make: (dir) => symlinkSync("/dev/zero", join(dir, "01-a.txt")), status: 65, line: "" },
  { name: "a pipe", make: (dir) => { spawnSync("mkfifo", [join(dir, "01-a.txt")]); }, status: 65, line: "" },
  { name: "a folder", make: (dir) => mkdirSync(join(dir, "01-a.txt")), status: 66, line: "" },
  { name: "two names that differ in case", make: (dir) => { text(TEXT, "01-a.txt")(dir); text(TEXT, "01-A.txt")(dir); }, status: 65, line: "" },
  { name: "two names composed otherwise", make: (dir) => { text(TEXT, "01-\u00E9.txt")(dir); text(TEXT, "01-e\u0301.txt")(dir); }, status: 65, line: "" },
  { name: "a name with a line end", make: text(TEXT, "01-a\nb.txt"), status: 65, line: "" },
  { name: "a name that turns its letters around", make: text(TEXT, "01-\u202Etxt.txt"), status: 65, line: "" },
  { name: "a name that is no UTF-8", make: (dir) => writeFileSync(Buffer.concat([Buffer.from(`${dir}/01-`), Buffer.from([0xff]), Buffer.from(".txt")]), TEXT), status: 65, line: "" },
  { name: "edition.yaml, a link out of the folder", make: (dir) => { writeFileSync(join(dir, "..", "elsewhere.yaml"), EDITION); spawnSync("rm", [join(dir, "edition.yaml")]); symlinkSync("../elsewhere.yaml", join(dir, "edition.yaml")); }, status: 65, line: "" },
  { name: "corrections.yaml, a link that leads nowhere", make: (dir) => symlinkSync("gone.yaml", join(dir, "corrections.yaml")), status: 66, line: "" },
];

/** Not of use to root, who may read everything. */
export const unreadable: BadInput = { name: "a file that may not be read", make: (dir) => { text(TEXT)(dir); chmodSync(join(dir, "01-a.txt"), 0); }, status: 66, line: "01-a.txt: this file may not be read. Give yourself read access to it." };

const oddities: readonly BadInput[] = [
  { name: "NUL within a text", make: text(`${TEXT.repeat(3)}\u0000甲`), status: 0, line: "" },
  { name: "U+FEFF within a text", make: text("甲\uFEFF乙."), status: 0, line: "" },
  { name: "code points that are no characters", make: text("甲\uFFFE乙."), status: 0, line: "" },
  { name: "characters that turn the direction", make: text("甲\u202E乙."), status: 0, line: "" },
  { name: "characters for private use", make: text("甲\uE000乙."), status: 0, line: "" },
  { name: "characters that were lost before", make: text("甲\uFFFD乙."), status: 0, line: "" },
  { name: "a number of 400 digits", make: text(`共${"9".repeat(400)}个.`), status: 0, line: "" },
];

const yaml: readonly BadInput[] = [
  { name: "a path for a text's name", make: edition((sound) => sound.replace("[]", "[../01-a]")), status: 65, line: "" },
  { name: "an absolute path for a text's name", make: edition((sound) => sound.replace("rest", "preface: [/etc/passwd]\nrest")), status: 65, line: "" },
  { name: "aliases of aliases", make: edition((sound) => BOMB + sound), status: 65, line: "" },
  { name: "an alias of nothing", make: edition((sound) => sound.replace("编写组", "*nobody")), status: 65, line: "" },
  { name: "a tag", make: edition((sound) => sound.replace("编写组", "!!js/function 'x'")), status: 65, line: "" },
  { name: "the key __proto__", make: edition((sound) => `${sound}severities: { __proto__: error }\n`), status: 65, line: "" },
  { name: "the key constructor", make: edition((sound) => `${sound}constructor: { prototype: 1 }\n`), status: 65, line: "" },
  { name: "a key twice", make: edition((sound) => `${sound}year: 2014\n`), status: 65, line: "" },
  { name: "a tab", make: edition((sound) => sound.replace("  - {", "\t- {")), status: 65, line: "" },
  { name: "a wrong type", make: edition((sound) => sound.replace("编写组", "[编写组]")), status: 65, line: "" },
  { name: "a key that there is not", make: edition((sound) => `${sound}tabels: []\n`), status: 65, line: "" },
  { name: "a number of 400 digits in edition.yaml", make: edition((sound) => sound.replace("2013", "9".repeat(400))), status: 65, line: "" },
  { name: "brackets without end", make: edition(() => "[".repeat(100_000)), status: 65, line: "" },
  { name: "an empty edition.yaml", make: edition(() => ""), status: 65, line: "" },
  { name: "a picture called edition.yaml", make: (dir) => writeFileSync(join(dir, "edition.yaml"), Buffer.from("89504e470d0a1a0a", "hex")), status: 65, line: "" },
  { name: "a correction without its editor", make: corrections("corrections:\n  - { action: drop, quote: 甲, when: \"2014-01-01\", why: 丙 }\n"), status: 65, line: "" },
  { name: "a correction with a key that there is not", make: corrections("corrections:\n  - { action: drop, qoute: 甲, who: 乙, when: \"2014-01-01\", why: 丙 }\n"), status: 65, line: "" },
  { name: "aliases in corrections.yaml", make: corrections("corrections: &all [*all]\n"), status: 65, line: "" },
];

export const badInputs: readonly BadInput[] = [...encodings, ...noTexts, ...places, ...oddities, ...yaml];
