/** A year at the door: everything that its edition is made from is read and checked, then its texts are processed. Not here: what is made of it. */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Edition } from "../../schemas/edition.ts";
import type { Fact } from "../../schemas/fact.ts";
import { processDocument, type Processed } from "../document.ts";
import { factsOfYear, makeEdition, type Year } from "../edition.ts";
import { inline } from "../engine/index.ts";
import { EXIT, UserError } from "../messages.ts";
import { readCorrections, readEdition, readModel, readRegisters, readSources, readVersions, registerInputs } from "../read/index.ts";
import { decodeModel } from "../restore/index.ts";
import { gapsOf, type Gaps } from "./left-out.ts";
import { editionDir, registersDir, sourcesOf, sourceYears } from "./paths.ts";
import type { Reporter } from "./report.ts";

/** The edition of a year, made from sources/YEAR or, where `sources` is given, from the texts there. With `keepGoing`, texts that cannot be read are left out and named in the edition. */
export async function editionOf(year: number, sources: string | undefined, report: Reporter, keepGoing = false): Promise<Edition> {
  report.step("read");
  const own = sourcesOf(year);
  const dir = sources ?? own;
  if (sources === undefined && !existsSync(own)) throw new UserError(EXIT.noInput, `${own}: there is no such folder. Lay the year out with \`make year YEAR=${year}\`, and put its texts in.`);
  const { spec, path, lineOf, input } = readEdition(editionDir(year, dir));
  if (spec.year !== year) throw new UserError(EXIT.badData, `${path}:${lineOf(["year"])}: the edition is of ${spec.year}, but ${year} was asked for. Correct the year, here or in the command.`);
  const gaps = gapsOf(keepGoing);
  const documents = readSources(dir, gaps.of(""));
  const corrected = gaps.without("", readCorrections(dir));
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
    leftOut: gaps.leftOut,
    versions: { ...readVersions(), model: model.digest.slice(0, 12) },
  };
  const restoration = decodeModel(model.marks, model.headings);
  const before = earlierYears(year).map((of) => earlierYear(of, restoration, gaps, report));
  const processed = await processAll(documents, restoration, inHand, report);
  report.step("check and tabulate");
  return makeEdition({ ...inHand, earlier: before.map(({ of, facts }) => ({ year: of, facts })), inputs: [...inHand.inputs, ...before.flatMap(({ inputs }) => inputs), ...gaps.inputs] }, processed);
}

/** Years before this one that have texts of their own in sources/, oldest first. */
function earlierYears(year: number): number[] {
  return sourceYears().filter((other) => other < year && existsSync(join(sourcesOf(other), "edition.yaml")));
}

/** The facts of an earlier year, and what they were made from. */
function earlierYear(of: number, model: ReturnType<typeof decodeModel>, gaps: Gaps, report: Reporter): { of: number; facts: Fact[]; inputs: Edition["inputs"] } {
  report.step(`the year ${of}`);
  const dir = sourcesOf(of);
  const documents = readSources(dir, gaps.of(`${of}/`)), corrected = gaps.without(`${of}/`, readCorrections(dir)), registers = readRegisters(registersDir(), of);
  const texts = documents.map((document) => processDocument(document, model, registers, corrected.corrections));
  const inputs = [...documents, ...(corrected.input === null ? [] : [corrected.input])].map(({ path, digest, bytes }) => ({ path: join(String(of), basename(path)), digest, bytes }));
  return { of, facts: factsOfYear(corrected.corrections, texts), inputs };
}

function processAll(documents: ReturnType<typeof readSources>, model: ReturnType<typeof decodeModel>, { registers, corrections }: Year, report: Reporter): Promise<Processed[]> {
  return inline.run((document) => processDocument(document, model, registers, corrections), documents, (done, of) => report.step(`texts ${done + 1}/${of}`));
}
