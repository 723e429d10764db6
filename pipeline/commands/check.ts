/** check YEAR: a year's findings on standard output: a line each for people on a terminal, a JSON object a line elsewhere. Its status is 1 where a difference of severity error stands. */
import { EXIT, type ExitCode } from "../messages.ts";
import { cacheOf } from "./cache.ts";
import { findingLines, gravestFirst, sumOf } from "./findings.ts";
import { editionOf } from "./open-year.ts";
import { write } from "./output.ts";
import { sourcesOf } from "./paths.ts";
import { reporterOf } from "./report.ts";
import { progressOf } from "./report/channel.ts";
import { gravest } from "./validate.ts";
import { wordsIn, type Lang } from "./words/index.ts";

export async function runCheck(year: number, { sources, lang, cache }: { sources?: string | undefined; lang?: Lang | undefined; cache?: string | boolean | undefined }): Promise<ExitCode> {
  const words = wordsIn(lang);
  const progress = progressOf(words, ["read", "earlier", "texts", "check"]);
  const edition = await editionOf(year, sources, reporterOf(year, progress.listeners), cacheOf(cache)).finally(progress.clear);
  const { findings } = edition;
  const lines = process.stdout.isTTY ? [...findingLines(edition, gravestFirst(findings), sources ?? sourcesOf(year)), sumOf(findings, words)] : findings.map((finding) => JSON.stringify(finding));
  await write(lines.map((line) => `${line}\n`).join(""));
  return gravest(findings).length > 0 ? EXIT.invalid : EXIT.done;
}
