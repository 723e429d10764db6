/** New values for a fact's fields; what comes out is a Fact again. Not here: finding the fact. */
import type { AppliedCorrection, Correction } from "../../schemas/correction.ts";
import { Assessment, Event, Fact, NamedDocument, Observation, Roster, Transition, type FactKind } from "../../schemas/fact.ts";
import { EXIT, UserError } from "../messages.ts";

/** Where a fact stands is what it is: only its reading can be corrected. */
const FIXED = new Set(["id", "kind", "document", "section", "span", "quote", "text"]);

const FIELDS: Record<FactKind, readonly string[]> = {
  observation: Object.keys(Observation.shape),
  event: Object.keys(Event.shape),
  roster: Object.keys(Roster.shape),
  transition: Object.keys(Transition.shape),
  document: Object.keys(NamedDocument.shape),
  assessment: Object.keys(Assessment.shape),
};

export function set(fact: Fact, correction: Correction, at: string): { fact: Fact; changes: AppliedCorrection["changes"] } {
  const values = Object.entries(correction.set ?? {});
  const allowed = FIELDS[fact.kind].filter((field) => !FIXED.has(field));
  for (const [field] of values) {
    if (FIXED.has(field)) throw new UserError(EXIT.badData, `${at}: "${field}" says where the fact stands and cannot be set. Drop the fact if it stands in the wrong place; a ${fact.kind} can be set: ${allowed.join(", ")}.`);
    if (!allowed.includes(field)) throw new UserError(EXIT.badData, `${at}: a ${fact.kind} has no field "${field}". It can be set: ${allowed.join(", ")}.`);
  }
  const before = new Map<string, unknown>(Object.entries(fact));
  const result = Fact.safeParse({ ...fact, ...correction.set });
  if (!result.success) {
    const words = result.error.issues.map((issue) => `${issue.path.map(String).join(".")}: ${issue.message}`).join("; ");
    throw new UserError(EXIT.badData, `${at}: the new values do not make a ${fact.kind}: ${words}. Correct \`set\`.`, { cause: result.error });
  }
  const changes = values.map(([field, after]) => ({ field, before: (before.get(field) ?? null) as AppliedCorrection["changes"][number]["before"], after }));
  return { fact: result.data, changes };
}
