/** The sheet of data quality at a glance: what an editor should look at first, the gravest first, then the numbers of texts, repairs, facts, checks and corrections, a row each. Not here: computing them. */
import type { Edition } from "../../../schemas/edition.ts";
import { type Look, type QualityInNumbers, qualityOf, WHY } from "../quality.ts";
import { repairColumns, textColumns } from "../data/columns.ts";
import { arithmeticColumns } from "./arithmetic.ts";
import { countIfs } from "./formulas.ts";
import { back, countColumn, textColumn } from "./front.ts";
import { factSheetColumns } from "./sentences.ts";
import { overParts, rowIn, type SheetParts } from "./parts.ts";
import { rangeOf, type GridCell, type Sheet } from "./sheet.ts";
import { wordFor } from "../../../schemas/words.ts";

/** The data sheets that the numbers count; each has its columns as data/columns.ts lists them, facts their sentence besides. */
interface Counted {
  readonly texts: SheetParts;
  readonly repairs: SheetParts;
  readonly facts: SheetParts;
  readonly findings: SheetParts;
}

/** Numbers are formulas over the data sheets where these hold what is counted: not unproven facts, which were left out, nor corrections, which may take several rows each. */
export function qualitySheet(edition: Edition, counted: Counted): Sheet {
  const quality = qualityOf(edition);
  const rows = { finding: rowsById(edition.findings), fact: rowsById(edition.facts) };
  const placeOf = ({ of, id }: Look) => rowIn(of === "finding" ? counted.findings : counted.facts, rows[of].get(id)!);
  return {
    name: "质量",
    lines: [{ text: "质量", style: "title" }, { ...back, value: "本页1表：先列编者宜先查看的各项，最要紧的在前；后列各项数目。空格：该行不计数。" }],
    grid: { table: "质量表", alt: "文本、修复、事实、核对和订正的数目，及宜先查看的各项", columns: [textColumn("类别", 9), textColumn("项目", 40), textColumn("分项", 24), countColumn("数目", 8)], rows: [...quality.first.map((look, index) => lookRow(look, index, placeOf)), ...countRows(quality, counted)] },
    charts: [],
    isData: true,
  };
}

function countRows({ texts, characters, repairs, facts, checks, corrections, sureFrom, doubtfulBelow }: QualityInNumbers, sheets: Counted): GridCell[][] {
  const repairBy = { kind: at(repairColumns, "kind"), doubtful: at(repairColumns, "doubtful"), confidence: at(repairColumns, "confidence") };
  const inBand = { sure: [[repairBy.doubtful, wordFor("false")], [repairBy.confidence, `>=${sureFrom}`]], between: [[repairBy.doubtful, wordFor("false")], [repairBy.confidence, `<${sureFrom}`]], doubtful: [[repairBy.doubtful, wordFor("true")]] } as const;
  const certainty = at(factSheet, "certainty"), kind = at(factSheet, "kind");
  const check = at(arithmeticColumns, "check"), outcome = at(arithmeticColumns, "outcome");
  const bands = [["sure", `把握不低于${sureFrom}`], ["between", `把握${doubtfulBelow}至${sureFrom}`], ["doubtful", `存疑，把握低于${doubtfulBelow}`]] as const;
  const certainties = [["stated", "标明"], ["restored", "复原"], ["inferred", "推定"], ["unproven", "未得印证，未收"]] as const;
  const outcomes = [["run", "比对"], ["agrees", "相符"], ["differs", "不符"], ["open", "无法判定"]] as const;
  return [
    ["文本", "读入的文本", "篇", overParts(sheets.texts, (sheet) => `ROWS(${rangeOf(sheet, 0)})`, texts)],
    ["文本", "原文字符", "UTF-16码元", overParts(sheets.texts, (sheet) => `SUM(${rangeOf(sheet, at(textColumns, "characters"))})`, characters)],
    ...repairs.flatMap((one) => bands.map(([band, words]): GridCell[] => ["修复", wordFor(one.kind), words, overParts(sheets.repairs, (sheet) => countIfs(sheet, [[repairBy.kind, wordFor(one.kind)], ...inBand[band]]), one.bands[band])])),
    ...facts.flatMap((one) => certainties.map(([key, words]): GridCell[] => ["事实", wordFor(one.kind), words, key === "unproven" ? one[key] : overParts(sheets.facts, (sheet) => countIfs(sheet, [[kind, wordFor(one.kind)], [certainty, wordFor(key)]]), one[key])])),
    ...checks.flatMap((one) => outcomes.filter(([key]) => key === "run" || one.run > 0).map(([key, words]): GridCell[] => ["核对", one.title, words, overParts(sheets.findings, (sheet) => countIfs(sheet, [[check, one.name], ...(key === "run" ? [] : [[outcome, wordFor(key === "open" ? "cannot tell" : key)] as const])]), one[key])])),
    ...(corrections.length === 0 ? [["订正", "编者订正", "处", 0]] : corrections.map(({ action, count }): GridCell[] => ["订正", "编者订正", wordFor(action), count])),
  ];
}

const factSheet = factSheetColumns(() => null);
const at = (columns: readonly { key: string }[], key: string): number => columns.findIndex((column) => column.key === key);

const rowsById = (items: readonly { id: string }[]): Map<string, number> => new Map(items.map(({ id }, row) => [id, row]));

/** What to look at, with the way to its finding or fact. */
function lookRow(look: Look, index: number, placeOf: (look: Look) => { target: string; cell: string }): GridCell[] {
  return ["宜先查看", `${index + 1}．${WHY[look.why]}：${look.words}`, { text: look.id, ...placeOf(look) }, null];
}
