/** Errors that a user can do something about, with the exit status that goes with them. Not here: printing (cli.ts). */

/** Exit statuses, as README.md lists them; the names are those of sysexits.h where it has one. */
export const EXIT = { done: 0, invalid: 1, usage: 2, badData: 65, noInput: 66, notDue: 69, fault: 70, cannotWrite: 73, held: 75 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What went wrong and what to do, in a line an editor can act on: "where: what is wrong. What to do." */
export class UserError extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
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
