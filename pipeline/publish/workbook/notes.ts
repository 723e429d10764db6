/** The notes of the tables, numbered through the book: [注1] in a table's title, its words above the table and in the table of notes. Not here: the other lines of a sheet. */
import type { Table } from "../../../schemas/table.ts";
import { back, textColumn } from "./front.ts";
import type { GridCell, Line, Sheet } from "./sheet.ts";

export const NOTES = "注";

export interface Note {
  /** `[注1]` */
  mark: string;
  words: string;
  /** id of the table it belongs to */
  table: string;
}

/** All notes of the tables in their order. */
export function notesOf(tables: readonly Table[]): Note[] {
  return tables.flatMap(({ id, notes }) => notes.map((words) => ({ table: id, words }))).map((note, index) => ({ ...note, mark: `[注${index + 1}]` }));
}

/** The notes of one table. */
export const notesTo = (notes: readonly Note[], table: Table): Note[] => notes.filter((note) => note.table === table.id);

/** The sheet of all notes, a row each; null where no table has one. `sheetOf` names the sheet of a table. */
export function notesSheet(notes: readonly Note[], sheetOf: (table: string) => string): Sheet | null {
  if (notes.length === 0) return null;
  const lines: Line[] = [{ text: NOTES, style: "title" }, { text: `本页1表，列各表之注${notes.length}条。点表号可到该表。`, style: "text" }, back];
  const rows = notes.map(({ mark, words, table }): GridCell[] => [mark, { text: sheetOf(table), target: sheetOf(table) }, words]);
  return { name: NOTES, lines, grid: { table: "注表", alt: "各表之注：注的编号、所属的表和内容", columns: [textColumn("注", 6), textColumn("表", 6), textColumn("内容", 34)], rows }, charts: [], isData: false };
}
