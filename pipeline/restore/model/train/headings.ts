/** Makes the weights of headings and brackets from a folder of clean texts, whose headings stand on lines of their own: a part of `make model`, or alone `train/headings.ts CORPUS`.
 *
 *  Every .txt below CORPUS is flattened; one document in ten is kept out and scored, then the weights are learnt anew from all. */
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { BOUNDARY_BUCKETS, LED, LONGEST_HEADING, PAUSE_BUCKETS, boundariesOf, habitOf, pauseBuckets, type Led } from "../boundary-features.ts";
import { simplify } from "../features.ts";
import { BRACKET_BUCKETS, openingsOf } from "../bracket-features.ts";
import { flatten } from "../flatten.ts";
import { encodeHeadings } from "../headings-model.ts";
import { isKept, isLearnt, readCorpus } from "./corpus.ts";

/** Places to choose among, and the right one. */
interface Example { readonly places: readonly { readonly buckets: readonly number[] }[]; readonly answer: number }

/** A numbered line of a clean text; 条 leads running text always. */
const NUMBERED = /^(?:第[一二三四五六七八九十百]+[章节]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、](?!\d)|（?\d{1,2}）)[ 　]*(?<words>.+)$/u;
/** The same number flattened. */
const FLAT_NUMBER = /^(?:(?<outer>第[一二三四五六七八九十百]+[章节]|[一二三四五六七八九十]{1,3}\.)|(?<second>[一二三四五六七八九十]{1,3}\))|(?<third>\d{1,2}\.)|\d{1,2}\))/u;
/** Stand for the start of a numbered line and the end of a heading while a text is flattened: private use, in no text. */
const START = "\uE002";
const END = "\uE003";
const EPOCHS = 8;
/** How fast weights move, and how hard they are drawn to nothing: brackets are fewer, and what is said of them must be sure. */
const PACE = { headings: { rate: 0.1, start: 1e-2, decay: 3e-4 }, brackets: { rate: 0.1, start: 1e-2, decay: 5e-4 } };

/** Numbered lines of clean texts: a heading's right end is its length, and 0 where the line is running text. A heading that runs into a number ends there by rule. */
function boundaryExamples(cleanTexts: readonly string[], pauses: Float32Array): Example[] {
  const pause = (left: string, right: string) => pauseBuckets(left, right).reduce((sum, b) => sum + pauses[b]!, 0);
  return cleanTexts.flatMap((clean) => {
    const numbered = numberedLines(clean);
    const habits = new Map([1, 2, 3, 4].map((depth) => [depth, habitOf(numbered.filter((line) => line.depth === depth).map(({ led }) => led))]));
    return numbered.flatMap(({ led, depth, heading }) => {
      if (heading === null || heading > LONGEST_HEADING || heading === led.length) return [];
      const places = boundariesOf(led, depth, habits.get(depth)!, pause);
      const answer = places.findIndex(({ end }) => end === heading);
      return answer < 0 ? [] : [{ places, answer }];
    });
  });
}

/** The numbered lines of a clean text as they run on when flattened. heading: its length, 0 for running text, null where it cannot be told. */
function numberedLines(clean: string): { led: Led; depth: number; heading: number | null }[] {
  const marked = clean.split("\n").filter((line) => line.trim() !== "").map((line) => {
    const words = NUMBERED.exec(line)?.groups!["words"];
    return words === undefined ? line : `${START}${line}${/[。；：！？]/u.test(words) ? "" : END}`;
  });
  return flatten(marked.join("\n")).raw.split(START).slice(1).flatMap((passage) => {
    const number = FLAT_NUMBER.exec(passage);
    if (number === null) return [];
    const after = passage.slice(number[0].length);
    const end = after.indexOf(END);
    const text = after.replace(END, "");
    const { outer, second, third } = number.groups!;
    return [{
      led: { words: simplify(text.slice(0, LED)), length: text.length },
      depth: outer !== undefined ? 1 : second !== undefined ? 2 : third !== undefined ? 3 : 4,
      heading: end < 0 ? 0 : text[end - 1] === "." ? null : end,
    }];
  });
}

/** Learns where a clause can end: every ，。；： of the texts against every place inside a clause. 、 says nothing and is left out. */
function trainPauses(cleanTexts: readonly string[]): Float32Array {
  const weights = new Float32Array(PAUSE_BUCKETS);
  const squares = new Float32Array(PAUSE_BUCKETS).fill(1);
  for (let epoch = 0; epoch < 2; epoch++) {
    for (const clean of cleanTexts) {
      const { raw, marks } = flatten(clean);
      const simple = simplify(raw);
      const answers = new Map(marks.map((mark) => [mark.at, mark.accept[0]!]));
      for (let i = 2; i < simple.length - 2; i++) {
        const mark = answers.get(i);
        if (simple[i] === "." ? !/^[，。；：]$/u.test(mark ?? "") : simple[i - 1] === ".") continue;
        const ends = simple[i] === "." ? 1 : 0;
        const buckets = pauseBuckets(simple.slice(Math.max(0, i - 4), i), simple.slice(i + ends, i + ends + 4));
        const odds = buckets.reduce((sum, b) => sum + weights[b]!, 0);
        const gradient = 1 / (1 + Math.exp(-odds)) - ends;
        if (Math.abs(gradient) < 0.01) continue;
        for (const b of buckets) {
          const g = gradient + 1e-4 * weights[b]!;
          squares[b]! += g * g;
          weights[b]! -= (0.1 * g) / Math.sqrt(squares[b]!);
        }
      }
    }
  }
  return weights;
}

/** Stands for a lost （ while a text is flattened: private use, in no text. */
const OPEN = "\uE001";
/** Numbers at the head of a clause: whether （一） or 1） was meant is the headings' question. */
const LIST_NUMBER = /(?:^|[.)\n])(?:[一二三四五六七八九十]{1,3}|\d{1,2})$/u;

/** Every ） of the clean texts with the places where its （ may have stood; nowhere where a title took it along. */
function bracketExamples(cleanTexts: readonly string[]): Example[] {
  return cleanTexts.flatMap((clean) => {
    const titlesLost = clean.normalize("NFC").replace(/《([^》]*)》/gu, (_, title: string) => (/[）)]$/u.test(title) ? "）" : ""));
    let raw = "";
    const waiting: number[] = [];
    const openedAt = new Map<number, number>();
    for (const c of flatten(titlesLost.replace(/（/gu, OPEN)).raw) {
      if (c === OPEN) waiting.push(raw.length);
      else {
        if (c === ")") openedAt.set(raw.length, waiting.pop() ?? -1);
        raw += c;
      }
    }
    const simple = simplify(raw);
    return [...openedAt].flatMap(([at, opened]) => {
      if (LIST_NUMBER.test(raw.slice(Math.max(0, at - 4), at))) return [];
      const places = openingsOf(simple, at);
      const answer = places.findIndex(({ start }) => start === opened);
      return answer < 0 ? [] : [{ places, answer }];
    });
  });
}

/** Learns to choose among places, by AdaGrad on the softmax over them; says how often it is right on the kept ones. */
function learnChoice(name: keyof typeof PACE, size: number, training: readonly Example[], kept: readonly Example[]): Float32Array {
  const weights = new Float32Array(size);
  const { rate, start, decay } = PACE[name];
  const squares = new Float32Array(size).fill(start);
  const score = (place: Example["places"][number]) => place.buckets.reduce((sum, b) => sum + weights[b]!, 0);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { places, answer } of training) {
      const scores = places.map(score);
      const top = Math.max(...scores);
      const sum = scores.reduce((s, x) => s + Math.exp(x - top), 0);
      places.forEach((place, i) => {
        const gradient = Math.exp(scores[i]! - top) / sum - (i === answer ? 1 : 0);
        if (Math.abs(gradient) < 1e-3) return;
        for (const b of place.buckets) {
          const g = gradient + decay * weights[b]!;
          squares[b]! += g * g;
          weights[b]! -= (rate * g) / Math.sqrt(squares[b]!);
        }
      });
    }
  }
  const right = kept.filter(({ places, answer }) => {
    const scores = places.map(score);
    return scores.indexOf(Math.max(...scores)) === answer;
  });
  if (kept.length > 0) console.log(`${name}\t${(right.length / kept.length).toFixed(4)}\tof ${kept.length} kept out, learnt from ${training.length}`);
  return weights;
}

/** Learns from some texts, and scores on others where there are any; gives the file's bytes. */
function learn(from: readonly string[], keptOut: readonly string[]): Buffer {
  const pauses = trainPauses(from);
  const boundaries = learnChoice("headings", BOUNDARY_BUCKETS, boundaryExamples(from, pauses), boundaryExamples(keptOut, pauses));
  const brackets = learnChoice("brackets", BRACKET_BUCKETS, bracketExamples(from), bracketExamples(keptOut));
  return gzipSync(encodeHeadings(boundaries, pauses, brackets), { level: 9 });
}

const corpus = process.argv[2];
if (corpus === undefined) {
  console.error("usage: train/headings.ts CORPUS, a folder of folders of clean .txt files");
  process.exit(2);
}
const all = readCorpus(corpus).map(({ text }) => text);
learn(all.filter(isLearnt), all.filter(isKept));
const bytes = learn(all, []);
writeFileSync(new URL("../headings.bin.gz", import.meta.url), bytes);
console.log(`headings.bin.gz: ${bytes.length} bytes`);
