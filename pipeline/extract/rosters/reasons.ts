/** Why a list of names is a roster: rules, tried in order. Not here: cutting the list out of its sentence. */
import type { Told } from "../rule.ts";
import { countIn, type Quantities } from "./counts.ts";
import { ABSTRACT, ENTITY, isGeneric, type MemberKind } from "./members.ts";

/** What members may be said to be, after 等 or a count: names of places, bodies, works and wares. */
export const HEAD = /^(?<modifiers>(?:(?!推|建|向|在|对|以|按|进|提供|乘|生产|共享)[^，。；：的、]){0,6}?)(?<head>省份|省区|地区|城市|市州|区县|市县|县区|县市|乡镇|街道|社区|部门|部委|委办局|单位|机构|企业|公司|高校|院校|学校|医院|院所|银行|协会|组织|国家|经济体|产品|品种|商品|作物|制品|材料|设备|器材|药品|食品|物资|农产品|品牌|特产|矿产|矿种|药材|水果|粮食|干果|畜禽|树种|动物|植物|项目|工程|景区|景点|园区|港口|机场|铁路|线路|公路|口岸|河流|山脉|湖泊|水库|民族|语言|媒体|报刊|市|县|镇|乡|村|区|州|省)(?![场域级长民委政际间位分])/u;
const WARES = /产品|制品|材料|设备|器材|药品|食品|物资|品种|商品|作物|品牌|特产|矿|药材|水果|粮食|干果|畜禽|树种|动物|植物|民族|语言/u;
/** 水利、林业、气象等部门: an office is often named by what it sees to. */
const OFFICES = /部门|部委|委办局|院所/u;
/** Towns and villages are often too small for any register. */
const FIRMS = /^(?:企业|公司|集团)/u;
const TERRITORY = /^(?:市州|区县|市县|县区|县市|乡镇|街道|社区|市|县|镇|乡|村|区|州)$/u;
/** 下设: its parts are listed. */
const SET_UP = /(?:[下内分]?设|设有|设立|辖|分为)$/u;
/** 应急管理、公安等部门: what an office sees to may sound abstract. */
const OFFICE_HEAD = /^(?:有关|相关)?(?:部门|部委)/u;
/** 葡萄酒、枸杞等特色产业, 金审、金质等系统, 等处: heads of short names. */
const INDUSTRIES = /^(?:(?:特色|传统|优势|支柱|主导|富民)产业|行业(?!协会)|系统(?!性)|处(?![理置罚于境]))/u;
/** 水利、林业、气象等领域: what offices see to. */
const SPHERES = /^(?:重点|关键|主要)?(?:领域|系统|行业)/u;
/** A whole that is counted may be any: 等6大产业. */
export const COUNTED_HEAD = /^(?<noun>[^，。；：、被均都已共在（]{0,12}?(?:产业链|产业|行业|领域|系统|平台|园区|基地|集群|中心|县区|市区|县|市|区|乡镇|镇|乡|村|街道|社区|省份|省|地区|城市|国家|部门|单位|企业|公司|机构|院校|高校|学校|医院|银行|产品|品种|作物|品牌|项目|工程|景区|港口|机场|民族|线路))/u;
const PEOPLE = /^(?:\d+|[一二两三四五六七八九十]+)?[名位]?(?:同志|人(?!民|才|口)|专家|代表|院士|教授|干部|人员|领导)/u;
/** A list as its sentence has it, with what the reasons look at. */
export interface Seen {
  readonly members: readonly string[];
  readonly kinds: readonly (MemberKind | null)[];
  /** It ends in 等. */
  readonly open: boolean;
  /** The words before the first member, in its clause. */
  readonly lead: string;
  /** What follows the list, 等 included in it. */
  readonly tail: string;
  readonly quantities: Quantities;
}

/** Names of the rules, without the runs of regions that have a file of their own. */
export type ReasonName = "named-members" | "people-of-a-post" | "counted-one-by-one" | "counted-members" | "members-of-a-head" | "things-of-a-head" | "same-ending" | "wares-in-turn";

export interface Reason extends Told {
  readonly name: ReasonName;
  readonly holds: (seen: Seen) => boolean;
}

/** Parts of one thing or sides of a matter, whatever their number: no roster. */
const NO_HEAD = /方面|环节|层面|层次|层级|维度|阶段|步骤|原则|关系|任务|目标|问题|要素|指标|机制|体系|制度|功能|作用|能力|重点(?!项目|工程|企业|县|镇|村)|难点|意识|级|位一体|角度|因素|优势|特点|空间|领域|路径|统筹|导向|类型|内容|工作|措施|行动|建设|活动/u;
/** What may be listed by name under such a head, however long the names are. */
const THINGS = /^[^，。；：的、建领]{0,6}?(?:项目|工程|活动|载体|展会|赛事|盛会|会议|论坛|节会|良种|新品种|品种|基地|平台|实验室|园区|景点|景区|港口|线路|市场(?!经济|主体|准入|化|监管)|著作|作品|刊物|名品|名菜|名茶|站点|场馆|航线|专线|铁路|公路|高速公路|机场|航道|商圈|街区|景观)/u;
const TURN = /^(?:年)?(?:产量|销量|销售量|种植面积|播种面积|出栏|存栏|出口量?|产值)(?:分别|依次)/u;
const POST_BEFORE = /(?:局长|县长|市长|省长|区长|镇长|乡长|主任|书记|部长|厅长|处长|科长|院长|校长|经理|董事长|主席|会长|站长|所长|队长|委员|代表|同志|院士|教授)$/u;

const isNamed = (kind: MemberKind | null) => kind !== null && kind !== "person" && kind !== "quoted";
/** Not measured, felt or arranged, and no bare kind. */
const mayBeListed = (members: readonly string[], kinds: readonly (MemberKind | null)[]) => members.every((member, i) => kinds[i] !== null || (!isGeneric(member) && (!ABSTRACT.test(member) || ENTITY.test(member))));

export const reasons: readonly Reason[] = [
  {
    name: "named-members", says: "every member is a name: places, organs, works; people before 专家, 同志",
    holds: ({ members, kinds, tail }) => kinds.every(isNamed) || (members.length >= 4 && members[0]!.length <= 6 && mayBeListed(members, kinds) && kinds.slice(1).every(isNamed)) || (kinds.every((kind) => kind === "person") && PEOPLE.test(tail) && members.length > 0),
    examples: {
      "已建成青石大桥、云台隧道、白沙水库和南岭机场，": ["青石大桥 云台隧道 白沙水库 南岭机场"],
      "县教育局、民政局、人力资源和社会保障局联合检查。": ["县教育局 民政局 人力资源和社会保障局"],
      "由甲县财政局，甲县审计局和甲县税务局组成，": ["甲县财政局 甲县审计局 甲县税务局"],
      "（牵头单位：县教育局、县民政局、县财政局）": ["县教育局 县民政局 县财政局"],
      "与泰国、巴西、南非建立联系。": ["泰国 巴西 南非"],
    },
    leaves: ["东与长丰县、肥东县接壤，南连巢湖市。", "坚持科学规划、规范管理、注重实效。", "国家、省、市三级联动。", "命名了一批花园县城，青石、白沙当选。", "阳光政府、服务政府、节约政府深入人心。", "加快建设信息平台、完善服务系统、壮大龙头企业。"],
  },
  {
    name: "people-of-a-post", says: "副局长 before several names of people, or 等 after them",
    holds: ({ kinds, lead, open, members }) => kinds.every((kind) => kind === "person") && (POST_BEFORE.test(lead) || (open && members.filter((member) => member.length === 3).length >= 2)),
    examples: { "副馆长王志明、李晓东、张慧分管编目。": [], "馆长张伟，主任李明、王芳、赵强。": ["李明 王芳 赵强"], "王志明、李晓东、张慧等组建剧社。": ["王志明 李晓东 张慧"] },
    leaves: ["高山、林海、石桥相映。"],
  },
  {
    name: "counted-one-by-one", says: "…3个镇: the count that follows is the number of names, so each of them is one",
    holds: ({ members, kinds, open, tail, quantities }) => {
      const count = open ? undefined : countIn(tail, quantities);
      return count !== undefined && count.value === members.length && mayBeListed(members, kinds) && isOfThings(tail, count.end);
    },
    examples: {
      "全县辖东河镇、西河镇、石桥乡3个乡镇。": [],
      "下设编目股、流通股、宣传股3个股室。": ["编目股 流通股 宣传股"],
      "抽查大米、面粉、食用油三类产品。": ["大米 面粉 食用油"],
      "东湖、高桥、金沙3家书店获奖。": ["东湖 高桥 金沙"],
    },
    leaves: ["规划、建设、管理三个环节。", "经济、政治、文化、社会四大建设。", "专户、台账、清单三项，", "东湖、高桥、金沙5家书店。"],
  },
  {
    name: "counted-members", says: "等6大产业: counted after 等, as what may be a whole of anything",
    holds: ({ members, kinds, open, tail, quantities }) => {
      const count = open ? countIn(tail, quantities) : undefined;
      return count !== undefined && count.value >= members.length && mayBeListed(members, kinds) && (COUNTED_HEAD.test(tail.slice(count.end)) || isOfThings(tail, count.end));
    },
    examples: {
      "茶叶、药材、食用菌等6大产业加快发展。": ["茶叶 药材 食用菌"],
      "在平塘、荔波、独山等3个县试点，": [],
      "编目股、流通股、宣传股等9个股室。": ["编目股 流通股 宣传股"],
    },
    leaves: ["调研、论证、公示等5个环节。"],
  },
  {
    name: "members-of-a-head", says: "等部门, 等城市, 等产品: what the members are is said after 等",
    holds: ({ members, kinds, open, tail }) => {
      if (!open) return false;
      if (OFFICE_HEAD.test(tail) && members.every((member) => member.length <= 4 && !isGeneric(member))) return true;
      if (FIRMS.test(tail) && members.every((member) => member.length >= 3 && member.length <= 10 && !isGeneric(member) && !ABSTRACT.test(member))) return true;
      if (INDUSTRIES.test(tail) && members.every((member, i) => member.length <= 6 && (kinds[i] !== null || (!isGeneric(member) && !ABSTRACT.test(member))))) return true;
      if (SPHERES.test(tail) && kinds.filter(isNamed).length * 2 >= members.length) return true;
      if (!mayBeListed(members, kinds)) return false;
      const head = HEAD.exec(tail)?.groups!["head"];
      const named = kinds.filter(isNamed).length;
      if (head !== undefined && TERRITORY.test(head) && members.every((member) => member.length <= 5)) return true;
      if (named * 2 >= members.length && (head !== undefined || members.every((member) => ENTITY.test(member)))) return true;
      if (head === undefined || head === "国家" || members.some((member) => member.length > 8)) return false;
      return WARES.test(head) || (OFFICES.test(head) && members.every((member) => member.length <= 4));
    },
    examples: { "出产核桃、板栗、柿饼等干果产品，": ["核桃 板栗 柿饼"], "水利、林业、气象等部门参加。": ["水利 林业 气象"], "坪头、云坪、白沙等山区乡受灾。": ["坪头 云坪 白沙"], "海关、税务、社会保障等领域均已联网。": ["海关 税务 社会保障"], "应急管理、公安、交通运输等部门参加。": ["应急管理 公安 交通运输"], "葡萄、枸杞、滩羊等特色产业壮大。": ["葡萄 枸杞 滩羊"] },
    leaves: ["产量、产值、利润等指标好于预期。"],
  },
  {
    name: "things-of-a-head", says: "等项目, 等活动: works and gatherings, by names of any length",
    holds: ({ members, kinds, open, tail }) => open && (mayBeListed(members, kinds) || members.every((member) => member.length >= 8)) && THINGS.test(tail) && members.some((member) => member.length >= 4),
    examples: { "举办第六届茶博会、全国书香大会、古城灯会等活动。": ["第六届茶博会 全国书香大会 古城灯会"] },
    leaves: ["开展宣传、培训、咨询等活动。"],
  },
  {
    name: "same-ending", says: "回族、藏族、苗族等: names of a kind end alike",
    holds: ({ members, kinds, open, lead }) => (open || SET_UP.test(lead)) && new Set(members.map((member) => member.at(-1))).size === 1 && /[族县市镇乡村区矮型号牌种鱼茶酒组科股室处站所队]$/u.test(members[0]!) && members.every((member) => member.length >= 2 && member.length <= 6) && mayBeListed(members, kinds),
    examples: { "少数民族有回族、藏族、苗族等。": ["回族 藏族 苗族"], "馆内设采编组、流通组、辅导组。": ["采编组 流通组 辅导组"] },
    leaves: ["促进产业、就业、创业等。"],
  },
  {
    name: "wares-in-turn", says: "…产量分别: wares whose figures follow one by one",
    holds: ({ members, kinds, open, tail }) => !open && TURN.test(tail) && members.every((member) => member.length <= 8) && mayBeListed(members, kinds),
    examples: { "锅炉、水泵、电缆产量分别增长9%、8%和7%。": ["锅炉 水泵 电缆"] },
    leaves: ["收入、利润、税金分别增长9%、8%和7%。"],
  },
];

/** What is counted is a thing, and is named where the classifier alone (三项, 四种) says nothing. */
function isOfThings(tail: string, end: number): boolean {
  const noun = headNoun(tail.slice(end));
  return !NO_HEAD.test(noun) && (noun !== "" || !/[项种类条点]$/u.test(tail.slice(0, end)));
}

/** The noun phrase at the head of what follows a count: 个|中心监管所，. */
const headNoun = (tail: string) => /^[^，。；：、（均都被]{0,14}/u.exec(tail)![0];

/** Why a list is a roster; null where it is none. */
export const reasonOf = (seen: Seen): ReasonName | null => reasons.find(({ holds }) => holds(seen))?.name ?? null;
