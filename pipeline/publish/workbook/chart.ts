/** A chart → DrawingML chart XML, editable in Excel's terms. Pure; the order of children is the schema's (ISO 29500). Not here: where the part is stored. */
import type { FigureKind, SeriesFigure } from "../../../schemas/table.ts";
import { xml } from "./clean.ts";
import { numberFormat, rangeOf, headRow, letterOf, measure, shown, type Grid, type GridCell, type Sheet, type SheetChart } from "./sheet.ts";
import { FAMILY } from "./styles.ts";

/** Told apart by lightness too: blue dark, orange middle, green light. */
const COLOURS = ["1F4E79", "D0782A", "7FB38A", "6B4C9A", "5B5B5B"];
/** The native chart of each kind of figure. Excel has none of tiles or of a line of time: those stand in the book alone, their table here. Points on a common
 *  axis are a line chart without its lines: Excel's own chart of points takes no names on its axis. Where the names are too long to stand below it, they are bars (nativeKind). */
export const NATIVE = { bar: "bar", column: "column", line: "line", dot: "dot", tiles: null, timeline: null } as const satisfies Readonly<Record<FigureKind, SheetChart["kind"] | null>>;
/** Chinese characters of a name, and names, that stand below an axis without being turned. */
const SHORT_NAME = 6;
const FEW_NAMES = 12;

/** The native chart of a kind of figure over these names. */
export function nativeKind(kind: SeriesFigure["kind"], names: readonly string[]): SheetChart["kind"] {
  const native = NATIVE[kind];
  return native === "dot" && (names.length > FEW_NAMES || names.some((name) => measure(name) > SHORT_NAME)) ? "bar" : native;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NAMESPACES = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** One chart of a sheet's grid. Caches hold what is shown, for viewers that do not calculate; a missing value has no point. */
export function chartXml(sheet: Sheet, grid: Grid, chart: SheetChart): string {
  const pieces = chart.pieces ?? [];
  const rowsOf = (column: number): number => Math.min(grid.rows.length, ...pieces.filter(({ of }) => of === column).map(({ row }) => row));
  const whole = chart.values.map((column, index) => seriesXml(sheet, grid, chart, { column, index, look: index, rows: rowsOf(column) }));
  const rest = pieces.map(({ of, column }, n) => seriesXml(sheet, grid, chart, { column, index: chart.values.length + n, look: chart.values.indexOf(of), rows: grid.rows.length }));
  const series = [...whole, ...rest].join("");
  const axes = '<c:axId val="111111111"/><c:axId val="222222222"/>';
  const plot =
    hasPoints(chart)
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`
      : `<c:barChart><c:barDir val="${chart.kind === "bar" ? "bar" : "col"}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="70"/>${axes}</c:barChart>`;
  const legend = chart.values.length > 1 ? `<c:legend><c:legendPos val="b"/>${pieces.map((_, n) => `<c:legendEntry><c:idx val="${chart.values.length + n}"/><c:delete val="1"/></c:legendEntry>`).join("")}<c:overlay val="0"/>${textXml(1000)}</c:legend>` : "";
  return (
    `${HEAD}<c:chartSpace ${NAMESPACES}><c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/><c:chart>${titleXml(chart.title)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${plot}${axesXml(grid, chart)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>${textXml(1000)}</c:chartSpace>`
  );
}

/** Drawn by markers: with lines between them, or without. */
const hasPoints = ({ kind }: SheetChart): boolean => kind === "line" || kind === "dot";

/** The chart's title, bold; an axis's, plain and a little smaller. `turn` in 60,000ths of a degree. */
function titleXml(title: string, { size = 1200, bold = 1, turn }: { size?: number; bold?: 0 | 1; turn?: number } = {}): string {
  const body = turn === undefined ? "<a:bodyPr/>" : `<a:bodyPr rot="${turn}" vert="horz"/>`;
  return `<c:title><c:tx><c:rich>${body}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${bold}"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="${size}" b="${bold}">${familyXml}</a:rPr><a:t>${xml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** One series: its column, its place among them, whose look it has, and how many rows it goes down. */
function seriesXml(sheet: Sheet, grid: Grid, chart: SheetChart, { column, index, look: like, rows }: { column: number; index: number; look: number; rows: number }): string {
  const head = grid.columns[column]!;
  const colour = COLOURS[like % COLOURS.length]!;
  const values = grid.rows.slice(0, rows).map((row) => row[column] ?? null);
  const format = numberFormat(decimalsOf(grid, column));
  const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
  const isLine = hasPoints(chart);
  const look = isLine ? `<c:spPr><a:ln w="28575">${chart.kind === "dot" ? "<a:noFill/>" : fill}</a:ln></c:spPr><c:marker><c:symbol val="${["circle", "square", "triangle"][like % 3]}"/><c:size val="${chart.kind === "dot" ? 9 : 6}"/><c:spPr>${fill}</c:spPr></c:marker>` : `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>`;
  const labels = isCrowded(grid, chart) ? "" : `<c:dLbls><c:numFmt formatCode="${xml(format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(900)}<c:dLblPos val="${isLine ? "t" : "outEnd"}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
  const name = `<c:tx><c:strRef><c:f>${xml(`'${sheet.name}'!$${letterOf(column)}$${headRow(sheet)}`)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xml(head.title)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
  const category = grid.rows.map((row) => shown(row[chart.category] ?? null, grid.columns[chart.category]!.decimals));
  const cat = `<c:cat><c:strRef><c:f>${xml(rangeOf(sheet, chart.category))}</c:f><c:strCache>${pointsXml(category)}</c:strCache></c:strRef></c:cat>`;
  const val = `<c:val><c:numRef><c:f>${xml(rangeOf(sheet, column, rows))}</c:f><c:numCache><c:formatCode>${xml(format)}</c:formatCode>${pointsXml(values.map(numberOf))}</c:numCache></c:numRef></c:val>`;
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${name}${look}${labels}${cat}${val}${isLine ? '<c:smooth val="0"/>' : ""}</c:ser>`;
}

function pointsXml(values: readonly (string | number | null)[]): string {
  const points = values.map((value, index) => (value === null ? "" : `<c:pt idx="${index}"><c:v>${xml(String(value))}</c:v></c:pt>`));
  return `<c:ptCount val="${values.length}"/>${points.join("")}`;
}

/** Horizontal bars: the table's first row on top, the scale below. */
function axesXml(grid: Grid, chart: SheetChart): string {
  const isBar = chart.kind === "bar";
  const decimals = Math.max(...chart.values.map((column) => decimalsOf(grid, column)));
  const hasNegative = grid.rows.some((row) => chart.values.some((column) => (numberOf(row[column] ?? null) ?? 0) < 0));
  const line = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="404040"/></a:solidFill></a:ln></c:spPr>';
  const grey = '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  const axis = { size: 1000, bold: 0 } as const;
  const upright = -5_400_000; // a quarter turn: the title of a scale at the left reads upwards
  const catAx = `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="${isBar ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/><c:axPos val="${isBar ? "l" : "b"}"/>${titleXml(chart.axes.category, isBar ? { ...axis, turn: upright } : axis)}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${chart.isReversed ? "high" : "low"}"/>${line}${textXml(1000)}<c:crossAx val="222222222"/><c:crosses val="${chart.isReversed ? "max" : "autoZero"}"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
  const valAx = `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="${chart.isReversed ? "maxMin" : "minMax"}"/>${hasNegative || chart.isReversed || chart.kind === "dot" ? "" : '<c:min val="0"/>'}</c:scaling><c:delete val="0"/><c:axPos val="${isBar ? "t" : "l"}"/>${grey}${titleXml(chart.axes.value, isBar ? axis : { ...axis, turn: upright })}<c:numFmt formatCode="${xml(numberFormat(decimals > 0 && isSmall(grid, chart) ? 1 : 0))}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textXml(1000)}<c:crossAx val="111111111"/><c:crosses val="${isBar ? "max" : "autoZero"}"/><c:crossBetween val="between"/></c:valAx>`;
  return catAx + valAx;
}

/** So many bars or points that their labels would run into each other; the numbers stand in the table above. */
function isCrowded(grid: Grid, chart: SheetChart): boolean {
  return (hasPoints(chart) && chart.values.length > 3) || grid.rows.length * chart.values.length > (chart.kind === "bar" ? 40 : 16);
}

const familyXml = `<a:latin typeface="${FAMILY}"/><a:ea typeface="${FAMILY}"/>`;

function textXml(size: number): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}">${familyXml}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
}

/** All values under 5: a scale of whole numbers would have too few steps. */
function isSmall(grid: Grid, chart: SheetChart): boolean {
  return grid.rows.every((row) => chart.values.every((column) => Math.abs(numberOf(row[column] ?? null) ?? 0) < 5));
}

function numberOf(cell: GridCell): number | null {
  if (typeof cell === "number") return cell;
  return cell !== null && typeof cell === "object" && "result" in cell ? cell.result : null;
}

/** Decimals of a column's labels: the column's own, or as many as its values have, two at most. */
function decimalsOf(grid: Grid, column: number): number {
  const fixed = grid.columns[column]!.decimals;
  if (fixed !== null) return fixed;
  const shownAs = grid.rows.map((row) => shown(row[column] ?? null, null));
  return Math.min(2, Math.max(0, ...shownAs.map((text) => (/\.(\d+)$/u.exec(text)?.[1] ?? "").length)));
}
