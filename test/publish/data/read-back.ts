/** Reads open data back, by readers that are not its writers: CSV, JSON Lines, Parquet, SDMX-CSV. */
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { DEFAULT_PARSERS } from "hyparquet/src/convert.js";
import type { Observation } from "../../../schemas/fact.ts";

export type Row = Record<string, unknown>;

/** Head and rows as text. */
export function readCsv(bytes: Buffer): { head: string[]; rows: string[][] } {
  const [head = [], ...rows] = parse(bytes, { bom: true, record_delimiter: "\r\n" }) as string[][];
  return { head, rows };
}

export function csvRows(bytes: Buffer): Record<string, string>[] {
  const { head, rows } = readCsv(bytes);
  return rows.map((row) => Object.fromEntries(head.map((key, i) => [key, row[i]!])));
}

export function jsonLines(bytes: Buffer): unknown[] {
  return bytes.toString("utf8").split("\n").slice(0, -1).map((line) => JSON.parse(line) as unknown);
}

const bufferOf = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer;

export async function parquetRows(bytes: Buffer): Promise<Row[]> {
  // hyparquet's own decoder takes U+FEFF at the head of a text for a byte order mark and drops it.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return parquetReadObjects({ file: bufferOf(bytes), compressors: { GZIP: (page) => gunzipSync(page) }, parsers: { ...DEFAULT_PARSERS, stringFromBytes: (text) => decoder.decode(text) } });
}

/** Who wrote it, and each column as `name type`, with a ? where it may be empty. */
export function parquetHead(bytes: Buffer): { createdBy: string | undefined; columns: string[] } {
  const { created_by, schema } = parquetMetadata(bufferOf(bytes));
  const columns = schema.slice(1).map(({ name, type, converted_type: converted, repetition_type: repetition }) => `${name} ${converted ?? type}${repetition === "OPTIONAL" ? "?" : ""}`);
  return { createdBy: created_by, columns };
}

/** What the columns of observations say of a fact, from the fact's own fields. */
export function expectedOf(fact: Observation) {
  const { id, indicator, subject, level, refArea, measure, value, unit, qualifier, certainty, document, span } = fact;
  return { id, indicator, subject, level, refArea, measure, value, valueHigh: fact.valueHigh ?? null, unit, qualifier, membersOpen: fact.members.length > 0 ? fact.membersOpen : null, certainty, document, start: span.start, end: span.end };
}

/** A row of observations.csv or observations.parquet → the same, with period and members beside. */
export function observationOf(row: Row) {
  const text = (key: string): unknown => (row[key] === "" ? null : row[key]);
  const number = (key: string): number | null => (text(key) === null ? null : Number(row[key]));
  const open = text("MEMBERS_OPEN");
  return {
    said: { id: text("id"), indicator: text("INDICATOR"), subject: text("SUBJECT"), level: text("LEVEL"), refArea: text("REF_AREA"), measure: text("MEASURE"), value: number("OBS_VALUE"), valueHigh: number("OBS_VALUE_HIGH"), unit: text("UNIT_MEASURE"), qualifier: text("QUALIFIER"), membersOpen: open === null ? null : open === "true", certainty: text("CERTAINTY"), document: text("document"), start: number("start"), end: number("end") },
    timePeriod: text("TIME_PERIOD"),
    members: text("MEMBERS"),
  };
}

/** A row of SDMX-CSV → the same, the codes for nothing taken back. */
export function sdmxObservationOf(row: Record<string, string>) {
  const without = (key: string, code: string): string => (row[key] === code ? "" : row[key]!);
  const { said } = observationOf({ ...row, id: row["FACT"], document: row["DOCUMENT"], start: row["SPAN_START"], end: row["SPAN_END"], SUBJECT: without("SUBJECT", "_U"), REF_AREA: without("REF_AREA", "_Z"), LEVEL: without("LEVEL", "#N/A") });
  return { said, timePeriod: isoOf(row["TIME_PERIOD"]!), members: row["MEMBERS[]"] === "" ? [] : parse(row["MEMBERS[]"]!, { delimiter: ";", record_delimiter: "\0", relax_quotes: false })[0] as string[] };
}

/** 2011-01-01/P5Y → first and last day; 2011 → 2011-01-01 and 2011-12-31. */
export function isoOf(period: string): [string, string] {
  const [first = "", duration] = period.split("/");
  const start = new Date(`${first.padEnd(10, "-01-01".slice(first.length - 4))}T00:00:00Z`);
  const end = new Date(start);
  const length = duration ?? { 4: "P1Y", 7: "P1M", 10: "P1D" }[first.length]!;
  const count = Number(length.slice(1, -1));
  if (length.endsWith("Y")) end.setUTCFullYear(end.getUTCFullYear() + count);
  else if (length.endsWith("M")) end.setUTCMonth(end.getUTCMonth() + count);
  else end.setUTCDate(end.getUTCDate() + count);
  end.setUTCDate(end.getUTCDate() - 1);
  return [start.toISOString().slice(0, 10), end.toISOString().slice(0, 10)];
}
