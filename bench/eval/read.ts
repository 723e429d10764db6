/** Texts to be scored, with their answers: annotated raw texts, or clean texts that are flattened here. Not here: restoring, scoring. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FactKind } from "../../schemas/fact.ts";
import { flatten } from "../../pipeline/restore/model/flatten.ts";

/** A dot of the raw text and the readings that are right there, the usual one first. */
export interface GoldMark { readonly at: number; readonly accept: readonly string[] }
/** An annotated fact: the contract's slots, and its quote; the span is found by the quote. */
export interface GoldFact { kind: FactKind; quote: string; span?: { start: number; end: number }; /** the same in the clean text */ cleanSpan?: { start: number; end: number }; [slot: string]: unknown }

export interface Sample {
  /** Path below the folder, without the ending. */
  readonly id: string;
  /** The folder that holds the text; "" at the top. */
  readonly genre: string;
  /** The list that names the text, else its first-level folder; "" at the top. */
  readonly split: string;
  readonly raw: string;
  readonly marks: readonly GoldMark[] | null;
  readonly gold: readonly GoldFact[] | null;
  /** The text with its marks, where it is at hand and the gold facts have their place in it. */
  readonly clean: string | null;
}

const RAW = ".raw.txt";

/** The texts of this year's edition, and passages of other genres: all that is annotated in test/fixtures. */
export function ownTexts(year = 2013): Sample[] {
  return [...editionTexts(year), ...readSamples(fileURLToPath(new URL("../../test/fixtures/passages", import.meta.url)))];
}

function editionTexts(year: number): Sample[] {
  const at = (folder: string) => fileURLToPath(new URL(`../../${folder}/${year}`, import.meta.url));
  const texts = at("sources");
  return readdirSync(texts).filter((file) => file.endsWith(".txt")).toSorted().map((file) => {
    const id = file.slice(0, -".txt".length);
    return { id, genre: String(year), split: String(year), raw: readFileSync(join(texts, file), "utf8"), ...answers(join(at("test/fixtures"), id)) };
  });
}

/** The texts below a folder, in the order of their paths.
 *
 *  NAME.raw.txt comes with NAME.marks.jsonl, NAME.gold.jsonl or both, and the other .txt of such a folder are left alone.
 *  In a folder without any, every .txt is a clean text: it is flattened, and its own marks are the answers.
 *
 *  lists   files that name documents, a path below the folder a line, with or without .txt: only these are read, each list a split */
export function readSamples(folder: string, lists: readonly string[] = []): Sample[] {
  const splits = listed(lists);
  return filesBelow(folder, "").flatMap((path): Sample[] => {
    const id = path.slice(0, path.endsWith(RAW) ? -RAW.length : -".txt".length);
    const folders = id.split("/").slice(0, -1);
    const split = splits === null ? (folders[0] ?? "") : splits.get(id);
    if (split === undefined) return [];
    const text = readFileSync(join(folder, path), "utf8");
    const where = { id, genre: folders.at(-1) ?? "", split };
    return [path.endsWith(RAW) ? { ...where, raw: text, ...answers(join(folder, id)) } : { ...where, ...flatten(text), gold: null, clean: null }];
  });
}

function filesBelow(folder: string, below: string): string[] {
  const entries = readdirSync(join(folder, below), { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const ending = files.some((name) => name.endsWith(RAW)) ? RAW : ".txt";
  return [
    ...files.filter((name) => name.endsWith(ending)).map((name) => below + name),
    ...entries.filter((entry) => entry.isDirectory()).flatMap(({ name }) => filesBelow(folder, `${below}${name}/`)),
  ];
}

function answers(stem: string): Pick<Sample, "marks" | "gold" | "clean"> {
  const gold = jsonLines<GoldFact>(`${stem}.gold.jsonl`), clean = `${stem}.clean.txt`;
  const isPlaced = gold !== null && gold.every(({ cleanSpan }) => cleanSpan !== undefined) && existsSync(clean);
  return { marks: jsonLines<GoldMark>(`${stem}.marks.jsonl`), gold, clean: isPlaced ? readFileSync(clean, "utf8") : null };
}

function jsonLines<T>(path: string): T[] | null {
  return existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as T) : null;
}

/** Document → the name of the list that names it; null where no list was given. */
function listed(lists: readonly string[]): Map<string, string> | null {
  if (lists.length === 0) return null;
  return new Map(lists.flatMap((path) => {
    const name = basename(path).replace(/\.[^.]*$/u, "");
    const lines = readFileSync(path, "utf8").split("\n").map((line) => line.trim().replace(/\.txt$/u, ""));
    return lines.filter(Boolean).map((id) => [id, name] as const);
  }));
}
