/** The way of one year: gather → correct → check → confirm → tabulate. What it gives, `publish` writes. Pure: all files were read at the door. */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import { aliasesOf } from "../schemas/aliases.ts";
import type { Edition, EditionSpec, EditionText, Part } from "../schemas/edition.ts";
import type { Fact } from "../schemas/fact.ts";
import type { Registers } from "../schemas/register.ts";
import { check, checks } from "./check/index.ts";
import { confirmFindings, correct, type Placed, type TextAtHand } from "./correct/index.ts";
import type { Processed } from "./document.ts";
import { likeness, nearest, nearestInWords } from "./likeness.ts";
import { EXIT, seen, UserError } from "./messages.ts";
import { tabulate } from "./tabulate/index.ts";

/** All that a year's edition is made from, beside its texts. */
export interface Year {
  readonly spec: EditionSpec;
  /** where edition.yaml's parts stand, for messages: `edition.yaml:12` */
  readonly at: (path: readonly PropertyKey[]) => string;
  /** texts that edition.yaml names may be missing: the texts come from elsewhere */
  readonly elsewhere: boolean;
  readonly corrections: readonly Placed[];
  readonly registers: Registers;
  /** The years before this one, oldest first. */
  readonly earlier: Edition["earlier"];
  readonly inputs: Edition["inputs"];
  readonly versions: Edition["versions"];
  /** Texts that could not be read, and that the run goes on without. */
  readonly leftOut?: Edition["leftOut"];
}

export function makeEdition(year: Year, texts: readonly Processed[]): Edition {
  const { spec, registers, leftOut = [] } = year;
  requireChecks(year);
  const body = gather(year, texts);
  const { facts, applied } = correct(body.facts, year.corrections, atHand(body.order));
  const found = check(facts, { registers, severities: spec.severities, year: spec.year, earlier: year.earlier, texts: body.texts });
  const { findings, applied: confirmed } = confirmFindings(found, year.corrections);
  const { tables, figures } = tabulate({ facts, findings, rules: spec.tables, breaks: spec.breaks, registers, year: spec.year, earlier: year.earlier, texts: body.texts });
  return {
    spec,
    revision: `r${spec.revision}`,
    digest: digestOf(year.inputs),
    versions: year.versions,
    inputs: year.inputs,
    preface: body.preface,
    columns: body.columns,
    facts,
    earlier: year.earlier,
    corrections: [...body.order.flatMap(({ corrections }) => corrections), ...applied, ...confirmed],
    findings,
    checks: checks.map(({ name, title, titleEn }) => ({ name, title, titleEn })),
    unproven: body.unproven,
    draft: false,
    history: [],
    changes: null,
    tables,
    figures,
    pinyin: registers.pinyin,
    aliases: aliasesOf(registers),
    leftOut,
    notes: [...leftOut.map(({ path }) => `文本“${path}”未能读入，本版缺其内容，原因见资料质量`), ...body.notes],
  };
}

/** Throws UserError 65 for a severity of a check that there is not: it would hold off nothing, and nobody would notice. */
function requireChecks({ spec, at }: Year): void {
  const names = checks.map(({ name }) => name);
  const unknown = Object.keys(spec.severities).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const near = nearest(names, (name) => likeness(unknown, name), 0).map((name) => `"${name}"`);
  throw new UserError(EXIT.badData, `${at(["severities", unknown])}: there is no check "${seen(unknown)}". ${nearestInWords(near, "")}; docs/checks.md has them all.`);
}

/** The facts of a year as a later one sees them: corrected, not checked or tabulated. */
export function factsOfYear(corrections: readonly Placed[], texts: readonly Processed[]): Fact[] {
  return correct(texts.flatMap(({ facts }) => facts), corrections, atHand(texts)).facts;
}

/** What corrections look up in the texts, in their order. */
function atHand(texts: readonly Processed[]): Map<string, TextAtHand> {
  return new Map(texts.map(({ document, restored, outline }) => [document.id, { raw: document.text, restored, outline }]));
}

/** The texts in printing order: preface, then column by column; texts that no column names go to `rest`, in the order of their names. */
function gather(year: Year, texts: readonly Processed[]): Pick<Edition, "preface" | "columns" | "facts" | "unproven" | "notes"> & { texts: EditionText[]; order: Processed[] } {
  const { spec } = year;
  const byId = new Map(texts.map((text) => [text.document.id, text]));
  const named = namedTexts(spec);
  if (!year.elsewhere) {
    const known = new Set([...byId.keys(), ...(year.leftOut ?? []).map(({ id }) => id)]);
    const missing = named.find(({ id }) => !known.has(id));
    if (missing) throw new UserError(EXIT.noInput, `${year.at(missing.path)}: there is no text "${missing.id}". The year has ${[...byId.keys()].map((id) => `"${id}"`).join(", ")}: name one of these, or add ${missing.id}.txt.`);
  }
  const twice = named.find(({ id }, i) => named.findIndex((other) => other.id === id) !== i);
  if (twice) throw new UserError(EXIT.badData, `${year.at(twice.path)}: the text "${twice.id}" is named twice. Print it in one place.`);
  const taken = new Set(named.map(({ id }) => id));
  const idsOf = (column: Part) => [...column.texts, ...(column.id === spec.rest ? [...byId.keys()].filter((id) => !taken.has(id)) : [])];
  const textsOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const preface = textsOf(spec.preface);
  const columns = spec.columns.map((column) => ({ column, texts: textsOf(idsOf(column)) }));
  const order = [...preface, ...columns.flatMap((column) => column.texts)];
  return {
    preface: preface.map(editionText),
    columns: columns.map(({ column: { id, title, titleEn }, texts }) => ({ id, title, titleEn, texts: texts.map(editionText) })),
    order,
    texts: order.map(editionText),
    facts: order.flatMap(({ facts }) => facts),
    unproven: order.flatMap(({ unproven }) => unproven),
    notes: order.flatMap(({ document, unproven }) => [
      ...document.problems.map(({ line, message }) => `${document.id}${line === null ? "" : `，第${line}行`}：${message}`),
      ...unproven.map(({ quote, value }) => `${document.id}：“${quote}”一处，所读“${value}”在原文中未得印证，未予收录`),
    ]),
  };
}

function namedTexts(spec: EditionSpec): { id: string; path: PropertyKey[] }[] {
  const preface = spec.preface.map((id, i) => ({ id, path: ["preface", i] }));
  const columns = spec.columns.flatMap((column, c) => column.texts.map((id, i) => ({ id, path: ["columns", c, "texts", i] })));
  return [...preface, ...columns];
}

function editionText({ document, restored, outline }: Processed): EditionText {
  const { id, path, digest, bytes, encoding, problems, text } = document;
  const name = basename(path);
  return { id, path: name, digest, bytes, encoding, problems: problems.map((problem) => ({ ...problem, file: name })), raw: text, text: restored.text, outline, repairs: restored.repairs };
}

/** SHA-256 over the inputs' names and digests, in their order. */
function digestOf(inputs: Edition["inputs"]): string {
  const hash = createHash("sha256");
  for (const { path, digest } of inputs) hash.update(`${digest}  ${path}\n`);
  return hash.digest("hex");
}
