/** restore FILE…: raw texts → restored texts on standard output. */
import { readDocument, readModel } from "../read/index.ts";
import { decodeModel, restore } from "../restore/index.ts";
import { write } from "./output.ts";

export async function runRestore(files: readonly string[], { json }: { json: boolean }): Promise<void> {
  const { marks, headings } = readModel();
  const model = decodeModel(marks, headings);
  for (const file of files) {
    const { document, text, repairs } = restore(readDocument(file), model);
    await write(json ? `${JSON.stringify({ document, text, repairs })}\n` : text.endsWith("\n") ? text : `${text}\n`);
  }
}
