/** Doubtful repairs (存疑): what an editor should check against the original, the least sure first. Not here: what is doubtful, the words around it. */
import type { Table } from "../../../../schemas/table.ts";
import { putBack, quoteOf, type RepairInText } from "../../repairs.ts";
import { bodyText, type Desk } from "../blocks.ts";
import type { Block } from "../pages.ts";
import { sourceOf } from "../table/index.ts";
import { pagesOver } from "../where.ts";
import { appendixTable, column, row } from "./appendix.ts";

/** About two pages; the whole list is in the workbook. */
const PRINTED = 80;

/** repairs: all of the edition, the least sure first. */
export function doubtfulBlocks(desk: Desk, repairs: readonly RepairInText[]): Block[] {
  const { doubtfulBelow } = desk.edition.spec.quality;
  const doubtful = repairs.filter((repair) => repair.doubtful);
  const words = bodyText(desk, inWords(doubtful.length, repairs.length, doubtfulBelow));
  return doubtful.length === 0 ? [words] : [words, ...appendixTable(desk, tableOf(desk, doubtful.slice(0, PRINTED)))];
}

function inWords(count: number, of: number, below: number): string {
  if (count === 0) return `把握低于${below}的修复为存疑，本版没有。`;
  const share = `把握低于${below}的修复为存疑，共${count}处，占全部修复的${((100 * count) / of).toFixed(1)}%，宜先对照原件核读；由此改变的事实在订正文件中更正。`;
  const rest = count > PRINTED ? `下表自把握最低者起列前${PRINTED}处，其余${count - PRINTED}处见数据册“修复”页，该页亦自把握最低者起排列。` : "下表自把握最低者起列出。";
  return share + rest;
}

function tableOf(desk: Desk, doubtful: readonly RepairInText[]): Table {
  const pageOf = pagesOver(desk);
  return {
    id: "doubtful", number: "5", title: "存疑的修复", titleEn: "Doubtful repairs, the least sure first", unit: null, source: "",
    notes: ["［］内为放回的符号，前后为本书所印文字。出处为文本及原文字符起止，页为本书页码。"],
    columns: [column("quote", "前后文", "Context", "text", 20), column("put", "改动", "Change", "text", 5), column("confidence", "把握", "Confidence", "number", 4, 3), column("source", "出处", "Source", "text", 14), column("page", "页", "Page", "text", 3)],
    rows: doubtful.map((one) => row([quoteOf(one), changeOf(one), one.repair.confidence, sourceOf({ document: one.text.id, span: one.repair.span }), pageOf({ document: one.text.id, span: one.repair.span })?.label ?? ""])),
  };
}

/** What stood in the raw text → what stands now. Of a heading only its line break is new, and its words stand beside. */
function changeOf({ repair }: RepairInText): string {
  return repair.kind === "heading" ? "分行" : `${repair.raw.replace(/\s+/gu, " ")}→${putBack(repair)}`;
}
