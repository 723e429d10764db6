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
