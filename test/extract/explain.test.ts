/** extract --explain: every fact has a rule, and its slots the words they came from. Sentences of our own. */
import { expect, test } from "vitest";
import { explained } from "../../pipeline/extract/index.ts";
import { processed } from "../fixtures/processed.ts";
import { registers } from "../fixtures/registers.ts";

function explain(raw: string) {
  const { document, restored, outline, facts } = processed(raw);
  const found = explained(document, restored, outline, registers);
  expect(found.map(({ rule: _rule, slots: _slots, ...fact }) => fact)).toEqual(facts);
  return found;
}

test.each([
  ["2012年6月，县档案馆开通自助查档窗口。", "event", "events/date-then-deed", { timePeriod: ["2012年6月"], actors: ["县档案馆"], action: ["开通自助查档窗口"] }],
  ["全县辖东河镇、西河镇、石桥乡3个乡镇。", "roster", "rosters/named-members", { members: ["东河镇", "西河镇", "石桥乡"], claimedCount: ["3个"] }],
  ["根据《公共档案馆条例》，县里开放目录。", "document", "documents/title-in-marks", { title: ["公共档案馆条例"], documentType: ["条例"], status: [] }],
  ["省级热线接通率达到92.5%。", "observation", "observations/", { value: ["92.5%"], unit: ["92.5%"] }],
  ["工作重点从硬件采购转向数据利用。", "transition", "transitions/从A转向B", { from: ["硬件采购"], to: ["数据利用"] }],
])("%s", (raw, kind, rule, words) => {
  const fact = explain(raw).find((one) => one.kind === kind)!;
  expect(fact.rule).toContain(rule);
  expect(Object.fromEntries(Object.keys(words).map((slot) => [slot, fact.slots[slot]!.map((one) => one.words)]))).toEqual(words);
  for (const { span, words: own } of Object.values(fact.slots).flat()) if (span) expect(raw.slice(span.start, span.end)).toBe(own);
});

test("what was said before says so", () => {
  const fact = explain("2012年6月8日，县档案馆启动改造。\n6月9日，县政府成立工作组。").findLast(({ kind }) => kind === "event")!;
  expect(fact.slots["timePeriod"]).toMatchObject([{ words: "6月9日", reading: "date" }]);
});

test("every fact has a rule of a file of this stage", () => {
  for (const { rule } of explain("2012年底，全县建成9个馆，覆盖率达到75.5%。服务机制仍不健全。")) expect(rule).toMatch(/^(?:observations|events|rosters|transitions|documents|assessments)\/./u);
});
