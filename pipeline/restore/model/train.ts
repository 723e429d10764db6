/** Makes the weights of the mark model from a folder of clean texts: `make model CORPUS=dir`. Run by hand, never by an edition.
 *
 *  Every .txt below CORPUS is flattened, its marks are the right answers; one document in ten is kept out and scored.
 *  Weights are learnt by AdaGrad on the softmax over the marks that can stand at a place, with the right history. */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { flatten } from "./flatten.ts";
import { BUCKETS, HISTORY_FEATURES, START, advance, historyBuckets, placesOf, simplify, type Place } from "./features.ts";
import { MARKS, candidates, endsSentence } from "./marks.ts";
import { decodeMarks, encodeMarks, type MarksModel } from "./model.ts";
import { bestMarks } from "../decide.ts";

const CLASSES = MARKS.length;
const EPOCHS = 2;
const RATE = 0.1;
/** Weights under this are noise of the hashing and are dropped before storing. */
const FLOOR = 0.03;
const KEEP_OUT = 10;
/** A bucket seen less often is left out. */
const RARE = 3;

interface Text { name: string; genre: string; raw: string; places: Place[]; answers: Int8Array }

function texts(dir: string): Text[] {
  const out: Text[] = [];
  for (const genre of readdirSync(dir, { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name).toSorted()) {
    for (const name of readdirSync(join(dir, genre)).filter((f) => f.endsWith(".txt")).toSorted()) {
      const { raw, marks } = flatten(readFileSync(join(dir, genre, name), "utf8"));
      const usable = marks.filter((mark) => MARKS.includes(mark.accept[0] as never) && candidates(raw[mark.at - 1] ?? "", raw.slice(mark.at + 1, mark.at + 9)).includes(MARKS.indexOf(mark.accept[0] as never)));
      const at = usable.map((mark) => mark.at);
      out.push({ name, genre, raw, places: placesOf(simplify(raw), at), answers: Int8Array.from(usable.map((mark) => MARKS.indexOf(mark.accept[0] as never))) });
    }
  }
  return out;
}

/** A small linear congruential generator: the same training on every machine. */
let state = 1;
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return (state >>> 8) / (1 << 24);
}

function shuffle<T>(list: T[]): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}

/** Buckets seen often enough to say something of texts not seen; learning the rest would be learning by heart. */
function commonBuckets(training: readonly Text[]): Uint8Array {
  const seen = new Uint8Array(BUCKETS);
  for (const text of training) for (const place of text.places) for (const b of place.buckets) if (seen[b]! < 255) seen[b]!++;
  return seen.map((n) => (n >= RARE ? 1 : 0));
}

function train(training: Text[]): Float32Array {
  state = 1;
  const weights = new Float32Array(BUCKETS * CLASSES);
  const squares = new Float32Array(BUCKETS * CLASSES).fill(1);
  const dynamic = new Int32Array(HISTORY_FEATURES);
  const common = commonBuckets(training);
  const scores = new Float64Array(CLASSES);
  const order = [...training];
  // The mean of many snapshots generalises better than the last weights.
  const mean = new Float32Array(BUCKETS * CLASSES);
  let snapshots = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order);
    let loss = 0, count = 0;
    for (const [done, text] of order.entries()) {
      if (epoch > 0 && done % 16 === 0) {
        for (let k = 0; k < mean.length; k++) mean[k]! += weights[k]!;
        snapshots++;
      }
      let history = START;
      text.places.forEach((place, i) => {
        historyBuckets(place, history, dynamic);
        const still = place.buckets.filter((b) => common[b]);
        const answer = text.answers[i]!;
        const open = candidates(text.raw[place.at - 1] ?? "", text.raw.slice(place.at + 1, place.at + 9));
        let top = -Infinity;
        for (const c of open) {
          let s = 0;
          for (const b of still) s += weights[b * CLASSES + c]!;
          for (const b of dynamic) s += weights[b * CLASSES + c]!;
          scores[c] = s;
          if (s > top) top = s;
        }
        let sum = 0;
        for (const c of open) sum += scores[c] = Math.exp(scores[c]! - top);
        for (const c of open) {
          const p = scores[c]! / sum;
          const gradient = p - (c === answer ? 1 : 0);
          if (c === answer) loss -= Math.log(Math.max(p, 1e-9));
          if (Math.abs(gradient) < 1e-3) continue;
          const update = (b: number) => {
            const k = b * CLASSES + c;
            const g = gradient + 5e-4 * weights[k]!;
            squares[k]! += g * g;
            weights[k]! -= (RATE * g) / Math.sqrt(squares[k]!);
          };
          still.forEach(update);
          dynamic.forEach(update);
        }
        count++;
        history = advance(history, answer, endsSentence(MARKS[answer]!));
      });
    }
    console.error(`epoch ${epoch + 1}: loss ${(loss / count).toFixed(4)} over ${count} marks`);
  }
  for (let b = 0; b < BUCKETS; b++) for (let c = 0; c < CLASSES; c++) {
    const k = b * CLASSES + c;
    mean[k]! /= snapshots;
    if (Math.abs(mean[k]!) < FLOOR) mean[k] = 0;
  }
  return mean;
}

function evaluate(model: MarksModel, kept: readonly Text[]): void {
  const byGenre = new Map<string, { right: number; all: number }>();
  for (const text of kept) {
    const said = bestMarks(text.raw, text.places, model);
    const row = byGenre.get(text.genre) ?? byGenre.set(text.genre, { right: 0, all: 0 }).get(text.genre)!;
    said.forEach((s, i) => { row.all++; if (s.mark === text.answers[i]) row.right++; });
  }
  let right = 0, all = 0;
  for (const [genre, row] of byGenre) {
    right += row.right; all += row.all;
    console.log(`${genre}\t${(row.right / row.all).toFixed(4)}\tof ${row.all}`);
  }
  console.log(`all\t${(right / all).toFixed(4)}\tof ${all}`);
}

const corpus = process.argv[2];
if (corpus === undefined) {
  console.error("usage: train.ts CORPUS, a folder of folders of clean .txt files");
  process.exit(2);
}
/** Learns from some documents, and scores on others where there are any; gives the file's bytes. */
function learn(from: readonly Text[], keptOut: readonly Text[]): Buffer {
  const bytes = gzipSync(encodeMarks(train([...from])), { level: 9 });
  if (keptOut.length > 0) evaluate(decodeMarks(bytes), keptOut);
  return bytes;
}

const all = texts(corpus);
const isKept = (i: number) => i % KEEP_OUT === 7;
// The figures come from documents kept out; the weights that are stored, from all.
learn(all.filter((_, i) => !isKept(i)), all.filter((_, i) => isKept(i)));
const bytes = learn(all, []);
writeFileSync(new URL("marks.bin.gz", import.meta.url), bytes);
console.log(`marks.bin.gz: ${bytes.length} bytes`);
