/** What painting has to know of the structure before the first page: levels of headings, languages, figures. Pure. */
import type { Tag } from "../draw.ts";

/** The document's language. */
export const LANGUAGE = "zh-CN";

export interface Survey {
  /** headings by the level they have in the file */
  headings: ReadonlyMap<Tag, string>;
  /** elements in another language than the document's, with all below them */
  foreign: ReadonlySet<Tag>;
  /** elements that stand within a figure, and which */
  figures: ReadonlyMap<Tag, Tag>;
  /** spans that say a language and nothing else, and whose words they are: the language is marked in the content (PDF 1.7, 14.9.2.3), which takes a third of an element's room */
  spans: ReadonlyMap<Tag, Tag>;
}

/** Elements that hold words themselves, not elements only. */
const HOLDS_WORDS = /^(?:P|H\d|Lbl|LBody|Note|Caption|TH|TD)$/u;

export function survey(root: Tag): Survey {
  const headings = new Map<Tag, string>();
  const foreign = new Set<Tag>();
  const figures = new Map<Tag, Tag>();
  const spans = new Map<Tag, Tag>();
  const open: number[] = []; // levels of the headings that the next one stands under, as they were asked for
  const visit = (one: Tag, abroad: boolean, within: Tag | null): void => {
    const away = one.lang === undefined ? abroad : one.lang !== LANGUAGE;
    const figure = one.type === "Figure" ? one : within;
    if (away) foreign.add(one);
    if (figure !== null) figures.set(one, figure);
    const asked = /^H(\d)$/u.exec(one.type)?.[1];
    if (asked !== undefined) headings.set(one, `H${levelOf(open, Number(asked))}`);
    for (const child of one.children) {
      if (child.type === "Span" && child.lang !== undefined && child.children.length === 0 && HOLDS_WORDS.test(one.type)) spans.set(child, one);
      visit(child, away, figure);
    }
  };
  visit(root, false, null);
  return { headings, foreign, figures, spans };
}

/** A level below the last is one below, however deep it was meant: H1, H3, H3 are H1, H2, H2 (ISO 14289-1, 7.4.2: levels are not skipped). */
function levelOf(open: number[], asked: number): number {
  while (open.length > 0 && open.at(-1)! >= asked) open.pop();
  open.push(asked);
  return open.length;
}
