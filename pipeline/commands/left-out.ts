/** Texts that a run goes on without, and the corrections of them, which would find nothing. Not here: why a text is refused (read). */
import type { Edition, LeftOut } from "../../schemas/edition.ts";
import type { PlacedCorrection, readCorrections, Refused } from "../read/index.ts";

export interface Gaps {
  /** Texts so far; it grows while years are read. */
  readonly leftOut: LeftOut[];
  /** Their bytes: an edition without a text is another when the text is another. */
  readonly inputs: Edition["inputs"];
  /** What a folder's refused texts are told to; undefined where the run does not keep going. `before` is put before their names. */
  readonly of: (before: string) => ((text: Refused) => void) | undefined;
  /** A year's corrections without those of its texts that are left out. */
  readonly without: (before: string, corrected: ReturnType<typeof readCorrections>) => ReturnType<typeof readCorrections>;
}

export function gapsOf(keepGoing: boolean): Gaps {
  const leftOut: LeftOut[] = [];
  const inputs: Edition["inputs"] = [];
  const refuse = (before: string) => ({ id, fault, input }: Refused) => {
    leftOut.push({ id, path: before + input.path, message: fault.message.slice(Math.max(0, fault.message.indexOf(input.path))) }); // an edition names no machine's folders
    inputs.push({ ...input, path: before + input.path });
  };
  return {
    leftOut,
    inputs,
    of: (before) => (keepGoing ? refuse(before) : undefined),
    without: (before, corrected) => ({ ...corrected, corrections: corrected.corrections.filter((one) => !leftOut.some(({ id, path }) => path.startsWith(before) && isOf(one, id))) }),
  };
}

/** Whether a correction names a text, by its id or by that of a fact or finding in it. */
function isOf({ correction: { text, repair, fact, finding } }: PlacedCorrection, id: string): boolean {
  return text === id || repair?.text === id || fact?.startsWith(`${id}:`) === true || finding?.split(":")[1] === id;
}
