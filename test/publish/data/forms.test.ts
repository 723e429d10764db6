/** Every form of open data is read back and held against the facts and tables that it was made from. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Edition } from "../../../schemas/edition.ts";
import type { Fact } from "../../../schemas/fact.ts";
import { factColumns, findingColumns, observationColumns, repairColumns, tableColumns, type Column } from "../../../pipeline/publish/data/columns.ts";
import { data } from "../../../pipeline/publish/data/index.ts";
import { listsOf } from "../../../pipeline/publish/data/lists.ts";
import { sdmxPeriod } from "../../../pipeline/publish/data/sdmx-period.ts";
import { FLOW, sdmxColumns } from "../../../pipeline/publish/data/sdmx.ts";
import { leastSureFirst } from "../../../pipeline/publish/repairs.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";
import { randomFacts } from "./random-facts.ts";
import { csvRows, expectedOf, isoOf, jsonLines, observationOf, parquetHead, parquetRows, readCsv, sdmxObservationOf, type Row } from "./read-back.ts";

const edition = sampleEdition();

type Files = (name: string) => Buffer;
const named = (files: readonly (readonly [name: string, bytes: Buffer])[]): Files => {
  const byName = new Map(files);
  return (name) => byName.get(`data/${name}`)!;
};
const filesOf = (of: Edition): Files => named(data(of).map(({ name, bytes }) => [name, bytes]));
const rowsOf = <T>(columns: readonly Column<T>[], items: readonly T[]): Row[] => items.map((item) => Object.fromEntries(columns.map((column) => [column.key, column.of(item)])));
/** As CSV tells it: empty text is no value, numbers are read from their digits. */
const cellsOf = <T>(columns: readonly Column<T>[], items: readonly T[]): (string | number | null)[][] => items.map((item) => columns.map((column) => (column.of(item) === "" ? null : column.of(item))));
const csvCells = <T>(columns: readonly Column<T>[], bytes: Buffer): (string | number | null)[][] => readCsv(bytes).rows.map((row) => row.map((cell, i) => (cell === "" ? null : columns[i]!.type === "string" ? cell : Number(cell))));

async function expectForms(facts: Fact[]): Promise<void> {
  const file = named(listsOf({ ...edition, facts, findings: [], preface: [], columns: [], tables: [] }).map((list) => [list.file, list.bytes]));
  const observations = facts.filter((fact) => fact.kind === "observation");

  expect(jsonLines(file("facts.jsonl"))).toEqual(facts);
  expect(await parquetRows(file("facts.parquet"))).toEqual(rowsOf(factColumns, facts));

  const expected = observations.map((fact) => ({ said: expectedOf(fact), timePeriod: fact.timePeriod, members: fact.members.length > 0 ? fact.members.join("; ") : null }));
  expect(csvRows(file("observations.csv")).map(observationOf)).toEqual(expected);
  expect((await parquetRows(file("observations.parquet"))).map(observationOf)).toEqual(expected);

  const dated = observations.filter(({ timePeriod }) => timePeriod !== null && !timePeriod.startsWith("-"));
  const sdmx = csvRows(file("observations.sdmx.csv"));
  expect(sdmx.map(sdmxObservationOf)).toEqual(dated.map((fact) => ({ said: expectedOf(fact), timePeriod: daysOf(fact.timePeriod!), members: fact.members })));
  expect(new Set(sdmx.map((row) => row["FACT"])).size).toBe(dated.length);
}

/** 2011/2015 → its first and its last day. */
function daysOf(timePeriod: string): [string, string] {
  const [first = "", last = first] = timePeriod.split("/");
  return [isoOf(first)[0], isoOf(last)[1]];
}

describe("facts and observations come back from every form", () => {
  test("of the sample edition", () => expectForms(edition.facts));
  test("of an edition without facts", () => expectForms([]));
  test("of facts at random, with quotation marks, line breaks, huge and negative numbers, ranges and nothing at all", async () => {
    await fc.assert(fc.asyncProperty(randomFacts, expectForms), { numRuns: 20 });
  });
});

test("findings and repairs come back from Parquet", async () => {
  const file = filesOf(edition);
  expect(await parquetRows(file("findings.parquet"))).toEqual(rowsOf(findingColumns, edition.findings));
  expect(await parquetRows(file("repairs.parquet"))).toEqual(rowsOf(repairColumns, leastSureFirst(edition)));
});

test("Parquet has typed columns, empty only where a row may have no value, and names its writer", () => {
  const { createdBy, columns } = parquetHead(filesOf(edition)("observations.parquet"));
  expect(createdBy).toBe("nianjian version 0.1.0");
  expect(columns).toEqual(["id UTF8", "INDICATOR UTF8", "SUBJECT UTF8?", "LEVEL UTF8?", "REF_AREA UTF8?", "TIME_PERIOD UTF8?", "MEASURE UTF8", "OBS_VALUE DOUBLE", "OBS_VALUE_HIGH DOUBLE?", "UNIT_MEASURE UTF8", "QUALIFIER UTF8", "MEMBERS UTF8?", "MEMBERS_OPEN UTF8?", "CERTAINTY UTF8", "document UTF8", "start INT32", "end INT32"]);
});

describe("a table's CSV", () => {
  test.each(edition.tables)("$id comes back cell by cell", (table) => {
    const columns = tableColumns(table);
    const bytes = filesOf(edition)(`${table.id}.csv`);
    expect(readCsv(bytes).head).toEqual(columns.map(({ key }) => key));
    expect(csvCells(columns, bytes)).toEqual(cellsOf(columns, table.rows));
  });

  test.each([[true, "\uFEFFid"], [false, "id,IN"]])("with csv.bom %s begins with %j", (bom, head) => {
    const file = filesOf({ ...edition, spec: { ...edition.spec, csv: { bom } } });
    expect(file("observations.csv").toString("utf8").startsWith(head)).toBe(true);
    expect(csvRows(file("observations.csv"))).toEqual(csvRows(filesOf(edition)("observations.csv")));
  });
});

describe("SDMX-CSV", () => {
  const bytes = filesOf(edition)("observations.sdmx.csv");

  test("begins with STRUCTURE, and every row names flow and action", () => {
    expect(bytes.toString("utf8").startsWith("STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ,")).toBe(true);
    for (const row of csvRows(bytes)) expect(row).toMatchObject({ "STRUCTURE[;]": "dataflow", STRUCTURE_ID: FLOW, ACTION: "R" });
  });

  test("leaves no dimension empty", () => {
    for (const row of csvRows(bytes)) for (const key of ["FREQ", "REF_AREA", "INDICATOR", "SUBJECT", "MEASURE", "FACT", "TIME_PERIOD"]) expect(row[key]).not.toBe("");
  });

  test("has the columns of observations.csv, and five of its own", () => {
    const taken = new Set(observationColumns.map(({ key }) => key.toUpperCase()));
    const renamed: Record<string, string> = { FACT: "ID", "MEMBERS[]": "MEMBERS", SPAN_START: "START", SPAN_END: "END" };
    const heads = sdmxColumns.map(({ key }) => renamed[key] ?? key);
    expect(heads.filter((head) => !taken.has(head))).toEqual(["STRUCTURE[;]", "STRUCTURE_ID", "ACTION", "FREQ", "OBS_STATUS"]);
    expect([...taken].filter((head) => !heads.includes(head))).toEqual([]);
  });

  test.each([
    // certainty   qualifier  OBS_STATUS
    ["stated", "exact", "A"],
    ["inferred", "exact", "A"], // the time is carried over, the value is as stated
    ["stated", "over", "E"],
    ["restored", "about", "U"],
  ] as const)("%s, %s → OBS_STATUS %s", (certainty, qualifier, status) => {
    const fact = edition.facts.find((candidate) => candidate.kind === "observation")!;
    const [row] = csvRows(filesOf({ ...edition, facts: [{ ...fact, certainty, qualifier } as Fact] })("observations.sdmx.csv"));
    expect(row!["OBS_STATUS"]).toBe(status);
  });
});

test.each([
  // ISO 8601                   SDMX
  ["2013", "2013", "A"],
  ["2013-09", "2013-09", "M"],
  ["2013-12-31", "2013-12-31", "D"],
  ["2011/2015", "2011-01-01/P5Y", "_O"],
  ["2013-01/2013-09", "2013-01-01/P9M", "_O"],
  ["2012-11/2013-02", "2012-11-01/P4M", "_O"],
  ["2011/2013-06", "2011-01-01/P30M", "_O"],
  ["2013-02-27/2013-03-01", "2013-02-27/P3D", "_O"],
  ["2012-02/2012-03-01", "2012-02-01/P30D", "_O"], // a leap year
])("%s is %s, %s", (iso, period, frequency) => expect(sdmxPeriod(iso)).toEqual({ period, frequency }));

test.each([[null], ["--05-29"], ["--05-01/--05-07"]])("%s is no period of SDMX", (iso) => expect(sdmxPeriod(iso)).toBeNull());
