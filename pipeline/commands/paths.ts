/** Where things lie in a checkout, and how paths are worded. */
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { HOME } from "../home.ts";
import { EXIT, UserError } from "../messages.ts";

/** A path as a person at this terminal would write it: relative where it lies below. */
export function shown(path: string): string {
  const short = relative("", path);
  return short === "" ? "." : short.startsWith("..") ? path : short;
}

export const sourcesOf = (year: number): string => shown(join(HOME, "sources", String(year)));
/** Years that sources/ holds, rising. */
export const sourceYears = (): number[] => readdirSync(join(HOME, "sources")).filter((name) => /^\d{4}$/u.test(name)).map(Number).sort((a, b) => a - b);
export const registersDir = (): string => shown(join(HOME, "sources", "registers"));
export const outputsDir = (): string => shown(join(HOME, "outputs"));

/** The folder that edition.yaml comes from: that of the texts where it has one, else the year's own. */
export function editionDir(year: number, sources: string): string {
  const own = sourcesOf(year);
  for (const dir of [sources, own]) if (existsSync(join(dir, "edition.yaml"))) return dir;
  throw new UserError(EXIT.noInput, `${join(own, "edition.yaml")}: there is no such file. Lay the year out with \`make year YEAR=${year}\`, then build again.`);
}
