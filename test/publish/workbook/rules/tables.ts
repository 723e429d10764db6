/** Rules 1 to 7 and 17: tables, and what is in their cells. */
import { columnsIn, isData, isWithin, linesOf, type Opened, type OpenSheet, type TableObject } from "./read.ts";
import type { Rule } from "./rule.ts";
import { all, first } from "./xml.ts";

const inSheets = (check: (sheet: OpenSheet) => string[]) => ({ sheets }: Opened): string[] => sheets.flatMap((sheet) => check(sheet).map((fault) => `${sheet.name}: ${fault}`));
const inTables = (check: (table: TableObject, sheet: OpenSheet) => string[]) => inSheets((sheet) => sheet.tables.flatMap((table) => check(table, sheet)));

/** Cells beside each other in two columns and two rows are data; the cover's pairs and a data sheet's line of words are not. */
const LOOSE = 2;

export const tableRules: Rule[] = [
  { number: 1, name: "every range of data is a table object with one row of heads", faults: inSheets((sheet) => [
    ...sheet.tables.filter(({ node }) => (node.attributes["headerRowCount"] ?? "1") !== "1").map(({ name }) => `${name} has not one row of heads`),
    ...looseData(sheet),
  ]) },
  { number: 2, name: "heads are words, none empty, none alike", faults: inTables(headFaults) },
  { number: 3, name: "names of tables are meaningful, legal and stand once", faults: nameFaults },
  { number: 4, name: "no merged cells, no empty row or column in a table", faults: inSheets((sheet) => [
    ...all(sheet.xml, "mergeCell").map(({ attributes }) => `${attributes["ref"]} is merged`),
    ...sheet.tables.flatMap((table) => emptyFaults(table, sheet)),
  ]) },
  { number: 5, name: "a cell is empty for one stated reason, else it has a sign", faults: inTables(blankFaults) },
  { number: 6, name: "text wraps", faults: inTables((table, sheet) => [...sheet.cells.values()].filter((cell) => isWithin(cell, table.range) && cell.isText && cell.look.align.horizontal !== "right" && !cell.look.align.wraps).map(({ ref }) => `${ref} does not wrap`)) },
  { number: 7, name: "nothing is hidden; filters and frozen panes in data sheets only", faults: hiddenFaults },
  { number: 17, name: "numbers are numbers, of one format a column; signs stand right", faults: inTables(numberFaults) },
];

function looseData(sheet: OpenSheet): string[] {
  const loose = [...sheet.cells.values()].filter((cell) => cell.value !== "" && !sheet.tables.some(({ range }) => isWithin(cell, range)));
  return loose.filter(({ column, isText }) => column > LOOSE || !isText).map(({ ref }) => `${ref} stands outside the tables`);
}

function headFaults({ columns, range, name }: TableObject, sheet: OpenSheet): string[] {
  const cells = [...sheet.cells.values()].filter((cell) => cell.row === range.top && isWithin(cell, range));
  const lower = columns.map((column) => column.toLowerCase());
  return [
    ...(columns.length === range.right - range.left + 1 ? [] : [`${name} has ${columns.length} heads for ${range.right - range.left + 1} columns`]),
    ...columns.filter((column) => column.trim() === "").map(() => `${name} has an empty head`),
    ...columns.filter((column) => /[\n[\]#']/u.test(column)).map((column) => `${name}: a formula would have to escape ${column}`),
    ...lower.filter((column, index) => lower.indexOf(column) < index).map((column) => `${name}: two heads ${column}`),
    ...columns.filter((column, index) => { const cell = cells.find(({ column: at }) => at === range.left + index); return !cell?.isText || cell.value !== column; }).map((column) => `${name}: the head ${column} is not what its cell says`),
  ];
}

function nameFaults({ sheets }: Opened): string[] {
  const names = sheets.flatMap(({ tables }) => tables.map(({ name }) => name));
  const lower = names.map((name) => name.toLowerCase());
  return [
    ...names.filter((name) => !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) || /^(?:[a-z]{1,3}\d+|r\d*c\d*|[rc])$/iu.test(name)).map((name) => `${name} is no name for a table`),
    ...names.filter((name) => /^(?:table|表)\d*$/iu.test(name)).map((name) => `${name} says nothing`),
    ...names.filter((_, index) => lower.indexOf(lower[index]!) < index).map((name) => `${name} stands twice`),
  ];
}

function emptyFaults(table: TableObject, sheet: OpenSheet): string[] {
  const columns = columnsIn(sheet, table);
  const rows = columns[0]!.map((_, row) => columns.map((column) => column[row]));
  return [
    ...(rows.length === 0 ? [`${table.name} has no rows`] : []),
    ...rows.flatMap((row, index) => (row.every((cell) => cell === undefined) ? [`row ${table.range.top + 1 + index} is empty`] : [])),
    // A data sheet has a column for each field of each kind; its head stays, though no item has the field.
    ...(isData(sheet) ? [] : columns.flatMap((column, index) => (column.every((cell) => cell === undefined) ? [`the column ${table.columns[index]} is empty`] : []))),
  ];
}

/** 空格：原文未载。 is a reason; 或 in it makes two of one. */
function blankFaults(table: TableObject, sheet: OpenSheet): string[] {
  const blanks = columnsIn(sheet, table).flat().filter((cell) => cell === undefined).length;
  const reasons = linesOf(sheet).flatMap(({ value }) => String(value).match(/空格：[^。]+。/gu) ?? []);
  if (blanks === 0) return [];
  return reasons.length === 1 && !reasons[0]!.includes("或") ? [] : [`${blanks} empty cells, and ${reasons.length} reasons: ${reasons.join("")}`];
}

function hiddenFaults({ sheets, workbook }: Opened): string[] {
  return [
    ...all(workbook, "sheet").filter(({ attributes }) => (attributes["state"] ?? "visible") !== "visible").map(({ attributes }) => `${attributes["name"]} is hidden`),
    ...sheets.flatMap((sheet) => [
      ...[...all(sheet.xml, "row"), ...all(sheet.xml, "col")].filter(({ attributes }) => ["1", "true"].includes(attributes["hidden"] ?? "0")).map(({ name }) => `${sheet.name}: a ${name} is hidden`),
      ...(isData(sheet) ? [] : sheet.tables.filter(({ node }) => all(node, "filterColumn").some(({ attributes }) => attributes["hiddenButton"] !== "1") || (first(node, "autoFilter") !== undefined && all(node, "filterColumn").length === 0)).map(({ name }) => `${sheet.name}: ${name} has filters`)),
    ]),
  ];
}

/** A number kept as text. A year is a name. */
const IN_WORDS = /^-?(?:\d{1,3}(?:,\d{3})+|\d+\.\d+|\d{5,})$/u;

/** A column has one format; where each row has a unit of its own, those of one unit have. A sign stands where there is no number. */
function numberFaults(table: TableObject, sheet: OpenSheet): string[] {
  const columns = columnsIn(sheet, table);
  const units = columns[table.columns.indexOf("单位")];
  return columns.flatMap((column, index) => {
    const numbers = column.flatMap((cell, row) => (cell && !cell.isText ? [{ ...cell, unit: String(units?.[row]?.value ?? "") }] : []));
    const inWords = /代码/u.test(table.columns[index]!) ? [] : column.filter((cell) => cell?.isText && IN_WORDS.test(String(cell.value))).map((cell) => `${cell!.ref} is a number kept as text`);
    if (numbers.length === 0) return inWords;
    const formats = new Map<string, Set<string>>();
    for (const { unit, look } of numbers) formats.set(unit, (formats.get(unit) ?? new Set()).add(look.format));
    const isMixed = units !== undefined; // a row's decimals are those of its series
    return [
      ...inWords,
      ...(isMixed ? [] : [...formats.values()].filter(({ size }) => size > 1).map((of) => `${table.columns[index]} has the formats ${[...of].join(" and ")}`)),
      ...numbers.filter(({ look }) => look.format === "General").map(({ ref }) => `${ref} has no format`),
      ...column.flatMap((cell) => (cell?.isText && !/^[…—]$/u.test(String(cell.value)) ? [`${cell.ref}: ${String(cell.value)} among numbers`] : [])),
      ...column.flatMap((cell) => (cell?.isText && cell.look.align.horizontal !== "right" ? [`${cell.ref}: a sign does not stand right`] : [])),
    ];
  });
}
