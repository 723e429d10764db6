import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { badInputPage } from "../../docs/write-bad-input.ts";
import { UserError } from "../../pipeline/messages.ts";
import { MOST_BYTES } from "../../pipeline/read/files.ts";
import { readCorrections, readEdition, readRegisters, type Refused, readSources, strangersIn } from "../../pipeline/read/index.ts";
import { type BadInput, badInputs, type BadRegister, badRegisters, EDITION, unreadable } from "./bad-input.ts";

const REGISTERS = fileURLToPath(new URL("../../sources/registers", import.meta.url));

let above: string, dir: string;
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), "nianjian-"));
  dir = join(above, "sources");
  mkdirSync(dir);
  writeFileSync(join(dir, "edition.yaml"), EDITION);
  writeFileSync(join(dir, "00-好.txt"), "甲.");
});
afterEach(() => rmSync(above, { recursive: true, force: true }));

/** What reading the folder comes to: its status, and the line without the folder. */
function read(): { status: number; line: string | null } {
  try {
    readEdition(dir);
    readCorrections(dir);
    const problems = readSources(dir).flatMap((text) => text.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`));
    return { status: 0, line: problems.length === 0 ? null : problems.join("\n").replaceAll(`${dir}/`, "") };
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return { status: thrown.exitCode, line: thrown.message.replaceAll(`${dir}/`, "") };
  }
}

const isRoot = process.getuid?.() === 0;

describe("a bad input gets its line and its status", () => {
  test.each<BadInput>([...badInputs, ...(isRoot ? [] : [unreadable])])("$name", ({ make, status, line }) => {
    make(dir);
    expect(read()).toEqual({ status, line });
  });
});

describe("with somebody to refuse to, the other texts come", () => {
  test.each(badInputs.filter(({ status, line }) => status !== 0 && /^(?:01-|\.txt)/u.test(line!)))("$name", ({ make, line }) => {
    make(dir);
    const refused: Refused[] = [];
    const texts = readSources(dir, (text) => refused.push(text));
    expect(texts.map(({ id }) => id)).toContain("00-好");
    expect(refused.map(({ fault }) => fault.message.replaceAll(`${dir}/`, ""))).toEqual([line]);
  });

  test("but nothing comes of a folder without one sound text", () => {
    writeFileSync(join(dir, "00-好.txt"), "");
    expect(() => readSources(dir, () => {})).toThrow(/the text is empty/u);
  });
});

test("all texts that cannot be taken are told at once, a line each", () => {
  writeFileSync(join(dir, "01-a.txt"), "");
  writeFileSync(join(dir, "02-b.txt"), "%PDF-1.7");
  expect(read().line!.split("\n").map((line) => line.slice(0, 9))).toEqual(["01-a.txt:", "02-b.txt:"]);
});

test("a text may be as long as the bound, of one character", () => {
  writeFileSync(join(dir, "01-a.txt"), Buffer.alloc(MOST_BYTES, "甲"));
  expect(read()).toEqual({ status: 65, line: expect.stringContaining("the end in the middle of a character") }); // 16 MB are no whole number of 甲
  writeFileSync(join(dir, "01-a.txt"), Buffer.alloc(MOST_BYTES - 1, "甲"));
  expect(read()).toEqual({ status: 0, line: null });
});

test("ten thousand texts are read, one open at a time", () => {
  for (let i = 0; i < 10_000; i++) writeFileSync(join(dir, `t${i}.txt`), `甲${i}.`);
  expect(readSources(dir)).toHaveLength(10_001);
});

describe("a bad register gets its line and its status", () => {
  test.each<BadRegister>(badRegisters)("$name", ({ file, entry, line }) => {
    cpSync(REGISTERS, dir, { recursive: true });
    const sound = readFileSync(join(dir, file), "utf8").trimEnd();
    writeFileSync(join(dir, file), `${sound}\n${entry}\n`);
    const at = sound.split("\n").length + 1;
    const count = sound.match(/^ {2}\S/gmu)?.length ?? 0;
    const message = line.replace(/:N:/gu, `:${at}:`).replace(/:M:/gu, `:${at + 1}:`).replace(/line N/gu, `line ${at}`).replace(".#.", `.${count + 1}.`);
    expect(() => readRegisters(dir, 2013)).toThrow(expect.objectContaining({ exitCode: 65, message: message.split("\n").map((one) => join(dir, one)).join("\n") }));
  });
});

test("files that nobody reads are named; what a desktop leaves there is not", () => {
  for (const name of ["04-稿.doc", "热线.docx", "05-稿", "signed-r1.sha256", "README.md", ".DS_Store", "Thumbs.db", "01-a.txt~", "corrections.yaml"]) writeFileSync(join(dir, name), "甲");
  mkdirSync(join(dir, "旧"));
  expect(strangersIn(dir)).toEqual(["04-稿.doc", "05-稿", "热线.docx"]);
});

test("docs/bad-input.md says so: npx tsx docs/write-bad-input.ts", () => expect(readFileSync(new URL("../../docs/bad-input.md", import.meta.url), "utf8")).toBe(badInputPage()));
