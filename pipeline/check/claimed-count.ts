/** claimedCount: the number a text gives for a list, against the members it lists. */
import { isRoster, plainly, worded, type Check, type Comparison } from "./rule.ts";
import { countOver } from "./computed.ts";
import { listed } from "./example.ts";

export const claimedCount: Check = {
  name: "claimed-count",
  title: "所称数目与所列成员",
  titleEn: "Claimed count against listed members",
  compares: "the number given for a roster with the members listed; a list that ends in 等 can only be too long",
  severity: "warning",
  examples: [
    { shows: "as many as claimed", sentences: [[listed(["甲", "乙", "丙"], { claimedCount: 3 })]], gives: [["agrees", "列出3个；所称3个：一致"]] },
    { shows: "one missing", sentences: [[listed(["甲", "乙", "丙"], { claimedCount: 4 })]], gives: [["differs", "列出3个；所称4个：相差1个"]] },
    { shows: "an open list that is too long", sentences: [[listed(["甲", "乙", "丙"], { claimedCount: 2, open: true })]], gives: [["differs", "列出3个；所称2个：相差1个"]] },
    { shows: "an open list", sentences: [[listed(["甲", "乙", "丙"], { claimedCount: 18, open: true })]], gives: [["cannot tell", "列出3个，以“等”收束；所称18个，另有15个未列名，无从核对"]] },
  ],
  run: (facts) =>
    facts.filter(isRoster).flatMap((roster): Comparison[] => {
      if (roster.claimedCount === null) return [];
      const listed = roster.members.length;
      const claimed = worded(roster.claimedCount, roster.claimedQualifier ?? "exact", "个");
      if (roster.open && listed < roster.claimedCount) {
        return [{ outcome: "cannot tell", facts: [roster], arithmetic: `列出${listed}个，以“等”收束；所称${claimed}，另有${roster.claimedCount - listed}个未列名，无从核对` }];
      }
      const agrees = listed === roster.claimedCount || (roster.claimedQualifier === "over" && listed > roster.claimedCount);
      return [{ outcome: agrees ? "agrees" : "differs", facts: [roster], arithmetic: `列出${listed}个；所称${claimed}：${agrees ? "一致" : `相差${Math.abs(listed - roster.claimedCount)}个`}`, computed: countOver(roster, plainly(roster.claimedCount, roster.claimedQualifier)) }];
    }),
};
