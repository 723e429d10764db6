/** Words of a table's cells: each distinct one is measured and set once, however often it stands. Lengths are points. Not here: how lines break (paragraph). */
import type { Faces } from "../face.ts";
import { type Line, type Piece, piecesOf, setOneLine, setParagraph, type Setting, type Span, widthOf } from "../paragraph/index.ts";

/** What the words of cells are measured and set by. */
export interface Typesetter {
  /** words on one line, however wide */
  line: (spans: readonly Span[]) => Line;
  /** the width of that line */
  width: (spans: readonly Span[]) => number;
  /** the pieces that no line may part */
  pieces: (spans: readonly Span[]) => readonly Piece[];
  /** words broken into lines */
  lines: (spans: readonly Span[], setting: Setting) => readonly Line[];
}

/** Words up to so many characters are likely to stand on one line: they are set to be measured. */
const SHORT = 24;

/** Keeps what it has set and measured: for one table, whose words often recur. */
export function typesetter(faces: Faces): Typesetter {
  const lines = new Map<string, Line>();
  const widths = new Map<string, number>();
  const line = (spans: readonly Span[]): Line => known(lines, spans, () => setOneLine(spans, faces));
  const width = (spans: readonly Span[]): number => {
    if (spans.length === 0) return 0;
    return spans.length === 1 && spans[0]!.text.length <= SHORT ? line(spans).right : known(widths, spans, () => widthOf(spans, faces));
  };
  return { line, width, pieces: (spans) => piecesOf(spans, faces), lines: (spans, setting) => setParagraph(spans, setting, faces) };
}

function known<T>(store: Map<string, T>, spans: readonly Span[], make: () => T): T {
  const key = keyOf(spans);
  let found = store.get(key);
  if (found === undefined) {
    found = make();
    store.set(key, found);
  }
  return found;
}

/** In one table words of one face and size are alike in all but their link and their mark. */
function keyOf(spans: readonly Span[]): string {
  const [first] = spans;
  if (first !== undefined && spans.length === 1 && first.link === undefined) return `${first.face}${first.size} ${first.text}`;
  return spans.map(({ text, face, size, link }) => `${face}${size}${link ?? ""} ${text}`).join("\n");
}

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
