/** Page numbers: where a named place or a passage of a text is printed. What was answered is kept, so that a part is laid out again only when an answer
 *  has changed. Not here: laying out. */
import { bisector } from "d3-array";

const byStart = bisector(({ start }: { start: number }) => start);

/** What of a text one page prints: restored offsets, the page's label and its place in the order of pages. */
export interface Passage { start: number; end: number; label: string; page: number }

/** Where things are printed: labels of pages by name, and by text, sorted by start. */
export interface Places {
  anchors: Map<string, string>;
  passages: Map<string, Passage[]>;
}

export const nowhere = (): Places => ({ anchors: new Map(), passages: new Map() });

/** The name of a page, for links. */
export const pageAnchor = (label: string): string => `#${label}`;

/** What a part may ask while it is laid out. */
export interface Refs {
  /** the page's label, as printed */
  page: (name: string) => string;
  passage: (text: string, offset: number) => { label: string; page: number } | null;
  /** characters that no face has, sorted */
  missing: () => readonly string[];
}

/** A place not yet laid out is printed as three figures, which is about as wide as what will stand there: the first round has nearly its pages. */
const UNKNOWN = "000";

/** Answers from the first of `places` that knows: what this round has laid out so far, then the round before. `answers` is told each of them. */
export function refsOver(places: readonly Places[], lacking: ReadonlySet<string> = new Set(), answers: Answer[] = []): Refs {
  const noted = <T>(ask: Answer["ask"], answer: T, label: string): T => {
    answers.push({ ask, label });
    return answer;
  };
  const page = (name: string): string => places.map(({ anchors }) => anchors.get(name)).find((label) => label !== undefined) ?? UNKNOWN;
  const passage = (text: string, offset: number): Passage | null => {
    const passages = places.map((known) => known.passages.get(text)).find((known) => known !== undefined);
    if (passages === undefined) return { start: offset, end: offset + 1, label: UNKNOWN, page: 0 };
    const found = passages[byStart.right(passages, offset) - 1];
    return found === undefined || offset >= found.end ? null : found;
  };
  return {
    page(name) {
      const label = page(name);
      return noted((refs) => refs.page(name), label, label);
    },
    passage(text, offset) {
      const found = passage(text, offset);
      return noted((refs) => refs.passage(text, offset)?.label ?? "", found === null ? null : { label: found.label, page: found.page }, found?.label ?? "");
    },
    missing() {
      const now = [...lacking].sort();
      return noted((refs) => refs.missing().join(""), now, now.join(""));
    },
  };
}

/** A question that was asked, and what was printed for it. */
export interface Answer {
  ask: (refs: Refs) => string;
  label: string;
}

/** Whether all that was printed is still right. */
export const stillRight = (answers: readonly Answer[], refs: Refs): boolean => answers.every(({ ask, label }) => ask(refs) === label);

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
