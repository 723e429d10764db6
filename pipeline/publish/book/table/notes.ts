/** What stands under a table's last page: 注, the signs it uses, 资料来源 (China Statistical Yearbook: under the last 续表). Lengths are points. */
import type { Table } from "../../../../schemas/table.ts";
import { baseline, label, look, smallText } from "../blocks.ts";
import type { Block } from "../pages.ts";
import { INK } from "../style.ts";
import type { Grid } from "./grid.ts";

const SIZE = 8;
const ROW = 12.5;
const INDENT = SIZE; // notes begin a character in (CY/T 170—2019: 首行距左墙线一字空或两字空)
const NUMBER = 2 * SIZE; // from the word 注 to the numbers
const small = look("sans", SIZE, INK.grey);

/** What the signs beside values mean, those that are used. */
export const signWords = (has: (status: "restored" | "inferred") => boolean): string[] => [...(has("restored") ? ["* 所依的原文经修复"] : []), ...(has("inferred") ? ["† 由编者据上下文推定"] : [])];

/** The notes as lines, each a paragraph ending in a full stop (CY/T 170—2019). named: a column names the sources; linked: cells lead to them. */
export function notesOf(table: Table, named: boolean, linked: boolean): string[] {
  const signs = signWords((status) => table.rows.some((row) => row.status === status));
  const rests = table.rows.some((row) => row.facts.length > 0);
  const links = linked ? `；电子版中由${table.rows.some((row) => row.cellFacts !== undefined) ? "数值" : "首栏"}链接到所据文句之页` : "";
  const elsewhere = named || !rests ? [] : [`各行出处（文本与原文字符起止）见工作簿同号表${links}`];
  return [...table.notes, ...(signs.length > 0 ? [signs.join("；")] : []), ...elsewhere].map((note) => (/[。！？]$/u.test(note) ? note : `${note}。`));
}

/** Notes numbered where there are several, hanging beside their numbers, no wider than the table; then the source. */
export function noteBlocks(grid: Grid, notes: readonly string[], source: string): Block[] {
  const x = grid.left + INDENT;
  const numbered = notes.length > 1;
  const hang = NUMBER + (numbered ? (notes.length > 9 ? 2.1 : 1.5) * SIZE : 0);
  const blocks = notes.map((note, n) => hanging(grid, note, x, hang, [...(n === 0 ? [["注：", 0] as const] : []), ...(numbered ? [[`${n + 1}.`, NUMBER] as const] : [])], n === notes.length - 1 && source !== ""));
  return source === "" ? blocks : [...blocks, hanging(grid, source, x, 5 * SIZE, [["资料来源：", 0]], false)];
}

function hanging(grid: Grid, text: string, x: number, hang: number, labels: readonly (readonly [words: string, at: number])[], keep: boolean): Block {
  const { desk, left, width } = grid;
  const block = smallText(desk, [small(text)], { type: "Note", x: x + hang, measure: left + width - x - hang, row: ROW, align: "left", keep });
  const [first, ...rest] = block.slices;
  if (first === undefined) return block;
  const draws = labels.flatMap(([words, at]) => label(desk, [small(words)], x + at, baseline(SIZE, ROW), "left", block.tag));
  return { tag: block.tag, slices: [{ ...first, draws: [...draws, ...first.draws] }, ...rest] };
}
