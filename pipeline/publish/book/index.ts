/** book: the edition → the annual as a PDF.
 *
 *  in      Edition, the bytes of four TrueType faces, the files to be attached
 *  out     a tagged PDF, version 1.7, in Chinese: cover to index
 *  holds   same input, same bytes: no clock, no disk, no locale; page numbers in contents and index are those of the pages
 *  errors  none for what an edition may hold: a character no face has is printed 〓 and named under 资料质量
 *  source  CLREQ (W3C) for composition, GB/T 15834—2011 for marks, CY/T 170—2019 for tables, PDF 1.7 for the file */
import type { Edition, PressSpec } from "../../../schemas/edition.ts";
import { textsOf } from "../../../schemas/edition-texts.ts";
import { type Desk, label, look } from "./blocks.ts";
import { type Draw, moved, tag, type Tag } from "./draw.ts";
import { appendixEntries, type Entry, textEntries } from "./entries.ts";
import { type Faces, type FontFiles, openFaces } from "./face.ts";
import { type Attachment, type Bookmark, paint, pressForm, type PrintedBook, type PrintedPage } from "./paint/index.ts";
import { contents } from "./parts/contents.ts";
import { appendices, quality, sources } from "./parts/data.ts";
import { cover, editorialNotes, imprint, titlePage } from "./parts/front.ts";
import type { Part } from "./parts/part.ts";
import { register } from "./parts/register.ts";
import { revisions } from "./parts/revisions.ts";
import { textPart } from "./parts/texts.ts";
import { chronicle, glance } from "./parts/year.ts";
import { pageAnchor } from "./refs.ts";
import { settle, type Sheets } from "./settle.ts";
import { type Geometry, geometryOf, INK, MM } from "./style.ts";
import { chineseNumber } from "./words.ts";

export type { Attachment } from "./paint/index.ts";
export { type FontFiles, fontPaths, openFaces } from "./face.ts";

export async function book(edition: Edition, fonts: FontFiles, attachments: readonly Attachment[] = []): Promise<Buffer> {
  const faces = openFaces(fonts);
  return paint({ ...laidOut(edition, faces), attachments }, faces);
}

/** The same pages as sheets for a press. */
export async function pressBook(edition: Edition, fonts: FontFiles, { bleed, marks }: PressSpec): Promise<Buffer> {
  const faces = openFaces(fonts);
  return paint(laidOut(edition, faces), faces, pressForm({ bleed: bleed * MM, marks }));
}

/** All that is painted, in whatever form. */
export function laidOut(edition: Edition, faces: Faces): PrintedBook {
  const { parts, entries } = partsOf(edition);
  return printed(edition, settle(edition, parts, faces, geometryOf(edition.spec.trim)), entries, faces);
}

/** The book's parts in reading order, and what contents and bookmarks list of them. */
function partsOf(edition: Edition): { parts: Part[]; entries: Entry[] } {
  let number = 0;
  const entries: Entry[] = [];
  const list = (part: Part, below: Entry[] = []): Part => {
    entries.push({ anchor: `part-${part.id}`, title: part.title, titleEn: part.titleEn, level: 1 }, ...below);
    return part;
  };
  const texts = (part: Parameters<typeof textPart>[0], of: Edition["preface"]): Part => {
    const first = number;
    number += of.length;
    const below = textEntries(of, first).filter((entry) => !(of.length === 1 && entry.level === 2 && entry.title === part.title));
    return list(textPart(part, of, first), below);
  };
  const notes = [list(editorialNotes), ...(edition.history.length > 0 ? [list(revisions)] : [])];
  const contentsPart = contents(entries);
  const [preface] = edition.preface;
  const title = edition.preface.length === 1 && preface !== undefined && preface.outline.title.length > 0 && preface.outline.title.length <= 6 ? preface.outline.title : "前言";
  const prefaces = edition.preface.length === 0 ? [] : [texts({ id: "preface", title, titleEn: "Preface", over: "", matter: "front" }, edition.preface)];
  const body = [
    list(glance),
    list(chronicle),
    ...edition.columns.map((column, n) => texts({ id: `column-${column.id}`, title: column.title, titleEn: column.titleEn, over: `栏目${chineseNumber(n + 1)}`, matter: "body" }, column.texts)),
    list(appendices, appendixEntries(edition)),
    list(quality),
    list(sources),
    list(register),
  ];
  return { parts: [cover, titlePage, imprint, ...notes, contentsPart, ...prefaces, ...body], entries };
}

/** From the type area to what stands in the outer margin. */
const MARGIN = 10;

/** Sheets with their margins mirrored, heads and folios on them, and the structure over all. */
function printed(edition: Edition, sheets: readonly Sheets[], entries: readonly Entry[], faces: Faces): PrintedBook {
  const { spec } = edition;
  const geometry = geometryOf(spec.trim);
  const last = sheets.at(-1)!;
  const count = last.first + last.laid.pages.length;
  const pages: PrintedPage[] = Array.from({ length: count + (count % 2) }, () => ({ anchors: [], drawn: () => ({ draws: [], furniture: [] }) }));
  for (const { part, laid, first, labels } of sheets) {
    laid.pages.forEach((page, n) => {
      const at = first + n;
      pages[at] = {
        anchors: [{ name: pageAnchor(labels[n]!), y: 0 }, ...page.anchors],
        // drawn when it is painted: of a long book, all pages moved into place would be a second book in memory
        drawn() {
          const left = part.matter === "cover" ? 0 : at % 2 === 0 ? geometry.inner : geometry.width - geometry.inner - geometry.measure;
          const beside = page.margins.flatMap(({ width, draws }) => draws.map((draw) => moved(draw, at % 2 === 0 ? geometry.measure + MARGIN : -MARGIN - width, 0)));
          const furniture = part.bare === true ? [] : headAndFolio(edition, part, faces, geometry, at, n === 0, labels[n]!);
          return { draws: [...page.draws, ...beside].map((draw) => moved(draw, left, 0)), furniture: furniture.map((draw) => moved(draw, left, 0)) };
        },
      };
    });
  }
  const front = sheets.find((sheet) => sheet.part.matter === "front")!.first;
  const body = sheets.find((sheet) => sheet.part.matter === "body")!.first;
  return {
    width: geometry.width, height: geometry.height, pages, bookmarks: nest([{ anchor: "part-contents", title: "目录", titleEn: "", level: 1 }, ...entries]), root: structure(sheets),
    labels: [{ page: 0, prefix: "封面" }, ...(front > 1 ? [{ page: 1, prefix: "封二" }] : []), { page: front, style: "r" }, { page: body, style: "D" }],
    title: `${spec.title}（${spec.year}）`, author: spec.editor, subject: `${spec.titleEn} ${spec.year}, ${edition.revision}; ${textsOf(edition).length} texts`, date: spec.date, attachments: [],
  };
}

/** Stands in the running head of every page of a draft, towards the spine. */
const DRAFT = "草稿，未发行";

/** Running heads: the book's title on the left page, the part's on the right, towards the outer edge, over a hairline; the folio at the outer foot. */
function headAndFolio(edition: Edition, part: Part, faces: Faces, geometry: Geometry, page: number, opens: boolean, folio: string): Draw[] {
  const desk: Pick<Desk, "faces"> = { faces };
  const { measure, top, rows } = geometry;
  const recto = page % 2 === 0;
  const edge = recto ? measure : 0;
  const side = recto ? "right" : "left";
  const small = look("sans", 8, INK.grey);
  const foot = top + rows * 17.5 + 27;
  const draws = [...label(desk, [look("sansBold", 8.5, INK.accent)(folio)], edge, foot, side), ...(edition.draft ? label(desk, [look("sansBold", 8.5, INK.accent)(DRAFT)], recto ? 0 : measure, top - 24, recto ? "left" : "right") : [])];
  if (opens) return draws;
  return [
    ...label(desk, [small(recto ? part.title : `${edition.spec.title} ${edition.spec.year}`)], edge, top - 24, side),
    { kind: "line", x: 0, y: top - 18, x2: measure, y2: top - 18, ink: INK.light, weight: 0.5, tag: null },
    ...draws,
  ];
}

function structure(sheets: readonly Sheets[]): Tag {
  return tag("Document", sheets.map(({ laid }) => tag("Part", laid.tags)));
}

function nest(entries: readonly Entry[]): Bookmark[] {
  const top: Bookmark[] = [];
  const open: Bookmark[] = [];
  for (const entry of entries) {
    const mark: Bookmark = { title: entry.title, anchor: entry.anchor, children: [] };
    open.length = Math.min(open.length, entry.level - 1);
    (open.at(-1)?.children ?? top).push(mark);
    open.push(mark);
  }
  return top;
}
