/** extract FILE…: raw texts → facts on standard output, one JSON object a line; --explain adds to each the rule that made it and the words of its slots. */
import { processDocument } from "../document.ts";
import { explained } from "../extract/index.ts";
import type { ExitCode } from "../messages.ts";
import { readDocument, readModel, readRegisters } from "../read/index.ts";
import { decodeModel } from "../restore/index.ts";
import { eachFile } from "./each-file.ts";
import { write } from "./output.ts";
import { registersDir } from "./paths.ts";

export async function runExtract(files: readonly string[], { year, explain, keepGoing }: { year: number; explain: boolean; keepGoing: boolean }): Promise<ExitCode> {
  const { marks, headings } = readModel();
  const model = decodeModel(marks, headings);
  const registers = readRegisters(registersDir(), year);
  return eachFile(files, keepGoing, async (file) => {
    const { document, restored, outline, facts: plain, unproven } = processDocument(readDocument(file), model, registers);
    const facts = explain ? explained(document, restored, outline, registers) : plain;
    for (const { kind, rule, slot, value, span, quote } of unproven) {
      process.stderr.write(`${file}: offset ${span.start}: left out: ${kind} by ${rule}, whose ${slot} "${value}" is not said by "${quote}". See whether the text is damaged there; if not, the rule is wrong: report it with this line.\n`);
    }
    await write(facts.map((fact) => `${JSON.stringify(fact)}\n`).join(""));
  });
}
