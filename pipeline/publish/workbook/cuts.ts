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
  const lines = sheet.lines.flatMap(({ text, value }, index) => [[`A${index + 1}`, text] as const, ...(value === undefined ? [] : [[`B${index + 1}`, value] as const])]);
  const heads = (sheet.grid?.columns ?? []).map(({ title }, column) => [`${letterOf(column)}${headRow(sheet)}`, title] as const);
  const cells = [...(sheet.grid === null ? [] : rowsOf(sheet.grid))].flatMap((row, index) => row.flatMap((cell, column) => (typeof cell === "string" ? [[`${letterOf(column)}${headRow(sheet) + 1 + index}`, cell] as const] : [])));
  return [...lines, ...heads, ...cells].flatMap(([at, text]): GridCell[][] => {
    const loss = lossOf(text);
    return loss === null ? [] : [[sheet.name, { text: `${sheet.name} ${at}`, target: sheet.name, cell: at }, loss, text.length]];
  });
}
