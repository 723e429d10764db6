/** What a process has to say of its one piece of work, printed for whoever started it. Not here: starting it. */
import { existsSync, readFileSync } from "node:fs";

/** Seconds of the work alone are without start and loading; processor time is of all threads; the peak is the process's, native memory too, in MiB. */
export interface Took { readonly work: number; readonly cpu: number; readonly peak: number }

/** Does the work and prints what it took, as JSON. */
export async function told(work: () => unknown): Promise<void> {
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage();
  const took: Took = { work: seconds, cpu: (user + system) / 1e6, peak: peak() };
  console.log(JSON.stringify(took));
}

const STATUS = "/proc/self/status";

/** Linux hands `maxRSS` on from the process that started this one, so its own high-water mark is taken where it is told. */
function peak(): number {
  const mark = existsSync(STATUS) ? /VmHWM:\s+(\d+) kB/u.exec(readFileSync(STATUS, "utf8"))?.[1] : undefined;
  return (mark === undefined ? process.resourceUsage().maxRSS : Number(mark)) / 1024;
}
