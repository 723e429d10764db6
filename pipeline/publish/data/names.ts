/** Names that must not meet: files of an edition's data and columns of a table. */

/** Files and resources that an edition has of its own; a table of that id makes way for them. */
const RESERVED = new Set(["facts", "earlier-facts", "findings", "repairs", "observations", "corrections", "datapackage"]);

/** `data/coverage.csv`; a table that is called like a file of its own kind is `data/table-observations.csv`. */
export function tableFile(id: string): string {
  return `data/${RESERVED.has(id) ? `table-${id}` : id}.csv`;
}

/** Whether a file of data/ (`data/coverage.csv`) is a statistical table's. A table's id has no dot, so `observations.sdmx.csv` is none. */
export function isTableFile(file: string): boolean {
  const id = /^data\/(?<id>[a-z][a-z0-9-]*)\.csv$/u.exec(file)?.groups?.["id"];
  return id !== undefined && !RESERVED.has(id);
}

/** The name of an added column, beside columns that a table brings: `status`, or `rowStatus` where the table has a status of its own. */
export function csvNameOf(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const long = `row${name[0]!.toUpperCase()}${name.slice(1)}`;
  return csvNameOf(long, taken);
}
