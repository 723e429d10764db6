/** Makes the weights of headings and brackets from a folder of clean texts, whose headings stand on lines of their own: a part of `make model`, or alone `train-boundaries.ts CORPUS`.
 *
 *  Every .txt below CORPUS is flattened; one document in ten is kept out and scored, then the weights are learnt anew from all. */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { BOUNDARY_BUCKETS, LONGEST_HEADING, PAUSE_BUCKETS, boundariesOf, pauseBuckets } from "./boundary-features.ts";
import { simplify } from "./features.ts";
import { BRACKET_BUCKETS, openingsOf } from "./bracket-features.ts";
import { flatten } from "./flatten.ts";
import { encodeHeadings } from "./headings-model.ts";

/** Places to choose among, and the right one. */
interface Example { readonly places: readonly { readonly buckets: readonly number[] }[]; readonly answer: number }

const NUMBERED = /^(?:第[一二三四五六七八九十百]+[章节]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}[.．、](?!\d))[ 　]*(?<words>.+)$/u;
const KEEP_OUT = 10;
const EPOCHS = 8;
/** How fast weights move, and how hard they are drawn to nothing: brackets are fewer, and what is said of them must be sure. */
const PACE = { headings: { rate: 0.15, start: 1e-3, decay: 1e-4 }, brackets: { rate: 0.1, start: 1e-2, decay: 5e-4 } };

/** Numbered lines of one clean text: a heading's right end is its length, and 0 where the line is running text. */
function boundaryExamples(cleanTexts: readonly string[], pauses: Float32Array): Example[] {
  const pause = (left: string, right: string) => pauseBuckets(left, right).reduce((sum, b) => sum + pauses[b]!, 0);
  return cleanTexts.flatMap((clean) => {
    const lines = clean.split("\n").filter((line) => line.trim() !== "");
    return lines.flatMap((line, i) => {
      const words = NUMBERED.exec(line)?.groups?.["words"];
      const next = lines[i + 1];
      if (words === undefined || next === undefined) return [];
      const heading = flatten(words).raw;
      const isHeading = !/[。；：！？]/u.test(words);
      if (isHeading && (heading.length > LONGEST_HEADING || heading.endsWith("."))) return [];
      const boundaries = boundariesOf(simplify(flatten(words + (isHeading ? next : "")).raw), /^[第一二三四五六七八九十]/u.test(line) ? 1 : line.startsWith("（") ? 2 : 3, pause);
      const answer = boundaries.findIndex((boundary) => boundary.end === (isHeading ? heading.length : 0));
      return answer < 0 ? [] : [{ places: boundaries, answer }];
    });
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

function texts(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted()
    .flatMap((genre) => readdirSync(join(dir, genre)).filter((file) => file.endsWith(".txt")).toSorted().map((file) => readFileSync(join(dir, genre, file), "utf8")));
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
  console.error("usage: train-boundaries.ts CORPUS, a folder of folders of clean .txt files");
  process.exit(2);
}
const all = texts(corpus);
const isKept = (i: number) => i % KEEP_OUT === 7;
learn(all.filter((_, i) => !isKept(i)), all.filter((_, i) => isKept(i)));
const bytes = learn(all, []);
writeFileSync(new URL("headings.bin.gz", import.meta.url), bytes);
console.log(`headings.bin.gz: ${bytes.length} bytes`);
