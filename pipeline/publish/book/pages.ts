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
  /** stands beside it in the outer margin, drawn from the margin's left edge; on which side that is, the imposed page knows */
  margin?: Margin | undefined;
  /** what is set again when a page begins with this slice: the head of a continued table */
  again?: readonly Slice[];
  /** may stand on a later page than its place in the flow, and what follows goes on before it: a figure that the foot has no room for */
  floats?: boolean;
  /** what closes the page when it ends after this slice: a continued table's rule */
  closing?: readonly Draw[];
}

/** Drawings for the outer margin, and the width they take. */
export interface Margin {
  width: number;
  draws: readonly Draw[];
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
  margins: Margin[];
}

/** Fills frames in order; `frame(n)` is the nth one. A page ends at the last place before its foot where it may. */
export function fill(slices: readonly Slice[], frame: (n: number) => Frame): PlacedPage[] {
  const pages: PlacedPage[] = [];
  cut(slices, frame, (flow, start, end, area) => {
    if (area.fresh || pages.length === 0) pages.push({ draws: [], anchors: [], passages: [], margins: [] });
    place(flow, start, end, area, pages.at(-1)!);
  });
  return pages;
}

/** How many frames the slices take. */
export function framesTaken(slices: readonly Slice[], frame: (n: number) => Frame): number {
  let count = 0;
  cut(slices, frame, () => count++);
  return count;
}

/** Cuts the flow into frames; `each` is told what of it stands in which. */
function cut(slices: readonly Slice[], frame: (n: number) => Frame, each: (flow: readonly Slice[], start: number, end: number, area: Frame) => void): void {
  const flow = [...slices];
  let at = 0;
  for (let n = 0; at < flow.length; n++) {
    const area = frame(n);
    const end = endOfFrame(flow, at, area.height);
    each(flow, at, end, area);
    at = end;
  }
}

/** How far slices fit, and back to the last place where the frame may end. Floats that do not fit are moved in `flow` to where the next frame begins. */
function endOfFrame(flow: Slice[], start: number, height: number): number {
  let y = 0;
  let end = start;
  const waiting: Slice[] = [];
  for (const piece of flow[start]?.again ?? []) y += piece.height;
  while (end < flow.length) {
    const slice = flow[end]!;
    const next = advance(y, slice, end === start);
    const whole = slice.floats === true ? floatFrom(flow, end, next) : null;
    if (whole !== null && end > start && flow[end - 1]!.keep !== true && (waiting.length > 0 || whole.foot > height + 1e-6) && whole.end < flow.length) {
      waiting.push(...flow.splice(end, whole.end - end));
      continue;
    }
    if (next > height + 1e-6) break;
    y = next;
    end++;
  }
  let legal = end;
  if (end < flow.length || waiting.length > 0) while (legal > start && legal < flow.length && flow[legal - 1]!.keep === true) legal--;
  // a chain of kept slices longer than the frame has to be cut somewhere; a slice higher than the frame is set all the same
  if (legal === start) legal = Math.max(end, start + 1);
  flow.splice(legal, 0, ...waiting);
  return legal;
}

/** Where a float that begins at `start` ends in the flow, and where on the page: it is as long as it keeps with what follows. */
function floatFrom(flow: readonly Slice[], start: number, foot: number): { end: number; foot: number } {
  let end = start + 1;
  while (end < flow.length && flow[end - 1]!.keep === true && flow[end]!.floats === true) {
    foot = advance(foot, flow[end]!, false);
    end++;
  }
  return { end, foot };
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
    if (slice.margin !== undefined) page.margins.push({ width: slice.margin.width, draws: slice.margin.draws.map((draw) => moved(draw, 0, top)) });
    for (const name of slice.anchors ?? []) page.anchors.push({ name, y: top });
    if (slice.passage !== undefined) addPassage(page.passages, slice.passage);
    if (i === end - 1 && end < slices.length) for (const draw of slice.closing ?? []) page.draws.push(moved(draw, area.x, area.top + y));
  }
}

/** Lines of one text that follow one another on a page are one passage. */
function addPassage(passages: PlacedPage["passages"], { text, start, end }: { text: string; start: number; end: number }): void {
  const last = passages.at(-1);
  if (last !== undefined && last.text === text && last.end <= start) last.end = end;
  else passages.push({ text, start, end });
}
