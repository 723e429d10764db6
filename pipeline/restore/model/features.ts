/** What the model sees of a flattened text: hashed features of every clause between two dots, and of every dot. The same in training and in use. Not here: weights, search. */
import { add, addText, begin, finish, type KeyTable } from "./hash.ts";
import { wordsOf, type Lexicon, type Words } from "./lexicon.ts";

/** Lists of features, one after another: those of the i-th thing are ids[from[i]] … ids[from[i + 1] - 1]. An id is a hash, or its place in a table of those that are known. */
export interface FeatureLists { readonly ids: Uint32Array; readonly from: Int32Array }

export interface Features {
  /** Head, tail, length and word classes of each clause; there is one clause more than dots. */
  readonly clauses: FeatureLists;
  /** What each clause is about: its pairs of characters, words and word classes, wherever they stand. */
  readonly contents: FeatureLists;
  /** What stands around each dot, on both sides at once. */
  readonly dots: FeatureLists;
}

/** Figures of a kind look alike: any digit is 0, any Latin letter a, all white space a line break. */
export function simplify(text: string): string {
  return text.replace(/\d/gu, "0").replace(/[A-Za-z]/gu, "a").replace(/\s/gu, "\n");
}

/** Grows as needed; a list ends with `close`. */
class Collector {
  #ids = new Uint32Array(1 << 12);
  #length = 0;
  readonly #from: Int32Array;
  #lists = 0;
  readonly #table: KeyTable | null;

  constructor(lists: number, table: KeyTable | null) {
    this.#from = new Int32Array(lists + 1);
    this.#table = table;
  }

  put(hash: number): void {
    let id = finish(hash);
    if (this.#table !== null && (id = this.#table.get(id)) < 0) return;
    if (this.#length === this.#ids.length) {
      const longer = new Uint32Array(this.#ids.length * 2);
      longer.set(this.#ids);
      this.#ids = longer;
    }
    this.#ids[this.#length++] = id;
  }

  close(): void {
    this.#from[++this.#lists] = this.#length;
  }

  lists(): FeatureLists {
    return { ids: this.#ids.subarray(0, this.#length), from: this.#from };
  }
}

/** Lengths in steps that matter: list members are short, clauses long. */
function lengthClass(length: number): number {
  if (length <= 6) return length;
  if (length <= 8) return 8;
  if (length <= 11) return 11;
  if (length <= 15) return 15;
  return length <= 22 ? 22 : 23;
}

/** Contents of longer clauses are cut: what a clause of a hundred characters is about is plain from its first sixty. */
const MOST_PAIRS = 60;
const MOST_WORDS = 30;

interface Clause { readonly start: number; readonly end: number; readonly words: Words }

/** simple    the text through `simplify`, same length
 *  at        offsets of its dots, rising
 *  table     features that are known: the others are left out; null for the hashes of all */
export function featuresOf(simple: string, at: readonly number[], lexicon: Lexicon, table: KeyTable | null): Features {
  const clauses: Clause[] = [];
  for (let i = 0; i <= at.length; i++) {
    const start = i === 0 ? 0 : at[i - 1]! + 1;
    const end = at[i] ?? simple.length;
    clauses.push({ start, end, words: wordsOf(simple, start, end, lexicon) });
  }
  const form = new Collector(clauses.length, table), contents = new Collector(clauses.length, table), dots = new Collector(at.length, table);
  for (const clause of clauses) {
    formOf(simple, clause, form);
    contentsOf(simple, clause, contents);
  }
  for (let i = 0; i < at.length; i++) aroundDot(simple, at[i]!, clauses, i, dots);
  return { clauses: form.lists(), contents: contents.lists(), dots: dots.lists() };
}

function formOf(text: string, { start, end, words }: Clause, out: Collector): void {
  const n = end - start;
  const length = lengthClass(n);
  for (let k = 1; k <= 4 && k <= n; k++) {
    out.put(addText(begin(k), text, start, start + k));
    out.put(addText(begin(10 + k), text, end - k, end));
  }
  for (let k = 1; k <= 5 && k < n; k++) {
    out.put(addText(begin(20 + k), text, start + k, start + k + 1));
    out.put(addText(begin(30 + k), text, end - k - 1, end - k));
    if (k > 4 || k + 1 >= n) continue;
    out.put(addText(begin(40 + k), text, start + k, start + k + 2));
    out.put(addText(begin(50 + k), text, end - k - 2, end - k));
  }
  out.put(add(begin(60), length));
  out.put(add(begin(61), Math.min(n, 40)));
  out.put(addText(add(begin(62), length), text, start, Math.min(start + 1, end)));
  out.put(addText(add(begin(63), length), text, Math.max(start, end - 1), end));
  wordForm(text, words, out);
  out.close();
}

/** Classes of the first and last words, and the words themselves. */
function wordForm(text: string, { at, tags }: Words, out: Collector): void {
  const n = tags.length;
  if (n === 0) return;
  const first = tags[0]!, last = tags[n - 1]!;
  out.put(addText(begin(70), text, at[0]!, at[1]!));
  out.put(addText(begin(71), text, at[n - 1]!, at[n]!));
  let prefix = begin(72), suffix = begin(73);
  for (let k = 0; k < 4; k++) {
    prefix = add(prefix, k < n ? tags[k]! : 99);
    out.put(add(prefix, k));
    if (k === 3) break;
    suffix = add(suffix, k < n ? tags[n - 1 - k]! : 99);
    out.put(add(suffix, k));
  }
  out.put(add(begin(74), Math.min(n, 12)));
  out.put(add(add(begin(75), first), last));
  out.put(add(add(begin(76), first), Math.min(n, 12)));
  if (n <= 6) {
    let all = begin(77);
    for (const tag of tags) all = add(all, tag);
    out.put(all);
  }
  for (let k = 0; k < 6 && k < n; k++) out.put(add(begin(80 + k), tags[k]!));
  for (let k = 0; k < 4 && k < n; k++) out.put(add(begin(90 + k), tags[n - 1 - k]!));
  if (n < 2) return;
  out.put(addText(begin(94), text, at[1]!, at[2]!));
  out.put(addText(begin(95), text, at[n - 2]!, at[n - 1]!));
  out.put(add(addText(begin(96), text, at[0]!, at[1]!), tags[1]!));
  out.put(addText(add(begin(97), first), text, at[1]!, at[2]!));
}

function contentsOf(text: string, { start, end, words: { at, tags } }: Clause, out: Collector): void {
  const lastPair = Math.min(end - 1, start + MOST_PAIRS);
  for (let i = start; i < lastPair; i++) out.put(addText(begin(100), text, i, i + 2));
  for (let k = 0; k < tags.length && k < MOST_WORDS; k++) {
    out.put(addText(begin(101), text, at[k]!, at[k + 1]!));
    out.put(add(begin(102), tags[k]!));
  }
  out.close();
}

const EMPTY: Clause = { start: 0, end: 0, words: { at: [0], tags: [] } };

function aroundDot(text: string, dot: number, clauses: readonly Clause[], i: number, out: Collector): void {
  const before = clauses[i]!, after = clauses[i + 1]!, beforeThat = clauses[i - 1] ?? EMPTY, afterThat = clauses[i + 2] ?? EMPTY;
  const nb = before.end - before.start, na = after.end - after.start;
  const lb = lengthClass(nb), la = lengthClass(na);
  const alike = (same(text, before.end - 1, after.end - 1, nb, na, 1) ? 1 : 0) | (same(text, before.end - 2, after.end - 2, nb, na, 2) ? 2 : 0) | (same(text, before.start, after.start, nb, na, 1) ? 4 : 0) | (nb === na ? 8 : 0);
  for (let n = 1; n <= 2; n++) for (let m = 1; m <= 2; m++) out.put(right(left(begin(110 + 2 * n + m), text, dot, n), text, dot, m));
  out.put(add(add(begin(117), lb), la));
  out.put(add(add(add(begin(118), alike), lb), la));
  out.put(left(add(begin(119), alike), text, dot, 1));
  out.put(tail(left(begin(120), text, dot, 1), text, after, 1));
  out.put(tail(left(begin(121), text, dot, 2), text, after, 2));
  out.put(right(head(begin(122), text, before, 2), text, dot, 2));
  out.put(right(add(begin(123), lb), text, dot, 1));
  out.put(right(add(begin(124), lb), text, dot, 2));
  out.put(left(add(begin(125), la), text, dot, 1));
  out.put(left(add(begin(126), la), text, dot, 2));
  out.put(right(add(add(begin(127), lb), la), text, dot, 2));
  out.put(left(tail(begin(128), text, beforeThat, 2), text, dot, 2));
  out.put(head(head(begin(129), text, beforeThat, 2), text, before, 2));
  out.put(tail(left(tail(begin(130), text, beforeThat, 1), text, dot, 1), text, after, 1));
  out.put(head(right(begin(131), text, dot, 1), text, afterThat, 1));
  out.put(left(begin(132), text, dot, 5));
  out.put(right(begin(133), text, dot, 5));
  out.put(add(add(begin(134), lb), lengthClass(beforeThat.end - beforeThat.start)));
  out.put(add(add(begin(135), la), lengthClass(afterThat.end - afterThat.start)));
  classesAround(before.words.tags, after.words.tags, lb, la, out);
  out.close();
}

/** Characters before a dot, and after it, added to a hash. */
function left(hash: number, text: string, dot: number, n: number): number {
  return addText(hash, text, Math.max(0, dot - n), dot);
}
function right(hash: number, text: string, dot: number, n: number): number {
  return addText(add(hash, 0x1f), text, dot + 1, Math.min(text.length, dot + 1 + n));
}

/** The first characters of a clause, and the last, added to a hash. */
function head(hash: number, text: string, clause: Clause, n: number): number {
  return addText(add(hash, 0x1e), text, clause.start, Math.min(clause.end, clause.start + n));
}
function tail(hash: number, text: string, clause: Clause, n: number): number {
  return addText(add(hash, 0x1d), text, Math.max(clause.start, clause.end - n), clause.end);
}

/** Word classes on both sides of a dot. */
function classesAround(before: readonly number[], after: readonly number[], lb: number, la: number, out: Collector): void {
  out.put(add(add(begin(140), tag(before, -1)), tag(after, 0)));
  out.put(add(add(add(add(begin(141), tag(before, -2)), tag(before, -1)), tag(after, 0)), tag(after, 1)));
  out.put(add(add(add(add(begin(142), tag(before, 0)), tag(after, 0)), lb), la));
  out.put(add(add(add(add(begin(143), tag(before, 0)), tag(before, 1)), tag(after, 0)), tag(after, 1)));
  out.put(add(add(add(add(begin(144), tag(before, -1)), tag(after, -1)), lb), la));
  let all = begin(145);
  for (let k = 0; k < 4; k++) all = add(all, tag(before, k));
  for (let k = 0; k < 4; k++) all = add(all, tag(after, k));
  out.put(all);
  out.put(add(add(begin(146), Math.min(before.length, 8)), Math.min(after.length, 8)));
  const equal = before.length === after.length && before.every((t, k) => t === after[k]);
  out.put(add(add(begin(147), equal ? 1 : 0), lb));
}

function tag(tags: readonly number[], k: number): number {
  return tags[k < 0 ? tags.length + k : k] ?? 99;
}

/** Whether n characters of two clauses are the same; clauses of no characters are alike. */
function same(text: string, a: number, b: number, na: number, nb: number, n: number): boolean {
  if (na < n || nb < n) return na === nb;
  for (let k = 0; k < n; k++) if (text.charCodeAt(a + k) !== text.charCodeAt(b + k)) return false;
  return true;
}
