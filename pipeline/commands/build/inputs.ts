/** What an edition would be made from, by digest, as its manifest lists it, without reading what the files say. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { bytesOf, inputOf, readModel, readVersions, registerInputs, textNames, type Input } from "../../read/index.ts";
import { earlierYears, editionDir, registersDir, sourcesOf } from "../paths.ts";

export const CORRECTIONS = "corrections.yaml";

/** The inputs of a year whose texts lie in `dir`. Throws UserError 66 where edition.yaml or a register is missing. */
export function inputsOf(year: number, dir: string): Input[] {
  return [
    ...textsIn(dir),
    inputAt(editionDir(year, dir), "edition.yaml"),
    ...correctionsIn(dir),
    ...registerInputs(registersDir(), year),
    ...earlierYears(year).flatMap((of) => [...textsIn(sourcesOf(of)), ...correctionsIn(sourcesOf(of))].map((input) => ({ ...input, path: join(String(of), input.path) }))),
  ];
}

/** Paths of the texts and corrections of a year and of the years before it, as a manifest has them; a folder that is not there has none. */
export function textPathsOf(year: number, dir: string): string[] {
  const namesIn = (of: string) => (existsSync(of) ? [...textNames(of), ...(existsSync(join(of, CORRECTIONS)) ? [CORRECTIONS] : [])] : []);
  return [...namesIn(dir), ...earlierYears(year).flatMap((of) => namesIn(sourcesOf(of)).map((name) => join(String(of), name)))];
}

/** The program's and its libraries' versions and the model's, as a manifest has them. */
export function versionsOf(model: { readonly digest: string } = readModel()): Record<string, string> {
  return { ...readVersions(), model: model.digest.slice(0, 12) };
}

const inputAt = (dir: string, name: string): Input => inputOf(name, bytesOf(join(dir, name)));
const textsIn = (dir: string): Input[] => textNames(dir).map((name) => inputAt(dir, name));
const correctionsIn = (dir: string): Input[] => (existsSync(join(dir, CORRECTIONS)) ? [inputAt(dir, CORRECTIONS)] : []);
