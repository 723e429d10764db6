/** Where a fact stands in the restored text, so that a page number can be asked for. Not here: page numbers. */
import { type Edition, type EditionText, textsOf } from "../../../schemas/edition.ts";
import type { Span } from "../../../schemas/span.ts";

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
      const sentences = text.outline.sentences.filter((sentence) => sentence.span.start < span.end && sentence.span.end > span.start);
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

/** “见第12页”, as a link to the page; empty where the passage is not printed. */
export function pageLink(refs: { passage: (text: string, offset: number) => { label: string; page: number } | null }, document: string, offset: number | null): { label: string; link: string } | null {
  const found = offset === null ? null : refs.passage(document, offset);
  return found === null ? null : { label: found.label, link: `#${found.page}` };
}
