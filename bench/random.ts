/** Numbers that look random and are the same on every machine. Not here: what they choose. */

export type Random = () => number;

/** A linear congruential generator of numbers from 0 up to 1, the same ones for the same seed. */
export function generator(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A whole number, both ends included. */
export const between = (random: Random, least: number, most: number): number => least + Math.floor(random() * (most - least + 1));

export const oneOf = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
