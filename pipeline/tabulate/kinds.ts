/** Tables of all facts of a kind: rosters, transitions, documents, assessments, observations. */
import type { Fact } from "../../schemas/fact.ts";
import { wordFor } from "../../schemas/words.ts";
import { cell, factsOf, filled, rowsOf, type Cell, type Draft, type FactOf, type Ground } from "./draft.ts";
import { tilesOfGroups } from "./provinces.ts";
import { hedge, isOpen, listed } from "./words.ts";

const period = { key: "timePeriod", title: "时间", titleEn: "Period", type: "period", width: 7, description: "the period, ISO 8601" } as const;

export function rostersTable(ground: Ground): Draft | null {
  const facts = factsOf(ground, "roster");
  const made = draft(facts, ROSTERS, ["category", "members", "listed"], facts.some(isOpen) ? ["名单以“等”结尾的，实际成员多于所列。"] : []);
  const tiles = tilesOfGroups(facts.map((fact) => ({ name: fact.category, members: fact.members, open: isOpen(fact) })), "category", "listed", ground);
  return made === null || tiles === undefined ? made : { ...made, tiles };
}

const ROSTERS: readonly Cell<FactOf<"roster">>[] = [
  cell({ key: "category", title: "类别", titleEn: "Category", type: "text", width: 12, description: "what the members are, or what was said of them" }, ({ category }) => category),
  cell({ key: "members", title: "成员", titleEn: "Members", type: "text", width: 22, description: "the members, as listed" }, (fact) => listed(fact.members, isOpen(fact))),
  cell({ key: "listed", title: "列名数", titleEn: "Listed", type: "number", width: 4, unit: "个", decimals: 0, description: "number of members listed" }, ({ members }) => members.length, () => ({ op: "count", of: "members" })),
  cell({ key: "claimedCount", title: "所称数", titleEn: "Claimed", type: "number", width: 4, unit: "个", decimals: 0, description: "the number the text gives for the whole" }, ({ claimedCount }) => claimedCount),
  cell(period, ({ timePeriod }) => timePeriod),
];

export function transitionsTable(ground: Ground): Draft | null {
  return draft(factsOf(ground, "transition"), TRANSITIONS, ["aspect", "from", "to"]);
}

const TRANSITIONS: readonly Cell<FactOf<"transition">>[] = [
  cell({ key: "aspect", title: "方面", titleEn: "Aspect", type: "text", width: 8, description: "the field in which things change" }, ({ aspect }) => aspect || null),
  cell({ key: "from", title: "由", titleEn: "From", type: "text", width: 14, description: "how it was" }, ({ from }) => from),
  cell({ key: "to", title: "向", titleEn: "To", type: "text", width: 14, description: "how it becomes" }, ({ to }) => to),
];

export function documentsTable(ground: Ground): Draft | null {
  const facts = factsOf(ground, "document");
  return draft(facts, DOCUMENTS, ["title"], facts.some(({ titleLost }) => titleLost) ? ["〔题名缺失〕：原稿此处书名号及其中文字已失，无从补出。"] : []);
}

const DOCUMENTS: readonly Cell<FactOf<"document">>[] = [
  cell({ key: "title", title: "题名", titleEn: "Title", type: "text", width: 18, description: "the title as cited; 〔题名缺失〕 where it was lost" }, ({ title, titleLost }) => title ?? (titleLost ? "〔题名缺失〕" : null)),
  cell({ key: "documentType", title: "类型", titleEn: "Type", type: "text", width: 6, description: "kind of document" }, ({ documentType }) => documentType),
  cell({ key: "issuer", title: "制发机关", titleEn: "Issuer", type: "text", width: 12, description: "who made or issued it" }, ({ issuer }) => issuer),
  cell(period, ({ timePeriod }) => timePeriod),
  cell({ key: "state", title: "状态", titleEn: "State", type: "text", width: 5, description: "drafting, completed, issued or cited" }, ({ status }) => (status === null ? null : wordFor(status))),
];

export function assessmentsTable(ground: Ground): Draft | null {
  return draft(factsOf(ground, "assessment"), ASSESSMENTS, ["stance", "topic", "text"]);
}

const ASSESSMENTS: readonly Cell<FactOf<"assessment">>[] = [
  cell({ key: "stance", title: "评述", titleEn: "Stance", type: "text", width: 4, description: "achievement, trend, problem or recommendation" }, ({ stance }) => wordFor(stance)),
  cell({ key: "topic", title: "主题", titleEn: "Topic", type: "text", width: 10, description: "what is judged" }, ({ topic }) => topic || null),
  cell({ key: "text", title: "原文", titleEn: "Wording", type: "text", width: 24, description: "the passage, restored" }, ({ text }) => text),
];

export function observationsTable(ground: Ground): Draft | null {
  return draft(factsOf(ground, "observation"), OBSERVATIONS, ["indicator", "value", "unit"]);
}

const OBSERVATIONS: readonly Cell<FactOf<"observation">>[] = [
  cell({ key: "indicator", title: "指标", titleEn: "Indicator", type: "text", width: 14, description: "what is measured, as the text names it" }, ({ indicator }) => indicator),
  cell({ key: "subject", title: "主体", titleEn: "Subject", type: "text", width: 10, description: "whose figure it is" }, ({ subject, members, membersOpen }) => subject ?? (members.length > 0 ? listed(members, membersOpen) : null)),
  cell({ key: "level", title: "级别", titleEn: "Level", type: "text", width: 4, description: "tier of government or territory" }, ({ level }) => (level === null ? null : wordFor(level))),
  cell(period, ({ timePeriod }) => timePeriod),
  cell({ key: "measure", title: "口径", titleEn: "Measure", type: "text", width: 4, description: "level, growth, change, share or rank" }, ({ measure }) => wordFor(measure)),
  cell({ key: "qualifier", title: "限定", titleEn: "Qualifier", type: "text", width: 3, description: "how the text hedges the value; empty where it is exact" }, ({ qualifier }) => hedge(qualifier)),
  cell({ key: "value", title: "数值", titleEn: "Value", type: "number", width: 7, description: "the value, in base units" }, ({ value }) => value),
  cell({ key: "valueHigh", title: "上限", titleEn: "Upper end", type: "number", width: 6, description: "the upper end, where the text gives a range" }, ({ valueHigh }) => valueHigh ?? null),
  cell({ key: "unit", title: "单位", titleEn: "Unit", type: "text", width: 4, description: "unit of the value" }, ({ unit }) => unit),
];

function draft<F extends Fact>(facts: readonly F[], all: readonly Cell<F>[], always: readonly string[], notes: readonly string[] = []): Draft | null {
  if (facts.length === 0) return null;
  const cells = filled(all, facts, new Set(always));
  return { columns: cells.map(({ column }) => column), rows: rowsOf(cells, facts, (fact) => [fact]), unit: null, notes };
}
