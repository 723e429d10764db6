/** Documents. */
import type { Draft, TextInHand } from "./draft.ts";

export function documents(_text: TextInHand): Draft[] {
  return [];
}
