/** How many cells of a terminal words take, and words cut or filled up to a number of cells. */
import { eastAsianWidth } from "get-east-asian-width";

/** A Han character takes two cells, a mark that stands on the one before it none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += cells(character);
  return width;
}

/** Cut to at most `width` cells, with … where something was cut. */
export function clipped(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  let room = width - 1;
  for (const character of text) {
    room -= cells(character);
    if (room < 0) break;
    kept += character;
  }
  return width < 1 ? "" : `${kept}…`;
}

/** Filled up with spaces to `width` cells. */
export const padded = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - widthOf(text)));

const cells = (character: string): number => (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character) ? 0 : eastAsianWidth(character.codePointAt(0)!));
