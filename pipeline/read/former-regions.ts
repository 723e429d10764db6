/** The register of former names of places: a line of a table a name. CSV and not YAML, as its thousand lines would take a third of a second of every run. Not here: which region a name leads to. */
import { z } from "zod";
import { FormerRegion } from "../../schemas/register.ts";
import { EXIT, UserError } from "../messages.ts";

const HEADER = "name,code,until,now,short";

const Code = z.string().regex(/^\d{6}$/u, "a code of six digits");

/** Most regions that share one that has gone; the most that did are four. */
const MOST_NOW = 16;

/** Longest file, in UTF-16 units: thirty times what there is. */
const LONGEST = 1_000_000;

/** A line as it is written: codes parted by spaces, a short form or nothing. */
const Row = z.object({
  name: z.string().regex(/^\p{Script=Han}{2,}$/u, "a name in Chinese characters"),
  code: Code,
  until: z.string().regex(/^\d{4}$/u, "a year").transform(Number),
  now: z.string().max(MOST_NOW * 7, `no more than ${MOST_NOW} codes`).transform((codes) => codes.split(" ").filter((code) => code !== "")).pipe(z.array(Code).refine((codes) => new Set(codes).size === codes.length, "a code stands there twice")),
  short: z.string().transform((short) => (short === "" ? null : short)),
}).pipe(FormerRegion);

/** Text of former-regions.csv → its names. Throws UserError 65: all complaints at once, each with file, line and what to do.
 *
 *  newest   codes of the newest register, which all names have to lead to; null where that is not asked */
export function parseFormerRegions(path: string, text: string, newest: ReadonlySet<string> | null = null): FormerRegion[] {
  if (text.length > LONGEST) throw new UserError(EXIT.badData, `${path}: the file is longer than a million characters. See whether it is the right file, and correct it.`);
  const provinces = new Set([...(newest ?? [])].map((code) => code.slice(0, 2)));
  const [header, ...lines] = text.replace(/^\uFEFF/u, "").split(/\r?\n/u);
  if (header !== HEADER) throw new UserError(EXIT.badData, `${path}:1: the columns are not ${HEADER}. Write them so.`);
  const complaints: string[] = [];
  const lineOf = new Map<string, number>();
  const regions: FormerRegion[] = [];
  for (const [i, line] of lines.entries()) {
    if (line === "") continue;
    const where = `${path}:${i + 2}`;
    const read = readRow(line);
    if (typeof read === "string") {
      complaints.push(`${where}: ${read}`);
      continue;
    }
    const lost = newest === null ? [] : [...(provinces.has(read.code.slice(0, 2)) ? [] : [`code: ${read.code} is of no province`]), ...read.now.filter((code) => !newest.has(code)).map((code) => `now: the newest register has no ${code}`)];
    if (lost.length > 0) complaints.push(`${where}: ${lost.join("; ")}. Correct it.`);
    const key = `${read.name} ${read.code}`;
    const before = lineOf.get(key);
    if (before === undefined) lineOf.set(key, i + 2);
    else complaints.push(`${where}: ${key} stands in line ${before} too. Take one of them out.`);
    regions.push(read);
  }
  if (complaints.length > 0) throw new UserError(EXIT.badData, complaints.join("\n"));
  return regions;
}

/** A line → its name, or what is wrong with it. */
function readRow(line: string): FormerRegion | string {
  const cells = line.split(",");
  const [name, code, until, now, short] = cells;
  if (cells.length !== 5) return `${cells.length} columns, not 5. Write ${HEADER}, the last empty where there is no short form.`;
  const row = Row.safeParse({ name, code, until, now, short });
  return row.success ? row.data : row.error.issues.map(({ path, message }) => `${path.map(String).join(".")}: ${message}. Correct it.`).join(" ");
}
