/** The files of an edition in memory, each read once, and read as what it is. What cannot be read is a fault, told once. Not here: comparing. */
import { z } from "zod";
import { recordsOf } from "../edition-files.ts";
import { wordsOf } from "../../messages.ts";
import type { Column } from "../../publish/data/columns.ts";
import { letterOf } from "../../publish/workbook/sheet.ts";
import { AGAIN, type Grid, type Value } from "./grid.ts";
import { attachmentsOf } from "./attachments.ts";
import { readBook, type ReadBook, type ReadSheet } from "./xlsx.ts";

export class EditionFiles {
  readonly faults: string[] = [];
  readonly #bytes: ReadonlyMap<string, Buffer>;
  readonly #told: ReadonlySet<string>;
  readonly #dir: string;
  readonly #known = new Map<string, unknown>();

  /** `bytes` by path within the edition; `told` are files of which a fault was told already: nothing is held against them. `dir` is what paths are printed with. */
  constructor(dir: string, bytes: ReadonlyMap<string, Buffer>, told: ReadonlySet<string> = new Set()) {
    this.#dir = dir;
    this.#bytes = bytes;
    this.#told = told;
  }

  get names(): string[] {
    return [...this.#bytes.keys()];
  }

  bytes(name: string): Buffer | null {
    return this.#bytes.get(name) ?? null;
  }

  /** Whether it is missing or changed, which was told: what rests on it is not compared. */
  isTold(name: string): boolean {
    return this.#told.has(name);
  }

  /** The path as messages print it. */
  path(name: string): string {
    return `${this.#dir.replace(/\/$/u, "")}/${name}`;
  }

  /** What `read` makes of a file, the first time; null where there is no such file, or it cannot be read. A file is always read as the same thing. */
  #read<T>(name: string, read: (bytes: Buffer) => T): T | null {
    const bytes = this.bytes(name);
    if (bytes === null) return null;
    if (this.#known.has(name)) return this.#known.get(name) as T | null;
    const made = this.#tried(name, () => read(bytes));
    this.#known.set(name, made);
    return made;
  }

  #tried<T>(name: string, read: () => T): T | null {
    try {
      return read();
    } catch (thrown) {
      this.faults.push(`${this.path(name)}: it cannot be read: ${reasonOf(thrown)}. ${AGAIN}`);
      return null;
    }
  }

  json(name: string): unknown {
    return this.#read(name, (bytes): unknown => JSON.parse(bytes.toString("utf8")));
  }

  /** A line each, held against a schema. */
  lines<T>(name: string, schema: z.ZodType<T>): T[] | null {
    return this.#read(name, (bytes) => bytes.toString("utf8").split("\n").filter((line) => line !== "").map((line, n) => lineOf(n + 1, () => schema.parse(JSON.parse(line)))));
  }

  csv(name: string): Grid | null {
    return this.#read(name, (bytes) => csvGrid(this.path(name), bytes));
  }

  /** Workbook, its own faults told. */
  book(name: string): ReadBook | null {
    const book = this.#read(name, readBook);
    this.faults.push(...(book?.faults ?? []).map((fault) => `${this.path(name)}: ${fault}. ${AGAIN}`));
    return book;
  }

  /** The files within the book. */
  attachments(name: string): Map<string, Buffer> {
    return this.#read(name, attachmentsOf) ?? new Map();
  }
}

/** What was thrown in a line: zod's own message is a page of JSON. */
const reasonOf = (thrown: unknown): string => (thrown instanceof z.ZodError ? thrown.issues.map(({ path, message }) => `${path.map(String).join(".")}: ${message}`).join("; ") : wordsOf(thrown));

function lineOf<T>(line: number, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    throw new Error(`line ${line}: ${reasonOf(thrown)}`, { cause: thrown });
  }
}

/** CSV with its head; rows are counted as records, the head is the first. */
export function csvGrid(file: string, bytes: Buffer): Grid {
  const [heads = [], ...records] = recordsOf(file, bytes.toString("utf8"));
  return { file, heads, rows: records.map((cells, row) => ({ cells, at: (column) => `row ${row + 2}, ${heads[column]}` })) };
}

/** Items as the columns print them; `said` puts codes into words. */
export function itemGrid<T>(file: string, columns: readonly Column<T>[], items: readonly T[], said: (column: Column<T>, value: Value) => Value = (_, value) => value, head: (column: Column<T>) => string = ({ title }) => title): Grid {
  return { file, heads: columns.map(head), rows: items.map((item, row) => ({ cells: columns.map((column) => said(column, column.of(item))), at: (column) => `line ${row + 1}, ${columns[column]!.key}` })) };
}

/** The table of a sheet, with which of its cells are formulas; rows that go on in further sheets (表2（2）, 表2（3）) follow. Null where the book has no such sheet, or it no table. */
export function sheetGrid(file: string, book: ReadBook, name: string): SheetGrid | null {
  const grids: SheetGrid[] = [];
  for (let part = 1; ; part++) {
    const sheet = book.sheets.find((one) => one.name === (part === 1 ? name : `${name}（${part}）`));
    const grid = sheet === undefined ? null : partGrid(file, sheet);
    if (grid === null) break;
    grids.push(grid);
  }
  const [first, ...rest] = grids;
  if (first === undefined || rest.length === 0) return first ?? null;
  const places = grids.flatMap((grid) => grid.rows.map((_, row) => ({ grid, row })));
  return { ...first, rows: grids.flatMap(({ rows }) => rows), isFormula: (row, column) => places[row]!.grid.isFormula(places[row]!.row, column) };
}

type SheetGrid = Grid & { isFormula: (row: number, column: number) => boolean };

function partGrid(file: string, sheet: ReadSheet): SheetGrid | null {
  const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u.exec(sheet.table ?? "") ?? [];
  if (left === undefined || right === undefined) return null;
  const [first, last, head] = [columnNumber(left), columnNumber(right), Number(top)];
  const ref = (row: number, column: number) => `${letterOf(first + column - 1)}${row}`;
  const across = Array.from({ length: last - first + 1 }, (_, column) => column);
  const valueAt = (row: number, column: number): Value => sheet.cells.get(ref(row, column))?.value ?? null;
  const rows = Array.from({ length: Number(bottom) - head }, (_, n) => ({ cells: across.map((column) => valueAt(head + 1 + n, column)), at: (column: number) => `${sheet.name}!${ref(head + 1 + n, column)}` }));
  return { file, heads: across.map((column) => String(valueAt(head, column) ?? "")), rows, isFormula: (row, column) => sheet.cells.get(ref(head + 1 + row, column))?.formula != null };
}

const columnNumber = (name: string): number => [...name].reduce((number, letter) => number * 26 + letter.codePointAt(0)! - 64, 0);
