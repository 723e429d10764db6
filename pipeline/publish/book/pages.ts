/** Blocks → pages. Blocks are cut into slices (a line of text, a table's row, a figure whole); slices fill frames on the baseline grid.
 *  Pure. Lengths are points. Not here: setting lines (paragraph), page numbers in text (refs). */
import { type Draw, moved, type Tag } from "./draw.ts";
import { LEADING } from "./style.ts";

/** A piece of the flow that no page end cuts. Its drawings are placed from its upper left corner. */
export interface Slice {
  height: number;
  draws: readonly Draw[];
  /** blank above, which a page's head swallows */
  before?: number;
  /** no page ends after this slice: headings, the first line of a paragraph, the last but one (CLREQ "Widows and Orphans") */
  keep?: boolean;
  /** begins on the baseline grid */
  snap?: boolean;
  /** names of places that links and page numbers ask for */
  anchors?: readonly string[];
  /** the passage of a text that is printed here: restored offsets */
  passage?: { text: string; start: number; end: number };
  /** what is set again when a page begins with this slice: the head of a continued table */
  again?: readonly Slice[];
  /** what closes the page when it ends after this slice: a continued table's rule */
  closing?: readonly Draw[];
}

/** A block of the flow: its place in the structure, and its slices. */
export interface Block {
  tag: Tag;
  slices: readonly Slice[];
}

/** A column of a page that slices flow through. */
export interface Frame {
  x: number;
  top: number;
  height: number;
  /** a new page begins with this frame */
  fresh: boolean;
}

export interface PlacedPage {
  draws: Draw[];
  anchors: { name: string; y: number }[];
  passages: { text: string; start: number; end: number }[];
}

/** Fills frames in order; `frame(n)` is the nth one. A page ends at the last place before its foot where it may. */
export function fill(slices: readonly Slice[], frame: (n: number) => Frame): PlacedPage[] {
  const pages: PlacedPage[] = [];
  let at = 0;
  for (let n = 0; at < slices.length; n++) {
    const area = frame(n);
    if (area.fresh || pages.length === 0) pages.push({ draws: [], anchors: [], passages: [] });
    const page = pages.at(-1)!;
    const end = endOfFrame(slices, at, area.height);
    place(slices, at, end, area, page);
    at = end;
  }
  return pages;
}

/** How far slices fit, and back to the last place where the frame may end. */
function endOfFrame(slices: readonly Slice[], start: number, height: number): number {
  let y = 0;
  let end = start;
  for (const piece of slices[start]?.again ?? []) y += piece.height;
  while (end < slices.length) {
    const slice = slices[end]!;
    y = advance(y, slice, end === start);
    if (y > height + 1e-6) break;
    end++;
  }
  if (end === slices.length) return end;
  let legal = end;
  while (legal > start && slices[legal - 1]!.keep === true) legal--;
  // a chain of kept slices longer than the frame has to be cut somewhere; a slice higher than the frame is set all the same
  return legal > start ? legal : Math.max(end, start + 1);
}

function advance(y: number, slice: Slice, first: boolean): number {
  let top = first ? y : y + (slice.before ?? 0);
  if (slice.snap === true) top = Math.ceil((top - 1e-6) / LEADING) * LEADING;
  return top + slice.height;
}

function place(slices: readonly Slice[], start: number, end: number, area: Frame, page: PlacedPage): void {
  let y = 0;
  for (const piece of slices[start]?.again ?? []) {
    for (const draw of piece.draws) page.draws.push(moved(draw, area.x, area.top + y));
    y += piece.height;
  }
  for (let i = start; i < end; i++) {
    const slice = slices[i]!;
    y = advance(y, slice, i === start);
    const top = area.top + y - slice.height;
    for (const draw of slice.draws) page.draws.push(moved(draw, area.x, top));
    for (const name of slice.anchors ?? []) page.anchors.push({ name, y: top });
    if (slice.passage !== undefined) page.passages.push(slice.passage);
    if (i === end - 1 && end < slices.length) for (const draw of slice.closing ?? []) page.draws.push(moved(draw, area.x, area.top + y));
  }
}
