/** Whose figure it is: the holder at the head of a noun phrase, and the tier it belongs to. */
import type { Level } from "../../schemas/fact.ts";
import type { Registers } from "../../schemas/register.ts";
import { regionOf } from "./places.ts";

/** Ends of holders: organs, groups, territories, systems. Not where the character begins another word (市场, 区域, 部分, 行业). */
const HOLDER = /(?:部门|部委|政府|机关|机构|单位|企业|领域|地区|行业|公司|集团|银行|平台|系统|网站|高校|院校|医院|学校|园区|统计局|总局|[局委厅署院](?!面|托|员)|全国|全省|全市|全区|全县|国务院|各地|各省|各市|省级|地市级|市级|县级|区县级|乡镇|村级|一级|级(?!别)|省(?!级|份|际|会)|市(?!场|民|值|政|级|区)|区(?!域|间|分|位|县|级)|县(?!级|域)|设备)/gu;

/** 县级机关|网上办理率: the longest head that ends like a holder and leaves something to measure. */
export function splitSubject(phrase: string): { subject: string | null; rest: string } {
  let cut = 0;
  for (const match of phrase.matchAll(HOLDER)) {
    const end = match.index + match[0].length;
    if (end <= 16) cut = end;
  }
  if (cut === 0) return { subject: null, rest: phrase };
  const subject = phrase.slice(0, cut).replace(/^(?:使|在|对|由|其中|我国的?)/u, "").replace(/(?:已经|已|正在).*$/u, "");
  return { subject: subject === "" ? null : subject, rest: phrase.slice(cut) };
}

/** The tier that a holder's name says, or that all listed members share; the organisations of the register are central ones. */
export function levelOf(subject: string | null, members: readonly string[], { regions, organisations }: Registers): Level | null {
  const isCentral = (member: string) => organisations.some(({ name, short }) => name === member || short.includes(member));
  const tiers = new Set(members.map((member) => (isCentral(member) ? "central" : regionOf(member, regions)?.level ?? null)));
  if (members.length > 0 && tiers.size === 1) {
    const [tier] = tiers;
    if (tier) return tier;
  }
  if (subject === null) return null;
  const region = regionOf(subject, regions);
  if (region) return region.level;
  if (/国务院|部委|中央|^国家.*(?:局|委|署)|[^府]部$|总局|总署/u.test(subject)) return "central";
  if (/省级|各省|省份|副省级/u.test(subject)) return "province";
  if (/地市|市级|地级|设区的市/u.test(subject)) return "prefecture";
  if (/县级|区县|县区|县一级/u.test(subject)) return "county";
  if (/全国|我国/u.test(subject)) return "national";
  return null;
}
