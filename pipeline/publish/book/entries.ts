/** What the contents and the bookmarks list: parts, texts, entries, tables and figures, with the places they lead to. Not here: page numbers. */
import type { Edition, EditionText } from "../../../schemas/edition.ts";
import { titleOf } from "../../../schemas/edition-texts.ts";

export interface Entry {
  anchor: string;
  title: string;
  titleEn: string;
  level: 1 | 2 | 3;
}

/** Sections of a text that are 条目: its level-1 headings. */
export function entrySections(text: EditionText): { index: number; title: string }[] {
  return text.outline.sections.flatMap((section, index) => (section.level === 1 ? [{ index, title: section.title === "" ? section.heading : section.title }] : []));
}

/** A name for a text's place that PDF name trees sort alike everywhere: its number in printing order. */
export const textAnchor = (n: number): string => `text-${String(n).padStart(3, "0")}`;
export const sectionAnchor = (n: number, section: number): string => `${textAnchor(n)}-${String(section).padStart(3, "0")}`;

/** Entries of the texts that begin at number `first` in printing order. */
export function textEntries(texts: readonly EditionText[], first: number): Entry[] {
  return texts.flatMap((text, i): Entry[] => [
    { anchor: textAnchor(first + i), title: titleOf(text), titleEn: "", level: 2 },
    ...entrySections(text).map(({ index, title }): Entry => ({ anchor: sectionAnchor(first + i, index), title, titleEn: "", level: 3 })),
  ]);
}

export function appendixEntries(edition: Edition): Entry[] {
  return [
    ...edition.tables.map((table): Entry => ({ anchor: `table-${table.id}`, title: `表${table.number}　${table.title}`, titleEn: table.titleEn, level: 2 })),
    ...edition.figures.filter((figure) => edition.tables.some((table) => table.id === figure.table)).map((figure): Entry => ({ anchor: `figure-${figure.id}`, title: `图${figure.number}　${figure.title}`, titleEn: figure.titleEn, level: 2 })),
  ];
}
