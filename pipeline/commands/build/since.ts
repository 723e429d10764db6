/** What an editor may not have meant of an edition, beside the revision before it: texts that are gone, texts that were edited, a date that was left as it was. */
import { basename, join } from "node:path";
import type { Manifest } from "../../../schemas/manifest.ts";
import type { Published } from "../../publish/index.ts";
import { isText } from "../../read/index.ts";
import { editionDir, sourcesDir } from "../paths.ts";
import type { Words } from "../words/index.ts";
import { CORRECTIONS, textPathsOf } from "./inputs.ts";

/** Texts and corrections that a published edition was made from and that are no longer there, as they are found from here: a folder that is only half copied looks like that.
 *  `dir`: the folder of the texts. */
export function goneSince({ inputs }: Pick<Manifest, "inputs">, year: number, dir: string): string[] {
  const there = new Set(textPathsOf(year, dir));
  return inputs.flatMap(({ path }) => (isWritten(path) && !there.has(path) ? [placeOf(path, dir)] : []));
}

/** A line for each thing that somebody should know of before readers do; none where the edition stood there already, or is the first. */
export function warningsOf({ edition: { spec, revision, changes }, fresh }: Pick<Published, "edition" | "fresh">, dir: string, words: Words): string[] {
  if (!fresh || changes === null) return [];
  const { from, inputs } = changes;
  return [
    ...inputs.filter(({ name, after }) => isWritten(name) && after === null).map(({ name }) => words.since.gone(placeOf(name, dir), from.revision)),
    ...inputs.filter(({ name, before, after }) => isText(basename(name)) && before !== null && after !== null).map(({ name }) => words.since.edited(placeOf(name, dir), from.revision)),
    ...(spec.date === from.date ? [words.since.sameDate(join(editionDir(spec.year, dir), "edition.yaml"), spec.date, from.revision, revision)] : []),
  ];
}

/** What editors write or are sent; registers are shared by all years, and the build names one that is missing. */
const isWritten = (path: string): boolean => !path.startsWith("registers/") && (isText(basename(path)) || basename(path) === CORRECTIONS);

/** Inputs of earlier years begin with their year. */
const placeOf = (path: string, dir: string): string => join(/^\d{4}[/\\]/u.test(path) ? sourcesDir() : dir, path);
