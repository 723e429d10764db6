/** Makes the weights of the mark model from a folder of clean texts: a part of `make model CORPUS=dir`. Run by hand, never by an edition.
 *
 *  Every .txt below CORPUS/GENRE is flattened, its marks are the right answers. Three trainings: with one document in ten kept out, for the scores; with each genre kept out in
 *  turn, for scores and confidences as they are on genres never seen; and from everything, for the file. The same texts give the same file. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { group, mean, rollups } from "d3-array";
import { flatten } from "../flatten.ts";
import { featuresOf, simplify, type Features } from "../features.ts";
import { KeyTable } from "../hash.ts";
import { openLexicon } from "../lexicon.ts";
import { MARKS, candidates, markIndex, type Mark } from "../marks.ts";
import { decodeMarks, encodeMarks, type MarksData, type MarksModel } from "../model.ts";
import { pack, type NetworkData } from "../network.ts";
import { calibrated, type Calibration } from "../calibration.ts";
import { decideMarks } from "../../decide.ts";
import { calibrate } from "./calibrate.ts";
import { isKept, isLearnt, readCorpus, type CleanText } from "./corpus.ts";
import type { Learnt, Lesson, Settings } from "./learn-network.ts";
import { makeLexicon } from "./make-lexicon.ts";

const SHAPE = { width: 32, state: 64, hidden: 96, classes: 16 };
const SETTINGS: Settings = { epochs: 5, rate: 4e-3, dropout: 0.4, featureDropout: 0.2, window: 64, batch: 16 };
/** A feature seen less often has no vector: it would be learnt by heart, and the file is small. */
const RARE = 24;
/** Two networks that began elsewhere err elsewhere. */
const SEEDS = [1, 2];
/** Numbers of the vectors are cut here, and kept in steps of 1/SCALE: the few beyond are no loss, and the many small ones stay apart. */
const LARGEST = 0.5;
const SCALE = 112 / LARGEST;

interface Text { readonly name: string; readonly genre: string; readonly simple: string; readonly at: number[]; readonly answers: Int8Array; readonly open: (readonly number[])[]; readonly features: Features }

const lexiconData = makeLexicon(readFileSync(createRequire(import.meta.url).resolve("@node-rs/jieba/dict.txt"), "utf8"));
const lexicon = openLexicon(lexiconData);

function textOf({ genre, name, text: clean }: CleanText): Text {
  const { raw, marks } = flatten(clean);
  const simple = simplify(raw);
  const at = marks.map((mark) => mark.at);
  // An answer that the model does not know, or would never give, is no lesson: the dot counts as settled.
  const answers = Int8Array.from(marks, ({ accept }) => Math.max(0, markIndex(accept[0] as Mark)));
  const open = marks.map(({ accept }, i) => {
    const can = candidates(simple, at[i]!);
    return can.includes(markIndex(accept[0] as Mark)) ? can : [answers[i]!];
  });
  return { name, genre, simple, at, answers, open, features: featuresOf(simple, at, lexicon, null) };
}

/** Features seen often enough. */
function commonKeys(from: readonly Text[]): Uint32Array {
  const seen = new Map<number, number>();
  for (const { features: { clauses, contents, dots } } of from) for (const { ids } of [clauses, contents, dots]) for (const id of ids) seen.set(id, (seen.get(id) ?? 0) + 1);
  return Uint32Array.from([...seen].flatMap(([key, count]) => (count >= RARE ? [key] : []))).sort();
}

type Learning = Pick<MarksData, "keys" | "networks">;

/** Everything but the calibration. */
async function learn(from: readonly Text[]): Promise<Learning> {
  const keys = commonKeys(from);
  const table = new KeyTable(keys);
  const lessons = from.map(({ simple, at, answers, open }): Lesson => ({ ...featuresOf(simple, at, lexicon, table), answers, open }));
  const learnt = await Promise.all(SEEDS.map((seed) => onThread({ shape: SHAPE, rows: keys.length, lessons, settings: SETTINGS, seed })));
  return { keys, networks: learnt.map(networkOf) };
}

/** Node 20 gives a thread no loader of TypeScript: it takes its own. */
const START = `import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(new URL("learn-worker.ts", import.meta.url).href)}); })`;

function onThread(workerData: unknown): Promise<Learnt> {
  return new Promise((resolve, reject) => {
    new Worker(START, { eval: true, workerData }).once("message", resolve).once("error", reject);
  });
}

function networkOf({ vectors, dense }: Learnt): NetworkData {
  const steps = Int8Array.from(vectors, (w) => Math.round(Math.max(-LARGEST, Math.min(LARGEST, w)) * SCALE));
  return { shape: SHAPE, vectors: pack(steps, SHAPE.width), scale: SCALE, dense };
}

const AS_IT_IS: Calibration = { slope: 1, offset: 0 };
const packed = (learnt: Learning, calibration: Calibration) => encodeMarks({ ...learnt, lexicon: lexiconData, calibration });

interface Outcome { readonly genre: string; readonly right: boolean; readonly confidence: number }

/** What the weights, as they would be stored, make of texts; settled dots are not asked. */
function outcomes(learnt: Learning, on: readonly Text[]): Outcome[] {
  const model: MarksModel = decodeMarks(packed(learnt, AS_IT_IS));
  return on.flatMap(({ genre, simple, at, open, answers }) =>
    decideMarks(simple, at, open, new Uint8Array(at.length), model).flatMap(({ mark, confidence }, i) => (open[i]!.length === 1 ? [] : [{ genre, right: mark === answers[i], confidence }])));
}

function print(title: string, rows: readonly Outcome[]): void {
  const share = (some: readonly Outcome[]) => `${(some.filter(({ right }) => right).length / some.length).toFixed(4)}\tof ${some.length}`;
  for (const [genre, line] of rollups(rows, share, ({ genre }) => genre)) console.log(`${title}\t${genre}\t${line}`);
  console.log(`${title}\tall\t${share(rows)}`);
}

const STEPS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01];

/** Of the decisions said to be so sure, how many were right; and the share of all errors among the tenth that is least sure. */
function printReliability(title: string, rows: readonly Outcome[], calibration: Calibration): void {
  const said = rows.map(({ right, confidence }) => ({ right, confidence: calibrated(confidence, calibration) })).sort((a, b) => a.confidence - b.confidence);
  STEPS.slice(1).forEach((to, i) => {
    const some = said.filter(({ confidence }) => confidence >= STEPS[i]! && confidence < to);
    if (some.length > 0) console.log(`${title}\tsaid ${STEPS[i]} to ${Math.min(to, 1)}\tof ${some.length}\tmean ${mean(some, ({ confidence }) => confidence)!.toFixed(3)}\tright ${mean(some, ({ right }) => Number(right))!.toFixed(3)}`);
  });
  const wrong = (some: typeof said) => some.filter(({ right }) => !right).length;
  console.log(`${title}\tthe doubtful tenth has ${(wrong(said.slice(0, Math.ceil(said.length / 10))) / wrong(said)).toFixed(3)} of the errors`);
}

const corpus = process.argv[2];
if (corpus === undefined) {
  console.error("usage: train/marks.ts CORPUS, a folder of folders of clean .txt files");
  process.exit(2);
}
const all = readCorpus(corpus).map(textOf);
const asGiven = outcomes(await learn(all.filter(isLearnt)), all.filter(isKept));
print("documents kept out", asGiven);
const unseen: Outcome[] = [];
for (const [genre, kept] of group(all, (text) => text.genre)) unseen.push(...outcomes(await learn(all.filter((text) => text.genre !== genre)), kept));
print("genre kept out", unseen);
const calibration = calibrate(unseen);
console.log(`confidence\tslope ${calibration.slope.toFixed(3)}, offset ${calibration.offset.toFixed(3)}`);
printReliability("genre kept out", unseen, calibration);
printReliability("documents kept out", asGiven, calibration);
const bytes = packed(await learn(all), calibration);
writeFileSync(new URL("../marks.bin", import.meta.url), bytes);
console.log(`marks.bin: ${bytes.length} bytes, ${MARKS.length} marks`);
