/** The book's measures and inks. Lengths are points; 1 mm is 72 / 25.4. Not here: what is set with them. */
import type { EditionSpec } from "../../../schemas/edition.ts";

/** A millimetre in points. */
export const MM = 72 / 25.4;

/** Body 五号 on a constant leading: 10.5 on 17.5, a line gap of two thirds of the size (CLREQ "Type Area": 50–100 %). */
export const BODY = 10.5;
export const LEADING = 17.5;

/** One accent family, azurite (石青), and greys of the same hue. */
export const INK = {
  text: "1b1f23",
  accent: "17506e",
  mid: "4d7d96",
  light: "a9c3d1",
  pale: "e9f0f4",
  grey: "66717a",
  rule: "9aa6ae",
  white: "ffffff",
} as const;

/** A page's geometry: the trim and the type area (版心), whose width is a whole number of body characters (CLREQ "Type Area"). */
export interface Geometry {
  width: number;
  height: number;
  /** width of the type area; columns of 10.5 pt characters */
  measure: number;
  rows: number;
  /** from the spine to the type area */
  inner: number;
  top: number;
}

const TRIMS: Readonly<Record<EditionSpec["trim"], { width: number; height: number; columns: number; rows: number }>> = {
  "210x285": { width: 210, height: 285, columns: 40, rows: 37 },
  "185x260": { width: 185, height: 260, columns: 36, rows: 34 },
  a4: { width: 210, height: 297, columns: 40, rows: 39 },
};

/** The inner margin is the narrower one: the two of a spread read as one. The head carries the running head, the foot the folio. */
export function geometryOf(trim: EditionSpec["trim"]): Geometry {
  const { width, height, columns, rows } = TRIMS[trim];
  const measure = columns * BODY;
  const side = width * MM - measure;
  const upright = height * MM - rows * LEADING;
  return { width: width * MM, height: height * MM, measure, rows, inner: side * 0.45, top: upright * 0.52 };
}
