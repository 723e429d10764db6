/** How alike two strings are, by the pairs of characters they share (Dice): 0 nothing, 1 the same. Order hardly matters, length does. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [ours, theirs] = [pairs(a), pairs(b)];
  const total = ours.length + theirs.length;
  if (total === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of ours) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of theirs) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    shared++;
    left.set(pair, count - 1);
  }
  return (2 * shared) / total;
}

function pairs(text: string): string[] {
  const characters = Array.from(text);
  return characters.slice(1).map((character, i) => characters[i]! + character);
}

/** Less than this, and a correction cannot have meant it. */
const ALIKE = 0.25;
const NEAREST = 3;

/** The three that score highest, the best first; of those that score `least` at the least. */
export function nearest<T>(all: readonly T[], score: (one: T) => number, least = ALIKE): T[] {
  return all.map((one) => ({ one, score: score(one) })).filter((scored) => scored.score >= least).sort((a, b) => b.score - a.score).slice(0, NEAREST).map(({ one }) => one);
}

/** The nearest is …, then …, …: for messages; `none` where there is not one. */
export function nearestInWords(names: readonly string[], none: string): string {
  const [first, ...others] = names;
  return first === undefined ? none : `The nearest is ${first}${others.length > 0 ? `, then ${others.join(", ")}` : ""}`;
}
