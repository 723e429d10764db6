/** The look of the workbooks: frozen objects, shared by all cells, for exceljs finds a style by identity. One sans-serif family, no fills, no colour alone. */
import { numberFormat } from "./sheet.ts";

interface Font {
  name: string;
  family: number;
  charset: number;
  size: number;
  color: { argb: string };
  bold?: boolean;
  underline?: boolean;
}

interface Alignment {
  vertical: "top" | "middle";
  horizontal?: "left" | "right";
  wrapText?: boolean;
  indent?: number;
}

interface Rule {
  style: "thin" | "medium";
  color: { argb: string };
}

/** How a cell looks, in the words of exceljs. */
export interface Look {
  font: Font;
  alignment: Alignment;
  border?: { top?: Rule; bottom?: Rule };
  numFmt?: string;
}

/** In Excel and WPS; LibreOffice puts a family of its own where it is missing. */
export const FAMILY = "微软雅黑";
export const BODY = 10.5;

const INK = { argb: "FF1A1A1A" };
/** Contrast 6.4 : 1 on white. */
const LINK = { argb: "FF0B57A4" };
const font = (size: number, rest: Partial<Font> = {}): Font => ({ name: FAMILY, family: 2, charset: 134, size, color: INK, ...rest });
const rule = (style: "thin" | "medium"): Rule => ({ style, color: { argb: "FF404040" } });

const middle: Alignment = { vertical: "middle", wrapText: true };
const top: Alignment = { vertical: "top", wrapText: true };

/** Sizes of the lines above a grid, in points. */
export const LINE_SIZE = { display: 22, title: 14, head: 12, text: BODY, link: BODY } as const;

export const LINE = {
  display: { font: font(LINE_SIZE.display, { bold: true }), alignment: { vertical: "middle" } },
  title: { font: font(LINE_SIZE.title, { bold: true }), alignment: { vertical: "middle" } },
  head: { font: font(LINE_SIZE.head, { bold: true }), alignment: { vertical: "middle" } },
  text: { font: font(BODY), alignment: { vertical: "middle" } },
  link: { font: font(BODY, { underline: true, color: LINK }), alignment: { vertical: "middle" } },
} satisfies Record<string, Look>;

/** A line that takes more than one row of its width. */
export const WRAPPED = {
  display: { ...LINE.display, alignment: top },
  title: { ...LINE.title, alignment: top },
  head: { ...LINE.head, alignment: top },
  text: { ...LINE.text, alignment: top },
  link: { ...LINE.link, alignment: top },
} satisfies Record<string, Look>;

/** Rules of a statistical table: heavy above and below, light under the heads. */
const HEAD_RULES = { top: rule("medium"), bottom: rule("thin") };
const LAST_RULES = { bottom: rule("medium") };

export const HEAD: Record<"text" | "number" | "afterNumber", Look> = {
  text: { font: font(BODY, { bold: true }), alignment: { ...middle, horizontal: "left" }, border: HEAD_RULES },
  number: { font: font(BODY, { bold: true }), alignment: { ...middle, horizontal: "right" }, border: HEAD_RULES },
  afterNumber: { font: font(BODY, { bold: true }), alignment: { ...middle, horizontal: "left", indent: 1 }, border: HEAD_RULES },
};

const cache = new Map<string, Look>();

/** The style of a body cell: one object for each combination. `afterNumber` is text beside a column of numbers, kept off them by an indent. */
export function bodyStyle(kind: "text" | "afterNumber" | "shorthand" | "link" | { decimals: number }, isLast: boolean): Look {
  const key = `${typeof kind === "string" ? kind : kind.decimals} ${isLast}`;
  const known = cache.get(key);
  if (known) return known;
  const isText = kind === "text" || kind === "afterNumber" || kind === "link";
  const style: Look = {
    font: kind === "link" ? LINE.link.font : font(BODY),
    alignment: isText ? { ...middle, horizontal: "left", ...(kind === "afterNumber" && { indent: 1 }) } : { vertical: "middle", horizontal: "right" },
    ...(typeof kind === "object" && { numFmt: numberFormat(kind.decimals) }),
    ...(isLast && { border: LAST_RULES }),
  };
  cache.set(key, style);
  return style;
}
