/** The workbook of data: every fact, the observations, findings, repairs, corrections and texts, a data sheet each. */
import type { Edition } from "../../../schemas/edition.ts";
import { textsOf } from "../../../schemas/edition-texts.ts";
import { FACT_KINDS } from "../../../schemas/fact-kinds.ts";
import { Outcome } from "../../../schemas/finding.ts";
import type { Fact } from "../../../schemas/fact.ts";
import { correctionColumns, correctionRows, factColumns, findingColumns, LIST_DELIMITER, observationColumns, repairColumns, textColumns, type Column } from "../data/columns.ts";
import { earlierFacts } from "../earlier.ts";
import { leastSureFirst } from "../repairs.ts";
import { cleanHeads } from "./clean.ts";
import { cutsSheet } from "./cuts.ts";
import { back, CONTENTS, countColumn, cover, textColumn } from "./front.ts";
import { qualitySheet } from "./quality.ts";
import { sentenceColumn, sentenceColumns, sentencesOf } from "./sentences.ts";
import { revisionColumns, revisionRows, revisionWords } from "./revisions.ts";
import { measure, rangeOf, shown, type GridCell, type GridColumn, type Sheet } from "./sheet.ts";
import { wordFor } from "../../../schemas/words.ts";

export function factSheets(edition: Edition): Sheet[] {
  const observations = edition.facts.filter((fact) => fact.kind === "observation");
  const texts = textsOf(edition);
  const before = earlierFacts(edition);
  const grounds = sentencesOf(edition.facts, texts);
  const to = { text: linksTo("文本", texts.map(({ id }) => id)), sentence: linksTo("句", grounds.map(({ id }) => id)), fact: linksTo("事实", edition.facts.map(({ id }) => id)) };
  const sentenceOfFact = new Map(grounds.flatMap(({ id, facts }) => facts.map((fact) => [fact, id] as const)));
  const factWithSentence: Column<Fact>[] = factColumns.flatMap((column) => (column.key === "quote" ? [sentenceColumn((fact) => sentenceOfFact.get(fact.id) ?? null), column] : [column]));
  const facts = dataSheet("事实", "文本中的全部事实，一行一条。", factWithSentence, edition.facts, { links: { document: to.text, sentence: to.sentence }, isStated: saidOfKind });
  const findings = dataSheet("核对", "所称与所列、总数与分项等的核对，算式在列。", findingColumns, edition.findings, { links: { facts: to.fact, document: to.text } });
  const checked = leastSureFirst(edition);
  const repairs = dataSheet("修复", `复原时改动的每一处，自把握最低者起；把握低于${edition.spec.quality.doubtfulBelow}者为存疑。`, repairColumns, checked, { links: { document: to.text } });
  const sheets = [
    facts,
    dataSheet("观测", "数值一行一条，列名依统计数据交换标准（SDMX）。", observationColumns, observations, { links: { id: to.fact, document: to.text }, isStated: (_, key) => ["SUBJECT", "LEVEL", "TIME_PERIOD"].includes(key) }),
    findings,
    repairs,
    dataSheet("订正", "编者的订正，一行一个字段。", correctionColumns, correctionRows(edition.corrections), { links: { document: to.text } }),
    dataSheet("句", "事实所在的句，一行一句，先复原文，后原文。", sentenceColumns, grounds, { links: { document: to.text } }),
    dataSheet("文本", "本版所收文本及其摘要值。", textColumns, texts),
    ...(before.length > 0 ? [dataSheet("往年", "历年表所依的往年版事实，编号和文本前冠年份。", factColumns, before, { isStated: saidOfKind })] : []),
  ];
  const counts = [
    ...countsBy(facts, factWithSentence, "kind", FACT_KINDS, edition.facts.map((fact) => fact.kind)),
    ...countsBy(findings, findingColumns, "outcome", Outcome.options, edition.findings.map((finding) => finding.outcome)),
    ...countsBy(repairs, repairColumns, "doubtful", ["true"], checked.map(({ doubtful }) => String(doubtful))).map((count) => ({ ...count, words: "存疑" })),
  ];
  sheets.push(dataSheet("修订", revisionWords(edition), revisionColumns, revisionRows(edition.changes)), qualitySheet(edition));
  const cuts = [cutsSheet(sheets)].filter((sheet) => sheet !== null);
  return [cover(edition, "数据册：事实、核对和修复", READING), contents([...sheets, ...cuts], counts), ...sheets, ...cuts];
}

/** Whether the kind of fact has such a field: a list of members is told of some, and its lack is no gap. */
const saidOfKind = (fact: Fact, key: string): boolean => (key in fact && key !== "members") || key === "sentence" || key === "section";

/** Links by the text of a cell: to the row of a data sheet that has it as its id, one id a row. */
function linksTo(target: string, ids: readonly string[]): (text: string) => { target: string; cell: string } | null {
  const rows = new Map(ids.map((id, index) => [id, FIRST_ROW + index]));
  return (text) => {
    const row = rows.get(text.split(LIST_DELIMITER)[0]!);
    return row === undefined ? null : { target, cell: `A${row}` };
  };
}

const READING = [
  "“事实”页是全部事实；其余各页是同一批事实的另一面，或说明事实如何得来。",
  "事实的“句”和“文本”可点：句有复原文、原文和位置，文本有文件和摘要值。统计表在另一簿 tables.xlsx，凭事实编号对照。",
  "表头可筛选，首列和表头固定。起、止为原文字符位置（UTF-16码元，含起不含止）；原文照录，复原文是本版所印。",
  "同样的内容另有 data/ 下的 CSV 和 JSON Lines 文件，列的说明见 datapackage.json。",
];

/** A row of the contents that counts a code in a data sheet. */
interface CodeCount {
  sheet: Sheet;
  words: string;
  count: GridCell;
}

/** How often each code stands in its column, as a formula with the number we know. */
function countsBy(sheet: Sheet, columns: readonly { key: string }[], key: string, codes: readonly string[], values: readonly string[]): CodeCount[] {
  const column = columns.findIndex((candidate) => candidate.key === key);
  return codes.map((code) => ({
    sheet,
    words: wordFor(code),
    count: sheet.grid ? { formula: `COUNTIF(${rangeOf(sheet, column)},"${wordFor(code)}")`, result: values.filter((value) => value === code).length } : 0,
  }));
}

function contents(sheets: readonly Sheet[], counts: readonly CodeCount[]): Sheet {
  const rows = sheets.flatMap((sheet): GridCell[][] => {
    const whole: GridCell[] = [{ text: sheet.name, target: sheet.name }, "全部", sheet.grid ? { formula: `ROWS(${rangeOf(sheet, 0)})`, result: sheet.grid.rows.length } : 0];
    const parts = counts.filter((part) => part.sheet === sheet).map(({ words, count }): GridCell[] => [sheet.name, `其中：${words}`, count]);
    return [whole, ...parts];
  });
  return {
    name: CONTENTS,
    lines: [{ text: "目录", style: "title" }, { text: `本簿共${sheets.length}个数据页。点页名可到该页。`, style: "text" }],
    grid: { table: "目录表", alt: "各数据页的行数，事实按种类、核对按结果分列，修复另计存疑", columns: [textColumn("数据页", 10), textColumn("范围", 20), countColumn("行数", 8)], rows },
    charts: [],
    isData: false,
  };
}

interface DataOptions<T> {
  /** Where the text of a column's cells leads. */
  links?: Readonly<Record<string, (text: string) => { target: string; cell: string } | null>>;
  /** Whether a lack in this column is something the text does not say (…), and not something that the item cannot have (blank). */
  isStated?: (item: T, key: string) => boolean;
}

/** Row of the first item: below title, words and head. */
const FIRST_ROW = 4;

function dataSheet<T>(name: string, about: string, columns: readonly Column<T>[], items: readonly T[], { links = {}, isStated = () => false }: DataOptions<T> = {}): Sheet {
  const heads = cleanHeads(columns.map((column) => column.title));
  const rows = items.map((item) => columns.map((column): GridCell => {
    const value = translated(column, column.of(item));
    const link = typeof value === "string" ? links[column.key]?.(value) : null;
    return link ? { text: value as string, ...link } : (value ?? (isStated(item, column.key) ? "…" : null));
  }));
  const cells = new Set(rows.flatMap((row) => row.filter((cell) => cell === null || cell === "…")));
  const words = [`本页1表${rows.length}行：${about}`, ...(cells.has("…") ? ["…：原文未载。"] : []), ...(cells.has(null) ? ["空格：该行无此项。"] : [])].join("");
  const grid = rows.length > 0 ? { table: `${name}表`, alt: about, columns: columns.map((column, index) => gridColumn(column, heads[index]!, rows.map((row) => row[index] ?? null))), rows } : null;
  return {
    name,
    lines: [{ text: name, style: "title" }, { ...back, value: grid ? words : `${about}本版没有。` }],
    // What the sheet holds stands in B2: column A comes again on each page across, and would bring half a sentence along.
    widths: [8, 36],
    grid,
    charts: [],
    isData: grid !== null,
  };
}

/** Codes in words. */
function translated<T>(column: Column<T>, value: string | number | null): string | number | null {
  return column.categories && typeof value === "string" ? wordFor(value) : value;
}

function gridColumn<T>(column: Column<T>, title: string, cells: readonly GridCell[]): GridColumn {
  const isNumber = column.type !== "string";
  const decimals = column.type === "integer" ? 0 : (column.decimals ?? null);
  const longest = isNumber ? Math.max(0, ...cells.map((cell) => measure(shown(cell, decimals)))) : 0;
  return { title, isNumber, decimals: isNumber ? decimals : null, width: Math.max(column.width, longest + 1.5, 5) };
}
