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
  { name: "broken UTF-8", make: text(Buffer.concat([Buffer.from("甲\n乙"), Buffer.from([0xff, 0x41])])), status: 65, line: "01-a.txt:2:4: byte 0xFF at offset 7 is neither UTF-8 nor GB18030. Save the file as UTF-8 and build again." },
  { name: "UTF-8 with a byte too few, which is valid GB18030", make: text(Buffer.from("甲".repeat(20)).subarray(0, -2)), status: 65, line: "01-a.txt:1:59: the end in the middle of a character, at offset 58 is not UTF-8, which the text before it is. Save the file as UTF-8 and build again." },
  { name: "broken GB18030", make: text(Buffer.concat([gb18030(TEXT), Buffer.from([0x81, 0x20, 0xff])])), status: 65, line: "01-a.txt:2:33: byte 0x20 at offset 40 is neither UTF-8 nor GB18030. Save the file as UTF-8 and build again." },
  { name: "UTF-16 that ends within a character", make: text(wide(TEXT, "le").subarray(0, -1)), status: 65, line: "01-a.txt:2:37: the end in the middle of a character, at offset 47 is not UTF-16LE, which the file's first bytes (BOM) announce. Save the file as UTF-8 and build again." },
  { name: "UTF-16 with half a surrogate pair", make: text(Buffer.concat([wide("甲", "le"), Buffer.from([0x00, 0xd8, 0x2d, 0x4e])])), status: 65, line: "01-a.txt:1:8: byte 0x4E at offset 7 is not UTF-16LE, which the file's first bytes (BOM) announce. Save the file as UTF-8 and build again." },
  { name: "UTF-16 without a BOM, half a surrogate pair", make: text(Buffer.concat([wide(TEXT, "le", false), Buffer.from([0x00, 0xd8])])), status: 65, line: "01-a.txt: this is no text: it is full of control characters. Open it in the program that made it, and save it as plain text (UTF-8)." },
];

const noTexts: readonly BadInput[] = [
  { name: "an empty file", make: text(""), status: 65, line: "01-a.txt: the text is empty. Fill it, or take the file out." },
  { name: "nothing but blanks", make: text(" \n\u3000\t\n"), status: 65, line: "01-a.txt: the text is empty. Fill it, or take the file out." },
  { name: "nothing but a BOM", make: text("\uFEFF"), status: 65, line: "01-a.txt: the text is empty. Fill it, or take the file out." },
  { name: "a Word document", make: text(Buffer.from("PK\x03\x04\x14\x00\x06\x00....word/document.xml", "latin1")), status: 65, line: "01-a.txt: this is a Word document, not a text. Save it as plain text (UTF-8), and build again." },
  { name: "a Word document of 2003", make: text(Buffer.from("d0cf11e0a1b11ae1", "hex")), status: 65, line: "01-a.txt: this is a Word, Excel or WPS document, not a text. Save it as plain text (UTF-8), and build again." },
  { name: "a zip", make: text(Buffer.from("PK\x03\x04\x14\x00a.txt", "latin1")), status: 65, line: "01-a.txt: this is a compressed file (ZIP), not a text. Unpack it, and take it out of the folder." },
  { name: "a PDF", make: text("%PDF-1.7\n"), status: 65, line: "01-a.txt: this is a PDF, not a text. Copy its text into a text file (UTF-8), and build again." },
  { name: "an RTF document", make: text("{\\rtf1\\ansi"), status: 65, line: "01-a.txt: this is an RTF document, not a text. Save it as plain text (UTF-8), and build again." },
  { name: "a picture", make: text(Buffer.from("89504e470d0a1a0a0000000d", "hex")), status: 65, line: "01-a.txt: this is a picture (PNG), not a text. Take it out of the folder, or type its text." },
  { name: "a program", make: text(Buffer.from("7f454c4602010100", "hex")), status: 65, line: "01-a.txt: this is a program, not a text. Take it out of the folder." },
  { name: "random bytes", make: text(Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 7) % 32))), status: 65, line: "01-a.txt: this is no text: it is full of control characters. Open it in the program that made it, and save it as plain text (UTF-8)." },
  { name: "a line of 100 MB", make: (dir) => writeFileSync(join(dir, "01-a.txt"), Buffer.alloc(100_000_000, 0x41)), status: 65, line: "01-a.txt: the file is longer than 16 MB, which no text of a yearbook is. See whether it is the right file; if it is, part it into several." },
];

const places: readonly BadInput[] = [
  { name: "a link out of the folder", make: (dir) => { writeFileSync(join(dir, "..", "elsewhere.txt"), TEXT); symlinkSync("../elsewhere.txt", join(dir, "01-a.txt")); }, status: 65, line: "01-a.txt: this leads out of its folder, to ../elsewhere.txt. Put the file itself here." },
  { name: "a link within the folder", make: (dir) => { writeFileSync(join(dir, "a.draft"), TEXT); symlinkSync("a.draft", join(dir, "01-a.txt")); }, status: 0, line: null },
  { name: "a link to another text", make: (dir) => symlinkSync("00-好.txt", join(dir, "01-a.txt")), status: 65, line: "01-a.txt: this text is 00-好.txt once more, byte for byte: all its figures would count twice. Take one of the two out." },
  { name: "a copy of a text", make: text("甲.", "01-a.txt"), status: 65, line: "01-a.txt: this text is 00-好.txt once more, byte for byte: all its figures would count twice. Take one of the two out." },
  { name: "a text without a name", make: text(TEXT, ".txt"), status: 65, line: ".txt: this text has no name. Call it 01-….txt, or take the file out." },
  { name: "a link that leads nowhere", make: (dir) => symlinkSync("gone.txt", join(dir, "01-a.txt")), status: 66, line: "01-a.txt: this link leads nowhere. Put the file itself here, or take the link out." },
  { name: "a link to itself", make: (dir) => symlinkSync("01-a.txt", join(dir, "01-a.txt")), status: 66, line: "01-a.txt: this link leads nowhere. Put the file itself here, or take the link out." },
  { name: "a link to a device", make: (dir) => symlinkSync("/dev/zero", join(dir, "01-a.txt")), status: 65, line: "01-a.txt: this leads out of its folder, to /dev/zero. Put the file itself here." },
  { name: "a pipe", make: (dir) => { spawnSync("mkfifo", [join(dir, "01-a.txt")]); }, status: 65, line: "01-a.txt: this is a device, a pipe or a socket, not a file. Take it out of the folder." },
  { name: "a folder", make: (dir) => mkdirSync(join(dir, "01-a.txt")), status: 66, line: "01-a.txt: this is a folder, not a file. Name a file in it." },
  { name: "two names that differ in case", make: (dir) => { text(TEXT, "01-a.txt")(dir); text(TEXT, "01-A.txt")(dir); }, status: 65, line: "01-a.txt: another text is called 01-a too, 01-A.txt: names that differ in case or in how a letter is composed are one on other machines. Rename one of the files." },
  { name: "two names composed otherwise", make: (dir) => { text(TEXT, "01-\u00E9.txt")(dir); text(TEXT, "01-e\u0301.txt")(dir); }, status: 65, line: "01-é.txt: another text is called 01-é too, 01-é.txt: names that differ in case or in how a letter is composed are one on other machines. Rename one of the files." },
  { name: "a name with a line end", make: text(TEXT, "01-a\nb.txt"), status: 65, line: "01-a<U+000A>b.txt: the file's name holds characters that nobody sees. Rename it." },
  { name: "a name that turns its letters around", make: text(TEXT, "01-\u202Etxt.txt"), status: 65, line: "01-<U+202E>txt.txt: the file's name holds characters that nobody sees. Rename it." },
  { name: "a name that is no UTF-8", make: (dir) => writeFileSync(Buffer.concat([Buffer.from(`${dir}/01-`), Buffer.from([0xff]), Buffer.from(".txt")]), TEXT), status: 65, line: "01-�.txt: the file's name is not UTF-8. Rename it." },
  { name: "edition.yaml, a link out of the folder", make: (dir) => { writeFileSync(join(dir, "..", "elsewhere.yaml"), EDITION); spawnSync("rm", [join(dir, "edition.yaml")]); symlinkSync("../elsewhere.yaml", join(dir, "edition.yaml")); }, status: 65, line: "edition.yaml: this leads out of its folder, to ../elsewhere.yaml. Put the file itself here." },
  { name: "corrections.yaml, a link that leads nowhere", make: (dir) => symlinkSync("gone.yaml", join(dir, "corrections.yaml")), status: 66, line: "corrections.yaml: this link leads nowhere. Put the file itself here, or take the link out." },
];

/** Not of use to root, who may read everything. */
export const unreadable: BadInput = { name: "a file that may not be read", make: (dir) => { text(TEXT)(dir); chmodSync(join(dir, "01-a.txt"), 0); }, status: 66, line: "01-a.txt: this file may not be read. Give yourself read access to it." };

const oddities: readonly BadInput[] = [
  { name: "NUL within a text", make: text(`${TEXT.repeat(3)}\u0000甲`), status: 0, line: "01-a.txt:4: 1 control characters. Remove them; they are not printed." },
  { name: "U+FEFF within a text", make: text("甲\uFEFF乙."), status: 0, line: "01-a.txt:1: 1 characters that nobody sees (zero width): words and figures on both sides are not read as one. Remove them." },
  { name: "code points that are no characters", make: text("甲\uFFFE乙."), status: 0, line: "01-a.txt:1: 1 code points that are no characters. Remove them." },
  { name: "characters that turn the direction", make: text("甲\u202E乙."), status: 0, line: "01-a.txt:1: 1 characters that turn the direction of writing: what is seen may stand in another order than it is read. Remove them." },
  { name: "characters for private use", make: text("甲\uE000乙."), status: 0, line: "01-a.txt:1: 1 characters for private use: they print as 〓. Replace them by the characters they stand for." },
  { name: "characters that were lost before", make: text("甲\uFFFD乙."), status: 0, line: "01-a.txt:1: 1 × U+FFFD: characters were lost before the file came here. Get the text again from where it was whole." },
  { name: "a number of 400 digits", make: text(`共${"9".repeat(400)}个.`), status: 0, line: "01-a.txt:1: 1 numbers of more than 15 digits: they give no fact, as no table could hold them exactly. See whether digits ran together." },
];

const yaml: readonly BadInput[] = [
  { name: "a path for a text's name", make: edition((sound) => sound.replace("[]", "[../01-a]")), status: 65, line: "edition.yaml:9:44: columns.1.texts.1: a text is named by its file's name without .txt, and lies in this folder: no path. Correct it there." },
  { name: "an absolute path for a text's name", make: edition((sound) => sound.replace("rest", "preface: [/etc/passwd]\nrest")), status: 65, line: "edition.yaml:10:11: preface.1: a text is named by its file's name without .txt, and lies in this folder: no path. Correct it there." },
  { name: "aliases of aliases", make: edition((sound) => BOMB + sound), status: 65, line: "edition.yaml:1:7: &a names a place of the file, which is not read here. Take the name out." },
  { name: "an alias of nothing", make: edition((sound) => sound.replace("编写组", "*nobody")), status: 65, line: "edition.yaml:6:9: *nobody refers to another place of the file, which is not read here. Write out what it stands for." },
  { name: "a tag", make: edition((sound) => sound.replace("编写组", "!!js/function 'x'")), status: 65, line: "edition.yaml:6:9: Unresolved tag: tag:yaml.org,2002:js/function. Correct the YAML there." },
  { name: "the key __proto__", make: edition((sound) => `${sound}severities: { __proto__: error }\n`), status: 65, line: "edition.yaml:11:15: __proto__ is no name for a key. Take the line out." },
  { name: "the key constructor", make: edition((sound) => `${sound}constructor: { prototype: 1 }\n`), status: 65, line: "edition.yaml:11:1: there is no key \"constructor\" here; there are title, titlePinyin, titleEn, year, date, revision, editor, editorEn, trim, preface, columns, rest, tables, breaks, severities, quality, csv, press. Correct it there." },
  { name: "a key twice", make: edition((sound) => `${sound}year: 2014\n`), status: 65, line: "edition.yaml:11:1: Map keys must be unique. Correct the YAML there." },
  { name: "a tab", make: edition((sound) => sound.replace("  - {", "\t- {")), status: 65, line: "edition.yaml:9:1: Tabs are not allowed as indentation. Correct the YAML there." },
  { name: "a wrong type", make: edition((sound) => sound.replace("编写组", "[编写组]")), status: 65, line: "edition.yaml:6:9: editor: Invalid input: expected string, received array. Correct it there." },
  { name: "a key that there is not", make: edition((sound) => `${sound}tabels: []\n`), status: 65, line: "edition.yaml:11:1: there is no key \"tabels\" here; the nearest is \"tables\". Correct it there." },
  { name: "a number of 400 digits in edition.yaml", make: edition((sound) => sound.replace("2013", "9".repeat(400))), status: 65, line: "edition.yaml:4:7: year: Invalid input: expected number, received Infinity. Correct it there." },
  { name: "a day that is not in the calendar", make: edition((sound) => sound.replace("2014-06-30", "2014-02-30")), status: 65, line: "edition.yaml:5:7: date: \"2014-02-30\" is no day; write YYYY-MM-DD, in quotes. Correct it there." },
  { name: "a month that there is not", make: edition((sound) => sound.replace("2014-06-30", "2014-13-45")), status: 65, line: "edition.yaml:5:7: date: \"2014-13-45\" is no day; write YYYY-MM-DD, in quotes. Correct it there." },
  { name: "two columns with one id", make: edition((sound) => sound.replace("rest:", "  - { id: a, title: 乙, titleEn: B }\nrest:")), status: 65, line: "edition.yaml:10:11: columns.2.id: \"a\" is the id of columns.1 too: each has its own. Correct it there." },
  { name: "two table rules with one id", make: edition((sound) => `${sound}tables:\n  - { rule: rosters, id: x, title: 甲 }\n  - { rule: defaults }\n  - { rule: counts, id: x, title: 乙 }\n`), status: 65, line: "edition.yaml:14:25: tables.3.id: \"x\" is the id of tables.1 too: each has its own. Correct it there." },
  { name: "a column's id of 300 letters", make: edition((sound) => sound.replace("id: a", `id: ${"a".repeat(300)}`).replace("rest: a", `rest: ${"a".repeat(300)}`)), status: 65, line: "edition.yaml:9:11: columns.1.id: an id has 64 characters at most. Correct it there." },
  { name: "a table's id that is no file's name", make: edition((sound) => `${sound}tables: [{ rule: rosters, id: ../x, title: 甲 }]\n`), status: 65, line: "edition.yaml:11:31: tables.1.id: an id is small letters, digits and hyphens, a letter first. Correct it there." },
  { name: "a revision that nobody counts to", make: edition((sound) => `${sound}revision: 9007199254740991\n`), status: 65, line: "edition.yaml:11:11: revision: Too big: expected number to be <=9999. Correct it there." },
  { name: "brackets without end", make: edition(() => "[".repeat(100_000)), status: 65, line: "edition.yaml: lists stand in each other without end. See whether it is the right file, and correct it." },
  { name: "an empty edition.yaml", make: edition(() => ""), status: 65, line: "edition.yaml:1:1: Invalid input: expected object, received null. Correct it there." },
  { name: "a picture called edition.yaml", make: (dir) => writeFileSync(join(dir, "edition.yaml"), Buffer.from("89504e470d0a1a0a", "hex")), status: 65, line: "edition.yaml: this is a picture (PNG), not a text. Take it out of the folder, or type its text." },
  { name: "a correction without its editor", make: corrections("corrections:\n  - { action: drop, quote: 甲, when: \"2014-01-01\", why: 丙 }\n"), status: 65, line: "corrections.yaml:2:5: corrections.1.who: Invalid input: expected string, received undefined. Correct it there." },
  { name: "a correction with a key that there is not", make: corrections("corrections:\n  - { action: drop, qoute: 甲, who: 乙, when: \"2014-01-01\", why: 丙 }\n"), status: 65, line: "corrections.yaml:2:21: corrections.1: there is no key \"qoute\" here; the nearest is \"quote\". Correct it there.\ncorrections.yaml:2:5: corrections.1: say what is corrected by `fact`, `quote`, `repair` or `finding`, one of them. Correct it there." },
  { name: "a correction of a day that is not in the calendar", make: corrections("corrections:\n  - { action: drop, quote: 甲, who: 乙, when: \"2014-02-30\", why: 丙 }\n"), status: 65, line: "corrections.yaml:2:45: corrections.1.when: \"2014-02-30\" is no day; write YYYY-MM-DD, in quotes. Correct it there." },
  { name: "a mistyped key of a correction", make: corrections("corrections:\n  - action: drop\n    quote: 甲\n    who: 乙\n    when: \"2014-01-01\"\n    wyh: 丙\n"), status: 65, line: "corrections.yaml:6:5: corrections.1: there is no key \"wyh\" here; the nearest is \"why\". Correct it there.\ncorrections.yaml:2:5: corrections.1.why: Invalid input: expected string, received undefined. Correct it there." },
  { name: "a colon of Chinese print", make: corrections("corrections:\n  - action: drop\n    quote: 甲\n    who：乙\n    when: \"2014-01-01\"\n    why: 丙\n"), status: 65, line: "corrections.yaml:4:5: who： has a colon of Chinese print. Write `who: `, with a plain colon and a blank." },
  { name: "a colon of Chinese print in the last line", make: corrections("corrections:\n  - action: drop\n    quote: 甲\n    who: 乙\n    when: \"2014-01-01\"\n    why：丙\n"), status: 65, line: "corrections.yaml:6:5: why： has a colon of Chinese print. Write `why: `, with a plain colon and a blank." },
  { name: "aliases in corrections.yaml", make: corrections("corrections: &all [*all]\n"), status: 65, line: "corrections.yaml:1:19: &all names a place of the file, which is not read here. Take the name out." },
];

/** A register that is no good: what is put at its end, and the line that it gets. */
export interface BadRegister {
  readonly name: string;
  readonly file: "organisations.yaml" | "units.yaml" | "glossary.yaml" | "pinyin.yaml" | "former-regions.csv";
  readonly entry: string;
  /** The line without the folder; N is the line that the entry stands in. */
  readonly line: string;
}

const WORD = "a word is due here, not empty, without blanks around it or characters that nobody sees. Correct it there.";
const UNIT = "a unit is a word or a sign, without figures, blanks and brackets, and does not begin with 万 or 亿, which belong to the number. Correct it there.";
const unit = (name: string, word: string): BadRegister => ({ name, file: "units.yaml", entry: `  - { unit: "${word}", after: "" }`, line: `units.yaml:N:13: units.#.unit: ${UNIT}` });

export const badRegisters: readonly BadRegister[] = [
  { name: "an empty term", file: "glossary.yaml", entry: `  - { zh: "", en: 甲 }`, line: `glossary.yaml:N:11: glossary.#.zh: ${WORD}` },
  { name: "a term without its English", file: "glossary.yaml", entry: `  - { zh: 甲乙丙, en: "" }`, line: `glossary.yaml:N:20: glossary.#.en: ${WORD}` },
  { name: "an empty name of a term", file: "glossary.yaml", entry: `  - { zh: 甲乙丙, en: A, same: [""] }`, line: `glossary.yaml:N:30: glossary.#.same.1: ${WORD}` },
  { name: "a term with a blank before it", file: "glossary.yaml", entry: `  - { zh: " 甲乙丙", en: A }`, line: `glossary.yaml:N:11: glossary.#.zh: ${WORD}` },
  { name: "a term with a character that nobody sees", file: "glossary.yaml", entry: `  - { zh: "甲乙\\u200B丙", en: A }`, line: `glossary.yaml:N:11: glossary.#.zh: ${WORD}` },
  { name: "a term twice", file: "glossary.yaml", entry: "  - { zh: 电子政务, en: A }", line: `glossary.yaml:N: "电子政务" stands in line 4 too. Take one of them out.` },
  { name: "a term that is another's name, whose name it is", file: "glossary.yaml", entry: "  - { zh: 甲乙丙, en: A, same: [丁戊己] }\n  - { zh: 丁戊己, en: A, same: [甲乙丙] }", line: `glossary.yaml:M: "丁戊己" stands in line N too. Take one of them out.\nglossary.yaml:M: "甲乙丙" stands in line N too. Take one of them out.` },
  { name: "a body's short form of another", file: "organisations.yaml", entry: "  - { name: 甲乙丙, short: [中央军委] }", line: `organisations.yaml:N: "中央军委" stands in line 5 too. Take one of them out.` },
  { name: "a body twice", file: "organisations.yaml", entry: "  - { name: 中央军事委员会, short: [] }", line: `organisations.yaml:N: "中央军事委员会" stands in line 5 too. Take one of them out.` },
  { name: "a body without a name", file: "organisations.yaml", entry: `  - { name: "", short: [] }`, line: `organisations.yaml:N:13: organisations.#.name: ${WORD}` },
  { name: "a unit twice", file: "units.yaml", entry: `  - { unit: "百分点", after: "" }`, line: `units.yaml:N: "百分点" stands in line 3 too. Take one of them out.` },
  unit("an empty unit", ""), unit("a blank as a unit", " "), unit("a figure as a unit", "1"), unit("a pattern as a unit", "(.*"), unit("万 as a unit", "万"), unit("十 as a unit", "十"),
  { name: "a reading of nothing", file: "pinyin.yaml", entry: `  "": jia`, line: `pinyin.yaml:N: "" is no name in Chinese characters. Correct it there.` },
  { name: "a reading with a syllable too few", file: "pinyin.yaml", entry: "  甲乙丙: jia yi", line: `pinyin.yaml:N: 甲乙丙 has 3 characters, and "jia yi" has 2 syllables. Write a syllable a character.` },
  { name: "a former region of no province", file: "former-regions.csv", entry: "甲乙县,999999,1999,110101,", line: "former-regions.csv:N: code: 999999 is of no province. Correct it." },
  { name: "a former region that leads nowhere", file: "former-regions.csv", entry: "甲乙县,110199,1999,999999,", line: "former-regions.csv:N: now: the newest register has no 999999. Correct it." },
  { name: "a former region that leads to one region twice", file: "former-regions.csv", entry: "甲乙县,110199,1999,110101 110101,", line: "former-regions.csv:N: now: a code stands there twice. Correct it." },
  { name: "a former region that leads to a hundred thousand", file: "former-regions.csv", entry: `甲乙县,110199,1999,${Array(100_000).fill("110101").join(" ")},`, line: "former-regions.csv:N: now: no more than 16 codes. Correct it." },
];

export const badInputs: readonly BadInput[] = [...encodings, ...noTexts, ...places, ...oddities, ...yaml];
