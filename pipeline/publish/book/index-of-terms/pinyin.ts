/** The order of the index: by syllables, then tones, then code points. No ICU, so every machine sorts alike. Not here: which words are sorted. */
import { pinyin } from "pinyin-pro";

export interface Reading {
  /** syllables without tones: chong qing */
  syllables: string[];
  tones: number[];
  /** the head it stands under: C, or # for what has no letter */
  letter: string;
}

const MARKED: Readonly<Record<string, string>> = { ā: "a1", á: "a2", ǎ: "a3", à: "a4", ē: "e1", é: "e2", ě: "e3", è: "e4", ī: "i1", í: "i2", ǐ: "i3", ì: "i4", ō: "o1", ó: "o2", ǒ: "o3", ò: "o4", ū: "u1", ú: "u2", ǔ: "u3", ù: "u4", ǖ: "v1", ǘ: "v2", ǚ: "v3", ǜ: "v4", ü: "v" };

/** A reading's syllable and tone: “chóng”, “chong2” and “chong” alike. */
function syllable(written: string): { plain: string; tone: number } {
  const spelled = [...written.toLowerCase()].map((char) => MARKED[char] ?? char).join("");
  return { plain: spelled.replace(/\d/gu, ""), tone: Number(/\d/u.exec(spelled)?.[0] ?? 0) };
}

/** How words are read: names of the register first (厦门 is xia men), the dictionary for the rest. */
export function readerOver(register: Readonly<Record<string, string>>): (word: string) => Reading {
  const names = Object.keys(register).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return (word) => readingOf(word, register, names);
}

function readingOf(word: string, register: Readonly<Record<string, string>>, names: readonly string[]): Reading {
  const syllables: string[] = [];
  const tones: number[] = [];
  const add = (written: string): void => {
    // A figure has no reading: it stands for itself, under #.
    const { plain, tone } = /^\d+$/u.test(written) ? { plain: written, tone: 0 } : syllable(written);
    if (!/[a-z0-9]/u.test(plain)) return;
    syllables.push(plain);
    tones.push(tone);
  };
  let rest = "";
  const flush = (): void => {
    if (rest !== "") for (const written of pinyin(rest, { toneType: "num", type: "array", v: true })) add(written);
    rest = "";
  };
  for (let i = 0; i < word.length; ) {
    const name = names.find((one) => word.startsWith(one, i));
    if (name === undefined) {
      rest += word[i];
      i += 1;
    } else {
      flush();
      register[name]!.trim().split(/\s+/u).forEach(add);
      i += name.length;
    }
  }
  flush();
  const letter = syllables[0]?.[0]?.toUpperCase() ?? "#";
  return { syllables, tones, letter: /[A-Z]/u.test(letter) ? letter : "#" };
}

/** Two readings in order: syllable by syllable, then tone by tone, then the words' code points. */
export function compareReadings(a: { word: string; reading: Reading }, b: { word: string; reading: Reading }): number {
  return compareLists(a.reading.syllables, b.reading.syllables) || compareLists(a.reading.tones, b.reading.tones) || (a.word < b.word ? -1 : a.word > b.word ? 1 : 0);
}

function compareLists<T extends string | number>(a: readonly T[], b: readonly T[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i]! < b[i]!) return -1;
    if (a[i]! > b[i]!) return 1;
  }
  return a.length - b.length;
}
