/** Data quality at a glance: an edition's texts, repairs, facts, checks and corrections in numbers, and what an editor should look at first.
 *  Computed once; the book's page and the workbook's sheet print it. Not here: how they are printed. */
import { group, mean } from "d3-array";
import type { Edition } from "../../schemas/edition.ts";
import { textsOf } from "../../schemas/edition-texts.ts";
import type { Fact, FactKind } from "../../schemas/fact.ts";
import { FACT_KINDS } from "../../schemas/fact-kinds.ts";
import type { Finding } from "../../schemas/finding.ts";
import type { RepairKind } from "../../schemas/repair.ts";
import type { Span } from "../../schemas/span.ts";
import { leastSureFirst, quoteOf, type RepairInText } from "./repairs.ts";

/** How sure a repair is: at least SURE, below the edition's quality.doubtfulBelow, or between. */
export type Band = "sure" | "between" | "doubtful";
const SURE = 0.9;

export interface RepairCount {
  readonly kind: RepairKind;
  readonly all: number;
  readonly bands: Readonly<Record<Band, number>>;
  /** mean confidence, 0 to 1 */
  readonly mean: number;
}

export interface FactCount {
  readonly kind: FactKind;
  readonly all: number;
  readonly stated: number;
  readonly restored: number;
  readonly inferred: number;
  /** left out for want of proof: not among `all` */
  readonly unproven: number;
}

export interface CheckCount {
  readonly name: string;
  readonly title: string;
  readonly titleEn: string;
  /** comparisons that it made */
  readonly run: number;
  readonly agrees: number;
  readonly differs: number;
  readonly open: number;
}

/** Why an editor should look: a difference that is an error or a warning, a value that hangs on a doubtful repair, an inferred fact in a table. */
export type Why = "error" | "warning" | "doubtful" | "inferred";

export const WHY: Readonly<Record<Why, string>> = { error: "不符（错误）", warning: "不符", doubtful: "修复存疑", inferred: "推定入表" };

export interface Look {
  readonly why: Why;
  /** what is to be looked at, in Chinese */
  readonly words: string;
  readonly document: string;
  readonly span: Span;
  /** the finding, or the fact, by its id */
  readonly of: "finding" | "fact";
  readonly id: string;
}

export interface QualityInNumbers {
  readonly texts: number;
  /** raw, in UTF-16 code units */
  readonly characters: number;
  /** the bands' bounds */
  readonly sureFrom: number;
  readonly doubtfulBelow: number;
  /** kinds that were repaired, the most frequent first */
  readonly repairs: readonly RepairCount[];
  readonly facts: readonly FactCount[];
  /** all checks, in the order in which they run */
  readonly checks: readonly CheckCount[];
  /** by action, in the order of first use */
  readonly corrections: readonly { action: string; count: number }[];
  /** the gravest first */
  readonly first: readonly Look[];
}

export function qualityOf(edition: Edition): QualityInNumbers {
  const texts = textsOf(edition);
  const repairs = leastSureFirst(edition);
  const { doubtfulBelow } = edition.spec.quality;
  return {
    texts: texts.length,
    characters: texts.reduce((sum, { raw }) => sum + raw.length, 0),
    sureFrom: Math.max(SURE, doubtfulBelow),
    doubtfulBelow,
    repairs: countRepairs(repairs),
    facts: countFacts(edition),
    checks: countChecks(edition),
    corrections: [...group(edition.corrections, ({ correction }) => correction.action)].map(([action, all]) => ({ action, count: all.length })),
    first: [...differences(edition), ...hangingOnDoubt(edition, repairs), ...inferredInTables(edition)],
  };
}

const bandOf = ({ repair, doubtful }: Pick<RepairInText, "repair" | "doubtful">): Band => (doubtful ? "doubtful" : repair.confidence >= SURE ? "sure" : "between");

function countRepairs(repairs: readonly RepairInText[]): RepairCount[] {
  const counts = [...group(repairs, ({ repair }) => repair.kind)].map(([kind, all]): RepairCount => {
    const bands = { sure: 0, between: 0, doubtful: 0 };
    for (const one of all) bands[bandOf(one)]++;
    return { kind, all: all.length, bands, mean: mean(all, ({ repair }) => repair.confidence) ?? 0 };
  });
  return counts.sort((a, b) => b.all - a.all || (a.kind < b.kind ? -1 : 1));
}

function countFacts({ facts, unproven }: Edition): FactCount[] {
  return FACT_KINDS.map((kind) => {
    const all = facts.filter((fact) => fact.kind === kind);
    const count = (certainty: Fact["certainty"]) => all.filter((fact) => fact.certainty === certainty).length;
    return { kind, all: all.length, stated: count("stated"), restored: count("restored"), inferred: count("inferred"), unproven: unproven.filter((one) => one.kind === kind).length };
  });
}

/** A check that the edition does not name may still have findings: an edition of another program. */
function countChecks({ checks, findings }: Edition): CheckCount[] {
  const named = new Map([...checks, ...findings.map(({ check, title, titleEn }) => ({ name: check, title, titleEn }))].map((check) => [check.name, check]));
  return [...named.values()].map((check) => {
    const all = findings.filter((finding) => finding.check === check.name);
    const count = (outcome: Finding["outcome"]) => all.filter((finding) => finding.outcome === outcome).length;
    return { ...check, run: all.length, agrees: count("agrees"), differs: count("differs"), open: count("cannot tell") };
  });
}

/** Differences that an editor has not confirmed, errors first. */
function differences({ findings, corrections }: Edition): Look[] {
  const seen = new Set(corrections.flatMap(({ target, id }) => (target === "finding" ? [id] : [])));
  const open = findings.filter(({ id, outcome }) => outcome === "differs" && !seen.has(id));
  return (["error", "warning"] as const).flatMap((severity) =>
    open.filter((finding) => finding.severity === severity).map(({ id, title, arithmetic, document, span }) => ({ why: severity, words: `${title}：${arithmetic}`, document, span, of: "finding", id })));
}

/** Facts that an editor has not corrected or confirmed. */
function unseen({ facts, corrections }: Edition): Fact[] {
  const seen = new Set(corrections.flatMap(({ target, id }) => (target === "fact" ? [id] : [])));
  return facts.filter(({ id }) => !seen.has(id));
}

/** Facts whose value hangs on a doubtful repair, the least sure first: a lost % or title within the passage or at its end, as extraction has it. */
function hangingOnDoubt(edition: Edition, repairs: readonly RepairInText[]): Look[] {
  const restored = unseen(edition).filter(({ certainty }) => certainty === "restored");
  const doubtful = repairs.filter((one) => one.doubtful && (one.repair.kind === "percent" || one.repair.kind === "title"));
  return doubtful.flatMap((one) => {
    const { start } = one.repair.span;
    const fact = restored.find(({ document, span }) => document === one.text.id && span.start <= start && start <= span.end);
    return fact === undefined ? [] : [{ why: "doubtful" as const, words: `${quoteOf(one)}：把握${one.repair.confidence.toFixed(2)}`, document: one.text.id, span: fact.span, of: "fact" as const, id: fact.id }];
  });
}

/** Inferred facts that a table rests on, in the tables' order. */
function inferredInTables(edition: Edition): Look[] {
  const inferred = new Map(unseen(edition).filter(({ certainty }) => certainty === "inferred").map((fact) => [fact.id, fact]));
  const tables = new Map<string, string[]>();
  for (const { number, rows } of edition.tables) {
    for (const id of new Set(rows.flatMap(({ facts }) => facts))) if (inferred.has(id)) tables.set(id, [...(tables.get(id) ?? []), number]);
  }
  return [...tables].map(([id, numbers]) => {
    const { text, document, span } = inferred.get(id)!;
    return { why: "inferred", words: `“${text.replace(/\s+/gu, " ")}”：入表${numbers.join("、")}`, document, span, of: "fact", id };
  });
}
