/** The registers that are YAML: text → entries, each word in one place only. Not here: where the files lie, regions, finding names in text. */
import { z } from "zod";
import { Organisation, Term, Unit } from "../../schemas/register.ts";
import { EXIT, seen, UserError } from "../messages.ts";
import { parseYaml, type Parsed } from "./yaml.ts";

const Organisations = z.strictObject({ organisations: z.array(Organisation.strict()) });
const Units = z.strictObject({ units: z.array(Unit.strict()) });
const Glossary = z.strictObject({ glossary: z.array(Term.strict()) });
const Pinyin = z.strictObject({ pinyin: z.record(z.string(), z.string().regex(/^[a-zü]+(?: [a-zü]+)*$/u, "syllables in small letters, parted by spaces: xia men")) });

/** A word of a register and where it stands in its file. */
interface Standing {
  readonly word: string;
  readonly path: readonly PropertyKey[];
}

/** A name or a short form stands for one body: it may not stand twice. Throws UserError 65. */
export function parseOrganisations(path: string, text: string): Organisation[] {
  const parsed = parseYaml(path, text, Organisations);
  const { organisations } = parsed.value;
  requireApart(path, parsed, organisations.flatMap(({ name, short }, i) => [{ word: name, path: ["organisations", i, "name"] }, ...within(short, ["organisations", i, "short"])]));
  return organisations;
}

/** A unit has one line. Throws UserError 65. */
export function parseUnits(path: string, text: string): Unit[] {
  const parsed = parseYaml(path, text, Units);
  const { units } = parsed.value;
  requireApart(path, parsed, units.map(({ unit }, i) => ({ word: unit, path: ["units", i, "unit"] })));
  return units;
}

/** A term is one term, or another name of one. Throws UserError 65. */
export function parseGlossary(path: string, text: string): Term[] {
  const parsed = parseYaml(path, text, Glossary);
  const { glossary } = parsed.value;
  requireApart(path, parsed, glossary.flatMap(({ zh, same }, i) => [{ word: zh, path: ["glossary", i, "zh"] }, ...within(same, ["glossary", i, "same"])]));
  return glossary;
}

/** A character has a syllable. Throws UserError 65. */
export function parsePinyin(path: string, text: string): Record<string, string> {
  const { value: { pinyin }, lineOf } = parseYaml(path, text, Pinyin);
  const complaints = Object.entries(pinyin).flatMap(([name, reading]) => {
    const where = `${path}:${lineOf(["pinyin", name])}`;
    if (!/^\p{Script=Han}+$/u.test(name)) return [`${where}: "${seen(name)}" is no name in Chinese characters. Correct it there.`];
    const [characters, syllables] = [[...name].length, reading.split(" ").length];
    return characters === syllables ? [] : [`${where}: ${name} has ${characters} characters, and "${reading}" has ${syllables} syllables. Write a syllable a character.`];
  });
  refuse(complaints);
  return pinyin;
}

const within = (words: readonly string[], path: readonly PropertyKey[]): Standing[] => words.map((word, i) => ({ word, path: [...path, i] }));

/** Throws UserError 65 with a line for each word that stood before, and where. */
function requireApart(path: string, { lineOf }: Pick<Parsed<unknown>, "lineOf">, words: readonly Standing[]): void {
  const first = new Map<string, Standing>();
  refuse(words.flatMap((one) => {
    const before = first.get(one.word);
    if (before === undefined) first.set(one.word, one);
    return before === undefined ? [] : [`${path}:${lineOf(one.path)}: "${one.word}" stands in line ${lineOf(before.path)} too. Take one of them out.`];
  }));
}

function refuse(complaints: readonly string[]): void {
  if (complaints.length > 0) throw new UserError(EXIT.badData, complaints.join("\n"));
}
