/** Timings of books as lines. Not here: measuring. */
import { table } from "../print.ts";
import type { Timing } from "./measure.ts";
import type { Way } from "./way.ts";

const NAMES: Readonly<Record<Way, string>> = { ours: "our book", untagged: "our book, untagged", pdfkit: "pdfkit's flow", pdfmake: "pdfmake", typst: "typst" };

/** Pages a second of the whole process, by the median run. */
const rate = ({ file, wall }: Timing): number => file.pages / wall.median;

/** Ways beside each other on one text; ratios are to pdfkit's flow, “setting” is without start, loading and reading. */
export function wayLines(rows: readonly Timing[]): string[] {
  const flow = rows.find(({ way }) => way === "pdfkit");
  return table(["way", "pages", "runs", "seconds", "least", "setting", "cpu s", "pages/s", "× flow", "peak MiB", "MB", "tagged"], rows.map((row) => [
    NAMES[row.way], String(row.file.pages), String(row.runs), row.wall.median.toFixed(2), row.wall.least.toFixed(2), row.setting.toFixed(2), row.cpu.toFixed(2), rate(row).toFixed(0),
    flow === undefined ? "" : (rate(row) / rate(flow)).toFixed(2), row.peak.toFixed(0), (row.file.bytes / 1e6).toFixed(2), row.file.tagged ? "yes" : "no",
  ]));
}

/** What the lines of the first pages are like. */
export function settingLines(rows: readonly Timing[]): string[] {
  return table(["way", "lines", "off the right edge", "paragraphs", "last line of one character", "number parted from its unit"], rows.map(({ way, file: { setting } }) => [
    NAMES[way], String(setting.lines), `${((100 * setting.off) / Math.max(1, setting.lines)).toFixed(1)} %`, String(setting.paragraphs), String(setting.lone), String(setting.broken),
  ]));
}

/** Our book by size and kind; milliseconds a page are of the setting alone, those of a further page against the row of the same kind before. */
export function growthLines(rows: readonly Timing[]): string[] {
  return table(["our book", "pages", "runs", "seconds", "ms a page", "ms a further page", "peak MiB", "MB"], rows.map((row, n) => {
    const before = rows.slice(0, n).findLast(({ sort }) => sort.variant === row.sort.variant);
    const further = before === undefined ? "" : ((1000 * (row.setting - before.setting)) / (row.file.pages - before.file.pages)).toFixed(2);
    return [row.sort.variant, String(row.file.pages), String(row.runs), row.wall.median.toFixed(2), ((1000 * row.setting) / row.file.pages).toFixed(2), further, row.peak.toFixed(0), (row.file.bytes / 1e6).toFixed(2)];
  }));
}

/** What tags add to a file. */
export function tagsLine(tagged: Timing, untagged: Timing): string {
  const share = tagged.file.bytes / untagged.file.bytes - 1;
  return `tags of ${tagged.sort.variant}, ${tagged.file.pages} pages: ${(100 * share).toFixed(1)} % of the file without them`;
}
