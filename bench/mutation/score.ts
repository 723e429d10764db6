/** What became of the mutants: the score with its 95 % interval, and the survivors with their places. */
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { MutantResult } from "@stryker-mutator/api/core";

/** A stage's mutants that were drawn. A loop without end counts as killed; a mutant that no test reaches as survived. */
export interface Tally {
  readonly stage: string;
  readonly killed: readonly Mutant[];
  readonly survived: readonly Mutant[];
  /** How many of the killed ended by time or by a loop that went round too often. */
  readonly timedOut: number;
}

export interface Mutant {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly mutator: string;
  readonly was: string;
  readonly became: string;
  readonly covered: boolean;
}

/** Mutants as Stryker gives them → killed and survived. Those that did not compile, were ignored or broke the runner are neither. */
export function tally(stage: string, results: readonly MutantResult[], root: string): Tally {
  const of = (...statuses: readonly MutantResult["status"][]) => results.filter(({ status }) => statuses.includes(status)).map((result) => placed(result, root)).sort((a, b) => a.file.localeCompare(b.file, "en") || a.line - b.line || a.column - b.column);
  return { stage, killed: of("Killed", "Timeout"), survived: of("Survived", "NoCoverage"), timedOut: of("Timeout").length };
}

function placed({ fileName, location: { start, end }, mutatorName, replacement, status }: MutantResult, root: string): Mutant {
  const lines = readFileSync(fileName, "utf8").split("\n").slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const was = lines.map((line, i) => line.slice(i === 0 ? start.column - 1 : 0, i === last ? end.column - 1 : undefined)).join("\n");
  return { file: relative(root, fileName), line: start.line, column: start.column, mutator: mutatorName, was, became: replacement, covered: status !== "NoCoverage" };
}

/** Wilson's interval of a share at 95 %: it holds for few cases and near 0 and 1. */
export function interval(part: number, whole: number): readonly [number, number] {
  if (whole === 0) return [0, 1];
  const z = 1.959964, p = part / whole, n = whole;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

const percent = (value: number) => (value * 100).toFixed(1);

/** `check      210 of 250 killed, 84.0 % (95 %: 79.0 to 88.0)`. */
export function scoreLine({ stage, killed, survived, timedOut }: Tally): string {
  const whole = killed.length + survived.length;
  const [low, high] = interval(killed.length, whole);
  return `${stage.padEnd(10)} ${killed.length} of ${whole} killed, ${whole === 0 ? "–" : percent(killed.length / whole)} % (95 %: ${percent(low)} to ${percent(high)})${timedOut === 0 ? "" : `, ${timedOut} by time`}`;
}

/** The survivors, stage by stage, with what stood there and what was put in its place. */
export function survivorsPage(tallies: readonly Tally[], { seed, oneIn }: { readonly seed: number; readonly oneIn: number }): string {
  const short = (text: string) => JSON.stringify(text.replace(/\s+/gu, " ").slice(0, 120)).slice(1, -1);
  const parts = tallies.map((one) => [`## ${scoreLine(one)}`, "", ...one.survived.map(({ file, line, column, mutator, was, became, covered }) => `- ${file}:${line}:${column} ${mutator}${covered ? "" : ", no test comes here"}\n  - \`${short(was)}\`\n  + \`${short(became)}\``), ""].join("\n"));
  return [`# Survivors: seed ${seed}, one mutant in ${oneIn}`, "", ...parts].join("\n");
}
