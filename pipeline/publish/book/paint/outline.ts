/** Bookmarks, page labels and named places: the ways into the file. pdfkit's outline counts only its top level, its name tree is sorted by locale. */
import type { Bookmark, PrintedBook } from "./form.ts";
import type { Place } from "./page.ts";
import { number, type Pdf, raw, type Ref, textString } from "./pdf.ts";
import { nameTree } from "./trees.ts";

/** Space left above a place that is jumped to, points. */
const AIR = 24;

/** Where links may lead: the places that pages name, themselves among them as #12. A name counts where it stands first. */
export function placesOf(book: PrintedBook, pages: readonly Ref[]): Map<string, Place> {
  const places = new Map<string, Place>();
  book.pages.forEach((page, n) => {
    for (const { name, y } of page.anchors) if (!places.has(name)) places.set(name, { page: pages[n]!, top: book.height - Math.max(0, y - AIR) });
  });
  return places;
}

const destination = ({ page, top }: Place): string => `[${page.toString()}/XYZ 0 ${number(top)} null]`;

/** Named places, for links from outside: nianjian-2013.pdf#table-coverage. */
export function destinations(pdf: Pdf, places: ReadonlyMap<string, Place>): unknown {
  return raw(nameTree(pdf, [...places].filter(([name]) => !name.startsWith("#")).map(([name, place]) => [name, destination(place)])));
}

/** Labels of pages as they are printed (PDF 1.7, 12.4.2). */
export function labelsOf(labels: PrintedBook["labels"]): unknown {
  return raw(`<</Nums[${labels.map(({ page, style, prefix }) => `${page}<<${style === undefined ? "" : `/S/${style}/St 1`}${prefix === undefined ? "" : `/P ${textString(prefix)}`}>>`).join(" ")}]>>`);
}

/** An item of the outline, whose place is known. */
interface Item {
  title: string;
  place: Place;
  number: number;
  children: Item[];
}

/** The outline; its first level stands open. Gives the root's reference, or null where there are no bookmarks. */
export function writeOutline(pdf: Pdf, bookmarks: readonly Bookmark[], places: ReadonlyMap<string, Place>): unknown {
  const itemsOf = (marks: readonly Bookmark[]): Item[] => marks.flatMap(({ title, anchor, children }) => {
    const place = places.get(anchor);
    return place === undefined ? [] : [{ title, place, number: pdf.reserve(), children: itemsOf(children) }];
  });
  const items = itemsOf(bookmarks);
  if (items.length === 0) return null;
  const root = pdf.reserve();
  pdf.put(root, `<<${family(items)}/Count ${items.reduce((sum, item) => sum + 1 + item.children.length, 0)}>>`);
  writeItems(pdf, items, root, true);
  return raw(`${root} 0 R`);
}

const family = (items: readonly Item[]): string => `/First ${items[0]!.number} 0 R/Last ${items.at(-1)!.number} 0 R`;

/** Count is what an open item shows below it; negative what a closed one would show (PDF 1.7, 12.3.3). */
function writeItems(pdf: Pdf, items: readonly Item[], parent: number, open: boolean): void {
  items.forEach((item, n) => {
    const before = items[n - 1];
    const after = items[n + 1];
    const below = item.children.length === 0 ? "" : `${family(item.children)}/Count ${open ? "" : "-"}${item.children.length}`;
    pdf.put(item.number, `<</Title ${textString(item.title)}/Parent ${parent} 0 R${before === undefined ? "" : `/Prev ${before.number} 0 R`}${after === undefined ? "" : `/Next ${after.number} 0 R`}${below}/Dest${destination(item.place)}>>`);
    writeItems(pdf, item.children, item.number, false);
  });
}
