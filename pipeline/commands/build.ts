/** build YEAR: the edition under outputs/YEAR, verified, a summary on standard error. Where an error stands, a draft under outputs/YEAR-draft, the errors, and status 1. */
import { join } from "node:path";
import { textsOf } from "../../schemas/edition-texts.ts";
import { FACT_KINDS } from "../../schemas/fact-kinds.ts";
import { type Finding, Outcome } from "../../schemas/finding.ts";
import { EXIT, UserError } from "../messages.ts";
import type { Published } from "../publish/index.ts";
import { acceptance } from "./acceptance.ts";
import { findingLines } from "./findings.ts";
import { editionOf } from "./open-year.ts";
import { odsTwin } from "./ods.ts";
import { outputsDir, shown, sourcesOf } from "./paths.ts";
import { revised } from "./published.ts";
import { reporter } from "./report.ts";
import { gravest, validate } from "./validate.ts";

export async function runBuild(year: number, { sources, out = outputsDir(), ods = false }: { sources?: string | undefined; out?: string | undefined; ods?: boolean }): Promise<void> {
  const began = performance.now();
  const report = await reporter();
  const accepted = acceptance(year, sources);
  const made = await editionOf(year, sources, report);
  validate(made);
  const errors = gravest(made.findings);
  report.step("load the presses");
  const { machine, publish } = await import("../publish/index.ts");
  const published = await publish(year, () => revised({ ...made, draft: errors.length > 0 }, out), out, machine, { step: (words) => report.step(words), warn: (words) => report.warn(words), accept: (dir) => accepted(dir, report) });
  if (ods && errors.length === 0) report.step("ods");
  // a draft is not to be passed on
  const twin = ods && errors.length === 0 ? odsTwin(join(published.path, `nianjian-${year}-tables.xlsx`), out) : null;
  summarise(published, twin, (performance.now() - began) / 1000, report.done);
  if (errors.length > 0) throw new UserError(EXIT.invalid, refusal(published, errors, sources ?? sourcesOf(year)));
}

/** The errors, a line each, and what is to be done about them. */
function refusal({ edition, path }: Published, errors: readonly Finding[], sources: string): string {
  const count = errors.length === 1 ? "1 finding differs and is an error" : `${errors.length} findings differ and are errors`;
  return [...findingLines(edition, errors, sources), `${count}: the edition was not published, its draft is ${shown(path)}. Correct the facts in corrections.yaml, or lower the severity in edition.yaml.`].join("\n");
}

/** What came of it: texts, facts by kind, repairs, findings by outcome, files, whether they hold. */
function summarise({ edition, path, fresh, ...published }: Published, twin: ReturnType<typeof odsTwin> | null, seconds: number, done: (lines: string[], fields: Record<string, unknown>) => void): void {
  const { spec, revision, draft, changes, facts, findings, corrections, tables, figures } = edition;
  const texts = textsOf(edition);
  const repairs = texts.reduce((sum, text) => sum + text.repairs.length, 0);
  const byKind = FACT_KINDS.map((kind) => [kind, facts.filter((fact) => fact.kind === kind).length] as const).filter(([, count]) => count > 0);
  const byOutcome = Outcome.options.map((outcome) => [outcome, findings.filter((finding) => finding.outcome === outcome).length] as const).filter(([, count]) => count > 0);
  const told = (counts: readonly (readonly [string, number])[]) => (counts.length === 0 ? "" : ` (${counts.map(([name, count]) => `${name} ${count}`).join(", ")})`);
  const files = published.files.map(({ name, bytes }) => ({ path: shown(join(path, name)), bytes }));
  const lines = [
    `${spec.title} ${spec.year} ${revision}${draft ? ", a draft" : fresh ? "" : ", which stands there already"}`,
    `  texts        ${texts.length}`,
    `  facts        ${facts.length}${told(byKind)}`,
    `  repairs      ${repairs}`,
    `  corrections  ${corrections.length}`,
    `  findings     ${findings.length}${told(byOutcome)}`,
    `  tables       ${tables.length}, figures ${figures.length}`,
    ...(changes === null ? [] : [`  changes      against ${changes.from.revision}: facts ${changes.facts.length}, tables ${changes.tables.length}`]),
    ...files.map((file) => `  ${file.path}  ${(file.bytes / 1024).toFixed(1)} KB`),
    ...(twin === null ? [] : [`  ${"path" in twin ? shown(twin.path) : twin.fault}`]),
    "  verified     all files say the same",
    `  ${seconds.toFixed(1)} s`,
  ];
  done(lines, { revision, draft, fresh, texts: texts.length, facts: { all: facts.length, ...Object.fromEntries(byKind) }, repairs, corrections: corrections.length, findings: { all: findings.length, ...Object.fromEntries(byOutcome) }, tables: tables.length, figures: figures.length, files, ...(twin !== null && { ods: "path" in twin ? { path: shown(twin.path) } : twin }), seconds: Number(seconds.toFixed(2)) });
}
