/** Tables and figures as data. Book, workbook and CSV print the same table; none of them computes. */
import { z } from "zod";
import { Computation, NotComputed } from "./computed.ts";
import { Qualifier } from "./fact.ts";

export const Status = z
  .enum(["stated", "restored", "inferred"])
  .describe("the weakest certainty among the facts the row rests on: restored is printed *, inferred †");

export const TableColumn = z
  .object({
    key: z.string().regex(/^[a-z][A-Za-z0-9]*$/u).describe("the column's name in CSV and JSON"),
    title: z.string().describe("head in Chinese"),
    titleEn: z.string(),
    type: z.enum(["text", "number", "period", "code"]),
    unit: z.string().nullable().describe("unit of the column's numbers; null where rows differ or there is none"),
    decimals: z.int().min(0).max(6).nullable().describe("decimals printed; null for as many as the value has"),
    width: z.number().positive().describe("relative width, in Chinese characters"),
    description: z.string().describe("what the column holds, in English, for datapackage.json"),
  })
  .meta({ id: "TableColumn", examples: [{ key: "value", title: "数值", titleEn: "Value", type: "number", unit: "%", decimals: 1, width: 5, description: "the coverage rate" }] });
export type TableColumn = z.infer<typeof TableColumn>;

export const TableRow = z
  .object({
    cells: z.array(z.union([z.string(), z.number(), z.null()])).describe("one a column; null is not available, printed …; an empty string does not apply, printed blank"),
    facts: z.array(z.string()).describe("ids of the facts that the row rests on"),
    status: Status,
    decimals: z.int().min(0).max(6).optional().describe("decimals printed in the row's numbers, where a row is a series and its columns have none of their own: 81.0 beside 85.8"),
    cellFacts: z.array(z.array(z.string())).optional().describe("ids of the facts of each cell, one list a column; only where the cells of a row rest on different facts"),
    computed: z.array(z.union([Computation, NotComputed]).nullable()).optional().describe("how each cell comes from others of its row, one a column: operands are keys of columns; null for what the text states. Only where a cell is computed"),
    cellStatus: z.array(Status).optional().describe("certainty of each cell, one a column; only together with cellFacts"),
  })
  .meta({ id: "TableRow", examples: [{ cells: ["省级", 75], facts: ["a"], status: "restored" }] });
export type TableRow = z.infer<typeof TableRow>;

/** A numbered statistical table. */
export const Table = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/u).describe("stable name: file name of the CSV, key of the sheet, destination in the book"),
    number: z.string().describe("printed number: 1, 2 …"),
    title: z.string().describe("what, where, when"),
    titleEn: z.string(),
    unit: z.string().nullable().describe("unit of all numbers, printed at the upper right; null where rows differ"),
    columns: z.array(TableColumn).min(1),
    rows: z.array(TableRow),
    notes: z.array(z.string()).describe("printed below, in Chinese"),
    source: z.string().describe("资料来源: the texts it rests on"),
  })
  .meta({ id: "Table", examples: [{ id: "coverage", number: "1", title: "业务信息化覆盖率（2013年底）", titleEn: "Coverage", unit: "%", columns: [{ key: "value", title: "数值", titleEn: "Value", type: "number", unit: "%", decimals: 1, width: 5, description: "the coverage rate" }], rows: [], notes: [], source: "03" }] });
export type Table = z.infer<typeof Table>;

const categoryName = z.string().describe("name of the category: what its row has in the column `category`");

/** A value that is not what the text says to the digit: it is drawn with an open end. */
export const Hedge = z
  .object({
    value: z.string().describe("key of the column that holds the value"),
    at: categoryName,
    qualifier: Qualifier.exclude(["exact"]).describe("how the text hedges it; with schemas/reach.ts it says how far the value may lie from what is printed"),
    high: z.number().nullable().describe("the upper end of a range, in the column's unit; null for other qualifiers"),
  })
  .meta({ id: "Hedge", examples: [{ value: "value", at: "省级", qualifier: "over", high: null }] });
export type Hedge = z.infer<typeof Hedge>;

const head = {
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u),
  number: z.string(),
  title: z.string(),
  titleEn: z.string(),
  table: z.string().describe("id of the table it draws"),
  category: z.string().describe("key of the column with the names"),
  unit: z.string().nullable(),
  alt: z.string().describe("the figure in words, in Chinese, with its numbers"),
  glance: z.boolean().describe("shown in the year at a glance"),
};

/** Numbers on a scale. */
export const SeriesFigure = z
  .object({
    ...head,
    kind: z.enum(["bar", "column", "line", "dot"]).describe("bar: horizontal, one a row · column: vertical · line: over time · dot: points on a common axis"),
    values: z.array(z.string()).min(1).describe("keys of the columns with the numbers, a series each"),
    hedges: z.array(Hedge).optional().describe("the values that the text gives roughly or as bounds; all others are exact"),
    breaks: z.array(z.object({ value: z.string().describe("key of the column with the series"), at: z.string().describe("name of the first category after the break") })).optional().describe("where a line is cut, since what comes after cannot be compared with what came before; only in lines and columns over time"),
  })
  .meta({ id: "SeriesFigure", examples: [{ id: "fig-coverage", number: "1", title: "覆盖率", titleEn: "Coverage", kind: "bar", table: "coverage", category: "subject", values: ["value"], unit: "%", alt: "省级75%", glance: true }] });
export type SeriesFigure = z.infer<typeof SeriesFigure>;

/** A tile a province: shaded by the group that it is listed in, or by the class of its value. */
export const TilesFigure = z
  .object({
    ...head,
    kind: z.literal("tiles"),
    shade: z.enum(["groups", "values"]).describe("groups: each row is a group of provinces · values: each row is a province with its value"),
    value: z.string().describe("key of the column with the number: how many a group lists, or the province's value"),
    areas: z.array(z.object({ at: categoryName, area: z.string().regex(/^\d{2}$/u).describe("first two digits of the province's code, GB/T 2260") })).min(1).describe("which provinces each row speaks of"),
    open: z.array(categoryName).describe("groups whose list ends in 等: the text names not all of them"),
  })
  .meta({ id: "TilesFigure", examples: [{ id: "fig-pilots", number: "2", title: "试点地区", titleEn: "Pilots", kind: "tiles", table: "rosters", category: "category", unit: null, alt: "试点1个：北京", glance: false, shade: "groups", value: "listed", areas: [{ at: "试点", area: "11" }], open: [] }] });
export type TilesFigure = z.infer<typeof TilesFigure>;

/** Dated events along an axis of time. Rows without a year are left out. */
export const TimelineFigure = z
  .object({ ...head, kind: z.literal("timeline"), dates: z.string().describe("key of the column with the dates, ISO 8601: a day, a month or a year") })
  .meta({ id: "TimelineFigure", examples: [{ id: "fig-events", number: "3", title: "大事", titleEn: "Events", kind: "timeline", table: "events", category: "event", unit: null, alt: "2013年9月开通平台", glance: true, dates: "timePeriod" }] });
export type TimelineFigure = z.infer<typeof TimelineFigure>;

/** A figure names its table and how to read it: the book draws it in vectors, the workbook as a native chart where there is one of its kind. */
export const Figure = z.discriminatedUnion("kind", [SeriesFigure, TilesFigure, TimelineFigure]).meta({ id: "Figure" });
export type Figure = z.infer<typeof Figure>;
export type FigureKind = Figure["kind"];
