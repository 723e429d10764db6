/** Pages and tags → PDF. It writes operators itself (pdfkit's own text flow shapes every line anew), and the structure, outline and names too.
 *
 *  in      PrintedBook, the faces it was set in, the form of the file
 *  out     PDF 1.7 as PDF/UA-1 and PDF/A-3a; or 1.4 as PDF/A-1b; or sheets for a press
 *  holds   same input, same bytes; what belongs to no element is an artifact; no date but the book's
 *  errors  a character without a glyph, which glyphFor keeps out
 *  source  ISO 32000-1 (PDF 1.7), ISO 14289-1 (PDF/UA-1), ISO 19005-3 (PDF/A-3)
 *  not     where anything stands on a page */
import type { Tag } from "../draw.ts";
import type { Faces } from "../face.ts";
import { pack } from "../finish.ts";
import { attach, embeddedFiles } from "./attachments.ts";
import { Content } from "./content.ts";
import { openFonts } from "./fonts.ts";
import { type Form, type PrintedBook, READER } from "./form.ts";
import { destinations, labelsOf, placesOf, writeOutline } from "./outline.ts";
import { noMarks, paintPage } from "./page.ts";
import { openPdf, type Pdf, raw, type Ref } from "./pdf.ts";
import { writeStructure } from "./structure.ts";
import { survey } from "./survey.ts";
import { CREATOR, packetOf, PRODUCER } from "./xmp.ts";

export { type Attachment, type Bookmark, type Form, type Press, pressForm, type PrintedBook, type PrintedPage, READER, TWIN } from "./form.ts";

export function paint(book: PrintedBook, faces: Faces, form: Form = READER): Buffer {
  const date = new Date(`${book.date}T00:00:00Z`);
  const pdf = openPdf({
    version: form.archive === "1b" ? "1.4" : "1.7", tagged: form.tagged, archive: form.archive, packet: packetOf(book, form),
    info: { Title: book.title, Author: book.author, Subject: book.subject, Creator: CREATOR, Producer: PRODUCER, CreationDate: date },
  });
  const pages = book.pages.map(() => pdf.ref({ Type: "Page", Parent: pdf.pages() }));
  for (const page of pages) pdf.addPage(page);
  const places = placesOf(book, pages);
  const painting = { pdf, book, form, fonts: openFonts(pdf, faces), places, survey: survey(book.root), marks: noMarks(), content: new Content() };
  book.pages.forEach((page, n) => paintPage(painting, page, pages[n]!));
  const files = form.archive === "3a" ? attach(pdf, book.attachments, date) : new Map<string, string>();
  if (form.tagged) writeStructure(pdf, book.root, painting.survey, painting.marks, book.height, files);
  waysIn(pdf, book, places, files);
  const bytes = pdf.close();
  return form.packed ? pack(bytes) : bytes;
}

/** Names, labels, bookmarks, attachments: what the catalog knows beside the pages. */
function waysIn(pdf: Pdf, book: PrintedBook, places: ReturnType<typeof placesOf>, files: ReadonlyMap<string, string>): void {
  const names = pdf.catalog["Names"] as Ref;
  names.data["Dests"] = destinations(pdf, places);
  if (files.size > 0) names.data["EmbeddedFiles"] = embeddedFiles(pdf, files);
  pdf.catalog["PageLabels"] = labelsOf(book.labels);
  const outline = writeOutline(pdf, book.bookmarks, places);
  if (outline !== null) Object.assign(pdf.catalog, { Outlines: outline, PageMode: "UseOutlines" });
  const ofTables = filesOf(book.root);
  const ofBook = [...files].filter(([name]) => !ofTables.has(name)).map(([, ref]) => ref);
  if (ofBook.length > 0) pdf.catalog["AF"] = raw(`[${ofBook.join(" ")}]`);
}

/** The files that belong to an element: a table's data. */
function filesOf(one: Tag, found = new Set<string>()): Set<string> {
  if (one.file !== undefined) found.add(one.file);
  for (const child of one.children) filesOf(child, found);
  return found;
}
