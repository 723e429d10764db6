/** Where a fact stands in the restored text, and the page that prints it. Not here: numbering pages. */
import type { Edition, EditionText } from "../../../schemas/edition.ts";
import { textsOf } from "../../../schemas/edition-texts.ts";
import { bisector } from "d3-array";
import type { Sentence } from "../../../schemas/outline.ts";
import type { Span } from "../../../schemas/span.ts";
import type { Desk } from "./blocks.ts";
import { pageAnchor } from "./refs.ts";

const byEnd = bisector(({ span }: Sentence) => span.end);

export interface Finder {
  /** the restored offset of a raw span; of `words` within or after it, where they are printed there */
  offset: (document: string, span: Span, words?: string) => number | null;
}

export function finderOver(edition: Edition): Finder {
  const texts = new Map<string, EditionText>(textsOf(edition).map((text) => [text.id, text]));
  return {
    offset(document, span, words) {
      const text = texts.get(document);
      if (text === undefined) return null;
      const { sentences: all } = text.outline;
      const sentences: Sentence[] = [];
      for (let i = byEnd.right(all, span.start); i < all.length && all[i]!.span.start < span.end; i++) sentences.push(all[i]!);
      const [first] = sentences;
      if (first === undefined) return null;
      if (words !== undefined) {
        for (const sentence of sentences) {
          const at = sentence.text.indexOf(words);
          if (at >= 0) return sentence.start + at;
        }
      }
      return first.start + Math.min(Math.max(0, span.start - first.span.start), first.text.length - 1);
    },
  };
}

/** A page as it is referred to: 第12页, and a link to it. */
export interface PageOf { readonly label: string; readonly link: string }

/** The page that holds a restored offset of a text; null where it is not printed. */
function pageLink({ refs }: Pick<Desk, "refs">, document: string, offset: number | null): PageOf | null {
  const found = offset === null ? null : refs.passage(document, offset);
  return found === null ? null : { label: found.label, link: pageAnchor(found.label) };
}

/** The page that prints a raw span; of a heading, that of the sentence it stands over. */
export function pagesOver(desk: Pick<Desk, "edition" | "refs">): (place: { readonly document: string; readonly span: Span }) => PageOf | null {
  const finder = finderOver(desk.edition);
  const texts = new Map(textsOf(desk.edition).map((text) => [text.id, text]));
  return ({ document, span }) =>
    pageLink(desk, document, finder.offset(document, span)) ?? pageLink(desk, document, texts.get(document)?.outline.sentences.find((sentence) => sentence.span.start >= span.end)?.start ?? null);
}
