/** Lists of words of the language that rules read by: a JSON file a list, which an editor extends without touching a rule. Not here: what a rule does with them.
 *
 * JSON and not YAML: the module system loads it, so a stage that has word lists still opens no file (docs/decisions.md). */
import { z } from "zod";
import { EXIT, UserError } from "../../messages.ts";
import areas from "./areas.json" with { type: "json" };
import units from "./units.json" with { type: "json" };

const About = z.string().min(1).describe("what the list is for, in a sentence");

/** Words in groups: the groups are for the eye, the rules see one list. A word that stands twice is a complaint at its second place. */
const Words = z
  .record(z.string().min(1), z.array(z.string().regex(/^\S+$/u, "a word without spaces")).min(1))
  .superRefine((groups, context) => {
    const seen = new Set<string>();
    for (const [group, words] of Object.entries(groups)) {
      for (const [at, word] of words.entries()) {
        if (seen.has(word)) context.addIssue({ code: "custom", path: [group, at], message: `${word} stands twice. Take one of them out.` });
        seen.add(word);
      }
    }
  })
  .describe("group → its words");

/** The lists there are: to add one, its file, its schema here, its import above and in LISTS below. */
export const SCHEMAS = {
  units: z
    .strictObject({ about: About, measuring: Words, counting: Words })
    .meta({ id: "UnitWords", examples: [{ about: "units", measuring: { length: ["米", "公里"] }, counting: { bodies: ["家", "所"] } }] }),
  areas: z.strictObject({ about: About, areas: Words }).meta({ id: "AreaWords", examples: [{ about: "areas", areas: { "across provinces": ["长三角"] } }] }),
} as const satisfies Record<string, z.ZodType>;
export type ListName = keyof typeof SCHEMAS;
export type List<N extends ListName> = z.output<(typeof SCHEMAS)[N]>;

const LISTS: Record<ListName, unknown> = { units, areas };

/** A list of words by its name, as its file has it.
 *
 * Throws UserError 65 where the file is not as its schema wants it; all complaints at once, each with the file, the place in it and the word. */
export function words<N extends ListName>(name: N): List<N> {
  return checked(name, LISTS[name]);
}

/** What a file holds, checked by its list's schema. */
export function checked<N extends ListName>(name: N, content: unknown): List<N> {
  const result = z.safeParse(SCHEMAS[name], content);
  if (result.success) return result.data as List<N>;
  throw new UserError(EXIT.badData, result.error.issues.map(({ path, message }) => `pipeline/extract/words/${name}.json: ${path.map(String).join(".")}: ${message}`).join("\n"), { cause: result.error });
}

/** All words of a grouped list, in the order of the file. */
export function flat(groups: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.values(groups).flat();
}
