/** The seeded errors as data: alterations.yaml → alterations. Not here: what they do to an edition. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { parseYaml } from "../../pipeline/read/yaml.ts";
import { EXIT, UserError } from "../../pipeline/messages.ts";
import { checks } from "../../pipeline/check/index.ts";

/** One mistake put into one text: a figure or a name. */
export const Alteration = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, "small letters and digits, parted by hyphens: eight-called-36-percent").describe("what was done, in a few words"),
  year: z.int().describe("the edition it is tried on"),
  text: z.string().min(1).describe("id of a text of that year, or of bench/seeded/texts: the file's name without its ending"),
  find: z.string().min(1).describe("words that stand once in the text as it would be printed"),
  put: z.string().describe("what stands there instead; empty: the words are left out"),
  breaks: z.string().describe("name of the check that should differ"),
  why: z.string().min(1).describe("what an editor would say"),
  arithmetic: z.boolean().default(true).describe("false: neither arithmetic nor a register can tell; it takes somebody who knows"),
}).refine(({ find, put }) => find !== put, { message: "is what `find` says: nothing is altered", path: ["put"] });
export type Alteration = z.infer<typeof Alteration>;

const Alterations = z.strictObject({ alterations: z.array(Alteration).min(1) });

/** An alteration and where it stands in its file: `alterations.yaml:31`. */
export interface Placed extends Alteration {
  readonly at: string;
}

/** All alterations of the file. `names`: the checks there are. Throws UserError 65 with file and line where one is not as the schema says, breaks a check that is not there, or has the id of another. */
export function parseAlterations(path: string, text: string, names: readonly string[] = checks.map(({ name }) => name)): Placed[] {
  const { value, lineOf } = parseYaml(path, text, Alterations);
  const placed = value.alterations.map((alteration, i) => ({ ...alteration, at: `${path}:${lineOf(["alterations", i])}` }));
  const seen = new Set<string>();
  for (const { id, at, breaks } of placed) {
    if (seen.has(id)) throw new UserError(EXIT.badData, `${at}: another alteration is called ${id} too. Give it a name of its own.`);
    if (!names.includes(breaks)) throw new UserError(EXIT.badData, `${at}: there is no check "${breaks}". Name one of ${names.join(", ")}.`);
    seen.add(id);
  }
  return placed;
}

/** The alterations beside this file. */
export function readAlterations(): Placed[] {
  return parseAlterations("bench/seeded/alterations.yaml", readFileSync(fileURLToPath(new URL("alterations.yaml", import.meta.url)), "utf8"));
}

/** The text with its mistake. Throws UserError 65 unless `find` stands in it once. */
export function altered(printed: string, { find, put, at, text }: Placed): string {
  const found = printed.split(find).length - 1;
  if (found !== 1) throw new UserError(EXIT.badData, `${at}: “${find}” stands ${found === 0 ? "nowhere" : `${found} times`} in ${text}. Find words that stand there once.`);
  return printed.replace(find, () => put);
}
