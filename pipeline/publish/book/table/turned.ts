/** A table set across the page: its top at the left, its foot at the right, on rectos and versos alike (卧排表, 顶左底右). Not here: when a table is turned. */
import type { Desk } from "../blocks.ts";
import { turned } from "../draw.ts";
import { type Block, fill, type Slice } from "../pages.ts";
import { LEADING } from "../style.ts";

/** The desk of a page that is read from its right side: as wide as the type area is high. */
export const acrossDesk = (desk: Desk): Desk => ({ ...desk, page: { ...desk.page, measure: desk.page.rows * LEADING, rows: Math.floor(desk.page.measure / LEADING) } });

/** Blocks laid out for `acrossDesk` → the same blocks on whole pages of the desk, turned. */
export function turnedBlocks(desk: Desk, blocks: readonly Block[]): Block[] {
  const height = desk.page.rows * LEADING;
  const pages = fill(blocks.flatMap(({ slices }) => slices), () => ({ x: 0, top: 0, height: desk.page.measure, fresh: true }));
  const slices = pages.map(({ draws, anchors }): Slice => ({ height, draws: draws.map((draw) => turned(draw, height)), anchors: anchors.map(({ name }) => name) }));
  return blocks.map(({ tag }, n) => ({ tag, slices: n === 0 ? slices : [] }));
}
