/** How many mistakes the checks catch: each alteration is put into its text, and the edition made with it is held against the unaltered one.
 *  `npx tsx bench/seeded/index.ts` prints it; `make eval` too. */
import { pathToFileURL } from "node:url";
import { checks } from "../../pipeline/check/index.ts";
import { UserError } from "../../pipeline/messages.ts";
import type { Model } from "../../pipeline/restore/index.ts";
import { openModel } from "../model.ts";
import { altered, readAlterations, type Placed } from "./alterations.ts";
import { newFindings } from "./caught.ts";
import { Editions } from "./editions.ts";
import { seededLines, type Seeded } from "./print.ts";

export const checkNames: readonly string[] = checks.map(({ name }) => name);

/** Tries all alterations, each by itself. Errors of the data name the alteration's file and line. */
export function seeded(model: Model, alterations: readonly Placed[] = readAlterations()): Seeded {
  const editions = new Editions(model);
  const tried = alterations.map((alteration) => {
    const { year, text } = alteration;
    const { printed } = editions.text(year, text);
    const before = editions.findings(year, text), after = editions.findingsWith(year, text, altered(printed, alteration));
    return { alteration, raised: newFindings("differs", before, after), opened: newFindings("cannot tell", before, after) };
  });
  return { tried, unaltered: editions.years().map((year) => ({ year, findings: editions.findings(year) })) };
}

/** What `make eval` prints of it. */
export function seededReport(model: Model): string[] {
  return seededLines(seeded(model), checkNames);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(seededReport(openModel()).join("\n").trimStart());
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    console.error(thrown.message);
    process.exitCode = thrown.exitCode;
  }
}
