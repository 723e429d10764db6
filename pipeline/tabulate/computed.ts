/** What a row says of how its cells come from each other. Not here: the numbers themselves. */
import { operandsOf, resultOf, type Computation, type NotComputed } from "../../schemas/computed.ts";
import type { TableRow } from "../../schemas/table.ts";

/** How a cell is computed; null where the text states it. */
export type Computed = Computation | NotComputed | null;

/** What parts the names of a list in a cell. */
const PARTED_BY = "、";

/** The row's `computed`, one a column; nothing where no cell is computed. A computation over a column that the table has not, or that does not give what stands in its cell, is told as none. */
export function computedBy(keys: readonly string[], cells: TableRow["cells"], computed: readonly Computed[]): Pick<TableRow, "computed"> {
  const numberOf = (key: string): number | null => numberIn(cells[keys.indexOf(key)] ?? null);
  const checked = computed.map((one, i): Computed => {
    if (one === null || one.op === "none" || resultOf(one, numberOf) === cells[i]) return one;
    return { op: "none", why: operandsOf(one).every((key) => keys.includes(key)) ? "各格算不出此数" : "所据的数不在本表" };
  });
  return checked.some((one) => one !== null) ? { computed: checked } : {};
}

/** A number, or how many names a list has: 甲、乙等 has two. */
function numberIn(cell: string | number | null): number | null {
  return typeof cell === "string" ? cell.split(PARTED_BY).length : cell;
}
