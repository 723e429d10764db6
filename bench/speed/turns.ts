/** Processor time of several kinds of work in one process, taking turns. Not here: what the work is. */
import { median } from "d3-array";

export interface Work {
  readonly work: string;
  /** UTF-8 bytes that one run goes through. */
  readonly bytes: number;
  readonly run: () => void;
}

export interface Speed {
  readonly work: string;
  /** Megabytes (10^6) of UTF-8 a second of processor time, the median of the runs. */
  readonly rate: number;
  /** The rate over that of the last kind of work, the peer's. */
  readonly ratio: number;
}

/** Rates of the kinds of work, the peer's last.
 *
 *  Processor time of all threads is what one core would need: the collector's helpers are in it, what else the machine does is not.
 *  The kinds take turns; a first turn warms the program and is not counted. */
export function ratesOf(kinds: readonly Work[], runs: number): Speed[] {
  const seconds = kinds.map((): number[] => []);
  for (let turn = 0; turn <= runs; turn++) {
    for (const [i, { run }] of kinds.entries()) {
      const began = process.cpuUsage();
      run();
      if (turn > 0) seconds[i]!.push(secondsSince(began));
    }
  }
  const rates = kinds.map(({ bytes }, i) => bytes / 1e6 / median(seconds[i]!)!);
  return kinds.map(({ work }, i) => ({ work, rate: rates[i]!, ratio: rates[i]! / rates.at(-1)! }));
}

/** Processor time, the program's and the system's on its behalf. */
function secondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}
