/** build [YEAR…]: editions under outputs/YEAR, verified, a summary on standard error. Where an error stands, a draft under outputs/YEAR-draft, the errors, and status 1.
 *  With --due, only those that are due. */
import { join } from "node:path";
import { EXIT, UserError } from "../messages.ts";
import { dueOf } from "./build/due.ts";
import type { Asked } from "./build/year.ts";
import { outputsDir, shown, sourcesDir, sourcesOf, sourceYears } from "./paths.ts";
import type { Reporter } from "./report.ts";
import { NOTHING, runYears, type YearEnd } from "./run/index.ts";
import { wordsIn, type Lang, type Words } from "./words/index.ts";

export interface BuildOptions {
  readonly sources?: string | undefined;
  readonly out?: string | undefined;
  readonly ods?: boolean;
  readonly due?: boolean;
  readonly lang?: Lang | undefined;
  readonly cache?: string | boolean | undefined;
  readonly keepGoing?: boolean;
}

/** Gives the exit status: the gravest of the years'. Throws UserError 2 where no year is named and none is asked for, or one folder is to be of several years. */
export async function runBuild(given: readonly number[], { sources, out = outputsDir(), ods = false, due = false, lang, cache, keepGoing = false }: BuildOptions): Promise<number> {
  const words = wordsIn(lang);
  if (given.length === 0 && !due) throw new UserError(EXIT.usage, "build: no year is named. Name one, as in `build 2013`, or ask for all that are due with --due.");
  if (given.length !== 1 && sources !== undefined) throw new UserError(EXIT.usage, "build: --sources is the folder of one year. Name that year, and no other.");
  const asked: Asked = { sources, out, ods, cache, keepGoing };
  return runYears(given.length > 0 ? given : sourceYears(), out, words, words.noYears(sourcesDir()), (year, report) => endOfYear(year, asked, due, words, report));
}

async function endOfYear(year: number, asked: Asked, onlyDue: boolean, words: Words, report: Reporter): Promise<YearEnd> {
  const began = performance.now();
  const due = onlyDue ? dueOf(year, asked.sources ?? sourcesOf(year), asked.sources !== undefined, asked.out) : null;
  if (due?.state === "awaited") throw new UserError(EXIT.notDue, words.awaited(due.awaited));
  if (due?.state === "gone") throw new UserError(EXIT.notDue, words.gone(asked.sources ?? sourcesOf(year), year, due.revision, due.files));
  if (due?.state === "unchanged") return { ...NOTHING, outcome: "unchanged", status: EXIT.done, error: null, revision: due.revision, edition: shown(join(asked.out, String(year))), lines: [words.unchanged(year, due.revision)] };
  // a run that finds nothing due loads no stages
  const [{ buildYear }, { endOfBuild }, { warningsOf }] = await Promise.all([import("./build/year.ts"), import("./build/end.ts"), import("./build/since.ts")]);
  const built = await buildYear(year, asked, report);
  const warnings = warningsOf(built.published, asked.sources ?? sourcesOf(year), words);
  for (const line of warnings) report.warn(line);
  return endOfBuild(built, asked, { why: due?.why ?? [], warned: warnings.length }, words, (performance.now() - began) / 1000);
}
