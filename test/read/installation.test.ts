/** An installation that is not whole: what is missing is named, with what to do. */
import { mkdtempSync, readFileSync, writeFileSync, cpSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { filesOf, machine } from "../../pipeline/publish/index.ts";
import { readModel, readRegisters } from "../../pipeline/read/index.ts";
import { decodeModel } from "../../pipeline/restore/index.ts";
import { sampleEdition } from "../fixtures/sample-edition.ts";

const { marks, headings } = readModel();
const REGISTERS = fileURLToPath(new URL("../../sources/registers", import.meta.url));

test.each<[string, Uint8Array, Uint8Array, string]>([
  ["marks.bin cut short", marks.subarray(0, 1000), headings, "marks.bin does not fit this program"],
  ["marks.bin empty", new Uint8Array(), headings, "marks.bin does not fit this program"],
  ["headings.bin.gz no gzip", marks, marks.subarray(0, 100), "headings.bin.gz does not fit this program"],
  ["headings.bin.gz cut short", marks, headings.subarray(0, 1000), "headings.bin.gz does not fit this program"],
])("%s", (_, one, other, message) => expect(() => decodeModel(one, other)).toThrow(expect.objectContaining({ exitCode: 65, message: expect.stringContaining(message) })));

test.each<[string, (path: string) => Promise<Buffer>]>([
  ["that is missing", () => Promise.reject(new Error("ENOENT: no such file"))],
  ["that is no font", () => Promise.resolve(Buffer.from("not a font at all, but long enough to begin with"))],
])("a font %s ends the build with what to do", async (_, read) => {
  await expect(filesOf(sampleEdition(), { ...machine, read })).rejects.toThrow(expect.objectContaining({ exitCode: 66, message: expect.stringMatching(/^a font of the book is missing or damaged: .+ Install the packages again with npm ci\.$/u) }));
});

test.each<[string, string, Uint8Array | string, RegExp]>([
  ["a register that is a picture", "units.yaml", Buffer.from("89504e470d0a1a0a", "hex"), /units\.yaml: this is a picture/u],
  ["a register with a byte that is none", "glossary.yaml", Buffer.concat([readFileSync(join(REGISTERS, "glossary.yaml")), Buffer.from([0xff, 0x41])]), /glossary\.yaml:\d+:\d+: byte 0xFF at offset \d+ is not UTF-8/u],
  ["a table with other columns", "former-regions.csv", "name;code\n", /former-regions\.csv:1: the columns are not/u],
  ["a register with a key that there is not", "units.yaml", "unit: []\n", /units\.yaml:1:1: there is no key "unit" here; the nearest is "units"/u],
])("%s is refused with its place", (_, name, content, message) => {
  const dir = join(mkdtempSync(join(tmpdir(), "nianjian-")), "registers");
  cpSync(REGISTERS, dir, { recursive: true });
  writeFileSync(join(dir, name), content);
  expect(() => readRegisters(dir, 2013)).toThrow(expect.objectContaining({ exitCode: 65, message: expect.stringMatching(message) }));
});
