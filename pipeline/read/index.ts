/** read: files → what the stages work on. The door of the house: everything is checked here, so nothing behind it is checked again.
 *
 *  in      paths
 *  out     Document, EditionSpec, Corrections, Registers, Model, with the digests of what was read
 *  holds   the order of texts is that of their names by code point; a problem names its file and line
 *  errors  UserError 66 where something is missing, 65 where it does not hold what it should */
import { statSync } from "node:fs";
import { join, parse } from "node:path";
import { Corrections, type Correction } from "../../schemas/correction.ts";
import { EditionSpec } from "../../schemas/edition.ts";
import type { Document } from "../../schemas/source.ts";
import { HOME } from "../home.ts";
import { EXIT, seen, UserError } from "../messages.ts";
import { decode, EMPTY } from "./decode.ts";
import { bytesOf, inputOf, namesIn, requireName, sha256, type Input } from "./files.ts";
import { parseYaml } from "./yaml.ts";

export { bytesOf, inputOf, MOST_BYTES, namesIn, type Input } from "./files.ts";
export { readRegisters, registerInputs } from "./registers.ts";
export { readVersions } from "./versions.ts";

/** One raw text. `-` is standard input; its id is `stdin`. `within` is the folder that it must lie in. Throws UserError 66 where it cannot be had, 65 where it is no text or empty. */
export function readDocument(path: string, id: string = idOf(path), within?: string): Document {
  const bytes = bytesOf(path, within === undefined ? {} : { within });
  const decoded = decode(path, bytes);
  if (decoded.text.trim() === "") throw new UserError(EXIT.badData, `${path}: ${EMPTY}`);
  return { id, path, digest: sha256(bytes), bytes: bytes.length, ...decoded };
}

/** 03-标准.txt → 03-标准; yearbook-2013.raw.txt → yearbook-2013.raw. */
export function idOf(path: string): string {
  return path === "-" ? "stdin" : parse(path).name;
}

/** Whether a name in a folder of texts is that of a text. One that is called just `.txt` is meant to be one, and is refused when it is read. */
export const isText = (name: string): boolean => /\.txt$/iu.test(name) && !/^readme/iu.test(name) && (!name.startsWith(".") || NAMELESS.test(name));

const NAMELESS = /^\s*\.txt$/iu;

/** Files of a year's folder that nobody reads and somebody may take for a text: 04-稿.doc, 热线.docx. Not a README, nor what an editor keeps beside the texts (a note of what was signed) or leaves there (01-a.txt~). */
export function strangersIn(dir: string): string[] {
  const known = (name: string) => isText(name) || /^(?:readme.*|[.~].*|.*~)$/isu.test(name);
  return namesIn(dir).filter((name) => !known(name) && LIKE_TEXT.test(name) && statSync(join(dir, name), { throwIfNoEntry: false })?.isFile() === true);
}

/** Numbered as texts are, or of a kind that is written with a word processor. */
const LIKE_TEXT = /^\d|\.(?:docx?|wps|rtf|odt|pdf|md|text|html?|xlsx?)$/iu;

/** The names of a folder's raw texts: *.txt but a README, in their order by code point. */
export function textNames(dir: string): string[] {
  return namesIn(dir, "Name the folder that holds the year's texts.").filter(isText);
}

/** A text that could not be taken, and why: "file: what is wrong. What to do." */
export interface Refused {
  readonly id: string;
  readonly fault: UserError;
  /** Its bytes as far as they could be had: those of nothing where they could not. */
  readonly input: Input;
}

/** All raw texts of a folder, in the order of their names. Throws UserError with a line for each that cannot be taken; `refuse` is told of it instead, where it is given, and the others come. */
export function readSources(dir: string, refuse?: (text: Refused) => void): Document[] {
  const names = textNames(dir);
  if (names.length === 0) throw new UserError(EXIT.noInput, `${dir}: there are no texts here. Put the year's raw texts in, one a file, as 01-….txt, 02-….txt.`);
  const taken: Taken = { names: new Map(), digests: new Map() };
  const refused: Refused[] = [];
  const documents = names.flatMap((name) => {
    try {
      return [sourceOf(dir, name, taken)];
    } catch (fault) {
      if (!(fault instanceof UserError)) throw fault;
      refused.push({ id: seen(idOf(name)), fault, input: inputOf(seen(name), bytesIfAny(join(dir, name), dir)) });
      return [];
    }
  });
  if (refused.length > 0 && (refuse === undefined || documents.length === 0)) throw new UserError(refused[0]!.fault.exitCode, refused.map(({ fault }) => fault.message).join("\n"), { cause: refused[0]!.fault });
  for (const text of refused) refuse!(text);
  return documents;
}

/** The names of the texts before one, by what two texts may not share. */
interface Taken {
  readonly names: Map<string, string>;
  readonly digests: Map<string, string>;
}

/** One text of a year's folder. */
function sourceOf(dir: string, name: string, taken: Taken): Document {
  const path = join(dir, name);
  requireName(path, name);
  if (NAMELESS.test(name)) throw new UserError(EXIT.badData, `${path}: this text has no name. Call it 01-….txt, or take the file out.`);
  const id = idOf(name);
  const key = id.normalize("NFC").toLowerCase();
  const other = taken.names.get(key);
  if (other !== undefined) throw new UserError(EXIT.badData, `${path}: another text is called ${id} too, ${other}: names that differ in case or in how a letter is composed are one on other machines. Rename one of the files.`);
  taken.names.set(key, name);
  const document = readDocument(path, id, dir);
  const copied = taken.digests.get(document.digest);
  if (copied !== undefined) throw new UserError(EXIT.badData, `${path}: this text is ${copied} once more, byte for byte: all its figures would count twice. Take one of the two out.`);
  taken.digests.set(document.digest, name);
  return document;
}

function bytesIfAny(path: string, within: string): Uint8Array {
  try {
    return bytesOf(path, { within });
  } catch {
    return new Uint8Array();
  }
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
  const bytes = bytesOf(path, { todo: "Lay the year out with `make year YEAR=…`.", within: dir });
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
  if (!namesIn(dir).includes("corrections.yaml")) return { corrections: [], input: null }; // a link that leads nowhere is there
  const bytes = bytesOf(path, { within: dir });
  const { value, lineOf } = parseYaml(path, decode(path, bytes).text, Corrections);
  const corrections = value.corrections.map((correction, i) => ({ correction, at: `${path}:${lineOf(["corrections", i])}` }));
  return { corrections, input: inputOf("corrections.yaml", bytes) };
}

/** The bytes of the restoration model's two files, and one digest of both. */
export function readModel(dir: string = join(HOME, "pipeline", "restore", "model")): { marks: Buffer; headings: Buffer; digest: string } {
  const read = (file: string) => bytesOf(join(dir, file), { todo: "Check it out again, or make it with `make model CORPUS=dir`." });
  const marks = read("marks.bin");
  const headings = read("headings.bin.gz");
  return { marks, headings, digest: sha256(Buffer.concat([marks, headings])) };
}
