/** complement: the provinces that no list of a section names must fit what is left of its claims. */
import { group } from "d3-array";
import type { Fact, Observation, Roster } from "../../schemas/fact.ts";
import { mainlandProvinces, provincesOf } from "./regions.ts";
import { countsThatFit, isObservation, isRoster, sectionKey, share, worded, type Check, type Comparison } from "./rule.ts";
import { range } from "./claimed-share.ts";
import { listed, shared } from "./example.ts";

const PROVINCES = ["北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏"];
const LISTS = [[listed(PROVINCES.slice(0, 20), { claimedShare: 60, claimedQualifier: "over" })], [listed(PROVINCES.slice(20), { claimedShare: 19, claimedQualifier: "exact" })]];
const claimed = (text: string, value: number, qualifier: Observation["qualifier"] = "exact") => shared(text, { value, qualifier, unit: "%", subject: "省级政府", level: "province", indicator: "比重" });

export const complement: Check = {
  name: "complement",
  title: "未列名地区与其余比重",
  titleEn: "Regions not listed against the remaining shares",
  compares: "the register's provinces less those listed under a claimed share, with the shares of the same section that list nobody",
  severity: "warning",
  examples: [
    { shows: "five left over: four are over 10%, one is 3%", sentences: [...LISTS, [claimed("超过10%的省级政府", 10, "over"), claimed("3%的省级政府", 3)]], gives: [["agrees", "31个省级地区减去已列名的20+6个，余5个：陕西、甘肃、青海、宁夏、新疆。其余所称超过10%（4至31个）、3%（1个）；4÷31=12.9%合超过10%，1÷31=3.2%合3%：一致"]] },
    { shows: "a claim that cannot be made up", sentences: [...LISTS, [claimed("40%的省级政府", 40)]], gives: [["differs", "31个省级地区减去已列名的20+6个，余5个：陕西、甘肃、青海、宁夏、新疆。其余所称40%（0个），合计无法恰为5个：不一致"]] },
    { shows: "one list is too few", sentences: [LISTS[0]!, [claimed("40%的省级政府", 40)]], gives: [] },
  ],
  run: (facts, { registers }) => {
    const provinces = mainlandProvinces(registers.regions);
    const sections = group(facts, sectionKey);
    return [...sections.values()].flatMap((section): Comparison[] => {
      const rosters = section.filter(isRoster).filter((r) => r.claimedShare !== null && !r.open && provincesOf(r.members, registers.regions) !== null);
      const rest = section.filter(isObservation).filter((o) => o.measure === "share" && o.unit === "%" && isOfProvinces(o) && !rosters.some((r) => bears(r, o)));
      if (rosters.length < 2 || rest.length === 0) return [];
      const listed = new Set(rosters.flatMap((r) => provincesOf(r.members, registers.regions)!.map((region) => region.code)));
      const left = provinces.filter((region) => !listed.has(region.code));
      const twice = rosters.reduce((sum, r) => sum + r.members.length, 0) - listed.size;
      const split = splitOf(left.length, rest, provinces.length);
      const names = left.map((region) => region.short).join("、");
      const counts = rosters.map((r) => r.members.length).join("+");
      const head = `${provinces.length}个省级地区减去已列名的${counts}个${twice > 0 ? `（重复${twice}个）` : ""}，余${left.length}个：${names}`;
      const claims = rest.map((o) => `${worded(o.value, o.qualifier, "%")}（${range(countsThatFit(provinces.length, o.value, o.qualifier))}个）`).join("、");
      const fit = split ? `其余所称${claims}；${rest.map((o, i) => `${split[i]}÷${provinces.length}=${share(split[i]!, provinces.length)}%合${worded(o.value, o.qualifier, "%")}`).join("，")}：一致` : `其余所称${claims}，合计无法恰为${left.length}个：不一致`;
      return [{ outcome: split ? "agrees" : "differs", facts: [...rest, ...rosters] as unknown as [Fact, ...Fact[]], arithmetic: `${head}。${fit}` }];
    });
  },
};

/** A share of provincial governments, by its holder's name. */
const isOfProvinces = (o: Observation) => o.level === "province" || /省级|各省|地方政府|省份/u.test(`${o.subject ?? ""}${o.indicator}`);

/** A roster bears an observation's claim where both claim the same share and their passages overlap. */
const bears = (roster: Roster, o: Observation) => roster.claimedShare === o.value && roster.span.start < o.span.end && o.span.start < roster.span.end;

/** One way to part `total` among the claims so that each holds: exact claims take their count, open ones what is left; null where there is none. */
function splitOf(total: number, claims: readonly Observation[], whole: number): number[] | null {
  const [claim, ...others] = claims;
  if (!claim) return total === 0 ? [] : null;
  for (const n of countsThatFit(whole, claim.value, claim.qualifier)) {
    if (n > total) break;
    const rest = splitOf(total - n, others, whole);
    if (rest) return [n, ...rest];
  }
  return null;
}
