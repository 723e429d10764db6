/** The statistical tables: the workbook's sheets hold what the CSV files hold, and both what the facts say. Not here: the facts' own files. */
import { z } from "zod";
import { Fact } from "../../../schemas/fact.ts";
import { wordFor } from "../../../schemas/words.ts";
import { LIST_DELIMITER } from "../../publish/data/columns.ts";
import { sheetGrid, type EditionFiles } from "./edition.ts";
import { AGAIN, differences, type Grid } from "./grid.ts";
import type { ReadBook } from "./xlsx.ts";

const Field = z.object({ name: z.string(), type: z.string(), title: z.string().optional() });
const Package = z.object({ resources: z.array(z.object({ path: z.string(), title: z.string().default(""), schema: z.object({ fields: z.array(Field) }).optional() })) });

/** A table as datapackage.json lists it: 表2 … under its number. */
interface Listed {
  readonly file: string;
  readonly number: string;
  readonly fields: readonly z.infer<typeof Field>[];
}

/** What does not agree, a line each. `book` is the workbook of tables under `name`; null where it cannot be read. Where the facts were changed, nothing is held against them. */
export function tableFaults(files: EditionFiles, name: string, book: ReadBook | null): string[] {
  const described = Package.safeParse(files.json("data/datapackage.json"));
  if (!described.success) return files.isTold("data/datapackage.json") ? [] : [`${files.path("data/datapackage.json")}: it does not list the tables. ${AGAIN}`];
  const grounds = ["data/facts.jsonl", "data/earlier-facts.jsonl"];
  const facts = grounds.some((of) => files.isTold(of)) ? null : new Map(grounds.flatMap((of) => (files.lines(of, Fact) ?? []).map((fact) => [fact.id, fact] as const)));
  return described.data.resources.flatMap(({ path, title, schema }) => {
    const number = /^表(\S+) /u.exec(title)?.[1];
    if (number === undefined || schema === undefined || !path.endsWith(".csv")) return [];
    const csv = files.csv(`data/${path}`);
    return csv === null ? [] : oneTable({ file: files.path(name), number, fields: schema.fields }, csv, book, facts);
  });
}

function oneTable(table: Listed, csv: Grid, book: ReadBook | null, facts: ReadonlyMap<string, Fact> | null): string[] {
  if (csv.heads.join() !== table.fields.map(({ name }) => name).join()) return [`${csv.file}: its columns are ${csv.heads.join(", ")}, but datapackage.json has ${table.fields.map(({ name }) => name).join(", ")}. ${AGAIN}`];
  if (csv.rows.length === 0) return [];
  if (book === null) return groundFaults(table, csv, facts, () => true); // which columns are computed, only the workbook says
  const grid = sheetGrid(table.file, book, `表${table.number}`);
  if (grid === null) return [`${table.file}: no sheet 表${table.number} with a table, for ${csv.file}. ${AGAIN}`];
  const columns = new Map<number, number>();
  const titles = table.fields.map(({ title, name }) => title ?? name);
  const columnOf = (head: string, after: number): number => {
    const at = grid.heads.findIndex((one, column) => column > after && (one === head || one.startsWith(`${head}（`)));
    columns.set(titles.indexOf(head, columns.size), at);
    return at;
  };
  // ids of facts stand in the CSV alone: the sheet numbers them, and lists them on one of its own
  const shown = table.fields.flatMap(({ name }, column) => (isFacts(name) ? [] : [column]));
  const says = {
    ...csv, heads: shown.map((column) => titles[column]!),
    rows: csv.rows.map(({ cells, at }) => ({ cells: shown.map((column) => (isStatus(table.fields[column]!.name) ? wordFor(String(cells[column])) : cells[column]!)), at: (column: number) => at(shown[column]!) })),
  };
  const isComputed = (column: number) => grid.rows.some((_, row) => grid.isFormula(row, columns.get(column) ?? -1));
  return [...differences(grid, says, columnOf), ...groundFaults(table, csv, facts, isComputed)];
}

const isFacts = (name: string): boolean => /^(?:f|rowF)acts$/u.test(name);
const isStatus = (name: string): boolean => /^(?:s|rowS)tatus$/u.test(name);

/** Numbers of a table that no fact of their row has, and facts that there are not. Columns that the workbook computes rest on others. */
function groundFaults({ fields }: Listed, csv: Grid, facts: ReadonlyMap<string, Fact> | null, isComputed: (column: number) => boolean): string[] {
  if (facts === null) return [];
  const ids = fields.findLastIndex(({ name }) => isFacts(name));
  const numbers = fields.flatMap(({ type }, column) => ((type === "number" || type === "integer") && !isComputed(column) ? [column] : []));
  return csv.rows.flatMap((row) => {
    const named = String(row.cells[ids] ?? "").split(LIST_DELIMITER).filter((id) => id !== "");
    const lost = named.filter((id) => !facts.has(id)).map((id) => `${csv.file}: ${row.at(ids)}: it rests on ${id}, which facts.jsonl has not. ${AGAIN}`);
    const known = new Set(named.flatMap((id) => (facts.has(id) ? numbersOf(facts.get(id)!) : [])));
    const wrong = numbers.filter((column) => row.cells[column] !== "" && !known.has(Number(row.cells[column])));
    return [...lost, ...wrong.map((column) => `${csv.file}: ${row.at(column)}: ${row.cells[column]}, which none of its facts says (${named.join(LIST_DELIMITER)}). ${AGAIN}`)];
  });
}

/** Tables of series print large numbers in 万 and 亿. */
const SCALES = [1e4, 1e8];

/** All numbers that a table may print of a fact. */
function numbersOf(fact: Fact): number[] {
  if (fact.kind === "roster") return [fact.members.length, fact.claimedCount, fact.claimedShare].filter((number) => number !== null);
  if (fact.kind !== "observation") return [];
  const values = [fact.value, ...(fact.valueHigh === undefined ? [] : [fact.valueHigh])];
  return [...values, ...values.flatMap((value) => SCALES.map((scale) => Number((value / scale).toFixed(2))))];
}
