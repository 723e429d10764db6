/** What holds for every input, however bad: it is refused in a line, or all promises of the stages are kept. Not here: what is fed in, how time is watched. */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { validate } from "../../pipeline/commands/validate.ts";
import { correct, correctRepairs, type Placed } from "../../pipeline/correct/index.ts";
import type { Processed } from "../../pipeline/document.ts";
import { makeEdition, type Year } from "../../pipeline/edition.ts";
import { UserError } from "../../pipeline/messages.ts";
import { book, type FontFiles, fontPaths } from "../../pipeline/publish/book/index.ts";
import { data, manifest } from "../../pipeline/publish/data/index.ts";
import { workbooks } from "../../pipeline/publish/workbook/index.ts";
import { decode } from "../../pipeline/read/decode.ts";
import { parseYaml } from "../../pipeline/read/yaml.ts";
import { Corrections } from "../../schemas/correction.ts";
import { EditionSpec } from "../../schemas/edition.ts";
import { Fact } from "../../schemas/fact.ts";
import { Outline } from "../../schemas/outline.ts";
import { Restored } from "../../schemas/repair.ts";
import { Unproven } from "../../schemas/unproven.ts";
import { processed } from "../fixtures/processed.ts";
import { registers } from "../fixtures/registers.ts";
import type { Input } from "./generators.ts";

/** What became of an input. */
export type Fate = "through" | "refused";

/** Takes an input as far as it says. Throws where a law is broken. */
export async function take(input: Input): Promise<Fate> {
  try {
    if (input.kind === "text") await takeText(input);
    else if (input.kind === "edition.yaml") takeEditionYaml(input.bytes);
    else takeCorrections(input.bytes);
    return "through";
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    requireLine(thrown);
    return "refused";
  }
}

/** A refusal names a place, says what to do, and is of the input (65, 66): 1 would be a broken promise of ours. */
function requireLine({ exitCode, message }: UserError): void {
  holds(exitCode === 65 || exitCode === 66, `a refusal has status ${exitCode}: ${message}`);
  for (const line of message.split("\n")) {
    holds(/^[a-z]+\.(?:txt|yaml):/u.test(line), `a refusal begins with its place: ${line}`);
    holds(line.length < 1000, `a refusal is a line and no page: ${line.length} characters`);
    // oxlint-disable-next-line no-control-regex
    holds(!/[\u0000-\u001F\u007F-\u009F]/u.test(line), `a refusal holds no control characters: ${JSON.stringify(line)}`);
  }
}

async function takeText({ bytes, depth }: Extract<Input, { kind: "text" }>): Promise<void> {
  const { text } = decode("text.txt", bytes);
  const done = processed(text);
  requireText(text, done);
  if (depth === "facts") return;
  const edition = makeEdition(YEAR, [done]);
  validate(edition);
  const open = data(edition);
  for (const { name, bytes: file } of open) if (name.endsWith(".csv")) requireCsv(name, file);
  for (const line of String(open.find(({ name }) => name.endsWith("facts.jsonl"))!.bytes).split("\n")) if (line !== "") Fact.parse(JSON.parse(line));
  if (depth === "edition") return;
  const sheets = await workbooks(edition);
  const pdf = { name: "book.pdf", bytes: await book(edition, fonts(), []) };
  manifest(edition, [...sheets, pdf]);
}

/** The laws of one text: restored, outlined, extracted. */
export function requireText(raw: string, { restored, outline, facts, unproven }: Processed): void {
  Restored.parse(restored);
  Outline.parse(outline);
  for (const fact of facts) Fact.parse(fact);
  for (const one of unproven) Unproven.parse(one);
  requireMap(raw, restored);
  const again = processed(restored.text).restored.text;
  holds(again === restored.text, `restoring twice is restoring once: ${firstDifference(restored.text, again)}`);
  for (const { span, raw: words } of restored.repairs) requireSpan(raw, span, words, "repair");
  for (const { span, start, end, text } of outline.sentences) {
    holds(restored.text.slice(start, end) === text, "a sentence is the restored text at its place");
    requireSpan(raw, span, null, "sentence");
  }
  for (const fact of facts) {
    requireSpan(raw, fact.span, fact.quote, `fact ${fact.id}`);
    holds(Object.values(fact).flat().every((value) => typeof value !== "string" || !/[\uD800-\uDFFF]/u.test(value)), `fact ${fact.id}: holds no half characters`);
  }
  for (const { span, quote } of unproven) requireSpan(raw, span, quote, "unproven");
  holds(new Set(facts.map(({ id }) => id)).size === facts.length, "ids are distinct");
}

/** Marks, brackets and blanks: what restoration may put in, take out or change. */
const MARKS = /〔(?:题名|稿次)缺失〕|[\s.,;:!?%'"()，、。；：！？“”‘’《》（）]/gu;
/** Compatibility forms are the one content that restoration folds. */
const content = (text: string) => text.replace(/[\u2E80-\u2FDF\uF900-\uFAFF]/gu, (c) => c.normalize("NFKC")).replace(MARKS, "");

function requireMap(raw: string, restored: Restored): void {
  const { text, from, to, headings } = restored;
  const [was, is] = [content(raw), content(text)];
  holds(was === is, `content comes through unchanged and in order: ${firstDifference(was, is)}`);
  holds(from.length === text.length && to.length === text.length, "the map has a place a character");
  for (let i = 0; i < text.length; i++) holds(from[i]! <= to[i]! && to[i]! <= raw.length && (i === 0 || from[i]! >= from[i - 1]!), `the map never falls and stays within: at ${i}`);
  for (const { start, end } of headings) holds(start < end && end <= text.length && !text.slice(start, end).includes("\n"), "a heading is a line of the text");
}

function requireSpan(raw: string, { start, end }: { start: number; end: number }, words: string | null, what: string): void {
  holds(start < end && end <= raw.length, `${what}: ${start}-${end} stands within the text`);
  holds(words === null || raw.slice(start, end) === words, `${what}: quotes the text at its place`);
  holds(!isWithinPair(raw, start) && !isWithinPair(raw, end), `${what}: ${start}-${end} cuts no character in two`);
}

const isWithinPair = (text: string, at: number) => /[\uD800-\uDBFF]/.test(text[at - 1] ?? "") && /[\uDC00-\uDFFF]/.test(text[at] ?? "");

function requireCsv(name: string, file: Buffer): void {
  const rows: string[][] = parse(file, { bom: true });
  holds(rows.length > 0, `${name} has a head`);
}

function takeEditionYaml(bytes: Uint8Array): void {
  const { text } = decode("edition.yaml", bytes);
  const { value, lineOf } = parseYaml("edition.yaml", text, EditionSpec);
  EditionSpec.parse(value);
  validate(makeEdition({ ...YEAR, spec: value, at: (path) => `edition.yaml:${lineOf(path)}` }, [SAMPLE]));
}

/** The text that corrections are held against. */
const SAMPLE = processed("一.进展\n各市覆盖率达到80.其中.北京.河北等5个地区均已建成平台.业务量增长8.1.共开通热线12条.");

function takeCorrections(bytes: Uint8Array): void {
  const { text } = decode("corrections.yaml", bytes);
  const { value, lineOf } = parseYaml("corrections.yaml", text, Corrections);
  const placed: Placed[] = value.corrections.map((correction, i) => ({ correction, at: `corrections.yaml:${lineOf(["corrections", i])}` }));
  const raw = SAMPLE.document.text;
  const { restored } = correctRepairs(raw, SAMPLE.restored, placed);
  requireMap(raw, restored);
  for (const { span, raw: words } of restored.repairs) requireSpan(raw, span, words, "repair");
  const { facts } = correct(SAMPLE.facts, placed, new Map([["text", { raw, restored: SAMPLE.restored, outline: SAMPLE.outline }]]));
  for (const fact of facts) {
    Fact.parse(fact);
    requireSpan(raw, fact.span, fact.quote, `fact ${fact.id}`);
  }
  validate(makeEdition({ ...YEAR, corrections: placed }, [SAMPLE]));
}

const YEAR: Year = {
  spec: EditionSpec.parse({ title: "年鉴", titlePinyin: "Nianjian", titleEn: "Yearbook", year: 2013, date: "2014-06-30", editor: "甲", editorEn: "A", columns: [{ id: "a", title: "甲", titleEn: "A" }], rest: "a" }),
  at: (path) => `edition.yaml:${path.map(String).join(".")}`,
  elsewhere: true,
  corrections: [],
  registers,
  earlier: [],
  inputs: [],
  versions: { nianjian: "0" },
};

let faces: FontFiles | null = null;
function fonts(): FontFiles {
  const paths = fontPaths();
  faces ??= { serif: readFileSync(paths.serif), serifBold: readFileSync(paths.serifBold), sans: readFileSync(paths.sans), sansBold: readFileSync(paths.sansBold) };
  return faces;
}

function holds(whether: boolean, law: string): asserts whether {
  if (!whether) throw new Error(law);
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 12), at + 12));
  return `at ${at}, ${around(one)} became ${around(other)}`;
}
