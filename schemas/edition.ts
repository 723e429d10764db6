/** An edition: what edition.yaml asks for, and what the way of one year makes of the texts. Not here: files. */
import { z } from "zod";
import { AppliedCorrection } from "./correction.ts";
import { Day } from "./day.ts";
import { Fact } from "./fact.ts";
import { Finding, Severity } from "./finding.ts";
import { Id } from "./id.ts";
import { Outline } from "./outline.ts";
import { Repair } from "./repair.ts";
import { Changes, Issue } from "./revision.ts";
import { Encoding, ReadProblem } from "./source.ts";
import { Figure, type FigureKind, Table } from "./table.ts";
import { Unproven } from "./unproven.ts";

/** A text as edition.yaml names it. */
const TextName = z.string().regex(/^[^/\\]+$/u, "a text is named by its file's name without .txt, and lies in this folder: no path");

/** One of the yearbook's columns (栏目): a part of the body. */
export const Part = z
  .strictObject({
    id: Id.describe("stable name of the column"),
    title: z.string().min(1),
    titleEn: z.string().min(1),
    texts: z.array(TextName).default([]).describe("ids of the texts, in printing order: file names without .txt"),
  })
  .meta({ id: "Part", examples: [{ id: "reports", title: "专题报告和观察评述", titleEn: "Reports and observations", texts: ["02-转变"] }] });
export type Part = z.infer<typeof Part>;

const titled = {
  id: Id,
  title: z.string(),
  titleEn: z.string().optional().describe("from the glossary where not given"),
};

/** How a rule's table may be drawn: as one of these kinds under its own title, and in further figures under titles of their own. */
const drawn = <const K extends FigureKind>(kinds: readonly K[]) => ({
  figure: z.enum(kinds).optional().describe("draw it, under the table's title"),
  glance: z.boolean().default(false).describe("show the figure in the year at a glance"),
  figures: z
    .array(
      z.strictObject({
        kind: z.enum(kinds).describe("nothing is drawn where the facts do not give it: no provinces, no tiles"),
        title: z.string().min(1),
        titleEn: z.string().optional().describe("from the glossary where not given"),
        glance: z.boolean().default(false),
      }),
    )
    .default([])
    .describe("further figures of the table"),
});

/** A table rule: which facts go into a table. A rule without a match makes no table. */
export const TableRule = z
  .discriminatedUnion("rule", [
    z.strictObject({
      rule: z.literal("indicator").describe("observations of one measure whose indicator ends alike: coverage rates by tier"),
      ...titled,
      ends: z.string().describe("what the indicator ends in: 覆盖率"),
      ...drawn(["bar", "column", "dot", "tiles"]),
    }),
    z.strictObject({
      rule: z.literal("shares").describe("claimed shares of a register's members beside the members listed"),
      ...titled,
      ...drawn(["bar", "column", "dot", "tiles"]),
    }),
    z.strictObject({
      rule: z.literal("counts").describe("counted things: observations of level whose unit is a measure word"),
      ...titled,
      ...drawn(["bar", "column", "dot"]),
    }),
    z.strictObject({
      rule: z.literal("series").describe("the same indicator of the same subject in several years, from this edition and those before it"),
      ...titled,
      indicators: z.array(z.string()).min(1).optional().describe("a row a year and a column an indicator, in this order; left out: a row a series, the years as columns, with the change on the period before, and no figure"),
      ...drawn(["line", "column"]),
    }),
    z.strictObject({
      rule: z.literal("rosters").describe("all lists of places and bodies"),
      ...titled,
      ...drawn(["tiles"]),
    }),
    z.strictObject({
      rule: z.literal("events").describe("all dated deeds, by date"),
      ...titled,
      ...drawn(["timeline"]),
    }),
    z.strictObject({
      rule: z.enum(["transitions", "documents", "assessments", "observations"]).describe("all facts of the kind"),
      ...titled,
    }),
    z.strictObject({
      rule: z.literal("defaults").describe("the usual tables of everything that the other rules leave"),
    }),
  ])
  .meta({ id: "TableRule", examples: [{ rule: "rosters", id: "rosters", title: "名单", titleEn: "Rosters" }, { rule: "series", id: "users", title: "网民与手机网民", indicators: ["网民规模", "手机网民规模"], figure: "line" }, { rule: "defaults" }] });
export type TableRule = z.infer<typeof TableRule>;

/** A year from which a series can no longer be compared with the years before it. */
export const Break = z
  .strictObject({
    indicator: z.string().min(1).describe("the indicator, under any of its names"),
    year: z.int().describe("the first year after the break"),
    why: z.string().min(1).describe("the reason, printed below the table, in Chinese"),
  })
  .meta({ id: "Break", examples: [{ indicator: "政务微博总数", year: 2014, why: "2014年起由另一机构统计" }] });
export type Break = z.infer<typeof Break>;

/** The facts of a year before this one, corrected: what series are made of and figures are checked against. */
export const EarlierYear = z
  .object({ year: z.int(), facts: z.array(Fact).describe("after that year's corrections") })
  .meta({ id: "EarlierYear", examples: [{ year: 2012, facts: [] }] });
export type EarlierYear = z.infer<typeof EarlierYear>;

/** What the edition takes for sure enough. */
export const Quality = z
  .strictObject({
    doubtfulBelow: z.number().min(0).max(1).default(0.6).describe("a repair whose confidence is below this is doubtful: listed in the book's data quality (资料质量) and marked in the workbook, for an editor to check; 0 for none"),
  })
  .meta({ id: "Quality", examples: [{ doubtfulBelow: 0.6 }] });
export type Quality = z.infer<typeof Quality>;

/** How the open data is written. */
export const CsvSpec = z
  .strictObject({
    bom: z.boolean().default(true).describe("begin each CSV with a byte order mark, by which Excel and WPS know UTF-8; false for programs that take it for part of the first head"),
  })
  .meta({ id: "CsvSpec", examples: [{ bom: false }] });
export type CsvSpec = z.infer<typeof CsvSpec>;

/** What a printing house asks of the book's sheets. */
export const PressSpec = z
  .strictObject({
    bleed: z.number().min(0).max(20).default(3).describe("what the sheet has beyond the trim on each side, mm; areas that reach the trim go on into it"),
    marks: z.boolean().default(true).describe("crop and registration marks outside the bleed"),
  })
  .meta({ id: "PressSpec", examples: [{ bleed: 3, marks: true }] });
export type PressSpec = z.infer<typeof PressSpec>;

/** A number that nobody counts to. */
const LAST_REVISION = 9999;

/** edition.yaml, checked. */
export const EditionSpec = z
  .strictObject({
    title: z.string().min(1).describe("the yearbook's title: 中国电子政务年鉴"),
    titlePinyin: z.string().min(1).describe("the title in pinyin, for the imprint (GB/T 3259)"),
    titleEn: z.string().min(1),
    year: z.int().min(1900).max(2999).describe("the year the edition is about"),
    date: Day.describe("date of the edition, in quotes: printed, and stamped into every file"),
    revision: z.int().min(1).max(LAST_REVISION).default(1).describe("the least number that the edition may have; a build counts on from the revisions that were published. Printed as r1, r2 …"),
    editor: z.string().min(1).describe("who compiles it: 电子政务理事会"),
    editorEn: z.string().min(1),
    trim: z.enum(["210x285", "185x260", "a4"]).default("210x285").describe("size of the book's page, mm"),
    preface: z.array(TextName).default([]).describe("ids of texts printed before the columns, after the editorial notes"),
    columns: z.array(Part).min(1).describe("the columns (栏目), in order"),
    rest: z.string().describe("id of the column that takes texts which no column names"),
    tables: z.array(TableRule).default([{ rule: "defaults" }]).describe("table rules, in printing order; left out, the usual tables"),
    breaks: z.array(Break).default([]).describe("where series break: nothing is computed across"),
    severities: z.record(z.string(), Severity).default({}).describe("severity of a check's differences, by the check's name; warning where not said"),
    quality: Quality.prefault({}).describe("what counts as doubtful"),
    csv: CsvSpec.prefault({}).describe("how CSV is written"),
    press: PressSpec.nullable().default(null).describe("also make nianjian-YEAR-press.pdf, the book for a printing house; `press: {}` for the usual bleed and marks"),
  })
  .refine((spec) => spec.columns.some((column) => column.id === spec.rest), { message: "names no column: use the id of one of `columns`", path: ["rest"] })
  .superRefine(({ columns, tables }, context) => {
    for (const [key, ids] of [["columns", columns.map(({ id }): string | null => id)], ["tables", tables.map((rule) => ("id" in rule ? rule.id : null))]] as const) {
      for (const [i, id] of ids.entries()) {
        const first = ids.indexOf(id);
        if (id !== null && first !== i) context.addIssue({ code: "custom", path: [key, i, "id"], message: `"${id}" is the id of ${key}.${first + 1} too: each has its own` });
      }
    }
  })
  .meta({ id: "EditionSpec", description: "edition.yaml; `rest` names one of `columns`; no two columns have one id, nor two table rules" });
export type EditionSpec = z.infer<typeof EditionSpec>;

/** One text as the edition holds it: restored, outlined, with its repairs; the raw text for quotes. */
export const EditionText = z
  .object({
    id: z.string(),
    path: z.string().describe("file name, for the imprint and source notes"),
    digest: z.string().regex(/^[0-9a-f]{64}$/u),
    bytes: z.int().nonnegative(),
    encoding: Encoding,
    problems: z.array(ReadProblem),
    raw: z.string().describe("the decoded raw text: spans of facts, repairs and findings point into it"),
    text: z.string().describe("the restored text: offsets of the outline point into it"),
    outline: Outline,
    repairs: z.array(Repair),
  })
  .meta({ id: "EditionText" });
export type EditionText = z.infer<typeof EditionText>;

/** A text of the year that could not be read, and which a run with --keep-going went on without. */
export const LeftOut = z
  .object({
    id: z.string().describe("the text's id, had it been read"),
    path: z.string().describe("file name; of an earlier year, with the year before it"),
    message: z.string().describe("file, place, what is wrong and what to do"),
  })
  .meta({ id: "LeftOut", examples: [{ id: "03-标准", path: "03-标准.txt", message: "sources/2014/03-标准.txt: the text is empty. Fill it, or take the file out." }] });
export type LeftOut = z.infer<typeof LeftOut>;

/** An edition, whole: all that publishing needs. */
export const Edition = z
  .object({
    spec: EditionSpec.safeExtend({ revision: z.int().positive() }).describe("edition.yaml; revision is the number that the edition got"),
    revision: z.string().describe("r1, r2 …"),
    digest: z.string().regex(/^[0-9a-f]{64}$/u).describe("SHA-256 over the digests of all inputs: texts, edition.yaml, corrections.yaml, registers"),
    versions: z.record(z.string(), z.string()).describe("of the program, Node and the libraries that make the files"),
    inputs: z.array(z.object({ path: z.string(), digest: z.string().regex(/^[0-9a-f]{64}$/u), bytes: z.int().nonnegative() })),
    preface: z.array(EditionText),
    columns: z.array(z.object({ id: z.string(), title: z.string(), titleEn: z.string(), texts: z.array(EditionText) })),
    facts: z.array(Fact).describe("after corrections, in the texts' order, then by span"),
    earlier: z.array(EarlierYear).describe("the years before this one whose texts are in sources/, oldest first"),
    corrections: z.array(AppliedCorrection),
    findings: z.array(Finding),
    checks: z.array(z.object({ name: z.string(), title: z.string(), titleEn: z.string() })).describe("all checks that were run, those that found nothing to compare too"),
    unproven: z.array(Unproven).describe("left out of the facts: what their own words do not bear out"),
    draft: z.boolean().describe("an error stands: printed as 草稿, and never published"),
    history: z.array(Issue).describe("the revisions published before this one, oldest first"),
    changes: Changes.nullable().describe("against the last of `history`; null where there is none"),
    tables: z.array(Table),
    figures: z.array(Figure),
    pinyin: z.record(z.string(), z.string()).describe("readings that the index needs: the registers' list"),
    aliases: z.record(z.string(), z.string()).describe("other names of what the index lists, to the name it is listed under: 工信部 → 工业和信息化部"),
    leftOut: z.array(LeftOut).default([]).describe("texts of the year, and of those before it, that could not be read: the edition lacks them"),
    notes: z.array(z.string()).describe("what the edition has to say of itself: texts left out, problems of reading"),
  })
  .meta({ id: "Edition" });
export type Edition = z.infer<typeof Edition>;
