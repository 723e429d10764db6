/** The clean texts that training reads: CORPUS/GENRE/NAME.txt. Not here: flattening, learning. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface CleanText { readonly genre: string; readonly name: string; readonly text: string }

/** All texts, by genre and name. */
export function readCorpus(dir: string): CleanText[] {
  return readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted()
    .flatMap((genre) => readdirSync(join(dir, genre)).filter((file) => file.endsWith(".txt")).toSorted().map((name) => ({ genre, name, text: readFileSync(join(dir, genre, name), "utf8") })));
}

const KEEP_OUT = 10;
/** One text in ten is kept out of a training that is scored. */
export const isKept = (_: unknown, i: number): boolean => i % KEEP_OUT === 7;
export const isLearnt = (text: unknown, i: number): boolean => !isKept(text, i);
