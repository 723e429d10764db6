/** The tree of structure elements, and the parent tree back (PDF 1.7, 14.7). Written top-down as bodies of objects: there are several for each line of a book.
 *  Not here: which content belongs to an element (page). */
import type { Tag } from "../draw.ts";
import type { Mark, Marks } from "./page.ts";
import { number, type Pdf, raw, textString } from "./pdf.ts";
import type { Survey } from "./survey.ts";
import { nameTree, numberTree } from "./trees.ts";

interface Tree {
  pdf: Pdf;
  survey: Survey;
  marks: Marks;
  /** height of a page */
  height: number;
  /** attached files by their names: how an object refers to them */
  files: ReadonlyMap<string, string>;
  /** objects of the elements that have content */
  numbers: Map<Tag, number>;
  ids: [id: string, element: string][];
}

export function writeStructure(pdf: Pdf, root: Tag, survey: Survey, marks: Marks, height: number, files: ReadonlyMap<string, string>): void {
  const tree: Tree = { pdf, survey, marks, height, files, numbers: new Map(), ids: [] };
  reserve(tree, root);
  const top = pdf.structure();
  if (tree.numbers.has(root)) write(tree, root, top.toString());
  const refOf = (one: Tag): string => `${tree.numbers.get(one)!} 0 R`;
  const parents = numberTree(pdf, marks.parents.map((owner) => (Array.isArray(owner) ? `[${(owner as readonly Tag[]).map(refOf).join(" ")}]` : refOf(owner as Tag))));
  Object.assign(top.data, {
    K: raw(tree.numbers.has(root) ? `[${refOf(root)}]` : "[]"), ParentTree: raw(parents), ParentTreeNextKey: marks.parents.length,
    ...(tree.ids.length > 0 ? { IDTree: raw(nameTree(pdf, tree.ids)) } : {}),
  });
}

/** Numbers for all elements with content; the rest are left out. An empty cell stays: columns are counted by cells (ISO 14289-1, 7.5). */
function reserve(tree: Tree, one: Tag): boolean {
  let kept = one.type === "TD" || one.type === "TH" || tree.marks.of.has(one);
  for (const child of one.children) if (reserve(tree, child)) kept = true;
  if (kept) tree.numbers.set(one, tree.pdf.reserve());
  return kept;
}

/** Writes an element and those below it; gives the place in the order of painting at which its first content stands. */
function write(tree: Tree, one: Tag, parent: string): number {
  const ref = `${tree.numbers.get(one)!} 0 R`;
  const marks = tree.marks.of.get(one) ?? [];
  const page = marks[0]?.page;
  const kids = one.children.filter((child) => tree.numbers.has(child)).map((child) => ({ at: write(tree, child, ref), body: `${tree.numbers.get(child)!} 0 R` }));
  const content = marks.map((mark) => ({ at: mark.at, body: contentBody(mark, page) }));
  // a paragraph with words of its own around a link is read as it was painted
  const all = content.length === 0 ? kids : [...content, ...kids].sort((a, b) => a.at - b.at);
  const first = Math.min(...all.map(({ at }) => at));
  const body = all.length === 1 ? all[0]!.body : `[${all.map((kid) => kid.body).join(" ")}]`;
  tree.pdf.put(tree.numbers.get(one)!, `<</S/${tree.survey.headings.get(one) ?? one.type}/P ${parent}${page === undefined ? "" : `/Pg ${page.toString()}`}${all.length === 0 ? "" : `/K ${body}`}${keysOf(tree, one)}>>`);
  return first;
}

function contentBody(mark: Mark, page: Mark["page"] | undefined): string {
  if ("annotation" in mark) return `<</Type/OBJR/Obj ${mark.annotation.toString()}/Pg ${mark.page.toString()}>>`;
  return mark.page === page ? String(mark.mcid) : `<</Type/MCR/Pg ${mark.page.toString()}/MCID ${mark.mcid}>>`;
}

/** Alternative text, language, identifier, attributes, associated file. */
function keysOf(tree: Tree, one: Tag): string {
  let keys = "";
  if (one.alt !== undefined) keys += `/Alt ${textString(one.alt)}`;
  if (one.lang !== undefined) keys += `/Lang ${textString(one.lang)}`;
  if (one.type === "Note") {
    const id = `note-${tree.ids.length + 1}`; // ISO 14289-1, 7.9: each has its own
    tree.ids.push([id, `${tree.numbers.get(one)!} 0 R`]);
    keys += `/ID ${textString(id)}`;
  }
  const file = one.file === undefined ? undefined : tree.files.get(one.file);
  if (file !== undefined) keys += `/AF[${file}]`; // ISO 19005-3, 6.8
  const attributes = attributesOf(tree, one);
  return attributes === "" ? keys : `${keys}/A<<${attributes}>>`;
}

/** Attributes (PDF 1.7, 14.8.5): a head's scope and a cell's spans, a list's labels, a figure's place. */
function attributesOf({ marks, height }: Tree, one: Tag): string {
  switch (one.type) {
    case "TH":
    case "TD": {
      const cell = `${one.type === "TH" ? `/Scope/${one.scope ?? "Column"}` : ""}${(one.span ?? 1) > 1 ? `/ColSpan ${one.span}` : ""}${(one.rows ?? 1) > 1 ? `/RowSpan ${one.rows}` : ""}`;
      return cell === "" ? "" : `/O/Table${cell}`;
    }
    case "L": return one.numbering === undefined ? "" : `/O/List/ListNumbering/${one.numbering}`;
    case "Figure": {
      const extent = marks.extents.get(one)?.extent;
      return extent === undefined ? "" : `/O/Layout/Placement/Block/BBox[${[extent[0], height - extent[3], extent[2], height - extent[1]].map(number).join(" ")}]`;
    }
    default: return "";
  }
}
