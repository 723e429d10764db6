/** A finding's arithmetic as data: what of which facts, and what is claimed. */
import { expect, test } from "vitest";
import { before, changed, laidOut, listed, observed } from "../../pipeline/check/example.ts";
import { check } from "../../pipeline/check/index.ts";
import type { EarlierYear } from "../../schemas/edition.ts";
import type { Fact } from "../../schemas/fact.ts";
import { registers } from "../fixtures/registers.ts";

const END = { timePeriod: "2013-12-31" };
const TOTALS = before(2012, observed("微博总数176714个", { id: "a", timePeriod: "2012-12-20" }));

test.each<[string, Fact[], EarlierYear[], unknown]>([
  ["parts and their total", [observed("微博总数9050个"), observed("其中机构微博6020个"), observed("、干部微博3030个")], [], { result: { op: "sum", of: ["例:0:1", "例:0:2"], decimals: 6 }, claim: "例:0:0" }],
  ["a growth on an earlier year's figure, by the name it has now", [observed("微博总数258737个", END), changed("比上年增长46.42%", { indicator: "微博总数", ...END })], [TOTALS], { result: { op: "growth", of: "例:0:0", against: "2012:a", decimals: 2 }, claim: "例:0:1" }],
  ["names listed", [listed(["甲", "乙", "丙"], { claimedCount: 4 })], [], { result: { op: "count", of: "例:0:0" }, claim: 4 }],
  ["a hedged part: nothing", [observed("微博总数9050个"), observed("包括机构微博超过9060个", { qualifier: "over", value: 9060 }), observed("、干部微博3030个")], [], undefined],
  ["a list that 等 leaves open: nothing", [listed(["甲", "乙", "丙"], { claimedCount: 2, open: true })], [], undefined],
])("%s", (_, facts, earlier, computed) => {
  const { facts: placed, texts } = laidOut([facts]);
  const found = check(placed, { registers, severities: {}, year: 2013, earlier, texts }).filter((finding) => ["parts-total", "level-growth", "claimed-count"].includes(finding.check));
  expect(found).toHaveLength(1);
  expect(found.map((finding) => finding.computed)).toEqual([computed]);
});
