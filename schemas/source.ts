/** A text as it came, and what reading found out about it. Not here: anything that was restored. */
import { z } from "zod";

export const Encoding = z.enum(["utf-8", "gb18030", "utf-16le", "utf-16be"]).describe("how the bytes were decoded");

/** A problem of reading, placed by line and offset, with what to do about it. */
export const ReadProblem = z
  .object({
    file: z.string().describe("path as it was given"),
    line: z.int().positive().nullable().describe("1-based line, or null where the file as a whole is meant"),
    offset: z.int().nonnegative().nullable().describe("offset in bytes where bytes are wrong, else in UTF-16 code units"),
    message: z.string().describe("what is wrong and what to do"),
  })
  .meta({ id: "ReadProblem", examples: [{ file: "sources/2014/03-标准.txt", line: 12, offset: 8, message: "byte 0xFF is neither UTF-8 nor GB18030. Save the file as UTF-8 and build again." }] });
export type ReadProblem = z.infer<typeof ReadProblem>;

/** One raw text: what `read` gives and every later stage refers back to by offset. */
export const Document = z
  .object({
    id: z.string().min(1).describe("the file's name without its last extension"),
    path: z.string().describe("path as it was given, for messages"),
    text: z.string().describe("the decoded text; all spans point into it"),
    digest: z.string().regex(/^[0-9a-f]{64}$/u).describe("SHA-256 of the bytes, hexadecimal"),
    bytes: z.int().nonnegative().describe("size in bytes"),
    encoding: Encoding,
    problems: z.array(ReadProblem).describe("what reading noticed and could live with"),
  })
  .meta({
    id: "Document",
    description: "a raw text, decoded, with its digest",
    examples: [{ id: "03-标准", path: "sources/2013/03-标准.txt", text: "一.进展", digest: "0".repeat(64), bytes: 10, encoding: "utf-8", problems: [] }],
  });
export type Document = z.infer<typeof Document>;
