/** Changes between two revisions in Chinese words, for book and workbook. Not here: finding them (revise). */
import type { FactChange, TableChange } from "../../schemas/revision.ts";
import { wordFor } from "../../schemas/words.ts";
import { fieldInWords, valueInWords } from "./fields.ts";

/** 数值75→78; 单位个→家. The words themselves are named only where nothing else altered: value and words alter together. */
export function fieldsInWords(fields: FactChange["fields"]): string {
  const told = [fields.filter(({ field }) => field !== "quote" && field !== "text"), fields.filter(({ field }) => field === "text"), fields].find((some) => some.length > 0) ?? [];
  return told.map(({ field, before, after }) => `${fieldInWords(field)}${valueInWords(field, before)}→${valueInWords(field, after)}`).join("；");
}

/** What of a table was touched: 栏目有变；新增1行，删去3行，改动1行. */
export function rowsInWords({ columns, added, dropped, altered }: TableChange): string {
  const rows = Object.entries({ added, dropped, altered }).filter(([, count]) => count !== 0).map(([change, count]) => `${wordFor(change)}${count}行`);
  return [...(columns ? ["栏目有变"] : []), ...(rows.length === 0 ? [] : [rows.join("，")])].join("；");
}
