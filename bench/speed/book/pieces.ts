/** A book's text as other programs are given it: headings and paragraphs in order. Not here: setting them. */
import type { Edition, EditionText } from "../../../schemas/edition.ts";
import { titleOf } from "../../../schemas/edition-texts.ts";

export interface Piece {
  readonly kind: "part" | "text" | "entry" | "paragraph";
  readonly text: string;
}

/** The columns of an edition in printing order. Front matter, appendices and index are ours alone and not among them. */
export const piecesOf = (edition: Edition): Piece[] =>
  edition.columns.flatMap((column): Piece[] => [{ kind: "part", text: column.title }, ...column.texts.flatMap(textPieces)]);

function textPieces(text: EditionText): Piece[] {
  const { sections, sentences } = text.outline;
  const pieces: Piece[] = [{ kind: "text", text: titleOf(text) }];
  let [section, paragraph, words] = [0, -1, ""];
  const close = () => {
    if (words !== "") pieces.push({ kind: "paragraph", text: words });
    words = "";
  };
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph || sentence.section !== section) close();
    if (sentence.section !== section) pieces.push({ kind: "entry", text: sections[sentence.section]!.title });
    ({ section, paragraph } = sentence);
    words += sentence.text;
  }
  close();
  return pieces;
}
