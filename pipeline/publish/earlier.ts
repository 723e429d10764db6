/** Facts of earlier years that an edition's tables rest on. Its own facts are another list: an edition does not print an earlier one again. */
import type { Edition } from "../../schemas/edition.ts";
import { factsByName } from "../../schemas/edition-texts.ts";
import type { Fact } from "../../schemas/fact.ts";

/** Those facts under the ids that the tables name them by, in the order of the years; their text's id says the edition. */
export function earlierFacts(edition: Edition): Fact[] {
  const own = new Set(edition.facts.map(({ id }) => id));
  const named = new Set(edition.tables.flatMap(({ rows }) => rows.flatMap(({ facts }) => facts)));
  return [...factsByName(edition)].flatMap(([id, fact]) => (named.has(id) && !own.has(id) ? [{ ...fact, id }] : []));
}
