import { describe, expect, test } from "vitest";
import { recordsOf, tableRecord } from "../../pipeline/commands/edition-files.ts";
import { issuedOf } from "../../pipeline/commands/published.ts";
import { csv } from "../../pipeline/publish/data/csv.ts";
import { sampleEdition } from "../fixtures/sample-edition.ts";

describe("CSV as it was published is read again", () => {
  const rows = [["省级", 92.5, null], ["含,与\"", 0, "两\r\n行"], ["", null, ""], ["末", -1, "单\n行"]] as const;
  const columns = ["name", "value", "note"].map((key, i) => ({ key, title: key, type: "string" as const, description: key, width: 5, of: (row: (typeof rows)[number]) => row[i]! }));
  test("cell by cell", () => expect(recordsOf("data/a.csv", csv(columns, rows).toString("utf8"))).toEqual([["name", "value", "note"], ...rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell))))]));
  test("a table without rows", () => expect(recordsOf("data/a.csv", csv(columns, []).toString("utf8"))).toEqual([["name", "value", "note"]]));
  test.each([["a quotation mark that nothing closes", "name,value\r\n\"省级,1\r\n"], ["a record that lost a column", "name,value\r\n省级\r\n"]])("%s is told with its file", (_, damaged) => {
    expect(() => recordsOf("data/a.csv", damaged)).toThrow(/^data\/a\.csv: this is not CSV: .*Build the edition again\.$/u);
  });
});

test("a table's facts are left out: their ids change with the place of their words", () => {
  expect(tableRecord("data/rates.csv", "表1 接通率", "\uFEFFname,value,status,facts\r\n省级,92.5,stated,01:observation:0-9:1\r\n")).toEqual({ id: "rates", title: "表1 接通率", columns: ["name", "value", "status"], rows: [["省级", "92.5", "stated"]] });
});

test("an edition about to be published has its tables as they will be read", () => {
  const edition = sampleEdition();
  const { tables } = issuedOf(edition, { revision: "r1", date: edition.spec.date, digest: edition.digest });
  expect(tables.map(({ rows }) => rows.length)).toEqual(edition.tables.map(({ rows }) => rows.length));
  expect(tables.flatMap(({ columns }) => columns)).not.toContain("facts");
});
