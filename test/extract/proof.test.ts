/** Proof: a draft whose slots its own words do not say is told apart. Sentences of our own. */
import { describe, expect, test } from "vitest";
import type { Draft } from "../../pipeline/extract/draft.ts";
import { doubtOf } from "../../pipeline/extract/proof.ts";
import { quantityReader } from "../../pipeline/extract/quantities/index.ts";
import { registers } from "../fixtures/registers.ts";

const read = quantityReader(registers.units.map(({ unit }) => unit));
const sight = (passage: string, before = "") => ({ passage, sentence: passage, section: () => before + passage });
const at = { start: 0, end: 1, rule: "file/rule" };
const members = ["东河镇", "西河镇", "石桥镇"];

const observation = { ...at, kind: "observation", indicator: "藏书量", subject: "县馆", members: [], membersOpen: false, level: null, refArea: null, timePeriod: null, value: -3.5, unit: "%", qualifier: "exact", measure: "growth" } satisfies Draft;
const roster = { ...at, kind: "roster", category: "镇", members, open: false, claimedCount: 3, claimedShare: null, claimedQualifier: "exact", timePeriod: null } satisfies Draft;
const event = { ...at, kind: "event", timePeriod: "2012-06-08", actors: ["县馆"], action: "开通窗口", places: [] } satisfies Draft;
const transition = { ...at, kind: "transition", aspect: "编目", from: "手工", to: "联机" } satisfies Draft;
const document = { ...at, kind: "document", title: "档案开放办法", titleLost: false, documentType: "办法", issuer: null, timePeriod: null, status: "issued" } satisfies Draft;

describe("borne out", () => {
  test.each<[string, Draft, string, string?]>([
    ["a fall is a figure with its sign", observation, "县馆藏书量下降3.5%"],
    ["half is fifty", { ...observation, value: 50 }, "县馆藏书量下降一半"],
    ["a name from several places", { ...observation, indicator: "设立书架的村比重", subject: null, value: 26 }, "26%的村设立了书架"],
    ["an indicator from the sentence before", { ...observation, value: 8 }, "西馆增长8%。", "县馆藏书量增长3%。"],
    ["members and their count", roster, "东河镇、西河镇、石桥镇3个镇"],
    ["a day whose year was named before", event, "6月8日，县馆开通窗口", "2012年3月立项。"],
    ["a year within a longer date", { ...observation, timePeriod: "2012" }, "县馆藏书量下降3.5%", "截至2012年底建成9个馆。"],
    ["both states", transition, "编目由手工向联机转变"],
    ["a title", document, "印发《档案开放办法》"],
  ])("%s", (_, draft, passage, before = "") => expect(doubtOf(draft, sight(passage, before), read)).toBeNull());
});

describe("not borne out", () => {
  test.each<[string, Draft, string, string]>([
    ["another figure", { ...observation, value: -3.6 }, "县馆藏书量下降3.5%", "value"],
    ["an upper end that is not there", { ...observation, value: 3, valueHigh: 6 }, "县馆藏书量增长3%到5%", "valueHigh"],
    ["an indicator of other words", { ...observation, indicator: "借阅量" }, "县馆藏书量下降3.5%", "indicator"],
    ["a member too many", { ...roster, members: [...members, "北山镇"] }, "东河镇、西河镇、石桥镇3个镇", "members"],
    ["another count", { ...roster, claimedCount: 4 }, "东河镇、西河镇、石桥镇3个镇", "claimedCount"],
    ["another day", { ...event, timePeriod: "2012-06-09" }, "2012年6月8日，县馆开通窗口", "timePeriod"],
    ["an actor who is not named", { ...event, actors: ["省馆"] }, "2012年6月8日，县馆开通窗口", "actors"],
    ["another state", { ...transition, to: "自动" }, "编目由手工向联机转变", "to"],
    ["another title", { ...document, title: "档案移交办法" }, "印发《档案开放办法》", "title"],
  ])("%s", (_, draft, passage, slot) => expect(doubtOf(draft, sight(passage), read)).toMatchObject({ slot }));
});
