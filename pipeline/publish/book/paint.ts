/** Pages and tags → PDF. The only file that knows pdfkit; it writes operators itself (pdfkit's own text flow shapes every line anew) and the structure
 *  tree itself (pdfkit 0.20.2 has no ColSpan, gives links the wrong page, leaves artifacts open). Not here: where anything stands. */
import PDFDocument from "pdfkit";
import type { Draw, Tag } from "./draw.ts";
import { FACE_NAMES, type FaceName, type Faces } from "./face.ts";
import type { Run } from "./paragraph.ts";
import { INK } from "./style.ts";

/** A page ready to paint: its drawings and the name it goes by. */
export interface PrintedPage {
  draws: readonly Draw[];
  anchors: readonly { name: string; y: number }[];
}

export interface Bookmark {
  title: string;
  anchor: string;
  children: Bookmark[];
}

export interface PrintedBook {
  width: number;
  height: number;
  pages: readonly PrintedPage[];
  root: Tag;
  bookmarks: readonly Bookmark[];
  /** from which page on which labels count: style D or r, or a fixed word */
  labels: readonly { page: number; style?: "D" | "r"; prefix?: string }[];
  title: string;
  author: string;
  subject: string;
  /** YYYY-MM-DD: the only date in the file */
  date: string;
}

/** What @types/pdfkit 0.17.6 leaves out. */
interface Ref {
  data: Record<string, unknown>;
  end: (chunk?: string) => void;
}
interface EmbeddedFont {
  id: string;
  ref: () => Ref;
  widths: number[];
  unicode: number[][];
  subset: { glyphs: number[]; includeGlyph: (id: number) => number };
}
interface Page {
  dictionary: Ref;
  fonts: Record<string, Ref>;
  annotations: Ref[];
  write: (chunk: string) => void;
}
interface Outline {
  addItem: (title: string, options: Record<string, unknown>) => Outline;
  options: Record<string, unknown>;
}
interface Doc {
  ref: (data: Record<string, unknown>) => Ref;
  addPage: () => Doc;
  switchToPage: (n: number) => Page;
  font: (source: Buffer) => Doc;
  _font: EmbeddedFont;
  _root: Ref;
  outline: Outline;
  on: (event: string, listener: (chunk: Buffer) => void) => Doc;
  end: () => void;
}

/** PDF text strings: pdfkit writes String objects as strings and plain ones as names. */
// oxlint-disable-next-line no-new-wrappers
const words = (text: string): unknown => new String(text);

export async function paint(book: PrintedBook, faces: Faces): Promise<Buffer> {
  const doc = new PDFDocument({
    autoFirstPage: false, bufferPages: true, size: [book.width, book.height], margin: 0, pdfVersion: "1.7", lang: "zh-CN", displayTitle: true, tagged: true,
    font: faces.of.serif.file as unknown as string, fontLayoutCache: false,
    info: { Title: plain(book.title), Author: plain(book.author), Subject: plain(book.subject), Creator: "nianjian", Producer: "pdfkit", CreationDate: new Date(`${book.date}T00:00:00Z`) },
  } as PDFKit.PDFDocumentOptions) as unknown as Doc;
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => {
    doc.on("data", (chunk) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
  });

  const fonts = openFonts(doc, faces, usedFaces(book.pages));
  const pages = book.pages.map((_, n) => {
    doc.addPage();
    return doc.switchToPage(n);
  });
  const places = destinations(book, pages);
  const marked = new Map<Tag, Kid[]>();
  const parents: (readonly (Tag | null)[] | Tag)[] = [];
  book.pages.forEach((page, n) => paintPage({ doc, book, fonts, places, marked, parents }, page, pages[n]!));
  const structure = { doc, marked, parents, elements: new Map<Tag, Ref>() };
  writeStructure(structure, book.root);
  nameDestinations(doc, places);
  addBookmarks(doc, book);
  doc._root.data["PageLabels"] = { Nums: book.labels.flatMap(({ page, style, prefix }) => [page, { ...(style === undefined ? {} : { S: style }), ...(prefix === undefined ? {} : { P: words(prefix) }), ...(style === undefined ? {} : { St: 1 }) }]) };
  doc.end();
  return done;
}

/** pdfkit writes the packet's text unescaped, so an & would break it. */
const plain = (text: string): string => text.replace(/[&<>]/gu, " ");

function usedFaces(pages: readonly PrintedPage[]): Set<FaceName> {
  const used = new Set<FaceName>();
  for (const page of pages) for (const draw of page.draws) if (draw.kind === "text") for (const run of draw.runs) used.add(run.face);
  return used;
}

/** A font and the codes its characters have in the file. */
interface Font {
  name: FaceName;
  embedded: EmbeddedFont;
  face: Faces["of"][FaceName];
  codes: Map<number, { code: string; advance: number }>;
  taken: Set<number>;
}

/** Faces in a fixed order, so that subset names are the same in every build; a face nothing is set in stays out. */
function openFonts(doc: Doc, faces: Faces, used: ReadonlySet<FaceName>): Map<FaceName, Font> {
  const fonts = new Map<FaceName, Font>();
  for (const name of FACE_NAMES) {
    if (!used.has(name)) continue;
    const embedded = doc.font(faces.of[name].file)._font;
    fonts.set(name, { name, embedded, face: faces.of[name], codes: new Map(), taken: new Set() });
  }
  return fonts;
}

/** The code of a character. A glyph that stands for two code points (⽇ and 日) is embedded twice, so that each is read back as itself. */
function codeOf(font: Font, codePoint: number): { code: string; advance: number } {
  const known = font.codes.get(codePoint);
  if (known !== undefined) return known;
  const glyph = font.face.glyph(codePoint);
  if (glyph === null) throw new Error(`no glyph for U+${codePoint.toString(16)} in ${font.name}: glyphFor chooses a face that has one`);
  const { subset } = font.embedded;
  const code = font.taken.has(glyph.id) ? subset.glyphs.push(glyph.id) - 1 : subset.includeGlyph(glyph.id);
  font.taken.add(glyph.id);
  font.embedded.widths[code] = glyph.advance;
  font.embedded.unicode[code] = [codePoint];
  const entry = { code: code.toString(16).padStart(4, "0"), advance: glyph.advance };
  font.codes.set(codePoint, entry);
  return entry;
}

type Kid = { page: Ref; mcid: number } | { page: Ref; annotation: Ref };

interface Press {
  doc: Doc;
  book: PrintedBook;
  fonts: Map<FaceName, Font>;
  places: Map<string, Place>;
  marked: Map<Tag, Kid[]>;
  parents: (readonly (Tag | null)[] | Tag)[];
}

interface Place {
  page: Ref;
  top: number;
}

function destinations(book: PrintedBook, pages: readonly Page[]): Map<string, Place> {
  const places = new Map<string, Place>();
  book.pages.forEach((page, n) => {
    places.set(`#${n}`, { page: pages[n]!.dictionary, top: book.height });
    for (const { name, y } of page.anchors) if (!places.has(name)) places.set(name, { page: pages[n]!.dictionary, top: book.height - Math.max(0, y - 24) });
  });
  return places;
}

/** A page's content: each stretch of drawings of one tag is one marked content, what belongs to none is an artifact. */
function paintPage(press: Press, page: PrintedPage, target: Page): void {
  const faces = press.fonts;
  const mcids: (Tag | null)[] = [];
  const out: string[] = [`q 1 0 0 -1 0 ${number(press.book.height)} cm`]; // undo pdfkit's flip: y grows upwards again
  let open: Tag | null | undefined;
  for (const draw of page.draws) {
    if (draw.kind === "link") {
      addLink(press, target, draw);
      continue;
    }
    if (draw.tag !== open) {
      if (open !== undefined) out.push("EMC");
      open = draw.tag;
      if (open === null) out.push("/Artifact BMC");
      else {
        out.push(`/${open.type} <</MCID ${mcids.length}>> BDC`);
        const kids = press.marked.get(open) ?? [];
        kids.push({ page: target.dictionary, mcid: mcids.length });
        press.marked.set(open, kids);
        mcids.push(open);
      }
    }
    out.push(operators(draw, press.book.height, faces, target));
  }
  if (open !== undefined) out.push("EMC");
  out.push("Q");
  target.write(out.join("\n"));
  if (mcids.length > 0) {
    target.dictionary.data["StructParents"] = press.parents.length;
    press.parents.push(mcids);
  }
}

/** An internal link: annotation, its words, its place in the structure and in the parent tree. */
function addLink(press: Press, target: Page, draw: Draw & { kind: "link" }): void {
  const place = press.places.get(draw.to);
  if (place === undefined) return;
  const bottom = press.book.height - draw.y - draw.height;
  const annotation = press.doc.ref({
    Type: "Annot", Subtype: "Link", F: 4, Border: [0, 0, 0], Rect: [draw.x, bottom, draw.x + draw.width, bottom + draw.height],
    Dest: [place.page, "XYZ", 0, place.top, null], Contents: words(draw.words), StructParent: press.parents.length,
  });
  press.parents.push(draw.tag);
  target.annotations.push(annotation);
  annotation.end();
  const kids = press.marked.get(draw.tag) ?? [];
  kids.push({ page: target.dictionary, annotation });
  press.marked.set(draw.tag, kids);
}

const number = (n: number): string => String(Math.round(n * 1000) / 1000);
const colour = (hex: string, operator: "rg" | "RG"): string => `${[0, 2, 4].map((i) => number(Number.parseInt(hex.slice(i, i + 2), 16) / 255)).join(" ")} ${operator}`;

function operators(draw: Exclude<Draw, { kind: "link" }>, height: number, fonts: Map<FaceName, Font>, page: Page): string {
  const y = height - draw.y;
  switch (draw.kind) {
    case "text": return draw.runs.map((run) => textOperators(run, draw.x, y, draw.upward === true, fonts, page)).join("\n");
    case "area": return `${colour(draw.ink, "rg")} ${number(draw.x)} ${number(y - draw.height)} ${number(draw.width)} ${number(draw.height)} re f`;
    case "line": return `${colour(draw.ink, "RG")} ${number(draw.weight)} w ${draw.dash === undefined ? "[] 0 d" : `[${draw.dash.join(" ")}] 0 d`} ${number(draw.x)} ${number(y)} m ${number(draw.x2)} ${number(height - draw.y2)} l S`;
    case "shape": return `${painted(draw)} ${draw.points.map(([px, py], n) => `${number(draw.x + px)} ${number(y - py)} ${n === 0 ? "m" : "l"}`).join(" ")} ${draw.closed ? "h " : ""}${how(draw)}`;
    case "disc": return `${painted(draw)} ${circle(draw.x, y, draw.radius)} ${how(draw)}`;
  }
}

const painted = (draw: { fill?: string; stroke?: string; weight?: number }): string => `${draw.fill === undefined ? "" : colour(draw.fill, "rg")} ${draw.stroke === undefined ? "" : `${colour(draw.stroke, "RG")} ${number(draw.weight ?? 1)} w`}`;
const how = (draw: { fill?: string; stroke?: string }): string => (draw.fill === undefined ? "S" : draw.stroke === undefined ? "f" : "B");

function circle(x: number, y: number, r: number): string {
  const k = 0.5523 * r; // four Bézier arcs
  const p = (dx: number, dy: number): string => `${number(x + dx)} ${number(y + dy)}`;
  return `${p(r, 0)} m ${p(r, k)} ${p(k, r)} ${p(0, r)} c ${p(-k, r)} ${p(-r, k)} ${p(-r, 0)} c ${p(-r, -k)} ${p(-k, -r)} ${p(0, -r)} c ${p(k, -r)} ${p(r, -k)} ${p(r, 0)} c h`;
}

/** One run: glyph codes, and between them the thousandths of an em by which the next glyph is moved. Rounded steps are summed, so a line ends where it should. */
function textOperators(run: Run, x: number, y: number, upward: boolean, fonts: Map<FaceName, Font>, page: Page): string {
  const font = fonts.get(run.face);
  const start = run.xs[0];
  if (font === undefined || start === undefined) return "";
  page.fonts[font.embedded.id] = font.embedded.ref();
  const unit = run.size * run.stretch;
  let pieces = "<";
  let pen = start;
  run.codePoints.forEach((codePoint, i) => {
    const { code, advance } = codeOf(font, codePoint);
    const kern = Math.round(((run.xs[i]! - pen) / unit) * 1000);
    if (kern !== 0) {
      pieces += `>${-kern}<`;
      pen += (kern / 1000) * unit;
    }
    pieces += code;
    pen += (advance / 1000) * unit;
  });
  const origin = upward ? `0 1 -1 0 ${number(x - run.rise)} ${number(y + start)} Tm` : `${number(x + start)} ${number(y + run.rise)} Td`;
  return `BT ${colour(run.ink ?? INK.text, "rg")} /${font.embedded.id} ${number(run.size)} Tf ${run.stretch === 1 ? "" : `${number(run.stretch * 100)} Tz `}${origin} [${`${pieces}>`.replaceAll("<>", "")}] TJ${run.stretch === 1 ? "" : " 100 Tz"} ET`;
}

/** The structure tree, top-down, and the parent tree back. */
function writeStructure({ doc, marked, parents }: { doc: Doc; marked: Map<Tag, Kid[]>; parents: Press["parents"] }, root: Tag): void {
  const tree = doc._root.data["StructTreeRoot"] as Ref;
  const refs = new Map<Tag, Ref>();
  const write = (one: Tag, parent: Ref): Ref | null => {
    const kids = marked.get(one) ?? [];
    const ref = doc.ref({ Type: "StructElem", S: one.type, P: parent });
    const children = one.children.flatMap((child) => write(child, ref) ?? []);
    if (kids.length === 0 && children.length === 0 && one.type !== "TD") {
      ref.end();
      return null;
    }
    refs.set(one, ref);
    const first = kids[0]?.page;
    if (first !== undefined) ref.data["Pg"] = first;
    const own = kids.map((kid) => ("annotation" in kid ? { Type: "OBJR", Obj: kid.annotation, Pg: kid.page } : kid.page === first ? kid.mcid : { Type: "MCR", Pg: kid.page, MCID: kid.mcid }));
    ref.data["K"] = [...children, ...own];
    if (one.alt !== undefined) ref.data["Alt"] = words(one.alt);
    if (one.lang !== undefined) ref.data["Lang"] = words(one.lang);
    if (one.type === "TH") ref.data["A"] = { O: "Table", Scope: "Column", ...(one.span === undefined ? {} : { ColSpan: one.span }) };
    ref.end();
    return ref;
  };
  const top = write(root, tree);
  tree.data["K"] = top === null ? [] : [top];
  tree.data["ParentTree"] = { Nums: parents.flatMap((owner, key) => [key, Array.isArray(owner) ? (owner as readonly (Tag | null)[]).map((one) => (one === null ? null : (refs.get(one) ?? null))) : (refs.get(owner as Tag) ?? null)]) };
  tree.data["ParentTreeNextKey"] = parents.length;
}

/** Named places, for links from outside: #table-coverage. Sorted by bytes, which pdfkit's own tree is not. */
function nameDestinations(doc: Doc, places: Map<string, Place>): void {
  const names = [...places].filter(([name]) => !name.startsWith("#")).sort(([a], [b]) => (a < b ? -1 : 1));
  (doc._root.data["Names"] as Ref).data["Dests"] = { Names: names.flatMap(([name, { page, top }]) => [words(name), [page, "XYZ", 0, top, null]]) };
}

function addBookmarks(doc: Doc, book: PrintedBook): void {
  const pageOf = (anchor: string): number => book.pages.findIndex((page) => page.anchors.some(({ name }) => name === anchor));
  const add = (to: Outline, marks: readonly Bookmark[], depth: number): void => {
    for (const mark of marks) {
      const page = pageOf(mark.anchor);
      if (page < 0) continue;
      const y = book.pages[page]!.anchors.find(({ name }) => name === mark.anchor)?.y ?? 0;
      add(to.addItem(mark.title, { pageNumber: page, expanded: depth < 1, fit: false, top: Math.max(0, y - 24), left: book.width, zoom: 0 }), mark.children, depth + 1);
    }
  };
  add(doc.outline, book.bookmarks, 0);
  doc.outline.options = { ...doc.outline.options, expanded: true }; // else the root has no Count
}
