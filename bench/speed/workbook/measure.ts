/** Facts written to a workbook several ways, in turns, each in a fresh process: seconds from its start to its end, peak memory, what came of it. Not here: printing. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { max, median, min } from "d3-array";
import { unzipSync } from "fflate";
import { builtWay, once, type Once } from "../process.ts";
import { NODE_WAYS, type Way } from "./way.ts";

const WAY = fileURLToPath(new URL("way.ts", import.meta.url));
const XLSXWRITER = fileURLToPath(new URL("constant_memory.py", import.meta.url));

/** The runs of one way. Times are seconds, the peak is MiB. */
export interface Timing {
  readonly way: Way;
  /** rows read back from the file */
  readonly rows: number;
  readonly runs: number;
  /** from the start of the process to its end */
  readonly wall: { readonly median: number; readonly least: number };
  /** processor time of all threads: the median */
  readonly cpu: number;
  readonly peak: number;
  readonly bytes: number;
}

/** Python that has XlsxWriter, as Debian's python3-xlsxwriter brings it; null where there is none. */
export function pythonWithXlsxWriter(): string | null {
  return ["python3", "/usr/bin/python3"].find((python) => spawnSync(python, [XLSXWRITER]).status === 0) ?? null;
}

/** Writes `count` facts in all ways there are, taking turns, `runs` times over. */
export function timings(count: number, runs: number, python: string | null): Timing[] {
  const folder = mkdtempSync(join(tmpdir(), "workbook-speed-"));
  try {
    const program = builtWay(WAY, "workbook-speed");
    const ways: Way[] = python === null ? [...NODE_WAYS] : [...NODE_WAYS, "xlsxwriter"];
    const output = (way: Way) => join(folder, `${way}.xlsx`);
    const took = new Map(ways.map((way) => [way, [] as Once[]]));
    for (let run = 0; run < runs; run++) {
      for (const way of ways) {
        const [command, args] = way === "xlsxwriter" ? [python!, [XLSXWRITER]] : [process.execPath, [program, way]];
        took.get(way)!.push(once(way, command, [...args, String(count), output(way)]));
      }
    }
    return [...took].map(([way, all]) => {
      const walls = all.map(({ wall }) => wall);
      return { way, rows: rowsIn(output(way), way), runs, wall: { median: median(walls)!, least: min(walls)! }, cpu: median(all, ({ cpu }) => cpu)!, peak: max(all, ({ peak }) => peak)!, bytes: statSync(output(way)).size };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Rows of facts in a file: those whose last cell is a link. */
function rowsIn(path: string, way: Way): number {
  const file = readFileSync(path);
  const sheet = Buffer.from(way === "floor" ? gunzipSync(file) : unzipSync(file, { filter: ({ name }) => name === "xl/worksheets/sheet1.xml" })["xl/worksheets/sheet1.xml"]!);
  let rows = 0;
  for (let at = sheet.indexOf("HYPERLINK("); at >= 0; at = sheet.indexOf("HYPERLINK(", at + 1)) rows++;
  return rows;
}
