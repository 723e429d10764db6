/** csv-metadata.json: CSV on the Web, from the columns that wrote the files. One description of all CSV of a folder, under the name by which readers look for it. Not here: SDMX-CSV, which its own structure describes. */
import type { EditionSpec } from "../../../schemas/edition.ts";
import { LIST_DELIMITER, type ColumnHead } from "./columns.ts";
import { json } from "./json.ts";
import type { Resource } from "./resource.ts";

/** The resources with columns → the description (W3C, Metadata Vocabulary for Tabular Data, 2015; found by section 5.3 of the Model for Tabular Data). */
export function csvw(spec: Pick<EditionSpec, "title" | "year" | "date">, resources: readonly Resource[]): Buffer {
  const content = {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "zh" }],
    "dc:title": `${spec.title}（${spec.year}）`,
    "dc:issued": spec.date,
    dialect: { encoding: "utf-8", delimiter: ",", quoteChar: '"', doubleQuote: true, header: true, lineTerminators: ["\r\n"] },
    tables: resources.flatMap(({ file, title, description, columns, primaryKey }) => (columns === undefined ? [] : [{
      url: file.replace(/^data\//u, ""),
      "dc:title": title,
      "dc:description": description,
      tableSchema: { columns: columns.map(describe), ...(primaryKey.length > 0 && { primaryKey }) },
    }])),
  };
  return json(content);
}

/** `titles` begins with the head as it stands in the file: readers compare the two. */
function describe(column: ColumnHead) {
  return {
    name: column.key,
    titles: [column.key, column.title],
    "dc:description": { "@value": column.description, "@language": "en" },
    datatype: datatypeOf(column),
    ...(column.list && { separator: LIST_DELIMITER }),
    ...(column.required && { required: true }),
  };
}

/** A code is text of a pattern: CSVW has no lists of values. Codes are letters, digits and blanks. */
function datatypeOf({ type, categories }: ColumnHead) {
  if (categories) return { base: "string", format: `^(${categories.join("|")})$` };
  return type === "number" ? "double" : type;
}
