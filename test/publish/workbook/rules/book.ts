/** Rules 13 to 16 and 18: the book as a whole. */
import { all, child, first, type Node, parse, textOf } from "./xml.ts";
import { isStatistical, type Opened, type OpenSheet, rangeOf } from "./read.ts";
import type { Rule } from "./rule.ts";

export const bookRules: Rule[] = [
  { number: 13, name: "cover, contents with a link to each sheet, no blank sheet, names unique and of 31 characters at most", faults: sheetFaults },
  { number: 14, name: "title, creator and language are set; it opens at the first sheet's A1", faults: openingFaults },
  { number: 15, name: "no macros, no pictures; a chart has words for its figure, titles, and its numbers in the table of its sheet", faults: chartFaults },
  { number: 16, name: "sans serif, body of 10 points and more, titles of 12 and more, no italics", faults: fontFaults },
];

function sheetFaults({ sheets }: Opened): string[] {
  const names = sheets.map(({ name }) => name);
  const lower = names.map((name) => name.toLowerCase());
  const contents = sheets.find(({ name }) => name === "目录");
  const linked = new Set(contents?.links.map(({ location }) => /^'([^']+)'/u.exec(location)?.[1]));
  return [
    ...(names[0] === "封面" && names[1] === "目录" ? [] : [`it begins with ${names.slice(0, 2).join("、")}`]),
    ...names.filter((name) => name.length > 31 || /[[\]:*?/\\']/u.test(name) || /^history$/iu.test(name)).map((name) => `${name} is no name for a sheet`),
    ...names.filter((_, index) => lower.indexOf(lower[index]!) < index).map((name) => `${name} stands twice`),
    ...sheets.filter(({ cells }) => [...cells.values()].every(({ value }) => value === "")).map(({ name }) => `${name} is blank`),
    ...names.slice(2).filter((name) => !linked.has(name)).map((name) => `the contents do not lead to ${name}`),
    ...sheets.filter(({ name, links }) => !["封面", "目录"].includes(name) && !links.some(({ location }) => location.startsWith("'目录'!"))).map(({ name }) => `${name} does not lead back to the contents`),
  ];
}

function openingFaults({ core, workbook, sheets }: Opened): string[] {
  const active = first(workbook, "workbookView")?.attributes["activeTab"] ?? "0";
  return [
    ...["dc:title", "dc:creator", "dc:language"].filter((name) => textOf(first(core, name)) === "").map((name) => `${name} is not set`),
    ...(textOf(first(core, "dc:language")).startsWith("zh") ? [] : ["the language is not Chinese"]),
    ...(active === "0" ? [] : [`it opens at sheet ${Number(active) + 1}`]),
    ...sheets.flatMap(({ name, xml }) => all(xml, "selection").filter(({ attributes }) => attributes["pane"] === undefined && (attributes["activeCell"] ?? "A1") !== "A1").map(({ attributes }) => `${name} opens at ${attributes["activeCell"]}`)),
  ];
}

const PICTURES = /^xl\/media\/|\.(?:png|jpe?g|gif|emf|wmf|svg)$/u;

function chartFaults({ parts, trees, sheets }: Opened): string[] {
  return [
    ...[...parts.keys()].filter((path) => /vbaProject|\.bin$/u.test(path)).map((path) => `${path} is a macro`),
    ...[...parts.keys()].filter((path) => PICTURES.test(path)).map((path) => `${path} is a picture`),
    ...[...trees].filter(([path]) => /^xl\/drawings\/drawing\d+\.xml$/u.test(path)).flatMap(([path, drawing]) => all(drawing, "xdr:cNvPr").filter(({ attributes }) => (attributes["descr"] ?? "").length < 8).map(({ attributes }) => `${path}: ${attributes["name"]} has no words`)),
    ...[...trees].filter(([path]) => /^xl\/charts\/chart\d+\.xml$/u.test(path)).flatMap(([path, chart]) => chartFaultsOf(chart, sheets).map((fault) => `${path}: ${fault}`)),
  ];
}

function chartFaultsOf(chart: Node, sheets: readonly OpenSheet[]): string[] {
  const titles = [child(first(chart, "c:chart"), "c:title"), ...["c:catAx", "c:valAx"].map((axis) => child(first(chart, axis), "c:title"))];
  return [
    ...["title", "title of names", "title of numbers"].filter((_, index) => textOf(titles[index]) === "").map((what) => `no ${what}`),
    ...all(chart, "c:rPr").concat(all(chart, "a:defRPr"), all(chart, "a:rPr")).filter((run) => run.children.length > 0 && (child(run, "a:ea")?.attributes["typeface"] ?? "") === "").map(() => "a run without a face for Chinese"),
    ...all(chart, "c:numRef").concat(all(chart, "c:strRef")).flatMap((ref) => cacheFaults(ref, sheets)),
  ];
}

/** What a chart keeps of its cells is what the cells hold. */
function cacheFaults(ref: Node, sheets: readonly OpenSheet[]): string[] {
  const formula = textOf(child(ref, "c:f"));
  const [, name, range] = /^'([^']+)'!([$A-Z\d:]+)$/u.exec(formula) ?? [];
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined) return [`${formula} is not there`];
  const { left, top, right, bottom } = rangeOf(range!.replaceAll("$", ""));
  const table = sheet.tables.find(({ range: of }) => of.left <= left && of.right >= right && of.top <= top && of.bottom >= bottom);
  if (table === undefined) return [`${formula} is outside the table`];
  const cells = Array.from({ length: bottom - top + 1 }, (_, n) => [...sheet.cells.values()].find((cell) => cell.row === top + n && cell.column === left));
  const points = new Map(all(ref, "c:pt").map((point) => [Number(point.attributes["idx"]), textOf(child(point, "c:v"))]));
  return cells.flatMap((cell, index) => {
    const kept = points.get(index);
    const value = cell === undefined || cell.value === "" ? undefined : cell.value;
    const isSame = value === undefined ? kept === undefined || kept === "" : typeof value === "number" && ref.name === "c:numRef" ? Number(kept) === value : kept !== undefined && (typeof value === "number" ? Number(kept.replaceAll(",", "")) === value : kept === value);
    return isSame ? [] : [`${formula}, point ${index}: ${kept ?? "nothing"} is kept of ${value ?? "nothing"}`];
  });
}

/** Families without serifs that Excel, WPS or LibreOffice have for Chinese. */
const SANS = new Set(["微软雅黑", "Microsoft YaHei", "等线", "黑体", "Noto Sans CJK SC"]);

function fontFaults({ sheets, parts }: Opened): string[] {
  const used = sheets.flatMap((sheet) => [...sheet.cells.values()].filter(({ value }) => value !== "").flatMap(({ ref, look: { font } }) => [
    ...(SANS.has(font.name) ? [] : [`${sheet.name} ${ref} is set in ${font.name}`]),
    ...(font.size < 10 ? [`${sheet.name} ${ref} has ${font.size} points`] : []),
    ...(font.isItalic ? [`${sheet.name} ${ref} is italic`] : []),
    ...(ref === "A1" && font.size < 12 ? [`${sheet.name}: the title has ${font.size} points`] : []),
  ]));
  const [normal] = all(first(parse(parts.get("xl/styles.xml")!), "fonts"), "name");
  return [...used, ...(SANS.has(normal?.attributes["val"] ?? "") ? [] : [`cells without a style are set in ${normal?.attributes["val"]}`])];
}

/** Rule 18, of a whole edition: each statistical table (`表1_answer_rates`) has its CSV among the files beside the workbook. */
export function besideFaults({ sheets }: Opened, files: readonly string[]): string[] {
  const beside = new Set(files.map((file) => file.replace(/^.*\//u, "").replaceAll("-", "_")));
  return sheets.filter((sheet) => isStatistical(sheet)).flatMap(({ tables }) => tables).map(({ name }) => `${name.replace(/^[^_]*_/u, "")}.csv`).filter((name) => !beside.has(name)).map((name) => `${name} is missing`);
}
