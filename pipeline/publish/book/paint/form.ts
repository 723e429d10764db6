/** What a book is when it is printed, and in which forms. Plain data. Not here: painting. */
import type { Draw, Tag } from "../draw.ts";

/** A page ready to paint: the places that links lead to, and what stands on it, asked for once. */
export interface PrintedPage {
  anchors: readonly { name: string; y: number }[];
  drawn: () => Drawn;
}

export interface Drawn {
  draws: readonly Draw[];
  /** running head and folio: artifacts of pagination (ISO 14289-1, 7.8) */
  furniture: readonly Draw[];
}

export interface Bookmark {
  title: string;
  anchor: string;
  children: Bookmark[];
}

/** A file within the file. */
export interface Attachment {
  /** without folders */
  name: string;
  bytes: Buffer;
  /** media type: text/csv */
  type: string;
  description: string;
  /** ISO 19005-3, 6.8: what the file is to the document. Data: what tables and figures were made from; Supplement: what goes beyond them. */
  relationship: "Data" | "Supplement";
}

export interface PrintedBook {
  /** of the trimmed page, points */
  width: number;
  height: number;
  pages: readonly PrintedPage[];
  root: Tag;
  bookmarks: readonly Bookmark[];
  /** from which page on which labels count: style D or r, or a fixed word */
  labels: readonly { page: number; style?: "D" | "r"; prefix?: string }[];
  attachments: readonly Attachment[];
  title: string;
  author: string;
  subject: string;
  /** YYYY-MM-DD: the only date in the file */
  date: string;
}

/** How a press wants its sheets: points of bleed around the trim, and crop and registration marks outside it. */
export interface Press {
  bleed: number;
  marks: boolean;
}

/** What kind of file is made. */
export interface Form {
  /** with structure; without, only to print, or to measure what the structure costs */
  tagged: boolean;
  /** the conformance that the file claims, PDF/A-1b in PDF 1.4; null for the press */
  archive: "3a" | "1b" | null;
  /** small objects are packed into object streams */
  packed: boolean;
  press: Press | null;
}

/** The book as it is published: PDF/UA-1 and PDF/A-3a. */
export const READER: Form = { tagged: true, archive: "3a", packed: true, press: null };

/** The same pages as PDF/A-1b, for which there is a checker: PDFBox preflight. */
export const TWIN: Form = { tagged: true, archive: "1b", packed: false, press: null };

/** For a printing house: no structure, links or attachments, but bleed and marks. */
export const pressForm = (press: Press): Form => ({ tagged: false, archive: null, packed: true, press });
