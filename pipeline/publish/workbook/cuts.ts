/** What a cell could not hold as it was: the cells that were cut or whose characters were lost, listed on a sheet of their own, so that nothing goes silently. */
import { lossOf } from "./clean.ts";
import { back, countColumn, textColumn } from "./front.ts";
import { headRow, letterOf, rowsOf, type GridCell, type Sheet } from "./sheet.ts";

export const CUTS = "截略";

/** The sheet that lists them; null where all cells hold their text whole. */
export function cutsSheet(sheets: readonly Sheet[]): Sheet | null {
  const rows = sheets.flatMap(cutsIn);
  if (rows.length === 0) return null;
  return {
    name: CUTS,
    lines: [{ text: CUTS, style: "title" }, { text: `本页1表，列本簿未能照录的单元格${rows.length}个。全文见 data/ 下的数据文件。`, style: "text" }, back],
    grid: { table: "截略表", alt: "未能照录的单元格：所在页、单元格、情形和原有字符数", columns: [textColumn("页", 12), textColumn("单元格", 10), textColumn("情形", 22), countColumn("原有字符", 8)], rows },
    charts: [],
    isData: false,
  };
}

function cutsIn(sheet: Sheet): GridCell[][] {
  const cuts: GridCell[][] = [];
  for (const [at, text] of textsIn(sheet)) {
    const loss = lossOf(text);
    if (loss !== null) cuts.push([sheet.name, { text: `${sheet.name} ${at}`, target: sheet.name, cell: at }, loss, text.length]);
  }
  return cuts;
}

/** Every text of a sheet with its cell, one after another: the rows of a long grid never stand in memory together. */
function* textsIn(sheet: Sheet): Generator<readonly [at: string, text: string]> {
  for (const [index, { text, value }] of sheet.lines.entries()) {
    yield [`A${index + 1}`, text];
    if (value !== undefined) yield [`B${index + 1}`, value];
  }
  if (sheet.grid === null) return;
  const head = headRow(sheet);
  for (const [column, { title }] of sheet.grid.columns.entries()) yield [`${letterOf(column)}${head}`, title];
  let row = head;
  for (const cells of rowsOf(sheet.grid)) {
    row++;
    for (const [column, cell] of cells.entries()) if (typeof cell === "string") yield [`${letterOf(column)}${row}`, cell];
  }
}
