/** A year at the door: everything that its edition is made from is read and checked, then its texts are processed. Not here: what is made of it. */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Edition } from "../../schemas/edition.ts";
import type { Fact } from "../../schemas/fact.ts";
import { processDocument, type Processed } from "../document.ts";
import { factsOfYear, makeEdition, type Year } from "../edition.ts";
import { inline } from "../engine/index.ts";
import { EXIT, UserError } from "../messages.ts";
import { readCorrections, readEdition, readModel, readRegisters, readSources, registerInputs } from "../read/index.ts";
import { decodeModel } from "../restore/index.ts";
import { versionsOf } from "./build/inputs.ts";
import { earlierYears, editionDir, registersDir, sourcesOf } from "./paths.ts";
import { oneByOne, type Reporter } from "./report.ts";

/** The edition of a year, made from sources/YEAR or, where `sources` is given, from the texts there. */
export async function editionOf(year: number, sources: string | undefined, report: Reporter): Promise<Edition> {
  report.step("read");
  const own = sourcesOf(year);
  const dir = sources ?? own;
  if (sources === undefined && !existsSync(own)) throw new UserError(EXIT.noInput, `${own}: there is no such folder. Lay the year out with \`make year YEAR=${year}\`, and put its texts in.`);
  const { spec, path, lineOf, input } = readEdition(editionDir(year, dir));
  if (spec.year !== year) throw new UserError(EXIT.badData, `${path}:${lineOf(["year"])}: the edition is of ${spec.year}, but ${year} was asked for. Correct the year, here or in the command.`);
  const documents = readSources(dir);
  const corrected = readCorrections(dir);
  const model = readModel();
  const texts = documents.map(({ path: file, digest, bytes }) => ({ path: file.slice(dir.length).replace(/^[/\\]+/u, ""), digest, bytes }));
  const inHand: Year = {
    spec,
    at: (at) => `${path}:${lineOf(at)}`,
    elsewhere: sources !== undefined,
    corrections: corrected.corrections,
    registers: readRegisters(registersDir(), year),
    earlier: [],
    inputs: [...texts, input, ...(corrected.input === null ? [] : [corrected.input]), ...registerInputs(registersDir(), year)],
    versions: versionsOf(model),
  };
  const restoration = decodeModel(model.marks, model.headings);
  const before = earlierYears(year).map((of) => earlierYear(of, restoration, report));
  const processed = await processAll(documents, restoration, inHand, report);
  report.step("check");
  return makeEdition({ ...inHand, earlier: before.map(({ of, facts }) => ({ year: of, facts })), inputs: [...inHand.inputs, ...before.flatMap(({ inputs }) => inputs)] }, processed);
}

/** The facts of an earlier year, and what they were made from. */
function earlierYear(of: number, model: ReturnType<typeof decodeModel>, report: Reporter): { of: number; facts: Fact[]; inputs: Edition["inputs"] } {
  report.step("earlier", of);
  const dir = sourcesOf(of);
  const documents = readSources(dir), corrected = readCorrections(dir), registers = readRegisters(registersDir(), of);
  const texts = documents.map((document) => processDocument(document, model, registers, corrected.corrections));
  const inputs = [...documents, ...(corrected.input === null ? [] : [corrected.input])].map(({ path, digest, bytes }) => ({ path: join(String(of), basename(path)), digest, bytes }));
  return { of, facts: factsOfYear(corrected.corrections, texts), inputs };
}

function processAll(documents: ReturnType<typeof readSources>, model: ReturnType<typeof decodeModel>, { registers, corrections }: Year, report: Reporter): Promise<Processed[]> {
  report.step("texts");
  return inline.run((document) => processDocument(document, model, registers, corrections), documents, oneByOne(documents, report));
}
