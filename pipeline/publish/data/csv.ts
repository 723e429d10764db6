/** Rows → CSV as spreadsheets in China open it: UTF-8 with BOM, CRLF, a head line, no thousands marks; an empty field is no value. Text is left as it is. */
import { stringify } from "csv-stringify/sync";
import type { Column } from "./columns.ts";

export function csv<T>(columns: readonly Column<T>[], rows: readonly T[]): Buffer {
  const head = columns.map((column) => column.key);
  const body = rows.map((row) => columns.map((column) => column.of(row)));
  // csv-stringify quotes for its own record delimiter, CR LF, and leaves a lone LF bare: half a field would open as a row of its own.
  return Buffer.from(stringify([head, ...body], { bom: true, record_delimiter: "windows", quoted_match: /[\r\n]/u }), "utf8");
}
