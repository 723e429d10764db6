/** build YEAR: the edition under outputs/YEAR, a summary on standard error. */
import { join } from "node:path";
import { textsOf, type Edition } from "../../schemas/edition.ts";
import { FACT_KINDS } from "../../schemas/fact.ts";
import { Outcome } from "../../schemas/finding.ts";
import type { Published } from "../publish/index.ts";
import { editionOf } from "./open-year.ts";
import { outputsDir, shown } from "./paths.ts";
import { reporter } from "./report.ts";
import { validate } from "./validate.ts";

export async function runBuild(year: number, { sources, out = outputsDir() }: { sources?: string | undefined; out?: string | undefined }): Promise<void> {
  const began = performance.now();
  const report = await reporter();
  const edition = await editionOf(year, sources, report);
  validate(edition);
  report.step("load the presses");
  const { machine, publish } = await import("../publish/index.ts");
  const published = await publish(edition, out, machine, (step) => report.step(step));
  summarise(edition, published, (performance.now() - began) / 1000, report.done);
}

/** What came of it: texts, facts by kind, repairs, findings by outcome, files. */
function summarise(edition: Edition, published: Published, seconds: number, done: (lines: string[], fields: Record<string, unknown>) => void): void {
  const { spec, revision, facts, findings, corrections, tables, figures } = edition;
  const texts = textsOf(edition);
  const repairs = texts.reduce((sum, text) => sum + text.repairs.length, 0);
  const byKind = FACT_KINDS.map((kind) => [kind, facts.filter((fact) => fact.kind === kind).length] as const).filter(([, count]) => count > 0);
  const byOutcome = Outcome.options.map((outcome) => [outcome, findings.filter((finding) => finding.outcome === outcome).length] as const).filter(([, count]) => count > 0);
  const told = (counts: readonly (readonly [string, number])[]) => (counts.length === 0 ? "" : ` (${counts.map(([name, count]) => `${name} ${count}`).join(", ")})`);
  const files = published.files.map(({ name, bytes }) => ({ path: shown(join(published.path, name)), bytes }));
  const lines = [
    `${spec.title} ${spec.year} ${revision}`,
    `  texts        ${texts.length}`,
    `  facts        ${facts.length}${told(byKind)}`,
    `  repairs      ${repairs}`,
    `  corrections  ${corrections.length}`,
    `  findings     ${findings.length}${told(byOutcome)}`,
    `  tables       ${tables.length}, figures ${figures.length}`,
    ...files.map(({ path, bytes }) => `  ${path}  ${(bytes / 1024).toFixed(1)} KB`),
    `  ${seconds.toFixed(1)} s`,
  ];
  done(lines, { texts: texts.length, facts: { all: facts.length, ...Object.fromEntries(byKind) }, repairs, corrections: corrections.length, findings: { all: findings.length, ...Object.fromEntries(byOutcome) }, tables: tables.length, figures: figures.length, files, seconds: Number(seconds.toFixed(2)) });
}
