/** The shape of one text: headings, sections, paragraphs, sentences. Not here: what the sentences say. */
import { z } from "zod";
import { Span } from "./span.ts";

/** A sentence of the restored text, with the way back. */
export const Sentence = z
  .object({
    section: z.int().nonnegative().describe("index into `sections`"),
    paragraph: z.int().nonnegative().describe("counts paragraphs through the text"),
    start: z.int().nonnegative().describe("offset into the restored text"),
    end: z.int().positive().describe("offset after the sentence's last mark, into the restored text"),
    span: Span.describe("the same passage in the raw text"),
    text: z.string().describe("the sentence, restored"),
  })
  .meta({ id: "Sentence", examples: [{ section: 0, paragraph: 0, start: 0, end: 5, span: { start: 0, end: 4 }, text: "增长8%。" }] });
export type Sentence = z.infer<typeof Sentence>;

/** A section: its heading and where it stands. Section 0 is what comes before the first heading. */
export const Section = z
  .object({
    level: z.int().min(0).max(6).describe("0 the text itself, 1 一、 or 第一章, 2 （一） 3 1. 4 （1）; below chapters one deeper"),
    heading: z.string().describe("restored, with its number; '' for a text without a title"),
    title: z.string().describe("the heading without its number"),
    path: z.array(z.string()).describe("headings from the outside in, this one last; no empty ones"),
    span: Span.nullable().describe("the heading in the raw text; null where there is none"),
  })
  .meta({ id: "Section", examples: [{ level: 1, heading: "一、主要做法", title: "主要做法", path: ["一、主要做法"], span: { start: 0, end: 6 } }] });
export type Section = z.infer<typeof Section>;

export const Outline = z
  .object({
    document: z.string().describe("the document's id"),
    title: z.string().describe("the text's title; '' where it has none"),
    sections: z.array(Section),
    sentences: z.array(Sentence).describe("in text order; headings are not among them"),
  })
  .meta({ id: "Outline", examples: [{ document: "d", title: "", sections: [{ level: 0, heading: "", title: "", path: [], span: null }], sentences: [] }] });
export type Outline = z.infer<typeof Outline>;
