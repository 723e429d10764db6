/** A table's cells as they are printed: words or figures, with the sign of their certainty and the way to the page that says so. Not here: where they stand. */
import type { Fact } from "../../../../schemas/fact.ts";
import type { Table, TableRow } from "../../../../schemas/table.ts";
import type { Span } from "../paragraph/index.ts";
import { INK } from "../style.ts";
import type { PageOf } from "../where.ts";
import { dateInWords } from "../words.ts";
import type { TableLook } from "./look.ts";
import type { Figure } from "./points.ts";

/** The pages that print facts. */
export type Pages = ReadonlyMap<Fact, PageOf>;

/** What stands in a cell. No spans is a blank cell. `inset`: one of the parts of the row above, set in by one character. */
export type Cell = { kind: "words"; spans: Span[]; inset: boolean } | { kind: "figure"; figure: Figure };

/** The page that prints a fact's words, as a link; undefined where the book does not print them. */
export type LinkOf = (id: string) => string | undefined;

/** A cell's text as printed: null is not available; an integer part of four digits and more is parted by commas (GB/T 15835—2011, 千分撇). */
export function printed(value: string | number | null, decimals: number | null): string {
  if (value === null) return "…";
  if (typeof value === "string") return value;
  const plain = decimals === null ? String(Math.abs(value)) : Math.abs(value).toFixed(decimals);
  const [whole = "0", part] = plain.split(".");
  const sign = value < 0 && /[1-9]/u.test(plain) ? "−" : "";
  return `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/gu, ",")}${part === undefined ? "" : `.${part}`}`;
}

/** A row's cells. Where its cells rest on facts of their own, each figure leads to its own; else the row's name leads to the row's, unless a column names the sources. */
export function cellsOf(table: Table, row: TableRow, linkOf: LinkOf, named: boolean, look: TableLook): Cell[] {
  const marked = markedCells(table, row);
  const own = row.cellFacts?.map((ids) => firstLink(ids, linkOf));
  const rowLink = own === undefined && !named ? firstLink(row.facts, linkOf) : undefined;
  return row.cells.map((value, at): Cell => {
    const column = table.columns[at]!;
    const link = typeof value === "number" ? own?.[at] : at === 0 ? rowLink : undefined;
    const mark = marked[at]!;
    if (column.type === "number") {
      if (value === "") return { kind: "words", spans: [], inset: false };
      return { kind: "figure", figure: { text: printed(value, column.decimals ?? row.decimals ?? null), mark, ...(link === undefined ? {} : { link }) } };
    }
    const words = typeof value === "string" && column.type === "period" && value.startsWith("--") ? dateInWords(value) : printed(value, column.decimals);
    return { kind: "words", spans: wordSpans(words, mark, link, column.type === "period", look), inset: at === 0 && words.startsWith("#") };
  });
}

function firstLink(ids: readonly string[], linkOf: LinkOf): string | undefined {
  for (const id of ids) {
    const link = linkOf(id);
    if (link !== undefined) return link;
  }
  return undefined;
}

function wordSpans(text: string, mark: Figure["mark"], link: string | undefined, tabular: boolean, look: TableLook): Span[] {
  if (text === "") return [];
  const words: Span = { text, face: "serif", size: look.size, ink: INK.text, tabular, ...(link === undefined ? {} : { link }) };
  return mark === "" ? [words] : [words, { text: mark, face: "sans", size: look.size * 0.82, ink: INK.accent, rise: look.size * 0.26 }];
}

/** The mark of a row stands at its first number, or where it has none at its first cell; cells that rest on facts of their own bear their own. */
function markedCells(table: Table, row: TableRow): Figure["mark"][] {
  const first = Math.max(0, table.columns.findIndex(({ type }, at) => type === "number" && typeof row.cells[at] === "number"));
  return row.cells.map((value, at) => {
    const status = row.cellStatus === undefined ? (at === first ? row.status : "stated") : typeof value === "number" ? (row.cellStatus[at] ?? "stated") : "stated";
    return status === "stated" ? "" : status === "restored" ? "*" : "†";
  });
}

/** Where a fact stands in the raw text: “02-转变 120–134”, in UTF-16 code units. */
export const sourceOf = (fact: Pick<Fact, "document" | "span">): string => `${fact.document} ${spanOf(fact)}`;
const spanOf = ({ span }: Pick<Fact, "span">): string => `${span.start}–${span.end}`;

const NAMED = 2; // sources that a row names; of more it says how many

/** A row's facts and where they stand: 02-互联网 20–31、45–60等3处. The page beside them leads there. */
export function sourceCell(facts: readonly Fact[], look: TableLook): Cell {
  const spans: Span[] = [];
  facts.slice(0, NAMED).forEach((fact, n) => {
    const same = facts[n - 1]?.document === fact.document;
    if (n > 0) spans.push(small(same ? "、" : "；", look));
    spans.push(small(same ? spanOf(fact) : sourceOf(fact), look));
  });
  if (facts.length > NAMED) spans.push(small(`等${facts.length}处`, look));
  return { kind: "words", spans, inset: false };
}

/** Those pages: 11、14. */
export function pageCell(facts: readonly Fact[], pages: Pages, look: TableLook): Cell {
  const links = new Map(facts.slice(0, NAMED).flatMap((fact) => pages.get(fact) ?? []).map(({ label, link }) => [label, link]));
  return { kind: "words", spans: [...links].flatMap(([label, link], n) => [...(n === 0 ? [] : [small("、", look)]), small(label, look, link)]), inset: false };
}

const small = (text: string, look: TableLook, link?: string): Span => ({ text, face: "sans", size: look.en, ink: INK.grey, ...(link === undefined ? {} : { link }) });
