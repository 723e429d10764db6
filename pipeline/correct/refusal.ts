/** A correction that cannot be applied, in a line: an editor's words may hold line ends, the line may not. */
import { EXIT, seen, UserError } from "../messages.ts";

/** `at` is where the correction stands, as corrections.yaml:31. Status 65. */
export function refusal(at: string, words: string, options?: ErrorOptions): UserError {
  return new UserError(EXIT.badData, `${at}: ${seen(words)}`, options);
}
