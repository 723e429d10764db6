/** One case: what is done to a run, what it must say, what must hold afterwards. */
import type { Ended, How, Running } from "./program.ts";
import { type Shown, Stage, type Template } from "./stage.ts";

export interface Case {
  readonly name: string;
  /** What is done, for docs/faults.md. */
  readonly how: string;
  /** Why it cannot be done here, or null. */
  readonly skip?: () => string | null;
  /** Before the run. */
  readonly arrange?: (stage: Stage) => void;
  readonly run?: How | ((stage: Stage) => How);
  /** While it runs; the point where it waits comes with `waits`. */
  readonly waits?: { readonly op: string } & Readonly<Record<string, string | number>>;
  readonly during?: (stage: Stage, run: Running) => void | Promise<void>;
  /** The exit status, or the signal that ended it. */
  readonly ends: readonly (number | NodeJS.Signals)[];
  /** Words that it must say. */
  readonly says?: RegExp;
  readonly shows: Shown | "whole" | "anything";
  /** What an operator does before the next run, where something is to be done. */
  readonly mend?: (stage: Stage) => void;
  /** What the next run shows: the new edition where not said; "whole" where the case changes what the old one was. */
  readonly after?: Shown | "whole";
  /** The former edition is not as it was, for it was the former edition that something was done to. */
  readonly spoiltFormer?: true;
  /** Whatever was mounted goes. */
  readonly close?: (stage: Stage) => void;
}

/** A case of several runs, which plays itself: throws what did not hold, gives in short what happened. */
export interface Scenario extends Pick<Case, "name" | "how" | "skip"> {
  /** What an operator sees, for docs/faults.md. */
  readonly sees: string;
  readonly plays: (stage: Stage) => Promise<string>;
}

/** Plays a case. Throws what did not hold; gives in short what happened. */
export async function play(one: Case | Scenario, template: Template): Promise<string> {
  const stage = new Stage(template);
  if ("plays" in one) return one.plays(stage).finally(() => stage.close());
  try {
    one.arrange?.(stage);
    const ended = await runOf(one, stage);
    hold(one, ended);
    const shown = one.shows === "anything" ? "" : stage.shown();
    if (one.shows !== "anything" && one.shows !== "whole" && shown !== one.shows) throw new Error(`the ${shown} edition is shown, not the ${one.shows} one; it said: ${told(ended.err)}`);
    one.mend?.(stage);
    await settled(stage, one);
    return `${ended.signal ?? ended.status}${shown === "" ? "" : `, ${shown}`}`;
  } finally {
    one.close?.(stage);
    stage.close();
  }
}

async function runOf({ run, waits, during }: Case, stage: Stage): Promise<Ended> {
  const how = typeof run === "function" ? run(stage) : (run ?? {});
  const point = waits === undefined ? null : stage.point(waits.op, waits);
  const running = stage.build(point === null ? how : { ...how, faults: [...(how.faults ?? []), point.fault] });
  try {
    if (point !== null) await point.reached(running);
    await during?.(stage, running);
  } catch (thrown) {
    running.child.kill("SIGKILL");
    throw thrown;
  }
  point?.go();
  return running.ended;
}

/** Throws where a run did not end so, or did not say so. */
export function hold({ ends, says }: Pick<Case, "ends" | "says">, { status, signal, err }: Ended): void {
  if (!ends.some((end) => end === status || end === signal)) throw new Error(`it ended with ${signal ?? status}, not ${ends.join(" or ")}; it said: ${told(err)}`);
  if (says !== undefined && !says.test(err)) throw new Error(`it did not say ${String(says)}; it said: ${told(err)}`);
  if (/\n\s+at \S+ \(/u.test(err)) throw new Error(`it printed a stack: ${told(err)}`);
}

/** The next ordinary run succeeds, and nothing is left of the one before. */
export async function settled(stage: Stage, { after = "new", spoiltFormer }: Pick<Case, "after" | "spoiltFormer"> = {}): Promise<void> {
  await stage.next();
  const shown = after === "whole" ? after : stage.shown();
  if (shown !== after) throw new Error(`after the next build the ${shown} edition is shown`);
  if (spoiltFormer !== true) stage.kept();
  const left = after === "whole" ? [] : stage.leavings();
  if (left.length > 0) throw new Error(`after the next build there is left: ${left.join(", ")}`);
}

/** The end of what it said, without the steps. */
const told = (err: string): string => err.split("\n").filter((line) => line !== "" && !line.includes('"level":30')).join(" | ").slice(-600);
