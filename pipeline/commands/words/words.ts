/** What each table of words must hold: the program's words to the people who run it. A word that a table lacks does not compile. */
import type { FactKind } from "../../../schemas/fact.ts";
import type { Finding } from "../../../schemas/finding.ts";
import type { RunOutcome, Stage } from "../../../schemas/run.ts";
import type { DoctorWords } from "./doctor.ts";

/** What a summary is worded from. */
export interface EditionName {
  readonly title: string;
  readonly titleEn: string;
  readonly year: number;
  readonly revision: string;
}

/** Why a year is not due: what is awaited, and where. */
export interface Awaited {
  readonly what: "folder" | "texts" | "named";
  readonly dir: string;
  readonly year: number;
  /** of `named`: ids of the texts that edition.yaml names and nobody has put there yet */
  readonly missing: readonly string[];
}

export interface Words {
  readonly stages: Readonly<Record<Stage, string>>;
  readonly kinds: Readonly<Record<FactKind, string>>;
  readonly findings: Readonly<Record<Finding["outcome"], string>>;
  readonly outcomes: Readonly<Record<RunOutcome, string>>;
  /** Heads of the summary's lines. */
  readonly heads: Readonly<Record<"texts" | "cache" | "facts" | "repairs" | "corrections" | "findings" | "tables" | "changes" | "files" | "verified" | "next" | "time", string>>;
  /** Texts that were found in the cache, of all, those of earlier years too. */
  readonly cached: (found: number, all: number) => string;
  /** The first line of a summary: what was made and what became of it. */
  readonly headline: (edition: EditionName, outcome: RunOutcome) => string;
  readonly unchanged: (year: number, revision: string) => string;
  readonly awaited: (awaited: Awaited) => string;
  /** Why a year that has changed is not built unasked: what its revision was made from is gone. */
  readonly gone: (dir: string, year: number, revision: string, files: readonly string[]) => string;
  /** What an editor may not have meant of an edition, beside the revision before it. */
  readonly since: {
    readonly gone: (file: string, revision: string) => string;
    readonly edited: (file: string, revision: string) => string;
    readonly sameDate: (file: string, date: string, former: string, revision: string) => string;
  };
  readonly noYears: (dir: string) => string;
  readonly failed: (year: number, status: number) => string;
  /** Several years: how many of each outcome, and the status. */
  readonly together: (counts: readonly (readonly [RunOutcome, number])[], status: number) => string;
  readonly counted: (counts: readonly (readonly [string, number])[]) => string;
  readonly doubtful: (count: number, below: number) => string;
  readonly missing: (ids: readonly string[]) => string;
  readonly tables: (tables: number, figures: number) => string;
  readonly changes: (since: string, facts: number, tables: number) => string;
  readonly verified: string;
  readonly data: (files: number) => string;
  /** What to look at next. */
  readonly next: {
    readonly errors: (count: number) => string;
    readonly warned: (count: number) => string;
    readonly differs: (count: number, command: string) => string;
    readonly open: (count: number, workbook: string) => string;
    readonly doubtful: (count: number, book: string) => string;
    readonly notes: (count: number) => string;
    readonly changes: (command: string) => string;
    readonly read: (book: string) => string;
  };
  readonly seconds: (seconds: number) => string;
  /** What `check` found, summed up. */
  readonly checked: (findings: Readonly<Record<"all" | "differs" | "errors" | "open" | "agrees", number>>) => string;
  /** Of the run as a whole. */
  readonly killedBefore: (run: string, started: string, pid: number) => string;
  readonly notKept: (path: string, why: string) => string;
  readonly doctor: DoctorWords;
}
