/** claimedShare: a share claimed of the provinces, against the provinces listed for it, over the register's total. */
import { mainlandProvinces, provincesOf } from "./regions.ts";
import { countsThatFit, isRoster, plainly, share, worded, type Check, type Comparison } from "./rule.ts";
import { listedShareOver } from "./computed.ts";
import { listed } from "./example.ts";

const NINE = ["北京", "天津", "河北", "山西", "辽宁", "上海", "江苏", "浙江", "安徽"];

export const claimedShare: Check = {
  name: "claimed-share",
  title: "所称比重与所列地区",
  titleEn: "Claimed share against listed regions",
  compares: "members listed ÷ provinces in the register with the share the text claims, within rounding and within its qualifier",
  severity: "warning",
  examples: [
    { shows: "nine of 31 are under 30%", sentences: [[listed(NINE, { claimedShare: 30, claimedQualifier: "under" })]], gives: [["agrees", "9÷31=29%；所称不足30%，相当于0至9个：一致"]] },
    { shows: "ten are not", sentences: [[listed([...NINE, "福建"], { claimedShare: 30, claimedQualifier: "under" })]], gives: [["differs", "10÷31=32.3%；所称不足30%，相当于0至9个：不一致"]] },
    { shows: "an open list", sentences: [[listed(NINE, { claimedShare: 50, claimedQualifier: "over", open: true })]], gives: [["cannot tell", "9÷31=29%；所称超过50%，相当于16至31个；名单以“等”收束，只知不少于9个"]] },
    { shows: "members that are no provinces", sentences: [[listed(["甲局", "乙局"], { claimedShare: 50, claimedQualifier: "exact" })]], gives: [] },
  ],
  run: (facts, { registers }) => {
    const whole = mainlandProvinces(registers.regions).length;
    return facts.filter(isRoster).flatMap((roster): Comparison[] => {
      if (roster.claimedShare === null || whole === 0 || provincesOf(roster.members, registers.regions) === null) return [];
      const listed = new Set(roster.members).size;
      const claim = worded(roster.claimedShare, roster.claimedQualifier ?? "exact", "%");
      const allowed = countsThatFit(whole, roster.claimedShare, roster.claimedQualifier ?? "exact");
      const sum = `${listed}÷${whole}=${share(listed, whole)}%；所称${claim}，相当于${range(allowed)}个`;
      if (roster.open && listed < Math.max(...allowed)) return [{ outcome: "cannot tell", facts: [roster], arithmetic: `${sum}；名单以“等”收束，只知不少于${listed}个` }];
      const agrees = allowed.includes(listed);
      return [{ outcome: agrees ? "agrees" : "differs", facts: [roster], arithmetic: `${sum}：${agrees ? "一致" : "不一致"}`, ...(listed === roster.members.length ? { computed: listedShareOver(roster, whole, plainly(roster.claimedShare, roster.claimedQualifier)) } : {}) }];
    });
  },
};

/** 4至31, or one number. */
export function range(counts: readonly number[]): string {
  const [first, last] = [counts[0], counts.at(-1)];
  return first === undefined ? "0" : first === last ? `${first}` : `${first}至${last}`;
}
