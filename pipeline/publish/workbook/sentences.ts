/** The sentences in which facts stand: where a fact leads to, and from where its text is a step away. Not here: the facts. */
import { bisector } from "d3-array";
import type { EditionText } from "../../../schemas/edition.ts";
import type { Fact } from "../../../schemas/fact.ts";
import type { Sentence } from "../../../schemas/outline.ts";
import { type Column, factColumns } from "../data/columns.ts";

/** A sentence with the facts that begin in it. */
export interface FactSentence {
  /** `01-建设与运行:12-58`: the text and the raw span */
  id: string;
  text: EditionText;
  sentence: Sentence;
  facts: string[];
}

const byStart = bisector((sentence: Sentence) => sentence.span.start);

/** The sentence in which a fact begins; null for a fact whose text is not at hand, as those of earlier years. */
export function sentenceOf(texts: ReadonlyMap<string, EditionText>, { document, span }: Pick<Fact, "document" | "span">): Sentence | null {
  const sentences = texts.get(document)?.outline.sentences ?? [];
  const sentence = sentences[byStart.right(sentences, span.start) - 1];
  return sentence && span.start < sentence.span.end ? sentence : null;
}

/** The sentences of the facts, in the order of the texts. */
export function sentencesOf(facts: readonly Fact[], texts: readonly EditionText[]): FactSentence[] {
  const byId = new Map(texts.map((text) => [text.id, text]));
  const factsIn = new Map<Sentence, string[]>();
  for (const fact of facts) {
    const sentence = sentenceOf(byId, fact);
    if (sentence) factsIn.set(sentence, [...(factsIn.get(sentence) ?? []), fact.id]);
  }
  return texts.flatMap((text) => text.outline.sentences.flatMap((sentence) => {
    const own = factsIn.get(sentence);
    return own ? [{ id: `${text.id}:${sentence.span.start}-${sentence.span.end}`, text, sentence, facts: own }] : [];
  }));
}

/** The columns of the sheet of facts: those of the data files, and the sentence before the quote. */
export const factSheetColumns = (sentenceOf: (fact: Fact) => string | null): Column<Fact>[] =>
  factColumns.toSpliced(factColumns.findIndex(({ key }) => key === "quote"), 0, { key: "sentence", title: "句", type: "string", width: 14, description: "the sentence in which the fact begins", of: sentenceOf });

export const sentenceColumns: Column<FactSentence>[] = [
  { key: "id", title: "句", type: "string", width: 14, description: "text and raw span of the sentence", of: ({ id }) => id },
  { key: "document", title: "文本", type: "string", width: 12, description: "id of the source text", of: ({ text }) => text.id },
  { key: "section", title: "章节", type: "string", width: 18, description: "headings from the outside in", of: ({ text, sentence }) => text.outline.sections[sentence.section]?.path.join(" > ") || null },
  { key: "text", title: "复原文", type: "string", width: 40, description: "the sentence, restored", of: ({ sentence }) => sentence.text },
  { key: "raw", title: "原文", type: "string", width: 40, description: "the raw text from start to end, verbatim", of: ({ text, sentence }) => text.raw.slice(sentence.span.start, sentence.span.end) },
  { key: "start", title: "起", type: "integer", width: 5, description: "offset of the first character in the raw text, UTF-16 code units", of: ({ sentence }) => sentence.span.start },
  { key: "end", title: "止", type: "integer", width: 5, description: "offset after the last character in the raw text, UTF-16 code units", of: ({ sentence }) => sentence.span.end },
  { key: "facts", title: "事实数", type: "integer", width: 5, description: "facts that begin in it", of: ({ facts }) => facts.length },
];
