/** What an edition must hold before it is published. */
import { Edition } from "../../schemas/edition.ts";
import { textsOf } from "../../schemas/edition-texts.ts";
import type { Finding } from "../../schemas/finding.ts";
import { EXIT, UserError } from "../messages.ts";

/** Differences that edition.yaml takes as errors. */
export function gravest(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ outcome, severity }) => outcome === "differs" && severity === "error");
}

/** Throws UserError 1 where a promise of the stages is broken: a fault of the program, of which no draft is made. */
export function validate(edition: Edition): void {
  const parsed = Edition.safeParse(edition);
  if (!parsed.success) throw new UserError(EXIT.invalid, `the edition breaks its own schema at ${parsed.error.issues.slice(0, 3).map(({ path, message }) => `${path.map(String).join(".")} (${message})`).join(", ")}. This is a fault of the program: report it with the text that shows it.`, { cause: parsed.error });
  const raws = new Map(textsOf(edition).map(({ id, raw }) => [id, raw]));
  const loose = edition.facts.find(({ document, span, quote }) => raws.get(document)?.slice(span.start, span.end) !== quote);
  if (loose) throw new UserError(EXIT.invalid, `fact ${loose.id} quotes what its text does not say there. This is a fault of the program: report it with the text that shows it.`);
}
