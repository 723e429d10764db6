/** claimedShare: a share claimed of the provinces, against the provinces listed for it, over the register's total. */
import { countsThatFit, isRoster, mainlandProvinces, provincesOf, share, worded, type Check, type Comparison } from "./rule.ts";

export const claimedShare: Check = {
  name: "claimed-share",
  title: "所称比重与所列地区",
  titleEn: "Claimed share against listed regions",
  compares: "members listed ÷ provinces in the register with the share the text claims, within rounding and within its qualifier",
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
      return [{ outcome: agrees ? "agrees" : "differs", facts: [roster], arithmetic: `${sum}：${agrees ? "一致" : "不一致"}` }];
    });
  },
};

/** 4至31, or one number. */
export function range(counts: readonly number[]): string {
  const [first, last] = [counts[0], counts.at(-1)];
  return first === undefined ? "0" : first === last ? `${first}` : `${first}至${last}`;
}
