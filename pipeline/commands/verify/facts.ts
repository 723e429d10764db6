/** Facts, findings, repairs and corrections: the workbook's data sheets and observations.csv hold what JSON Lines hold. Not here: tables. */
import { z } from "zod";
import { Fact } from "../../../schemas/fact.ts";
import { Finding } from "../../../schemas/finding.ts";
import { Repair } from "../../../schemas/repair.ts";
import { wordFor } from "../../../schemas/words.ts";
import { correctionColumns, factColumns, findingColumns, observationColumns, repairColumns, type Column } from "../../publish/data/columns.ts";
import { itemGrid, sheetGrid, type EditionFiles } from "./edition.ts";
import { AGAIN, differences, type Grid, type Row, type Value } from "./grid.ts";
import type { ReadBook } from "./xlsx.ts";

/** What does not agree, a line each. `book` is the workbook of facts under `name`; null where it cannot be read. */
export function factFaults(files: EditionFiles, name: string, book: ReadBook | null): string[] {
  const facts = files.lines("data/facts.jsonl", Fact);
  const earlier = files.lines("data/earlier-facts.jsonl", Fact);
  const findings = files.lines("data/findings.jsonl", Finding);
  const observations = facts?.filter((fact) => fact.kind === "observation") ?? null;
  const path = files.path(name);
  const jsonl = (of: string) => files.path(`data/${of}.jsonl`);
  const csv = files.csv("data/observations.csv");
  return [
    ...(csv === null || observations === null ? [] : differences(csv, itemGrid(jsonl("facts"), observationColumns, observations, undefined, ({ key }) => key))),
    ...(book === null ? [] : [
      ...sheetFaults(path, book, "事实", facts, jsonl("facts"), factColumns),
      ...sheetFaults(path, book, "观测", observations, jsonl("facts"), observationColumns),
      ...sheetFaults(path, book, "往年", earlier, jsonl("earlier-facts"), factColumns),
      ...sheetFaults(path, book, "核对", findings, jsonl("findings"), findingColumns),
      ...repairFaults(files, path, book),
      ...correctionFaults(files, path, book),
    ]),
  ];
}

/** A data sheet against the items it lists, in their order. */
function sheetFaults<T>(path: string, book: ReadBook, name: string, items: readonly T[] | null, file: string, columns: readonly Column<T>[]): string[] {
  if (items === null || items.length === 0) return [];
  const grid = sheetGrid(path, book, name);
  return grid === null ? [noSheet(path, name, file)] : differences(grid, itemGrid(file, columns, items, inWords));
}

const noSheet = (path: string, name: string, file: string): string => `${path}: no sheet ${name} with a table, for ${file}. ${AGAIN}`;

/** The workbook has codes in words. */
const inWords = <T>(column: Column<T>, value: Value): Value => (column.categories !== undefined && typeof value === "string" ? wordFor(value) : value);

export const RepairLine = z.object({ document: z.string(), ...Repair.shape });
export type RepairLine = z.infer<typeof RepairLine>;

/** What of a repair stands on both sides; the sheet has the least sure first, so both are put in the order of the text. */
const REPAIR: Readonly<Record<string, (line: RepairLine) => Value>> = { document: (line) => line.document, start: ({ span }) => span.start, end: ({ span }) => span.end, confidence: (line) => line.confidence, raw: (line) => line.raw, restored: (line) => line.restored, kind: ({ kind }) => wordFor(kind), reason: (line) => line.reason };

function repairFaults(files: EditionFiles, path: string, book: ReadBook): string[] {
  const repairs = files.lines("data/repairs.jsonl", RepairLine);
  if (repairs === null || repairs.length === 0) return [];
  const file = files.path("data/repairs.jsonl");
  const grid = sheetGrid(path, book, "修复");
  if (grid === null) return [noSheet(path, "修复", file)];
  const columns = Object.entries(REPAIR).map(([key, of]): Column<RepairLine> => ({ ...repairColumns.find((column) => column.key === key)!, of }));
  const says = itemGrid(file, columns, repairs);
  const placed = (of: Grid): Row[] => {
    const keys = ["document", "start", "end", "raw", "restored"].map((key) => of.heads.indexOf(columns.find((column) => column.key === key)!.title));
    const keyOf = (row: Row) => keys.map((at) => String(row.cells[at] ?? "").padStart(9)).join(" ");
    return of.rows.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  };
  return differences({ ...grid, rows: placed(grid) }, { ...says, rows: placed(says) });
}

/** The sheet of corrections against their CSV, in the same order: the sheet has codes in words. */
function correctionFaults(files: EditionFiles, path: string, book: ReadBook): string[] {
  const csv = files.csv("data/corrections.csv");
  const grid = sheetGrid(path, book, "订正");
  if (csv === null) return grid === null || files.isTold("data/corrections.csv") || files.bytes("data/corrections.csv") !== null ? [] : [`${path}: 订正 has ${grid.rows.length} rows, but there is no data/corrections.csv. ${AGAIN}`];
  const rows = csv.rows.map(({ cells, at }): Row => ({ cells: cells.map((cell, column) => inWords(correctionColumns[column]!, cell)), at }));
  return grid === null ? [noSheet(path, "订正", csv.file)] : differences(grid, { ...csv, heads: correctionColumns.map(({ title }) => title), rows });
}
