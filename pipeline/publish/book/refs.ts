/** Page numbers: where a named place or a passage of a text is printed. Lay out, look up, lay out again until nothing moves. Not here: laying out. */

import { bisector } from "d3-array";

const byStart = bisector(({ start }: { start: number }) => start);

/** Labels of pages, as printed. `asked` tells whether a part depends on them: one that never asked need not be laid out again. */
export interface Refs {
  page: (name: string) => string;
  passage: (text: string, offset: number) => { label: string; page: number } | null;
  asked: boolean;
}

export interface Places {
  anchors: ReadonlyMap<string, string>;
  /** by text, sorted by start */
  passages: ReadonlyMap<string, readonly Passage[]>;
}

/** What of a text one page prints: restored offsets, the page's label and its index in the file. */
export interface Passage { start: number; end: number; label: string; page: number }

export const NOWHERE: Places = { anchors: new Map(), passages: new Map() };

/** A place not yet known is printed as three figures, which is about as wide as what will stand there. */
const UNKNOWN = "000";

export function refsOver(places: Places): Refs {
  const refs: Refs = {
    asked: false,
    page(name) {
      refs.asked = true;
      return places.anchors.get(name) ?? UNKNOWN;
    },
    passage(text, offset) {
      refs.asked = true;
      const passages = places.passages.get(text) ?? [];
      const found = passages[byStart.right(passages, offset) - 1];
      return found === undefined || offset >= found.end ? null : { label: found.label, page: found.page };
    },
  };
  return refs;
}

/** Small Roman numerals, for the folios of the front matter. */
export function roman(n: number): string {
  const signs: [number, string][] = [[100, "c"], [90, "xc"], [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]];
  let rest = n;
  let out = "";
  for (const [value, sign] of signs) {
    while (rest >= value) {
      out += sign;
      rest -= value;
    }
  }
  return out;
}
