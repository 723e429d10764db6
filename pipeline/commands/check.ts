/** check YEAR: a year's findings on standard output, one JSON object a line. Its status is 1 where a difference of severity error stands. */
import { EXIT, type ExitCode } from "../messages.ts";
import { editionOf } from "./open-year.ts";
import { write } from "./output.ts";
import { silent } from "./report.ts";
import { gravest } from "./validate.ts";

export async function runCheck(year: number, { sources }: { sources?: string | undefined }): Promise<ExitCode> {
  const { findings } = await editionOf(year, sources, silent);
  await write(findings.map((finding) => `${JSON.stringify(finding)}\n`).join(""));
  return gravest(findings).length > 0 ? EXIT.invalid : EXIT.done;
}
