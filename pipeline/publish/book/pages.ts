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

/** Fills frames in order; `frame(n)` is the nth one. A page ends at the last place before its foot where it may. Slices are asked for as pages need
 *  them, so a long part is never in memory twice. */
export function fill(slices: Iterable<Slice>, frame: (n: number) => Frame): PlacedPage[] {
  const pages: PlacedPage[] = [];
  cut(slices, frame, (placed, last, area) => {
    if (area.fresh || pages.length === 0) pages.push({ draws: [], anchors: [], passages: [], margins: [] });
    place(placed, last, area, pages.at(-1)!);
  });
  return pages;
}

/** How many frames the slices take. */
export function framesTaken(slices: Iterable<Slice>, frame: (n: number) => Frame): number {
  let count = 0;
  cut(slices, frame, () => count++);
  return count;
}

/** The flow as far as it is known: what is not yet placed, and more when it is asked for. */
interface Flow {
  ahead: Slice[];
  /** the slice at a place, or undefined past the end */
  at: (n: number) => Slice | undefined;
}

function flowOf(slices: Iterable<Slice>): Flow {
  const source = slices[Symbol.iterator]();
  const ahead: Slice[] = [];
  const at = (n: number): Slice | undefined => {
    while (ahead.length <= n) {
      const next = source.next();
      if (next.done === true) return undefined;
      ahead.push(next.value);
    }
    return ahead[n];
  };
  return { ahead, at };
}

/** Cuts the flow into frames; `each` is told what stands in which, and whether it is the last. */
function cut(slices: Iterable<Slice>, frame: (n: number) => Frame, each: (placed: readonly Slice[], last: boolean, area: Frame) => void): void {
  const flow = flowOf(slices);
  for (let n = 0; flow.at(0) !== undefined; n++) {
    const area = frame(n);
    const end = endOfFrame(flow, area.height);
    const placed = flow.ahead.splice(0, end);
    each(placed, flow.at(0) === undefined, area);
  }
}

/** How far slices fit, and back to the last place where the frame may end. Floats that do not fit are moved to where the next frame begins. */
function endOfFrame(flow: Flow, height: number): number {
  const { ahead, at } = flow;
  let y = 0;
  let end = 0;
  const waiting: Slice[] = [];
  for (const piece of at(0)?.again ?? []) y += piece.height;
  for (let slice = at(end); slice !== undefined; slice = at(end)) {
    const next = advance(y, slice, end === 0);
    const whole = slice.floats === true && end > 0 && ahead[end - 1]!.keep !== true ? floatFrom(flow, end, next) : null;
    if (whole !== null && (waiting.length > 0 || whole.foot > height + 1e-6) && at(whole.end) !== undefined) {
      waiting.push(...ahead.splice(end, whole.end - end));
      continue;
    }
    if (next > height + 1e-6) break;
    y = next;
    end++;
  }
  let legal = end;
  if (at(end) !== undefined) while (legal > 0 && ahead[legal - 1]!.keep === true) legal--;
  // a chain of kept slices longer than the frame has to be cut somewhere; a slice higher than the frame is set all the same
  if (legal === 0) legal = Math.max(end, 1);
  ahead.splice(legal, 0, ...waiting);
  return legal;
}

/** Where a float that begins at `start` ends in the flow, and where on the page: it is as long as it keeps with what follows. */
function floatFrom({ ahead, at }: Flow, start: number, foot: number): { end: number; foot: number } {
  let end = start + 1;
  for (let next = at(end); next?.floats === true && ahead[end - 1]!.keep === true; next = at(end)) {
    foot = advance(foot, next, false);
    end++;
  }
  return { end, foot };
}

function advance(y: number, slice: Slice, first: boolean): number {
  let top = first ? y : y + (slice.before ?? 0);
  if (slice.snap === true) top = Math.ceil((top - 1e-6) / LEADING) * LEADING;
  return top + slice.height;
}

function place(slices: readonly Slice[], last: boolean, area: Frame, page: PlacedPage): void {
  let y = 0;
  for (const piece of slices[0]?.again ?? []) {
    for (const draw of piece.draws) page.draws.push(moved(draw, area.x, area.top + y));
    y += piece.height;
  }
  slices.forEach((slice, i) => {
    y = advance(y, slice, i === 0);
    const top = area.top + y - slice.height;
    for (const draw of slice.draws) page.draws.push(moved(draw, area.x, top));
    if (slice.margin !== undefined) page.margins.push({ width: slice.margin.width, draws: slice.margin.draws.map((draw) => moved(draw, 0, top)) });
    for (const name of slice.anchors ?? []) page.anchors.push({ name, y: top });
    if (slice.passage !== undefined) addPassage(page.passages, slice.passage);
    if (i === slices.length - 1 && !last) for (const draw of slice.closing ?? []) page.draws.push(moved(draw, area.x, area.top + y));
  });
}

/** Lines of one text that follow one another on a page are one passage. */
function addPassage(passages: PlacedPage["passages"], { text, start, end }: { text: string; start: number; end: number }): void {
  const last = passages.at(-1);
  if (last !== undefined && last.text === text && last.end <= start) last.end = end;
  else passages.push({ text, start, end });
}
