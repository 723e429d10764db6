/** What came of a build, for run.json, for logs and for people. */
import { textsOf } from "../../../schemas/edition-texts.ts";
import type { Edition } from "../../../schemas/edition.ts";
import type { Finding } from "../../../schemas/finding.ts";
import type { RunOutcome } from "../../../schemas/run.ts";
import { EXIT } from "../../messages.ts";
import { countsOf } from "../../publish/data/counts.ts";
import type { Published } from "../../publish/index.ts";
import { findingLines } from "../findings.ts";
import { gapsIn } from "../gaps.ts";
import { shown, sourcesOf } from "../paths.ts";
import type { YearEnd } from "../run/index.ts";
import type { Words } from "../words/index.ts";
import { summary } from "./summary.ts";
import type { Asked, Built } from "./year.ts";

/** `seconds`: what it took. `why`: what made it due. `warned`: lines that were told on the way. */
export function endOfBuild(built: Built, { sources }: Asked, { why, warned }: { readonly why: readonly string[]; readonly warned: number }, words: Words, seconds: number): YearEnd {
  const { published: { edition, path, fresh, files }, errors, twin, cache } = built;
  const counts = countsOf(edition);
  const missing = missingIn(edition);
  const gaps = gapsIn(edition);
  const outcome: RunOutcome = errors.length > 0 ? "draft" : fresh ? "published" : "unchanged";
  const { spec, revision, draft } = edition;
  return {
    outcome,
    status: errors.length > 0 ? EXIT.invalid : gaps === null ? EXIT.done : EXIT.badData,
    error: errors.length > 0 ? refusal(built.published, errors, sources ?? sourcesOf(spec.year)) : gaps,
    revision,
    edition: shown(path),
    why: [...why],
    counts,
    files: files.map(({ name, bytes }) => ({ path: name, bytes })),
    missing,
    warnings: [...edition.notes, ...(twin !== null && "fault" in twin ? [twin.fault] : [])],
    lines: summary(built, { counts, missing, outcome, seconds, warned, ...(sources !== undefined && { sources }) }, words),
    fields: { draft, fresh, texts: counts["texts"], facts: grouped(counts, "facts"), repairs: counts["repairs"], corrections: counts["corrections"], findings: grouped(counts, "findings"), tables: counts["tables"], figures: counts["figures"], edition: shown(path), files: files.length, missing, why, ...(cache !== null && { cache: cache.counts }), ...(twin !== null && { ods: "path" in twin ? { path: shown(twin.path) } : twin }) },
  };
}

/** Texts that edition.yaml names and the edition has not, and those that could not be read. */
function missingIn(edition: Edition): string[] {
  const there = new Set(textsOf(edition).map(({ id }) => id));
  const { preface, columns } = edition.spec;
  const named = [...preface, ...columns.flatMap(({ texts }) => texts)].filter((id) => !there.has(id));
  return [...new Set([...named, ...edition.leftOut.map(({ id }) => id)])];
}

/** facts: 9, facts.event: 2 → all: 9, event: 2; none that is nought. */
function grouped(counts: Readonly<Record<string, number>>, of: string): Record<string, number> {
  const kinds = Object.entries(counts).flatMap(([name, count]) => (name.startsWith(`${of}.`) && count > 0 ? [[name.slice(of.length + 1), count] as const] : []));
  return { all: counts[of] ?? 0, ...Object.fromEntries(kinds) };
}

/** The errors, a line each, and what is to be done about them. */
function refusal({ edition, path }: Published, errors: readonly Finding[], sources: string): string {
  const count = errors.length === 1 ? "1 finding differs and is an error" : `${errors.length} findings differ and are errors`;
  return [...findingLines(edition, errors, sources), `${count}: the edition was not published, its draft is ${shown(path)}. Correct the facts in corrections.yaml, or lower the severity in edition.yaml.`].join("\n");
}
