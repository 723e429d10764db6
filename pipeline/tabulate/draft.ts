/** What a rule of tabulation is given and gives. Not here: any rule. */
import type { Break, EarlierYear } from "../../schemas/edition.ts";
import type { Fact, FactKind } from "../../schemas/fact.ts";
import type { Finding } from "../../schemas/finding.ts";
import type { Registers } from "../../schemas/register.ts";
import type { FigureKind, SeriesFigure, Status, TableColumn, TableRow, TilesFigure, TimelineFigure } from "../../schemas/table.ts";
import type { z } from "zod";
import { computedBy, type Computed } from "./computed.ts";

/** All that rules may look at. */
export interface Ground {
  readonly facts: readonly Fact[];
  readonly findings: readonly Finding[];
  readonly registers: Registers;
  /** The year the edition is about. */
  readonly year: number;
  /** The years before it, oldest first. */
  readonly earlier: readonly EarlierYear[];
  readonly breaks: readonly Break[];
}

/** A table before it has its number, title and source. */
export interface Draft {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly unit: string | null;
  readonly notes: readonly string[];
  /** the first and last year, where the rows or columns are years */
  readonly years?: readonly [number, number];
  /** how figures of each kind would read it; what is left out cannot be drawn */
  readonly plot?: SeriesPlot;
  readonly tiles?: TilesPlot;
  readonly timeline?: TimelinePlot;
}

/** Numbers to draw; names are distinct. `words` is the alternative text, a phrase a row or series. */
export type SeriesPlot = Pick<SeriesFigure, "category" | "values" | "unit" | "hedges" | "breaks"> & { readonly words: readonly string[] };
export type TilesPlot = Pick<TilesFigure, "category" | "shade" | "value" | "areas" | "open" | "unit"> & { readonly words: readonly string[] };
export type TimelinePlot = Pick<TimelineFigure, "category" | "dates"> & { readonly words: readonly string[] };

/** A figure that a rule asks for; without a title it has its table's. */
export interface Wanted {
  readonly kind: FigureKind;
  readonly title?: string;
  readonly titleEn?: string | undefined;
  readonly glance: boolean;
}

/** What a table is called and how it is drawn: what a rule says of it. */
export interface Heading {
  readonly id: string;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly figures: readonly Wanted[];
}

/** A draft under its heading. */
export interface Made {
  readonly heading: Heading;
  readonly draft: Draft;
}

export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

export function factsOf<K extends FactKind>(ground: Ground, kind: K): FactOf<K>[] {
  return ground.facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
}

type Look = Pick<TableColumn, "key" | "title" | "titleEn" | "type" | "width" | "description"> & Partial<Pick<TableColumn, "unit" | "decimals">>;

/** A column and how its cell is had from an item. */
export interface Cell<T> {
  readonly column: TableColumn;
  readonly of: (item: T) => string | number | null;
  /** How the cell comes from others of its row; undefined where the text states it. */
  readonly computed?: ((item: T) => Computed) | undefined;
}

export function cell<T>(look: Look, of: Cell<T>["of"], computed?: Cell<T>["computed"]): Cell<T> {
  return { column: { unit: null, decimals: null, ...look }, of, computed };
}

/** Certainties, the surest first. */
export const WEAKNESS: readonly z.infer<typeof Status>[] = ["stated", "restored", "inferred"];

/** Items → rows, each resting on facts; a row is as sure as the weakest of them. */
export function rowsOf<T>(cells: readonly Cell<T>[], items: readonly T[], restsOn: (item: T) => readonly Fact[]): TableRow[] {
  return items.map((item) => {
    const facts = restsOn(item);
    const weakest = Math.max(...facts.map(({ certainty }) => WEAKNESS.indexOf(certainty)));
    const values = cells.map(({ of }) => of(item));
    return { cells: values, facts: facts.map(({ id }) => id), status: WEAKNESS[weakest] ?? "stated", ...computedBy(cells.map(({ column }) => column.key), values, cells.map(({ computed }) => computed?.(item) ?? null)) };
  });
}

/** Columns without those that hold nothing in any row; columns that carry the table stay. */
export function filled<T>(cells: readonly Cell<T>[], items: readonly T[], always: ReadonlySet<string>): Cell<T>[] {
  return cells.filter(({ column, of }) => always.has(column.key) || items.some((item) => of(item) !== null && of(item) !== ""));
}
