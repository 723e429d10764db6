import { describe, expect, test } from "vitest";
import { tabulate } from "../../pipeline/tabulate/index.ts";
import { hedged } from "../../pipeline/tabulate/words.ts";
import { TableRule } from "../../schemas/edition.ts";
import { Fact } from "../../schemas/fact.ts";
import type { Finding } from "../../schemas/finding.ts";
import { Figure, Table } from "../../schemas/table.ts";
import { registers } from "../fixtures/registers.ts";

let offset = 0;
const fact = (kind: Fact["kind"], slots: object): Fact => {
  const at = (offset += 10);
  return Fact.parse({ id: `01:${kind}:${at}`, document: "01-热线", section: [], span: { start: at, end: at + 5 }, quote: "原文", text: "原文", certainty: "stated", kind, ...slots });
};
const observation = (slots: object) => fact("observation", { indicator: "接通率", subject: null, members: [], membersOpen: false, level: null, refArea: null, timePeriod: "2013-12-31", value: 1, qualifier: "exact", unit: "%", measure: "level", ...slots });
const roster = (slots: object) => fact("roster", { category: "已合并号码的省级政府", members: ["北京"], open: false, claimedCount: null, claimedShare: null, claimedQualifier: null, timePeriod: null, ...slots });

function make(facts: Fact[], rules: object[], findings: Finding[] = []) {
  const { tables, figures } = tabulate({ facts, findings, registers, year: 2013, earlier: [], breaks: [], texts: [{ id: "00-前言" }, { id: "01-热线" }], rules: rules.map((rule) => TableRule.parse({ id: "t", title: "题", titleEn: "Title", ...rule })) });
  return { tables: tables.map((table) => Table.parse(table)), figures: figures.map((figure) => Figure.parse(figure)) };
}

const cellsOf = (table: Table | undefined, key: string) => {
  const at = table!.columns.findIndex((column) => column.key === key);
  return table!.rows.map((row) => row.cells[at]);
};

describe("indicator", () => {
  const facts = [
    observation({ subject: "省级热线", level: "province", value: 92.5 }),
    observation({ subject: "县级热线", level: "county", value: 60, qualifier: "about", certainty: "inferred" }),
    observation({ indicator: "公安、税务等重点领域的热线接通率", value: 90, qualifier: "nearly" }),
    observation({ subject: "省级热线", measure: "growth", value: 3 }),
    observation({ indicator: "回访率", value: 70 }),
  ];
  const { tables: [table], figures: [figure] } = make(facts, [{ rule: "indicator", ends: "接通率", figure: "bar", glance: true }]);

  test("takes the observations whose indicator ends so, of the commonest measure", () => {
    expect(cellsOf(table, "value")).toEqual([92.5, 60, 90]);
    expect(cellsOf(table, "level")).toEqual(["省级", "区县级", null]);
    expect(table!.unit).toBe("%");
    expect(table!.notes).toContainEqual(expect.stringContaining("另有1项"));
  });

  test("names a row without a subject after what its indicator says", () => expect(cellsOf(table, "subject")).toEqual(["省级热线", "县级热线", "公安、税务等重点领域"]));

  test("words a hedge, and leaves an exact value bare", () => expect(cellsOf(table, "qualifier").slice(1)).toEqual(["约", "近"]));

  test("rests each row on its fact, as sure as that is", () => {
    expect(table!.rows.map(({ facts: ids }) => ids)).toEqual(facts.slice(0, 3).map(({ id }) => [id]));
    expect(table!.rows.map(({ status }) => status)).toEqual(["stated", "inferred", "stated"]);
  });

  test("dates the title by its facts and names the texts it rests on", () => {
    expect(table).toMatchObject({ number: "1", title: "题（2013年底）", titleEn: "Title, end of 2013", source: "01-热线" });
  });

  test("draws what it lists, and says it in words", () => {
    expect(figure).toMatchObject({ number: "1", kind: "bar", table: "t", category: "subject", values: ["value"], glance: true, alt: "横条图：省级热线92.5%；县级热线约60%；公安、税务等重点领域近90%。数值最大的是省级热线（92.5%），最小的是县级热线（约60%）。" });
  });

  test("says which values the text hedges, and how", () => {
    expect(figure).toMatchObject({ hedges: [{ value: "value", at: "县级热线", qualifier: "about", high: null }, { value: "value", at: "公安、税务等重点领域", qualifier: "nearly", high: null }] });
  });

  test("gives the provinces among its rows to tiles, where there are two", () => {
    const in31 = [observation({ subject: "甲省", refArea: "110000", value: 90 }), observation({ subject: "乙省", refArea: "120000", value: 80 }), observation({ subject: "丙市", refArea: "130100", value: 70 })];
    const { figures: [tiles] } = make(in31, [{ rule: "indicator", ends: "接通率", figure: "tiles" }]);
    expect(tiles).toMatchObject({ kind: "tiles", shade: "values", areas: [{ at: "甲省", area: "11" }, { at: "乙省", area: "12" }], alt: "方格地图，每个省级地区一格：甲省90%；乙省80%。" });
    expect(make(in31.slice(1), [{ rule: "indicator", ends: "接通率", figure: "tiles" }]).figures).toEqual([]);
  });

  test("tells subjects of one name apart", () => {
    const two = [observation({ subject: "甲市", indicator: "热线接通率" }), observation({ subject: "甲市", indicator: "夜间接通率" })];
    const names = cellsOf(make(two, [{ rule: "indicator", ends: "接通率" }]).tables[0], "subject");
    expect(names).toEqual(["甲市（热线接通率）", "甲市（夜间接通率）"]);
  });
});

describe("shares", () => {
  const eight = ["北京", "天津", "江西", "山东", "河南", "湖北", "湖南", "广东"];
  const listed = roster({ members: eight, claimedShare: 26, claimedQualifier: "exact" });
  const open = roster({ category: "正在试点的省级政府", members: ["北京", "上海"], open: true, claimedShare: 15, claimedQualifier: "over" });
  const bare = observation({ indicator: "尚未合并号码的省级政府比重", subject: "省级政府", measure: "share", value: 3, level: "province" });
  const other = observation({ indicator: "三产占生产总值比重", subject: "全市生产总值", measure: "share", value: 58 });
  const finding: Finding = { id: "f", check: "claimed-share", title: "t", titleEn: "t", outcome: "agrees", severity: "note", facts: [listed.id], arithmetic: "8÷31", document: "01-热线", span: listed.span, quote: "原文" };
  const { tables: [table], figures: [figure] } = make([listed, open, bare, other], [{ rule: "shares", figure: "column" }], [finding]);

  test("sets the claim beside the share that the list makes up of 31 provinces", () => {
    expect(cellsOf(table, "claimedShare")).toEqual([26, 15, 3]);
    expect(cellsOf(table, "listed")).toEqual([8, 2, null]);
    expect(cellsOf(table, "listedShare")).toEqual([25.8, null, null]);
  });

  test("says what the checks found, where one looked", () => expect(cellsOf(table, "outcome")).toEqual(["相符", null, null]));

  test("takes shares of places, not of money", () => expect(table!.rows.flatMap(({ facts }) => facts)).not.toContain(other.id));

  test("is drawn with both series", () => expect(figure).toMatchObject({ kind: "column", values: ["claimedShare", "listedShare"], unit: "%" }));

  test("is drawn a second time, under a title of its own, as tiles of the provinces listed", () => {
    const { figures } = make([listed, open, bare, other], [{ rule: "shares", figure: "dot", figures: [{ kind: "tiles", title: "已合并号码的省份", titleEn: "Provinces", glance: true }] }], [finding]);
    expect(figures.map(({ id, number, kind, title, glance }) => [id, number, kind, title, glance])).toEqual([["fig-t", "1", "dot", table!.title, false], ["fig-t-2", "2", "tiles", "已合并号码的省份（2013年）", true]]);
    expect(figures[1]).toMatchObject({ shade: "groups", open: [expect.stringContaining("正在试点")], areas: [...["11", "12", "36", "37", "41", "42", "43", "44"].map((area) => ({ at: expect.stringContaining("已合并") as string, area })), ...["11", "31"].map((area) => ({ at: expect.stringContaining("正在试点") as string, area }))] });
  });

  test("does not tell one claim twice", () => {
    const same = Fact.parse({ ...bare, id: "same", span: listed.span, value: 26 });
    expect(make([listed, same], [{ rule: "shares" }]).tables[0]!.rows).toHaveLength(1);
  });
});

test("counts take things counted, not rates, money, multiples or time", () => {
  const units = ["家", "个", "人次", "%", "元", "万美元", "倍", "小时", "平方米", "个百分点", "年"];
  const { tables: [table] } = make(units.map((unit) => observation({ indicator: unit, unit })), [{ rule: "counts" }]);
  expect(cellsOf(table, "unit")).toEqual(["家", "个", "人次"]);
});

describe("events", () => {
  const event = (timePeriod: string | null, text: string) => fact("event", { timePeriod, actors: [], action: "开通", places: [], text });
  const all = [event("2013-09-12", "2013年9月12日，甲市开通热线"), event("--05-29", "5月29日开通短号"), event("2013-09", "乙市于2013年9月开通热线。"), event("2012", "2012年，丙市开通热线")];
  const { tables: [table], figures: [figure] } = make(all, [{ rule: "events", figure: "timeline" }]);

  test("stand by date, a month before its days, those without a year last and said so", () => {
    expect(cellsOf(table, "timePeriod")).toEqual(["2012", "2013-09", "2013-09-12", "--05-29"]);
    expect(table!.notes).toEqual(["原文未载年份的，列于末尾。"]);
    expect(table!.title).toBe("题（2012—2013年）");
  });

  test("are told without their date", () => expect(cellsOf(table, "event").slice(0, 3)).toEqual(["丙市开通热线", "乙市开通热线", "甲市开通热线"]));

  test("are drawn along time, those with a year", () => {
    expect(figure).toMatchObject({ kind: "timeline", category: "event", dates: "timePeriod", alt: "时间轴，由先到后共3项：2012年丙市开通热线；2013年9月乙市开通热线；2013年9月12日甲市开通热线。" });
    expect(make(all.slice(0, 2), [{ rule: "events", figure: "timeline" }]).figures).toEqual([]);
  });
});

test("a table of a kind holds all its facts, and no column that is empty throughout", () => {
  const { tables: [table] } = make([roster({ members: ["甲", "乙"], open: true, claimedCount: 9 }), roster({})], [{ rule: "rosters" }]);
  expect(cellsOf(table, "members")).toEqual(["甲、乙等", "北京"]);
  expect(table!.columns.map(({ key }) => key)).toEqual(["category", "members", "listed", "claimedCount"]);
});

test("a lost title is shown as lost", () => {
  const lost = fact("document", { title: null, titleLost: true, documentType: "国家标准", issuer: null, timePeriod: null, status: "completed" });
  const { tables: [table] } = make([lost], [{ rule: "documents" }]);
  expect(table!.rows[0]!.cells).toEqual(["〔题名缺失〕", "国家标准", "已完成"]);
});

test("transitions, assessments and observations have tables of their own", () => {
  const all = [fact("transition", { aspect: "办理", from: "层层转交", to: "首问负责" }), fact("assessment", { stance: "problem", topic: "夜间值守" }), observation({ members: ["甲", "乙"], membersOpen: true })];
  const { tables } = make(all, ["transitions", "assessments", "observations"].map((rule) => ({ rule, id: rule })));
  expect(tables.map(({ rows }) => rows[0]!.cells.slice(0, 2))).toEqual([["办理", "层层转交"], ["问题", "夜间值守"], ["接通率", "甲、乙等"]]);
});

test("a rule without a match makes no table, and numbers have no gaps", () => {
  const { tables } = make([observation({ unit: "家" })], [{ rule: "rosters", id: "a" }, { rule: "counts", id: "b" }, { rule: "transitions", id: "c" }, { rule: "observations", id: "d" }]);
  expect(tables.map(({ id, number }) => [id, number])).toEqual([["b", "1"], ["d", "2"]]);
});

test("a title that names a year is left as it is", () => {
  expect(make([observation({})], [{ rule: "observations", title: "2012至2013年观测值", titleEn: "Observations" }]).tables[0]).toMatchObject({ title: "2012至2013年观测值", titleEn: "Observations, end of 2013" });
});

test("a range is worded with both its ends", () => expect(hedged(5, "range", "倍", 10)).toBe("5–10倍"));
