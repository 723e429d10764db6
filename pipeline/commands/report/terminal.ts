/** For people at a terminal: a line with a bar that is written over, then lines that stay. No colour, and nothing but ASCII in the bar: block characters are
 *  one cell wide on some terminals and two on others. */
import { Stage } from "../../../schemas/run.ts";
import type { Words } from "../words/index.ts";
import type { Channel } from "../report.ts";
import { seen } from "../../messages.ts";
import { clipped } from "./width.ts";

/** Of process.stderr what is needed. */
export interface Screen {
  readonly columns?: number;
  write(text: string): unknown;
}

/** Back to the line's beginning, and the line emptied (ECMA-48: CR, EL). */
export const CLEAR = "\r\u001B[2K";
const BAR = 20;
/** A narrower terminal has a shorter bar, so that the words have room. */
const NARROW = 60;

/** Writes over the line: `share` of a bar, 0 to 1, between words. Names of files may hold what a terminal would obey; it is not passed on. */
export function paintBar(screen: Screen, before: string, share: number, after: string): void {
  const columns = screen.columns || 80;
  const size = columns < NARROW ? BAR / 2 : BAR;
  const full = Math.round(Math.min(1, share) * size);
  // A terminal may break the line when its last cell is written.
  screen.write(`${CLEAR}${clipped(`${before}[${"#".repeat(full)}${"-".repeat(size - full)}] ${seen(after)}`, columns - 1)}`);
}

/** `movable`: whether the terminal can go back to the beginning of a line; on one that cannot (TERM=dumb) only what stays is written. */
export function terminal(screen: Screen, words: Words, { movable, plan = Stage.options, now = () => performance.now() }: { movable: boolean; plan?: readonly Stage[]; now?: () => number }): Channel {
  const started = now();
  let year: number | null = null;
  let since = started;
  let last: { stage: Stage; of: number | null } = { stage: "read", of: null };
  const paint = (done: number, doing: string): void => {
    paintBar(screen, `${year} `, done / plan.length, `${words.seconds((now() - since) / 1000)} ${doing}`);
  };
  const stay = (lines: readonly string[]): void => void screen.write(`${movable ? CLEAR : ""}${lines.join("\n")}\n`);
  return {
    began({ year: of, stage, of: earlier }) {
      if (of !== year) [year, since] = [of, now()];
      last = { stage, of: earlier };
      if (movable) paint(plan.indexOf(stage), earlier === null ? words.stages[stage] : `${words.stages[stage]} ${earlier}`);
    },
    ended: () => {},
    text({ document, done, total }) {
      if (movable) paint(plan.indexOf(last.stage) + done / total, `${words.stages[last.stage]} ${done}/${total} ${document}`);
    },
    warn: (line) => stay([line]),
    outcome: (lines) => stay(lines),
    failed: (line) => stay([line]),
  };
}
