/** Words of a table's cells: each distinct one is measured and set once, however often it stands. Lengths are points. Not here: how lines break (paragraph). */
import type { Faces } from "../face.ts";
import { type Line, type Piece, piecesOf, setParagraph, type Setting, type Span } from "../paragraph.ts";

/** What the words of cells are measured and set by. */
export interface Typesetter {
  /** the pieces that no line may part */
  pieces: (spans: readonly Span[]) => readonly Piece[];
  /** the width on one line */
  width: (spans: readonly Span[]) => number;
  lines: (spans: readonly Span[], setting: Setting) => readonly Line[];
}

/** Keeps what it has measured: for one table, whose words often recur. */
export function typesetter(faces: Faces): Typesetter {
  const pieces = new Map<string, readonly Piece[]>();
  const lines = new Map<string, readonly Line[]>();
  const piecesFor = (spans: readonly Span[]): readonly Piece[] => known(pieces, keyOf(spans), () => piecesOf(spans, faces));
  return {
    pieces: piecesFor,
    width: (spans) => widthOn(piecesFor(spans)),
    lines: (spans, setting) => known(lines, `${setting.align} ${setting.measure} ${setting.indent ?? 0} ${keyOf(spans)}`, () => setParagraph(spans, setting, faces)),
  };
}

function known<T>(store: Map<string, T>, key: string, make: () => T): T {
  let found = store.get(key);
  if (found === undefined) {
    found = make();
    store.set(key, found);
  }
  return found;
}

const keyOf = (spans: readonly Span[]): string => spans.map(({ text, face, size, ink, rise, tabular, link }) => `${face} ${size} ${ink} ${rise} ${tabular} ${link} ${text}`).join("\n");

const widthOn = (pieces: readonly Piece[]): number => pieces.reduce((sum, { width, after }, n) => sum + width + (n < pieces.length - 1 ? after : 0), 0);

/** How many lines pieces take, first fit: the fewest that hold them. A piece wider than the measure is parted. */
export function linesWithin(pieces: readonly Piece[], measure: number): number {
  let lines = 1;
  let x = 0;
  for (const { width, after } of pieces) {
    if (x > 0 && x + width > measure + 1e-6) {
      lines++;
      x = 0;
    }
    if (width > measure) {
      const more = Math.ceil(width / measure - 1e-9) - 1;
      lines += more;
      x = width - more * measure + after;
    } else x += width + after;
  }
  return lines;
}
