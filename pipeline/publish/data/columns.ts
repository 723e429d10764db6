/** The columns of everything that is published row by row: name, head, type and words once, for CSV, Parquet, SDMX-CSV, the descriptors of all three and the workbook. Not here: writing any of them. */
import { csvNameOf } from "./names.ts";
import type { AppliedCorrection } from "../../../schemas/correction.ts";
import type { EditionText } from "../../../schemas/edition.ts";
import { Measure, Qualifier, type Fact, type Observation } from "../../../schemas/fact.ts";
import type { Finding } from "../../../schemas/finding.ts";
import { Status, type Table, type TableRow } from "../../../schemas/table.ts";
import { quoteOf, type RepairInText } from "../repairs.ts";

export type Cell = string | number | null;

/** What a column is called and holds. */
export interface ColumnHead {
  key: string;
  title: string;
  type: "string" | "number" | "integer";
  description: string;
  /** In the workbook: width in Chinese characters. */
  width: number;
  decimals?: number | null;
  categories?: readonly string[];
  /** Several items in one cell, parted by LIST_DELIMITER. */
  list?: true;
  /** Every row has a value. */
  required?: true;
}

/** One column over rows of T. `of` gives text, a finite number, or null where there is no value. */
export interface Column<T> extends ColumnHead {
  of: (item: T) => Cell;
}

/** A list in one cell. Ids and names hold no “; ”; the reader splits there. */
export const LIST_DELIMITER = "; ";
const joined = (items: readonly string[]): string | null => (items.length > 0 ? items.join(LIST_DELIMITER) : null);
const yesNo = (value: boolean): string => (value ? "true" : "false");

const QUALIFIERS = Qualifier.options;
const MEASURES = Measure.options;
const CERTAINTIES = Status.options;

const provenance: Column<Fact>[] = [
  { key: "document", title: "文本", type: "string", width: 12, description: "id of the source text", required: true, of: (fact) => fact.document },
  { key: "section", title: "章节", type: "string", width: 18, description: "headings from the outside in, joined by ' > '", of: (fact) => fact.section.join(" > ") || null },
  { key: "start", title: "起", type: "integer", width: 5, description: "offset of the first character in the raw text, UTF-16 code units", required: true, of: (fact) => fact.span.start },
  { key: "end", title: "止", type: "integer", width: 5, description: "offset after the last character in the raw text, UTF-16 code units", required: true, of: (fact) => fact.span.end },
  { key: "quote", title: "原文", type: "string", width: 30, description: "the raw text from start to end, verbatim", required: true, of: (fact) => fact.quote },
  { key: "text", title: "复原文", type: "string", width: 30, description: "the same passage restored, as the edition prints it", of: (fact) => fact.text },
  { key: "certainty", title: "依据", type: "string", width: 6, description: "stated in the text, restored where a value hangs on a repair, or inferred by the pipeline", categories: CERTAINTIES, required: true, of: (fact) => fact.certainty },
];

const id: Column<Fact> = { key: "id", title: "事实编号", type: "string", width: 22, description: "id of the fact: document, kind, span, ordinal", required: true, of: (fact) => fact.id };

/** The columns of one kind of fact, empty in rows of other kinds. */
function only<K extends Fact["kind"]>(kind: K, column: Omit<Column<Extract<Fact, { kind: K }>>, "of">, of: (fact: Extract<Fact, { kind: K }>) => Cell): Column<Fact> {
  const isKind = (fact: Fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind;
  return { ...column, of: (fact) => (isKind(fact) ? of(fact) : null) };
}

const timePeriodOf = (fact: Fact): string | null => ("timePeriod" in fact ? fact.timePeriod : null);

/** All kinds in one sheet: what all have, then what each kind has. */
export const factColumns: Column<Fact>[] = [
  id,
  { key: "kind", title: "种类", type: "string", width: 6, description: "kind of fact", categories: ["observation", "event", "roster", "transition", "document", "assessment"], required: true, of: (fact) => fact.kind },
  ...provenance,
  { key: "timePeriod", title: "时期", type: "string", width: 11, description: "ISO 8601 period; a span as 2011/2015; empty where the text does not say", of: timePeriodOf },
  only("observation", { key: "indicator", title: "指标", type: "string", width: 14, description: "observation: what is measured" }, (fact) => fact.indicator),
  only("observation", { key: "subject", title: "主体", type: "string", width: 12, description: "observation: whose figure it is" }, (fact) => fact.subject),
  only("observation", { key: "value", title: "数值", type: "number", width: 9, description: "observation: the value in base units" }, (fact) => fact.value),
  only("observation", { key: "valueHigh", title: "上限", type: "number", width: 9, description: "observation: the upper end of a range" }, (fact) => fact.valueHigh ?? null),
  only("observation", { key: "unit", title: "单位", type: "string", width: 5, description: "observation: unit of the value" }, (fact) => fact.unit),
  only("observation", { key: "measure", title: "量的性质", type: "string", width: 7, description: "observation: level, growth, change, share or rank", categories: MEASURES }, (fact) => fact.measure),
  only("event", { key: "action", title: "事项", type: "string", width: 18, description: "event: the verb phrase" }, (fact) => fact.action),
  only("event", { key: "actors", title: "行为者", type: "string", width: 14, description: "event: who acted", list: true }, (fact) => joined(fact.actors)),
  only("event", { key: "places", title: "地点", type: "string", width: 10, description: "event: places named", list: true }, (fact) => joined(fact.places)),
  only("roster", { key: "category", title: "名单类别", type: "string", width: 14, description: "roster: what the members are" }, (fact) => fact.category),
  { key: "members", title: "成员", type: "string", width: 24, description: "roster, observation: the names listed", list: true, of: (fact) => ("members" in fact ? joined(fact.members) : null) },
  { key: "open", title: "以等结尾", type: "string", width: 6, description: "roster, observation: true where the list ends in 等", categories: ["true", "false"], of: (fact) => (fact.kind === "roster" ? yesNo(fact.open) : fact.kind === "observation" && fact.members.length > 0 ? yesNo(fact.membersOpen) : null) },
  only("roster", { key: "claimedCount", title: "所称数目", type: "number", width: 7, description: "roster: the number the text gives for the whole" }, (fact) => fact.claimedCount),
  only("roster", { key: "claimedShare", title: "所称占比（%）", type: "number", width: 8, description: "roster: the share the text gives for the whole, %" }, (fact) => fact.claimedShare),
  { key: "qualifier", title: "限定", type: "string", width: 7, description: "observation, roster: exact, about, over …", categories: QUALIFIERS, of: (fact) => (fact.kind === "observation" ? fact.qualifier : fact.kind === "roster" ? fact.claimedQualifier : null) },
  only("transition", { key: "aspect", title: "方面", type: "string", width: 12, description: "transition: in which respect" }, (fact) => fact.aspect),
  only("transition", { key: "from", title: "由", type: "string", width: 16, description: "transition: the state before" }, (fact) => fact.from),
  only("transition", { key: "to", title: "向", type: "string", width: 16, description: "transition: the state after" }, (fact) => fact.to),
  only("document", { key: "title", title: "题名", type: "string", width: 18, description: "document: its title; 〔题名缺失〕 where it was lost" }, (fact) => fact.title ?? (fact.titleLost ? "〔题名缺失〕" : null)),
  only("document", { key: "documentType", title: "文种", type: "string", width: 8, description: "document: its type" }, (fact) => fact.documentType),
  only("document", { key: "issuer", title: "发布者", type: "string", width: 14, description: "document: who issued it" }, (fact) => fact.issuer),
  only("document", { key: "status", title: "文件状态", type: "string", width: 8, description: "document: drafting, completed, issued or cited", categories: ["drafting", "completed", "issued", "cited"] }, (fact) => fact.status),
  only("assessment", { key: "stance", title: "评述性质", type: "string", width: 8, description: "assessment: achievement, trend, problem or recommendation", categories: ["achievement", "trend", "problem", "recommendation"] }, (fact) => fact.stance),
  only("assessment", { key: "topic", title: "论题", type: "string", width: 14, description: "assessment: what it is about" }, (fact) => fact.topic),
];

/** Observations with SDMX's names where it has one. */
export const observationColumns: Column<Observation>[] = [
  { key: "id", title: "事实编号", type: "string", width: 22, description: "id of the fact in facts.jsonl", required: true, of: (fact) => fact.id },
  { key: "INDICATOR", title: "指标", type: "string", width: 16, description: "what is measured, as the text names it", required: true, of: (fact) => fact.indicator },
  { key: "SUBJECT", title: "主体", type: "string", width: 14, description: "whose figure it is", of: (fact) => fact.subject },
  { key: "LEVEL", title: "层级", type: "string", width: 8, description: "tier of government or territory", categories: ["national", "central", "province", "prefecture", "county"], of: (fact) => fact.level },
  { key: "REF_AREA", title: "地区代码", type: "string", width: 8, description: "GB/T 2260 code, where the subject is one place", of: (fact) => fact.refArea },
  { key: "TIME_PERIOD", title: "时期", type: "string", width: 11, description: "ISO 8601 period; a span as 2011/2015; empty where the text does not say", of: (fact) => fact.timePeriod },
  { key: "MEASURE", title: "量的性质", type: "string", width: 8, description: "level, growth, change, share or rank", categories: MEASURES, required: true, of: (fact) => fact.measure },
  { key: "OBS_VALUE", title: "数值", type: "number", width: 10, description: "the value in base units; the lower end of a range", required: true, of: (fact) => fact.value },
  { key: "OBS_VALUE_HIGH", title: "上限", type: "number", width: 10, description: "the upper end of a range", of: (fact) => fact.valueHigh ?? null },
  { key: "UNIT_MEASURE", title: "单位", type: "string", width: 6, description: "unit of the value, without 万 and 亿", required: true, of: (fact) => fact.unit },
  { key: "QUALIFIER", title: "限定", type: "string", width: 8, description: "how the text hedges the value", categories: QUALIFIERS, required: true, of: (fact) => fact.qualifier },
  { key: "MEMBERS", title: "成员", type: "string", width: 20, description: "the names listed under the subject", list: true, of: (fact) => joined(fact.members) },
  { key: "MEMBERS_OPEN", title: "以等结尾", type: "string", width: 6, description: "true where the list ends in 等", categories: ["true", "false"], of: (fact) => (fact.members.length > 0 ? yesNo(fact.membersOpen) : null) },
  { key: "CERTAINTY", title: "依据", type: "string", width: 6, description: "stated, restored or inferred", categories: CERTAINTIES, required: true, of: (fact) => fact.certainty },
  { key: "document", title: "文本", type: "string", width: 12, description: "id of the source text", required: true, of: (fact) => fact.document },
  { key: "start", title: "起", type: "integer", width: 5, description: "offset of the first character in the raw text, UTF-16 code units", required: true, of: (fact) => fact.span.start },
  { key: "end", title: "止", type: "integer", width: 5, description: "offset after the last character in the raw text, UTF-16 code units", required: true, of: (fact) => fact.span.end },
];

export const findingColumns: Column<Finding>[] = [
  { key: "id", title: "编号", type: "string", width: 22, description: "id of the finding: check, document, span", required: true, of: (finding) => finding.id },
  { key: "title", title: "核对内容", type: "string", width: 16, description: "what was compared", required: true, of: (finding) => finding.title },
  { key: "outcome", title: "结果", type: "string", width: 7, description: "agrees, differs or cannot tell", categories: ["agrees", "differs", "cannot tell"], required: true, of: (finding) => finding.outcome },
  { key: "severity", title: "程度", type: "string", width: 6, description: "how the edition takes a difference", categories: ["note", "warning", "error"], required: true, of: (finding) => finding.severity },
  { key: "arithmetic", title: "算式", type: "string", width: 40, description: "the numbers and what was done with them", required: true, of: (finding) => finding.arithmetic },
  { key: "quote", title: "原文", type: "string", width: 26, description: "the raw text from start to end, verbatim", required: true, of: (finding) => finding.quote },
  { key: "document", title: "文本", type: "string", width: 12, description: "id of the source text", required: true, of: (finding) => finding.document },
  { key: "start", title: "起", type: "integer", width: 5, description: "offset of the first character in the raw text", required: true, of: (finding) => finding.span.start },
  { key: "end", title: "止", type: "integer", width: 5, description: "offset after the last character in the raw text", required: true, of: (finding) => finding.span.end },
  { key: "facts", title: "所据事实", type: "string", width: 24, description: "ids of the facts compared", list: true, of: (finding) => joined(finding.facts) },
  { key: "check", title: "规则", type: "string", width: 12, description: "name of the check", required: true, of: (finding) => finding.check },
];

/** A repair in the order in which an editor checks them; whether it is doubtful stands in a column of its own, to be filtered by. */
export const repairColumns: Column<RepairInText>[] = [
  { key: "document", title: "文本", type: "string", width: 14, description: "id of the source text", required: true, of: ({ text }) => text.id },
  { key: "start", title: "起", type: "integer", width: 6, description: "offset of the first character in the raw text", required: true, of: ({ repair }) => repair.span.start },
  { key: "end", title: "止", type: "integer", width: 6, description: "offset after the last character in the raw text", required: true, of: ({ repair }) => repair.span.end },
  { key: "doubtful", title: "存疑", type: "string", width: 6, description: "whether its confidence is below quality.doubtfulBelow", categories: ["true", "false"], required: true, of: ({ doubtful }) => yesNo(doubtful) },
  { key: "confidence", title: "把握", type: "number", width: 6, decimals: 3, description: "how sure, 0 to 1", required: true, of: ({ repair }) => repair.confidence },
  { key: "context", title: "前后文", type: "string", width: 28, description: "the restored words around it, what was put in ［］", of: quoteOf },
  { key: "raw", title: "原样", type: "string", width: 10, description: "the raw text from start to end, verbatim", of: ({ repair }) => repair.raw },
  { key: "restored", title: "复原", type: "string", width: 14, description: "what stands there now", of: ({ repair }) => repair.restored },
  { key: "kind", title: "种类", type: "string", width: 8, description: "what was repaired", categories: ["mark", "percent", "point", "title", "heading", "quotation", "bracket", "glyph"], required: true, of: ({ repair }) => repair.kind },
  { key: "reason", title: "理由", type: "string", width: 22, description: "why", required: true, of: ({ repair }) => repair.reason },
];

/** One changed field of an applied correction; a correction without changes is one row. */
export interface CorrectionRow {
  applied: AppliedCorrection;
  change: { field: string; before: unknown; after: unknown } | null;
}

export function correctionRows(corrections: readonly AppliedCorrection[]): CorrectionRow[] {
  return corrections.flatMap((applied): CorrectionRow[] => {
    const changes: CorrectionRow["change"][] = applied.changes.length > 0 ? applied.changes : [null];
    return changes.map((change) => ({ applied, change }));
  });
}

const plain = (value: unknown): Cell => (value === null || value === undefined ? null : typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value));

export const correctionColumns: Column<CorrectionRow>[] = [
  { key: "when", title: "日期", type: "string", width: 9, description: "the day of the correction", required: true, of: ({ applied }) => applied.correction.when },
  { key: "who", title: "订正人", type: "string", width: 8, description: "the editor who signs", required: true, of: ({ applied }) => applied.correction.who },
  { key: "action", title: "做法", type: "string", width: 6, description: "set, drop, add or confirm", categories: ["set", "drop", "add", "confirm"], required: true, of: ({ applied }) => applied.correction.action },
  { key: "target", title: "对象", type: "string", width: 6, description: "what was corrected: a repair, a fact or a finding", categories: ["repair", "fact", "finding"], required: true, of: ({ applied }) => applied.target },
  { key: "field", title: "字段", type: "string", width: 10, description: "the field that changed", of: ({ change }) => change?.field ?? null },
  { key: "before", title: "原值", type: "string", width: 14, description: "what stood before", of: ({ change }) => plain(change?.before) },
  { key: "after", title: "新值", type: "string", width: 14, description: "what stands now", of: ({ change }) => plain(change?.after) },
  { key: "why", title: "理由", type: "string", width: 28, description: "the reason", required: true, of: ({ applied }) => applied.correction.why },
  { key: "quote", title: "原文", type: "string", width: 26, description: "the raw text from start to end, verbatim", of: ({ applied }) => applied.quote },
  { key: "document", title: "文本", type: "string", width: 12, description: "id of the source text", required: true, of: ({ applied }) => applied.document },
  { key: "start", title: "起", type: "integer", width: 5, description: "offset of the first character in the raw text", required: true, of: ({ applied }) => applied.span.start },
  { key: "end", title: "止", type: "integer", width: 5, description: "offset after the last character in the raw text", required: true, of: ({ applied }) => applied.span.end },
  { key: "id", title: "编号", type: "string", width: 22, description: "id of the fact or the finding; of a repair, document:repair:span", required: true, of: ({ applied }) => applied.id },
];

export const textColumns: Column<EditionText>[] = [
  { key: "id", title: "文本", type: "string", width: 16, description: "id of the text", required: true, of: (text) => text.id },
  { key: "title", title: "题名", type: "string", width: 26, description: "the text's title, restored", of: (text) => text.outline.title || null },
  { key: "path", title: "文件", type: "string", width: 18, description: "file name", required: true, of: (text) => text.path },
  { key: "encoding", title: "编码", type: "string", width: 8, description: "how the bytes were decoded", required: true, of: (text) => text.encoding },
  { key: "bytes", title: "字节", type: "integer", width: 8, description: "size of the file in bytes", required: true, of: (text) => text.bytes },
  { key: "characters", title: "字符", type: "integer", width: 8, description: "length of the raw text in UTF-16 code units", required: true, of: (text) => text.raw.length },
  { key: "sentences", title: "句", type: "integer", width: 6, description: "sentences found", required: true, of: (text) => text.outline.sentences.length },
  { key: "repairs", title: "修复", type: "integer", width: 6, description: "repairs made", required: true, of: (text) => text.repairs.length },
  { key: "digest", title: "SHA-256", type: "string", width: 34, description: "SHA-256 of the file's bytes, hexadecimal", required: true, of: (text) => text.digest },
];

const TYPES = { text: "string", period: "string", code: "string", number: "number" } as const;

/** A statistical table's columns, then `status` and `facts`: what each row rests on. */
export function tableColumns(table: Table): Column<TableRow>[] {
  const own = table.columns.map((column, index): Column<TableRow> => ({
    key: column.key,
    title: column.title,
    type: TYPES[column.type],
    description: column.unit && !column.description.includes(column.unit) ? `${column.description}; unit ${column.unit}` : column.description,
    width: column.width,
    decimals: column.decimals,
    of: (row) => row.cells[index] ?? null,
  }));
  const taken = new Set(own.map((column) => column.key));
  return [
    ...own,
    { key: csvNameOf("status", taken), title: "依据", type: "string", width: 5, description: "the weakest certainty among the facts the row rests on", categories: CERTAINTIES, required: true, of: (row) => row.status },
    { key: csvNameOf("facts", taken), title: "事实编号", type: "string", width: 22, description: "ids of the facts the row rests on", list: true, of: (row) => joined(row.facts) },
  ];
}
