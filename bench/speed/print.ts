/** Measured speeds as lines. Not here: measuring. */
import type { Speed } from "./turns.ts";

/** A table of the kinds of work under its title; `peer` names the last one in the column of ratios. */
export function speedLines(title: string, rows: readonly Speed[], peer: string): string[] {
  const width = Math.max(...rows.map(({ work }) => work.length));
  const ratio = `× ${peer}`;
  return [
    title,
    `${"work".padEnd(width)}     MB/s   ${ratio.padStart(7)}`,
    ...rows.map(({ work, rate, ratio: times }) => `${work.padEnd(width)}  ${rate.toFixed(3).padStart(7)}   ${times.toFixed(3).padStart(Math.max(7, ratio.length))}`),
  ];
}

/** Columns as wide as their widest cell; the first to the left, the rest to the right. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [heads, ...rows];
  const widths = heads.map((_, i) => Math.max(...all.map((row) => row[i]!.length)));
  return all.map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  "));
}
