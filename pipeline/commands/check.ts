/** check YEAR: a year's findings on standard output: a line each for people on a terminal, a JSON object a line elsewhere. Its status is 1 where a difference of severity error stands. */
import { EXIT, type ExitCode } from "../messages.ts";
import { cacheOf } from "./cache.ts";
import { findingLines, gravestFirst, sumOf } from "./findings.ts";
import { refuseGaps } from "./gaps.ts";
import { editionOf } from "./open-year.ts";
import { write } from "./output.ts";
import { sourcesOf } from "./paths.ts";
import { reporterOf } from "./report.ts";
import { progressOf } from "./report/channel.ts";
import { gravest } from "./validate.ts";
import { wordsIn, type Lang } from "./words/index.ts";

export async function runCheck(year: number, { sources, lang, cache, keepGoing = false }: { sources?: string | undefined; lang?: Lang | undefined; cache?: string | boolean | undefined; keepGoing?: boolean }): Promise<ExitCode> {
  const words = wordsIn(lang);
  const progress = progressOf(words, ["read", "earlier", "texts", "check"]);
  const edition = await editionOf(year, sources, reporterOf(year, progress.listeners), { cache: cacheOf(cache), keepGoing }).finally(progress.clear);
  const { findings } = edition;
  const lines = process.stdout.isTTY ? [...findingLines(edition, gravestFirst(findings), sources ?? sourcesOf(year)), sumOf(findings, words)] : findings.map((finding) => JSON.stringify(finding));
  await write(lines.map((line) => `${line}\n`).join(""));
  refuseGaps(edition);
  return gravest(findings).length > 0 ? EXIT.invalid : EXIT.done;
}
