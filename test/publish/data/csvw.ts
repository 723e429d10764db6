/** csv-metadata.json as CSVW has it, the parts that we use (W3C, Metadata Vocabulary for Tabular Data), and a reader that goes by it. */
import { z } from "zod";
import { readCsv } from "./read-back.ts";

const Column = z.strictObject({
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/u), // a name of a URI template, without a leading _
  titles: z.array(z.string().min(1)).min(1),
  "dc:description": z.strictObject({ "@value": z.string().min(1), "@language": z.literal("en") }),
  datatype: z.union([z.enum(["string", "double", "integer"]), z.strictObject({ base: z.literal("string"), format: z.string() })]),
  separator: z.string().min(1).optional(),
  required: z.literal(true).optional(),
});

export const Csvw = z.strictObject({
  "@context": z.tuple([z.literal("http://www.w3.org/ns/csvw"), z.strictObject({ "@language": z.literal("zh") })]),
  "dc:title": z.string(),
  "dc:issued": z.iso.date(),
  dialect: z.strictObject({ encoding: z.literal("utf-8"), delimiter: z.literal(","), quoteChar: z.literal('"'), doubleQuote: z.literal(true), header: z.literal(true), lineTerminators: z.array(z.string()) }),
  tables: z.array(z.strictObject({
    url: z.string(),
    "dc:title": z.string().min(1),
    "dc:description": z.string().min(1),
    tableSchema: z.strictObject({ columns: z.array(Column).min(1), primaryKey: z.array(z.string()).min(1).optional() }),
  })).min(1),
});
type Table = z.infer<typeof Csvw>["tables"][number];

/** The values of a CSV as its description reads them: lists split, numbers parsed. Throws at a head or a cell that the description does not allow. */
export function readByCsvw({ url, tableSchema: { columns, primaryKey = [] } }: Table, bytes: Buffer): unknown[][] {
  const { head, rows } = readCsv(bytes);
  if (head.length !== columns.length || !columns.every(({ titles }, i) => titles.includes(head[i]!))) throw new Error(`${url}: the head is not the description's`);
  const keys = rows.map((row) => JSON.stringify(primaryKey.map((key) => row[head.indexOf(key)])));
  if (primaryKey.length > 0 && new Set(keys).size !== rows.length) throw new Error(`${url}: a key stands twice`);
  return rows.map((row) => row.map((cell, i) => valueOf(columns[i]!, cell)));
}

function valueOf({ name, datatype, separator, required }: z.infer<typeof Column>, cell: string): unknown {
  if (cell === "") {
    if (required) throw new Error(`${name}: a required cell is empty`);
    return separator === undefined ? null : [];
  }
  if (separator !== undefined) return cell.split(separator);
  if (datatype === "string") return cell;
  const pattern = datatype === "integer" ? /^-?\d+$/u : datatype === "double" ? /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u : new RegExp(datatype.format, "u");
  if (!pattern.test(cell)) throw new Error(`${name}: ${cell} is not as described`);
  return typeof datatype === "string" ? Number(cell) : cell;
}
