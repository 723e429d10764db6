/** What the index lists: places, organisations, indicators, titles of documents and members of rosters, with the pages that print them, the tables
 *  that hold them, and the other names they go by. Not here: the order, the setting. */
import type { Fact } from "../../../../schemas/fact.ts";
import type { Desk } from "../blocks.ts";
import { type Finder, finderOver } from "../where.ts";

export interface IndexTerm {
  word: string;
  pages: { label: string; page: number }[];
  /** tables with figures of this indicator, in their order */
  tables: { number: string; id: string }[];
  /** the name it is listed under, where this is another name of it (见) */
  see: string | null;
}

const LONGEST = 30; // a longer phrase is a sentence, not a term

interface Entry {
  pages: Map<number, string>;
  facts: Set<string>;
}

/** The terms, unsorted. Names of one thing that the book both prints stand under the main one, and the other leads there. */
export function termsOf(desk: Desk): IndexTerm[] {
  const finder = finderOver(desk.edition);
  const found = new Map<string, Entry>();
  for (const fact of desk.edition.facts) {
    for (const word of wordsOf(fact)) {
      const place = placeOf(desk, finder, fact, word);
      if (place === null || word.length > LONGEST || word.trim().length < 2) continue;
      const entry = found.get(word) ?? { pages: new Map(), facts: new Set() };
      entry.pages.set(place.page, place.label);
      if (fact.kind === "observation" && word === fact.indicator) entry.facts.add(fact.id);
      found.set(word, entry);
    }
  }
  const referring = referrals(desk.edition.aliases, found);
  const tablesOf = tableFinder(desk);
  return [
    ...[...found].map(([word, { pages, facts }]): IndexTerm => ({ word, pages: [...pages].map(([page, label]) => ({ page, label })).sort((a, b) => a.page - b.page), tables: tablesOf(facts), see: null })),
    ...referring,
  ];
}

/** Moves the pages of other names to the main name, and gives the references that take their place. */
function referrals(aliases: Readonly<Record<string, string>>, found: Map<string, Entry>): IndexTerm[] {
  return [...found].flatMap(([word, { pages, facts }]): IndexTerm[] => {
    const name = Object.hasOwn(aliases, word) ? aliases[word] : undefined;
    const main = name === undefined ? undefined : found.get(name);
    if (name === undefined || main === undefined) return [];
    for (const [page, label] of pages) main.pages.set(page, label);
    for (const fact of facts) main.facts.add(fact);
    found.delete(word);
    return [{ word, pages: [], tables: [], see: name }];
  });
}

function tableFinder({ edition }: Desk): (facts: ReadonlySet<string>) => IndexTerm["tables"] {
  const tables = new Map<string, Set<number>>();
  edition.tables.forEach(({ rows }, n) => {
    for (const { facts } of rows) for (const fact of facts) tables.set(fact, (tables.get(fact) ?? new Set()).add(n));
  });
  return (facts) => {
    const numbers = new Set([...facts].flatMap((fact) => [...(tables.get(fact) ?? [])]));
    return [...numbers].sort((a, b) => a - b).map((n) => ({ number: edition.tables[n]!.number, id: edition.tables[n]!.id }));
  };
}

const placeOf = (desk: Desk, finder: Finder, fact: Fact, word: string): { label: string; page: number } | null => {
  const offset = finder.offset(fact.document, fact.span, word.replace(/^《|》$/gu, ""));
  return offset === null ? null : desk.refs.passage(fact.document, offset);
};

/** What of a fact a reader may look for. */
function wordsOf(fact: Fact): string[] {
  switch (fact.kind) {
    case "observation": return [fact.indicator, ...fact.members, ...(fact.subject !== null && (fact.refArea !== null || fact.level === "central") ? [fact.subject] : [])];
    case "event": return [...fact.actors, ...fact.places];
    case "roster": return fact.members;
    case "document": return [...(fact.title === null ? [] : [`《${fact.title}》`]), ...(fact.issuer === null ? [] : [fact.issuer])];
    case "transition":
    case "assessment": return [];
  }
}
