/** The speed of restoration, by itself: `npx tsx bench/restore-speed.ts [FOLDER]`; `make bench` prints the same after the stages.
 *
 *  FOLDER holds clean texts to be timed instead of our own. Where the time goes: `node --cpu-prof --import tsx bench/restore-speed.ts`. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { flatten } from "../pipeline/restore/model/flatten.ts";
import { modelLoad, restoreSpeed } from "./speed/measure.ts";
import { speedLines } from "./speed/print.ts";
import { speedTexts } from "./speed/text.ts";

const RUNS = 5;
const [folder] = process.argv.slice(2);

function textsOf(dir: string): string[] {
  return readdirSync(dir).filter((file) => file.endsWith(".txt")).toSorted().map((file) => flatten(readFileSync(join(dir, file), "utf8")).raw);
}

const speeds = await restoreSpeed(folder === undefined ? speedTexts(2_000_000) : textsOf(folder), RUNS);
for (const line of speedLines(speeds, { ms: modelLoad(RUNS), runs: RUNS })) console.log(line);
