/** Rules over pages: what is painted stands in an element or is an artifact, and belongs where it says; links. */
import { PDFArray, PDFName, PDFNumber, PDFRef } from "pdf-lib";
import { type Opened, textOf, unicodeOf, valueOf } from "./read.ts";
import type { Rule } from "./rule.ts";

export const pageRules: Rule[] = [
  { name: "all is tagged or artifact", clause: "ISO 14289-1, 7.1; Matterhorn 01-005", faults: ({ pages }) => pages.flatMap(({ number, content }) => [
    ...content.painted.filter(({ within }) => !within.some(({ artifact, mcid }) => artifact || mcid !== null)).map(({ operator }) => `page ${number}: ${operator} paints outside of elements and artifacts`),
    ...(content.unbalanced === 0 ? [] : [`page ${number}: marked content is not closed`]),
  ]) },
  { name: "no artifact within an element, nor the other way", clause: "ISO 14289-1, 7.1; Matterhorn 01-003, 01-004", faults: ({ pages }) => pages.flatMap(({ number, content }) => content.sequences.flatMap(({ marked, within }) => (within.some((outer) => (outer.artifact && marked.mcid !== null) || (outer.mcid !== null && (marked.artifact || marked.mcid !== null))) ? [`page ${number}: ${marked.tag} stands within ${within.at(-1)!.tag}`] : []))) },
  { name: "artifacts say what they are", clause: "ISO 14289-1, 7.8; ISO 32000-1, 14.8.2.2.2", faults: ({ pages }) => pages.flatMap(({ number, content }) => content.sequences.filter(({ marked }) => marked.artifact && !["Pagination", "Layout", "Background", "Page"].includes(marked.type ?? "")).map(() => `page ${number}: an artifact has no Type`)) },
  { name: "content and elements agree", clause: "ISO 32000-1, 14.7.4.4", faults: bothWays },
  { name: "annotations and elements agree", clause: "ISO 32000-1, 14.7.4.4; ISO 14289-1, 7.18.1, 7.18.5; Matterhorn 28-002, 28-011", faults: annotations },
  { name: "links say where they lead", clause: "ISO 14289-1, 7.18.1, 7.18.5; Matterhorn 28-012", faults: ({ pages }) => pages.flatMap(({ number, annotations: all }) => all.filter(({ dict }) => (textOf(valueOf(dict, "Contents")) ?? "") === "").map(() => `page ${number}: a link has no Contents`)) },
  { name: "annotations are printed", clause: "ISO 19005-3, 6.3.2", faults: ({ pages }) => pages.flatMap(({ number, annotations: all }) => all.filter(({ dict }) => valueOf(dict, "F")?.toString() !== "4").map(() => `page ${number}: an annotation is hidden or not printed`)) },
  { name: "tab order", clause: "ISO 14289-1, 7.18.3; Matterhorn 28-009", faults: ({ pages }) => pages.filter(({ dict, annotations: all }) => all.length > 0 && textOf(valueOf(dict, "Tabs")) !== "S").map(({ number }) => `page ${number}: it has annotations, and Tabs is not S`) },
  { name: "English is said to be English", clause: "ISO 14289-1, 7.2; Matterhorn 11-001", faults: english },
  { name: "trim within the sheet", clause: "ISO 32000-1, 14.11.2", faults: ({ pages }) => pages.filter(({ dict }) => !dict.has(PDFName.of("TrimBox"))).map(({ number }) => `page ${number}: no TrimBox`) },
];

const keyOf = (page: { dict: { lookup: (name: PDFName) => unknown } }, name: string): number | null => { const key = page.dict.lookup(PDFName.of(name)); return key instanceof PDFNumber ? key.asNumber() : null; };

/** Each marked sequence belongs to the one element that names it, and the parent tree says so. */
function bothWays({ doc, pages, elements, parents }: Opened): string[] {
  const owners = new Map<string, PDFRef[]>();
  for (const element of elements) for (const { page, mcid } of element.content) owners.set(`${page.toString()} ${mcid}`, [...(owners.get(`${page.toString()} ${mcid}`) ?? []), element.ref]);
  const faults = pages.flatMap((page) => {
    const listed = doc.context.lookup(parents.get(keyOf(page, "StructParents") ?? -1));
    const mcids = page.content.sequences.flatMap(({ marked }) => marked.mcid ?? []);
    const found = mcids.flatMap((mcid) => {
      const own = owners.get(`${page.ref.toString()} ${mcid}`) ?? [];
      owners.delete(`${page.ref.toString()} ${mcid}`);
      const back = listed instanceof PDFArray ? listed.get(mcid) : undefined;
      return own.length === 1 && own[0] === back ? [] : [`page ${page.number}: sequence ${mcid} belongs to ${own.length} elements, the parent tree says ${back?.toString() ?? "none"}`];
    });
    return [...found, ...(new Set(mcids).size === mcids.length ? [] : [`page ${page.number}: a number of a sequence stands twice`])];
  });
  return [...faults, ...[...owners.keys()].map((key) => `an element names ${key}, which no page has`)];
}

function annotations({ pages, elements, parents }: Opened): string[] {
  const owners = new Map(elements.flatMap((element) => element.annotations.map(({ annotation, page }) => [annotation, { element, page }] as const)));
  return pages.flatMap((page) => page.annotations.flatMap(({ ref, dict }) => {
    const owner = owners.get(ref);
    if (owner === undefined) return [`page ${page.number}: no element refers to ${ref.toString()}`];
    return [
      ...(owner.element.type === "Link" ? [] : [`page ${page.number}: a link stands in ${owner.element.type}`]),
      ...(owner.page === page.ref ? [] : [`page ${page.number}: the reference to ${ref.toString()} names another page`]),
      ...(parents.get(keyOf({ dict }, "StructParent") ?? -1) === owner.element.ref ? [] : [`page ${page.number}: the parent tree does not lead from ${ref.toString()} to its element`]),
      ...(owner.element.content.length > 0 ? [] : [`page ${page.number}: the link ${ref.toString()} has no words`]),
    ];
  }));
}

const ENGLISH = /[A-Za-z][a-z]/u;

/** Two letters of which the second is small are a word of a Latin script: in a Chinese document its language must be said. */
function english({ doc, pages, elements, fonts }: Opened): string[] {
  const maps = new Map(fonts.map((font) => [font.ref, unicodeOf(doc, font)]));
  const langs = new Map(elements.flatMap((element) => element.content.map(({ page, mcid }) => [`${page.toString()} ${mcid}`, element.lang] as const)));
  return pages.flatMap((page) => page.content.painted.flatMap(({ font, codes, within }) => {
    const mcid = within.find((one) => one.mcid !== null)?.mcid;
    if (font === null || mcid == null || within.some(({ lang }) => lang !== null) || langs.get(`${page.ref.toString()} ${mcid}`) != null) return [];
    const resources = valueOf(page.dict, "Resources") as unknown as { lookup: (name: PDFName) => { get: (name: PDFName) => PDFRef } };
    const map = maps.get(resources.lookup(PDFName.of("Font")).get(PDFName.of(font)));
    const words = codes.map((code) => map?.get(code) ?? "").join("");
    return ENGLISH.test(words) ? [`page ${page.number}: “${words}” is not said to be English`] : [];
  }));
}
