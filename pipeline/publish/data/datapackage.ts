/** datapackage.json: Data Package v2.0, from the columns that wrote the files. */
import { createHash } from "node:crypto";
import type { Edition } from "../../../schemas/edition.ts";
import type { Field } from "./fields.ts";

/** One file of the package with what it holds. */
export interface Resource {
  name: string;
  file: string;
  title: string;
  description: string;
  bytes: Buffer;
  fields: Field[];
  primaryKey: string[];
}

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
  return Buffer.from(`${JSON.stringify(descriptor, null, 2)}\n`, "utf8");
}

function describe({ name, file, title, description, bytes, fields, primaryKey }: Resource) {
  const isCsv = file.endsWith(".csv");
  return {
    name,
    type: "table",
    path: file.replace(/^data\//u, ""),
    title,
    description,
    format: isCsv ? "csv" : "jsonl",
    mediatype: isCsv ? "text/csv" : "application/jsonl",
    encoding: "utf-8",
    bytes: bytes.length,
    hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
    ...(isCsv && { dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true } }),
    schema: {
      fields,
      ...(isCsv && { missingValues: [{ value: "", label: "the text does not say" }] }),
      ...(primaryKey.length > 0 && { primaryKey }),
    },
  };
}
