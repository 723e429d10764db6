/** Makes the words of the mark model from the lexicon of jieba, a development dependency: `word frequency class` a line. Not here: cutting clauses into words. */
import { COST_STEPS, LONGEST_WORD, TAGS, wordKey, type LexiconData } from "../lexicon.ts";

/** Rarer words are left out: names of persons for the most part. */
const RARE = 20;

export function makeLexicon(dictionary: string): LexiconData {
  const entries = dictionary.split("\n").flatMap((line) => {
    const [word = "", frequency = "0", tag = "x"] = line.trim().split(" ");
    return word === "" ? [] : [{ word, frequency: Number(frequency), tag: tagOf(tag) }];
  });
  const total = Math.log2(entries.reduce((sum, { frequency }) => sum + frequency, 0));
  const words = new Map<number, { tag: number; cost: number }>();
  for (const { word, frequency, tag } of entries) {
    if (word.length > LONGEST_WORD || (frequency < RARE && word.length > 1) || !/^\p{Script=Han}+$/u.test(word)) continue;
    words.set(wordKey(word), { tag, cost: Math.min(255, Math.round(COST_STEPS * (total - Math.log2(Math.max(frequency, 1))))) });
  }
  const sorted = [...words].sort(([a], [b]) => a - b);
  return { keys: Uint32Array.from(sorted, ([key]) => key), tags: Uint8Array.from(sorted, ([, { tag }]) => tag), costs: Uint8Array.from(sorted, ([, { cost }]) => cost) };
}

/** A class that TAGS has, or the first letter of it. */
function tagOf(tag: string): number {
  const whole = TAGS.indexOf(tag as (typeof TAGS)[number]);
  return whole > 2 ? whole : Math.max(0, TAGS.indexOf(tag[0] as (typeof TAGS)[number]));
}
