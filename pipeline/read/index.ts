/** read: files → what the stages work on. The door of the house: everything is checked here, so nothing behind it is checked again.
 *
 *  in      paths
 *  out     Document, EditionSpec, Corrections, Registers, Model, with the digests of what was read
 *  holds   the order of texts is that of their names by code point; a problem names its file and line
 *  errors  UserError 66 where something is missing, 65 where it does not hold what it should */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { Corrections, type Correction } from "../../schemas/correction.ts";
import { EditionSpec } from "../../schemas/edition.ts";
import type { Document } from "../../schemas/source.ts";
import { HOME } from "../home.ts";
import { EXIT, UserError } from "../messages.ts";
import { decode } from "./decode.ts";
import { bytesOf, inputOf, namesIn, sha256, type Input } from "./files.ts";
import { parseYaml } from "./yaml.ts";

export type { Input } from "./files.ts";
export { readRegisters, registerInputs } from "./registers.ts";
export { readVersions } from "./versions.ts";

/** One raw text. `-` is standard input; its id is `stdin`. */
export function readDocument(path: string, id: string = idOf(path)): Document {
  const bytes = bytesOf(path);
  return { id, path, digest: sha256(bytes), bytes: bytes.length, ...decode(path, bytes) };
}

/** 03-标准.txt → 03-标准; yearbook-2013.raw.txt → yearbook-2013.raw. */
function idOf(path: string): string {
  return path === "-" ? "stdin" : basename(path).replace(/(?<=.)\.[^.]*$/u, "");
}

/** All raw texts of a folder: *.txt but a README, in the order of their names by code point. */
export function readSources(dir: string): Document[] {
  const names = namesIn(dir, "Name the folder that holds the year's texts.").filter((name) => /\.txt$/iu.test(name) && !/^readme/iu.test(name) && !name.startsWith("."));
  if (names.length === 0) throw new UserError(EXIT.noInput, `${dir}: there are no texts here. Put the year's raw texts in, one a file, as 01-….txt, 02-….txt.`);
  const documents = names.map((name) => readDocument(join(dir, name)));
  const twice = documents.find(({ id }, i) => documents.findIndex((other) => other.id === id) !== i);
  if (twice) throw new UserError(EXIT.badData, `${twice.path}: another text is called ${twice.id} too. Rename one of the files.`);
  return documents;
}

/** edition.yaml, checked, with the lines its parts stand on. */
export interface EditionFile {
  readonly spec: EditionSpec;
  readonly path: string;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly input: Input;
}

/** edition.yaml of a year's folder. */
export function readEdition(dir: string): EditionFile {
  const path = join(dir, "edition.yaml");
  const bytes = bytesOf(path, "Lay the year out with `make year YEAR=…`.");
  const { value, lineOf } = parseYaml(path, decode(path, bytes).text, EditionSpec);
  return { spec: value, path, lineOf, input: inputOf("edition.yaml", bytes) };
}

/** A correction and where it stands in its file: `corrections.yaml:31`. */
export interface PlacedCorrection {
  readonly correction: Correction;
  readonly at: string;
}

/** corrections.yaml of a folder; none where there is no such file. */
export function readCorrections(dir: string): { corrections: PlacedCorrection[]; input: Input | null } {
  const path = join(dir, "corrections.yaml");
  if (!existsSync(path)) return { corrections: [], input: null };
  const bytes = bytesOf(path);
  const { value, lineOf } = parseYaml(path, decode(path, bytes).text, Corrections);
  const corrections = value.corrections.map((correction, i) => ({ correction, at: `${path}:${lineOf(["corrections", i])}` }));
  return { corrections, input: inputOf("corrections.yaml", bytes) };
}

/** The bytes of the restoration model's two files, and one digest of both. */
export function readModel(dir: string = join(HOME, "pipeline", "restore", "model")): { marks: Buffer; headings: Buffer; digest: string } {
  const read = (file: string) => bytesOf(join(dir, file), "Check it out again, or make it with `make model CORPUS=dir`.");
  const marks = read("marks.bin");
  const headings = read("headings.bin.gz");
  return { marks, headings, digest: sha256(Buffer.concat([marks, headings])) };
}
