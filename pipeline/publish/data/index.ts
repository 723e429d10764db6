/** data: an edition → open data files under data/. Pure: names and bytes, no disk, no clock.
 *
 *  out     facts, findings and repairs as JSON Lines and, with the observations, as Parquet; a CSV a table, one of all observations, one of the corrections where there are any; the
 *          observations as SDMX-CSV; csv-metadata.json (CSVW) and datapackage.json, which describe them (docs/open-data.md)
 *  holds   facts.jsonl is the edition's facts, nothing added; the cells of the other forms come from one column list (columns.ts); files are in the order of their names,
 *          datapackage.json last; the same edition gives the same bytes */
import type { Edition } from "../../../schemas/edition.ts";
import { dataFile } from "../names.ts";
import { csvw } from "./csvw.ts";
import { datapackage } from "./datapackage.ts";
import { listsOf } from "./lists.ts";
import type { Resource } from "./resource.ts";
import { tablesOf } from "./tables.ts";

export { manifest } from "./manifest.ts";

/** A file of data/ and what it holds, in words. */
export interface DataFile {
  name: string;
  bytes: Buffer;
  title: string;
}

export function data(edition: Edition): DataFile[] {
  const resources = byFile([...listsOf(edition), ...tablesOf(edition)]);
  const described = byFile([...resources, csvMetadata(edition, resources)]);
  const files = described.map(({ file, bytes, title }) => ({ name: file, bytes, title }));
  return [...files, { name: dataFile("datapackage.json"), bytes: datapackage(edition, described), title: "数据说明" }];
}

const byFile = (resources: readonly Resource[]): Resource[] => resources.toSorted((one, other) => (one.file < other.file ? -1 : 1));

function csvMetadata({ spec }: Edition, resources: readonly Resource[]): Resource {
  return { name: "csv-metadata.json", file: dataFile("csv-metadata.json"), format: "json", title: "CSV说明", description: "CSV on the Web: columns, types and keys of all CSV files but SDMX-CSV", bytes: csvw(spec, resources), fields: null, primaryKey: [] };
}
