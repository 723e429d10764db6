import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Fact } from "../../../schemas/fact.ts";
import { Manifest } from "../../../schemas/manifest.ts";
import { csv } from "../../../pipeline/publish/data/csv.ts";
import { data, manifest } from "../../../pipeline/publish/data/index.ts";
import { csvNameOf, tableFile } from "../../../pipeline/publish/data/names.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";

const edition = sampleEdition();
const files = data(edition);
const file = (name: string): Buffer => files.find((candidate) => candidate.name === name)!.bytes;
const lines = (name: string): unknown[] => file(name).toString("utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as unknown);
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

const Package = z.object({
  $schema: z.literal("https://datapackage.org/profiles/2.0/datapackage.json"),
  name: z.string().regex(/^[-a-z0-9._/]+$/u),
  created: z.iso.datetime(),
  resources: z.array(
    z.object({
      name: z.string().regex(/^[-a-z0-9._/]+$/u),
      path: z.string(),
      bytes: z.int(),
      hash: z.string(),
      schema: z.object({ fields: z.array(z.object({ name: z.string().min(1), type: z.enum(["string", "number", "integer", "boolean", "object", "array"]), description: z.string().min(3) })), primaryKey: z.array(z.string()).optional() }),
    }),
  ),
});
const descriptor = Package.parse(JSON.parse(file("data/datapackage.json").toString("utf8")));

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

describe("datapackage.json", () => {
  test.each(descriptor.resources)("gives size and hash of $path", ({ path, bytes, hash }) => {
    const found = file(`data/${path}`);
    expect(found.length).toBe(bytes);
    expect(hash).toBe(`sha256:${sha256(found)}`);
  });

  test("describes every file but itself, its fields in the file's order, its keys among them", () => {
    expect(descriptor.resources.map((resource) => `data/${resource.path}`)).toEqual(files.map(({ name }) => name).slice(0, -1));
    for (const { path, schema } of descriptor.resources) {
      const names = schema.fields.map((field) => field.name);
      expect(new Set(names).size).toBe(names.length);
      for (const key of schema.primaryKey ?? []) expect(names).toContain(key);
      if (path.endsWith(".csv")) expect(file(`data/${path}`).toString("utf8").slice(1).split("\r\n")[0]).toBe(names.join(","));
      else for (const line of lines(`data/${path}`)) expect(names).toEqual(expect.arrayContaining(Object.keys(z.record(z.string(), z.unknown()).parse(line))));
    }
  });
});

test("the manifest counts what there is and digests every output", () => {
  const made = Manifest.parse(JSON.parse(manifest(edition, files).toString("utf8")));
  expect(made.outputs.map((output) => output.path)).toEqual(files.map(({ name }) => name).sort());
  for (const output of made.outputs) expect(output).toEqual({ path: output.path, sha256: sha256(file(output.path)), bytes: file(output.path).length });
  expect(made.counts).toMatchObject({ texts: 4, facts: 23, "facts.observation": 8, "findings.differs": 1, repairs: 10, tables: 4 });
});
