/** What names a member of a roster: places, organs, works, people, what stands in “…”; and what is none. Not here: where a list begins and ends. */
import type { TextRegisters } from "../../../schemas/register.ts";
import { kept } from "../draft.ts";
import { isPlaceName } from "../places.ts";

/** What names a member: only these make a list a roster by themselves. */
export type MemberKind = "place" | "organ" | "work" | "quoted" | "person";

/** Ends of names, by what they name. */
const PLACE_END = /[\p{Script=Han}](?:特别行政区|自治[区州县旗]|[省市县州盟旗乡镇村]|(?<![地园城景片库灾市山社校])区|街道|社区|新区|开发区|高新区|林场|农场|牧场|垦区|流域|盆地|平原|半岛|群岛|都市圈|城市群)$/u;
const ORGAN_END = /(?:教养院|福利院|养老院|敬老院|书院|剧院|影院|疗养院|(?<=[\p{Script=Han}]{2})(?<!届)[一二三四五六七八九十侨]中|筹[建备]处|领导小组|委员会|管委会|办公室|办公厅|总局|总署|总队|支队|大队|指挥部|信访局|联合会|联谊会|协会|学会|商会|研究院|研究所|设计院|科学院|大学|学院|学校|中学|小学|医院|银行|公司|集团|(?<!研究|工程|创新|技术|服务|数据)中心|合作社|联社|党组|党委|[省市县区州盟旗镇乡]政府|人民政府|法院|检察院|人大|政协|工会|团委|妇联|科协|工商联|消防|海关|税务|公安|审计|国土|民政|财政|工商|质检|环保|金融监管|气象|水务|[部局委厅署][门]?)$/u;
const WORK_END = /(?:博物馆|纪念馆|图书馆|文化馆|体育馆|美术馆|档案馆|展览馆|新馆|公园|景区|大桥|特大桥|隧道|机场|水库|水电站|电站|电厂|高速公路|高速|铁路|高铁|公路|大道|码头|港区|港|车站|枢纽|遗址|旧址|至.{1,10}段|遗迹|古城|古镇|故居|寺|庙|塔|祠|湖|山|河|江|岛|油田|气田|煤矿|铁矿|金矿|煤化工项目|工程|项目|一期|二期|三期|号线|生产线)$/u;
/** What an organ has: 市民政局办事大厅网站. */
const OWNED = /^(?:[省市县区州]|国家|全国|中国)[^，。、的]{1,12}[局委厅署部馆会院](?:“[^”]{1,20}”)?[^，。、”]{0,8}(?:系统|平台|网站|应用|投票|项目|专栏|窗口|热线)$/u;
/** Bare kinds, names of nothing: 国家、省、市; 重点实验室、工程研究中心. */
const GENERIC = /^(?:全(?!国\p{Script=Han}{3})|各|本|该|每|某|多个|若干|部分|有关|相关|其他|所有|任何|上述|以上)|^(?:国家|中央|地方|省|市|县|区|州|乡|镇|村|旗|盟|省级|市级|县级|区县|城乡|城市|农村|城镇|乡镇|街道|社区|自治[区州县旗]|直辖市|城区|郊区|地区|部门|企业|学校|医院|高校|政府|机关|单位|银行|公司|集团|协会|商会|学会|大学|学院|科研院所|研究院|研究所|中小学|景区|公园|港口|机场|车站|铁路|公路|高速公路|水库|隧道|码头|项目|工程|重大项目|图书馆|文化馆|博物馆|体育馆|美术馆|纪念馆|本部|总部|外部|内部|全部|局部|工会|妇联|团委|人大|政协|法院|检察院|中心|基地|平台|系统|园区|产业|行业|领域|山|江|河|湖|岛)$/u;
/** Deeds and judgements: a member that begins so is an aim. */
const DEED = /^(?:加强|加快|推进|推动|推广|促进|建立|建设(?!局|部|银行|厅|委|集团|兵团)|建成|完善|健全|开展|实施|落实|提高|提升|深化|优化|强化|规范|坚持|支持|鼓励|引导|培育|打造|构建|形成|实现|保障(?!房|性)|发展(?!和改革|改革|研究)|扩大|壮大|做好|做强|做大|抓好|制定|编制|组织(?!部|委)|参与|参加|利用|运用|应用于|探索|创新(?!中心|型|院|港)|改善|改造|改进|维护|保护(?!区)|防范|防止|解决|研究(?!院|所|中心|会|室)|注重|统筹|协调|整合|拓展|延伸|增强|加大|减少|降低|严格|严厉|依法|积极|切实|全面|充分|进一步|不断|着力|大力|稳步|有序|应(?!急)|要(?!塞)|可(?!可|乐)|须|不得|未(?!来)|不(?!锈)|能(?!源|量)|使(?!馆)|让|把|将(?!军|乐)|以(?!色列)|因|经(?![信贸济开纬])|由|从(?!江|化)|通过|根据|按照|围绕|依托|结合|聚焦|对(?!外)|向(?!日)|为|与|及|并|或|也(?!门)|又|还|更|有(?![机色线])|没有)/u;
/** What is measured, felt or arranged: a list of these is none of names. */
export const ABSTRACT = /(?:率|量|值|额|数|增速|增长|收入|支出|规模|水平|比重|占比|指标|速度|效率|质量|结构|能力|意识|作用|机制|体制|制度|政策|措施|办法|方式|方法|模式|手段|环节|方面|工作|任务|目标|问题|因素|要素|情况|状况|关系|责任|义务|权利|权益|原则|理念|精神|思想|文化|安全|稳定|改革|开放|创新|协同|共享|管理|监督|监测|治理|服务|保障(?!房|性)|建设|发展|流通|销售|采购|加工|培训|教育|宣传|咨询|评估|审批|登记|统计|分析|规划|设计|运营|运行|维护|研发|转化|生态|绿色|智能|数字化|信息化|一体化|现代化)$/u;
/** Ends of what may be listed and need not be a proper name: in a list that 等 leaves open. */
export const ENTITY = /(?:[部局委厅署院行处司组室会所社站馆省市区县州盟旗乡镇村港号机品业厂店]|中心|公司|集团|平台|系统|项目|工程|海关|税务|公安|审计|国土|民政|财政|工商|质检|环保|农业|卫生|教育|交通|金融监管|国家|企业|应用|投票|街道|学校)$/u;
const SURNAME = /^[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文](?:[某×*]{1,2}|[\p{Script=Han}]{1,2})$/u;
export const LONGEST_MEMBER = 24;
/** A name begins with a year at most: 2013全国档案大会. */
const NO_NAME = /[，。；：！？《》]|^\d(?!\d{3}\p{Script=Han}(?<!年))|\d{4}年|\d月|\d%|\d[万亿]?\p{Script=Han}{1,3}$|^[一二三四五六七八九十百千万亿点]{3,}\p{Script=Han}{1,2}$|[一二][九〇○零][〇○零一二三四五六七八九]{2}年|^[近约超逾].*[成倍半番]$/u;

export function mayBeMember(member: string): boolean {
  return member.length >= 1 && member.length <= LONGEST_MEMBER && !NO_NAME.test(member) && (member.length <= 2 || !DEED.test(member));
}

const namesOf = kept((organisations: TextRegisters["organisations"]): ReadonlySet<string> => new Set(organisations.flatMap(({ name, short }) => [name, ...short])));
/** What is said within a clause and not within a name. */
const SAID = /[的了被将把\d]|进行|通过|会同|有关|按照|负责|组织(?!部)|开展|建立|实施|同意|批准|强[省市县]$/u;

let known: ReadonlySet<string> | undefined;
/** Countries and territories of the world by their Chinese names (ISO 3166, as Unicode CLDR has them). */
function countries(): ReadonlySet<string> {
  if (known) return known;
  const named = new Intl.DisplayNames(["zh-Hans"], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const names = letters.flatMap((first) => letters.flatMap((second) => named.of(first + second) ?? []));
  return (known = new Set(names.filter((name) => name.length <= LONGEST_COUNTRY)));
}
/** Longer ones are explanations: 中国香港特别行政区. */
const LONGEST_COUNTRY = 8;

/** Countries, and groups of them. */
export const isCountry = (name: string) => countries().has(name) || /^(?:欧盟|东盟|欧美|非洲|拉美|中东|东南亚|中亚|西亚|南亚|大洋洲|北美|南美)$/u.test(name);

/** 静宁|苹果: a ware by the place it comes from. */
const isOfPlace = (member: string, regions: TextRegisters["regions"]) => [3, 2].some((length) => member.length - length >= 2 && member.length - length <= 4 && isPlaceName(member.slice(0, length), regions) && !ABSTRACT.test(member) && !/^[省市县区镇乡]/u.test(member.slice(length)));

/** What names a member; null where it is no name by itself. */
export function kindOf(member: string, { regions, organisations }: TextRegisters): MemberKind | null {
  if (member.length < 2) return null;
  if (isPlaceName(member, regions) && !/^[城郊矿]区$/u.test(member)) return "place";
  if (isCountry(member)) return "place";
  if (namesOf(organisations).has(member)) return "organ";
  if (GENERIC.test(member) || DEED.test(member) || SAID.test(member.replace(/“[^”]*”/gu, ""))) return null;
  if (PLACE_END.test(member) && member.length <= 14 && member.length >= 3) return "place";
  if (/^“[^“”]{2,20}”$/u.test(member)) return "quoted";
  if (ORGAN_END.test(member) && member.length <= 20) return "organ";
  if (WORK_END.test(member) && member.length >= 3) return "work";
  if (OWNED.test(member) || isOfPlace(member, regions)) return "work";
  return SURNAME.test(member) ? "person" : null;
}

/** A name that stands by itself, whatever mark is before it. */
export function isStrong(member: string, registers: TextRegisters): boolean {
  const kind = kindOf(member, registers);
  return kind === "place" || kind === "organ" || kind === "work";
}

/** Bare kinds, that name nothing by themselves. */
export const isGeneric = (member: string) => GENERIC.test(member);
/** Whether a word is a surname with a given name. */
export const isPerson = (member: string) => SURNAME.test(member);
