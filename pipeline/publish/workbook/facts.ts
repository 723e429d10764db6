/** The workbook of data: every fact, the observations, findings, repairs, corrections and texts, a data sheet each. */
import type { Edition } from "../../../schemas/edition.ts";
import { textsOf } from "../../../schemas/edition-texts.ts";
import { FACT_KINDS } from "../../../schemas/fact-kinds.ts";
import { Outcome } from "../../../schemas/finding.ts";
import type { Fact } from "../../../schemas/fact.ts";
import { correctionColumns, correctionRows, factColumns, observationColumns, repairColumns, textColumns, type Column } from "../data/columns.ts";
import { earlierFacts } from "../earlier.ts";
import { leastSureFirst } from "../repairs.ts";
import { arithmeticColumns, withArithmetic } from "./arithmetic.ts";
import { cleanHeads } from "./clean.ts";
import { cutsSheet } from "./cuts.ts";
import { back, CONTENTS, countColumn, cover, textColumn } from "./front.ts";
import { countFormula, inParts, MAX_ROWS, rowsFormula, type SheetParts } from "./parts.ts";
import { qualitySheet } from "./quality.ts";
import { factSheetColumns, sentenceColumns, sentencesOf } from "./sentences.ts";
import { revisionColumns, revisionRows, revisionWords } from "./revisions.ts";
import { LONG, mapped, measure, rowCount, shown, type Grid, type GridCell, type GridColumn, type Sheet } from "./sheet.ts";
import { wordFor } from "../../../schemas/words.ts";

/** The book's sheets in order. `limit`: rows of a sheet; what is longer goes on in a further one. */
export function factSheets(edition: Edition, limit = MAX_ROWS): Sheet[] {
  const observations = edition.facts.filter((fact) => fact.kind === "observation");
  const texts = textsOf(edition);
  const before = earlierFacts(edition);
  const grounds = sentencesOf(edition.facts, texts);
  const to = { text: linksTo("文本", texts.map(({ id }) => id)), sentence: linksTo("句", grounds.map(({ id }) => id)), fact: linksTo("事实", edition.facts.map(({ id }) => id)) };
  const sentenceOfFact = new Map(grounds.flatMap(({ id, facts }) => facts.map((fact) => [fact, id] as const)));
  const factWithSentence = factSheetColumns((fact) => sentenceOfFact.get(fact.id) ?? null);
  const facts = dataSheet("事实", "文本中的全部事实，一行一条。", factWithSentence, edition.facts, { links: { document: to.text, sentence: to.sentence }, isStated: saidOfKind });
  const observed = dataSheet("观测", "数值一行一条，列名依统计数据交换标准（SDMX）。", observationColumns, observations, { links: { id: to.fact, document: to.text }, isStated: (_, key) => ["SUBJECT", "LEVEL", "TIME_PERIOD"].includes(key) });
  const earlier = before.length > 0 ? dataSheet("往年", "历年表所依的往年版事实，编号和文本前冠年份。", factColumns, before, { isStated: saidOfKind }) : null;
  const findings = dataSheet("核对", "所称与所列、总数与分项等的核对，算式在列；“算得”“所称”“相差”是公式，取自“观测”“事实”“往年”各页的数，算式不是数的加减乘除、所据的数有限定或不在本簿的，没有公式。", arithmeticColumns, edition.findings, { links: { firstFact: to.fact, document: to.text } });
  const checked = leastSureFirst(edition);
  const repairs = dataSheet("修复", `复原时改动的每一处，自把握最低者起；把握低于${edition.spec.quality.doubtfulBelow}者为存疑。`, repairColumns, checked, { links: { document: to.text } });
  const sources = dataSheet("文本", "本版所收文本及其摘要值。", textColumns, texts);
  const corrections = dataSheet("订正", "编者的订正，一行一个字段。", correctionColumns, correctionRows(edition.corrections), { links: { document: to.text } });
  const sentences = dataSheet("句", "事实所在的句，一行一句，先复原文，后原文。", sentenceColumns, grounds, { links: { document: to.text } });
  const revisions = dataSheet("修订", revisionWords(edition), revisionColumns, revisionRows(edition.changes));
  const counts = [
    ...countsBy(facts, factWithSentence, "kind", FACT_KINDS, edition.facts.map((fact) => fact.kind)),
    ...countsBy(findings, arithmeticColumns, "outcome", Outcome.options, edition.findings.map((finding) => finding.outcome)),
    ...countsBy(repairs, repairColumns, "doubtful", ["true"], checked.map(({ doubtful }) => String(doubtful))).map((count) => ({ ...count, words: "存疑" })),
  ];
  const sheets = [facts, observed, findings, repairs, corrections, sentences, sources, ...(earlier === null ? [] : [earlier]), revisions];
  const parts = inParts(sheets, limit);
  const partsOf = (sheet: Sheet): SheetParts => parts[sheets.indexOf(sheet)]!;
  const checkedParts = withArithmetic(partsOf(findings), edition, { facts: partsOf(facts), observations: partsOf(observed), earlier: earlier && partsOf(earlier) });
  const whole = [...parts.map((of, index) => (sheets[index] === findings ? checkedParts : of)), [qualitySheet(edition, { texts: partsOf(sources), repairs: partsOf(repairs), facts: partsOf(facts), findings: checkedParts })]];
  const cuts = [cutsSheet(whole.flat())].filter((sheet) => sheet !== null);
  const all = [...whole, ...cuts.map((sheet) => [sheet])];
  return [cover(edition, "数据册：事实、核对和修复", READING), contents(all, counts), ...all.flat()];
}

/** Whether the kind of fact has such a field: a list of members is told of some, and its lack is no gap. */
const saidOfKind = (fact: Fact, key: string): boolean => (key in fact && key !== "members") || key === "sentence" || key === "section";

/** Links by the text of a cell: to the row of a data sheet that has it as its id. */
function linksTo(target: string, ids: readonly string[]): (text: string) => { target: string; row: number } | null {
  const rows = new Map(ids.map((id, index) => [id, index]));
  return (text) => {
    const row = rows.get(text);
    return row === undefined ? null : { target, row };
  };
}

const READING = [
  "“事实”页是全部事实；其余各页是同一批事实的另一面，或说明事实如何得来。",
  "事实的“句”和“文本”可点：句有复原文、原文和位置，文本有文件和摘要值。统计表在另一簿 tables.xlsx，凭事实编号对照。",
  "表头可筛选，首列和表头固定。起、止为原文字符位置（UTF-16码元，含起不含止）；原文照录，复原文是本版所印。",
  "同样的内容另有 data/ 下的 CSV 和 JSON Lines 文件，列的说明见 datapackage.json。",
];

/** A row of the contents that counts a code in a data sheet's column. */
interface CodeCount {
  sheet: string;
  column: number;
  /** How the code is written there, and what the contents call it. */
  text: string;
  words: string;
  count: number;
}

/** How often each code stands in its column, as we know it. */
function countsBy({ name }: Sheet, columns: readonly { key: string }[], key: string, codes: readonly string[], values: readonly string[]): CodeCount[] {
  const column = columns.findIndex((candidate) => candidate.key === key);
  return codes.map((code) => ({ sheet: name, column, text: wordFor(code), words: wordFor(code), count: values.filter((value) => value === code).length }));
}

/** `sheets` are the data sheets, each in its parts. */
function contents(sheets: readonly SheetParts[], counts: readonly CodeCount[]): Sheet {
  const rows = sheets.flatMap((parts): GridCell[][] => {
    const { name } = parts[0]!;
    const whole: GridCell[] = [{ text: name, target: name }, "全部", rowsFormula(parts, parts.reduce((sum, { grid }) => sum + (grid ? rowCount(grid) : 0), 0))];
    const codes = counts.filter(({ sheet }) => sheet === name).map(({ column, text, words, count }): GridCell[] => [name, `其中：${words}`, countFormula(parts, column, text, count)]);
    return [whole, ...codes];
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
  links?: Readonly<Record<string, (text: string) => { target: string; row: number } | null>>;
  /** Whether a lack in this column is something the text does not say (…), and not something that the item cannot have (blank). */
  isStated?: (item: T, key: string) => boolean;
}

function dataSheet<T>(name: string, about: string, columns: readonly Column<T>[], items: readonly T[], { links = {}, isStated = () => false }: DataOptions<T> = {}): Sheet {
  const grid = items.length > 0 ? gridOf(name, about, columns, items, (item, column): GridCell => {
    const value = translated(column, column.of(item));
    const link = typeof value === "string" ? links[column.key]?.(value) : null;
    return link ? { text: value as string, ...link } : (value ?? (isStated(item, column.key) ? "…" : null));
  }) : null;
  const lacks = (stated: boolean): boolean => items.some((item) => columns.some((column) => isStated(item, column.key) === stated && column.of(item) === null));
  const words = [`本页1表${items.length}行：${about}`, ...(lacks(true) ? ["…：原文未载。"] : []), ...(lacks(false) ? ["空格：该行无此项。"] : [])].join("");
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

function gridOf<T>(name: string, alt: string, columns: readonly Column<T>[], items: readonly T[], cellOf: (item: T, column: Column<T>) => GridCell): Grid {
  const heads = cleanHeads(columns.map((column) => column.title));
  const rowOf = (item: T) => columns.map((column) => cellOf(item, column));
  const grid = { table: `${name}表`, alt, columns: columns.map((column, index) => gridColumn(column, heads[index]!, items)) };
  return items.length > LONG ? { ...grid, rows: [], stream: { count: items.length, rows: () => mapped(items, rowOf) } } : { ...grid, rows: items.map(rowOf) };
}

/** Codes in words. */
function translated<T>(column: Column<T>, value: string | number | null): string | number | null {
  return column.categories && typeof value === "string" ? wordFor(value) : value;
}

function gridColumn<T>(column: Column<T>, title: string, items: readonly T[]): GridColumn {
  const isNumber = column.type !== "string";
  const decimals = column.type === "integer" ? 0 : (column.decimals ?? null);
  const longest = isNumber ? items.reduce((most, item) => Math.max(most, measure(shown(column.of(item), decimals))), 0) : 0;
  return { title, isNumber, decimals: isNumber ? decimals : null, width: Math.max(column.width, longest + 1.5, 5) };
}
