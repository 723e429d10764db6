/** Faces in the file: which code a character has, and a run of text as operators. Not here: which face and place a character has. */
import { FACE_NAMES, type FaceName, type Faces } from "../face.ts";
import type { Run } from "../paragraph/index.ts";
import { INK } from "../style.ts";
import { colour } from "./inks.ts";
import { type EmbeddedFont, number, type Pdf, type Ref } from "./pdf.ts";
import type { PrintedPage } from "./form.ts";

/** A font and the codes its characters have in the file. */
export interface Font {
  name: FaceName;
  embedded: EmbeddedFont;
  face: Faces["of"][FaceName];
  codes: Map<number, { code: string; advance: number }>;
  taken: Set<number>;
}

export type Fonts = ReadonlyMap<FaceName, Font>;

/** Faces in a fixed order, so that subset names are the same in every build; a face nothing is set in stays out. */
export function openFonts(pdf: Pdf, faces: Faces, pages: readonly PrintedPage[]): Fonts {
  const used = usedFaces(pages);
  const fonts = new Map<FaceName, Font>();
  for (const name of FACE_NAMES) {
    if (used.has(name)) fonts.set(name, { name, embedded: pdf.font(faces.of[name].file), face: faces.of[name], codes: new Map(), taken: new Set() });
  }
  return fonts;
}

function usedFaces(pages: readonly PrintedPage[]): Set<FaceName> {
  const used = new Set<FaceName>();
  for (const { draws, furniture = [] } of pages) for (const some of [draws, furniture]) for (const draw of some) if (draw.kind === "text") for (const run of draw.runs) used.add(run.face);
  return used;
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

/** One run: glyph codes, and between them the thousandths of an em by which the next glyph is moved. Rounded steps are summed, so a line ends where it should.
 *  With `english`, its English words are marked as such: the document's language is Chinese (ISO 14289-1, 7.2). `upward`: the line runs up the page. */
export function textOperators(run: Run, x: number, y: number, fonts: Fonts, resources: Record<string, Ref>, english: boolean, upward: boolean): string {
  const font = fonts.get(run.face);
  const codePoints = run.glyphs.codePoints.subarray(run.from, run.to);
  const xs = run.glyphs.xs.subarray(run.from, run.to);
  const start = xs[0];
  if (font === undefined || start === undefined) return "";
  resources[font.embedded.id] = font.embedded.ref();
  const unit = run.size * run.stretch;
  const pieces = english ? piecesOf(codePoints) : [{ end: codePoints.length, english: false }];
  const shows: string[] = [];
  let pen = start;
  let at = 0;
  for (const piece of pieces) {
    let codes = "<";
    for (; at < piece.end; at++) {
      const { code, advance } = codeOf(font, codePoints[at]!);
      const kern = Math.round(((xs[at]! - pen) / unit) * 1000);
      if (kern !== 0) {
        codes += `>${-kern}<`;
        pen += (kern / 1000) * unit;
      }
      codes += code;
      pen += (advance / 1000) * unit;
    }
    const show = `[${`${codes}>`.replaceAll("<>", "")}] TJ`;
    shows.push(piece.english ? `/Span <</Lang(en)>> BDC ${show} EMC` : show);
  }
  const origin = upward ? `0 1 -1 0 ${number(x - run.rise)} ${number(y + start)} Tm` : `${number(x + start)} ${number(y + run.rise)} Td`;
  return `BT ${colour(run.ink ?? INK.text, "rg")} /${font.embedded.id} ${number(run.size)} Tf ${run.stretch === 1 ? "" : `${number(run.stretch * 100)} Tz `}${origin} ${shows.join(" ")}${run.stretch === 1 ? "" : " 100 Tz"} ET`;
}

const isLatin = (codePoint: number): boolean => (codePoint >= 0x41 && codePoint <= 0x5a) || (codePoint >= 0x61 && codePoint <= 0x7a);
const isLower = (codePoint: number): boolean => codePoint >= 0x61 && codePoint <= 0x7a;
const joins = (codePoint: number): boolean => codePoint === 0x20 || codePoint === 0x27 || codePoint === 0x2c || codePoint === 0x2d || codePoint === 0x2019;

/** Stretches of a run: English words with the blanks between them, and all else. A word has two letters and a small one: IT and G20 are read letter by letter in either language. */
export function piecesOf(codePoints: ArrayLike<number>): { end: number; english: boolean }[] {
  const pieces: { end: number; english: boolean }[] = [];
  let from = 0; // where the stretch before began
  let at = 0;
  while (at < codePoints.length) {
    if (!isLatin(codePoints[at]!)) {
      at++;
      continue;
    }
    const begin = at;
    let end = at;
    let word = false;
    while (at < codePoints.length && (isLatin(codePoints[at]!) || joins(codePoints[at]!))) {
      if (isLatin(codePoints[at]!)) end = at + 1;
      if (isLower(codePoints[at]!) && at > begin) word = true;
      at++;
    }
    if (!word) continue;
    if (begin > from) pieces.push({ end: begin, english: false });
    pieces.push({ end, english: true });
    from = end;
  }
  if (from < codePoints.length || pieces.length === 0) pieces.push({ end: codePoints.length, english: false });
  return pieces;
}
