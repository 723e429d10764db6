/** Books set several ways, in turns, each in a fresh process: seconds from its start to its end, peak memory, what came of it. Not here: printing. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { max, median, min } from "d3-array";
import { syntheticEdition, type Variant } from "../../synthetic/edition.ts";
import { builtWay, once, type Once } from "../process.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { type PrintedFile, readBack } from "./read-back.ts";
import type { Way } from "./way.ts";

const WAY = fileURLToPath(new URL("way.ts", import.meta.url));
/** An edition to be set: about so many pages of ours. */
export interface Sort { readonly variant: Variant; readonly pages: number }

/** The runs of one way on one edition. Times are seconds, the peak is MiB. */
export interface Timing {
  readonly way: Way;
  readonly sort: Sort;
  readonly runs: number;
  /** from the start of the process to its end */
  readonly wall: { readonly median: number; readonly least: number };
  /** setting and writing alone, without start, loading and reading: the median */
  readonly setting: number;
  /** processor time of all threads: the median */
  readonly cpu: number;
  readonly peak: number;
  readonly file: PrintedFile;
}

/** Sets one edition in all `ways`, taking turns, `runs` times over. */
export async function timings(sort: Sort, ways: readonly Way[], runs: number): Promise<Timing[]> {
  const folder = mkdtempSync(join(tmpdir(), "book-speed-"));
  try {
    const { inputs, pieces } = written(sort, folder);
    const program = builtWay(WAY, "book-speed");
    const output = (way: Way) => join(folder, `${way}.pdf`);
    const took = new Map(ways.map((way) => [way, [] as Once[]]));
    for (let run = 0; run < runs; run++) for (const way of ways) took.get(way)!.push(once(way, process.execPath, [program, way, inputs[way === "ours" || way === "untagged" ? "edition" : "pieces"], output(way)]));
    const rows: Timing[] = [];
    for (const [way, all] of took) {
      const walls = all.map(({ wall }) => wall);
      rows.push({
        way, sort, runs, wall: { median: median(walls)!, least: min(walls)! }, setting: median(all, (one) => one.work)!, cpu: median(all, (one) => one.cpu)!, peak: max(all, (one) => one.peak)!,
        file: await readBack(output(way), pieces),
      });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The edition on disk: whole for ours, its text for the others. */
function written(sort: Sort, folder: string): { inputs: { edition: string; pieces: string }; pieces: Piece[] } {
  const edition = syntheticEdition(sort);
  const pieces = piecesOf(edition);
  const inputs = { edition: join(folder, "edition.json"), pieces: join(folder, "pieces.json") };
  writeFileSync(inputs.edition, JSON.stringify(edition));
  writeFileSync(inputs.pieces, JSON.stringify(pieces));
  return { inputs, pieces };
}
