/** restore FILE…: raw texts → restored texts on standard output. */
import type { ExitCode } from "../messages.ts";
import { readDocument, readModel } from "../read/index.ts";
import { decodeModel, restore } from "../restore/index.ts";
import { eachFile } from "./each-file.ts";
import { write } from "./output.ts";

export async function runRestore(files: readonly string[], { json, keepGoing }: { json: boolean; keepGoing: boolean }): Promise<ExitCode> {
  const { marks, headings } = readModel();
  const model = decodeModel(marks, headings);
  return eachFile(files, keepGoing, async (file) => {
    const { document, text, repairs } = restore(readDocument(file), model);
    await write(json ? `${JSON.stringify({ document, text, repairs })}\n` : text.endsWith("\n") ? text : `${text}\n`);
  });
}
