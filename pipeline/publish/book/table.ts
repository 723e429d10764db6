/** Tables → blocks: three-line tables (三线表, CY/T 170—2019: top rule, rule under the heads, bottom rule), 续表 and the heads again on the next page.
 *  Lengths are points. Not here: what stands in them. */
import { basename } from "node:path";
import { tableFile } from "../data/names.ts";
import { dateInWords } from "./words.ts";
import type { Fact } from "../../../schemas/fact.ts";
import type { Table, TableColumn, TableRow } from "../../../schemas/table.ts";
import { baseline, type Desk, drawLine, look, paragraph, smallText } from "./blocks.ts";
import { type Draw, type Tag, tag } from "./draw.ts";
import type { Block, Slice } from "./pages.ts";
import { setParagraph, type Span, widthOf } from "./paragraph.ts";
import { INK, LEADING } from "./style.ts";

const SIZE = 8.5;
const ROW = 12.5;
const PAD = 4; // left and right of a cell
const MARK = 6; // beside a number, where * and † hang so that the digits stay in line
const AIR = 2.6; // above and below a row
const HEAVY = 1.1;
const FINE = 0.45;

/** A cell's text as printed: null is not available, thousands are parted (GB/T 15835—2011, 5.1: figures of four places and more). */
export function printed(value: string | number | null, decimals: number | null): string {
  if (value === null) return "…";
  if (typeof value === "string") return value;
  const [whole, part] = Math.abs(decimals === null ? value : Number(value.toFixed(decimals))).toString().includes("e") || decimals === null ? String(Math.abs(value)).split(".") : Math.abs(value).toFixed(decimals).split(".");
  const grouped = (whole ?? "0").length > 4 ? (whole ?? "0").replace(/\B(?=(?:\d{3})+$)/gu, ",") : (whole ?? "0");
  return `${value < 0 ? "−" : ""}${grouped}${part === undefined ? "" : `.${part}`}`;
}

/** Where a fact stands in the raw text: “02-转变 120–134”, in UTF-16 code units. */
export const sourceOf = (fact: Pick<Fact, "document" | "span">): string => `${fact.document} ${fact.span.start}–${fact.span.end}`;

interface Column {
  title: string;
  titleEn: string;
  numeric: boolean;
  width: number;
  x: number;
}

/** A numbered table as a block, its title above, notes and source below. `name` is what it is called: 表 or 附表. */
export function tableBlocks(desk: Desk, table: Table, name: { zh: string; en: string }, facts: ReadonlyMap<string, Fact>, anchor: string | null): Block[] {
  const withSource = table.rows.some((row) => row.facts.some((id) => facts.has(id))) && table.columns.length <= 6;
  const heads = [...table.columns.map((column) => headOf(column, table.unit)), ...(withSource ? [{ title: "出处", titleEn: "Source", numeric: false }] : [])];
  const cells = table.rows.map((row) => [...row.cells.map((cell, i) => cellSpans(table, row, cell, i)), ...(withSource ? [sourceSpans(row, facts)] : [])]);
  const columns = widths(desk, heads, cells, table.columns);
  const grid = tag("Table", [], anchor === null ? {} : { file: basename(tableFile(table.id)) });
  const slices = [...headSlices(desk, table, columns, grid, name, anchor), ...rowSlices(desk, table, columns, cells, grid, name)];
  return [{ tag: grid, slices }, ...notesBelow(desk, table, withSource)];
}

/** A head with its unit, unless the head or the table's upper right says it already. */
function headOf(column: TableColumn, tableUnit: string | null): Omit<Column, "width" | "x"> {
  const said = column.unit === null || column.unit === tableUnit || column.title.includes(`（${column.unit}）`);
  return { title: said ? column.title : `${column.title}（${column.unit}）`, titleEn: column.titleEn, numeric: column.type === "number" };
}

/** The mark of a row stands at its first number, or where it has none at its first cell; cells that rest on facts of their own bear their own. */
function cellSpans(table: Table, row: TableRow, cell: string | number | null, at: number): Span[] {
  const column = table.columns[at];
  const status = row.cellStatus === undefined ? row.status : (row.cellStatus[at] ?? "stated");
  const marked = status !== "stated" && (row.cellStatus === undefined ? at === Math.max(0, table.columns.findIndex((one) => one.type === "number")) : typeof cell === "number");
  const span: Span = { text: column?.type === "period" && typeof cell === "string" && cell.startsWith("--") ? dateInWords(cell) : printed(cell, column?.decimals ?? (column?.type === "number" ? row.decimals ?? null : null)), face: "serif", size: SIZE, ink: INK.text, tabular: column?.type === "number" || column?.type === "period" };
  const sign: Span = { text: status === "restored" ? "*" : "†", face: "sans", size: 7, ink: INK.accent, rise: 2.2 };
  const spans = span.text === "" ? [] : [span];
  return marked ? [...spans, sign] : spans;
}

function sourceSpans(row: TableRow, facts: ReadonlyMap<string, Fact>): Span[] {
  const found = row.facts.flatMap((id) => facts.get(id) ?? []);
  const text = `${found.slice(0, 2).map(sourceOf).join("；")}${found.length > 2 ? `等${found.length}处` : ""}`;
  return text === "" ? [] : [{ text, face: "sans", size: 7, ink: INK.grey }];
}

/** Columns get what their text needs on one line; when that is too much, what a readable cell needs and a share of the rest. */
function widths(desk: Desk, heads: Omit<Column, "width" | "x">[], cells: Span[][][], given: readonly TableColumn[]): Column[] {
  const room = desk.page.measure;
  const need = heads.map((head, i) => {
    const words = [headSpans(head), ...cells.map((row) => row[i] ?? [])].map((spans) => (spans.length === 0 ? 0 : widthOf(spans, desk.faces)));
    const full = Math.max(widthOf([headSpans(head)[0]!], desk.faces), ...words.slice(1), ...(head.titleEn === "" ? [] : [Math.min(60, widthOf([headSpans(head)[1]!], desk.faces))])) + 2 * PAD + (head.numeric ? MARK : 0) + 0.5;
    const longest = Math.max(0, ...head.titleEn.split(" ").map((word) => (word === "" ? 0 : widthOf([look("sans", 7, INK.grey)(word)], desk.faces) + 0.5)));
    const least = head.numeric ? Math.min(full, Math.max(34, longest + 2 * PAD, ...words.slice(1).map((w) => w + 2 * PAD + MARK + 0.5))) : Math.min(full, Math.max(SIZE * 3.2, longest, Math.min(8, given[i]?.width ?? 6) * SIZE * 0.72) + 2 * PAD);
    return { full, least };
  });
  const full = need.reduce((total, one) => total + one.full, 0);
  const least = need.reduce((total, one) => total + one.least, 0);
  let set: number[];
  if (full <= room) set = need.map((one) => one.full + ((room - full) * one.full) / full);
  else if (least <= room) {
    // the square root keeps a column of long sentences from taking everything
    const wish = need.map((one) => Math.sqrt(one.full - one.least) * (one.full - one.least > 200 ? 1.6 : 1));
    const wished = wish.reduce((total, one) => total + one, 0);
    set = share(need, wish, room - least, wished);
  } else {
    // too wide even so: numbers stay whole, the words' columns give way
    const fixed = need.reduce((total, one, i) => total + (heads[i]!.numeric ? one.least : 0), 0);
    const scale = fixed < room * 0.7 ? (room - fixed) / (least - fixed) : 0;
    set = need.map((one, i) => (scale === 0 ? (one.least * room) / least : heads[i]!.numeric ? one.least : one.least * scale));
  }
  let x = 0;
  return heads.map((head, i) => {
    const column = { ...head, width: set[i]!, x };
    x += column.width;
    return column;
  });
}

/** Shares out the rest by wish, none beyond what its text needs; what is left over goes round again. */
function share(need: { full: number; least: number }[], wish: number[], rest: number, wished: number): number[] {
  const set = need.map((one) => one.least);
  let left = rest;
  let weight = wished;
  for (let round = 0; round < need.length && left > 0.01 && weight > 0; round++) {
    const per = left / weight;
    weight = 0;
    left = 0;
    need.forEach((one, i) => {
      if (set[i]! >= one.full - 1e-9) return;
      const more = set[i]! + per * wish[i]!;
      if (more >= one.full) left += more - one.full;
      else weight += wish[i]!;
      set[i] = Math.min(more, one.full);
    });
  }
  return set.map((one) => one + left / need.length);
}

const headSpans = (head: Pick<Column, "title" | "titleEn">): Span[] => [look("sansBold", SIZE, INK.text)(head.title), look("sans", 7, INK.grey)(head.titleEn === "" ? " " : head.titleEn)];

/** Lines of a cell and the height they take. */
function setCell(desk: Desk, spans: readonly Span[], column: Column, row: number): { draws: (owner: Tag | null, top: number) => Draw[]; height: number } {
  if (spans.every((span) => span.text === "")) return { draws: () => [], height: row };
  const hang = column.numeric && spans.length > 1 && spans.at(-1)!.rise !== undefined;
  const main = hang ? spans.slice(0, -1) : spans;
  const measure = column.width - 2 * PAD - (column.numeric ? MARK : 0);
  const lines = setParagraph(main, { measure, align: column.numeric ? "right" : "left" }, desk.faces);
  const mark = hang ? setParagraph([spans.at(-1)!], { measure: MARK + 4, align: "left" }, desk.faces)[0] : undefined;
  return {
    height: Math.max(1, lines.length) * row,
    draws: (owner, top) => [
      ...lines.flatMap((line, n) => drawLine(line, column.x + PAD, top + n * row + baseline(SIZE, row), owner)),
      ...(mark === undefined ? [] : drawLine(mark, column.x + column.width - PAD - MARK + 0.8, top + (lines.length - 1) * row + baseline(SIZE, row), owner)),
    ],
  };
}

/** Title, English title, unit and heads in one slice, so that no page parts them. */
function headSlices(desk: Desk, table: Table, columns: Column[], grid: Tag, name: { zh: string; en: string }, anchor: string | null): Slice[] {
  const { measure } = desk.page;
  const caption = tag("Caption");
  grid.children.push(caption);
  const draws: Draw[] = [];
  let y = 0;
  for (const [span, row] of [[look("sansBold", 10.5, INK.text)(`${name.zh}${table.number}　${table.title}`), 16], [look("sans", 8, INK.grey)(`${name.en} ${table.number}  ${table.titleEn}`), 12]] as const) {
    for (const line of setParagraph([span], { measure: measure - 4 * SIZE, align: "center" }, desk.faces)) {
      draws.push(...drawLine(line, 2 * SIZE, y + baseline(span.size, row), caption));
      y += row;
    }
  }
  const unit = table.unit === null ? [] : [look("sans", 8, INK.grey)(`单位：${table.unit}`)];
  if (unit.length > 0) {
    const [line] = setParagraph(unit, { measure, align: "right" }, desk.faces);
    draws.push(...drawLine(line!, 0, y + baseline(8, 12), caption));
    y += 12;
  }
  y += 4;
  const head = headRow(desk, columns, grid);
  return [{ height: y + head.height, draws: [...draws, ...head.draws.map((draw) => lower(draw, y))], before: LEADING, snap: true, keep: true, anchors: anchor === null ? [] : [anchor] }];
}

const lower = (draw: Draw, by: number): Draw => (draw.kind === "line" ? { ...draw, y: draw.y + by, y2: draw.y2 + by } : { ...draw, y: draw.y + by });
const ruled = (width: number, y: number, weight: number): Draw => ({ kind: "line", x: 0, y, x2: width, y2: y, ink: weight === HEAVY ? INK.accent : INK.rule, weight, tag: null });

/** Heads between the top rule and the fine one. Repeated heads are artifacts: a reader has heard them once. */
function headRow(desk: Desk, columns: Column[], grid: Tag | null): { draws: Draw[]; height: number } {
  const row = tag("TR");
  if (grid !== null) grid.children.push(row);
  const zh = columns.map((column) => setCell(desk, headSpans(column).slice(0, 1), column, 11.5));
  const en = columns.map((column) => setCell(desk, column.titleEn === "" ? [] : headSpans(column).slice(1), column, 9.5));
  const zhHeight = Math.max(...zh.map((cell) => cell.height));
  const height = zhHeight + (columns.some((column) => column.titleEn !== "") ? Math.max(...en.map((cell) => cell.height)) : 0);
  const draws = columns.flatMap((_, i) => {
    const cell = grid === null ? null : tag("TH");
    if (cell !== null) row.children.push(cell);
    return [...zh[i]!.draws(cell, AIR + 0.6), ...en[i]!.draws(cell, AIR + zhHeight - 0.6)];
  });
  const measure = columns.reduce((total, column) => total + column.width, 0);
  return { height: height + 2 * AIR, draws: [ruled(measure, 0, HEAVY), ...draws, ruled(measure, height + 2 * AIR, FINE)] };
}

/** The rows. The first two stay with the heads, the last two together; where a page ends, a fine rule closes it and 续表 opens the next. */
function rowSlices(desk: Desk, table: Table, columns: Column[], cells: Span[][][], grid: Tag, name: { zh: string; en: string }): Slice[] {
  const { measure } = desk.page;
  const again = continued(desk, table, columns, name);
  const closing: Draw[] = [ruled(measure, 0, FINE)];
  const rows = cells.map((row, n): Slice => {
    const owner = tag("TR");
    grid.children.push(owner);
    const set = columns.map((column, i) => setCell(desk, row[i] ?? [], column, ROW));
    const height = Math.max(...set.map((cell) => cell.height)) + AIR * 2 - 1;
    const draws = set.flatMap((cell, i) => {
      const own = i === 0 && !columns[i]!.numeric ? tag("TH", [], { scope: "Row" }) : tag("TD"); // what names the row
      owner.children.push(own);
      return cell.draws(own, n === 0 ? AIR : AIR - 0.5);
    });
    return { height, draws, again, closing, keep: (n === 0 && cells.length > 1) || n === cells.length - 2 };
  });
  const end: Slice = { height: 5, draws: [ruled(measure, 0, HEAVY)], keep: table.notes.length > 0 || table.source !== "" };
  if (rows.length === 0) return [{ height: ROW + AIR * 2, draws: [] }, end];
  const last = rows.at(-1)!;
  rows[rows.length - 1] = { ...last, keep: true };
  return [...rows, end];
}

function continued(desk: Desk, table: Table, columns: Column[], name: { zh: string }): Slice[] {
  const [line] = setParagraph([look("sansBold", 9, INK.grey)(`续${name.zh}${table.number}`)], { measure: desk.page.measure, align: "right" }, desk.faces);
  const head = headRow(desk, columns, null);
  return [{ height: 14, draws: line === undefined ? [] : drawLine(line, 0, baseline(9, 12), null) }, { height: head.height, draws: head.draws }];
}

/** 注 first, then 资料来源; under the last 续表, as the statistical yearbooks have it. */
function notesBelow(desk: Desk, table: Table, withSource: boolean): Block[] {
  const small = look("sans", 8, INK.grey);
  const signs = [table.rows.some((row) => row.status === "restored") ? "* 所依的原文经修复" : "", table.rows.some((row) => row.status === "inferred") ? "† 由编者据上下文推定" : ""].filter((sign) => sign !== "");
  const notes = [...table.notes, ...(signs.length > 0 ? [`${signs.join("；")}。`] : []), ...(withSource || table.rows.every((row) => row.facts.length === 0) ? [] : ["各行出处（文本与原文字符起止）见工作簿同号表。"])];
  const lines = [...notes.map((note, i) => `${notes.length > 1 ? `注${i + 1}` : "注"}：${note}`), ...(table.source === "" ? [] : [`资料来源：${table.source}${withSource ? "；出处栏为文本及原文字符起止" : ""}`])];
  return lines.map((line, n) => smallText(desk, [small(line)], { type: "Note", keep: n < lines.length - 1 }));
}

/** A paragraph that says a table is empty; unused heads look like a fault. */
export const nothing = (desk: Desk, words: string): Block => paragraph(desk, [look("serif", 10.5, INK.grey)(words)], { indent: 21 });
