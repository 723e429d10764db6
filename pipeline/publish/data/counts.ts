/** An edition in numbers: what its manifest, the summary of a build and run.json say of it. */
import type { Edition } from "../../../schemas/edition.ts";
import { textsOf } from "../../../schemas/edition-texts.ts";
import { FACT_KINDS } from "../../../schemas/fact-kinds.ts";
import { Outcome } from "../../../schemas/finding.ts";

/** texts, repairs, facts and facts by kind, findings and findings by outcome, corrections, tables, figures. */
export function countsOf(edition: Edition): Record<string, number> {
  const texts = textsOf(edition);
  const byKind = FACT_KINDS.map((kind) => [`facts.${kind}`, edition.facts.filter((fact) => fact.kind === kind).length] as const);
  const byOutcome = Outcome.options.map((outcome) => [`findings.${outcome}`, edition.findings.filter((finding) => finding.outcome === outcome).length] as const);
  return {
    texts: texts.length,
    repairs: texts.reduce((sum, text) => sum + text.repairs.length, 0),
    facts: edition.facts.length,
    ...Object.fromEntries(byKind),
    findings: edition.findings.length,
    ...Object.fromEntries(byOutcome),
    corrections: edition.corrections.length,
    tables: edition.tables.length,
    figures: edition.figures.length,
  };
}
