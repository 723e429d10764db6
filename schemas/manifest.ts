/** What an edition was made from and what it holds, file by file. */
import { z } from "zod";
import { Issue } from "./revision.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

const file = z.object({
  path: z.string().describe("relative to the sources or to the edition"),
  sha256: sha256.describe("of the file's bytes, hexadecimal"),
  bytes: z.int().nonnegative(),
});

const output = file.extend({
  parts: z
    .array(z.object({ path: z.string().describe("within the zip"), sha256: sha256.describe("of the part unzipped") }))
    .optional()
    .describe("the parts of a workbook, by path: the same numbers and styles give the same parts, even where another Node's zlib packs them into other bytes"),
});

export const Manifest = z
  .object({
    title: z.string(),
    year: z.int(),
    revision: z.string(),
    draft: z.boolean().default(false).describe("an error stands: the edition was not published"),
    date: z.string(),
    digest: z.string().describe("over all inputs"),
    history: z.array(Issue).default([]).describe("the revisions published before this one, oldest first; it was compared with the last"),
    versions: z.record(z.string(), z.string()),
    inputs: z.array(file),
    leftOut: z.array(z.object({ path: z.string(), message: z.string() })).optional().describe("texts that could not be read: the edition lacks them; only where there are any"),
    outputs: z.array(output).describe("every file of the edition but this one"),
    counts: z.record(z.string(), z.int().nonnegative()).describe("texts, repairs, facts by kind, findings by outcome, tables, figures"),
  })
  .meta({ id: "Manifest", examples: [{ title: "年鉴", year: 2013, revision: "r1", draft: false, date: "2014-05-29", digest: "0".repeat(64), history: [], versions: { nianjian: "0.1.0" }, inputs: [], outputs: [], counts: { texts: 0 } }] });
export type Manifest = z.infer<typeof Manifest>;
