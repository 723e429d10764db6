/** The facts that the tables rest on, numbered in the order of the tables: a row of a table links to its first fact here, a fact to its table; its text, section, sentence and raw span stand beside it. */
import type { Edition } from "../../../schemas/edition.ts";
import { factsByName, textsOf } from "../../../schemas/edition-texts.ts";
import type { Table, TableRow } from "../../../schemas/table.ts";
import { back, countColumn, textColumn } from "./front.ts";
import { sentenceOf } from "./sentences.ts";
import type { GridCell, Line, Sheet } from "./sheet.ts";

export const GROUNDS = "所据事实";

const LINES: Line[] = [
  { text: GROUNDS, style: "title" },
  { ...back, value: "本页1表，列各表所据的事实，按表的次序编号。起、止为原文字符位置（UTF-16码元，含起不含止）；其余各项可凭事实编号在数据册“事实”页查到。…：往年事实，其句见该年版。" },
];

/** The numbers of the facts: 1 is the first fact of the first row. A fact that stands in several rows has the number of the first. */
export interface Grounds {
  numbers: ReadonlyMap<string, number>;
}

export function groundsOf(tables: readonly Table[]): Grounds {
  const ids = new Set(tables.flatMap(({ rows }) => rows.flatMap(({ facts }) => facts)));
  return { numbers: new Map([...ids].map((id, index) => [id, index + 1])) };
}

/** `12–14、20`, linked to the first of them; — for a row that rests on no fact. Numbers that follow on are one run, as a link is not broken into lines everywhere. */
export function groundsCell({ numbers }: Grounds, { facts }: TableRow): GridCell {
  const own = [...new Set(facts.map((id) => numbers.get(id)!))].sort((one, other) => one - other);
  return own.length === 0 ? "—" : { text: runsOf(own).join("、"), target: GROUNDS, row: own[0]! - 1 };
}

/** 1 2 3 7 8 → 1–3, 7, 8: three and more are a run. `numbers` ascend. */
export function runsOf(numbers: readonly number[]): string[] {
  const runs: number[][] = [];
  for (const number of numbers) {
    if (runs.at(-1)?.at(-1) === number - 1) runs.at(-1)!.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run.map(String)));
}

/** The line of a table that leads to its facts; none for a table without facts. */
export function groundsLine({ numbers }: Grounds, { rows }: Table): Line[] {
  const own = [...new Set(rows.flatMap(({ facts }) => facts))].map((id) => numbers.get(id)!);
  return own.length === 0 ? [] : [{ text: `${GROUNDS}${own.length}条，见“${GROUNDS}”页`, style: "link", target: GROUNDS, row: own.reduce((least, one) => Math.min(least, one)) - 1 }];
}

/** The sheet of those facts; null where the tables rest on none. `sheetOf` names the sheet of a table. */
export function groundsSheet(edition: Edition, { numbers }: Grounds, sheetOf: (table: string) => string): Sheet | null {
  if (numbers.size === 0) return null;
  const facts = factsByName(edition);
  const texts = new Map(textsOf(edition).map((text) => [text.id, text]));
  const users = new Map<string, string[]>();
  for (const { id: table, rows } of edition.tables) for (const id of new Set(rows.flatMap((row) => row.facts))) users.set(id, [...(users.get(id) ?? []), sheetOf(table)]);
  const rows = [...numbers].map(([id, number]): GridCell[] => {
    const fact = facts.get(id);
    const tables = users.get(id)!;
    const used: GridCell = { text: tables.join("、"), target: tables[0]! };
    if (fact === undefined) return [number, used, id, "…", "…", "…", "…", "…", "…", "…"];
    return [number, used, id, fact.document, fact.section.join(" > ") || "…", sentenceOf(texts, fact)?.text ?? "…", fact.text, fact.quote, fact.span.start, fact.span.end];
  });
  const columns = [countColumn("序号", 5), textColumn("表", 7), textColumn("事实编号", 22), textColumn("文本", 14), textColumn("章节", 16), textColumn("句", 36), textColumn("复原文", 28), textColumn("原文", 28), countColumn("起", 6), countColumn("止", 6)];
  return { name: GROUNDS, lines: LINES, grid: { table: "所据事实表", alt: "各表所据的事实：序号、所在的表、事实编号、文本、章节、句、复原文、原文和起止", columns, rows }, widths: [8, 36], charts: [], isData: true };
}
