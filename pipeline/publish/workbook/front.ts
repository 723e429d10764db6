/** The sheets before the tables: cover, contents, notes, symbols. */
import type { Edition } from "../../../schemas/edition.ts";
import type { GridColumn, Line, Sheet } from "./sheet.ts";

/** Where every sheet links back to. */
export const CONTENTS = "目录";
export const SYMBOLS = "符号";
export const METHODS = "说明";

export const back: Line = { text: "返回目录", style: "link", target: CONTENTS };

export function textColumn(title: string, width: number): GridColumn {
  return { title, width, isNumber: false, decimals: null };
}

export function countColumn(title: string, width: number): GridColumn {
  return { title, width, isNumber: true, decimals: 0 };
}

/** A sheet of lines, one column wide. */
export function prose(name: string, lines: Line[]): Sheet {
  return { name, lines, widths: [36], grid: null, charts: [], isData: false };
}

/** 2014年6月30日 */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** `what` names the workbook: 统计表. `reading` says how to read it, a paragraph each. */
export function cover(edition: Edition, what: string, reading: readonly string[]): Sheet {
  const { spec } = edition;
  const pairs: [string, string][] = [
    ["年份", `${spec.year}年`],
    ["版次", `${edition.revision}${edition.draft ? "（草稿，未发行）" : spec.revision === 1 ? "（初次发行）" : `（第${spec.revision - 1}次修订）`}`],
    ["日期", dateInWords(spec.date)],
    ["编者", `${spec.editor}（${spec.editorEn}）`],
    ["来源摘要", `SHA-256 ${edition.digest}`],
  ];
  return {
    name: "封面",
    lines: [
      { text: `${spec.title}（${spec.year}）`, style: "display" },
      { text: what, style: "title" },
      { text: `${spec.titleEn}, ${spec.year}`, style: "text" },
      ...pairs.map(([text, value]): Line => ({ text, value, style: "text" })),
      { text: "怎样使用", style: "head" },
      ...reading.map((text, index): Line => ({ text: `${index + 1}`, value: text, style: "text" })),
      { text: `进入${CONTENTS}`, style: "link", target: CONTENTS },
    ],
    widths: [6, 44],
    grid: null,
    charts: [],
    isData: false,
  };
}

export function symbols(): Sheet {
  const rows = [
    ["…", "原文未载"],
    ["—", "该行无此项，不适用"],
    ["空格", "只见于图所用的数值列和数据页；是何缘由，该页表上写明"],
    ["[注1]", "见“注”页第1条；注的文字也列于该表之上"],
    ["#", "其中：该行为其上总数的一部分"],
    ["标明", "数值由原文直接写明（书中不加符号）"],
    ["复原", "数值的读法依赖对原文缺损的修复，如缺失的百分号（书中作 *）"],
    ["推定", "数值的某一要素由上下文推出，如时期取自章节（书中作 †）"],
    ["〔题名缺失〕", "原文书名号内的文字已失，照缺"],
    ["等", "名单以“等”结尾，实际成员多于所列"],
    ["2013-05", "时期依国际标准（ISO 8601）：年、年-月、年-月-日；2011/2015为起止年；--05-29为原文未载年份的5月29日"],
    ["%", "百分比，数值不除以100：92.5即92.5%"],
  ];
  return {
    name: SYMBOLS,
    lines: [{ text: "符号", style: "title" }, { text: "本页1表，列本簿所用符号和依据用语。", style: "text" }, back],
    grid: { table: "符号表", alt: "表中符号及其含义", columns: [textColumn("符号", 10), textColumn("含义", 36)], rows },
    charts: [],
    isData: false,
  };
}
