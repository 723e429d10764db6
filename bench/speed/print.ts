/** What was measured of restoration's speed, as lines. */
import type { Speeds } from "./measure.ts";

export function speedLines({ bytes, runs, rows }: Speeds, load: { ms: number; runs: number }): string[] {
  const width = Math.max(...rows.map(({ work }) => work.length));
  return [
    `restore speed: ${(bytes / 1e6).toFixed(2)} MB of UTF-8 text, the model loaded; processor time, median of ${runs} runs`,
    `${"work".padEnd(width)}     MB/s   × jieba`,
    ...rows.map(({ work, rate, ratio }) => `${work.padEnd(width)}  ${rate.toFixed(3).padStart(7)}   ${ratio.toFixed(3).padStart(7)}`),
    "",
    `opening the weights: ${load.ms.toFixed(0)} ms (decoding alone, a fresh process each, median of ${load.runs})`,
  ];
}
