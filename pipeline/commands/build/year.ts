/** The edition of a year: made, published or left as a draft, verified. Not here: what is said of it. */
import { join } from "node:path";
import type { Finding } from "../../../schemas/finding.ts";
import type { Cache } from "../../engine/cache.ts";
import type { Published } from "../../publish/index.ts";
import { topFiles } from "../../publish/names.ts";
import { acceptance } from "./acceptance.ts";
import { cacheOf } from "../cache.ts";
import { odsTwin } from "../ods.ts";
import { editionOf } from "../open-year.ts";
import { revised } from "../published.ts";
import type { Reporter } from "../report.ts";
import { gravest, validate } from "../validate.ts";

export interface Asked {
  /** The folder of the texts where it is not sources/YEAR. */
  readonly sources: string | undefined;
  /** The folder of all editions. */
  readonly out: string;
  readonly ods: boolean;
  /** --cache DIR; false for --no-cache. */
  readonly cache: string | boolean | undefined;
  /** Go on without a text that cannot be read. */
  readonly keepGoing: boolean;
}

export interface Built {
  readonly published: Published;
  /** Findings that are errors: the edition is a draft. */
  readonly errors: readonly Finding[];
  /** The ODS twin of the tables, or why there is none; null where none was asked for, or of a draft, which is not to be passed on. */
  readonly twin: ReturnType<typeof odsTwin> | null;
  /** Where texts that were processed before lay; null where they were not asked for. */
  readonly cache: Cache | null;
}

/** Throws what reading, publishing and the stages throw (UserError), UserError 1 where the edition breaks its own schema or its files do not hold what was made, 75 where texts changed meanwhile. */
export async function buildYear(year: number, { sources, out, ods, cache: kept, keepGoing }: Asked, report: Reporter): Promise<Built> {
  const texts = acceptance(year, sources);
  const cache = cacheOf(kept);
  const made = await editionOf(year, sources, report, { cache, keepGoing }).catch((thrown: unknown) => {
    texts.unchanged(); // what is amiss in a text that is just being written is no fault of it
    throw thrown;
  });
  validate(made);
  const errors = gravest(made.findings);
  report.step("load");
  const { machine, publish } = await import("../../publish/index.ts");
  const published = await publish(year, () => revised({ ...made, draft: errors.length > 0 }, out), out, machine, { step: (step) => report.step(step), warn: (words) => report.warn(words), accept: (dir) => texts.accept(dir, report) });
  const wanted = ods && errors.length === 0;
  if (wanted) report.step("ods");
  return { published, errors, cache, twin: wanted ? odsTwin(join(published.path, topFiles(year).tables), out) : null };
}
