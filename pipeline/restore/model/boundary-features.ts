/** Where a heading ends that ran into the text after it: hashed features of each possible end. Not here: weights, deciding. */

export const BOUNDARY_BUCKETS = 1 << 17;
export const PAUSE_BUCKETS = 1 << 18;
/** Headings longer than this are not looked for: yearbook practice keeps them under 30 characters. */
export const LONGEST_HEADING = 40;
const SHORTEST_HEADING = 2;

/** Buckets of the question "could a clause end here?", asked between any two characters of a text. */
export function pauseBuckets(left: string, right: string): number[] {
  const l = (n: number) => left.slice(-n);
  const r = (n: number) => right.slice(0, n);
  return [bucket(50, ""), bucket(51, l(1)), bucket(52, l(2)), bucket(53, l(3)), bucket(54, l(4)), bucket(55, r(1)), bucket(56, r(2)), bucket(57, r(3)), bucket(58, r(4)), bucket(59, l(1) + r(1)), bucket(60, `${l(2)}|${r(1)}`), bucket(61, `${l(1)}|${r(2)}`), bucket(62, `${l(2)}|${r(2)}`)].map((hash) => hash & (PAUSE_BUCKETS - 1));
}

/** FNV-1a over a template number and a string. */
export function bucket(template: number, text: string): number {
  let hash = Math.imul(2166136261 ^ template, 16777619);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}


const inRange = (hashes: readonly number[]) => hashes.map((hash) => hash & (BOUNDARY_BUCKETS - 1));
/** A score in steps of a half, between -8 and 8. */
const pauseStep = (score: number) => String(Math.round(Math.max(-8, Math.min(8, score)) * 2));

/** A possible end: the number of characters of the heading, 0 for "this is no heading", and its features. */
export interface Boundary { readonly end: number; readonly buckets: readonly number[] }

/** What stands after a number: the text up to the next number, cut where it is long, and how long it is in full. Simplified as for marks. */
export interface Led { readonly words: string; readonly length: number }
/** As much of the text after a number as is looked at. */
export const LED = LONGEST_HEADING + 20;

/** What the texts after the numbers of one kind have in common: a text's headings are made alike, and so is what follows them. */
export interface Habit {
  /** In how many of them three or four characters stand. */
  readonly grams: ReadonlyMap<string, number>;
  readonly texts: number;
  /** How many have a first clause no longer than a short heading. */
  readonly short: number;
}

const SHORT_CLAUSE = 12;
const hasShortClause = (words: string) => { const dot = words.indexOf("."); return dot >= 0 && dot <= SHORT_CLAUSE; };
const headOf = (words: string) => words.slice(0, LONGEST_HEADING + 12);

export function habitOf(all: readonly Led[]): Habit {
  const grams = new Map<string, number>();
  for (const { words } of all) {
    const head = headOf(words);
    const own = new Set<string>();
    for (let i = SHORTEST_HEADING; i < head.length; i++) { own.add(head.slice(i, i + 3)); own.add(head.slice(i, i + 4)); }
    for (const gram of own) grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return { grams, texts: all.length, short: all.filter(({ words }) => hasShortClause(words)).length };
}

/** Possible ends of a heading after a number.
 *
 * depth   of the number: 1 一、 2 （一） 3 1. 4 （1）
 * habit   of all numbers of its kind in the text, this one among them
 * pause   log-odds that a clause ends between two strings */
export function boundariesOf({ words, length }: Led, depth: number, habit: Habit, pause: (left: string, right: string) => number): Boundary[] {
  const head = headOf(words);
  const firstDot = head.indexOf(".") < 0 ? head.length : head.indexOf(".");
  const ends = possibleEnds(head);
  const pauses = ends.map((end) => pause(head.slice(Math.max(0, end - 4), end), head.slice(end, end + 4)));
  const [best = -8, second = best] = pauses.toSorted((a, b) => b - a);
  const bestBeforeDot = Math.max(-8, ...pauses.filter((_, i) => ends[i]! < firstDot));
  const size = length <= 12 ? "a" : length <= 25 ? "b" : length <= 40 ? "c" : length <= 80 ? "d" : length <= 200 ? "e" : "f";
  const out: Boundary[] = [{
    end: 0,
    buckets: inRange([
      bucket(1, ""), bucket(2, head.slice(0, 2)), bucket(3, String(Math.min(firstDot, 30))), bucket(4, head.slice(0, 4)), bucket(5, head.slice(Math.max(0, firstDot - 2), firstDot)), bucket(6, String(depth)), bucket(7, `${depth}|${Math.min(firstDot, 30)}`),
      bucket(8, `${depth}|${size}`), bucket(9, `${size}|${Math.min(words.split(".").length - 1, 4)}|${Math.min(firstDot, 20)}`),
      bucket(31, pauseStep(best)), bucket(32, `${depth}|${pauseStep(best)}`), bucket(33, pauseStep(bestBeforeDot)), ...sharesOfShort(words, depth, habit),
    ]),
  }];
  ends.forEach((end, i) => {
    const l = (n: number) => head.slice(Math.max(0, end - n), end);
    const r = (n: number) => head.slice(end, end + n);
    const dots = Math.min(head.slice(0, end).split(".").length - 1, 3);
    const sinceDot = end - (head.lastIndexOf(".", end - 1) + 1);
    const nextDot = head.indexOf(".", end) < 0 ? 30 : head.indexOf(".", end) - end;
    const odds = pauses[i]!;
    const rank = odds === best ? 0 : Math.min(pauses.filter((other) => other > odds).length, 4);
    const again = (n: number) => (r(n).length === n && head.slice(0, end).includes(r(n)) ? "again" : "new");
    // 馆藏登记全面展开|馆藏登记是…: the text names again what the heading began with
    const restarts = (at: number) => (at > 4 && r(4) === head.slice(0, 4) ? "restarts" : at > 4 && r(2) === head.slice(0, 2) ? "half" : "no");
    const alike = (gram: string) => (gram.length < 3 ? 0 : Math.min((habit.grams.get(gram) ?? 1) - 1, 3));
    out.push({
      end,
      buckets: inRange([
        bucket(10, ""), bucket(11, l(1)), bucket(12, l(2)), bucket(13, l(3)), bucket(14, r(1)), bucket(15, r(2)), bucket(16, r(3)), bucket(17, r(4)),
        bucket(18, l(1) + r(1)), bucket(19, l(2) + r(2)), bucket(20, String(end)), bucket(21, String(dots)), bucket(22, `${dots}|${Math.min(sinceDot, 12)}`),
        bucket(23, String(Math.min(nextDot, 20))), bucket(24, `${r(2)}|${head.slice(0, 2) === r(2) ? 1 : 0}`), bucket(25, again(2)), bucket(26, again(4)), bucket(27, head.slice(0, 2) + l(2)),
        bucket(28, pauseStep(odds)), bucket(29, `${pauseStep(odds)}|${r(1)}`), bucket(36, `${size}|${Math.min(end, 20)}`), bucket(37, restarts(end)), bucket(38, `${restarts(end)}|${pauseStep(odds)}`),
        bucket(40, String(rank)), bucket(41, `${rank}|${Math.min(dots, 2)}`), bucket(42, pauseStep(odds - (rank === 0 ? second : best))),
        bucket(43, String(alike(r(4)))), bucket(44, `${alike(r(4))}|${dots}`), bucket(45, String(alike(r(3)))), bucket(46, String(alike(l(3)))),
        bucket(47, `${depth}|${Math.min(end, 24)}`), bucket(48, `${depth}|${l(2)}`), bucket(49, `${depth}|${r(2)}`),
      ]),
    });
  });
  return out;
}

/** Where a heading could end: beside no dot, within no figure. */
function possibleEnds(head: string): number[] {
  const out: number[] = [];
  for (let end = SHORTEST_HEADING; end <= Math.min(LONGEST_HEADING, head.length); end++) {
    if (head[end] !== "." && head[end - 1] !== "." && !(/\d/u.test(head[end - 1]!) && /\d/u.test(head[end] ?? ""))) out.push(end);
  }
  return out;
}

/** How many of the other numbers lead a short clause, in quarters, and whether this one does. */
function sharesOfShort(words: string, depth: number, { texts, short }: Habit): number[] {
  if (texts < 3) return [];
  const own = hasShortClause(words) ? 1 : 0;
  const quarters = Math.round(((short - own) / (texts - 1)) * 4);
  return [bucket(34, String(quarters)), bucket(35, `${quarters}|${own}|${depth}`)];
}
