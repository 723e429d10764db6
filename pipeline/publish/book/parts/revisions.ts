/** Notes on the revision (修订说明): which revisions there were, and what changed since the last: inputs, facts, tables, with the pages that now print them. Not here: comparing (revise). */
import { textsOf } from "../../../../schemas/edition-texts.ts";
import type { Changes, FactChange, TableChange } from "../../../../schemas/revision.ts";
import type { Table } from "../../../../schemas/table.ts";
import { wordFor } from "../../../../schemas/words.ts";
import { fieldsInWords, rowsInWords } from "../../changes.ts";
import { bodyText, type Desk, heading, opening } from "../blocks.ts";
import type { Block } from "../pages.ts";
import { sourceOf, tableBlocks } from "../table/index.ts";
import { pagesOver } from "../where.ts";
import { clipped, dateInWords } from "../words.ts";
import { column, row } from "./appendix.ts";
import { flow, type Part } from "./part.ts";

/** About three pages; the workbook has them all. */
const PRINTED = 90;

const REVISION = { zh: "修订表", en: "Revision table" };

export const revisions: Part = {
  id: "revisions", title: "修订说明", titleEn: "Notes on the Revision", matter: "front", listed: true,
  lay(desk) {
    const { changes, revision } = desk.edition;
    const blocks = [opening(desk, "revisions", "修订说明", "Notes on the Revision", ""), bodyText(desk, historyInWords(desk))];
    if (changes === null) return flow(desk, [...blocks, bodyText(desk, `前一版不在本机，${revision}未能与之对照。`)]);
    return flow(desk, [...blocks, ...inputBlocks(desk, changes), ...tableChanges(desk, changes.tables), ...factChanges(desk, changes)]);
  },
};

function historyInWords({ edition: { history, revision, spec } }: Desk): string {
  const before = history.map((issue) => `${issue.revision}（${dateInWords(issue.date)}，资料摘要${issue.digest.slice(0, 12)}）`).join("、");
  return `本版为${revision}（${dateInWords(spec.date)}）。此前发行过${before}。以下是本版与${history.at(-1)!.revision}的差别；页码为本版页码。`;
}

function inputBlocks(desk: Desk, { inputs, versions, facts, moved, tables, from }: Changes): Block[] {
  const texts = new Map(textsOf(desk.edition).map((text) => [text.path, text.id]));
  const named = inputs.map(({ name, before, after }) => `${texts.get(name) ?? name}${before === null ? "（新增）" : after === null ? "（撤去）" : ""}`);
  const programs = versions.map(({ name, before, after }) => `${name} ${before ?? "无"}→${after ?? "无"}`);
  const count = (change: FactChange["change"]) => facts.filter((fact) => fact.change === change).length;
  return [
    heading(desk, 3, "所据资料", null),
    bodyText(desk, `${named.length === 0 ? "输入与前一版相同。" : `改动的输入${named.length}份：${named.join("、")}。`}${programs.length === 0 ? "" : `程序与所用程序库有变：${programs.join("，")}。`}`),
    heading(desk, 3, "结果", null),
    bodyText(desk, facts.length + tables.length === 0
      ? `事实与统计表同${from.revision}，没有变动。${movedInWords(moved)}`
      : `事实新增${count("added")}项、删去${count("dropped")}项、改动${count("altered")}项；统计表有变动的${tables.length}张。${movedInWords(moved)}`),
  ];
}

const movedInWords = (moved: number): string => (moved === 0 ? "" : `另有${moved}项事实只是在原文中的位置移动，内容照旧，不列。`);

function tableChanges(desk: Desk, changes: readonly TableChange[]): Block[] {
  if (changes.length === 0) return [];
  const numbers = new Map(desk.edition.tables.map((table) => [table.id, table]));
  const table: Table = {
    id: "table-changes", number: "1", title: "有变动的统计表", titleEn: "Tables touched", unit: null, source: "", notes: [],
    columns: [column("change", "变动", "Change", "text", 4), column("table", "统计表", "Table", "text", 22), column("rows", "内容", "What", "text", 14), column("page", "页", "Page", "text", 3)],
    rows: changes.map((one) => row([wordFor(one.change), one.title, rowsInWords(one), numbers.has(one.id) ? desk.refs.page(`table-${one.id}`) : ""])),
  };
  return tableBlocks(desk, table, REVISION, new Map(), null);
}

function factChanges(desk: Desk, { facts, tables, to }: Changes): Block[] {
  if (facts.length === 0) return [];
  const pageOf = pageOfFact(desk);
  const table: Table = {
    id: "fact-changes", number: tables.length > 0 ? "2" : "1", title: "新增、删去和改动的事实", titleEn: "Facts added, dropped and altered", unit: null, source: "",
    notes: [
      `出处为文本及原文字符起止，删去的以前一版为准，其余以${to.revision}为准。`,
      ...(facts.length > PRINTED ? [`列前${PRINTED}项，其余${facts.length - PRINTED}项见数据册“修订”页。`] : []),
    ],
    columns: [column("change", "变动", "Change", "text", 4), column("kind", "种类", "Kind", "text", 4), column("what", "内容", "What", "text", 26), column("source", "出处", "Source", "text", 11), column("page", "页", "Page", "text", 3)],
    rows: facts.slice(0, PRINTED).map((fact) => row([wordFor(fact.change), wordFor(fact.kind), clipped(whatOf(fact), LONGEST), sourceOf(fact), pageOf(fact)])),
  };
  return tableBlocks(desk, table, REVISION, new Map(), null);
}

/** What a fact says; of one that altered, what it said before. */
function whatOf(fact: FactChange): string {
  const words = fact.text.replace(/\s+/gu, " ");
  return fact.change === "altered" ? `${words}：${fieldsInWords(fact.fields)}` : words;
}

const LONGEST = 120;

/** The page that prints a fact's words; of one that was dropped, the page that still has them. */
function pageOfFact(desk: Desk): (fact: FactChange) => string {
  const pageOf = pagesOver(desk);
  const raws = new Map(textsOf(desk.edition).map(({ id, raw }) => [id, raw]));
  return ({ change, document, span, quote }) => {
    const start = change === "dropped" ? (raws.get(document)?.indexOf(quote) ?? -1) : span.start;
    return start < 0 ? "" : pageOf({ document, span: { start, end: start + span.end - span.start } })?.label ?? "";
  };
}
