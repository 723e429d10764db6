/** Findings that an editor has seen and lets stand. Not here: correcting what they rest on. */
import type { AppliedCorrection } from "../../schemas/correction.ts";
import type { Finding } from "../../schemas/finding.ts";
import { refusal } from "./refusal.ts";
import { likeness, nearest, nearestInWords } from "../likeness.ts";
import type { Placed } from "./placed.ts";

/** A finding of severity error that is confirmed is a warning: seen, and no reason to stop. Throws UserError 65 where no finding has the id, and names the nearest. */
export function confirmFindings(findings: readonly Finding[], corrections: readonly Placed[]): { findings: Finding[]; applied: AppliedCorrection[] } {
  let standing = [...findings];
  const applied = corrections.flatMap(({ correction, at }): AppliedCorrection[] => {
    if (correction.finding === undefined) return [];
    const found = standing.find(({ id }) => id === correction.finding);
    if (found === undefined) throw refusal(at, unknown(correction.finding, findings));
    const { id, document, span, quote, severity } = found;
    standing = standing.map((one) => (one === found && severity === "error" ? { ...one, severity: "warning" } : one));
    return [{ correction, target: "finding", id, document, span, quote, changes: severity === "error" ? [{ field: "severity", before: "error", after: "warning" }] : [] }];
  });
  return { findings: standing, applied };
}

function unknown(id: string, findings: readonly Finding[]): string {
  const near = nearest(findings, (finding) => likeness(id, finding.id), 0).map((finding) => `"${finding.id}" (${finding.outcome}: ${finding.arithmetic})`);
  return `no finding has the id "${id}". ${nearestInWords(near, "The checks found nothing")}: point the correction there, or drop it.`;
}
