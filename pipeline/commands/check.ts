/** check YEAR: a year's findings on standard output: a line each for people on a terminal, a JSON object a line elsewhere. Its status is 1 where a difference of severity error stands. */
import { EXIT, type ExitCode } from "../messages.ts";
import { findingLines, gravestFirst, sumOf } from "./findings.ts";
import { refuseGaps } from "./gaps.ts";
import { editionOf } from "./open-year.ts";
import { write } from "./output.ts";
import { sourcesOf } from "./paths.ts";
import { silent } from "./report.ts";
import { gravest } from "./validate.ts";

export async function runCheck(year: number, { sources, keepGoing }: { sources?: string | undefined; keepGoing: boolean }): Promise<ExitCode> {
  const edition = await editionOf(year, sources, silent, keepGoing);
  const { findings } = edition;
  const lines = process.stdout.isTTY ? [...findingLines(edition, gravestFirst(findings), sources ?? sourcesOf(year)), sumOf(findings)] : findings.map((finding) => JSON.stringify(finding));
  await write(lines.map((line) => `${line}\n`).join(""));
  refuseGaps(edition);
  return gravest(findings).length > 0 ? EXIT.invalid : EXIT.done;
}
