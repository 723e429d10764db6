/** What a part of the book is. Not here: any of them. */
import type { Desk } from "../blocks.ts";
import type { Draw, Tag } from "../draw.ts";
import { LEADING } from "../style.ts";
import { type Block, fill, type Frame, type PlacedPage, type Slice } from "../pages.ts";

/** A part begins on a recto. `front` parts have Roman folios, `body` parts Arabic ones, `cover` none. */
export interface Part {
  id: string;
  title: string;
  titleEn: string;
  matter: "cover" | "front" | "body";
  /** begins on the next page, whichever side it is: the imprint stands on the title page's back */
  anySide?: boolean;
  /** without head and folio: cover, title page, imprint */
  bare?: boolean;
  /** stands in the contents and the bookmarks */
  listed: boolean;
  lay: (desk: Desk) => Laid;
}

export interface Laid {
  tags: Tag[];
  pages: PlacedPage[];
}

/** One column over the whole measure. Blocks are made as pages need them. */
export function flow(desk: Desk, blocks: Iterable<Block>): Laid {
  const frame = (): Frame => ({ x: 0, top: desk.page.top, height: desk.page.rows * LEADING, fresh: true });
  const tags: Tag[] = [];
  return { tags, pages: fill(slicesOf(blocks, tags), frame) };
}

function* slicesOf(blocks: Iterable<Block>, tags: Tag[]): Iterable<Slice> {
  for (const block of blocks) {
    tags.push(block.tag);
    yield* block.slices;
  }
}

/** A page drawn by hand. */
export const single = (tags: Tag[], draws: Draw[]): Laid => ({ tags, pages: [{ draws, anchors: [], passages: [], margins: [] }] });
