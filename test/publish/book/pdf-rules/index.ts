/** The rules of PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) that a program can see, each with its clause and the condition of the Matterhorn Protocol 1.02.
 *  Not here: what only a reader can judge, as whether an alternative text says what the figure shows. */
import { ParseSpeeds, PDFDocument } from "pdf-lib";
import { fileRules } from "./file.ts";
import { fontRules } from "./fonts.ts";
import { pageRules } from "./pages.ts";
import { open } from "./read.ts";
import type { Rule } from "./rule.ts";
import { structureRules } from "./structure.ts";

export const rules: readonly Rule[] = [...fileRules, ...pageRules, ...structureRules, ...fontRules];

/** What does not hold of a document, by rule; rules without a fault are left out. */
export function faultsOf(doc: PDFDocument): { name: string; clause: string; faults: string[] }[] {
  const pdf = open(doc);
  return rules.map(({ name, clause, faults }) => ({ name, clause, faults: faults(pdf) })).filter(({ faults }) => faults.length > 0);
}

export const load = (bytes: Uint8Array): Promise<PDFDocument> => PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
