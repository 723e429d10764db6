/** The speed of extraction, by itself: `npx tsx bench/extract-speed.ts [FOLDER]`; `make bench` prints the same after restoration's.
 *
 *  FOLDER holds clean texts to be timed instead of our own. Where the time goes: `node --cpu-prof --import tsx bench/extract-speed.ts`. */
import { extractSpeed } from "./speed/extract.ts";
import { speedLines } from "./speed/print.ts";
import { speedTexts, textsOf } from "./speed/text.ts";

const RUNS = 5;
const [folder] = process.argv.slice(2);

const { bytes, runs, rows } = await extractSpeed(folder === undefined ? speedTexts(1_000_000) : textsOf(folder), RUNS);
for (const line of speedLines(`extract speed: ${(bytes / 1e6).toFixed(2)} MB of UTF-8 text, model and registers loaded; processor time, median of ${runs} runs`, rows, "recognizers")) console.log(line);
