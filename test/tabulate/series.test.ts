import { describe, expect, test } from "vitest";
import { inEnglish } from "../../pipeline/tabulate/english.ts";
import { tabulate } from "../../pipeline/tabulate/index.ts";
import { chartGroups, collectSeries } from "../../pipeline/tabulate/series/index.ts";
import { type Break, EditionSpec, TableRule } from "../../schemas/edition.ts";
import { earlierId, factsByName } from "../../schemas/edition-texts.ts";
import { Fact } from "../../schemas/fact.ts";
import { Term } from "../../schemas/register.ts";
import { Figure, Table } from "../../schemas/table.ts";
import { registers as own } from "../fixtures/registers.ts";

let offset = 0;
const fact = (kind: Fact["kind"], slots: object, document = "01-热线"): Fact => {
  const at = (offset += 10);
  return Fact.parse({ id: `${document}:${kind}:${at}`, document, section: [], span: { start: at, end: at + 5 }, quote: "原文", text: "原文", certainty: "stated", kind, ...slots });
};
const observation = (slots: object, document?: string) => fact("observation", { indicator: "接通量", subject: null, members: [], membersOpen: false, level: null, refArea: null, timePeriod: "2013", value: 1, qualifier: "exact", unit: "次", measure: "level", ...slots }, document);
/** An indicator's values by period. */
const over = (indicator: string, values: Record<string, number>, slots: object = {}) => Object.entries(values).map(([timePeriod, value]) => observation({ indicator, timePeriod, value, ...slots }));

const registers = { ...own, glossary: [{ zh: "接通量", en: "calls answered", same: ["应答量"] }, { zh: "热线", en: "hotline" }, { zh: "接通率", en: "answer rate" }].map((term) => Term.parse(term)) };
interface Given { earlier?: { year: number; facts: Fact[] }[]; breaks?: Break[]; rules?: object[]; year?: number }

function make(facts: Fact[], { earlier = [], breaks = [], rules = [{ rule: "series", id: "t" }], year = 2014 }: Given = {}) {
  const { tables, figures } = tabulate({ facts, findings: [], registers, year, earlier, breaks, texts: [{ id: "01-热线" }], rules: rules.map((rule) => TableRule.parse("rule" in rule && rule.rule === "defaults" ? rule : { title: "题", ...rule })) });
  return { tables: tables.map((table) => Table.parse(table)), figures: figures.map((figure) => Figure.parse(figure)) };
}

const column = (table: Table | undefined, key: string) => table!.rows.map((row) => row.cells[table!.columns.findIndex((one) => one.key === key)]);
const notes = (table: Table | undefined) => table!.notes.join("\n");

describe("the summary of series", () => {
  test("has a row a series and a column a year, over all editions", () => {
    const { tables: [table] } = make(over("接通量", { 2014: 150 }), { earlier: [{ year: 2012, facts: over("接通量", { 2011: 80, 2012: 100 }) }, { year: 2013, facts: over("接通量", { 2013: 120 }) }] });
    expect(table!.columns.map(({ key }) => key)).toEqual(["indicator", "unit", "y2011", "y2012", "y2013", "y2014", "change", "rate"]);
    expect(table!.rows.map(({ cells }) => cells)).toEqual([["接通量", "次", 80, 100, 120, 150, 30, 25]]);
    expect(table).toMatchObject({ title: "题（2011—2014年）", source: "01-热线；2013年版01-热线；2012年版01-热线" });
  });

  test.each([
    // indicator, slots, before, now          change, rate
    ["接通量", {}, 120, 150, 30, 25],
    ["接通率", { unit: "%" }, 81.5, 79.3, -2.2, ""],
    ["投诉占比", { unit: "%", measure: "share" }, 54.7, 45.5, -9.2, ""],
    ["服务指数", { unit: "分" }, 0.5294, 0.6063, 0.0769, ""],
    ["热线服务", { unit: "位", measure: "rank" }, 78, 70, 8, ""],
    ["热线服务", { unit: "位", measure: "rank" }, 70, 78, -8, ""],
    ["接通量", { qualifier: "over" }, 120, 150, null, null],
    ["接通量", { qualifier: "about" }, 120, 150, 30, 25],
    ["接通量", {}, 0, 150, 150, null],
  ])("%s %j: from %d to %d the change is %d, its rate %j", (indicator, slots, before, now, change, rate) => {
    const { tables: [table] } = make(over(indicator, { 2013: before, 2014: now }, slots));
    expect([column(table, "change"), column(table, "rate")]).toEqual([[change], [rate]]);
  });

  test("knows the facts of each cell, and those of earlier years by the edition they stand in", () => {
    const [before] = over("接通量", { 2013: 120 }), [now] = over("接通量", { 2014: 150 }, { certainty: "restored" });
    const [row] = make([now!], { earlier: [{ year: 2013, facts: [before!] }] }).tables[0]!.rows;
    expect(row).toMatchObject({
      facts: [earlierId(2013, before!.id), now!.id],
      cellFacts: [[], [], [earlierId(2013, before!.id)], [now!.id], [earlierId(2013, before!.id), now!.id], [earlierId(2013, before!.id), now!.id]],
      cellStatus: ["stated", "stated", "stated", "restored", "restored", "restored"],
    });
  });

  test.each([
    ["万次", 5_130_000, 5_640_000, [513, 564, 51]],
    ["亿元", 51_870_000_000, 58_990_000_000, [518.7, 589.9, 71.2]],
    ["次", 258_737, 277_000, [258_737, 277_000, 18_263]],
    ["Mbps", 3_406_800, 4_118_600, [3_406_800, 4_118_600, 711_800]],
  ])("prints %s as they are read: %d, %d", (unit, before, now, cells) => {
    const { tables: [table] } = make(over("流量", { 2013: before, 2014: now }, { unit: unit.replace(/^[万亿]/u, "") }));
    expect(table!.rows[0]!.cells.slice(1, 5)).toEqual([unit, ...cells]);
  });

  test("loses no digit in 万", () => {
    const { tables: [table] } = make([...over("接通量", { 2013: 5_130_000, 2014: 5_640_000 }), ...over("应答量二", { 2013: 5_130_001, 2014: 5_640_000 })]);
    expect(table!.rows.map(({ cells }) => cells)).toEqual([["接通量", "万次", 513, 564, 51, 9.9], ["应答量二", "次", 5_130_001, 5_640_000, 509_999, 9.9]]);
  });

  test("sets parts under their total where they add up to it in two years", () => {
    const facts = [...over("市级热线", { 2013: 30, 2014: 35 }), ...over("热线总数", { 2013: 50, 2014: 60 }), ...over("县级热线", { 2013: 20, 2014: 25 }), ...over("坐席数", { 2013: 50, 2014: 61 })];
    expect(column(make(facts).tables[0], "indicator")).toEqual(["热线总数", "#市级热线", "#县级热线", "坐席数"]);
  });

  test.each([
    ["a value of one year only", over("接通量", { 2014: 1 })],
    ["growth", over("接通量", { 2013: 1, 2014: 2 }, { measure: "growth", unit: "%" })],
    ["an aim for a later year", over("接通量", { 2014: 1, 2015: 9 })],
    ["a forecast", [...over("接通量", { 2013: 1 }), ...over("接通量", { 2014: 2 }, { text: "接通量预计为2次" })]],
    ["a span of years", over("接通量", { "2011/2013": 1, 2014: 2 })],
    ["other units", [...over("接通量", { 2013: 1 }), ...over("接通量", { 2014: 1 }, { unit: "个" })]],
    ["other subjects", [...over("接通量", { 2013: 1 }, { subject: "甲市" }), ...over("接通量", { 2014: 1 }, { subject: "乙市" })]],
  ])("takes no series from %s", (_, facts) => expect(make(facts).tables).toEqual([]));

  test("joins what differs only in naming the country", () => {
    expect(column(make([...over("我国的接通量", { 2013: 1 }), ...over("接通量", { 2014: 2 }, { subject: "全国" })]).tables[0], "indicator")).toEqual(["接通量"]);
  });

  test("joins a renamed indicator by the glossary, and says so", () => {
    const { tables: [table] } = make([...over("应答量", { 2012: 9, 2013: 10 }), ...over("接通量", { 2014: 12 })]);
    expect(table!.rows[0]!.cells.slice(0, 5)).toEqual(["接通量", "次", 9, 10, 12]);
    expect(notes(table)).toContain("“接通量”亦称“应答量”");
  });

  test("takes the later edition's value where two differ, and says what the earlier one had", () => {
    const { tables: [table] } = make(over("接通量", { 2013: 121, 2014: 150 }), { earlier: [{ year: 2013, facts: over("接通量", { 2013: 120 }) }] });
    expect(column(table, "y2013")).toEqual([121]);
    expect(notes(table)).toContain("“接通量”2013年的数值，2013年版作120次，今据2014年版作121次。");
  });

  test("takes the end of a year before its middle", () => {
    const { tables: [table] } = make(over("接通量", { "2013-12-31": 100, "2014-12-31": 130, "2014-06-30": 115 }));
    expect(column(table, "y2014")).toEqual([130]);
  });

  test("prints the bare figure of a hedged value, and the hedge below", () => {
    const { tables: [table] } = make([...over("接通量", { 2013: 3600 }, { qualifier: "over" }), ...over("接通量", { 2014: 6000 }, { qualifier: "nearly" })]);
    expect(notes(table)).toContain("“接通量”2013年为超过3600次；“接通量”2014年为近6000次。");
  });

  test("says where the period before is not the year before", () => {
    expect(notes(make(over("接通量", { 2012: 1, 2014: 2 })).tables[0])).toContain("“接通量”为2014年比2012年");
  });
});

describe("a break", () => {
  const broken = { indicator: "接通量", year: 2014, why: "2014年起改由另一机构统计" };
  const facts = over("接通量", { 2012: 90, 2013: 100, 2014: 300 });
  const rules = [{ rule: "series", id: "t" }, { rule: "series", id: "years", indicators: ["接通量"], figure: "line" }];

  test("that edition.yaml declares is not computed across, and its reason is printed", () => {
    const { tables: [table] } = make(facts, { breaks: [broken] });
    expect([column(table, "change"), column(table, "rate")]).toEqual([[null], [null]]);
    expect(notes(table)).toContain("“接通量”自2014年起与以前年份不可比，不计增减：2014年起改由另一机构统计。");
  });

  test("before the last two periods leaves their change alone", () => expect(column(make(facts, { breaks: [{ ...broken, year: 2013 }] }).tables[0], "change")).toEqual([200]));

  test("cuts the line of its figure, which says so", () => {
    const { figures: [figure] } = make(facts, { breaks: [broken], rules });
    expect(figure).toMatchObject({ kind: "line", breaks: [{ value: "series1", at: "2014" }], alt: "折线图：接通量（次）2012年90、2013年100、（与以前不可比）2014年300。" });
  });

  test("that is declared under a former name counts", () => expect(column(make(facts, { breaks: [{ ...broken, indicator: "应答量" }] }).tables[0], "change")).toEqual([null]));

  test("shows by itself where the reference days lie in different months", () => {
    const { tables: [table] } = make(over("接通量", { "2013-12-31": 100, "2014-11-30": 130 }));
    expect(column(table, "change")).toEqual([null]);
    expect(notes(table)).toContain("前后参照日不同，分别为2013年底与2014年11月30日");
  });

  test.each<Record<string, number>>([{ "2013-12-10": 100, "2014-12-31": 130 }, { 2013: 100, "2014-11-30": 130 }])("does not show where the days lie in one month, or one is not said: %j", (values) => {
    expect(column(make(over("接通量", values)).tables[0], "change")).toEqual([30]);
  });
});

describe("declared series", () => {
  const facts = [...over("接通量", { 2012: 90, 2013: 100, 2014: 120 }), ...over("回访量", { 2013: 40, 2014: 44 }), ...over("接通率", { 2013: 70, 2014: 75 }, { unit: "%" })];

  test("stand side by side, a row a year, in the order of the list", () => {
    const { tables: [table] } = make(facts, { rules: [{ rule: "series", id: "t", indicators: ["回访量", "接通量"] }] });
    expect(table!.columns.map(({ title }) => title)).toEqual(["年份", "回访量", "接通量"]);
    expect(table!.rows.map(({ cells }) => cells)).toEqual([["2012", null, 90], ["2013", 40, 100], ["2014", 44, 120]]);
    expect(table).toMatchObject({ unit: "次", titleEn: "题, 2012–2014" });
  });

  test("may be called by a former name", () => expect(make(facts, { rules: [{ rule: "series", id: "t", indicators: ["应答量"] }] }).tables[0]!.columns[1]!.title).toBe("接通量"));

  test("of several units are drawn in the commonest", () => {
    const { tables: [table], figures: [figure] } = make(facts, { rules: [{ rule: "series", id: "t", indicators: ["接通率", "接通量", "回访量"], figure: "line" }] });
    expect(figure).toMatchObject({ values: ["series2", "series3"], unit: "次" });
    expect(notes(table)).toContain("图只绘单位为次的各项。");
  });

  test("that the facts do not hold make no table", () => expect(make(facts, { rules: [{ rule: "series", id: "t", indicators: ["办结量"] }] }).tables).toEqual([]));
});

describe("defaults", () => {
  const tiers = [["省级", "province", 92], ["县级", "county", 63]].map(([subject, level, value]) => observation({ indicator: "热线接通率", subject, level, value, unit: "%" }));
  const roster = fact("roster", { category: "试点", members: ["北京"], open: false, claimedCount: null, claimedShare: null, claimedQualifier: null, timePeriod: null });
  const facts = [...over("来电数", { 2014: 7 }), ...over("去电数", { 2014: 8 }), ...tiers, ...over("接通量", { 2013: 1, 2014: 2 }), observation({ indicator: "大厅", unit: "个", timePeriod: "2014" }), roster];

  test("are what an edition without a list of tables gets", () => {
    const spec = EditionSpec.parse({ title: "甲", titlePinyin: "jia", titleEn: "A", year: 2014, date: "2015-01-01", editor: "乙", editorEn: "B", columns: [{ id: "all", title: "全", titleEn: "All" }], rest: "all" });
    expect(spec.tables).toEqual([{ rule: "defaults" }]);
  });

  test("make a table of tiers with its figure, of indicators that end alike, of counts, of rosters and of series", () => {
    const { tables, figures } = make(facts, { rules: [{ rule: "defaults" }] });
    expect(tables.map(({ id, title }) => [id, title])).toEqual([
      ["indicator-1", "各级热线接通率（2013年）"],
      ["indicator-2", "各项数量（2014年）"],
      ["counts", "各类数量（2014年）"],
      ["rosters", "文中所列地区与单位名单（2014年）"],
      ["series", "历年主要指标比较（2013—2014年）"],
      ["series-1", "历年接通量（2013—2014年）"],
    ]);
    expect(figures.map(({ table, kind, glance }) => [table, kind, glance])).toEqual([["indicator-1", "bar", true]]); // two years make no line
    expect(tables[0]!.titleEn).toBe("Hotline answer rate, by tier, 2013");
  });

  test("leave alone what is declared, before them or after", () => {
    const { tables } = make(facts, { rules: [{ rule: "defaults" }, { rule: "indicator", id: "rates", ends: "接通率" }, { rule: "rosters", id: "counts" }, { rule: "series", id: "calls", indicators: ["接通量"] }] });
    expect(tables.map(({ id }) => id)).toEqual(["indicator-1", "counts-more", "series", "rates", "counts", "calls"]);
  });

  test("make nothing of nothing", () => expect(make([], { rules: [{ rule: "defaults" }] }).tables).toEqual([]));
});

test("a chart holds series of one unit, one rhythm and like size, four at most", () => {
  const facts = [...over("甲量", { 2013: 100, 2014: 90 }), ...over("乙量", { 2013: 5, 2014: 6 }), ...over("丙量", { 2013: 60, 2014: 61 }), ...over("丁量", { 2012: 60, 2014: 61 }), ...over("戊率", { 2013: 60, 2014: 61 }, { unit: "%" })];
  const all = collectSeries({ facts, findings: [], registers, year: 2014, earlier: [], breaks: [] });
  expect(chartGroups(all).map((of) => of.map(({ name }) => name))).toEqual([["甲量", "丙量"], ["乙量"], ["丁量"], ["戊率"]]);
});

test("facts of earlier years are found by the name that tables have for them, and say their edition", () => {
  const [now] = over("接通量", { 2014: 1 }), then = { ...now! };
  const named = factsByName({ facts: [now!], earlier: [{ year: 2013, facts: [then] }] });
  expect([...named].map(([id, { document }]) => [id, document])).toEqual([[`2013:${now!.id}`, "2013年版01-热线"], [now!.id, "01-热线"]]);
});

test.each([
  ["热线接通率", "Hotline answer rate"],
  ["热线的应答量、接通率", "Hotline calls answered, answer rate"],
  ["热线（夜间）", "Hotline (夜间)"],
])("%s is %s in English", (zh, en) => expect(inEnglish(zh, registers.glossary)).toBe(en));
