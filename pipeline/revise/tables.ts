/** Tables of two editions → which were touched, and how many of their rows. Not here: facts that a row rests on, whose ids change with their place. */
import type { TableChange } from "../../schemas/revision.ts";

/** A table as it was published: its printed cells as text, and the certainty of each row; without the ids of its facts. */
export interface TableRecord {
  readonly id: string;
  /** number and title: 表1 覆盖率 */
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function compareTables(before: readonly TableRecord[], after: readonly TableRecord[]): TableChange[] {
  const was = new Map(before.map((table) => [table.id, table]));
  const now = new Set(after.map(({ id }) => id));
  const touched = after.flatMap((table): TableChange[] => {
    const former = was.get(table.id);
    if (former === undefined) return [{ ...named("added", table), added: table.rows.length }];
    const change = { ...named("altered", table), columns: JSON.stringify(former.columns) !== JSON.stringify(table.columns), ...compareRows(former.rows, table.rows) };
    return change.columns || change.added + change.dropped + change.altered > 0 ? [change] : [];
  });
  const gone = before.filter(({ id }) => !now.has(id)).map((table): TableChange => ({ ...named("dropped", table), dropped: table.rows.length }));
  return [...touched, ...gone];
}

const named = (change: TableChange["change"], { id, title }: TableRecord): TableChange => ({ change, id, title, columns: false, added: 0, dropped: 0, altered: 0 });

/** Rows that have no like; of those, one that keeps its first cell is the same row with another content. */
function compareRows(before: readonly (readonly string[])[], after: readonly (readonly string[])[]): Pick<TableChange, "added" | "dropped" | "altered"> {
  const [gone, fresh] = leftOver(before, after, (row) => JSON.stringify(row));
  const [dropped, added] = leftOver(gone, fresh, (row) => row[0] ?? "");
  return { added: added.length, dropped: dropped.length, altered: gone.length - dropped.length };
}

/** What of each side finds no like on the other, each like counted once. */
function leftOver<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): [T[], T[]] {
  const counts = new Map<string, number>();
  for (const item of before) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  const fresh = after.filter((item) => {
    const count = counts.get(keyOf(item)) ?? 0;
    counts.set(keyOf(item), count - 1);
    return count <= 0;
  });
  const gone = before.toReversed().filter((item) => {
    const count = counts.get(keyOf(item)) ?? 0;
    counts.set(keyOf(item), count - 1);
    return count > 0;
  });
  return [gone.toReversed(), fresh];
}
