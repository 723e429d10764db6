/** Whom a command tells what it does: people where standard error is a terminal, logs elsewhere. */
import type { Stage } from "../../../schemas/run.ts";
import type { Channel, Listener } from "../report.ts";
import type { Words } from "../words/index.ts";
import { CLEAR, paintBar, terminal } from "./terminal.ts";

const movable = (): boolean => process.env["TERM"] !== "dumb";

/** Progress and outcome of a run. */
export async function channelOf(run: string, words: Words): Promise<Channel> {
  if (process.stderr.isTTY) return terminal(process.stderr, words, { movable: movable() });
  return (await import("./logs.ts")).logs(run); // pino is loaded where it logs
}

/** Progress alone, of a command whose result says the rest: shown to people, and gone when `clear` is called. Warnings stay, whoever reads them. */
export function progressOf(words: Words, plan: readonly Stage[]): { listeners: Listener[]; clear(): void } {
  if (!process.stderr.isTTY || !movable()) return { listeners: [{ began: () => {}, ended: () => {}, text: () => {}, warn: (line) => void process.stderr.write(`${line}\n`) }], clear: () => {} };
  return { listeners: [terminal(process.stderr, words, { movable: true, plan })], clear };
}

/** Progress through files whose results go elsewhere, to a file or another program: beside results that scroll by, a bar would only be in the way. */
export function progressThrough(files: readonly string[]): { at(done: number): void; clear(): void } {
  if (files.length < 2 || !process.stderr.isTTY || process.stdout.isTTY || !movable()) return { at: () => {}, clear: () => {} };
  return { at: (done) => paintBar(process.stderr, "", done / files.length, `${done + 1}/${files.length} ${files[done]}`), clear };
}

const clear = (): void => void process.stderr.write(CLEAR);
