/** Whose figure it is: the holder at the head of a noun phrase, and the tier it belongs to. */
import type { Level } from "../../schemas/fact.ts";
import type { TextRegisters } from "../../schemas/register.ts";
import { regionOf } from "./places.ts";

/** Ends of holders: organs, groups, territories, systems. Not where the character begins another word (市场, 区域, 部分, 行业). */
const HOLDER = /(?:部门|部委|政府|机关|机构|单位(?!国内|地区|GDP|面积|产品|工业)|企业(?!数|家|利润|所得)|领域|地区(?!生产总值)|行业|公司|集团|银行|平台|系统|网站|高校|院校|医院|学校(?!舍|园)|园区|统计局|总局|[局委厅署院](?!面|托|员)|国务院|各地|各省|各市|省级|地市级|市级|县级|区县级|乡镇|村级|一级|级(?!别)|省(?!级|份|际|会)|市(?!场|民|值|政|级|区)|(?<!地|建成)区(?!域|间|分|位|县|级)|县(?!级|域)|设备)/gu;

/** 县级机关|网上办理率: the longest head that ends like a holder and leaves something to measure. */
export function splitSubject(phrase: string): { subject: string | null; rest: string } {
  let cut = 0;
  for (const match of phrase.matchAll(HOLDER)) {
    const end = match.index + match[0].length;
    if (end <= 16) cut = end;
  }
  if (cut === 0 || OPENS_WITH_VERB.test(phrase) || !LEAVES_MEASURED.test(phrase.slice(cut))) return { subject: null, rest: phrase };
  const subject = phrase.slice(0, cut).replace(/^(?:使|在|对|由|其中|我国的?)/u, "").replace(/(?:已经|已|正在).*$/u, "");
  return { subject: subject === "" ? null : subject, rest: phrase.slice(cut) };
}

/** 新增省级龙头企业, 占全国: what was done to the holder, not what is the holder's. */
const OPENS_WITH_VERB = /^(?:新增|新建|新培育|新认定|新晋|新设|新落地|新开|续建|发行|完成|创建|占|打造|建成|推进|实施|安排|核销|培育|累计|计划|争取|引进|全省|全市|全国|我省|我市|改造|支持|录取|出台|制定|提请|取消|下放|组织|规模以上|规上|有|使|将|把)/u;
/** Something measured of the holder, or done by it; nothing at all where a tier stands alone. */
const LEAVES_MEASURED = /^$|(?:率|额|量|值|收入|支出|面积|投资|比重|占比|比例|度|总数|数|规模|里程|能力|水平|资产|利润|次数|时间|成本|标准|寿命)(?:已经|已|普遍)?$|^(?:新增|增设|完成|建成|制定|受理|办理|开展|海上|累计|较高|普遍)/u;

/** The tier that a holder's name says, or that all listed members share; the organisations of the register are central ones. */
export function levelOf(subject: string | null, members: readonly string[], { regions, organisations }: TextRegisters): Level | null {
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
