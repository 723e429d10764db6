/** Findings in a line each, with the place in the raw text that an editor opens. Not here: which of them stop an edition. */
import { join } from "node:path";
import type { Edition } from "../../schemas/edition.ts";
import { textsOf } from "../../schemas/edition-texts.ts";
import type { Finding } from "../../schemas/finding.ts";
import { positionOf } from "../../schemas/span.ts";
import type { Words } from "./words/index.ts";

/** Longer quotes are cut: the place says where to read on. */
const QUOTE = 40;

/** `sources/2013/03-标准.txt:12:8: claimed-count differs (error): arithmetic; “quote”`: file, line and column, both from 1, column in characters.
 *  `dir` is the folder of the texts. */
export function findingLines(edition: Edition, findings: readonly Finding[], dir: string): string[] {
  const texts = new Map(textsOf(edition).map((text) => [text.id, text]));
  return findings.map((finding) => {
    const { check, outcome, severity, arithmetic, document, span, quote } = finding;
    const text = texts.get(document);
    const place = text === undefined ? document : `${join(dir, text.path)}:${inWords(positionOf(text.raw, span.start))}`;
    return `${place}: ${check} ${outcome}${outcome === "differs" ? ` (${severity})` : ""}: ${arithmetic}; “${clipped(quote)}”`;
  });
}

const inWords = ({ line, column }: ReturnType<typeof positionOf>): string => `${line}:${column}`;

const clipped = (quote: string): string => {
  const line = [...quote.replace(/\s+/gu, " ")];
  return line.length <= QUOTE ? line.join("") : `${line.slice(0, QUOTE - 1).join("")}…`;
};

/** The gravest first: errors, warnings, notes that differ, then what is open, then what agrees; within each in the order of the checks. */
export function gravestFirst(findings: readonly Finding[]): Finding[] {
  const weight = ({ outcome, severity }: Finding) => (outcome === "differs" ? ["error", "warning", "note"].indexOf(severity) : outcome === "cannot tell" ? 3 : 4);
  return findings.toSorted((a, b) => weight(a) - weight(b));
}

/** 28 findings: 2 differ (1 of them errors), 4 cannot be decided, 22 agree; in the language of `words`. */
export function sumOf(findings: readonly Finding[], words: Words): string {
  const count = (outcome: Finding["outcome"]) => findings.filter((finding) => finding.outcome === outcome).length;
  const errors = findings.filter(({ outcome, severity }) => outcome === "differs" && severity === "error").length;
  return words.checked({ all: findings.length, errors, differs: count("differs"), open: count("cannot tell"), agrees: count("agrees") });
}
