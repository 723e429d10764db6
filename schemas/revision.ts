/** Revisions of an edition: those that were published, and what changed from one to the next. Not here: comparing them. */
import { z } from "zod";

/** A published revision, by what names it. */
export const Issue = z
  .object({
    revision: z.string().describe("r1, r2 …"),
    date: z.string().describe("the date that it prints"),
    digest: z.string().regex(/^[0-9a-f]{64}$/u).describe("of its inputs"),
  })
  .meta({ id: "Issue", examples: [{ revision: "r1", date: "2014-05-29", digest: "0".repeat(64) }] });
export type Issue = z.infer<typeof Issue>;

/** A fact as any version of the program published it: what names it, and fields of whatever kind. */
export const FactRecord = z
  .looseObject({
    id: z.string(),
    kind: z.string(),
    document: z.string(),
    span: z.object({ start: z.int(), end: z.int() }),
    quote: z.string(),
    text: z.string(),
  })
  .meta({ id: "FactRecord", description: "a published fact; its other fields are those of its kind", examples: [{ id: "a", kind: "observation", document: "03-标准", span: { start: 0, end: 9 }, quote: "增长8.1.对", text: "增长8.1%", value: 8.1 }] });
export type FactRecord = z.infer<typeof FactRecord>;

export const FactChange = z
  .object({
    change: z.enum(["added", "dropped", "altered"]),
    id: z.string().describe("in the later revision; of a fact that was dropped, in the earlier one"),
    kind: z.string(),
    document: z.string(),
    span: z.object({ start: z.int(), end: z.int() }).describe("where it stands in the raw text of the revision that `id` is of"),
    quote: z.string(),
    text: z.string().describe("restored, as the revision that `id` is of prints it"),
    fields: z.array(z.object({ field: z.string(), before: z.json(), after: z.json() })).describe("what altered; a fact that only moved in its text has not altered"),
  })
  .meta({ id: "FactChange", examples: [{ change: "altered", id: "a", kind: "observation", document: "03-标准", span: { start: 0, end: 9 }, quote: "增长8.2.对", text: "增长8.2%", fields: [{ field: "value", before: 8.1, after: 8.2 }] }] });
export type FactChange = z.infer<typeof FactChange>;

export const TableChange = z
  .object({
    change: z.enum(["added", "dropped", "altered"]),
    id: z.string().describe("the table's id"),
    title: z.string().describe("number and title, as the later revision prints them; of a table that was dropped, the earlier one"),
    columns: z.boolean().describe("its columns are others than before"),
    added: z.int().nonnegative().describe("rows that are new"),
    dropped: z.int().nonnegative().describe("rows that went"),
    altered: z.int().nonnegative().describe("rows whose first cell is as before and another is not"),
  })
  .meta({ id: "TableChange", examples: [{ change: "altered", id: "coverage", title: "表1 覆盖率", columns: false, added: 0, dropped: 0, altered: 1 }] });
export type TableChange = z.infer<typeof TableChange>;

/** What was, and what is: null where it was not, or is no more. */
const change = z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() });

export const Changes = z
  .object({
    from: Issue,
    to: Issue,
    inputs: z.array(change).describe("texts, edition.yaml, corrections.yaml, registers, by the beginning of their digests"),
    versions: z.array(change).describe("the program and its libraries"),
    facts: z.array(FactChange).describe("in the order of the later revision, those that were dropped last"),
    moved: z.int().nonnegative().describe("facts that say the same at another place of their text"),
    tables: z.array(TableChange),
  })
  .meta({ id: "Changes", examples: [{ from: { revision: "r1", date: "2014-05-29", digest: "0".repeat(64) }, to: { revision: "r2", date: "2014-06-30", digest: "1".repeat(64) }, inputs: [], versions: [], facts: [], moved: 0, tables: [] }] });
export type Changes = z.infer<typeof Changes>;
