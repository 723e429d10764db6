/** Rules over the structure: which element stands in which, headings, tables, lists, figures, notes. */
import { PDFDict, PDFName, PDFNumber } from "pdf-lib";
import { attribute, type Element, entriesOf, numbersOf, type Opened, textOf, valueOf } from "./read.ts";
import type { Rule } from "./rule.ts";

/** What may stand in which element, where ISO 32000-1 says it. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  TOC: ["TOC", "TOCI", "Caption"], TOCI: ["Lbl", "Reference", "NonStruct", "P", "TOC"], L: ["L", "LI", "Caption"], LI: ["Lbl", "LBody"],
  Table: ["Caption", "TR", "THead", "TBody", "TFoot"], THead: ["TR"], TBody: ["TR"], TR: ["TH", "TD"],
};
const OWNER: Readonly<Record<string, readonly string[]>> = { TOCI: ["TOC"], LI: ["L"], Lbl: ["LI", "Note", "TOCI"], LBody: ["LI"], TR: ["Table", "THead", "TBody"], TH: ["TR"], TD: ["TR"], THead: ["Table"], TBody: ["Table"], Caption: ["Table", "Figure", "L", "TOC"] };
const STANDARD = new Set([
  "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
  "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula",
]);

export const structureRules: Rule[] = [
  { name: "one document", clause: "ISO 32000-1, 14.8.4.2", faults: ({ elements }) => (elements.filter(({ parent }) => parent === null).map(({ type }) => type).join() === "Document" ? [] : ["the structure's top is not one Document"]) },
  { name: "standard types", clause: "ISO 14289-1, 7.1; Matterhorn 02-001", faults: ({ elements }) => elements.filter(({ type }) => !STANDARD.has(type)).map(({ type }) => `${type} is no standard type`) },
  { name: "elements where they belong", clause: "ISO 32000-1, 14.8.4.3; Matterhorn 09-004 to 09-008", faults: containment },
  { name: "headings without gaps", clause: "ISO 14289-1, 7.4.2; Matterhorn 14-002, 14-003", faults: headings },
  { name: "figures have words and a place", clause: "ISO 14289-1, 7.3; Matterhorn 13-004; ISO 32000-1, 14.8.5.4.3", faults: ({ elements }) => of(elements, "Figure").flatMap((figure, n) => [
    ...((textOf(valueOf(figure.dict, "Alt")) ?? "") === "" ? [`figure ${n + 1} has no Alt`] : []),
    ...(isBox(numbersOf(attribute(figure, "BBox"))) ? [] : [`figure ${n + 1} has no BBox`]),
  ]) },
  { name: "heads of tables have a scope", clause: "ISO 14289-1, 7.5; Matterhorn 15-003", faults: ({ elements }) => of(elements, "TH").filter((cell) => !["Row", "Column", "Both"].includes(textOf(attribute(cell, "Scope")) ?? "")).map((cell) => `${cell.ref.toString()}: a TH has no Scope`) },
  { name: "tables are regular", clause: "ISO 14289-1, 7.5; ISO 32000-1, 14.8.5.7", faults: ({ elements }) => of(elements, "Table").flatMap(regular) },
  { name: "captions first or last", clause: "ISO 32000-1, 14.8.4.3.4", faults: ({ elements }) => of(elements, "Caption").filter((caption) => caption.parent !== null && caption.parent.order.at(0) !== caption && caption.parent.order.at(-1) !== caption).map((caption) => `${caption.ref.toString()}: a caption in the midst of its ${caption.parent!.type}`) },
  { name: "lists say how they count", clause: "ISO 14289-1, 7.6", faults: ({ elements }) => of(elements, "L").filter((list) => list.children.some(({ children }) => children.some(({ type }) => type === "Lbl")) && attribute(list, "ListNumbering") === undefined).map((list) => `${list.ref.toString()}: a list with labels has no ListNumbering`) },
  { name: "notes have names of their own", clause: "ISO 14289-1, 7.9; Matterhorn 19-003, 19-004; ISO 32000-1, 14.7.2", faults: notes },
];

const of = (elements: readonly Element[], type: string): Element[] => elements.filter((element) => element.type === type);
const isBox = ([left, bottom, right, top, ...rest]: number[]): boolean => rest.length === 0 && left !== undefined && left < right! && bottom! < top!;

function containment({ elements }: Opened): string[] {
  return elements.flatMap(({ type, children, content, parent, ref }) => [
    ...(WITHIN[type] === undefined ? [] : children.filter((child) => !WITHIN[type]!.includes(child.type)).map((child) => `${ref.toString()}: ${child.type} in ${type}`)),
    ...(WITHIN[type] !== undefined && content.length > 0 ? [`${ref.toString()}: words in ${type} itself`] : []),
    ...(OWNER[type] === undefined || OWNER[type].includes(parent?.type ?? "") ? [] : [`${ref.toString()}: ${type} in ${parent?.type ?? "nothing"}`]),
  ]);
}

function headings({ elements }: Opened): string[] {
  let last = 0;
  return elements.flatMap(({ type, ref }) => {
    const level = Number(/^H(\d)$/u.exec(type)?.[1] ?? 0);
    if (level === 0) return [];
    const fault = level > last + 1 ? [`${ref.toString()}: ${type} after ${last === 0 ? "nothing" : `H${last}`}`] : [];
    last = level;
    return fault;
  });
}

/** Every row holds the same number of columns, with what spans reach into it. */
function regular(table: Element): string[] {
  const rows = table.children.flatMap((child) => (child.type === "TR" ? [child] : child.children.filter(({ type }) => type === "TR")));
  const span = (cell: Element, name: string): number => { const value = attribute(cell, name); return value instanceof PDFNumber ? value.asNumber() : 1; };
  const reaching: number[] = []; // columns taken in the rows to come by cells of rows before
  const widths = rows.map(({ children }) => {
    const width = (reaching.shift() ?? 0) + children.reduce((sum, cell) => sum + span(cell, "ColSpan"), 0);
    for (const cell of children) for (let below = 1; below < span(cell, "RowSpan"); below++) reaching[below - 1] = (reaching[below - 1] ?? 0) + span(cell, "ColSpan");
    return width;
  });
  return [
    ...(new Set(widths).size <= 1 ? [] : [`${table.ref.toString()}: rows of ${[...new Set(widths)].join(" and ")} columns`]),
    ...(reaching.some((taken) => taken > 0) ? [`${table.ref.toString()}: a cell reaches beyond the last row`] : []),
    ...(rows.some(({ children }) => children.some(({ type }) => type === "TH")) ? [] : [`${table.ref.toString()}: a table without heads`]),
  ];
}

function notes({ doc, catalog, elements }: Opened): string[] {
  const root = valueOf(catalog, "StructTreeRoot");
  const tree = new Map(root instanceof PDFDict ? entriesOf(doc, root.get(PDFName.of("IDTree")), "Names").map(([key, value]) => [textOf(key), value]) : []);
  const seen = new Set<string>();
  return of(elements, "Note").flatMap(({ dict, ref }) => {
    const id = textOf(valueOf(dict, "ID"));
    if (id === null || seen.has(id)) return [`${ref.toString()}: a note has no ID of its own`];
    seen.add(id);
    return tree.get(id) === ref ? [] : [`${ref.toString()}: the tree of IDs does not lead to ${id}`];
  });
}
