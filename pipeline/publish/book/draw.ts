/** What a page holds, as data: text, rules, areas, links, each belonging to a tag of the document's structure. Coordinates are points from the
 *  upper left, y downwards; text stands on its baseline. Not here: operators (paint). */
import type { Run } from "./paragraph/index.ts";

/** An element of the structure tree (PDF 1.7, 14.8). Reading order is the order of `children`; where an element has words of its own between them, that of painting. */
export interface Tag {
  type:
    | "Document" | "Part" | "Art" | "Sect" | "Div" | "TOC" | "TOCI" | "Reference" | "Index"
    | "P" | "H1" | "H2" | "H3" | "H4" | "L" | "LI" | "Lbl" | "LBody" | "Span" | "Note" | "Link" | "Caption" | "Figure"
    | "Table" | "THead" | "TBody" | "TR" | "TH" | "TD";
  children: Tag[];
  /** of a figure: what it says, in words */
  alt?: string;
  /** columns a cell takes */
  span?: number;
  /** rows a cell takes */
  rows?: number;
  /** what a TH is the head of; its column where not said */
  scope?: "Row" | "Column" | "Both";
  /** how a list's labels count; none where not said */
  numbering?: "Decimal" | "Disc";
  lang?: string;
  /** of a table: the attached file that holds its data */
  file?: string;
}

export const tag = (type: Tag["type"], children: Tag[] = [], more: Partial<Tag> = {}): Tag => ({ type, children, ...more });

/** Where a link leads: a named place of the book. */
export type Destination = string;

/** `tag` null is an artifact: it is there for the eye only. */
export type Draw =
  /** `upward`: read from the page's right side, the lines running from its foot to its head */
  | { kind: "text"; x: number; y: number; runs: readonly Run[]; upward?: true; tag: Tag | null }
  | { kind: "line"; x: number; y: number; x2: number; y2: number; ink: string; weight: number; dash?: readonly [number, number]; tag: Tag | null }
  | { kind: "area"; x: number; y: number; width: number; height: number; ink: string; tag: Tag | null }
  | { kind: "shape"; x: number; y: number; points: readonly (readonly [number, number])[]; closed: boolean; fill?: string; stroke?: string; weight?: number; tag: Tag | null }
  | { kind: "disc"; x: number; y: number; radius: number; fill?: string; stroke?: string; weight?: number; tag: Tag | null }
  | { kind: "link"; x: number; y: number; width: number; height: number; to: Destination; words: string; tag: Tag };

/** The same, moved. */
export function moved(draw: Draw, dx: number, dy: number): Draw {
  return draw.kind === "line"
    ? { ...draw, x: draw.x + dx, y: draw.y + dy, x2: draw.x2 + dx, y2: draw.y2 + dy }
    : { ...draw, x: draw.x + dx, y: draw.y + dy };
}

/** What was drawn on a page lying across, `width` wide, on the upright page: turned a quarter to the left, its top at the left. */
export function turned(draw: Draw, width: number): Draw {
  const place = { x: draw.y, y: width - draw.x };
  switch (draw.kind) {
    case "text": return { ...draw, ...place, upward: true };
    case "line": return { ...draw, ...place, x2: draw.y2, y2: width - draw.x2 };
    case "area":
    case "link": return { ...draw, x: draw.y, y: width - draw.x - draw.width, width: draw.height, height: draw.width };
    case "shape": return { ...draw, ...place, points: draw.points.map(([x, y]) => [y, -x] as const) };
    case "disc": return { ...draw, ...place };
  }
}
