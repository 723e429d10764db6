/** revise: two editions of a year → what changed from the one to the other. Pure: the editions were read at the door.
 *
 *  in      of each: what names it, digests of its inputs, versions, facts, tables as they were published
 *  out     Changes: inputs, versions, facts and tables that were added, dropped or altered
 *  holds   a fact that says the same at another place of its text has moved, not altered; an edition against itself has no changes
 *  errors  none */
import type { Changes, FactRecord, Issue } from "../../schemas/revision.ts";
import { compareFacts } from "./facts.ts";
import { compareTables, type TableRecord } from "./tables.ts";

export { nextRevision, numberOf } from "./number.ts";
export type { TableRecord } from "./tables.ts";

/** An edition as it was published, or is about to be. */
export interface Issued {
  readonly issue: Issue;
  /** by path */
  readonly inputs: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly facts: readonly FactRecord[];
  readonly tables: readonly TableRecord[];
}

export function revise(before: Issued, after: Issued): Changes {
  return {
    from: before.issue,
    to: after.issue,
    inputs: compareRecords(shortened(before.inputs), shortened(after.inputs)),
    versions: compareRecords(before.versions, after.versions),
    ...compareFacts(before.facts, after.facts),
    tables: compareTables(before.tables, after.tables),
  };
}

/** Digests by their first twelve digits: enough to tell two apart. */
const shortened = (digests: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(digests).map(([path, digest]) => [path, digest.slice(0, 12)]));

/** Entries that differ, by name. */
export function compareRecords(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): Changes["inputs"] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.map((name) => ({ name, before: before[name] ?? null, after: after[name] ?? null })).filter((entry) => entry.before !== entry.after);
}
