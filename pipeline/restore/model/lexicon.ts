/** Words and their parts of speech: a clause cut into the likeliest words of a lexicon. Not here: making the lexicon, what the words tell. */
import { KeyTable, addText, begin, finish } from "./hash.ts";

/** Parts of speech, as the lexicon of jieba names them; M figures, E Latin words, ? what the lexicon does not hold. */
export const TAGS = ["?", "M", "E", "a", "ad", "an", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "nr", "ns", "o", "p", "q", "r", "s", "t", "u", "uj", "ul", "v", "vn", "x", "y", "z"] as const;
const FIGURES = TAGS.indexOf("M");
const LATIN = TAGS.indexOf("E");

export const LONGEST_WORD = 4;
/** Costs are -log2 of a word's frequency in steps of an eighth. */
export const COST_STEPS = 8;
/** What a single character costs that is no word: more than the rarest word. */
const UNKNOWN = 26 * COST_STEPS;

export interface LexiconData {
  /** `wordKey` of each word, rising. */
  readonly keys: Uint32Array;
  /** Index into TAGS. */
  readonly tags: Uint8Array;
  readonly costs: Uint8Array;
}

export interface Lexicon { readonly table: KeyTable; readonly tags: Uint8Array; readonly costs: Uint8Array }

export function openLexicon({ keys, tags, costs }: LexiconData): Lexicon {
  return { table: new KeyTable(keys), tags, costs };
}

export function wordKey(text: string, from = 0, to = text.length): number {
  return finish(addText(begin(1), text, from, to));
}

/** Words of one clause after another. */
export interface Words {
  /** Where each word begins, and where the last ends. */
  readonly at: number[];
  readonly tags: number[];
}

const NO_WORDS: Words = { at: [0], tags: [] };

/** text.slice(from, to), cut into the words that are likeliest together (a unigram model, by dynamic programming from the end). A run of figures or of letters is one word.
 *
 * text    simplified: figures are 0, letters a. Linear in to - from. */
export function wordsOf(text: string, from: number, to: number, lexicon: Lexicon): Words {
  const n = to - from;
  if (n === 0) return NO_WORDS;
  const best = new Float64Array(n + 1);
  const next = new Int32Array(n);
  const entry = new Int32Array(n);
  for (let i = n - 1; i >= 0; i--) {
    const start = from + i;
    const c = text.charCodeAt(start);
    if (c === 48 || c === 97) {
      // a run ends where the next place does not go on with the same kind
      next[i] = i + 1 < n && text.charCodeAt(start + 1) === c ? next[i + 1]! : i + 1;
      best[i] = best[next[i]!]!;
      entry[i] = -1;
      continue;
    }
    let low = Infinity, end = i + 1, found = -1;
    let hash = begin(1);
    const last = Math.min(n, i + LONGEST_WORD);
    for (let j = i; j < last; j++) {
      hash = addText(hash, text, from + j, from + j + 1);
      const word = lexicon.table.get(finish(hash));
      if (word < 0 && j > i) continue;
      const cost = best[j + 1]! + (word < 0 ? UNKNOWN : lexicon.costs[word]!);
      if (cost < low) { low = cost; end = j + 1; found = word; }
    }
    best[i] = low;
    next[i] = end;
    entry[i] = found;
  }
  const at: number[] = [], tags: number[] = [];
  for (let i = 0; i < n; i = next[i]!) {
    at.push(from + i);
    const c = text.charCodeAt(from + i);
    tags.push(c === 48 ? FIGURES : c === 97 ? LATIN : entry[i]! < 0 ? 0 : lexicon.tags[entry[i]!]!);
  }
  at.push(to);
  return { at, tags };
}
