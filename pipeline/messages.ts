/** Errors that a user can do something about, with the exit status that goes with them. Not here: printing (cli.ts). */

/** Exit statuses, as README.md lists them; the names are those of sysexits.h where it has one. */
export const EXIT = { done: 0, invalid: 1, usage: 2, badData: 65, noInput: 66, notDue: 69, fault: 70, cannotWrite: 73, held: 75 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What went wrong and what to do, in a line an editor can act on: "where: what is wrong. What to do." */
export class UserError extends Error {
  readonly exitCode: ExitCode;

  /** A line of the message may quote anything: it comes out without controls and not longer than a screen. */
  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message.split("\n").map(shortened).join("\n"), options);
    this.name = "UserError";
    this.exitCode = exitCode;
  }
}

/** The code of a system error (ENOENT, EACCES …), or null for any other thing that was thrown. */
export function systemCode(thrown: unknown): string | null {
  return thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : null;
}

/** The words of whatever was thrown. */
export function wordsOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Characters that move a terminal's cursor, turn what follows around, or are not seen at all. */
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uD800-\uDFFF]/gu; // oxlint-disable-line no-control-regex

/** What a file or a person gave, for use in a line: what is not seen is written as U+202E. */
export function seen(text: string): string {
  return text.replace(UNSEEN, (c) => `<U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}>`);
}

/** Longest line of a message, and what is kept of a longer one: where it is, and what to do. */
const LONGEST = 700, HEAD = 300, TAIL = 300;

function shortened(line: string): string {
  const clean = seen(line);
  return clean.length <= LONGEST ? clean : `${clean.slice(0, HEAD).replace(/[\uD800-\uDBFF]$/u, "")} …… ${clean.slice(-TAIL).replace(/^[\uDC00-\uDFFF]/u, "")}`;
}
