import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { odsTwin } from "../../pipeline/commands/ods.ts";
import { workbooks } from "../../pipeline/publish/workbook/index.ts";
import { sampleEdition } from "../fixtures/sample-edition.ts";

let dir: string;
let workbook: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "ods-"));
  workbook = join(dir, "nianjian-2013-tables.xlsx");
  writeFileSync(workbook, "a workbook");
});
afterEach(() => rmSync(dir, { recursive: true }));

/** A program in the place of LibreOffice. */
function program(script: string): string {
  const path = join(dir, "office.sh");
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}

test("what LibreOffice makes stands in the folder under the workbook's name", () => {
  // --outdir and the workbook are the last of its arguments
  const office = program('while [ $# -gt 2 ]; do shift; done; cp "$2" "$1/nianjian-2013-tables.ods"');
  expect(odsTwin(workbook, dir, ["there-is-no-such-program", office])).toEqual({ path: join(dir, "nianjian-2013-tables.ods") });
  expect(readFileSync(join(dir, "nianjian-2013-tables.ods"), "utf8")).toBe("a workbook");
});

test.each([
  ["is not there", null, "there is no LibreOffice here"],
  ["fails", "echo broken >&2; exit 3", "could not convert the workbook: broken"],
  ["makes nothing and says nothing", "exit 0", "LibreOffice made no nianjian-2013-tables.ods"],
])("where LibreOffice %s, that is said, and a former twin stays", (_, script, words) => {
  writeFileSync(join(dir, "nianjian-2013-tables.ods"), "the former");
  const result = odsTwin(workbook, dir, [script === null ? "there-is-no-such-program" : program(script)]);
  expect(result).toMatchObject({ fault: expect.stringContaining(words) as string });
  expect(readFileSync(join(dir, "nianjian-2013-tables.ods"), "utf8")).toBe("the former");
  expect(readdirSync(dir).filter((name) => name.endsWith(".part"))).toEqual([]);
});

const office = spawnSync("soffice", ["--version"], { encoding: "utf8" });
test.skipIf(office.status !== 0)("LibreOffice itself, where it is installed, makes a spreadsheet of the tables with its numbers and charts", { timeout: 120_000 }, async () => {
  const edition = sampleEdition();
  writeFileSync(workbook, (await workbooks(edition))[0]!.bytes);
  expect(odsTwin(workbook, dir)).toEqual({ path: join(dir, "nianjian-2013-tables.ods") });
  const parts = unzipSync(readFileSync(join(dir, "nianjian-2013-tables.ods")));
  expect(strFromU8(parts["mimetype"]!)).toBe("application/vnd.oasis.opendocument.spreadsheet");
  const content = strFromU8(parts["content.xml"]!);
  for (const table of edition.tables) expect(content).toContain(`table:name="表${table.number}"`);
  expect(content).toContain('office:value="92.5"');
  expect(content.match(/<draw:object /gu)).toHaveLength(edition.figures.length);
});
