/** defaults: the usual tables of what the declared rules leave, so that a new year needs no list.
 *
 *  in      the ground; the declared rules with their drafts
 *  out     in this order: claimed shares · tiers, drawn · other indicators of two observations or more · things counted · rosters · transitions ·
 *          documents · the summary of series · the series side by side, drawn
 *  holds   no observation of a declared table is repeated; a kind that has a declared rule gets no second table; ids are told apart from those declared */
import { greatest, group } from "d3-array";
import type { TableRule } from "../../schemas/edition.ts";
import type { Observation } from "../../schemas/fact.ts";
import type { Term } from "../../schemas/register.ts";
import { wordFor } from "../../schemas/words.ts";
import { countsTable } from "./counts.ts";
import { factsOf, type Draft, type Ground, type Made, type Wanted } from "./draft.ts";
import { inEnglish } from "./english.ts";
import { indicatorTable } from "./indicator.ts";
import { documentsTable, rostersTable, transitionsTable } from "./kinds.ts";
import { chartGroups, chosen, collectSeries, isBatch, type Series, seriesTable, yearsTable } from "./series/index.ts";
import { sharesTable } from "./shares.ts";

export function defaultTables(ground: Ground, rules: readonly TableRule[], declared: readonly Made[]): Made[] {
  const has = (rule: TableRule["rule"]) => rules.some((one) => one.rule === rule);
  const all = collectSeries(ground);
  const inSeries = new Set(all.flatMap(({ points }) => points.flatMap(({ ids }) => ids)));
  const taken = idsOf(declared.filter(({ heading }) => !rules.some((rule) => rule.rule === "series" && rule.id === heading.id)));
  const shares = has("shares") ? [] : made("shares", "所称比重与所列成员", "Claimed shares and members listed", claimedShares(ground), [{ kind: "dot", glance: true }]);
  const rates = indicators(without(ground, new Set([...taken, ...idsOf(shares)])), inSeries);
  const rest = without(ground, new Set([...taken, ...idsOf(shares), ...idsOf(rates), ...inSeries]));
  const tables = [
    ...shares,
    ...rates,
    ...(has("counts") ? [] : made("counts", "各类数量", "Things counted", countsTable(rest))),
    ...(has("rosters") ? [] : made("rosters", "文中所列地区与单位名单", "Regions and bodies listed in the texts", rostersTable(ground))),
    ...(has("transitions") ? [] : made("transitions", "文中所述转变", "Transitions described in the texts", transitionsTable(ground))),
    ...(has("documents") ? [] : made("documents", "文中所及标准、规划与文件", "Standards, plans and papers named in the texts", documentsTable(ground))),
    ...series(ground, rules, all),
  ];
  return apart(tables, new Set(declared.map(({ heading }) => heading.id)));
}

function made(id: string, title: string, titleEn: string, draft: Draft | null, figures: readonly Wanted[] = []): Made[] {
  return draft === null ? [] : [{ heading: { id, title, titleEn, figures }, draft }];
}

const idsOf = (all: readonly Made[]): Set<string> => new Set(all.flatMap(({ draft }) => draft.rows.flatMap(({ facts }) => facts)));
const without = (ground: Ground, ids: ReadonlySet<string>): Ground => ({ ...ground, facts: ground.facts.filter(({ id }) => !ids.has(id)) });

/** Shares get a table where the texts claim one of members that they list. */
function claimedShares(ground: Ground): Draft | null {
  return factsOf(ground, "roster").some(({ claimedShare }) => claimedShare !== null) ? sharesTable(ground) : null;
}

/** What indicators end in, the longer first: what they are is said last. */
const END = /(?:指数|比重|占比|规模|总[数量额]|[个人户家]数|数量|率|数|量|额|位次|得分)$/u;
const endOf = ({ indicator }: Observation): string => END.exec(indicator)?.[0] ?? indicator;

/** A table for two or more observations of one measure and unit whose indicators end alike; those of several tiers first, and drawn. What stands in a series has its tables there. */
function indicators(ground: Ground, inSeries: ReadonlySet<string>): Made[] {
  const alike = [...group(factsOf(ground, "observation").filter(({ indicator }) => !isBatch(indicator)), (fact) => JSON.stringify([endOf(fact), fact.measure, fact.unit])).values()];
  const tiers = alike.filter(haveTiers);
  const groups = alike.map((facts) => (tiers.includes(facts) ? facts : facts.filter(({ id }) => !inSeries.has(id)))).filter((facts) => facts.length >= 2);
  return [...tiers, ...groups.filter((facts) => !tiers.includes(facts))].flatMap((facts, i) => {
    const end = endOf(facts[0]!);
    const name = nameOf(facts, end, ground.registers.glossary);
    const inTiers = tiers.includes(facts);
    const told = needsMeasure(facts[0]!), { measure } = facts[0]!;
    const title = `${inTiers ? "各级" : ""}${name}${told ? `（${wordFor(measure)}）` : ""}`;
    const english = `${ENGLISH[name] ?? inEnglish(name, ground.registers.glossary)}${told ? `, ${measure}` : ""}${inTiers ? ", by tier" : ""}`;
    const draft = indicatorTable({ ...ground, facts }, end);
    return made(`indicator-${i + 1}`, title, english, draft, inTiers ? [{ kind: "bar", glance: true }] : []);
  });
}

const haveTiers = (facts: readonly Observation[]): boolean => new Set(facts.flatMap(({ level }) => level ?? [])).size >= 2;

/** Whether a title must say that its table holds growth, say, and not the thing itself. */
function needsMeasure({ measure, indicator }: Observation): boolean {
  return measure !== "level" && !indicator.endsWith(wordFor(measure)) && !(measure === "share" && /(?:比重|占比|率)$/u.test(indicator));
}

const PLURAL: Readonly<Record<string, string>> = { 率: "各项比率", 数: "各项数量", 量: "各项数量", 额: "各项金额" };
const ENGLISH: Readonly<Record<string, string>> = { 各项比率: "Rates", 各项数量: "Numbers", 各项金额: "Amounts" };

/** What the indicators of a table are called together: the longest term that all end in, or the kind of what they measure. */
function nameOf(facts: readonly Observation[], end: string, glossary: readonly Term[]): string {
  const names = [...new Set(facts.map(({ indicator }) => indicator))];
  const terms = [...glossary.map(({ zh }) => zh), ...names].filter((term) => term.length > end.length && names.every((name) => name.endsWith(term)));
  return greatest(terms, (term) => term.length) ?? PLURAL[end] ?? end;
}

/** The summary, and what no declared rule draws, in groups that a chart can hold. */
function series(ground: Ground, rules: readonly TableRule[], all: readonly Series[]): Made[] {
  const declared = rules.filter((rule) => rule.rule === "series");
  const listed = chosen(all, declared.flatMap(({ indicators: names }) => names ?? []), ground);
  const summary = declared.some(({ indicators: names }) => names === undefined) ? [] : made("series", "历年主要指标比较", "Main indicators over the years", seriesTable(ground, undefined));
  const { glossary } = ground.registers;
  const charts = chartGroups(all.filter((one) => !listed.includes(one))).flatMap((of, i) => {
    const names = of.map(({ name }) => name);
    const title = `历年${names.slice(0, 3).join("、")}${names.length > 3 ? "等" : ""}`;
    const english = `${names.slice(0, 3).map((name) => inEnglish(name, glossary)).join("; ")}${names.length > 3 ? "; and others" : ""}, by year`;
    const table = yearsTable(of, glossary);
    // two points make a line that says no more than its two numbers
    const drawn = table !== null && table.rows.length > 2;
    return made(`series-${i + 1}`, title, english, table, drawn ? [{ kind: "line", glance: false }] : []);
  });
  return [...summary, ...charts];
}

/** Ids that no declared table has. */
function apart(all: readonly Made[], taken: ReadonlySet<string>): Made[] {
  const idOf = (id: string): string => (taken.has(id) ? idOf(`${id}-more`) : id);
  return all.map(({ heading, draft }) => ({ heading: { ...heading, id: idOf(heading.id) }, draft }));
}
