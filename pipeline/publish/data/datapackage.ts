/** datapackage.json: Data Package v2.0, from the columns that wrote the files. */
import { createHash } from "node:crypto";
import type { Edition } from "../../../schemas/edition.ts";
import { json } from "./json.ts";
import type { Format, Resource } from "./resource.ts";

/** Files → the descriptor. Paths are relative to the descriptor, which stands beside them in data/. */
export function datapackage(edition: Edition, resources: readonly Resource[]): Buffer {
  const { spec } = edition;
  const descriptor = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `nianjian-${spec.year}`,
    title: `${spec.title}（${spec.year}）`,
    description: `${spec.titleEn} ${spec.year}: tables, facts, findings and repairs`,
    version: `${spec.year}.${spec.revision}.0`,
    created: `${spec.date}T00:00:00Z`,
    contributors: [{ title: spec.editor, roles: ["editor"] }],
    resources: resources.map(describe),
  };
  return json(descriptor);
}

const CSV = { dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true } };
const EMPTY = { value: "", label: "no value: the text does not say, or nothing is to be said" };

/** What a format adds to a resource, and to its schema. */
const FORMATS: Readonly<Record<Format, { resource: object; schema: object }>> = {
  csv: { resource: { format: "csv", mediatype: "text/csv", encoding: "utf-8", ...CSV }, schema: { missingValues: [EMPTY] } },
  "sdmx-csv": {
    resource: { format: "csv", mediatype: "application/vnd.sdmx.data+csv;version=2.1.0", encoding: "utf-8", ...CSV },
    schema: { missingValues: [{ value: "", label: "nothing is to be said" }, { value: "#N/A", label: "the text does not say" }] },
  },
  jsonl: { resource: { format: "jsonl", mediatype: "application/jsonl", encoding: "utf-8" }, schema: {} },
  parquet: { resource: { format: "parquet", mediatype: "application/vnd.apache.parquet" }, schema: {} },
  json: { resource: { format: "json", mediatype: "application/csvm+json", encoding: "utf-8" }, schema: {} },
};

function describe({ name, file, format, title, description, bytes, fields, primaryKey }: Resource) {
  return {
    name,
    ...(fields && { type: "table" }),
    path: file.replace(/^data\//u, ""),
    title,
    description,
    ...FORMATS[format].resource,
    bytes: bytes.length,
    hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
    ...(fields && { schema: { fields, ...FORMATS[format].schema, ...(primaryKey.length > 0 && { primaryKey }) } }),
  };
}
