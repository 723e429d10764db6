/** Where a passage stands. Not here: what stands there. */
import { z } from "zod";

/** Where a passage stands in the raw decoded text: half-open, in UTF-16 code units, before any repair. */
export const Span = z
  .object({
    start: z.int().nonnegative().describe("offset of the first character, in UTF-16 code units"),
    end: z.int().positive().describe("offset after the last character, in UTF-16 code units"),
  })
  .refine((span) => span.start < span.end, "a span holds at least one character")
  .meta({ id: "Span", description: "raw.slice(start, end) is the quote; start < end", examples: [{ start: 0, end: 4 }] });
export type Span = z.infer<typeof Span>;

/** Line and column of an offset, both from 1, the column in characters; as an editor shows them. A line ends with LF, CR LF or CR. */
export function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/u);
  return { line: lines.length, column: [...lines.at(-1)!].length + 1 };
}
