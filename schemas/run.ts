/** A run of `build`, as run.json tells it to a monitor: what it was asked, what came of it, how long each part took. Beside the editions, never in one: it has a clock. */
import { z } from "zod";

/** The parts of a year's build, in their order; a build whose year has no years before it has no `earlier`, and so on. */
export const Stage = z
  .enum(["read", "earlier", "texts", "check", "load", "data", "workbooks", "book", "write", "verify", "ods"])
  .describe("read: the year's files · earlier: the texts of a year before · texts: restoring, outlining and extracting · check: checks and tables · load: the libraries of book and workbooks · data, workbooks, book: their files · write: to the disk · verify: the files against each other · ods: LibreOffice");
export type Stage = z.infer<typeof Stage>;

export const RunOutcome = z
  .enum(["running", "published", "unchanged", "draft", "not due", "held", "failed"])
  .describe("running: it has not ended, or was killed where its process is no more · published: a new revision is shown · unchanged: the revision that stands is made of the same · draft: a finding of severity error stands · not due: its texts are not there yet · held: another run is writing it · failed: see `error`");
export type RunOutcome = z.infer<typeof RunOutcome>;

const duration = z.number().nonnegative().describe("milliseconds");

export const RunYear = z
  .object({
    year: z.int(),
    outcome: RunOutcome,
    status: z.int().nullable().describe("the exit status that this year alone would give; null while it is running"),
    words: z.string().describe("the outcome in a line, in the language of the run"),
    error: z.string().nullable().describe("the error as it was printed: where, what is wrong, what to do"),
    revision: z.string().nullable().describe("the revision that is shown, or of the draft; null where none was made"),
    edition: z.string().nullable().describe("the folder that shows it"),
    why: z.array(z.string()).describe("with --due, what made the year due: inputs and versions that changed, files that are gone; empty where it was never built"),
    counts: z.record(z.string(), z.int().nonnegative()).describe("texts, repairs, facts by kind, findings by outcome, corrections, tables, figures"),
    files: z.array(z.object({ path: z.string().describe("in the edition's folder"), bytes: z.int().nonnegative() })),
    missing: z.array(z.string()).describe("ids of texts that edition.yaml names and the edition has not"),
    warnings: z.array(z.string()).describe("what the run could live with and somebody should know"),
    duration_ms: duration.nullable(),
    stages: z.array(z.object({ stage: Stage, of: z.int().nullable().describe("the earlier year; null of this one"), duration_ms: duration })).describe("in the order in which they ended"),
    documents: z.array(z.object({ document: z.string(), duration_ms: duration })).describe("the year's own texts: restoring, outlining and extracting each"),
  })
  .meta({ id: "RunYear", examples: [{ year: 2013, outcome: "unchanged", status: 0, words: "2013: nothing has changed since r1.", error: null, revision: "r1", edition: "outputs/2013", why: [], counts: {}, files: [], missing: [], warnings: [], duration_ms: 51.2, stages: [], documents: [] }] });
export type RunYear = z.infer<typeof RunYear>;

export const Run = z
  .object({
    run: z.string().describe("the run's id: when it started (UTC) and six random digits; log entries carry it too"),
    command: z.array(z.string()).describe("what was asked: the words after the program's name"),
    program: z.string().describe("the version of nianjian"),
    node: z.string(),
    host: z.string().describe("the machine's name"),
    pid: z.int().positive().describe("of the process: where the outcome is `running` and this machine has no such process, the run was killed"),
    started: z.iso.datetime(),
    ended: z.iso.datetime().nullable().describe("null while it is running"),
    duration_ms: duration.nullable().describe("by a clock that nobody sets: `ended` may lie before `started` where the machine's was"),
    outcome: RunOutcome.describe("that of the year whose status is the gravest; of those that are done, published before unchanged"),
    status: z.int().nullable().describe("the exit status: the gravest of the years'; null while it is running"),
    words: z.string().describe("the outcome in a line, in the language of the run"),
    error: z.string().nullable().describe("the error of the year whose status is the gravest"),
    warnings: z.array(z.string()).describe("of the run as a whole"),
    years: z.array(RunYear).describe("in the order in which they were built"),
  })
  .meta({
    id: "Run",
    description: "OUT/run.json, the run that last began, went on or ended; OUT/.runs/RUN.json, the latest twenty",
    examples: [{ run: "20140529T020000Z-3f9a1c", command: ["build", "--due"], program: "0.1.0", node: "20.20.2", host: "yearbook", pid: 4711, started: "2014-05-29T02:00:00.000Z", ended: null, duration_ms: null, outcome: "running", status: null, words: "running", error: null, warnings: [], years: [] }],
  });
export type Run = z.infer<typeof Run>;
