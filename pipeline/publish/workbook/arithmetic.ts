/** The checks' arithmetic over the book's cells: what the figures come to, what the text claims, and the difference, three columns beside the arithmetic in words. Not here: comparing (check). */
import { resultOf } from "../../../schemas/computed.ts";
import type { Edition } from "../../../schemas/edition.ts";
import type { Fact } from "../../../schemas/fact.ts";
import type { Finding } from "../../../schemas/finding.ts";
import { factColumns, findingColumns, LIST_DELIMITER, observationColumns, type Column } from "../data/columns.ts";
import { earlierFacts } from "../earlier.ts";
import { cleanText } from "./clean.ts";
import { formulaOf, namesIn } from "./formulas.ts";
import { cellOf, type SheetParts } from "./parts.ts";
import { factSheetColumns } from "./sentences.ts";
import { headRow, letterOf, mapped, rowCount, type GridCell, type Sheet } from "./sheet.ts";

/** Where a fact's number stands: a value, or a list that is counted. */
interface Place {
  readonly number: number;
  readonly term: string;
}

const AFTER = findingColumns.findIndex(({ key }) => key === "arithmetic") + 1;
const FINEST = 6;
/** Decimals shown in all rows, though they have different units: a column has one format (rule 17 of docs/workbook.md). */
const SHOWN = 2;
const FIRST_FACT: Column<Finding> = { key: "firstFact", title: "首条事实", type: "string", width: 22, description: "id of the first of the facts compared", of: ({ facts }) => facts[0] ?? null };
const plain = (key: string, title: string, description: string): Column<Finding> => ({ key, title, type: "number", decimals: SHOWN, width: 9, description, of: () => null });

/** The findings' columns with three for the arithmetic, empty until withArithmetic fills them, and before the facts the first of them, which is the link: LibreOffice does not break a link into lines, and a list of ids is long. */
export const arithmeticColumns: Column<Finding>[] = findingColumns
  .toSpliced(AFTER, 0, plain("computed", "算得", "what the figures come to"), plain("claimed", "所称", "what the text claims it to be"), plain("difference", "相差", "computed less claimed"))
  .flatMap((column) => (column.key === "facts" ? [FIRST_FACT, column] : [column]));

/** The sheets that hold the facts; null where there are none of earlier years. */
interface FactSheets {
  readonly facts: SheetParts;
  readonly observations: SheetParts;
  readonly earlier: SheetParts | null;
}

/** The sheets of findings, a row each in the edition's order, with formulas over the sheets that hold their facts. Cells stay empty where the arithmetic is not over plain figures, or a figure is not in the book. */
export function withArithmetic(parts: SheetParts, edition: Edition, sheets: FactSheets): Sheet[] {
  const places = placesOf(edition, sheets);
  let before = 0;
  return parts.map((part) => {
    const filled = partWithArithmetic(part, edition.findings.slice(before), places);
    before += part.grid ? rowCount(part.grid) : 0;
    return filled;
  });
}

/** `findings`: that of its first row, and those after it. */
function partWithArithmetic(sheet: Sheet, findings: readonly Finding[], places: ReadonlyMap<string, Place>): Sheet {
  if (sheet.grid === null) return sheet;
  const filled = (cells: readonly GridCell[], row: number): GridCell[] => cells.toSpliced(AFTER, 3, ...cellsOf(findings[row]!, places, headRow(sheet) + 1 + row));
  const { grid } = sheet;
  const { stream } = grid;
  if (stream === undefined) return { ...sheet, grid: { ...grid, rows: grid.rows.map(filled) } };
  return { ...sheet, grid: { ...grid, stream: { count: stream.count, rows: () => mapped(stream.rows(), filled) } } };
}

function cellsOf({ computed }: Finding, places: ReadonlyMap<string, Place>, row: number): GridCell[] {
  const formula = computed && formulaOf(computed.result, (id) => places.get(id)?.term ?? null);
  const result = computed && resultOf(computed.result, (id) => places.get(id)?.number ?? null);
  if (computed == null || formula == null || result == null) return [null, null, null];
  const { claim } = computed;
  const place = typeof claim === "string" ? places.get(claim) : undefined;
  const claimed = typeof claim === "number" ? claim : place === undefined ? null : { formula: place.term, result: place.number };
  if (claimed === null) return [{ formula, result }, null, null];
  const number = typeof claimed === "number" ? claimed : claimed.result;
  const difference = { op: "change", of: "computed", against: "claimed", decimals: FINEST } as const;
  const letters = { computed: letterOf(AFTER), claimed: letterOf(AFTER + 1) };
  const less = { formula: formulaOf(difference, (key) => `${letters[key === "computed" ? key : "claimed"]}${row}`)!, result: resultOf(difference, (key) => (key === "computed" ? result : number))! };
  return [{ formula, result }, claimed, less];
}

function placesOf(edition: Edition, { facts, observations, earlier }: FactSheets): Map<string, Place> {
  const at = (columns: readonly { key: string }[], key: string): number => columns.findIndex((column) => column.key === key);
  const members = at(factSheetColumns(() => null), "members");
  const observed = at(observationColumns, "OBS_VALUE");
  const own = edition.facts.filter((fact) => fact.kind === "observation");
  return new Map([
    ...edition.facts.flatMap((fact, row) => lists(fact, cellOf(facts, members, row))),
    ...own.map((fact, row) => [fact.id, { number: fact.value, term: cellOf(observations, observed, row) }] as const),
    ...(earlier === null ? [] : earlierFacts(edition).flatMap((fact, row) => (fact.kind === "observation" ? [[fact.id, { number: fact.value, term: cellOf(earlier, at(factColumns, "value"), row) }] as const] : lists(fact, cellOf(earlier, at(factColumns, "members"), row))))),
  ]);
}

/** A roster, where its cell holds all its names whole and parted. */
function lists(fact: Fact, cell: string): [string, Place][] {
  if (fact.kind !== "roster" || fact.members.length === 0) return [];
  const text = fact.members.join(LIST_DELIMITER);
  const isWhole = cleanText(text) === text && text.split(LIST_DELIMITER).length === fact.members.length;
  return isWhole ? [[fact.id, { number: fact.members.length, term: namesIn(cell, LIST_DELIMITER) }]] : [];
}
