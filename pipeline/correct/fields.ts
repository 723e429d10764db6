/** Which fields of a fact an editor may give. Where a fact stands is what it is: only its reading can be corrected. */
import { Assessment, Event, NamedDocument, Observation, Roster, Transition, type FactKind } from "../../schemas/fact.ts";
import { refusal } from "./refusal.ts";

const FIXED = new Set(["id", "kind", "document", "section", "span", "quote", "text"]);

const FIELDS: Record<FactKind, readonly string[]> = {
  observation: Object.keys(Observation.shape),
  event: Object.keys(Event.shape),
  roster: Object.keys(Roster.shape),
  transition: Object.keys(Transition.shape),
  document: Object.keys(NamedDocument.shape),
  assessment: Object.keys(Assessment.shape),
};

/** an observation, a roster: for messages. */
export const aKind = (kind: FactKind): string => `${/^[aeo]/u.test(kind) ? "an" : "a"} ${kind}`;

export function fieldsOf(kind: FactKind): string[] {
  return FIELDS[kind].filter((field) => !FIXED.has(field));
}

/** Throws UserError 65 for a field that a fact of the kind has not, or that says where it stands. */
export function refuseFields(kind: FactKind, values: object, at: string): void {
  const allowed = fieldsOf(kind);
  for (const field of Object.keys(values)) {
    if (FIXED.has(field)) throw refusal(at, `"${field}" says where the fact stands and cannot be set. Drop the fact if it stands in the wrong place; ${aKind(kind)} can be set: ${allowed.join(", ")}.`);
    if (!allowed.includes(field)) throw refusal(at, `${aKind(kind)} has no field "${field}". It can be set: ${allowed.join(", ")}.`);
  }
}
