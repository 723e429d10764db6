/** Our book, whole: cover to index, tagged, with running heads, contents, links and marks. */
import { readFileSync } from "node:fs";
import type { Edition } from "../../../schemas/edition.ts";
import { type FontFiles, fontPaths, openFaces } from "../../../pipeline/publish/book/face.ts";
import { book, laidOut } from "../../../pipeline/publish/book/index.ts";
import { paint, READER } from "../../../pipeline/publish/book/paint/index.ts";

export const setByUs = (edition: Edition): Promise<Buffer> => book(edition, fontFiles());

/** The same without a structure, to see what tags cost. */
export async function setUntagged(edition: Edition): Promise<Buffer> {
  const faces = openFaces(fontFiles());
  return paint(laidOut(edition, faces), faces, { ...READER, tagged: false, archive: null });
}

const fontFiles = () => Object.fromEntries(Object.entries(fontPaths()).map(([name, path]) => [name, readFileSync(path)])) as FontFiles;
