/** One training on a thread of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { learnNetwork, type Lesson, type Settings } from "./learn-network.ts";
import type { Shape } from "../network.ts";
import { Random } from "./random.ts";

const { shape, rows, lessons, settings, seed } = workerData as { shape: Shape; rows: number; lessons: readonly Lesson[]; settings: Settings; seed: number };
const learnt = learnNetwork(shape, rows, lessons, settings, new Random(seed), (line) => console.error(`network ${seed}, ${line}`));
parentPort!.postMessage(learnt, [learnt.vectors.buffer as ArrayBuffer, learnt.dense.buffer as ArrayBuffer]);
