/** An Excel workbook read again: its parts, its sheets' cells, what is not well formed. By a parser of its own, so that the writer's library vouches for nothing. Not here: judging the numbers. */
import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { wordsOf } from "../../messages.ts";

/** A cell as it was stored. */
export interface ReadCell {
  readonly value: string | number | null;
  /** without `=`; null for a constant */
  readonly formula: string | null;
}

export interface ReadSheet {
  readonly name: string;
  /** by reference: B5 */
  readonly cells: ReadonlyMap<string, ReadCell>;
  /** the range of its table object, A12:I15; null where it has none */
  readonly table: string | null;
}

export interface ReadBook {
  /** the zip's files, unzipped */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly sheets: readonly ReadSheet[];
  /** parts that are not well-formed XML or lead nowhere, a line each */
  readonly faults: readonly string[];
}

/** Digests and cells both ask for the parts: a zip is opened once. */
const OPENED = new WeakMap<Uint8Array, Map<string, Uint8Array>>();

/** A zip's files by path. Throws where it is no zip. */
export function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const parts = OPENED.get(bytes) ?? new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith("/")));
  OPENED.set(bytes, parts);
  return parts;
}

/** A workbook (.xlsx) from its bytes. Throws where it is no zip. */
export function readBook(bytes: Uint8Array): ReadBook {
  const parts = partsOf(bytes);
  const decoder = new TextDecoder();
  const textOf = (path: string): string | null => (parts.has(path) ? decoder.decode(parts.get(path)) : null);
  const faults = [...parts.keys()].filter((path) => /\.(?:xml|rels|vml)$/u.test(path) && !READ.test(path)).flatMap((path) => partFaults(path, textOf(path)!, parts));
  if (faults.length > 0) return { parts, sheets: [], faults };
  try {
    return { parts, sheets: sheetsOf(textOf), faults };
  } catch (thrown) {
    return { parts, sheets: [], faults: [wordsOf(thrown)] };
  }
}

/** Parts whose cells are read: if they are not well formed, that shows. */
const READ = /^xl\/(?:worksheets\/sheet\d+|sharedStrings)\.xml$/u;

function sheetsOf(textOf: (path: string) => string | null): ReadSheet[] {
  const strings = wellFormed("xl/sharedStrings.xml", () => stringsOf(textOf("xl/sharedStrings.xml")));
  const targets = relationshipsOf("xl/workbook.xml", textOf("xl/_rels/workbook.xml.rels") ?? "");
  const sheets = elementsOf(textOf("xl/workbook.xml") ?? "", "sheet").map(({ name = "", "r:id": id = "" }): ReadSheet => {
    const path = targets.get(id) ?? "";
    const table = [...relationshipsOf(path, textOf(relsOf(path)) ?? "").values()].find((target) => target.startsWith("xl/tables/"));
    return { name, cells: wellFormed(path, () => cellsOf(textOf(path) ?? "", strings)), table: table === undefined ? null : (elementsOf(textOf(table) ?? "", "table")[0]?.["ref"] ?? null) };
  });
  if (sheets.length === 0) throw new Error("it has no sheets");
  return sheets;
}

const relsOf = (path: string): string => path.replace(/([^/]+)$/u, "_rels/$1.rels");

/** What `read` makes of a part; where it cannot, the part is named. */
function wellFormed<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    throw new Error(`${path} is not well-formed XML: ${wordsOf(thrown)}`, { cause: thrown });
  }
}

/** Whether a part is XML, and whether what it refers to is there. */
function partFaults(path: string, text: string, parts: ReadonlyMap<string, Uint8Array>): string[] {
  try {
    wellFormed(path, () => new SaxesParser().write(text).close());
  } catch (thrown) {
    return [wordsOf(thrown)];
  }
  if (!path.endsWith(".rels")) return [];
  const owner = path.replace("_rels/", "").replace(/\.rels$/u, "");
  return [...relationshipsOf(owner, text).values()].filter((target) => !parts.has(target)).map((target) => `${path} leads to ${target}, which is not there`);
}

/** Relationships within the package by id; targets are paths in the zip. */
function relationshipsOf(owner: string, rels: string): Map<string, string> {
  if (rels === "") return new Map();
  const inside = elementsOf(rels, "Relationship").filter((one) => one["TargetMode"] !== "External");
  return new Map(inside.map(({ Id = "", Target = "" }) => [Id, decodeURI(new URL(Target, `file:///${owner}`).pathname.slice(1))]));
}

/** The attributes of all elements of a name. */
function elementsOf(xml: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => { if (tag.name === name) found.push(tag.attributes as Record<string, string>); });
  if (xml !== "") parser.write(xml).close();
  return found;
}

/** `_x4E2D_` is how a workbook writes what XML or a reader would not let through. */
export const decoded = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The shared strings in their order; readings above the line (rPh) are none of their text. */
function stringsOf(xml: string | null): string[] {
  if (xml === null) return [];
  const strings: string[] = [];
  let text = "", isText = false, reading = 0;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    if (name === "si") text = "";
    else if (name === "rPh") reading++;
    isText = name === "t" && reading === 0;
  });
  parser.on("text", (piece) => { if (isText) text += piece; });
  parser.on("closetag", ({ name }) => {
    if (name === "si") strings.push(decoded(text));
    else if (name === "rPh") reading--;
    isText = false;
  });
  parser.write(xml).close();
  return strings;
}

/** The cells of a worksheet that hold anything. */
function cellsOf(xml: string, strings: readonly string[]): Map<string, ReadCell> {
  const cells = new Map<string, ReadCell>();
  let ref = "", type = "n", value: string | null = null, formula: string | null = null, into: "v" | "f" | null = null;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "c") [ref, type, value, formula] = [String(attributes["r"]), String(attributes["t"] ?? "n"), null, null];
    else if (name === "v" || (name === "t" && type === "inlineStr")) { into = "v"; value ??= ""; }
    else if (name === "f") { into = "f"; formula ??= ""; }
  });
  parser.on("text", (piece) => {
    if (into === "v") value += piece;
    else if (into === "f") formula += piece;
  });
  parser.on("closetag", ({ name }) => {
    into = null;
    if (name === "c" && (value !== null || formula !== null)) cells.set(ref, { value: value === null ? null : valueOf(value, type, strings), formula });
  });
  if (xml !== "") parser.write(xml).close();
  return cells;
}

function valueOf(value: string, type: string, strings: readonly string[]): string | number | null {
  switch (type) {
    case "s": return strings[Number(value)] ?? null;
    case "n": return Number(value);
    case "b": return value === "1" ? "TRUE" : "FALSE";
    default: return decoded(value); // str, inlineStr, e (an error's name)
  }
}
