/** The rules of .dependency-cruiser.cjs, each with a fault that it must report; a folder of small files stands for the house. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise, type ICruiseResult, type IConfiguration } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const require = createRequire(import.meta.url);
const { forbidden, options } = require("../.dependency-cruiser.cjs") as Required<Pick<IConfiguration, "forbidden" | "options">>;
const { dependencies, devDependencies } = require("../package.json") as Record<"dependencies" | "devDependencies", Record<string, string>>;

/** Where the import stands, what it imports, and the rule that forbids it. */
const FAULTS: readonly (readonly [file: string, imports: string, rule: string])[] = [
  ["pipeline/check/a.ts", "../extract/stage.ts", "a-stage-imports-no-stage"],
  ["pipeline/publish/data/a.ts", "../../read/stage.ts", "a-stage-imports-no-stage"],
  ["schemas/a.ts", "../pipeline/messages.ts", "nouns-know-no-pipeline"],
  ["pipeline/revise/a.ts", "../document.ts", "stages-know-not-who-runs-them"],
  ["pipeline/read/a.ts", "../engine/index.ts", "stages-know-not-who-runs-them"],
  ["pipeline/publish/a.ts", "../commands/build.ts", "stages-know-not-who-runs-them"],
  ["pipeline/edition.ts", "./engine/index.ts", "the-order-knows-not-who-runs-it"],
  ["pipeline/engine/a.ts", "../commands/build.ts", "the-engine-knows-no-command"],
  ["pipeline/commands/a.ts", "../cli.ts", "commands-do-not-know-the-cli"],
  ["pipeline/commands/b.ts", "../../test/fixture.ts", "what-runs-needs-no-tooling"],
  ["pipeline/tabulate/b.ts", "fast-check", "what-runs-needs-no-development-package"],
  ["pipeline/read/b.ts", "node:https", "no-network"],
  ["pipeline/outline/a.ts", "node:fs", "only-read-and-publish-touch-the-disk"],
  ["pipeline/correct/a.ts", "node:fs/promises", "only-read-and-publish-touch-the-disk"],
  ["schemas/b.ts", "fs", "only-read-and-publish-touch-the-disk"],
  ["pipeline/publish/workbook/a.ts", "pdfkit", "only-paint-knows-pdfkit"],
  ["pipeline/publish/book/a.ts", "exceljs", "only-book-knows-exceljs"],
  ["pipeline/extract/round.ts", "./trip.ts", "no-cycles"],
];

/** What stands there already, and what may be imported: none of it is a fault. */
const SOUND: Readonly<Record<string, readonly string[]>> = {
  "schemas/noun.ts": ["zod"],
  "pipeline/messages.ts": [],
  "pipeline/document.ts": ["./extract/stage.ts", "./restore/stage.ts"],
  "pipeline/engine/index.ts": ["../document.ts"],
  "pipeline/commands/build.ts": ["../engine/index.ts", "../edition.ts", "../publish/stage.ts", "node:fs"],
  "pipeline/cli.ts": ["./commands/build.ts"],
  "pipeline/extract/stage.ts": ["../../schemas/noun.ts", "../messages.ts", "./words/own.ts"],
  "pipeline/extract/words/own.ts": [],
  "pipeline/extract/trip.ts": ["./round.ts"],
  "pipeline/restore/stage.ts": ["d3-array"],
  "pipeline/restore/model/train/marks.ts": ["node:fs", "@node-rs/jieba"],
  "pipeline/read/stage.ts": ["node:fs"],
  "pipeline/publish/stage.ts": ["node:fs", "./book/face.ts"],
  "pipeline/publish/book/face.ts": ["pdfkit"],
  "pipeline/publish/workbook/book.ts": ["exceljs"],
  "test/fixture.ts": ["../schemas/noun.ts"],
};

let folder: string;
let found: { rule: string; from: string; to: string }[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "architecture-"));
  symlinkSync(fileURLToPath(new URL("../node_modules", import.meta.url)), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", dependencies, devDependencies }));
  const files = new Map(Object.entries(SOUND).map(([file, imports]) => [file, [...imports]]));
  for (const [file, imports] of FAULTS) files.set(file, [...(files.get(file) ?? []), imports]);
  for (const [file, imports] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), [...imports.map((name) => `import ${JSON.stringify(name)};`), "export {};", ""].join("\n"));
  }
  const { output } = await cruise(["pipeline", "schemas"], { ...options, tsConfig: {}, ruleSet: { forbidden }, validate: true, baseDir: folder });
  found = (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a planted fault is reported", () => {
  test.each(FAULTS)("%s imports %s: %s", (file, _, rule) => expect(found).toContainEqual(expect.objectContaining({ rule, from: file })));
});

test("nothing else is", () => {
  const planted = new Set([...FAULTS.map(([file, , rule]) => `${rule} ${file}`), "no-cycles pipeline/extract/trip.ts"]);
  expect(found.filter(({ rule, from }) => !planted.has(`${rule} ${from}`))).toEqual([]);
});

test("every rule has a fault", () => expect(forbidden.map(({ name }) => name).filter((name) => !FAULTS.some(([, , rule]) => rule === name))).toEqual([]));
