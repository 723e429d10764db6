/** Rows → CSV (RFC 4180) in UTF-8: CRLF, a head line, no thousands marks; an empty field is no value. Text is left as it is, one that begins with = too. */
import { stringify } from "csv-stringify/sync";
import type { Column } from "./columns.ts";

/** `bom` sets a byte order mark before the head: spreadsheets take a file without one for the encoding of their own country. */
export function csv<T>(columns: readonly Column<T>[], rows: readonly T[], { bom }: { bom: boolean } = { bom: true }): Buffer {
  const head = columns.map((column) => column.key);
  const body = rows.map((row) => columns.map((column) => column.of(row)));
  // csv-stringify quotes for its own record delimiter, CR LF, and leaves a lone LF bare: half a field would open as a row of its own.
  return Buffer.from(stringify([head, ...body], { bom, record_delimiter: "windows", quoted_match: /[\r\n]/u }), "utf8");
}
