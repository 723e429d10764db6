/** table: a table as data → blocks of the book.
 *
 *  in      Table, what it is called (表 or 附表), the facts that its rows rest on
 *  out     blocks: number and title above, unit at the right, three rules, 注 and 资料来源 below; 续表 and the heads again on each next page
 *  holds   every row is set once and whole, figures of a column stand on one point, nothing reaches beyond the type area
 *  errors  none: a table too wide for the page is set smaller, then across it, then as small as it must be
 *  source  CY/T 170—2019 for tables, the China Statistical Yearbook for what that leaves open */
import { basename } from "node:path";
import type { Fact } from "../../../../schemas/fact.ts";
import type { Table } from "../../../../schemas/table.ts";
import { type Desk, look as inLook, paragraph } from "../blocks.ts";
import { tag } from "../draw.ts";
import { rowAnchor } from "../margin.ts";
import type { Block } from "../pages.ts";
import { INK } from "../style.ts";
import { tableFile } from "../../data/names.ts";
import { pagesOver } from "../where.ts";
import { type Cell, cellsOf, pageCell, type Pages, sourceCell } from "./cells.ts";
import { type Arrangement, type Column, columnsOf, type Head, headsOf, type Measured, widened } from "./columns.ts";
import type { Grid, Name } from "./grid.ts";
import { continued, headSlice, titleWidth } from "./heads.ts";
import { type TableLook, tableLook } from "./look.ts";
import { noteBlocks, notesOf } from "./notes.ts";
import { setFigure } from "./points.ts";
import { rowSlices } from "./rows.ts";
import { acrossDesk, turnedBlocks } from "./turned.ts";
import { type Typesetter, typesetter } from "./type.ts";
import { tableWidth } from "./widths.ts";

export { printed, sourceOf } from "./cells.ts";

/** A table with more columns than these names its sources in the workbook only. */
const MOST = 6;
/** The least that a table is set at before it is turned: 7.9 pt, 六号 (CLREQ "Type Area" has nothing smaller in a book's text). */
const SMALLER = 0.93;
/** A table that would be wider than so much of the measure has too many broken cells for that to help. */
const NEARLY = 1.1;
/** A table is set smaller where that takes so many of its lines: cells that were broken no longer are. */
const LOWER = 0.88;
/** Steps down to what fits across the page, whatever its size. */
const STEP = 0.97;

/** A numbered table as blocks. anchor: the name by which the book refers to it, or null. */
export function tableBlocks(desk: Desk, table: Table, name: Name, facts: ReadonlyMap<string, Fact>, anchor: string | null): Block[] {
  const copy = copyOf(desk, table, facts);
  const across = acrossDesk(desk);
  const upright = uprightPlan(desk, copy);
  if (upright !== null) return laid(desk, copy, name, anchor, upright);
  return turnedBlocks(desk, laid(across, copy, name, anchor, readable(across, copy, false) ?? fitted(across, copy)));
}

/** Figures stand on their points. Of different quantities the units' places need not stand below each other (CY/T 170—2019: 同一列中相同量的数值宜对齐): where that saves
 *  turning the table, or many lines, they end together instead. */
function uprightPlan(desk: Desk, copy: Copy): Plan | null {
  const onPoint = readable(desk, copy, false);
  if (!isMixed(copy.table) || (onPoint !== null && onPoint.full <= desk.page.measure)) return onPoint;
  const flush = readable(desk, copy, true);
  return onPoint === null || (flush !== null && flush.price < LOWER * onPoint.price) ? flush : onPoint;
}

/** A plan at the usual size, or a little smaller where the table else does not fit, or fits with many broken cells and so with few; null where it fits at neither. */
function readable(desk: Desk, copy: Copy, flush: boolean): Plan | null {
  const { measure } = desk.page;
  const usual = planOf(desk, copy, 1, flush);
  const smaller = usual.columns === null || (usual.full > measure && SMALLER * usual.full <= NEARLY * measure) ? planOf(desk, copy, SMALLER, flush) : usual;
  const best = usual.columns === null || smaller.price < LOWER * usual.price ? smaller : usual;
  return best.columns === null ? null : { ...best, columns: best.columns };
}

/** A plan at the size that fits. */
function fitted(desk: Desk, copy: Copy): Plan {
  for (let scale = SMALLER; ; ) {
    const plan = planOf(desk, copy, scale, false);
    if (plan.columns !== null) return { ...plan, columns: plan.columns };
    scale *= STEP * Math.min(1, desk.page.measure / plan.least);
  }
}

/** Rows of different quantities: each has its unit and its decimals. */
const isMixed = (table: Table): boolean => table.unit === null && table.rows.some(({ decimals }) => decimals !== undefined);

/** What is set of a table, whatever its size: heads, and cells by look. */
interface Copy {
  table: Table;
  heads: Head[];
  cells: (look: TableLook) => Cell[][];
  notes: string[];
  source: string;
}

function copyOf(desk: Desk, table: Table, facts: ReadonlyMap<string, Fact>): Copy {
  const rests = table.rows.map((row) => row.facts.flatMap((id) => facts.get(id) ?? []));
  const pages = pagesOf(desk, rests.flat());
  const named = table.columns.length <= MOST && rests.some((row) => row.length > 0);
  const paged = named && pages.size > 0;
  const linkOf = (id: string): string | undefined => pages.get(facts.get(id)!)?.link;
  const over = (look: TableLook, n: number): Cell[] => [...(named ? [sourceCell(rests[n]!, look)] : []), ...(paged ? [pageCell(rests[n]!, pages, look)] : [])];
  return {
    table,
    heads: [...headsOf(table), ...(named ? [SOURCE] : []), ...(paged ? [PAGE] : [])],
    cells: (look) => table.rows.map((row, n) => [...cellsOf(table, row, linkOf, named, look), ...over(look, n)]),
    notes: notesOf(table, named, pages.size > 0),
    source: table.source === "" ? "" : `${table.source}${named ? "；出处栏为文本及原文字符起止" : ""}${paged ? "，页为本书页码" : ""}。`,
  };
}

const SOURCE: Head = { parts: ["出处"], titleEn: "Source", numeric: false };
const PAGE: Head = { parts: ["页"], titleEn: "Page", numeric: false };

/** The pages that print facts; those of earlier editions have none, and may be called as facts of this one. */
function pagesOf(desk: Desk, facts: readonly Fact[]): Pages {
  if (facts.length === 0) return new Map();
  const pageOf = pagesOver(desk);
  return new Map(facts.flatMap((fact) => {
    const page = pageOf(fact);
    return page === null ? [] : [[fact, page] as const];
  }));
}

/** A table measured at a size. */
interface Sizing extends Arrangement {
  look: TableLook;
  type: Typesetter;
  cells: Measured[][];
}

/** … whose columns fit. */
type Plan = Sizing & { columns: Column[] };

function planOf(desk: Desk, { heads, cells }: Copy, scale: number, flush: boolean): Sizing {
  const look = tableLook(scale);
  const type = typesetter(desk.faces);
  const measured = cells(look).map((row) => row.map((cell): Measured => (cell.kind === "words" ? cell : { kind: "figure", set: setFigure(cell.figure, flush, look.size, desk.faces) })));
  return { ...columnsOf(heads, measured, desk.page.measure, look, type), look, type, cells: measured };
}

function laid(desk: Desk, { table, notes, source }: Copy, name: Name, anchor: string | null, { look, type, cells, columns }: Plan): Block[] {
  const { measure } = desk.page;
  const natural = columns.reduce((sum, one) => sum + one.width, 0);
  const width = tableWidth(natural, measure, titleWidth({ type }, table, name));
  const grid: Grid = { desk, type, look, columns: widened(columns, width, look), left: (measure - width) / 2, width, tag: tag("Table", [], anchor === null ? {} : { file: basename(tableFile(table.id)) }) };
  const under = noteBlocks(grid, notes, source);
  return [{ tag: grid.tag, slices: [headSlice(grid, table, name, anchor), ...rowSlices(grid, cells, continued(grid, table, name), anchor === null ? null : (row) => rowAnchor(table.id, row), under.length > 0)] }, ...under];
}

/** A paragraph that says a table is empty; unused heads look like a fault. */
export const nothing = (desk: Desk, words: string): Block => paragraph(desk, [inLook("serif", 10.5, INK.grey)(words)], { indent: 21 });
