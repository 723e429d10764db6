/** Marks in the outer margin: beside a line where the words of a fact begin, the tables that print it, each a link to its row. Not here: the rows. */
import type { Edition } from "../../../schemas/edition.ts";
import { bisector } from "d3-array";
import { look } from "./blocks.ts";
import type { Span } from "./paragraph/index.ts";
import { INK } from "./style.ts";
import { finderOver } from "./where.ts";

/** A table's row that a fact is printed in. */
interface Printed {
  number: string;
  anchor: string;
}

/** The name of a table's row, for links. */
export const rowAnchor = (table: string, row: number): string => `row-${table}-${String(row).padStart(5, "0")}`;

/** The mark of a line that prints the restored offsets `from`–`to` of a text; [] where no fact begins. */
export type Margin = (text: string, from: number, to: number) => Span[];

const MOST = 4; // tables named beside one line
const SIZE = 6.5;
const byOffset = bisector(({ offset }: { offset: number }) => offset);

export function marginOver(edition: Edition): Margin {
  const rows = new Map<string, Printed[]>();
  for (const { id, number, rows: all } of edition.tables) {
    all.forEach(({ facts }, n) => {
      for (const fact of facts) {
        const known = rows.get(fact) ?? [];
        if (known.every((one) => one.number !== number)) known.push({ number, anchor: rowAnchor(id, n) });
        rows.set(fact, known);
      }
    });
  }
  const finder = finderOver(edition);
  const begins = new Map<string, { offset: number; printed: Printed[] }[]>();
  for (const { id, document, span } of edition.facts) {
    const offset = finder.offset(document, span);
    const printed = rows.get(id);
    if (offset === null || printed === undefined) continue;
    const known = begins.get(document) ?? [];
    known.push({ offset, printed });
    begins.set(document, known);
  }
  for (const list of begins.values()) list.sort((a, b) => a.offset - b.offset);

  return (text, from, to) => {
    const list = begins.get(text) ?? [];
    const here = list.slice(byOffset.left(list, from), byOffset.left(list, to)).flatMap(({ printed }) => printed);
    const named = here.filter(({ number }, i) => here.findIndex((one) => one.number === number) === i);
    named.sort((a, b) => Number(a.number) - Number(b.number) || (a.number < b.number ? -1 : 1));
    return named.slice(0, MOST).flatMap(({ number, anchor }, i): Span[] => [look("sans", SIZE, INK.mid)(`${i === 0 ? "" : " "}表${number}`, { link: anchor })]);
  };
}
