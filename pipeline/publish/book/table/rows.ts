/** A table's rows as slices, and what repeats where a page ends among them. Lengths are points. Not here: heads, notes. */
import { baseline, drawLine } from "../blocks.ts";
import { type Draw, type Tag, tag } from "../draw.ts";
import type { Slice } from "../pages.ts";
import type { Line } from "../paragraph/index.ts";
import { LEADING } from "../style.ts";
import { type Column, inset, type Measured } from "./columns.ts";
import { type Grid, ruled } from "./grid.ts";
import { FINE, HEAVY, type TableLook } from "./look.ts";

/** A row higher than this share of a page is cut into its lines, so that pages fill. */
const TALL = 0.4;

/** The rows and the bottom rule. The first two rows stay with the heads, the last two with the rule; where a page ends, a fine rule closes it and `again` opens the next.
 *  anchorOf: the name of a row, for links, or null; noted: notes follow, which the rule stays with. */
export function rowSlices(grid: Grid, cells: readonly (readonly Measured[])[], again: readonly Slice[], anchorOf: ((row: number) => string) | null, noted: boolean): Slice[] {
  const closing: Draw[] = [ruled(grid, 0, FINE)];
  const end: Slice = { height: 5, draws: [ruled(grid, 0, HEAVY)], keep: noted };
  const body = tag("TBody");
  grid.tag.children.push(body);
  if (cells.length === 0) return [emptyRow(grid, body), end];
  const slices = cells.flatMap((row, n) => {
    const kept = (n === 0 && cells.length > 1) || n >= cells.length - 2;
    const anchors = anchorOf === null ? [] : [anchorOf(n)];
    return rowOf(grid, body, row, kept).map((slice, k): Slice => ({ ...slice, again, closing, ...(k === 0 ? { anchors } : {}) }));
  });
  return [...slices, end];
}

/** A row whole, or a very high one line by line, two lines at least together at its head and foot. */
function rowOf(grid: Grid, body: Tag, row: readonly Measured[], kept: boolean): Slice[] {
  const { look, columns, desk } = grid;
  const owner = tag("TR");
  body.children.push(owner);
  const cells = columns.map((column, i) => setCell(grid, column, row[i]!));
  for (const cell of cells) owner.children.push(cell.owner);
  const count = cells.reduce((most, { lines }) => Math.max(most, lines.length), 1);
  if (count * look.row < TALL * desk.page.rows * LEADING) return [{ height: count * look.row + 2 * look.air, draws: drawn(cells, 0, count, look.air, look), keep: kept }];
  return Array.from({ length: count }, (_, n): Slice => {
    const last = n === count - 1;
    const above = n === 0 ? look.air : 0;
    return { height: look.row + above + (last ? look.air : 0), draws: drawn(cells, n, n + 1, above, look), keep: last ? kept : n === 0 || n === count - 2 };
  });
}

/** A table without rows has a blank one under its heads. */
function emptyRow(grid: Grid, body: Tag): Slice {
  body.children.push(tag("TR", grid.columns.map(() => tag("TD"))));
  return { height: grid.look.row + 2 * grid.look.air, draws: [], keep: true };
}

/** A cell's lines, where they stand and what they are in the structure. */
interface SetCell {
  lines: readonly Pick<Line, "runs">[];
  x: number;
  owner: Tag;
}

/** The lines from one to another of all cells of a row, cell by cell, as they are read. */
function drawn(cells: readonly SetCell[], from: number, to: number, top: number, look: TableLook): Draw[] {
  const draws: Draw[] = [];
  const first = top + baseline(look.size, look.row);
  for (const { lines, x, owner } of cells) {
    for (let n = from; n < Math.min(to, lines.length); n++) draws.push(...drawLine(lines[n]!, x, first + (n - from) * look.row, owner));
  }
  return draws;
}

function setCell(grid: Grid, column: Column, cell: Measured): SetCell {
  const names = column === grid.columns[0] && !column.head.numeric;
  const owner = names ? tag("TH", [], { scope: "Row" }) : tag("TD");
  const left = grid.left + column.x;
  if (cell.kind === "figure") return { lines: [cell.set], x: left + column.point, owner };
  const x = left + column.start + inset(cell, grid.look);
  if (cell.spans.length === 0) return { lines: [], x, owner };
  const measure = column.width - grid.look.pad - column.start - inset(cell, grid.look);
  if (grid.type.width(cell.spans) <= measure) return { lines: [grid.type.line(cell.spans)], x, owner };
  // in the column of names what runs over hangs by a character, so that rows are told apart
  const hang = names ? grid.look.size : 0;
  return { lines: grid.type.lines(cell.spans, { measure: measure - hang, indent: -hang, align: "left" }), x: x + hang, owner };
}
