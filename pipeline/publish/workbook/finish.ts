/** The finishing pass: what exceljs cannot write or writes wrongly, put into its zip. Links inside the book, charts with alt text, alt text of tables, default font,
 *  the schema's order of a worksheet's children, the rows of long grids, and a zip without a clock. */
import { unzipSync } from "fflate";
import { chartXml } from "./chart.ts";
import { xml } from "./clean.ts";
import { reachingTo, withoutModels } from "./models.ts";
import { HELD, rowChunks } from "./rows.ts";
import { chartRow, chartRows, headRow, isLong, lastRow, letterOf, locationOf, ROW_HEIGHT, type Grid, type Sheet, type SheetChart } from "./sheet.ts";
import { BODY, FAMILY } from "./styles.ts";
import { openZip, type Zip } from "./zip.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";

/** Children of <worksheet> in the order of CT_Worksheet (ISO 29500-1, 18.3.1.99). */
export const WORKSHEET_ORDER = "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst".split(" ");

type Parts = Map<string, string>;

/** exceljs's bytes → the bytes that are published: sheet n of the book is sheets[n - 1]. Rows of long grids go through one after another and are never together in memory.
 *  Throws where a number is not finite, or a part grows beyond 4 GB. */
export async function finish(shell: Uint8Array, sheets: readonly Sheet[]): Promise<Buffer> {
  const decoder = new TextDecoder();
  // Folders are entries of their own in exceljs's zip; the package format (OPC) knows none.
  const files = Object.entries(unzipSync(shell)).filter(([path]) => !path.endsWith("/"));
  const parts: Parts = new Map(files.map(([path, bytes]) => [path, decoder.decode(bytes)]));
  const overrides: string[] = [];
  let charts = 0;
  for (const [index, sheet] of sheets.entries()) {
    const number = index + 1;
    const added = [hyperlinksXml(sheet), ignoredXml(sheet)];
    if (sheet.charts.length > 0) {
      added.push(addDrawing(parts, sheet, number, charts));
      overrides.push(overrideXml(`/xl/drawings/drawing${number}.xml`, DRAWING_TYPE), ...sheet.charts.map((_, n) => overrideXml(`/xl/charts/chart${charts + n + 1}.xml`, CHART_TYPE)));
      charts += sheet.charts.length;
    }
    change(parts, `xl/worksheets/sheet${number}.xml`, (sheetXml) => inOrder(sheetXml, added.join("")));
    if (sheet.grid) changeTable(parts, number, (table) => reachingTo(lastRow(sheet), described(table, sheet.grid!), sheet));
  }
  change(parts, "[Content_Types].xml", (types) => types.replace("</Types>", `${overrides.join("")}</Types>`));
  change(parts, "xl/styles.xml", setDefaultFont);
  const zip = openZip();
  for (const [path, part] of parts) await add(zip, path, part, sheets);
  return zip.end();
}

/** A part into the zip; a long grid's sheet is packed while its rows are made. */
async function add(zip: Zip, path: string, part: string, sheets: readonly Sheet[]): Promise<void> {
  const sheet = sheets[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/u.exec(path)?.[1]) - 1];
  const grid = sheet?.grid;
  if (!sheet || !grid || !isLong(grid)) return zip.add(path, part);
  const { before, styles, after } = withoutModels(reachingTo(lastRow(sheet), part, sheet), sheet, grid);
  return zip.addLong(path, before, rowChunks(sheet, grid, styles), HELD, after);
}

/** Years and numbers of facts are text; Excel would put a green corner into each of those cells. */
function ignoredXml(sheet: Sheet): string {
  if (!sheet.grid) return "";
  return `<ignoredErrors><ignoredError sqref="A${headRow(sheet) + 1}:${letterOf(sheet.grid.columns.length - 1)}${lastRow(sheet)}" numberStoredAsText="1"/></ignoredErrors>`;
}

function change(parts: Parts, path: string, by: (part: string) => string): void {
  const part = parts.get(path);
  if (part === undefined) throw new Error(`${path}: exceljs wrote no such part. Is it another version than 4.4.0?`);
  parts.set(path, by(part));
}

/** Excel's limit for one sheet. Cells past it keep their words, which name what they would lead to. */
const MAX_LINKS = 65_530;

/** Links by location alone: exceljs's own also carry an external relationship, which Google Sheets and WPS follow into nowhere. */
function hyperlinksXml(sheet: Sheet): string {
  const lines = sheet.lines.flatMap(({ text, target, cell }, index) => (target === undefined ? [] : [{ ref: `A${index + 1}`, text, target, cell }]));
  // Those of a long grid are formulas in its rows.
  const cells = (sheet.grid && !isLong(sheet.grid) ? sheet.grid.rows : []).flatMap((row, index) =>
    row.flatMap((cell, column) => (cell !== null && typeof cell === "object" && "target" in cell ? [{ ref: `${letterOf(column)}${headRow(sheet) + 1 + index}`, text: cell.text, target: cell.target, cell: cell.cell }] : [])),
  );
  const links = [...lines, ...cells].slice(0, MAX_LINKS).map(({ ref, text, target, cell }) => `<hyperlink ref="${ref}" location="${xml(locationOf(target, cell))}" display="${xml(text)}"/>`);
  return links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : "";
}

/** Chart parts, the drawing that places them, both relationships. Returns the sheet's <drawing>. */
function addDrawing(parts: Parts, sheet: Sheet, number: number, before: number): string {
  if (!sheet.grid) throw new Error(`${sheet.name}: a chart needs a grid to draw`);
  for (const [index, chart] of sheet.charts.entries()) parts.set(`xl/charts/chart${before + index + 1}.xml`, chartXml(sheet, sheet.grid, chart));
  const anchors = sheet.charts.map((chart, index) => anchorXml(sheet, chart, index)).join("");
  parts.set(`xl/drawings/drawing${number}.xml`, `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">${anchors}</xdr:wsDr>`);
  const toCharts = sheet.charts.map((_, index) => relationshipXml(`rId${index + 1}`, "chart", `../charts/chart${before + index + 1}.xml`)).join("");
  parts.set(`xl/drawings/_rels/drawing${number}.xml.rels`, `${HEAD}<Relationships xmlns="${RELATIONSHIPS}">${toCharts}</Relationships>`);
  const path = `xl/worksheets/_rels/sheet${number}.xml.rels`;
  const rels = parts.get(path) ?? `${HEAD}<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;
  const id = `rId${Math.max(0, ...[...rels.matchAll(/Id="rId(\d+)"/gu)].map((match) => Number(match[1]))) + 1}`;
  parts.set(path, rels.replace("</Relationships>", `${relationshipXml(id, "drawing", `../drawings/drawing${number}.xml`)}</Relationships>`));
  return `<drawing r:id="${id}"/>`;
}

/** English Metric Units in a point. */
const EMU = 12_700;
const CHART_WIDTH = 500;

/** Below the grid, at its left edge; alt text in `descr`. */
function anchorXml(sheet: Sheet, chart: SheetChart, index: number): string {
  const frame = `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${xml(chart.title)}" descr="${xml(chart.alt)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
  return `<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${chartRow(sheet, index)}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="${CHART_WIDTH * EMU}" cy="${chartRows(sheet, chart) * ROW_HEIGHT * EMU}"/>${frame}<xdr:clientData/></xdr:oneCellAnchor>`;
}

const relationshipXml = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const overrideXml = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;

const place = (name: string): number => WORKSHEET_ORDER.indexOf(name);

/** The worksheet with more children, all in the schema's order. */
export function inOrder(sheetXml: string, added: string): string {
  const [, open, body] = /^([\s\S]*?<worksheet[^>]*>)([\s\S]*)<\/worksheet>\s*$/u.exec(sheetXml) ?? [];
  if (open === undefined || body === undefined) throw new Error("a worksheet part without <worksheet>");
  const children = [...childrenOf(body), ...childrenOf(added)];
  const sorted = children.sort((one, other) => place(one.name) - place(other.name));
  return `${open}${sorted.map((child) => child.xml).join("")}</worksheet>`;
}

/** Top-level elements, found by depth: exceljs writes no comments and no CDATA. */
export function childrenOf(body: string): { name: string; xml: string }[] {
  const children: { name: string; xml: string }[] = [];
  let depth = 0;
  let start = 0;
  for (const tag of body.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/gu)) {
    const [all, isEnd, , isEmpty] = tag;
    if (depth === 0) start = tag.index;
    if (isEnd) depth--;
    else if (!isEmpty) depth++;
    if (depth > 0) continue;
    const child = body.slice(start, tag.index + all.length);
    children.push({ name: /^<([\w:]+)/u.exec(child)![1]!, xml: child });
  }
  return children;
}

/** Changes the part of the sheet's table object. */
function changeTable(parts: Parts, number: number, by: (table: string) => string): void {
  const target = /Target="\.\.\/(tables\/table\d+\.xml)"/u.exec(parts.get(`xl/worksheets/_rels/sheet${number}.xml.rels`) ?? "")?.[1];
  change(parts, `xl/${target}`, by);
}

/** Alt text of a table object, last in its part. */
function described(table: string, { table: name, alt }: Grid): string {
  return table.replace("</table>", `<extLst><ext uri="{504A1905-F514-4f6f-8877-14C23A59335A}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:table altText="${xml(name)}" altTextSummary="${xml(alt)}"/></ext></extLst></table>`);
}

/** Cells that nobody styled take the first font; exceljs makes it Calibri. */
function setDefaultFont(styles: string): string {
  return styles.replace(/<fonts([^>]*)>\s*<font>[\s\S]*?<\/font>/u, (_, attributes: string) => `<fonts${attributes}><font><sz val="${BODY}"/><color rgb="FF1A1A1A"/><name val="${FAMILY}"/><family val="2"/><charset val="134"/></font>`);
}
