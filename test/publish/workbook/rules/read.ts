/** A finished workbook as the rules see it: its parts, its sheets with cells, tables, links and drawings. Read from the bytes, without the model and without exceljs. */
import { unzipSync } from "fflate";
import { all, child, first, type Node, parse, textOf } from "./xml.ts";

export type Parts = Map<string, string>;

export interface Look {
  font: { name: string; size: number; colour: string; isItalic: boolean; isBold: boolean };
  hasFill: boolean;
  format: string;
  align: { horizontal: string; wraps: boolean };
}

export interface Cell {
  ref: string;
  row: number;
  column: number;
  value: string | number;
  formula: string | null;
  /** whether it holds characters, and not a number */
  isText: boolean;
  look: Look;
}

export interface Range {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface TableObject {
  name: string;
  columns: string[];
  range: Range;
  node: Node;
}

export interface Link {
  ref: string;
  location: string;
  node: Node;
}

export interface OpenSheet {
  name: string;
  path: string;
  xml: Node;
  cells: ReadonlyMap<string, Cell>;
  tables: TableObject[];
  links: Link[];
  /** the parts that it leads to, by the ends of their types: table, drawing, comments */
  related: { type: string; path: string }[];
}

export interface Opened {
  parts: Parts;
  trees: ReadonlyMap<string, Node>;
  sheets: OpenSheet[];
  workbook: Node;
  core: Node;
}

export function unzip(bytes: Uint8Array): Parts {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, new TextDecoder("utf-8", { fatal: true }).decode(part)]));
}

/** Errors where a part is not well-formed or a relationship leads nowhere: nothing else can be read of such a book. */
export function open(parts: Parts): Opened {
  const trees = new Map([...parts].map(([path, part]) => {
    try { return [path, parse(part)]; } catch (error) { throw new Error(`${path} is not well-formed`, { cause: error }); }
  }));
  const workbook = trees.get("xl/workbook.xml")!;
  const shared = all(trees.get("xl/sharedStrings.xml"), "si").map((item) => decoded(all(item, "t").map(textOf).join("")));
  const looks = looksOf(trees.get("xl/styles.xml")!);
  const targets = new Map(relationsOf(trees, "xl/workbook.xml").map(({ id, path }) => [id, path]));
  const sheets = all(workbook, "sheet").map((entry): OpenSheet => {
    const path = targets.get(entry.attributes["r:id"]!)!;
    const xml = trees.get(path)!;
    const related = relationsOf(trees, path);
    const cells = new Map(all(xml, "c").map((node) => [node.attributes["r"]!, cellOf(node, shared, looks)]));
    const tables = related.filter(({ type }) => type === "table").map(({ path: part }) => tableOf(trees.get(part)!));
    const links = all(xml, "hyperlink").map((node) => ({ ref: node.attributes["ref"]!, location: node.attributes["location"] ?? "", node }));
    return { name: entry.attributes["name"]!, path, xml, cells, tables, links, related };
  });
  return { parts, trees, sheets, workbook, core: trees.get("docProps/core.xml")! };
}

export function relationsOf(trees: ReadonlyMap<string, Node>, owner: string): { id: string; type: string; path: string; isExternal: boolean }[] {
  const at = owner.lastIndexOf("/");
  return all(trees.get(`${owner.slice(0, at)}/_rels${owner.slice(at)}.rels`), "Relationship").map(({ attributes }) => ({
    id: attributes["Id"]!,
    type: attributes["Type"]!.split("/").at(-1)!,
    path: resolve(owner, attributes["Target"]!),
    isExternal: attributes["TargetMode"] === "External",
  }));
}

export const resolve = (owner: string, target: string): string => (target.startsWith("/") ? target.slice(1) : decodeURI(new URL(target, `file:///${owner}`).pathname.slice(1)));

function cellOf(node: Node, shared: readonly string[], looks: readonly Look[]): Cell {
  const { r: ref, t: type, s: style } = node.attributes;
  const raw = textOf(child(node, "v"));
  const text = type === "s" ? shared[Number(raw)]! : type === "inlineStr" ? decoded(all(child(node, "is"), "t").map(textOf).join("")) : type === "str" ? decoded(raw) : type === "e" || type === "b" ? raw : null;
  const formula = child(node, "f");
  return { ref: ref!, ...placeOf(ref!), value: text ?? (raw === "" ? "" : Number(raw)), formula: formula ? textOf(formula) : null, isText: text !== null, look: looks[Number(style ?? 0)]! };
}

/** `_x4E2D_` stands for a character in the strings of a workbook (ISO 29500-1, 22.9.2.19). */
const decoded = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function looksOf(styles: Node): Look[] {
  const fonts = all(first(styles, "fonts"), "font").map((font) => ({
    name: child(font, "name")?.attributes["val"] ?? "",
    size: Number(child(font, "sz")?.attributes["val"] ?? 0),
    colour: (child(font, "color")?.attributes["rgb"] ?? "FF000000").slice(-6),
    isItalic: child(font, "i") !== undefined,
    isBold: child(font, "b") !== undefined,
  }));
  const fills = all(first(styles, "fills"), "fill").map((fill) => !["none", "gray125"].includes(child(fill, "patternFill")?.attributes["patternType"] ?? "none") || child(fill, "gradientFill") !== undefined);
  const formats = new Map(all(styles, "numFmt").map(({ attributes }) => [attributes["numFmtId"]!, attributes["formatCode"]!]));
  const builtIn: Record<string, string> = { 0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00" };
  return (child(styles, "cellXfs")?.children ?? []).map(({ attributes, children }) => {
    const align = children.find(({ name }) => name === "alignment")?.attributes ?? {};
    const id = attributes["numFmtId"] ?? "0";
    return { font: fonts[Number(attributes["fontId"] ?? 0)]!, hasFill: fills[Number(attributes["fillId"] ?? 0)]!, format: formats.get(id) ?? builtIn[id] ?? id, align: { horizontal: align["horizontal"] ?? "general", wraps: align["wrapText"] === "1" || align["wrapText"] === "true" } };
  });
}

function tableOf(node: Node): TableObject {
  const columns = all(node, "tableColumn").map(({ attributes }) => attributes["name"]!);
  return { name: node.attributes["name"]!, columns, range: rangeOf(node.attributes["ref"]!), node };
}

/** AB12 → row 12, column 28, both from 1. */
export function placeOf(ref: string): { row: number; column: number } {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/u.exec(ref)!;
  return { row: Number(digits), column: [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) };
}

export function rangeOf(ref: string): Range {
  const [one, other] = ref.split(":").map(placeOf);
  return { left: one!.column, top: one!.row, right: (other ?? one!).column, bottom: (other ?? one!).row };
}

export const isWithin = ({ row, column }: Cell, { left, top, right, bottom }: Range): boolean => row >= top && row <= bottom && column >= left && column <= right;

/** The cells of a table below its head, column by column; undefined where the file has none or an empty one. */
export function columnsIn(sheet: OpenSheet, { range }: TableObject): (Cell | undefined)[][] {
  const at = new Map([...sheet.cells.values()].map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const rows = Array.from({ length: range.bottom - range.top }, (_, n) => range.top + 1 + n);
  return Array.from({ length: range.right - range.left + 1 }, (_, n) => rows.map((row) => {
    const cell = at.get(`${row} ${range.left + n}`);
    return cell === undefined || cell.value === "" ? undefined : cell;
  }));
}

/** The lines above a sheet's first table, or all of a sheet without one. */
export function linesOf(sheet: OpenSheet): Cell[] {
  const top = Math.min(...sheet.tables.map(({ range }) => range.top), Number.POSITIVE_INFINITY);
  return [...sheet.cells.values()].filter((cell) => cell.row < top && cell.value !== "");
}

/** A sheet of data: its head stays in sight. */
export const isData = (sheet: OpenSheet): boolean => first(sheet.xml, "pane") !== undefined;

/** A sheet of one statistical table: what the rules ask of titles, units and sources is asked of these. */
export const isStatistical = (sheet: OpenSheet): boolean => /^表\d/u.test(sheet.name) || /^表\d\S* /u.test(String(sheet.cells.get("A1")?.value ?? ""));
