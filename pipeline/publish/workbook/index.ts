/** workbooks: an edition → two Excel workbooks. Pure: names and bytes, no disk, no clock.
 *
 *  out     nianjian-YEAR-tables.xlsx, a sheet a statistical table with native charts; nianjian-YEAR-facts.xlsx, all facts and how they came about
 *  holds   the same edition gives the same bytes; numbers are numbers; every link leads to a sheet of its own book
 *  errors  a number that is not finite, a figure whose column its table lacks */
import type { Edition } from "../../../schemas/edition.ts";
import { topFiles } from "../names.ts";
import { write } from "./book.ts";
import { factSheets } from "./facts.ts";
import { finish } from "./finish.ts";
import type { Sheet } from "./sheet.ts";
import { tableSheets } from "./tables.ts";

export async function workbooks(edition: Edition): Promise<{ name: string; bytes: Buffer }[]> {
  const names = topFiles(edition.spec.year);
  return [
    { name: names.tables, bytes: await workbook(edition, "统计附录", tableSheets(edition)) },
    { name: names.facts, bytes: await workbook(edition, "数据册", factSheets(edition)) },
  ];
}

async function workbook(edition: Edition, what: string, sheets: readonly Sheet[]): Promise<Buffer> {
  const { spec, revision } = edition;
  const title = `${spec.title}（${spec.year}）${what}`;
  const shell = await write({ title, subject: `${spec.titleEn}, ${spec.year}`, creator: spec.editor, date: spec.date, foot: `${title} ${revision}` }, sheets);
  return finish(shell, sheets);
}
