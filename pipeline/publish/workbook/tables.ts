/** The workbook of statistical tables: front sheets, then a sheet a table with its charts. */
import type { Edition } from "../../../schemas/edition.ts";
import { textsOf } from "../../../schemas/edition-texts.ts";
import type { Finding } from "../../../schemas/finding.ts";
import type { Figure, SeriesFigure, Table, TableRow } from "../../../schemas/table.ts";
import { cutsSheet, CUTS } from "./cuts.ts";
import { NATIVE, nativeKind } from "./chart.ts";
import { cleanHeads, sheetName, tableName } from "./clean.ts";
import { back, CONTENTS, countColumn, cover, METHODS, prose, symbols, SYMBOLS, textColumn } from "./front.ts";
import { type Note, NOTES, notesOf, notesSheet, notesTo } from "./notes.ts";
import { formulaLine, withFormulas } from "./formulas.ts";
import { inParts, rowsFormula } from "./parts.ts";
import { groundsCell, groundsLine, groundsOf, groundsSheet, GROUNDS, type Grounds } from "./provenance.ts";
import { brokenAt, decimalsOf, measure, shown, type Grid, type GridCell, type GridColumn, type Line, type Sheet, type SheetChart } from "./sheet.ts";
import { LINE_SIZE } from "./styles.ts";
import { wordFor } from "../../../schemas/words.ts";

export function tableSheets(edition: Edition): Sheet[] {
  const names = new Set(["封面", CONTENTS, METHODS, SYMBOLS, NOTES, GROUNDS, CUTS]);
  const tableNames = new Set(["符号表", "目录表", "注表", "所据事实表", "截略表"]);
  const shared = { notes: notesOf(edition.tables), grounds: groundsOf(edition.tables) };
  const sheets = edition.tables.map((table) => tableSheet(table, edition.figures.filter((figure) => figure.table === table.id), names, tableNames, shared));
  const byTable = new Map(edition.tables.map((table, index) => [table.id, sheets[index]!.name]));
  const sheetOf = (table: string): string => byTable.get(table)!;
  const before = [methods(edition), symbols(), notesSheet(shared.notes, sheetOf)].filter((sheet) => sheet !== null);
  const grounds = [groundsSheet(edition, shared.grounds, sheetOf)].filter((sheet) => sheet !== null);
  const parts = inParts([...sheets, ...grounds]);
  const cuts = [cutsSheet([...before, ...parts.flat()])].filter((sheet) => sheet !== null);
  const others = [...before, ...grounds, ...cuts];
  return [cover(edition, "统计附录：表和图", READING), contents(edition, parts, others), ...before, ...parts.flat(), ...cuts];
}

const READING = [
  "每表一页。表号、题名在上，单位、注和资料来源在题名之下、表头之上，图在表下。",
  "数值是数，可直接计算；百分比不除以100。小数位按格式显示，单元格内保留未舍入的数值。",
  "“依据”一列说明该行标明、复原或推定；“所据事实”一列的序号可点，到“所据事实”页，那里有文本、章节、句和原文的位置；其事实编号可在数据册“事实”页查到。",
  "符号的含义见“符号”页，复原与舍入的办法见“说明”页。",
];

/** `tables` are the sheets of each table, the tables' first; `others` those without statistical tables. */
function contents(edition: Edition, tables: readonly (readonly Sheet[])[], others: readonly Sheet[]): Sheet {
  const rows = edition.tables.map((table, index): GridCell[] => {
    const { name } = tables[index]![0]!;
    const figures = edition.figures.filter((figure) => figure.table === table.id && isCharted(figure)).map((figure) => `图${figure.number}`);
    return [{ text: name, target: name }, table.title, figures.join("、") || "无", rowsFormula(tables[index]!, table.rows.length)];
  });
  const inBook = edition.figures.filter((figure) => !isCharted(figure));
  const links = others.map(({ name }): Line => ({ text: name, style: "link", target: name }));
  return {
    name: CONTENTS,
    lines: [{ text: "目录", style: "title" }, { text: `本簿共${edition.tables.length}表、${edition.figures.filter(isCharted).length}图。点表号可到该表，其余各页列于表前。${inBook.length > 0 ? `${inBook.map(({ number }) => `图${number}`).join("、")}只印在书中。` : ""}`, style: "text" }, ...links],
    grid: rows.length > 0 ? { table: "目录表", alt: "本簿各表的表号、题名、图和行数", columns: [textColumn("表号", 7), textColumn("题名", 29), textColumn("图", 6), countColumn("行数", 4)], rows } : null,
    charts: [],
    isData: false,
  };
}

function methods(edition: Edition): Sheet {
  const texts = textsOf(edition);
  const repairs = texts.reduce((sum, text) => sum + text.repairs.length, 0);
  const count = (outcome: Finding["outcome"]) => edition.findings.filter((finding) => finding.outcome === outcome).length;
  const paragraphs: [string, string[]][] = [
    ["文本和复原", [`本版收文本${texts.length}篇。原文标点、百分号、书名等有缺损，编制时修复${repairs}处；只补标点和符号，不增删文字，已失的题名照缺。每处修复的位置、理由和把握见数据册“修复”页。`]],
    ["数值和舍入", ["数值以基本单位计：5.3万个记作53000个；历年比较各表的大数以万或亿为单位，单位已注明。", "合计数或相对数由于单位取舍不同而产生的计算误差，均未作机械调整。", "原文以“约”“超过”“不足”等限定的数值，取其所称之数，限定词见数据册“观测”页。"]],
    ["来历", ["每行所据事实的序号可点，到“所据事实”页；事实编号形如“文本:种类:起-止:序号”，起止为原文字符位置（UTF-16码元，含起不含止）。", `数目、占比、增减和名单相互核对，并与往年版和登记表核对，共${edition.findings.length}项，其中不符${count("differs")}项，无法判定${count("cannot tell")}项；算式见数据册“核对”页。原文所称照录，不改。`, `编者订正${edition.corrections.length}项，见数据册“订正”页。`]],
    ...(edition.notes.length > 0 ? [["本版另需说明", edition.notes] satisfies [string, string[]]] : []),
  ];
  const lines = paragraphs.flatMap(([head, body]) => [headLine(head)].concat(body.map(textLine)));
  return prose(METHODS, [{ text: "说明", style: "title" }, back, ...lines]);
}

const headLine = (text: string): Line => ({ text, style: "head" });
const textLine = (text: string): Line => ({ text, style: "text" });

/** A figure that Excel has a chart of. */
const isCharted = (figure: Figure): figure is SeriesFigure => NATIVE[figure.kind] !== null;

/** What the sheets of one book share: the notes and the facts, numbered through all tables. */
interface Shared {
  notes: readonly Note[];
  grounds: Grounds;
}

function tableSheet(table: Table, all: readonly Figure[], names: Set<string>, tableNames: Set<string>, { notes, grounds }: Shared): Sheet {
  const figures = all.filter(isCharted);
  const charted = new Set(figures.flatMap((figure) => figure.values));
  const isBlank = (column: number): boolean => charted.has(table.columns[column]!.key);
  const pieces = piecesOf(table, figures);
  const own = notesTo(notes, table);
  const title = `表${table.number} ${table.title}${own.length > 0 ? ` ${own.map(({ mark }) => mark).join("")}` : ""}`;
  const grid = table.rows.length > 0 ? wideEnough(gridOf(table, isBlank, tableNames, pieces, grounds), title) : null;
  const width = grid?.columns.reduce((sum, column) => sum + column.width, 0) ?? EMPTY_WIDTH;
  const keys = table.columns.map((column) => column.key);
  const sheet: Sheet = {
    name: sheetName(`表${table.number}`, names),
    lines: [{ text: title, style: "title" }, ...linesOf(table, all, own, grid).flatMap((text) => brokenAt(text, width)).map(textLine), ...groundsLine(grounds, table), back],
    widths: [EMPTY_WIDTH],
    grid,
    charts: grid
      ? figures.map((figure): SheetChart => ({ title: `图${figure.number} ${figure.title}`, alt: altOf(figure, nativeKind(figure.kind, namesIn(table, figure))), kind: nativeKind(figure.kind, namesIn(table, figure)), axes: axesOf(table, figure), category: indexIn(keys, figure.category, figure.id), values: figure.values.map((key) => indexIn(keys, key, figure.id)), ...linesOver(figure, pieces, table.columns.length + 2) }))
      : [],
    isData: false,
  };
  return withFormulas(sheet, table);
}

/** The figure's words, with what it is here: points in the book may be bars in the workbook. */
const altOf = ({ kind, alt }: SeriesFigure, native: SheetChart["kind"]): string => (kind === "dot" && native === "bar" ? alt.replace(/^点图/u, "横条图") : alt);

/** Width of a sheet whose table has no rows. */
const EMPTY_WIDTH = 36;

/** A title stands in one cell and goes on to the right: the widest column of words grows until the table is as wide, within what a portrait page holds. */
function wideEnough(grid: Grid, title: string): Grid {
  const missing = Math.min(TITLE_LIMIT, (measure(title) * LINE_SIZE.title) / LINE_SIZE.text) - grid.columns.reduce((sum, column) => sum + column.width, 0);
  if (missing <= 0) return grid;
  const words = grid.columns.filter(({ isNumber }) => !isNumber);
  const widest = words.reduce((one, other) => (other.width > one.width ? other : one));
  return { ...grid, columns: grid.columns.map((column) => (column === widest ? { ...column, width: column.width + missing } : column)) };
}

const TITLE_LIMIT = 50;

/** The names along a figure's axis. */
function namesIn(table: Table, figure: SeriesFigure): string[] {
  const category = table.columns.findIndex(({ key }) => key === figure.category);
  return table.rows.map(({ cells }) => shown(cells[category] ?? null, null));
}

/** What stands along the axes: the head of the names; the unit of the numbers, with their head where they are one series. */
function axesOf(table: Table, figure: SeriesFigure): SheetChart["axes"] {
  const titleOf = (key: string): string => table.columns.find((column) => column.key === key)?.title ?? key;
  const [only] = figure.values;
  const value = figure.values.length === 1 ? headOf(titleOf(only!), figure.unit) : figure.unit === null ? "数值" : `单位：${figure.unit}`;
  return { category: titleOf(figure.category), value };
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

/** What is said above the grid, a paragraph each. */
function linesOf(table: Table, figures: readonly Figure[], notes: readonly Note[], grid: Grid | null): string[] {
  const cells = grid?.rows.flat() ?? [];
  const formulas = formulaLine(table);
  const signs = ["…", "—"].filter((sign) => cells.includes(sign));
  return [
    table.titleEn,
    `单位：${table.unit ?? "见各列或各行"}`,
    `本页1表${notes.length > 0 ? `，有注${notes.length}条，见表前和“${NOTES}”页` : ""}${signs.length > 0 ? `，用符号${signs.join("、")}，见“${SYMBOLS}”页` : ""}。`,
    ...notes.map(({ mark, words }) => `${mark} ${words}`),
    ...(formulas === null ? [] : [formulas]),
    ...(cells.includes(null) ? [`空格：原文未载。${figures.some((figure) => "breaks" in figure && (figure.breaks ?? []).length > 0) ? "表右“…年起”各列供绘图用，只列断开后的数。" : ""}`] : []),
    ...figures.map(chartLine),
    `资料来源：${table.source}`,
  ];
}

/** Where a figure is, and what its chart does not show. */
function chartLine(figure: Figure): string {
  if (!isCharted(figure)) return `图${figure.number}“${figure.title}”只印在书中，所据即本表。`;
  const cut = figure.kind === "line" && (figure.breaks ?? []).length > 0 ? "连线断开处，前后不可比；断开后的数值另列于表右，供绘图用。" : "";
  const hedged = (figure.hedges ?? []).length > 0 ? "原文有“近”“超过”等限定的，图中只绘所印之数。" : "";
  return `图${figure.number}在表下。${cut}${hedged}`;
}

/** The table's columns, then 依据 and 所据事实. A missing value is … but in columns that a chart draws: Excel would draw text as 0. What does not apply is —. */
function gridOf(table: Table, isBlank: (column: number) => boolean, tableNames: Set<string>, pieces: readonly Piece[], grounds: Grounds): Grid {
  const heads = cleanHeads([...table.columns.map((column) => headOf(column.title, column.unit === table.unit ? null : column.unit)), "依据", GROUNDS, ...pieces.map(({ title }) => title)]);
  const columns = table.columns.map((column, index): GridColumn => {
    const isNumber = column.type === "number";
    const decimals = isNumber ? (column.decimals ?? (column.unit === null ? null : mostDecimals(table, index))) : null;
    const cells = table.rows.map((row) => shown(row.cells[index] ?? null, decimals ?? (isNumber ? row.decimals ?? null : null)));
    return { title: heads[index]!, isNumber, decimals, width: widthOf(heads[index]!, cells, column.width, isNumber) };
  });
  const [basis, ids, ...rest] = heads.slice(table.columns.length);
  const rows = table.rows.map((row, n): GridCell[] => {
    const cells = table.columns.map((_, index) => (isNone(row, index) ? "—" : (row.cells[index] ?? (isBlank(index) ? null : "…"))));
    return [...cells, wordFor(row.status), groundsCell(grounds, row), ...pieces.map((piece) => piece.cells[n] ?? null)];
  });
  const groundsWidth = Math.max(9, ...rows.map((cells) => measure(shown(cells[table.columns.length + 1]!, null))));
  return {
    table: tableName(`表${table.number}_${table.id}`, tableNames),
    alt: `${table.title}：${table.rows.length}行，${heads.join("、")}`,
    columns: [...columns, textColumn(basis!, 4), textColumn(ids!, groundsWidth), ...pieces.map(({ of, cells }, n): GridColumn => ({ title: rest[n]!, isNumber: true, decimals: columns[of]!.decimals, width: widthOf(rest[n]!, cells.map((cell, row) => shown(cell, columns[of]!.decimals ?? table.rows[row]?.decimals ?? null)), 8, true) }))],
    rows,
    ...(table.rows.some(({ decimals }) => decimals !== undefined) ? { rowDecimals: table.rows.map(({ decimals }) => decimals ?? null) } : {}),
  };
}

/** Whether a row cannot have such a cell: what does not apply to it, and what must not be computed of it, for reasons that the table gives. */
const isNone = ({ cells, computed }: TableRow, column: number): boolean => cells[column] === "" || (cells[column] === null && computed?.[column]?.op === "none");

/** Decimals for a column of one unit: as many as its value with the most has. */
function mostDecimals(table: Table, column: number): number {
  return Math.max(0, ...table.rows.map(({ cells, decimals }) => { const cell = cells[column]; return typeof cell === "number" ? (decimals ?? decimalsOf(cell)) : 0; }));
}

/** The unit stands in the head where the table has not one unit for all. */
function headOf(title: string, unit: string | null): string {
  return unit === null || title.includes(unit) ? title : `${title}（${unit}）`;
}

/** A head of a column of numbers stays on one line up to this width. */
const HEAD_LIMIT = 11;

/** Wide enough for the longest number, which cannot wrap, and for the head or half of a long one. */
function widthOf(head: string, cells: readonly string[], wanted: number, isNumber: boolean): number {
  if (!isNumber) return Math.max(wanted, 4);
  const longest = Math.max(0, ...cells.map((cell) => Math.max(1, measure(cell))));
  return Math.max(wanted, longest + 1.5, measure(head) / 2 + 1, Math.min(measure(head) + 0.6, HEAD_LIMIT), 4);
}
