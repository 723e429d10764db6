/** Events. */
import type { Draft, TextInHand } from "./draft.ts";

export function events(_text: TextInHand): Draft[] {
  return [];
}
