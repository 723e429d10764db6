/** The workbook of statistical tables: front sheets, then a sheet a table with its charts. */
import type { Edition } from "../../../schemas/edition.ts";
import { textsOf } from "../../../schemas/edition-texts.ts";
import type { Figure, SeriesFigure, Table } from "../../../schemas/table.ts";
import { LIST_DELIMITER } from "../data/columns.ts";
import { NATIVE } from "./chart.ts";
import { cleanHeads, sheetName, tableName } from "./clean.ts";
import { back, CONTENTS, countColumn, cover, NOTES, prose, symbols, SYMBOLS, textColumn } from "./front.ts";
import { formulaLine, withFormulas } from "./formulas.ts";
import { inParts, rowsFormula } from "./parts.ts";
import { measure, shown, type Grid, type GridCell, type GridColumn, type Line, type Sheet, type SheetChart } from "./sheet.ts";
import { wordFor } from "../../../schemas/words.ts";

export function tableSheets(edition: Edition): Sheet[] {
  const names = new Set(["封面", CONTENTS, NOTES, SYMBOLS]);
  const tableNames = new Set(["符号表", "目录表"]);
  const sheets = edition.tables.map((table) => tableSheet(table, edition.figures.filter((figure) => figure.table === table.id), names, tableNames));
  const parts = inParts(sheets);
  return [cover(edition, "统计附录：表和图", READING), contents(edition, parts), notes(edition), symbols(), ...parts.flat()];
}

const READING = [
  "每表一页。表号、题名在上，单位、注和资料来源在题名之下、表头之上，图在表下。",
  "数值是数，可直接计算；百分比不除以100。小数位按格式显示，单元格内保留未舍入的数值。",
  "“依据”一列说明该行标明、复原或推定；“事实编号”可在数据册“事实”页中查到，由此找到文本、章节和原文。",
  "符号的含义见“符号”页，复原与舍入的办法见“说明”页。",
];

/** `tables` are the sheets of each table. */
function contents(edition: Edition, tables: readonly (readonly Sheet[])[]): Sheet {
  const rows = edition.tables.map((table, index): GridCell[] => {
    const { name } = tables[index]![0]!;
    const figures = edition.figures.filter((figure) => figure.table === table.id && isCharted(figure)).map((figure) => `图${figure.number}`);
    return [{ text: name, target: name }, table.title, figures.join("、") || "无", rowsFormula(tables[index]!, table.rows.length)];
  });
  const fronts = [NOTES, SYMBOLS].map((name): Line => ({ text: name, style: "link", target: name }));
  return {
    name: CONTENTS,
    lines: [{ text: "目录", style: "title" }, { text: `本簿共${edition.tables.length}表、${edition.figures.filter(isCharted).length}图。点表号可到该表。`, style: "text" }, ...fronts],
    grid: rows.length > 0 ? { table: "目录表", alt: "本簿各表的表号、题名、图和行数", columns: [textColumn("表号", 7), textColumn("题名", 29), textColumn("图", 6), countColumn("行数", 4)], rows } : null,
    charts: [],
    isData: false,
  };
}

function notes(edition: Edition): Sheet {
  const texts = textsOf(edition);
  const repairs = texts.reduce((sum, text) => sum + text.repairs.length, 0);
  const differing = edition.findings.filter((finding) => finding.outcome === "differs").length;
  const paragraphs: [string, string[]][] = [
    ["文本和复原", [`本版收文本${texts.length}篇。原文标点、百分号、书名等有缺损，编制时修复${repairs}处；只补标点和符号，不增删文字，已失的题名照缺。每处修复的位置、理由和把握见数据册“修复”页。`]],
    ["数值和舍入", ["数值以基本单位计：5.3万个记作53000个；历年比较各表的大数以万或亿为单位，单位已注明。", "合计数或相对数由于单位取舍不同而产生的计算误差，均未作机械调整。", "原文以“约”“超过”“不足”等限定的数值，取其所称之数，限定词见数据册“观测”页。"]],
    ["来历", ["每行末列为事实编号，形如“文本:种类:起-止:序号”；起止为原文字符位置（UTF-16码元，含起不含止）。", `所称数目、占比与所列名单相互核对，共${edition.findings.length}项，其中不一致${differing}项；算式见数据册“核对”页。原文所称照录，不改。`, `编者订正${edition.corrections.length}项，见数据册“订正”页。`]],
    ...(edition.notes.length > 0 ? [["本版另需说明", edition.notes] satisfies [string, string[]]] : []),
  ];
  const lines = paragraphs.flatMap(([head, body]) => [headLine(head)].concat(body.map(textLine)));
  return prose(NOTES, [{ text: "说明", style: "title" }, back, ...lines]);
}

const headLine = (text: string): Line => ({ text, style: "head" });
const textLine = (text: string): Line => ({ text, style: "text" });

/** A figure that Excel has a chart of. */
const isCharted = (figure: Figure): figure is SeriesFigure => NATIVE[figure.kind] !== null;

function tableSheet(table: Table, all: readonly Figure[], names: Set<string>, tableNames: Set<string>): Sheet {
  const figures = all.filter(isCharted);
  const charted = new Set(figures.flatMap((figure) => figure.values));
  const isBlank = (column: number): boolean => charted.has(table.columns[column]!.key);
  const hasBlank = table.rows.some((row) => row.cells.some((cell, column) => cell === null && isBlank(column)));
  const pieces = piecesOf(table, figures);
  const grid = table.rows.length > 0 ? gridOf(table, isBlank, tableNames, pieces) : null;
  const keys = table.columns.map((column) => column.key);
  const sheet: Sheet = {
    name: sheetName(`表${table.number}`, names),
    lines: linesOf(table, all, hasBlank),
    widths: [36],
    grid,
    charts: grid
      ? figures.map((figure) => ({ title: `图${figure.number} ${figure.title}${figure.unit ? `（${figure.unit}）` : ""}`, alt: figure.alt, kind: NATIVE[figure.kind], category: indexIn(keys, figure.category, figure.id), values: figure.values.map((key) => indexIn(keys, key, figure.id)), ...linesOver(figure, pieces, table.columns.length + 2) }))
      : [],
    isData: false,
  };
  return withFormulas(sheet, table);
}

/** The rest of a line after a break: a column of its own, right of the table, since a chart joins all points of one column. */
interface Piece {
  figure: string;
  of: number;
  row: number;
  title: string;
  cells: (number | null)[];
}

function piecesOf(table: Table, figures: readonly SeriesFigure[]): Piece[] {
  const keys = table.columns.map((column) => column.key);
  return figures.filter(({ kind }) => kind === "line").flatMap((figure) => {
    const category = indexIn(keys, figure.category, figure.id);
    const rowOf = (at: string) => table.rows.findIndex((row) => String(row.cells[category]) === at);
    return (figure.breaks ?? []).map(({ value, at }): Piece => {
      const of = indexIn(keys, value, figure.id);
      const later = (figure.breaks ?? []).filter((one) => one.value === value).map((one) => rowOf(one.at)).filter((row) => row > rowOf(at));
      const end = Math.min(table.rows.length, ...later);
      const cells = table.rows.map((row, n) => { const cell = row.cells[of]; return n >= rowOf(at) && n < end && typeof cell === "number" ? cell : null; });
      return { figure: figure.id, of, row: rowOf(at), title: `${table.columns[of]!.title}（${at}年起）`, cells };
    });
  });
}

/** Where lines over time go on after a break, and which way up they run. */
function linesOver(figure: SeriesFigure, pieces: readonly Piece[], first: number): Pick<SheetChart, "pieces" | "isReversed"> {
  const own = pieces.flatMap(({ figure: id, of, row }, n) => (id === figure.id ? [{ of, row, column: first + n }] : []));
  return { ...(own.length > 0 ? { pieces: own } : {}), ...(figure.kind === "line" && figure.unit === "位" ? { isReversed: true } : {}) };
}

function indexIn(keys: readonly string[], key: string, figure: string): number {
  const index = keys.indexOf(key);
  if (index < 0) throw new Error(`figure ${figure}: its table has no column ${key}. The columns are ${keys.join(", ")}.`);
  return index;
}

function linesOf(table: Table, figures: readonly Figure[], hasBlank: boolean): Line[] {
  const unit = table.unit ?? "见各列或各行";
  const formulas = formulaLine(table);
  const text = [
    table.titleEn,
    `单位：${unit}`,
    ...table.notes.map((note, index) => (table.notes.length > 1 ? `注${index + 1}：${note}` : `注：${note}`)),
    ...(formulas === null ? [] : [formulas]),
    ...(hasBlank ? ["空格：原文未载。"] : []),
    ...figures.map(chartLine),
    `资料来源：${table.source}`,
  ];
  return [{ text: `表${table.number} ${table.title}`, style: "title" }, ...text.map(textLine), back];
}

/** Where a figure is, and what its chart does not show. */
function chartLine(figure: Figure): string {
  if (!isCharted(figure)) return `图${figure.number}“${figure.title}”只印在书中，所据即本表。`;
  const cut = figure.kind === "line" && (figure.breaks ?? []).length > 0 ? "连线断开处，前后不可比；断开后的数值另列于表右，供绘图用。" : "";
  const hedged = (figure.hedges ?? []).length > 0 ? "原文有“近”“超过”等限定的，图中只绘所印之数。" : "";
  return `图${figure.number}在表下。${cut}${hedged}`;
}

/** The table's columns, then 依据 and 事实编号. A missing value is … but in columns that a chart draws: Excel would draw text as 0. */
function gridOf(table: Table, isBlank: (column: number) => boolean, tableNames: Set<string>, pieces: readonly Piece[]): Grid {
  const heads = cleanHeads([...table.columns.map((column) => headOf(column.title, column.unit === table.unit ? null : column.unit)), "依据", "事实编号", ...pieces.map(({ title }) => title)]);
  const columns = table.columns.map((column, index): GridColumn => {
    const isNumber = column.type === "number";
    const decimals = isNumber ? column.decimals : null;
    const cells = table.rows.map((row) => shown(row.cells[index] ?? null, decimals ?? (isNumber ? row.decimals ?? null : null)));
    return { title: heads[index]!, isNumber, decimals, width: widthOf(heads[index]!, cells, column.width, isNumber) };
  });
  const [basis, ids, ...rest] = heads.slice(table.columns.length);
  const rows = table.rows.map((row, n): GridCell[] => {
    const cells = table.columns.map((_, index) => row.cells[index] ?? (isBlank(index) ? null : "…"));
    return [...cells, wordFor(row.status), row.facts.join(LIST_DELIMITER) || "…", ...pieces.map((piece) => piece.cells[n] ?? null)];
  });
  return {
    table: tableName(`表${table.number}_${table.id}`, tableNames),
    alt: `${table.title}：${table.rows.length}行，${heads.join("、")}`,
    columns: [...columns, textColumn(basis!, 4), textColumn(ids!, 20), ...pieces.map(({ of, cells }, n): GridColumn => ({ title: rest[n]!, isNumber: true, decimals: columns[of]!.decimals, width: widthOf(rest[n]!, cells.map((cell, row) => shown(cell, columns[of]!.decimals ?? table.rows[row]?.decimals ?? null)), 8, true) }))],
    rows,
    ...(table.rows.some(({ decimals }) => decimals !== undefined) ? { rowDecimals: table.rows.map(({ decimals }) => decimals ?? null) } : {}),
  };
}

/** The unit stands in the head where the table has not one unit for all. */
function headOf(title: string, unit: string | null): string {
  return unit === null || title.includes(unit) ? title : `${title}（${unit}）`;
}

/** Wide enough for the longest number, which cannot wrap, and for half of the head. */
function widthOf(head: string, cells: readonly string[], wanted: number, isNumber: boolean): number {
  if (!isNumber) return Math.max(wanted, 4);
  const longest = Math.max(0, ...cells.map((cell) => Math.max(1, measure(cell))));
  return Math.max(wanted, longest + 1.5, measure(head) / 2 + 1, 4);
}
