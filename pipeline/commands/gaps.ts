/** What a run with --keep-going says in the end: which texts the edition lacks. Not here: reading them. */
import type { Edition } from "../../schemas/edition.ts";
import { EXIT, UserError } from "../messages.ts";

/** A line a text that was left out, and one that says how many; null where none was. */
export function gapsIn({ leftOut }: Pick<Edition, "leftOut">): string | null {
  if (leftOut.length === 0) return null;
  const count = leftOut.length === 1 ? "1 text was left out" : `${leftOut.length} texts were left out`;
  return [...leftOut.map(({ message }) => message), `${count}; the others went through (--keep-going). Mend what is named, and build again.`].join("\n");
}

/** Throws UserError 65 where a text was left out. */
export function refuseGaps(edition: Pick<Edition, "leftOut">): void {
  const gaps = gapsIn(edition);
  if (gaps !== null) throw new UserError(EXIT.badData, gaps);
}
