/** The sheet of what changed since the revision before: a row an altered field, a row an added or dropped fact, a row a table. Not here: comparing (revise). */
import type { Edition } from "../../../schemas/edition.ts";
import type { Changes } from "../../../schemas/revision.ts";
import { wordFor } from "../../../schemas/words.ts";
import { rowsInWords } from "../changes.ts";
import type { Cell, Column } from "../data/columns.ts";
import { fieldInWords, valueInWords } from "../fields.ts";

/** A row: null where a column does not apply. */
export interface RevisionRow {
  change: string;
  object: string;
  id: string;
  words: string | null;
  field: string | null;
  before: string | null;
  after: string | null;
  document: string | null;
  start: number | null;
  end: number | null;
}

const PLAIN = { words: null, field: null, before: null, after: null, document: null, start: null, end: null };

/** Inputs and versions first, then tables, then facts. */
export function revisionRows(changes: Changes | null): RevisionRow[] {
  if (changes === null) return [];
  const entry = (object: string) => ({ name, before, after }: Changes["inputs"][number]): RevisionRow => ({ ...PLAIN, change: wordFor(before === null ? "added" : after === null ? "dropped" : "altered"), object, id: name, before, after });
  const tables = changes.tables.map((table): RevisionRow => ({ ...PLAIN, change: wordFor(table.change), object: "统计表", id: table.id, words: `${table.title}：${rowsInWords(table)}` }));
  const facts = changes.facts.flatMap(({ change, id, text, fields, document, span }): RevisionRow[] => {
    const row = { ...PLAIN, change: wordFor(change), object: "事实", id, words: text, document, start: span.start, end: span.end };
    return fields.length === 0 ? [row] : fields.map(({ field, before, after }) => ({ ...row, field: fieldInWords(field), before: valueInWords(field, before), after: valueInWords(field, after) }));
  });
  return [...changes.inputs.map(entry("输入")), ...changes.versions.map(entry("程序")), ...tables, ...facts];
}

const column = (key: keyof RevisionRow, title: string, type: Column<RevisionRow>["type"], width: number, description: string): Column<RevisionRow> => ({ key, title, type, width, description, of: (row): Cell => row[key] });

export const revisionColumns: Column<RevisionRow>[] = [
  column("change", "变动", "string", 5, "added, dropped or altered"),
  column("object", "对象", "string", 7, "an input, a program, a table or a fact"),
  column("words", "内容", "string", 32, "the fact's words, the table's title"),
  column("field", "字段", "string", 9, "the field that altered"),
  column("before", "前一版", "string", 18, "what stood in the revision before"),
  column("after", "本版", "string", 18, "what stands now"),
  column("document", "文本", "string", 12, "id of the source text"),
  column("start", "起", "integer", 5, "offset in the raw text: of a fact that was dropped, in that of the revision before"),
  column("end", "止", "integer", 5, "offset after the last character"),
  column("id", "编号", "string", 24, "name of the input or program, id of the table or fact"),
];

/** What the sheet says of itself above its rows. */
export function revisionWords({ history, changes, revision }: Edition): string {
  const last = history.at(-1);
  if (last === undefined) return `${revision}为初次发行，无前一版可比。`;
  const before = `此前发行过${history.map((issue) => issue.revision).join("、")}。`;
  return changes === null ? `${before}前一版不在本机，未能对照。` : `${before}本版${revision}与${last.revision}的差别，一行一处；另有${changes.moved}项事实只是位置移动，不列。`;
}
