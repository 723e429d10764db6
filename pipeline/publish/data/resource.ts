/** A file of data/ and what it holds, for whoever describes it. Not here: its bytes' making. */
import type { ColumnHead } from "./columns.ts";
import type { Field } from "./fields.ts";

export type Format = "csv" | "sdmx-csv" | "jsonl" | "parquet" | "json";

export interface Resource {
  /** unique in the package; a statistical table's has no dot */
  name: string;
  /** data/coverage.csv */
  file: string;
  format: Format;
  title: string;
  description: string;
  bytes: Buffer;
  /** what a row or an object holds; null where the file is no table */
  fields: readonly Field[] | null;
  /** names of the fields that identify a row; none where rows have no key */
  primaryKey: readonly string[];
  /** of a CSV that CSVW describes too */
  columns?: readonly ColumnHead[];
}
