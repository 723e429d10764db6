/** The speed of restoration, by itself: `npx tsx bench/restore-speed.ts [FOLDER]`; `make bench` prints the same after the stages.
 *
 *  FOLDER holds clean texts to be timed instead of our own. Where the time goes: `node --cpu-prof --import tsx bench/restore-speed.ts`. */
import { modelLoad, restoreSpeed } from "./speed/restore.ts";
import { speedLines } from "./speed/print.ts";
import { speedTexts, textsOf } from "./speed/text.ts";

const RUNS = 5;
const [folder] = process.argv.slice(2);

const { bytes, runs, rows } = await restoreSpeed(folder === undefined ? speedTexts(2_000_000) : textsOf(folder), RUNS);
for (const line of speedLines(`restore speed: ${(bytes / 1e6).toFixed(2)} MB of UTF-8 text, the model loaded; processor time, median of ${runs} runs`, rows, "jieba")) console.log(line);
console.log(`\nopening the weights: ${modelLoad(RUNS).toFixed(0)} ms (decoding alone, a fresh process each, median of ${RUNS})`);
