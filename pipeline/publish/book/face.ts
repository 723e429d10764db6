/** The faces: where their files lie, which glyph and width a character has. Read straight from the sfnt tables: `cmap` and `hmtx` are all
 *  that setting Han needs, and asking them directly is an order faster than shaping. Widths are 1/1000 em. Not here: embedding (paint). */
import { createRequire } from "node:module";

export type FaceName = "serif" | "serifBold" | "sans" | "sansBold";
export const FACE_NAMES: readonly FaceName[] = ["serif", "serifBold", "sans", "sansBold"];

/** The fonts' bytes: TrueType, one file a face. Song for the text, Hei for heads. */
export type FontFiles = Record<FaceName, Buffer>;

/** Where the files of the four faces are installed. The caller reads them; this stage stays off the disk. */
export function fontPaths(): Record<FaceName, string> {
  const { resolve } = createRequire(import.meta.url);
  return {
    serif: resolve("@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"),
    serifBold: resolve("@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"),
    sans: resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
    sansBold: resolve("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
  };
}

/** A glyph: its number in the font, its advance and where its ink begins and ends, in 1/1000 em. */
export interface Glyph {
  id: number;
  advance: number;
  left: number;
  right: number;
}

export interface Face {
  name: FaceName;
  file: Buffer;
  /** the glyph of a code point, or null where the face has none */
  glyph: (codePoint: number) => Glyph | null;
}

const opened = new WeakMap<Buffer, (codePoint: number) => Glyph | null>();

/** Opens a face; a file is read once a process, however many books are set from it. */
export function openFace(name: FaceName, file: Buffer): Face {
  let glyph = opened.get(file);
  if (glyph === undefined) {
    glyph = glyphReader(file);
    opened.set(file, glyph);
  }
  return { name, file, glyph };
}

/** All faces of a book, and the characters that none of them has: they are set as 〓 (GB/T 15834 knows no sign for it, printers do). */
export interface Faces {
  of: Readonly<Record<FaceName, Face>>;
  missing: Set<string>;
  /** what each character was set with so far, by the face asked for */
  setters: Readonly<Record<FaceName, Map<number, Setter>>>;
}

export function openFaces(files: FontFiles): Faces {
  const each = <T>(make: (name: FaceName) => T) => Object.fromEntries(FACE_NAMES.map((name) => [name, make(name)])) as Record<FaceName, T>;
  return { of: each((name) => openFace(name, files[name])), missing: new Set(), setters: each(() => new Map()) };
}

const OTHER: Readonly<Record<FaceName, FaceName>> = { serif: "sans", serifBold: "sansBold", sans: "serif", sansBold: "serifBold" };
const GETA = 0x3013; // 〓

/** What a character is set with: the face and glyph, and the code point that stands there (〓 for what no face has). */
export interface Setter {
  face: FaceName;
  glyph: Glyph;
  codePoint: number;
}

/** The face and glyph that a character is set with: its own face, else the other one, else a visible 〓, which is noted. */
export function glyphFor(faces: Faces, name: FaceName, codePoint: number): Setter {
  const known = faces.setters[name].get(codePoint);
  if (known !== undefined) return known;
  const setter = choose(faces, name, codePoint);
  faces.setters[name].set(codePoint, setter);
  return setter;
}

function choose(faces: Faces, name: FaceName, codePoint: number): Setter {
  const own = faces.of[name].glyph(codePoint);
  if (own !== null) return { face: name, glyph: own, codePoint };
  const other = faces.of[OTHER[name]].glyph(codePoint);
  if (other !== null) return { face: OTHER[name], glyph: other, codePoint };
  faces.missing.add(String.fromCodePoint(codePoint));
  const geta = faces.of[name].glyph(GETA);
  if (geta === null) throw new Error(`the face ${name} has neither U+${codePoint.toString(16).toUpperCase()} nor 〓: use a face that covers GB 2312`);
  return { face: name, glyph: geta, codePoint: GETA };
}

/** The reader over one sfnt file: format 12 `cmap` (all planes), `hmtx`, and the ink box from `glyf`. */
function glyphReader(file: Buffer): (codePoint: number) => Glyph | null {
  const tables = new Map<string, number>();
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const record = 12 + 16 * i;
    tables.set(file.toString("latin1", record, record + 4), file.readUInt32BE(record + 8));
  }
  const at = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new Error(`a font has no table ${tag.trim()}: hand in TrueType files (.ttf), not WOFF or CFF`);
    return offset;
  };
  const [head, hhea, hmtx, loca, glyf] = [at("head"), at("hhea"), at("hmtx"), at("loca"), at("glyf")];
  const perEm = file.readUInt16BE(head + 18);
  const longLoca = file.readInt16BE(head + 50) === 1;
  const metrics = file.readUInt16BE(hhea + 34);
  const groups = codePointGroups(file, at("cmap"));
  const known = new Map<number, Glyph | null>();

  const read = (codePoint: number): Glyph | null => {
    const id = lookUp(file, groups, codePoint);
    if (id === 0) return null;
    const scale = 1000 / perEm;
    const place = (n: number): number => (longLoca ? file.readUInt32BE(loca + 4 * n) : 2 * file.readUInt16BE(loca + 2 * n));
    const empty = place(id) === place(id + 1);
    return {
      id,
      advance: file.readUInt16BE(hmtx + 4 * Math.min(id, metrics - 1)) * scale,
      left: empty ? 0 : file.readInt16BE(glyf + place(id) + 2) * scale,
      right: empty ? 0 : file.readInt16BE(glyf + place(id) + 6) * scale,
    };
  };
  return (codePoint) => {
    let glyph = known.get(codePoint);
    if (glyph === undefined) {
      glyph = read(codePoint);
      known.set(codePoint, glyph);
    }
    return glyph;
  };
}

function codePointGroups(file: Buffer, cmap: number): { first: number; count: number } {
  for (let i = 0; i < file.readUInt16BE(cmap + 2); i++) {
    const table = cmap + file.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (file.readUInt16BE(table) === 12) return { first: table + 16, count: file.readUInt32BE(table + 12) };
  }
  throw new Error("a font has no cmap of format 12: use the static Noto files that package.json names");
}

/** Glyph number by bisection; 0 is .notdef. */
function lookUp(file: Buffer, { first, count }: { first: number; count: number }, codePoint: number): number {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = first + 12 * middle;
    if (codePoint < file.readUInt32BE(group)) high = middle - 1;
    else if (codePoint > file.readUInt32BE(group + 4)) low = middle + 1;
    else return file.readUInt32BE(group + 8) + codePoint - file.readUInt32BE(group);
  }
  return 0;
}
