/** Faces in the file: which code a character has, and a run of text as operators. Not here: which face and place a character has. */
import { FACE_NAMES, type FaceName, type Faces } from "../face.ts";
import type { Run } from "../paragraph/index.ts";
import { INK } from "../style.ts";
import type { Content } from "./content.ts";
import { colour } from "./inks.ts";
import { type EmbeddedFont, number, type Pdf, type Ref } from "./pdf.ts";

/** A font and the codes its characters have in the file. */
interface Font {
  embedded: EmbeddedFont;
  face: Faces["of"][FaceName];
  /** code + 1 by code point of the first plane; 0 where it has none yet */
  codes: Uint16Array;
  beyond: Map<number, number>;
  /** advance by code, 1/1000 em */
  advances: number[];
  taken: Set<number>;
}

export type Fonts = ReadonlyMap<FaceName, Font>;

/** All faces, in a fixed order, so that subset names are the same in every build; one that nothing is set in is not written. */
export function openFonts(pdf: Pdf, faces: Faces): Fonts {
  return new Map(FACE_NAMES.map((name) => [name, { embedded: pdf.font(faces.of[name].file), face: faces.of[name], codes: new Uint16Array(0x10000), beyond: new Map(), advances: [], taken: new Set() }]));
}

/** The code of a character. A glyph that stands for two code points (⽇ and 日) is embedded twice, so that each is read back as itself. */
function codeOf(font: Font, codePoint: number): number {
  const known = codePoint < 0x10000 ? font.codes[codePoint]! : (font.beyond.get(codePoint) ?? 0);
  if (known > 0) return known - 1;
  const glyph = font.face.glyph(codePoint);
  if (glyph === null) throw new Error(`no glyph for U+${codePoint.toString(16)} in ${font.face.name}: glyphFor chooses a face that has one`);
  const { subset } = font.embedded;
  const code = font.taken.has(glyph.id) ? subset.glyphs.push(glyph.id) - 1 : subset.includeGlyph(glyph.id);
  font.taken.add(glyph.id);
  font.embedded.widths[code] = glyph.advance;
  font.embedded.unicode[code] = [codePoint];
  font.advances[code] = glyph.advance;
  if (codePoint < 0x10000) font.codes[codePoint] = code + 1;
  else font.beyond.set(codePoint, code + 1);
  return code;
}

/** One run: glyph codes, and between them the thousandths of an em by which the next glyph is moved. Rounded steps are summed, so a line ends where it should.
 *  With `english`, its English words are marked as such: the document's language is Chinese (ISO 14289-1, 7.2). `upward`: the line runs up the page. */
export function writeText(content: Content, run: Run, x: number, y: number, fonts: Fonts, resources: Record<string, Ref>, english: boolean, upward: boolean): void {
  const font = fonts.get(run.face);
  if (font === undefined || run.from === run.to) return;
  const { codePoints, xs } = run.glyphs;
  const start = xs[run.from]!;
  resources[font.embedded.id] = font.embedded.ref();
  const unit = run.size * run.stretch;
  const origin = upward ? `0 1 -1 0 ${number(x - run.rise)} ${number(y + start)} Tm` : `${number(x + start)} ${number(y + run.rise)} Td`;
  content.text(`BT ${colour(run.ink ?? INK.text, "rg")} /${font.embedded.id} ${number(run.size)} Tf ${run.stretch === 1 ? "" : `${number(run.stretch * 100)} Tz `}${origin} `);
  const pieces = english ? piecesOf(codePoints, run.from, run.to) : [{ end: run.to, english: false }];
  let pen = start;
  let at = run.from;
  for (const piece of pieces) {
    content.text(piece.english ? "/Span <</Lang(en)>> BDC [" : "[");
    let open = false;
    for (; at < piece.end; at++) {
      const code = codeOf(font, codePoints[at]!);
      const kern = Math.round(((xs[at]! - pen) / unit) * 1000);
      if (kern !== 0) {
        if (open) content.close();
        content.text(String(-kern));
        open = false;
        pen += (kern / 1000) * unit;
      }
      if (!open) content.open();
      open = true;
      content.code(code);
      pen += (font.advances[code]! / 1000) * unit;
    }
    if (open) content.close();
    content.text(piece.english ? "] TJ EMC " : "] TJ ");
  }
  content.operators(run.stretch === 1 ? "ET" : "100 Tz ET");
}

const isLatin = (codePoint: number): boolean => (codePoint >= 0x41 && codePoint <= 0x5a) || (codePoint >= 0x61 && codePoint <= 0x7a);
const isLower = (codePoint: number): boolean => codePoint >= 0x61 && codePoint <= 0x7a;
const joins = (codePoint: number): boolean => codePoint === 0x20 || codePoint === 0x27 || codePoint === 0x2c || codePoint === 0x2d || codePoint === 0x2019;

/** Stretches of a run: English words with the blanks between them, and all else. A word has two letters and a small one: IT and G20 are read letter by letter in either language. */
export function piecesOf(codePoints: ArrayLike<number>, start = 0, stop = codePoints.length): { end: number; english: boolean }[] {
  const pieces: { end: number; english: boolean }[] = [];
  let from = start; // where the stretch before began
  let at = start;
  while (at < stop) {
    if (!isLatin(codePoints[at]!)) {
      at++;
      continue;
    }
    const begin = at;
    let end = at;
    let word = false;
    while (at < stop && (isLatin(codePoints[at]!) || joins(codePoints[at]!))) {
      if (isLatin(codePoints[at]!)) end = at + 1;
      if (isLower(codePoints[at]!) && at > begin) word = true;
      at++;
    }
    if (!word) continue;
    if (begin > from) pieces.push({ end: begin, english: false });
    pieces.push({ end, english: true });
    from = end;
  }
  if (from < stop || pieces.length === 0) pieces.push({ end: stop, english: false });
  return pieces;
}
