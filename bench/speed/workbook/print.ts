/** Timings of workbooks as lines. Not here: measuring. */
import { table } from "../print.ts";
import type { Timing } from "./measure.ts";
import type { Way } from "./way.ts";

const NAMES: Readonly<Record<Way, string>> = {
  ours: "our workbook", documented: "exceljs's stream, as documented", shared: "exceljs's stream, shared styles", floor: "floor: XML through zlib", xlsxwriter: "XlsxWriter, constant memory",
};

const rate = ({ rows, wall }: Timing): number => rows / wall.median;

/** Ways beside each other; ratios are of rows a second, to exceljs's documented way. */
export function wayLines(timings: readonly Timing[]): string[] {
  const documented = timings.find(({ way }) => way === "documented")!;
  return table(["way", "rows", "runs", "seconds", "least", "cpu s", "rows/s", "× documented", "peak MB", "file MB"], timings.map((row) => [
    NAMES[row.way], String(row.rows), String(row.runs), row.wall.median.toFixed(2), row.wall.least.toFixed(2), row.cpu.toFixed(2), rate(row).toFixed(0), (rate(row) / rate(documented)).toFixed(2),
    (row.peak * 1.048576).toFixed(0), (row.bytes / 1e6).toFixed(1),
  ]));
}

/** How near our workbook is to what can be had. */
export function floorLine(timings: readonly Timing[]): string {
  const [ours, floor] = (["ours", "floor"] as const).map((way) => timings.find((one) => one.way === way)!);
  return `our workbook takes ${(ours!.wall.median / floor!.wall.median).toFixed(2)} × the floor's seconds, ${(ours!.cpu / floor!.cpu).toFixed(2)} × its processor time`;
}
