/** Which of the open data goes into the book: what its tables print and rest on, and what its last parts tell of. Repairs and the data package stay beside it. */
import { basename } from "node:path";
import type { Edition } from "../../schemas/edition.ts";
import type { Attachment } from "./book/index.ts";
import type { DataFile } from "./data/index.ts";
import { tableFile } from "./data/names.ts";

const ATTACHED: Readonly<Record<string, Attachment["relationship"]>> = { "facts.jsonl": "Data", "earlier-facts.jsonl": "Data", "findings.jsonl": "Supplement", "corrections.csv": "Supplement" };

/** The files with the names they have in `data/`. */
export function attachments(edition: Pick<Edition, "tables">, files: readonly DataFile[]): Attachment[] {
  const tables = new Set(edition.tables.map(({ id }) => tableFile(id)));
  return files.flatMap(({ name: path, bytes, title }) => {
    const name = basename(path);
    const relationship = tables.has(path) ? "Data" : ATTACHED[name];
    return relationship === undefined ? [] : [{ name, bytes, type: name.endsWith(".csv") ? "text/csv" : "application/x-ndjson", description: title, relationship }];
  });
}
