/** Our book, whole: cover to index, tagged, with running heads, contents, links and marks. */
import { readFileSync } from "node:fs";
import type { Edition } from "../../../schemas/edition.ts";
import { book, type FontFiles, fontPaths } from "../../../pipeline/publish/book/index.ts";

export function setByUs(edition: Edition): Promise<Buffer> {
  const fonts = Object.fromEntries(Object.entries(fontPaths()).map(([name, path]) => [name, readFileSync(path)])) as FontFiles;
  return book(edition, fonts);
}
