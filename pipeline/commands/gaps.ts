/** What a run with --keep-going says in the end: which texts the edition lacks, and the status of bad input. Not here: reading them. */
import type { Edition } from "../../schemas/edition.ts";
import { EXIT, UserError } from "../messages.ts";

/** Throws UserError 65 with a line a text that was left out, and one that says how many; nothing where none was. */
export function refuseGaps({ leftOut }: Pick<Edition, "leftOut">): void {
  if (leftOut.length === 0) return;
  const count = leftOut.length === 1 ? "1 text was left out" : `${leftOut.length} texts were left out`;
  throw new UserError(EXIT.badData, [...leftOut.map(({ message }) => message), `${count}; the others went through (--keep-going). Mend what is named, and build again.`].join("\n"));
}
