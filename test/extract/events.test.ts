/** Events: years that are carried, places, and what is no event. Sentences of our own. */
import { describe, expect, test } from "vitest";
import type { Event } from "../../schemas/fact.ts";
import { processed } from "../fixtures/processed.ts";

const events = (text: string) => processed(text).facts.filter((fact): fact is Event => fact.kind === "event");

test("a day without a year takes the year of the neighbour; without any it says so", () => {
  expect(events("2012年3月5日，县档案馆启动改造。9月12日，新馆正式开馆并举行揭牌仪式。").map(({ timePeriod }) => timePeriod)).toEqual(["2012-03-05", "2012-09-12"]);
  expect(events("9月12日，县档案馆举行揭牌仪式。")).toMatchObject([{ timePeriod: "--09-12", actors: ["县档案馆"] }]);
});

test("the year goes on from paragraph to paragraph, and is marked as worked out", () => {
  expect(events("2012年6月8日，东河化工厂仓库发生爆炸。\n6月9日，县政府成立调查组。").map(({ timePeriod, certainty }) => [timePeriod, certainty])).toEqual([["2012-06-08", "stated"], ["2012-06-09", "inferred"]]);
});

test("the span runs from the date to the end of the deed, without its mark", () => {
  expect(events("2012年6月，县档案馆开通查档窗口，方便群众。").map(({ text }) => text)).toEqual(["2012年6月，县档案馆开通查档窗口"]);
});

test("places are names of the register, the longest at each place", () => {
  expect(events("2012年6月，北京市东城区成立编目中心。")).toMatchObject([{ places: ["北京市", "东城区"] }]);
});

describe("no event", () => {
  test.each([
    "2012年，全县藏书量增长9%。",
    "2012年，县里将建成新馆。",
    "每年9月发布目录。",
    "2012年发布的目录共9卷。",
    "截至2012年底，9个乡镇建成阅览室。",
    "“十二五”期间建成新馆。",
  ])("%s", (text) => expect(events(text)).toEqual([]));
});
