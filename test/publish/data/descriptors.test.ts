/** datapackage.json and csv-metadata.json: valid, and true of the files beside them. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { tableColumns } from "../../../pipeline/publish/data/columns.ts";
import { data } from "../../../pipeline/publish/data/index.ts";
import { json } from "../../../pipeline/publish/data/json.ts";
import { sdmxColumns } from "../../../pipeline/publish/data/sdmx.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";
import { Csvw, readByCsvw } from "./csvw.ts";
import { DataPackage, fits } from "./data-package.ts";
import { csvRows, jsonLines, parquetRows, readCsv, type Row } from "./read-back.ts";

/** One observation of it has nothing that a text may leave unsaid. */
const sample = sampleEdition();
const bare = sample.facts.findIndex(({ kind }) => kind === "observation");
const edition = { ...sample, facts: sample.facts.map((fact, i) => (i === bare ? { ...fact, level: null, refArea: null, subject: null } : fact)) };
const files = data(edition);
const file = (name: string): Buffer => files.find((candidate) => candidate.name === `data/${name}`)!.bytes;
const parsed = (name: string): unknown => JSON.parse(file(name).toString("utf8"));
const descriptor = DataPackage.parse(parsed("datapackage.json"));
const tables = descriptor.resources.filter((resource) => resource.schema !== undefined);

describe("datapackage.json", () => {
  test("describes every file but itself, in the order of their names", () => expect(descriptor.resources.map(({ path }) => `data/${path}`)).toEqual(files.map(({ name }) => name).slice(0, -1)));

  test.each(descriptor.resources)("gives size and hash of $path", ({ path, bytes, hash }) => {
    expect(file(path).length).toBe(bytes);
    expect(hash).toBe(`sha256:${createHash("sha256").update(file(path)).digest("hex")}`);
  });

  test.each(tables)("its fields are those of $path, and hold of every value", async ({ path, schema }) => {
    const { fields, missingValues = [], primaryKey = [] } = schema!;
    const rows = await rowsOf(path, missingValues.map(({ value }) => value));
    const names = fields.map(({ name }) => name);
    for (const row of rows) {
      if (path.endsWith(".jsonl")) expect(names).toEqual(expect.arrayContaining(Object.keys(row)));
      else expect(Object.keys(row)).toEqual(names);
      for (const field of fields) expect(fits(field, field.type === "number" || field.type === "integer" ? numberOf(row[field.name]) : row[field.name]), `${field.name}: ${String(row[field.name])}`).toBe(true);
    }
    if (primaryKey.length > 0) expect(new Set(rows.map((row) => JSON.stringify(primaryKey.map((key) => row[key])))).size).toBe(rows.length);
  });

  const base = parsed("datapackage.json");
  type Loose = Record<string, unknown> & { resources: (Record<string, unknown> & { schema: { fields: Record<string, unknown>[]; primaryKey?: unknown } })[] };
  const changed = (change: (copy: Loose) => unknown): unknown => {
    const copy = structuredClone(base) as Loose;
    change(copy);
    return copy;
  };
  const facts = (base as Loose).resources.findIndex(({ name }) => name === "facts");
  test.each<[string, (copy: Loose) => unknown]>([
    ["no resources", (copy) => (copy.resources = [])],
    ["a resource without a name", (copy) => delete copy.resources[0]!["name"]],
    ["a path that leaves the folder", (copy) => (copy.resources[0]!["path"] = "../facts.jsonl")],
    ["a key that is text", (copy) => (copy.resources[facts]!.schema.primaryKey = "id")],
    ["a key that is no field", (copy) => (copy.resources[facts]!.schema.primaryKey = ["nr"])],
    ["a type that the standard does not know", (copy) => (copy.resources[facts]!.schema.fields[0]!["type"] = "text")],
    ["a misspelt property", (copy) => (copy.resources[facts]!["mediaType"] = "text/csv")],
    ["two resources of one name", (copy) => (copy.resources[0]!["name"] = copy.resources[1]!["name"])],
    ["a hash without its algorithm", (copy) => (copy.resources[0]!["hash"] = "0".repeat(64))],
  ])("with %s is refused", (_, change) => expect(DataPackage.safeParse(changed(change)).success).toBe(false));
});

/** Text stands for a number in CSV. */
const numberOf = (value: unknown): unknown => (typeof value === "string" ? Number(value) : value);

/** Rows of a file, what it counts as missing as null. */
async function rowsOf(path: string, missing: readonly string[]): Promise<Row[]> {
  if (path.endsWith(".parquet")) return parquetRows(file(path));
  if (path.endsWith(".jsonl")) return jsonLines(file(path)).map((line) => z.record(z.string(), z.unknown()).parse(line));
  return csvRows(file(path)).map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, missing.includes(value) ? null : value])));
}

test("JSON is printed as it is read: what fits on a line stands on one", () => {
  const value = { name: "甲", none: undefined, empty: [], long: Array.from({ length: 90 }, (_, i) => ({ nr: i, "a\"b": [null, true, -1.5e-7] })) };
  const text = json(value).toString("utf8");
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
  expect(text.split("\n").slice(0, 5)).toEqual(["{", '  "name": "甲",', '  "empty": [],', '  "long": [', '    {"nr":0,"a\\"b":[null,true,-1.5e-7]},']);
});

describe("csv-metadata.json", () => {
  const csvw = Csvw.parse(parsed("csv-metadata.json"));

  test("describes every CSV but SDMX-CSV", () => expect(csvw.tables.map(({ url }) => url)).toEqual(descriptor.resources.map(({ path }) => path).filter((path) => path.endsWith(".csv") && !path.endsWith(".sdmx.csv"))));

  test.each(csvw.tables)("reads $url", (table) => {
    const values = readByCsvw(table, file(table.url));
    expect(values.length).toBe(readCsv(file(table.url)).rows.length);
  });

  test.each(edition.tables)("gives the cells of $id and the facts of each row as a list", (table) => {
    const described = csvw.tables.find(({ url }) => url === `${table.id}.csv`)!;
    expect(readByCsvw(described, file(described.url))).toEqual(table.rows.map((row) => [...row.cells.map((cell) => (cell === "" ? null : cell)), row.status, row.facts]));
    expect(described.tableSchema.columns.map(({ name }) => name)).toEqual(tableColumns(table).map(({ key }) => key));
  });
});

describe("docs/open-data.md", () => {
  const words = readFileSync(new URL("../../../docs/open-data.md", import.meta.url), "utf8");
  const named = (name: string): boolean => words.includes(`\`${name}\``);

  test.each(sdmxColumns.map(({ key, categories = [] }) => ({ key, codes: categories })))("names SDMX's $key and its codes", ({ key, codes }) => expect([key, ...codes].filter((name) => !named(name))).toEqual([]));

  test("names every file but the tables", () => {
    const tables = new Set(edition.tables.map(({ id }) => `${id}.csv`));
    expect([...descriptor.resources.map(({ path }) => path), "datapackage.json"].filter((path) => !tables.has(path) && !named(path))).toEqual([]);
  });
});
