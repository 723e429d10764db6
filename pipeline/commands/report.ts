/** What a command tells of itself while it is at work: stages that begin and end, texts that are through. Not here: who hears it (report/terminal.ts, report/logs.ts, run/). */
import type { RunOutcome, Stage } from "../../schemas/run.ts";

/** What the work calls. */
export interface Reporter {
  /** A stage begins, and the one before it has ended; `of`: the year before this one that it is about. */
  step(stage: Stage, of?: number): void;
  /** A text of the year is through: how long it took (ms), and how many of all are. */
  text(document: string, ms: number, done: number, total: number): void;
  /** What the run can live with and somebody should know, in a line. */
  warn(words: string): void;
}

/** Says nothing: for commands whose result is all there is to say. */
export const silent: Reporter = { step: () => {}, text: () => {}, warn: () => {} };

/** For an engine that says how many texts are through: what each took is the time since the one before it. */
export function oneByOne(documents: readonly { readonly id: string }[], report: Reporter): (done: number, total: number) => void {
  let since = performance.now();
  return (done, total) => {
    const now = performance.now();
    report.text(documents[done - 1]?.id ?? "", now - since, done, total);
    since = now;
  };
}

export interface StageEvent {
  readonly year: number;
  readonly stage: Stage;
  readonly of: number | null;
}

export interface TextEvent {
  readonly year: number;
  readonly document: string;
  readonly ms: number;
  readonly done: number;
  readonly total: number;
}

/** Who hears of the work. Durations are milliseconds of a clock that only goes forward. */
export interface Listener {
  began(event: StageEvent): void;
  ended(event: StageEvent & { readonly ms: number }): void;
  text(event: TextEvent): void;
  warn(words: string): void;
}

/** Who also hears what came of it, and passes it on to people or to logs. */
export interface Channel extends Listener {
  /** What came of a year, or of several: lines for people, of which the first says it all; fields for logs. */
  outcome(lines: readonly string[], fields: Readonly<Record<string, unknown>>, level: "info" | "warn"): void;
  /** Why a year, or the run, did not end well, in words for people; what mends itself by waiting is a warning. */
  failed(words: string, fields: Readonly<Record<string, unknown>> & { readonly outcome: RunOutcome }, level: "warn" | "error"): void;
}

/** The work of a year, told to all `listeners`; `end` ends its last stage. */
export function reporterOf(year: number, listeners: readonly Listener[], now: () => number = () => performance.now()): Reporter & { end(): void } {
  let running: { event: StageEvent; since: number } | null = null;
  const end = (): void => {
    if (running === null) return;
    const { event, since } = running;
    running = null;
    for (const listener of listeners) listener.ended({ ...event, ms: now() - since });
  };
  return {
    step(stage, of) {
      end();
      const event = { year, stage, of: of ?? null };
      running = { event, since: now() };
      for (const listener of listeners) listener.began(event);
    },
    text(document, ms, done, total) {
      for (const listener of listeners) listener.text({ year, document, ms, done, total });
    },
    warn(words) {
      for (const listener of listeners) listener.warn(words);
    },
    end,
  };
}

/** A duration as it is written: tenths of a millisecond say enough. */
export const rounded = (ms: number): number => Math.round(ms * 10) / 10;
