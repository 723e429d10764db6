import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { readCorrections, readDocument, readEdition, readModel, readSources, readVersions } from "../../pipeline/read/index.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "nianjian-"));
});

function put(name: string, content: string): string {
  const path = join(dir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

describe("texts", () => {
  test("are called after their files, without the last extension", () => {
    expect(readDocument(put("yearbook-2013.raw.txt", "甲"))).toMatchObject({ id: "yearbook-2013.raw", bytes: 3, encoding: "utf-8", text: "甲" });
    expect(readDocument(put("甲.txt", "甲"), "other").id).toBe("other");
  });

  test("come in the order of their names by code point; a README, hidden files and other files are no texts", () => {
    for (const name of ["10-b.txt", "02-a.txt", "README.txt", "readme.md", ".x.txt", "𠀀.txt", "﹐.txt"]) put(name, `甲${name}`);
    expect(readSources(dir).map(({ id }) => id)).toEqual(["02-a", "10-b", "﹐", "𠀀"]);
  });

  test("that are missing say what to do", () => {
    expect(() => readDocument(join(dir, "no.txt"))).toThrow(expect.objectContaining({ exitCode: 66, message: `${join(dir, "no.txt")}: there is no such file. Check the name.` }));
    expect(() => readDocument(dir)).toThrow(expect.objectContaining({ exitCode: 66, message: expect.stringContaining("this is a folder") }));
    expect(() => readSources(join(dir, "no"))).toThrow(expect.objectContaining({ exitCode: 66 }));
    expect(() => readSources(dir)).toThrow(expect.objectContaining({ exitCode: 66, message: expect.stringContaining("there are no texts here") }));
  });

  test("may not be called alike", () => {
    put("甲.txt", "甲");
    put("甲.TXT", "甲");
    expect(() => readSources(dir)).toThrow(expect.objectContaining({ exitCode: 65, message: expect.stringContaining("another text is called 甲 too") }));
  });
});

const EDITION = `title: 热线年鉴
titlePinyin: Rexian Nianjian
titleEn: Hotlines
year: 2013
date: "2014-06-30"
editor: 编写组
editorEn: Editors
columns:
  - { id: a, title: 甲, titleEn: A, texts: [01] }
rest: a
tables: []
`;

describe("edition.yaml", () => {
  test("is read with its defaults and its lines", () => {
    put("edition.yaml", EDITION.replace("[01]", '["01"]'));
    const { spec, lineOf } = readEdition(dir);
    expect(spec).toMatchObject({ revision: 1, trim: "210x285", preface: [], severities: {} });
    expect(lineOf(["columns", 0, "texts", 0])).toBe(9);
    expect(lineOf(["columns", 0, "nothing"])).toBe(9);
  });

  test.each([
    ["a number where words are due", EDITION, /edition\.yaml:9:44: columns\.1\.texts\.1: .*expected string/u],
    ["a key that is missing", EDITION.replace("year: 2013\n", ""), /edition\.yaml:1:1: year: /u],
    ["a key that there is not", `${EDITION}tabels: []\n`, /edition\.yaml:12:1: there is no key "tabels" here; the nearest is "tables"/u],
    ["a column that there is not", EDITION.replace("rest: a", "rest: b").replace("[01]", "[]"), /edition\.yaml:10:7: rest: names no column/u],
    ["broken YAML", "title: [甲\nyear: 2013", /edition\.yaml:2:\d+: .*Correct the YAML there\.$/u],
  ])("%s is placed by line and column", (_, text, message) => {
    put("edition.yaml", text);
    expect(() => readEdition(dir)).toThrow(expect.objectContaining({ exitCode: 65, message: expect.stringMatching(message) }));
  });
});

describe("corrections.yaml", () => {
  test("may be missing: there are none then", () => expect(readCorrections(dir)).toEqual({ corrections: [], input: null }));

  test("gives each correction with its line", () => {
    const path = put("corrections.yaml", 'corrections:\n  - action: drop\n    quote: 甲\n    who: 乙\n    when: "2014-01-01"\n    why: 丙\n');
    expect(readCorrections(dir)).toMatchObject({ corrections: [{ at: `${path}:2`, correction: { action: "drop", quote: "甲" } }], input: { path: "corrections.yaml" } });
  });

  test("names a correction by quote or by fact, not both", () => {
    put("corrections.yaml", 'corrections:\n  - { action: drop, quote: 甲, fact: "1", who: 乙, when: "2014-01-01", why: 丙 }\n');
    expect(() => readCorrections(dir)).toThrow(/corrections\.yaml:2:5: corrections\.1: say what is corrected by `fact`, `quote`, `repair` or `finding`/u);
  });
});

test("the model is there, and its loss says how to get it again", () => {
  expect(readModel().digest).toMatch(/^[0-9a-f]{64}$/u);
  expect(() => readModel(join(dir, "no-model"))).toThrow(/make model/u);
});

test("versions name the program, Node and the libraries whose work is in the files", () => {
  expect(readVersions()).toMatchObject({ nianjian: expect.any(String), node: process.versions.node, pdfkit: expect.any(String), exceljs: expect.any(String) });
  expect(readVersions()).not.toHaveProperty("tsx");
});
