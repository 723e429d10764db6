/** Whom a command tells what it does: people where standard error is a terminal, logs elsewhere. */
import type { Stage } from "../../../schemas/run.ts";
import type { Channel, Listener } from "../report.ts";
import type { Words } from "../words/index.ts";
import { CLEAR, terminal } from "./terminal.ts";

const movable = (): boolean => process.env["TERM"] !== "dumb";

/** Progress and outcome of a run. */
export async function channelOf(run: string, words: Words): Promise<Channel> {
  if (process.stderr.isTTY) return terminal(process.stderr, words, { movable: movable() });
  return (await import("./logs.ts")).logs(run); // pino is loaded where it logs
}

/** Progress alone, of a command whose result says the rest: shown to people, and gone when `clear` is called. */
export function progressOf(words: Words, plan: readonly Stage[]): { listeners: Listener[]; clear(): void } {
  if (!process.stderr.isTTY || !movable()) return { listeners: [], clear: () => {} };
  return { listeners: [terminal(process.stderr, words, { movable: true, plan })], clear: () => void process.stderr.write(CLEAR) };
}
