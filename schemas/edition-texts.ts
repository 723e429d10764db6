/** What is asked of an edition again and again: its texts in order, what they are called, its facts by name. No schema is loaded for it. */
import type { Edition, EditionText } from "./edition.ts";
import type { Fact } from "./fact.ts";

/** What a fact of an earlier year is called in a later edition: its own id may be that of a fact of this year. */
export const earlierId = (year: number, id: string): string => `${year}:${id}`;

/** All facts that the edition's tables may name, by the id they name them by; those of earlier years say so in their text's id. */
export function factsByName({ facts, earlier }: Pick<Edition, "facts" | "earlier">): Map<string, Fact> {
  const before = earlier.flatMap(({ year, facts: all }) => all.map((fact) => [earlierId(year, fact.id), { ...fact, document: `${year}年版${fact.document}` }] as const));
  return new Map([...before, ...facts.map((fact) => [fact.id, fact] as const)]);
}

/** What a text is called in print: its title, else its file's name without the number that orders it. */
export function titleOf(text: Pick<EditionText, "id" | "outline">): string {
  return text.outline.title || text.id.replace(/^\d+[-_.、 ]*(?=\D)/u, "");
}

/** All texts of an edition in printing order: preface, then column by column. */
export function textsOf(edition: Edition): EditionText[] {
  return [...edition.preface, ...edition.columns.flatMap((column) => column.texts)];
}
