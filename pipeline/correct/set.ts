/** New values for a fact's fields; what comes out is a Fact again. Not here: finding the fact. */
import type { AppliedCorrection, Correction } from "../../schemas/correction.ts";
import { Fact } from "../../schemas/fact.ts";
import { refusal } from "./refusal.ts";
import { aKind, refuseFields } from "./fields.ts";
import { refuseValues } from "./values.ts";

export function set(fact: Fact, correction: Correction, at: string): { fact: Fact; changes: AppliedCorrection["changes"] } {
  const values = Object.entries(correction.set ?? {});
  refuseFields(fact.kind, correction.set ?? {}, at);
  const before = new Map<string, unknown>(Object.entries(fact));
  const result = Fact.safeParse({ ...fact, ...correction.set });
  if (!result.success) {
    const words = result.error.issues.map((issue) => `${issue.path.map(String).join(".")}: ${issue.message}`).join("; ");
    throw refusal(at, `the new values do not make ${aKind(fact.kind)}: ${words}. Correct \`set\`.`, { cause: result.error });
  }
  refuseValues(result.data, Object.keys(correction.set ?? {}), at);
  const changes = values.map(([field, after]) => ({ field, before: (before.get(field) ?? null) as AppliedCorrection["changes"][number]["before"], after }));
  return { fact: result.data, changes };
}
