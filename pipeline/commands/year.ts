/** year YEAR: a new sources/YEAR with every key explained. It never writes over what is there. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXIT, systemCode, UserError, wordsOf } from "../messages.ts";
import { write } from "./output.ts";
import { sourcesOf } from "./paths.ts";
import { yearFiles } from "./year-files.ts";

export async function runYear(year: number): Promise<void> {
  const dir = sourcesOf(year);
  const files = yearFiles(year).map(({ name, text }) => ({ path: join(dir, name), text }));
  const there = files.find(({ path }) => existsSync(path));
  if (there) throw new UserError(EXIT.cannotWrite, `${there.path}: this file is there already. Edit it, or move it away to lay the year out anew.`);
  try {
    mkdirSync(dir, { recursive: true });
    for (const { path, text } of files) writeFileSync(path, text, { flag: "wx" });
  } catch (thrown) {
    throw new UserError(EXIT.cannotWrite, `${dir}: the year cannot be laid out (${systemCode(thrown) ?? wordsOf(thrown)}). Give yourself write access to sources/.`, { cause: thrown });
  }
  await write(files.map(({ path }) => `${path}\n`).join(""));
}
