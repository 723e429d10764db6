/** What the model looks at around a flattened '.': hashed features, the same in training and in use. Not here: weights, search. */

/** Buckets of the hashing trick; a power of two. */
export const BUCKETS = 1 << 20;

/** A place to decide, with the clauses on both sides; offsets are UTF-16 units into the flattened text. */
export interface Place {
  readonly at: number;
  /** Static features: buckets that do not depend on the marks decided before. */
  readonly buckets: Int32Array;
  readonly clauseBefore: number;
  readonly left: string;
  readonly right: string;
}

/** What has been decided so far, as far as the features look back. */
export interface History {
  /** Indices into MARKS of the two marks before, -1 at the start. */
  readonly last: number;
  readonly beforeLast: number;
  /** Clauses since the last end of a sentence. */
  readonly clauses: number;
}

/** FNV-1a over a template number and the parts of a feature. */
function bucket(template: number, a: string, b = ""): number {
  let hash = Math.imul(2166136261 ^ template, 16777619);
  for (let i = 0; i < a.length; i++) hash = Math.imul(hash ^ a.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ 0x1f, 16777619);
  for (let i = 0; i < b.length; i++) hash = Math.imul(hash ^ b.charCodeAt(i), 16777619);
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) & (BUCKETS - 1);
}

/** Lengths in steps that matter: list members are short, clauses long. */
function lengthClass(length: number): string {
  if (length <= 6) return String(length);
  if (length <= 8) return "8";
  if (length <= 11) return "b";
  if (length <= 15) return "f";
  if (length <= 22) return "m";
  return "z";
}

/** Figures of a kind look alike: any digit is 0, any Latin letter a, all white space a line break. */
export function simplify(text: string): string {
  return text.replace(/\d/gu, "0").replace(/[A-Za-z]/gu, "a").replace(/\s/gu, "\n");
}

/** The places to decide in a flattened text, with their static features.
 *
 * in   simple: the text through `simplify`, same length; at: offsets of its dots, rising */
export function placesOf(simple: string, at: readonly number[]): Place[] {
  const clause = (i: number) => simple.slice((at[i - 1] ?? -1) + 1, at[i] ?? simple.length);
  return at.map((offset, i) => {
    const before = clause(i);
    const after = clause(i + 1);
    const l = (n: number, m = 0) => simple.slice(Math.max(0, offset - n), offset - m);
    const r = (n: number, m = 0) => simple.slice(offset + 1 + m, offset + 1 + n);
    const lb = lengthClass(before.length);
    const la = lengthClass(after.length);
    const beforeThat = clause(i - 1);
    const afterThat = i + 2 <= at.length ? clause(i + 2) : "";
    const tail = after.slice(-1);
    const shape = `${lb}|${la}`;
    const alike = `${before.slice(-1) === tail ? 1 : 0}${before.slice(-2) === after.slice(-2) ? 1 : 0}${before[0] === after[0] ? 1 : 0}${before.length === after.length ? 1 : 0}`;
    const features = [
      bucket(1, l(1)), bucket(2, l(2)), bucket(3, l(3)), bucket(4, l(4)),
      bucket(5, r(1)), bucket(6, r(2)), bucket(7, r(3)), bucket(8, r(4)),
      bucket(9, l(2, 1)), bucket(10, l(3, 1)), bucket(11, r(2, 1)), bucket(12, r(3, 1)), bucket(13, r(4, 2)),
      bucket(14, l(1), r(1)), bucket(15, l(2), r(1)), bucket(16, l(1), r(2)), bucket(17, l(2), r(2)),
      bucket(18, lb), bucket(19, la), bucket(20, shape), bucket(21, lb, lengthClass(beforeThat.length)), bucket(22, la, lengthClass(afterThat.length)),
      bucket(23, alike, shape), bucket(24, alike, l(1)),
      bucket(25, tail), bucket(26, after.slice(-2)), bucket(27, before.slice(0, 1)), bucket(28, before.slice(0, 2)),
      bucket(29, l(1), tail), bucket(30, l(2), after.slice(-2)), bucket(31, before.slice(0, 2), r(2)),
      bucket(32, r(1), lb), bucket(33, r(2), lb), bucket(34, l(1), la), bucket(35, l(2), la), bucket(36, r(2), shape),
      bucket(37, beforeThat.slice(-2), l(2)), bucket(38, beforeThat.slice(0, 2), before.slice(0, 2)), bucket(39, beforeThat.slice(-1) + l(1), tail),
      bucket(40, afterThat.slice(0, 2)), bucket(41, beforeThat.slice(0, 2)), bucket(42, ""),
      bucket(43, r(1), afterThat.slice(0, 1)), bucket(44, r(5)), bucket(45, l(5)),
    ];
    return { at: offset, buckets: Int32Array.from(features), clauseBefore: before.length, left: l(2), right: r(2) };
  });
}

/** How many features hang on the history. */
export const HISTORY_FEATURES = 9;

/** Buckets that depend on the marks decided before, written to `out`. */
export function historyBuckets(place: Place, history: History, out: Int32Array): void {
  const last = String.fromCharCode(65 + history.last + 1);
  const two = last + String.fromCharCode(65 + history.beforeLast + 1);
  const length = lengthClass(place.clauseBefore);
  const depth = String(Math.min(history.clauses, 8));
  out[0] = bucket(60, last, length);
  out[1] = bucket(61, two, length);
  out[2] = bucket(62, last, place.right);
  out[3] = bucket(63, last, place.left);
  out[4] = bucket(64, depth, length);
  out[5] = bucket(65, depth, place.right);
  out[6] = bucket(66, two);
  out[7] = bucket(67, depth, last);
  out[8] = bucket(68, last + place.left.slice(-1), place.right.slice(0, 1));
}

/** The history after one more mark. */
export function advance(history: History, mark: number, ends: boolean): History {
  return { last: mark, beforeLast: history.last, clauses: ends ? 0 : history.clauses + 1 };
}

export const START: History = { last: -1, beforeLast: -1, clauses: 0 };
