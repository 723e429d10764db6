/** Editions in memory: as their sources are, or with one text altered or added. Every text is processed once; an altered one anew. Not here: what their findings say. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCorrections, readEdition, readRegisters, readSources } from "../../pipeline/read/index.ts";
import { processDocument, type Processed } from "../../pipeline/document.ts";
import { factsOfYear, makeEdition, type Year } from "../../pipeline/edition.ts";
import { EXIT, UserError } from "../../pipeline/messages.ts";
import { flatten } from "../../pipeline/restore/model/flatten.ts";
import type { Model } from "../../pipeline/restore/index.ts";
import { registersDir, sourcesOf, sourceYears } from "../../pipeline/commands/paths.ts";
import type { Finding } from "../../schemas/finding.ts";
import { documentOf } from "../document.ts";

/** A text as it would be printed, and the way from there to the raw state in which it arrives. */
export interface Printed {
  readonly printed: string;
  readonly rawOf: (printed: string) => string;
  /** A text of our own beside this file, which no edition holds. */
  readonly ours: boolean;
}

export class Editions {
  readonly #model: Model;
  readonly #years = new Map<number, { year: Year; texts: readonly Processed[] }>();
  readonly #findings = new Map<string, readonly Finding[]>();

  constructor(model: Model) {
    this.#model = model;
  }

  /** Years that sources/ holds texts of, rising. */
  years(): number[] {
    return sourceYears().filter((year) => existsSync(join(sourcesOf(year), "edition.yaml")));
  }

  /** The findings of a year's edition as its sources are; with `text`, one of ours, as if that belonged to them. */
  findings(year: number, text?: string): readonly Finding[] {
    const ours = text !== undefined && this.text(year, text).ours;
    const key = ours ? `${year}:${text}` : String(year);
    const known = this.#findings.get(key);
    if (known) return known;
    const findings = ours ? this.findingsWith(year, text, this.text(year, text).printed) : this.#make(year, this.#open(year).texts);
    this.#findings.set(key, findings);
    return findings;
  }

  /** The findings of a year's edition with other words in one text, in the raw state. */
  findingsWith(of: number, text: string, printed: string): readonly Finding[] {
    const { year, texts } = this.#open(of);
    const processed = processDocument(documentOf(text, this.text(of, text).rawOf(printed)), this.#model, year.registers, year.corrections);
    const known = texts.some(({ document }) => document.id === text);
    return this.#make(of, known ? texts.map((other) => (other.document.id === text ? processed : other)) : [...texts, processed]);
  }

  /** A text of a year or of ours (NAME.clean.txt arrives without its marks, NAME.txt whole). The year's texts are altered as they would be printed, where test/fixtures has that form, else as they are. Throws UserError 66. */
  text(of: number, text: string): Printed {
    const source = this.#open(of).texts.find(({ document }) => document.id === text)?.document.text;
    if (source === undefined) {
      const clean = at(`texts/${text}.clean.txt`), whole = at(`texts/${text}.txt`);
      if (existsSync(clean)) return { printed: readFileSync(clean, "utf8"), rawOf: (printed) => flatten(printed).raw, ours: true };
      if (existsSync(whole)) return { printed: readFileSync(whole, "utf8"), rawOf: (same) => same, ours: true };
      throw new UserError(EXIT.noInput, `${text}: neither sources/${of} nor bench/seeded/texts has such a text. The year has ${this.#open(of).texts.map(({ document }) => document.id).join(", ")}.`);
    }
    const clean = at(`../../test/fixtures/${of}/${text}.clean.txt`);
    const rawOf = (printed: string) => flatten(printed, { titleLine: source.includes("\n") }).raw;
    const printed = existsSync(clean) ? readFileSync(clean, "utf8") : source;
    return rawOf(printed) === source ? { printed, rawOf, ours: false } : { printed: source, rawOf: (same) => same, ours: false };
  }

  #make(of: number, texts: readonly Processed[]): readonly Finding[] {
    return makeEdition(this.#open(of).year, texts).findings;
  }

  #open(of: number): { year: Year; texts: readonly Processed[] } {
    const known = this.#years.get(of);
    if (known) return known;
    const dir = sourcesOf(of);
    if (!existsSync(dir)) throw new UserError(EXIT.noInput, `${dir}: there is no such folder, so nothing of ${of} can be altered.`);
    const { spec, path, lineOf } = readEdition(dir);
    const registers = readRegisters(registersDir(), of);
    const { corrections } = readCorrections(dir);
    const texts = readSources(dir).map((document) => processDocument(document, this.#model, registers, corrections));
    const earlier = this.years().filter((year) => year < of).map((year) => {
      const before = this.#open(year);
      return { year, facts: factsOfYear(before.year.corrections, before.texts) };
    });
    // No tables: findings come before them, and making them takes as long.
    const year: Year = { spec: { ...spec, tables: [] }, at: (place) => `${path}:${lineOf(place)}`, elsewhere: false, corrections, registers, earlier, inputs: [], versions: {} };
    const opened = { year, texts };
    this.#years.set(of, opened);
    return opened;
  }
}

function at(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
