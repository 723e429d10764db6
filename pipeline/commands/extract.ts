/** extract FILE…: raw texts → facts on standard output, one JSON object a line. */
import { processDocument } from "../document.ts";
import { readDocument, readModel, readRegisters } from "../read/index.ts";
import { decodeModel } from "../restore/index.ts";
import { write } from "./output.ts";
import { registersDir } from "./paths.ts";

export async function runExtract(files: readonly string[], { year }: { year: number }): Promise<void> {
  const { marks, headings } = readModel();
  const model = decodeModel(marks, headings);
  const registers = readRegisters(registersDir(), year);
  for (const file of files) {
    const { facts } = processDocument(readDocument(file), model, registers);
    await write(facts.map((fact) => `${JSON.stringify(fact)}\n`).join(""));
  }
}
