/** What was thrown → its exit status and its words. Not here: printing them. */
import { CommanderError } from "@commander-js/extra-typings";
import { EXIT, UserError, wordsOf } from "../messages.ts";

export interface Failure {
  readonly status: number;
  /** One line for what a user can mend, with a trace where `debug` is asked for; "" where all was said already. */
  readonly words: string;
}

/** `debug`: show where it was thrown. Whatever is no UserError is a fault of the program (status 70). */
export function failureOf(thrown: unknown, debug = process.argv.includes("--debug")): Failure {
  if (thrown instanceof CommanderError) return { status: thrown.exitCode === 0 ? EXIT.done : EXIT.usage, words: "" };
  const trace = debug && thrown instanceof Error ? thrown.stack : undefined;
  if (thrown instanceof UserError) return { status: thrown.exitCode, words: trace ?? thrown.message };
  return { status: EXIT.fault, words: trace ?? `${wordsOf(thrown)}\nThis is a fault of the program. Run it again with --debug and report what it shows.` };
}
