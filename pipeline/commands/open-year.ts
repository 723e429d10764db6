/** A year at the door: everything that its edition is made from is read and checked, then its texts are processed. Not here: what is made of it. */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Edition } from "../../schemas/edition.ts";
import type { Fact } from "../../schemas/fact.ts";
import { factsOfYear, makeEdition, type Year } from "../edition.ts";
import type { Cache } from "../engine/cache.ts";
import { processTexts, type Means } from "../engine/texts.ts";
import { EXIT, UserError } from "../messages.ts";
import { readCorrections, readEdition, readModel, readRegisters, readSources, registerInputs, strangersIn } from "../read/index.ts";
import { decodeModel } from "../restore/index.ts";
import { versionsOf } from "./build/inputs.ts";
import { gapsOf, type Gaps } from "./left-out.ts";
import { earlierYears, editionDir, registersDir, sourcesOf } from "./paths.ts";
import { oneByOne, type Reporter } from "./report.ts";

export interface How {
  /** Texts that stand in it are not processed again. */
  readonly cache?: Cache | null;
  /** Texts that cannot be read are left out and named in the edition. */
  readonly keepGoing?: boolean;
}

/** The edition of a year, made from sources/YEAR or, where `sources` is given, from the texts there. */
export async function editionOf(year: number, sources: string | undefined, report: Reporter, { cache = null, keepGoing = false }: How = {}): Promise<Edition> {
  report.step("read");
  const own = sourcesOf(year);
  const dir = sources ?? own;
  if (sources === undefined && !existsSync(own)) throw new UserError(EXIT.noInput, `${own}: there is no such folder. Lay the year out with \`make year YEAR=${year}\`, and put its texts in.`);
  const { spec, path, lineOf, input } = readEdition(editionDir(year, dir));
  if (spec.year !== year) throw new UserError(EXIT.badData, `${path}:${lineOf(["year"])}: the edition is of ${spec.year}, but ${year} was asked for. Correct the year, here or in the command.`);
  const gaps = gapsOf(keepGoing);
  const documents = readSources(dir, gaps.of(""));
  for (const name of strangersIn(dir)) report.warn(`${join(dir, name)}: this file is not read, as its name does not end in .txt. Save it as plain text (UTF-8) if it is a text, else take it out.`);
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
    versions: versionsOf(model),
  };
  const restoration = { digest: model.digest, decoded: once(() => decodeModel(model.marks, model.headings)) };
  const before: EarlierYear[] = [];
  for (const of of earlierYears(year)) before.push(await earlierYear(of, restoration, gaps, cache, report));
  report.step("texts");
  const processed = await processTexts(documents, { ...inHand, model: restoration }, { cache, told: oneByOne(documents, report) });
  cache?.tidy();
  const unkept = cache?.warning() ?? null;
  if (unkept !== null) report.warn(unkept);
  report.step("check");
  return makeEdition({ ...inHand, earlier: before.map(({ of, facts }) => ({ year: of, facts })), inputs: [...inHand.inputs, ...before.flatMap(({ inputs }) => inputs), ...gaps.inputs] }, processed);
}

interface EarlierYear { readonly of: number; readonly facts: Fact[]; readonly inputs: Edition["inputs"] }

/** The facts of an earlier year, and what they were made from. */
async function earlierYear(of: number, model: Means["model"], gaps: Gaps, cache: Cache | null, report: Reporter): Promise<EarlierYear> {
  report.step("earlier", of);
  const dir = sourcesOf(of);
  const documents = readSources(dir, gaps.of(`${of}/`)), { corrections, input } = gaps.without(`${of}/`, readCorrections(dir));
  const texts = await processTexts(documents, { model, registers: readRegisters(registersDir(), of), corrections }, { cache });
  const inputs = [...documents, ...(input === null ? [] : [input])].map(({ path, digest, bytes }) => ({ path: join(String(of), basename(path)), digest, bytes }));
  return { of, facts: factsOfYear(corrections, texts), inputs };
}

/** Work that is done when it is first asked for, and not again. */
function once<T extends object>(work: () => T): () => T {
  let done: T | undefined;
  return () => (done ??= work());
}
