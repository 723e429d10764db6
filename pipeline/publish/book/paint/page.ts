/** A page: its content as marked content, its links, its boxes. What belongs to no element is an artifact. Not here: the tree of elements (structure). */
import type { Draw, Tag } from "../draw.ts";
import type { Content } from "./content.ts";
import { type Fonts, writeText } from "./fonts.ts";
import type { Drawn, Form, PrintedBook, PrintedPage } from "./form.ts";
import { number, type Pdf, type Ref, words } from "./pdf.ts";
import { bled, boxesOf, cropMarks } from "./press.ts";
import { type Extent, extentOf, united, vectorOperators } from "./shapes.ts";
import type { Survey } from "./survey.ts";

/** A place in the file that links and bookmarks lead to; `top` is in the page's own y, upwards. */
export interface Place {
  page: Ref;
  top: number;
}

/** A piece of content of an element: a marked sequence of a page, or a link's annotation. `at` counts pieces in the order of painting. */
export type Mark = { at: number; page: Ref } & ({ mcid: number } | { annotation: Ref });

/** What painting pages leaves behind for the structure. */
export interface Marks {
  of: Map<Tag, Mark[]>;
  /** by key of the parent tree: the elements of a page's sequences, or of an annotation */
  parents: (readonly Tag[] | Tag)[];
  /** what a figure covers on the first of its pages; y downwards */
  extents: Map<Tag, { page: Ref; extent: Extent }>;
  count: number;
}

export const noMarks = (): Marks => ({ of: new Map(), parents: [], extents: new Map(), count: 0 });

export interface Painting {
  pdf: Pdf;
  book: PrintedBook;
  form: Form;
  fonts: Fonts;
  places: ReadonlyMap<string, Place>;
  survey: Survey;
  marks: Marks;
  content: Content;
}

/** Paints a page and writes it, so that the memory it took is free again. */
export function paintPage(painting: Painting, page: PrintedPage, dictionary: Ref): void {
  const { pdf, form, book, marks } = painting;
  const resources = pdf.ref({});
  const fonts: Record<string, Ref> = {};
  const drawn = page.drawn();
  const owners = writeContent(painting, drawn, dictionary, fonts);
  if (Object.keys(fonts).length > 0) resources.data["Font"] = fonts;
  resources.end();
  const annotations = form.press === null ? drawn.draws.flatMap((draw) => (draw.kind === "link" ? linkOf(painting, draw, dictionary) : [])) : [];
  Object.assign(dictionary.data, boxesOf(book, form.press), { Resources: resources });
  if (!painting.content.empty) {
    const stream = pdf.ref();
    stream.end(painting.content.take());
    dictionary.data["Contents"] = stream;
  }
  if (annotations.length > 0) Object.assign(dictionary.data, { Annots: annotations, Tabs: "S" }); // ISO 14289-1, 7.18.3
  if (owners.length > 0) {
    dictionary.data["StructParents"] = marks.parents.length;
    marks.parents.push(owners);
  }
  dictionary.end();
}

/** Each stretch of drawings of one element is one marked sequence. `owners` are the elements by the number of the sequence. */
function writeContent(painting: Painting, { draws, furniture }: Drawn, dictionary: Ref, fonts: Record<string, Ref>): Tag[] {
  const { book, form, content, survey } = painting;
  if (form.press !== null) content.operators(`1 0 0 1 ${number(boxesOf(book, form.press).TrimBox[0])} ${number(boxesOf(book, form.press).TrimBox[1])} cm`);
  const owners: Tag[] = [];
  let open: Tag | string | null = null;
  const paint = (draw: Draw, artifact: string): void => {
    if (draw.kind === "link") return;
    const owner = draw.tag === null ? null : (survey.spans.get(draw.tag) ?? draw.tag);
    if (form.tagged && (owner ?? artifact) !== open) {
      if (open !== null) content.operators("EMC");
      open = owner ?? artifact;
      content.operators(owner === null ? artifact : sequenceOf(painting, owner, dictionary, owners));
    }
    if (draw.tag !== null) measureFigure(painting, draw, draw.tag, dictionary);
    write(painting, form.press === null ? draw : bled(draw, book, form.press), fonts);
  };
  for (const draw of draws) paint(draw, artifactOf(draw, book));
  for (const draw of furniture) paint(draw, draw.y < book.height / 2 ? "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC" : "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC");
  if (open !== null) content.operators("EMC");
  if (form.press?.marks === true) content.operators(cropMarks(book, form.press));
  return owners;
}

/** What a drawing without an element is (PDF 1.7, 14.8.2.2): the ground of a whole page, words set again where a table goes on, or a rule. */
function artifactOf(draw: Draw, book: PrintedBook): string {
  if (draw.kind === "text") return "/Artifact <</Type/Pagination>> BDC";
  if (draw.kind === "area" && draw.width >= book.width && draw.height >= book.height) return `/Artifact <</Type/Background/BBox[0 0 ${number(book.width)} ${number(book.height)}]>> BDC`;
  return "/Artifact <</Type/Layout>> BDC";
}

function sequenceOf({ marks, survey }: Painting, tag: Tag, page: Ref, owners: Tag[]): string {
  const mcid = owners.push(tag) - 1;
  note(marks, tag, { at: marks.count++, page, mcid });
  return `/${survey.headings.get(tag) ?? tag.type} <</MCID ${mcid}>> BDC`;
}

function note(marks: Marks, tag: Tag, mark: Mark): void {
  const known = marks.of.get(tag);
  if (known === undefined) marks.of.set(tag, [mark]);
  else known.push(mark);
}

function measureFigure({ marks, survey }: Painting, draw: Draw, tag: Tag, page: Ref): void {
  const figure = survey.figures.get(tag);
  const extent = figure === undefined ? null : extentOf(draw);
  if (figure === undefined || extent === null) return;
  const known = marks.extents.get(figure);
  if (known === undefined) marks.extents.set(figure, { page, extent });
  else if (known.page === page) known.extent = united(known.extent, extent);
}

function write({ book, form, fonts, survey, content }: Painting, draw: Exclude<Draw, { kind: "link" }>, resources: Record<string, Ref>): void {
  if (draw.kind !== "text") {
    content.operators(vectorOperators(draw, book.height));
    return;
  }
  const english = form.tagged && draw.tag !== null && !survey.foreign.has(draw.tag);
  const language = form.tagged && draw.tag !== null && survey.spans.has(draw.tag) ? draw.tag.lang : undefined;
  if (language !== undefined) content.operators(`/Span <</Lang(${language})>> BDC`);
  for (const run of draw.runs) writeText(content, run, draw.x, book.height - draw.y, fonts, resources, english, draw.upward === true);
  if (language !== undefined) content.operators("EMC");
}

/** An internal link: annotation, its words (ISO 14289-1, 7.18.5), its place in the structure and in the parent tree. */
function linkOf({ pdf, book, form, places, marks }: Painting, draw: Draw & { kind: "link" }, page: Ref): Ref[] {
  const place = places.get(draw.to);
  if (place === undefined) return [];
  const bottom = book.height - draw.y - draw.height;
  const annotation = pdf.ref({
    Type: "Annot", Subtype: "Link", F: 4, Border: [0, 0, 0], Rect: [draw.x, bottom, draw.x + draw.width, bottom + draw.height],
    Dest: [place.page, "XYZ", 0, place.top, null], Contents: words(draw.words), ...(form.tagged ? { StructParent: marks.parents.length } : {}),
  });
  annotation.end();
  if (form.tagged) {
    marks.parents.push(draw.tag);
    note(marks, draw.tag, { at: marks.count++, page, annotation });
  }
  return [annotation];
}
