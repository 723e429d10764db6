/** Where a heading ends that ran into the text after it: hashed features of each possible end. Not here: weights, deciding. */
import { add, addText } from "./hash.ts";

export const BOUNDARY_BUCKETS = 1 << 17;
export const PAUSE_BUCKETS = 1 << 18;
/** Headings longer than this are not looked for: yearbook practice keeps them under 30 characters. */
export const LONGEST_HEADING = 40;
const SHORTEST_HEADING = 2;

/** Buckets of the question "could a clause end here?", asked between any two characters of a text. */
export function pauseBuckets(left: string, right: string): number[] {
  return [
    begin(50), last(begin(51), left, 1), last(begin(52), left, 2), last(begin(53), left, 3), last(begin(54), left, 4),
    first(begin(55), right, 1), first(begin(56), right, 2), first(begin(57), right, 3), first(begin(58), right, 4), first(last(begin(59), left, 1), right, 1),
    first(bar(last(begin(60), left, 2)), right, 1), first(bar(last(begin(61), left, 1)), right, 2), first(bar(last(begin(62), left, 2)), right, 2),
  ].map(inPauses);
}

const inPauses = (hash: number) => finish(hash) & (PAUSE_BUCKETS - 1);
const inBoundaries = (hash: number) => finish(hash) & (BOUNDARY_BUCKETS - 1);

/** Features are hashed by FNV-1a over a template's number and what it saw, character by character: no string is made for any of them. */
export function begin(template: number): number {
  return Math.imul(2166136261 ^ template, 16777619);
}

/** As many as `n` characters before an offset. */
export function before(hash: number, text: string, at: number, n: number): number {
  return addText(hash, text, Math.max(0, at - n), at);
}

/** As many as `n` characters from an offset on. */
export function after(hash: number, text: string, at: number, n: number): number {
  return addText(hash, text, at, Math.min(text.length, at + n));
}

const last = (hash: number, text: string, n: number) => before(hash, text, text.length, n);
const first = (hash: number, text: string, n: number) => after(hash, text, 0, n);

/** A number as it is written, or a word. */
export function addWord(hash: number, word: number | string): number {
  const text = String(word);
  return addText(hash, text, 0, text.length);
}

/** What parts two things that a template saw. */
export function bar(hash: number): number {
  return add(hash, 0x7c);
}

export function finish(hash: number): number {
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

/** A score in steps of a half, between -8 and 8. */
const pauseStep = (score: number) => Math.round(Math.max(-8, Math.min(8, score)) * 2);

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
  const ends = possibleEnds(head);
  const pauses = ends.map((end) => pause(head.slice(Math.max(0, end - 4), end), head.slice(end, end + 4)));
  const size = length <= 12 ? "a" : length <= 25 ? "b" : length <= 40 ? "c" : length <= 80 ? "d" : length <= 200 ? "e" : "f";
  const led = { words, head, depth, habit, size, ends, pauses };
  const [best, second] = bestTwo(pauses);
  const out: Boundary[] = [{ end: 0, buckets: noHeading(led, best) }];
  for (let i = 0; i < ends.length; i++) out.push({ end: ends[i]!, buckets: headingUpTo(led, i, best, second) });
  return out;
}

/** The two likeliest of them; of one alone it is the second too. */
function bestTwo(pauses: readonly number[]): readonly [number, number] {
  let best = -Infinity, second = -Infinity;
  for (const odds of pauses) {
    if (odds > best) { second = best; best = odds; }
    else if (odds > second) second = odds;
  }
  return pauses.length === 0 ? [-8, -8] : [best, pauses.length === 1 ? best : second];
}

/** What all the possible ends after one number have in common. */
interface LedPlaces { readonly words: string; readonly head: string; readonly depth: number; readonly habit: Habit; readonly size: string; readonly ends: readonly number[]; readonly pauses: readonly number[] }

/** Buckets of "the number leads running text". */
function noHeading({ words, head, depth, habit, size, ends, pauses }: LedPlaces, best: number): number[] {
  const firstDot = head.indexOf(".") < 0 ? head.length : head.indexOf(".");
  const bestBeforeDot = Math.max(-8, ...pauses.filter((_, i) => ends[i]! < firstDot));
  return [
    begin(1), first(begin(2), head, 2), addWord(begin(3), Math.min(firstDot, 30)), first(begin(4), head, 4), before(begin(5), head, firstDot, 2), addWord(begin(6), depth),
    addWord(bar(addWord(begin(7), depth)), Math.min(firstDot, 30)), addWord(bar(addWord(begin(8), depth)), size),
    addWord(bar(addWord(bar(addWord(begin(9), size)), Math.min(words.split(".").length - 1, 4))), Math.min(firstDot, 20)),
    addWord(begin(31), pauseStep(best)), addWord(bar(addWord(begin(32), depth)), pauseStep(best)), addWord(begin(33), pauseStep(bestBeforeDot)), ...sharesOfShort(words, depth, habit),
  ].map(inBoundaries);
}

/** Buckets of the i-th possible end. */
function headingUpTo({ head, depth, habit, size, ends, pauses }: LedPlaces, i: number, best: number, second: number): number[] {
  const end = ends[i]!;
  const odds = pauses[i]!;
  const dots = dotsBefore(head, end);
  const sinceDot = end - (head.lastIndexOf(".", end - 1) + 1);
  const dotAfter = head.indexOf(".", end);
  const nextDot = dotAfter < 0 ? 30 : dotAfter - end;
  const rank = odds === best ? 0 : countAbove(pauses, odds);
  const restarts = restartsAt(head, end);
  const alikeAfter = alike(habit, head.slice(end, end + 4));
  return [
    begin(10), before(begin(11), head, end, 1), before(begin(12), head, end, 2), before(begin(13), head, end, 3),
    after(begin(14), head, end, 1), after(begin(15), head, end, 2), after(begin(16), head, end, 3), after(begin(17), head, end, 4),
    after(before(begin(18), head, end, 1), head, end, 1), after(before(begin(19), head, end, 2), head, end, 2), addWord(begin(20), end), addWord(begin(21), dots), addWord(bar(addWord(begin(22), dots)), Math.min(sinceDot, 12)),
    addWord(begin(23), Math.min(nextDot, 20)), addWord(bar(after(begin(24), head, end, 2)), head.startsWith(head.slice(0, 2), end) ? 1 : 0),
    addWord(begin(25), isAgain(head, end, 2) ? "again" : "new"), addWord(begin(26), isAgain(head, end, 4) ? "again" : "new"), before(first(begin(27), head, 2), head, end, 2),
    addWord(begin(28), pauseStep(odds)), after(bar(addWord(begin(29), pauseStep(odds))), head, end, 1), addWord(bar(addWord(begin(36), size)), Math.min(end, 20)),
    addWord(begin(37), restarts), addWord(bar(addWord(begin(38), restarts)), pauseStep(odds)),
    addWord(begin(40), rank), addWord(bar(addWord(begin(41), rank)), Math.min(dots, 2)), addWord(begin(42), pauseStep(odds - (rank === 0 ? second : best))),
    addWord(begin(43), alikeAfter), addWord(bar(addWord(begin(44), alikeAfter)), dots), addWord(begin(45), alike(habit, head.slice(end, end + 3))), addWord(begin(46), alike(habit, head.slice(Math.max(0, end - 3), end))),
    addWord(bar(addWord(begin(47), depth)), Math.min(end, 24)), before(bar(addWord(begin(48), depth)), head, end, 2), after(bar(addWord(begin(49), depth)), head, end, 2),
  ].map(inBoundaries);
}

/** As far as three. */
function dotsBefore(head: string, end: number): number {
  let dots = 0;
  for (let at = head.indexOf("."); at >= 0 && at < end && dots < 3; at = head.indexOf(".", at + 1)) dots++;
  return dots;
}

/** How many are better, as far as four. */
function countAbove(pauses: readonly number[], odds: number): number {
  let above = 0;
  for (let i = 0; i < pauses.length && above < 4; i++) if (pauses[i]! > odds) above++;
  return above;
}

/** Whether the n characters from an end on stood before it. */
function isAgain(head: string, end: number, n: number): boolean {
  return end + n <= head.length && head.indexOf(head.slice(end, end + n)) <= end - n;
}

/** 馆藏登记全面展开|馆藏登记是…: the text names again what the heading began with. */
function restartsAt(head: string, end: number): "restarts" | "half" | "no" {
  if (end <= 4) return "no";
  return head.startsWith(head.slice(0, 4), end) ? "restarts" : head.startsWith(head.slice(0, 2), end) ? "half" : "no";
}

/** In how many of the other texts the characters stand, as far as three. */
function alike({ grams }: Habit, gram: string): number {
  return gram.length < 3 ? 0 : Math.min((grams.get(gram) ?? 1) - 1, 3);
}

const isDigit = (c: string | undefined) => c !== undefined && c >= "0" && c <= "9";

/** Where a heading could end: beside no dot, within no figure. */
function possibleEnds(head: string): number[] {
  const out: number[] = [];
  for (let end = SHORTEST_HEADING; end <= Math.min(LONGEST_HEADING, head.length); end++) {
    if (head[end] !== "." && head[end - 1] !== "." && !(isDigit(head[end - 1]!) && isDigit(head[end]))) out.push(end);
  }
  return out;
}

/** Hashes of how many of the other numbers lead a short clause, in quarters, and of whether this one does. */
function sharesOfShort(words: string, depth: number, { texts, short }: Habit): number[] {
  if (texts < 3) return [];
  const own = hasShortClause(words) ? 1 : 0;
  const quarters = Math.round(((short - own) / (texts - 1)) * 4);
  return [addWord(begin(34), quarters), addWord(bar(addWord(bar(addWord(begin(35), quarters)), own)), depth)];
}
