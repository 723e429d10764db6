import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { Fact } from "../../../schemas/fact.ts";
import { Manifest } from "../../../schemas/manifest.ts";
import { csv } from "../../../pipeline/publish/data/csv.ts";
import { data, manifest } from "../../../pipeline/publish/data/index.ts";
import { csvNameOf, isTableFile, tableFile } from "../../../pipeline/publish/data/names.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";

const edition = sampleEdition();
const files = data(edition);
const file = (name: string): Buffer => files.find((candidate) => candidate.name === name)!.bytes;
const lines = (name: string): unknown[] => file(name).toString("utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as unknown);
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");


test("two builds are equal, byte for byte", () => expect(data(sampleEdition())).toEqual(files));

test("facts.jsonl is the facts, nothing added", () => {
  expect(lines("data/facts.jsonl").map((fact) => Fact.parse(fact))).toEqual(edition.facts);
  expect(lines("data/facts.jsonl")).toEqual(edition.facts);
});

test("repairs.jsonl says which text", () => expect(lines("data/repairs.jsonl")[0]).toMatchObject({ document: "00-前言", kind: "mark", raw: "." }));

const one = (value: string | number | null): string => csv([{ key: "a", title: "甲", type: "string", description: "", width: 1, of: () => value }], [0]).toString("utf8");

describe("a CSV", () => {
  test.each(edition.tables)("$id equals its table, with status and facts", (table) => {
    const text = file(`data/${table.id}.csv`).toString("utf8");
    expect(text.startsWith("\uFEFF")).toBe(true);
    const [head, ...rows] = text.slice(1).trimEnd().split("\r\n").map((line) => line.split(","));
    expect(head).toEqual([...table.columns.map((column) => column.key), "status", "facts"]);
    expect(rows).toEqual(table.rows.map((row) => [...row.cells.map((cell) => (cell === null ? "" : String(cell))), row.status, row.facts.join("; ")]));
  });

  test.each([
    // value         as written
    ["甲,乙", '"甲,乙"'],
    ['他说"是"', '"他说""是"""'],
    ["上\n下", '"上\n下"'],
    ["=SUM(A1)", "=SUM(A1)"], // left as it is: the data is the text's
    [1e21, "1e+21"],
    [48_600_000, "48600000"], // no thousands marks
    [0, "0"],
    [null, ""],
  ])("writes %j as %s", (value, written) => expect(one(value)).toBe(`\uFEFFa\r\n${written}\r\n`));
});

test("a table named like another file makes way, and so does a column", () => {
  expect(tableFile("observations")).toBe("data/table-observations.csv");
  expect(csvNameOf("status", new Set(["status"]))).toBe("rowStatus");
});

test.each([
  ["data/coverage.csv", true],
  ["data/table-observations.csv", true],
  ["data/observations.csv", false],
  ["data/observations.sdmx.csv", false],
  ["data/corrections.csv", false],
  ["data/facts.parquet", false],
])("%s is a statistical table: %s", (path, isTable) => expect(isTableFile(path)).toBe(isTable));

test("files are in the order of their names, the data package last", () => {
  const names = files.map(({ name }) => name);
  expect(names.slice(0, -1)).toEqual(names.slice(0, -1).sort());
  expect(names.at(-1)).toBe("data/datapackage.json");
});

test("the manifest counts what there is and digests every output", () => {
  const made = Manifest.parse(JSON.parse(manifest(edition, files).toString("utf8")));
  expect(made.outputs.map((output) => output.path)).toEqual(files.map(({ name }) => name).sort());
  for (const output of made.outputs) expect(output).toEqual({ path: output.path, sha256: sha256(file(output.path)), bytes: file(output.path).length });
  expect(made.counts).toMatchObject({ texts: 4, facts: 23, "facts.observation": 8, "findings.differs": 1, repairs: 10, tables: 4 });
});
