/** A table's rows as slices, and what repeats where a page ends among them. Lengths are points. Not here: heads, notes. */
import { baseline, drawLine } from "../blocks.ts";
import { type Draw, type Tag, tag } from "../draw.ts";
import type { Slice } from "../pages.ts";
import { LEADING } from "../style.ts";
import { type Column, inset, type Measured } from "./columns.ts";
import { type Grid, ruled } from "./grid.ts";
import { FINE, HEAVY } from "./look.ts";

/** The lines of a cell: `line(n)` is the nth, on the baseline y. */
interface SetCell {
  count: number;
  line: (n: number, y: number, owner: Tag) => Draw[];
}

/** A row higher than this share of a page is cut into its lines, so that pages fill. */
const TALL = 0.4;

/** The rows and the bottom rule. The first two rows stay with the heads, the last two with the rule; where a page ends, a fine rule closes it and `again` opens the next.
 *  noted: notes follow, which the rule stays with. */
export function rowSlices(grid: Grid, cells: readonly (readonly Measured[])[], again: readonly Slice[], noted: boolean): Slice[] {
  const closing: Draw[] = [ruled(grid, 0, FINE)];
  const end: Slice = { height: 5, draws: [ruled(grid, 0, HEAVY)], keep: noted };
  if (cells.length === 0) return [emptyRow(grid), end];
  const slices = cells.flatMap((row, n) => {
    const kept = (n === 0 && cells.length > 1) || n >= cells.length - 2;
    return rowOf(grid, row, kept).map((slice): Slice => ({ ...slice, again, closing }));
  });
  return [...slices, end];
}

/** A row whole, or a very high one line by line, two lines at least together at its head and foot. */
function rowOf(grid: Grid, row: readonly Measured[], kept: boolean): Slice[] {
  const { look, columns, desk } = grid;
  const owner = tag("TR");
  grid.tag.children.push(owner);
  const set = columns.map((column, i) => setCell(grid, column, row[i]!));
  const tags = columns.map((column, i) => (i === 0 && !column.head.numeric ? tag("TH", [], { scope: "Row" }) : tag("TD")));
  owner.children.push(...tags);
  const count = Math.max(...set.map((cell) => cell.count));
  const line = (n: number, top: number): Draw[] => set.flatMap((cell, i) => (n < cell.count ? cell.line(n, top + baseline(look.size, look.row), tags[i]!) : []));
  if (count * look.row < TALL * desk.page.rows * LEADING) {
    return [{ height: count * look.row + 2 * look.air, draws: set.flatMap((cell, i) => Array.from({ length: cell.count }, (_, n) => cell.line(n, look.air + n * look.row + baseline(look.size, look.row), tags[i]!)).flat()), keep: kept }];
  }
  return Array.from({ length: count }, (_, n): Slice => {
    const last = n === count - 1;
    const above = n === 0 ? look.air : 0;
    return { height: look.row + above + (last ? look.air : 0), draws: line(n, above), keep: last ? kept : n === 0 || n === count - 2 };
  });
}

/** A table without rows says so by a dash under its heads. */
function emptyRow(grid: Grid): Slice {
  const owner = tag("TR", grid.columns.map(() => tag("TD")));
  grid.tag.children.push(owner);
  return { height: grid.look.row + 2 * grid.look.air, draws: [], keep: true };
}

function setCell(grid: Grid, column: Column, cell: Measured): SetCell {
  const left = grid.left + column.x;
  if (cell.kind === "figure") {
    const { runs, left: from, right } = cell.set;
    const line = { from: 0, to: 0, left: -from, right, runs };
    return { count: 1, line: (_, y, owner) => drawLine(line, left + column.point, y, owner) };
  }
  if (cell.spans.length === 0) return { count: 1, line: () => [] };
  const x = left + column.start + inset(cell, grid.look);
  const lines = wordLines(grid, column, cell);
  return { count: lines.length, line: (n, y, owner) => drawLine(lines[n]!, x, y, owner) };
}

const ONE_LINE = 1e5; // points: a measure that no words reach

/** Words on one line where they fit; in the column of names what runs over hangs by a character, so that rows are told apart. */
function wordLines({ type, look, columns }: Grid, column: Column, cell: Measured & { kind: "words" }): ReturnType<Grid["type"]["lines"]> {
  const measure = column.width - look.pad - column.start - inset(cell, look);
  if (type.width(cell.spans) <= measure) return type.lines(cell.spans, { measure: ONE_LINE, align: "left" });
  const hang = column === columns[0] ? look.size : 0;
  const lines = type.lines(cell.spans, { measure: measure - hang, indent: -hang, align: "left" });
  return hang === 0 ? lines : lines.map((line) => ({ ...line, runs: line.runs.map((run) => ({ ...run, xs: run.xs.map((one) => one + hang), end: run.end + hang })) }));
}
