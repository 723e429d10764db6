/** A run of `build`: its years one after the other, told to people or logs and kept in run.json. A year that fails does not stop the others. Not here: what is done for a year. */
import { randomBytes } from "node:crypto";
import type { RunOutcome, RunYear } from "../../../schemas/run.ts";
import { EXIT } from "../../messages.ts";
import { machine } from "../../publish/disk.ts";
import { gravestOf, outcomeOf } from "../build/status.ts";
import { failureOf } from "../failure.ts";
import { reporterOf, rounded, type Listener, type Reporter } from "../report.ts";
import { channelOf } from "../report/channel.ts";
import type { Words } from "../words/index.ts";
import { keep } from "./keeper.ts";

/** What came of a year. */
export interface YearEnd extends Omit<RunYear, "year" | "words" | "duration_ms" | "stages" | "documents"> {
  /** For people, the first of which says it all. */
  readonly lines: readonly string[];
  /** For logs, beside outcome, status and revision. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A year of which nothing was made. */
export const NOTHING = { revision: null, edition: null, why: [], counts: {}, files: [], missing: [], warnings: [], fields: {} } as const satisfies Partial<YearEnd>;

/** Does `work` for each year. The exit status is the gravest of the years' (build/status.ts); where there are none, `none` says so and it is that of what is not due. */
export async function runYears(years: readonly number[], out: string, words: Words, none: string, work: (year: number, report: Reporter) => Promise<YearEnd>): Promise<number> {
  const run = runId(new Date());
  const channel = await channelOf(run, words);
  const keeper = await keep(run, out, machine, words, channel.warn);
  const ended: RunYear[] = [];
  for (const year of years) {
    const account = accountOf();
    const began = performance.now();
    const report = reporterOf(year, [channel, account]);
    const end = await work(year, report).catch((thrown: unknown): YearEnd => endOf(thrown));
    report.end();
    const { lines, fields, ...told } = end;
    const one: RunYear = { year, ...told, warnings: [...account.warnings, ...told.warnings], words: lines[0] ?? end.error ?? words.failed(year, end.status ?? EXIT.fault), duration_ms: rounded(performance.now() - began), stages: account.stages, documents: account.documents };
    ended.push(one);
    await keeper.year(one);
    const about = { year, outcome: one.outcome, status: one.status, duration_ms: one.duration_ms };
    if (lines.length > 0) channel.outcome(lines, { ...about, revision: one.revision, ...fields }, one.status === EXIT.done ? "info" : "warn");
    if (end.error !== null) channel.failed(end.error, about, levelOf(one.outcome));
  }
  const gravest = gravestOf(ended);
  const status = gravest?.status ?? EXIT.notDue;
  const line = ended.length > 1 ? words.together(countsOf(ended), status) : (ended[0]?.words ?? none);
  await keeper.end(status, line);
  if (gravest === null) channel.failed(none, { outcome: "not due", status }, "warn");
  if (ended.length > 1) channel.outcome([line], { outcome: gravest?.outcome, status }, status === EXIT.done ? "info" : "warn");
  return status;
}

/** When it started, and six random digits: two runs may start in the same second. */
export function runId(started: Date): string {
  return `${started.toISOString().replace(/\.\d+|[-:]/gu, "")}-${randomBytes(3).toString("hex")}`;
}

/** Hears how long each stage and each text of a year took, and what it warned of. */
function accountOf(): Listener & Pick<RunYear, "stages" | "documents" | "warnings"> {
  const stages: RunYear["stages"] = [], documents: RunYear["documents"] = [], warnings: string[] = [];
  return {
    stages,
    documents,
    warnings,
    warn: (words) => void warnings.push(words),
    began: () => {},
    ended: ({ stage, of, ms }) => void stages.push({ stage, of, duration_ms: rounded(ms) }),
    text: ({ document, ms }) => void documents.push({ document, duration_ms: rounded(ms) }),
  };
}

function endOf(thrown: unknown): YearEnd {
  const { status, words } = failureOf(thrown);
  return { ...NOTHING, outcome: outcomeOf(status), status, error: words, lines: [] };
}

/** What mends itself by waiting is a warning. */
const levelOf = (outcome: RunOutcome) => (outcome === "not due" || outcome === "held" ? "warn" : "error");

function countsOf(years: readonly RunYear[]): [RunOutcome, number][] {
  return [...new Set(years.map(({ outcome }) => outcome))].map((outcome) => [outcome, years.filter((year) => year.outcome === outcome).length]);
}
