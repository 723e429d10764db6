/** Each check on facts made for it: outcome and arithmetic, as the edition prints it. */
import { describe, expect, test } from "vitest";
import { check, checks } from "../../pipeline/check/index.ts";
import { countsThatFit, mainlandProvinces } from "../../pipeline/check/rule.ts";
import type { Fact, NamedDocument, Observation, Qualifier, Roster, Transition } from "../../schemas/fact.ts";
import { registers } from "../fixtures/processed.ts";

let serial = 0;
const placed = (section = "一、机构") => ({ id: `t:${++serial}`, document: "t", section: [section], span: { start: serial * 10, end: serial * 10 + 9 }, quote: "引文", text: "引文", certainty: "stated" as const });
const observation = (slots: Partial<Observation>): Observation => ({ ...placed(), kind: "observation", indicator: "覆盖率", subject: null, members: [], membersOpen: false, level: null, refArea: null, timePeriod: null, value: 1, qualifier: "exact", unit: "%", measure: "level", ...slots });
const roster = (slots: Partial<Roster>): Roster => ({ ...placed(), kind: "roster", category: "试点", members: ["甲"], open: false, claimedCount: null, claimedShare: null, claimedQualifier: null, timePeriod: null, ...slots });
const provinces = (n: number, from = 0) => mainlandProvinces(registers.regions).slice(from, from + n).map((region) => region.short);

const run = (name: string, facts: Fact[]) => check(facts, { registers, severities: { [name]: "error" }, year: 2013, earlier: [], texts: [] }).filter((finding) => finding.check === name);
const said = (name: string, facts: Fact[]) => run(name, facts).map(({ outcome, arithmetic }) => [outcome, arithmetic]);

describe("counts that fit a claimed share of 31", () => {
  test.each<[number, Qualifier, number, number]>([
    // claim            fewest most
    [10, "over", 4, 31],
    [3, "exact", 1, 1],
    [26, "exact", 8, 8],
    [50, "over", 16, 31],
    [30, "under", 0, 9],
    [90, "atLeast", 28, 31],
  ])("%d%% %s: %i to %i", (value, qualifier, fewest, most) => {
    const fit = countsThatFit(31, value, qualifier);
    expect([fit[0], fit.at(-1)]).toEqual([fewest, most]);
  });
});

describe("claimed-share", () => {
  test.each([
    [9, false, "under", 30, "agrees", "9÷31=29%；所称不足30%，相当于0至9个：一致"],
    [10, false, "under", 30, "differs", "10÷31=32.3%；所称不足30%，相当于0至9个：不一致"],
    [9, true, "over", 50, "cannot tell", "9÷31=29%；所称超过50%，相当于16至31个；名单以“等”收束，只知不少于9个"],
  ] as const)("%i listed, open %s, %s %i%%: %s", (n, open, claimedQualifier, claimedShare, outcome, arithmetic) => {
    expect(said("claimed-share", [roster({ members: provinces(n), open, claimedShare, claimedQualifier })])).toEqual([[outcome, arithmetic]]);
  });

  test("members that are no provinces are not held against the register", () => {
    expect(said("claimed-share", [roster({ members: ["甲局", "乙局"], claimedShare: 50, claimedQualifier: "exact" })])).toEqual([]);
  });
});

describe("complement", () => {
  const claim = (value: number, qualifier: Qualifier) => observation({ value, qualifier, measure: "share", subject: "省级政府", level: "province" });
  const lists = [roster({ members: provinces(20), claimedShare: 60, claimedQualifier: "over" }), roster({ members: provinces(6, 20), claimedShare: 19, claimedQualifier: "exact" })];

  test("what is left of the register fits what is left of the claims, and names itself", () => {
    const [finding] = said("complement", [...lists, claim(10, "over"), claim(3, "exact")]);
    expect(finding![0]).toBe("agrees");
    expect(finding![1]).toContain("余5个：陕西、甘肃、青海、宁夏、新疆");
    expect(finding![1]).toContain("4÷31=12.9%");
  });

  test("claims that cannot make it up differ", () => expect(said("complement", [...lists, claim(40, "exact")])[0]![0]).toBe("differs"));
});

describe("claimed-count", () => {
  test.each([
    [3, false, 3, "agrees", "列出3个；所称3个：一致"],
    [3, false, 4, "differs", "列出3个；所称4个：相差1个"],
    [5, true, 4, "differs", "列出5个；所称4个：相差1个"],
    [3, true, 18, "cannot tell", "列出3个，以“等”收束；所称18个，另有15个未列名，无从核对"],
  ] as const)("%i listed, open %s, %i claimed: %s", (n, open, claimedCount, outcome, arithmetic) => {
    expect(said("claimed-count", [roster({ members: provinces(n), open, claimedCount, claimedQualifier: "exact" })])).toEqual([[outcome, arithmetic]]);
  });
});

test("lost-titles counts the run of holes that the count closes", () => {
  const count = observation({ value: 3, unit: "个", indicator: "地方标准", span: { start: 0, end: 30 } });
  const hole = (start: number): NamedDocument => ({ ...placed(), span: { start, end: start + 1 }, kind: "document", title: null, titleLost: true, documentType: "地方标准", issuer: null, timePeriod: null, status: "completed" });
  expect(said("lost-titles", [count, hole(5), hole(7), hole(9)])).toEqual([["agrees", "所称3个地方标准；原文脱落题名3处：一致"]]);
  expect(said("lost-titles", [count, hole(5), hole(7)])).toEqual([["differs", "所称3个地方标准；原文脱落题名2处：相差1处"]]);
});

test("counted-passages counts 在…方面 passages, not single transitions", () => {
  const turn = (aspect: string): Transition => ({ ...placed("一、工作方式的三大转变"), kind: "transition", aspect, from: "甲", to: "乙" });
  expect(said("counted-passages", [turn("理念"), turn("机制"), turn("机制"), turn("手段")])).toEqual([["agrees", "标题称“三大转变”，即3；以“在…方面”分述3段（其中单项转变4项）：理念、机制、手段：一致"]]);
  expect(said("counted-passages", [turn("理念"), turn("机制")])[0]![0]).toBe("differs");
});

test.each([
  ["percent-bounds", [observation({ indicator: "入户率", value: 120 })], "differs"],
  ["range-order", [observation({ value: 10, valueHigh: 5, qualifier: "range", unit: "倍" })], "differs"],
  ["range-order", [observation({ value: 5, valueHigh: 10, qualifier: "range", unit: "倍" })], "agrees"],
  ["two-values", [observation({ subject: "县级", timePeriod: "2013", value: 40 }), observation({ subject: "县级", timePeriod: "2013", value: 45 })], "differs"],
  ["share-total", [60, 30, 20].map((value) => observation({ subject: "省级政府", measure: "share", value })), "differs"],
] as const)("%s", (name, facts, outcome) => expect(run(name, [...facts])[0]!.outcome).toBe(outcome));

describe("two-values leaves alone", () => {
  const pair = (slots: Partial<Observation>, others: Partial<Observation> = {}) => [40, 45].map((value, i) => observation({ subject: "全省", timePeriod: "2013", value, ...slots, ...(i === 1 ? others : {}) }));
  test.each([
    ["全省 of two texts: another province in each", pair({}, { document: "u" }), 0],
    ["what the pipeline inferred", pair({ certainty: "inferred" }), 0],
    ["an indicator that lists several", pair({ indicator: "入园率、巩固率" }), 0],
    ["but not a registered place of two texts", pair({ subject: "河北" }, { document: "u" }), 1],
  ])("%s", (_name, facts, findings) => expect(run("two-values", facts)).toHaveLength(findings));
});

test("severity is the edition's where a finding differs, a note elsewhere", () => {
  expect(run("range-order", [observation({ value: 10, valueHigh: 5, qualifier: "range" })])[0]!.severity).toBe("error");
  expect(run("range-order", [observation({ value: 5, valueHigh: 10, qualifier: "range" })])[0]!.severity).toBe("note");
});

test("every check has a name, titles and a line for the documentation", () => {
  for (const rule of checks) expect([rule.name, rule.title, rule.titleEn, rule.compares].every((words) => words.length > 0)).toBe(true);
});
