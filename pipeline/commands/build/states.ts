/** The files that an edition is made from, as they lie at one moment. Not here: what they hold (read). */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { EXIT, systemCode, UserError } from "../../messages.ts";
import { isText, MOST_BYTES } from "../../read/index.ts";
import { registersDir, sourcesOf, sourceYears } from "../paths.ts";

/** Path → what tells one state of a file from another: digest, size, time of change and place on the disk. */
export type States = ReadonlyMap<string, string>;

/** The texts, edition.yaml and corrections.yaml of a year, or of the folder `sources`, of the years before, and the registers. What cannot be read is noted with its error: reading it is for others to refuse. */
export function statesOf(year: number, sources: string | undefined): States {
  const own = sourcesOf(year);
  const folders = new Set([sources ?? own, own, ...sourceYears().filter((other) => other < year).map(sourcesOf)]);
  const texts = [...folders].flatMap((dir) => filesIn(dir, (name) => isText(name) || name === "edition.yaml" || name === "corrections.yaml"));
  return new Map([...texts, ...filesIn(registersDir(), (name) => !name.startsWith("."))].map((path) => [path, stateOf(path)]));
}

function filesIn(dir: string, wanted: (name: string) => boolean): string[] {
  return existsSync(dir) ? readdirSync(dir).filter(wanted).map((name) => join(dir, name)) : [];
}

function stateOf(path: string): string {
  try {
    const stats = statSync(path, { bigint: true });
    const { size, mtimeNs, ino, dev } = stats;
    // what is no file, or too long for a text, is refused when it is read; a pipe would hold the run for ever
    const digest = stats.isFile() && size <= MOST_BYTES ? createHash("sha256").update(readFileSync(path)).digest("hex") : "";
    return [digest, size, mtimeNs, ino, dev].join(" ");
  } catch (thrown) {
    return systemCode(thrown) ?? "unreadable";
  }
}

/** Throws UserError 75 where a file is no longer what it was, is gone or is new: an edition of some files before a change and some after it is nobody's. */
export function refuseChanged(before: States, now: States): void {
  const paths = [...new Map([...before, ...now]).keys()].filter((path) => before.get(path) !== now.get(path));
  if (paths.length === 0) return;
  const words = paths.map((path) => `${path}: this file ${!now.has(path) ? "went away" : before.has(path) ? "changed" : "came in"} while the edition was made from it.`);
  throw new UserError(EXIT.held, `${words.join("\n")}\nNothing was published, and the former edition is as it was. Wait until nobody works on the texts, and build again.`);
}
