/** Where things lie in a checkout, and how paths are worded. */
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { HOME } from "../home.ts";
import { EXIT, UserError } from "../messages.ts";
import { namesIn } from "../read/index.ts";

/** A path as a person at this terminal would write it: relative where it lies below. */
export function shown(path: string): string {
  const short = relative("", path);
  return short === "" ? "." : short.startsWith("..") ? path : short;
}

export const sourcesDir = (): string => shown(join(HOME, "sources"));
export const sourcesOf = (year: number): string => shown(join(HOME, "sources", String(year)));
/** Years that sources/ holds, rising. Throws UserError 66 where it cannot be read. */
export const sourceYears = (): number[] => namesIn(sourcesDir(), "Check it out again, or mount it.").filter((name) => /^\d{4}$/u.test(name)).map(Number);
/** Years before this one that have texts of their own in sources/, oldest first. */
export const earlierYears = (year: number): number[] => sourceYears().filter((other) => other < year && existsSync(join(sourcesOf(other), "edition.yaml")));
export const registersDir = (): string => shown(join(HOME, "sources", "registers"));
/** Results of texts between runs; may be deleted at any time. */
export const cacheDir = (): string => process.env["NIANJIAN_CACHE"] || shown(join(HOME, ".cache"));
export const outputsDir = (): string => shown(join(HOME, "outputs"));

/** The folder that edition.yaml comes from: that of the texts where it has one, else the year's own. */
export function editionDir(year: number, sources: string): string {
  const own = sourcesOf(year);
  for (const dir of [sources, own]) if (existsSync(join(dir, "edition.yaml"))) return dir;
  throw new UserError(EXIT.noInput, `${join(own, "edition.yaml")}: there is no such file. Lay the year out with \`make year YEAR=${year}\`, then build again.`);
}
