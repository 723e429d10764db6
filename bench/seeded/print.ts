/** Seeded errors as lines for a terminal. Not here: any count. */
import type { Finding } from "../../schemas/finding.ts";
import { aligned } from "../eval/columns.ts";
import { caughtByAny, caughtByCheck, caughtByNamed, caughtOf, outcomes, type Caught, type Tried } from "./caught.ts";

/** All that was tried, and what the unaltered editions say. */
export interface Seeded {
  readonly tried: readonly Tried[];
  readonly unaltered: readonly { readonly year: number; readonly findings: readonly Finding[] }[];
}

/** `names`: the checks, in the order of the table. */
export function seededLines({ tried, unaltered }: Seeded, names: readonly string[]): string[] {
  const all = caughtOf(tried);
  const row = (name: string, { alterations, catchable, byNamed, byAny }: Caught) => [name, ...[alterations, catchable, byNamed, byAny, alterations - catchable].map(String)];
  const head = ["check", "alterations", "catchable", "caught by it", "by any", "not by arithmetic"];
  return [
    "",
    "seeded errors: one figure or name of a text altered, and the differences that its edition then has and had not before",
    ...aligned(head, [...caughtByCheck(tried, names).map(([name, caught]) => row(name, caught)), row("all", all)]).map(indented),
    "",
    `Of the ${all.catchable} that arithmetic or a register can tell, ${percent(all.byNamed, all.catchable)} are caught by the check that they break, ${percent(all.byAny, all.catchable)} by any; of the ${all.alterations - all.catchable} others ${tried.filter((one) => !one.alteration.arithmetic && caughtByAny(one)).length}.`,
    ...section("missed", tried.filter((one) => one.alteration.arithmetic && !caughtByAny(one)).map(missed)),
    ...section("caught, but by another check", tried.filter((one) => one.alteration.arithmetic && caughtByAny(one) && !caughtByNamed(one)).map(({ alteration, raised }) => `${alteration.id} (${alteration.breaks}): ${checksOf(raised)}`)),
    ...unalteredLines(unaltered, names),
  ];
}

function missed({ alteration: { id, breaks, year, text, find, put }, opened }: Tried): string {
  return `${id} (${breaks}, ${year} ${text}): ${find} → ${put}${opened.length === 0 ? "" : `; left open by ${checksOf(opened)}`}`;
}

const checksOf = (findings: readonly Finding[]): string => [...new Set(findings.map(({ check }) => check))].join(", ");

function unalteredLines(unaltered: Seeded["unaltered"], names: readonly string[]): string[] {
  const counts = unaltered.map(({ year, findings }) => ({ year, of: new Map(outcomes(findings, names)) }));
  const cell = ({ of }: (typeof counts)[number], name: string) => { const { agrees, differs, "cannot tell": open } = of.get(name)!; return agrees + differs + open === 0 ? "–" : `${agrees} / ${differs} / ${open}`; };
  return [
    ...section("findings of the unaltered editions: agrees / differs / cannot tell", aligned(["check", ...counts.map(({ year }) => String(year))], names.map((name) => [name, ...counts.map((of) => cell(of, name))]))),
    ...section("what differs there", unaltered.flatMap(({ year, findings }) => findings.filter(({ outcome }) => outcome === "differs").map(({ check, document, arithmetic }) => `${year} ${document} ${check}: ${arithmetic}`))),
  ];
}

const indented = (line: string): string => `  ${line}`;
const section = (title: string, lines: readonly string[]): string[] => ["", lines.length === 0 ? `${title}: none` : title, ...lines.map(indented)];
const percent = (part: number, whole: number): string => `${((100 * part) / (whole || 1)).toFixed(1)} %`;
