/** Rosters: named members (places, organs, works, products, people), with the number or share that the text claims of them. Not here: lists of aims, deeds and indicators. */
import { bisectRight, bisector } from "d3-array";
import type { Qualifier } from "../../schemas/fact.ts";
import type { Registers } from "../../schemas/register.ts";
import { backTo, kept, rolesOf, type Draft, type TextInHand } from "./draft.ts";
import { parseNumber } from "./numerals.ts";
import { isPlaceName, placeReader, type PlaceName, type PlaceReader } from "./places.ts";
import { quantityReader, type Quantity } from "./quantities.ts";
import { timesOf, type TimeAt } from "./times.ts";

type Quantities = (text: string) => Quantity[];
/** What names a member: only these make a list a roster by themselves. */
type MemberKind = "place" | "organ" | "work" | "quoted" | "person";

/** A list as it stands in a sentence. Offsets are into the passage. */
export interface Listed {
  readonly start: number;
  /** After the last member, and after 等. */
  readonly end: number;
  readonly members: readonly string[];
  readonly open: boolean;
  /** Which of the rules below made it a roster. */
  readonly rule: "named-members" | "counted-members" | "members-of-a-head";
}

/** Text → the members of the rosters in it. */
export const examples: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "全县辖东河镇、西河镇、石桥乡3个乡镇。": [["东河镇", "西河镇", "石桥乡"]],
  "东与长丰县、肥东县接壤，南连巢湖市。": [],
  "已建成青石大桥、云台隧道、白沙水库和南岭机场，": [["青石大桥", "云台隧道", "白沙水库", "南岭机场"]],
  "县教育局、民政局、人力资源和社会保障局联合检查。": [["县教育局", "民政局", "人力资源和社会保障局"]],
  "出产核桃、板栗、柿饼等干果产品，": [["核桃", "板栗", "柿饼"]],
  "在平塘、荔波、独山等3个县试点，": [["平塘", "荔波", "独山"]],
  "茶叶、药材、食用菌等6大产业加快发展。": [["茶叶", "药材", "食用菌"]],
  "坚持科学规划、规范管理、注重实效。": [],
  "产量、产值、利润等指标好于预期。": [],
  "国家、省、市三级联动。": [],
  "由甲县财政局，甲县审计局和甲县税务局组成，": [["甲县财政局", "甲县审计局", "甲县税务局"]],
  "命名了一批花园县城，青石、白沙当选。": [],
  "阳光政府、服务政府、节约政府深入人心。": [],
  "加快建设信息平台、完善服务系统、壮大龙头企业。": [],
};

/** Ends of names, by what they name. */
const PLACE_END = /[\p{Script=Han}](?:特别行政区|自治[区州县旗]|[省市县州盟旗乡镇村]|(?<![地园城景片库灾市山社校])区|街道|社区|新区|开发区|高新区|林场|农场|牧场|垦区|流域|盆地|平原|半岛|群岛|都市圈|城市群)$/u;
const ORGAN_END = /(?:领导小组|委员会|管委会|办公室|办公厅|总局|总署|总队|支队|大队|指挥部|信访局|联合会|联谊会|协会|学会|商会|研究院|研究所|设计院|科学院|大学|学院|学校|中学|小学|医院|银行|公司|集团|(?<!研究|工程|创新|技术|服务|数据)中心|合作社|联社|党组|党委|[省市县区州盟旗镇乡]政府|法院|检察院|人大|政协|工会|团委|妇联|科协|工商联|消防|海关|税务|公安|审计|国土|民政|财政|工商|质检|环保|金融监管|气象|水务|[部局委厅署][门]?)$/u;
const WORK_END = /(?:博物馆|纪念馆|图书馆|文化馆|体育馆|美术馆|档案馆|展览馆|新馆|公园|景区|大桥|特大桥|隧道|机场|水库|水电站|电站|电厂|高速公路|高速|铁路|高铁|公路|大道|码头|港区|港|车站|枢纽|遗址|遗迹|古城|古镇|故居|寺|庙|塔|祠|湖|山|河|江|岛|油田|气田|煤矿|铁矿|金矿|煤化工项目|工程|项目|一期|二期|三期|号线|生产线)$/u;
/** What an organ has: 市民政局办事大厅网站. */
const OWNED = /^(?:[省市县区州]|国家|全国|中国)[^，。、的]{1,12}[局委厅署部馆会院](?:“[^”]{1,20}”)?[^，。、”]{0,8}(?:系统|平台|网站|应用|投票|项目|专栏|窗口|热线)$/u;
/** Bare kinds, names of nothing: 国家、省、市; 重点实验室、工程研究中心. */
const GENERIC = /^(?:全|各|本|该|每|某|多个|若干|部分|有关|相关|其他|所有|任何|上述|以上)|^(?:国家|中央|地方|省|市|县|区|州|乡|镇|村|旗|盟|省级|市级|县级|区县|城乡|城市|农村|城镇|乡镇|街道|社区|自治[区州县旗]|直辖市|城区|郊区|地区|部门|企业|学校|医院|高校|政府|机关|单位|银行|公司|集团|协会|商会|学会|大学|学院|科研院所|研究院|研究所|中小学|景区|公园|港口|机场|车站|铁路|公路|高速公路|水库|隧道|码头|项目|工程|重大项目|图书馆|文化馆|博物馆|体育馆|美术馆|纪念馆|本部|总部|外部|内部|全部|局部|工会|妇联|团委|人大|政协|法院|检察院|中心|基地|平台|系统|园区|产业|行业|领域|山|江|河|湖|岛)$/u;
/** Deeds and judgements: a member that begins so is an aim. */
const DEED = /^(?:加强|加快|推进|推动|推广|促进|建立|建设(?!局|部|银行|厅|委|集团|兵团)|建成|完善|健全|开展|实施|落实|提高|提升|深化|优化|强化|规范|坚持|支持|鼓励|引导|培育|打造|构建|形成|实现|保障(?!房|性)|发展(?!和改革|改革|研究)|扩大|壮大|做好|做强|做大|抓好|制定|编制|组织(?!部|委)|参与|参加|利用|运用|应用于|探索|创新(?!中心|型|院|港)|改善|改造|改进|维护|保护(?!区)|防范|防止|解决|研究(?!院|所|中心|会|室)|注重|统筹|协调|整合|拓展|延伸|增强|加大|减少|降低|严格|严厉|依法|积极|切实|全面|充分|进一步|不断|着力|大力|稳步|有序|应(?!急)|要(?!塞)|可(?!可|乐)|须|不得|未(?!来)|不(?!锈)|能(?!源|量)|使(?!馆)|让|把|将(?!军|乐)|以(?!色列)|因|经(?![信贸济开纬])|由|从(?!江|化)|通过|根据|按照|围绕|依托|结合|聚焦|对(?!外)|向(?!日)|为|与|及|并|或|也(?!门)|又|还|更|有(?![机色线])|没有)/u;
/** What is measured, felt or arranged: a list of these is none of names. */
const ABSTRACT = /(?:率|量|值|额|数|增速|增长|收入|支出|规模|水平|比重|占比|指标|速度|效率|质量|结构|能力|意识|作用|机制|体制|制度|政策|措施|办法|方式|方法|模式|手段|环节|方面|工作|任务|目标|问题|因素|要素|情况|状况|关系|责任|义务|权利|权益|原则|理念|精神|思想|文化|安全|稳定|改革|开放|创新|协同|共享|管理|监督|监测|治理|服务|保障(?!房|性)|建设|发展|流通|销售|采购|加工|培训|教育|宣传|咨询|评估|审批|登记|统计|分析|规划|设计|运营|运行|维护|研发|转化|生态|绿色|智能|数字化|信息化|一体化|现代化)$/u;
/** Ends of what may be listed and need not be a proper name: in a list that 等 leaves open. */
const ENTITY = /(?:[部局委厅署院行处司组室会所社站馆省市区县州盟旗乡镇村港号机品业厂店]|中心|公司|集团|平台|系统|项目|工程|海关|税务|公安|审计|国土|民政|财政|工商|质检|环保|农业|卫生|教育|交通|金融监管|国家|企业|应用|投票|街道|学校)$/u;
/** What members may be said to be, after 等 or a count: names of places, bodies, works and wares. */
const HEAD = /^(?<modifiers>(?:(?!推|建|向|在|对|以|按|进|提供|乘|生产|共享)[^，。；：的、]){0,6}?)(?<head>省份|省区|地区|城市|市州|区县|市县|县区|县市|乡镇|街道|社区|部门|部委|委办局|单位|机构|企业|公司|高校|院校|学校|医院|院所|银行|协会|组织|国家|经济体|产品|品种|商品|作物|农产品|品牌|特产|矿产|矿种|药材|水果|粮食|干果|畜禽|树种|动物|植物|项目|工程|景区|景点|园区|港口|机场|铁路|线路|公路|口岸|河流|山脉|湖泊|水库|民族|语言|媒体|报刊|市|县|镇|乡|村|区|州|省)(?![场域级长民委政际间位分])/u;
const WARES = /产品|品种|商品|作物|品牌|特产|矿|药材|水果|粮食|干果|畜禽|树种|动物|植物|民族|语言/u;
/** 水利、林业、气象等部门: an office is often named by what it sees to. */
const OFFICES = /部门|部委|委办局|院所/u;
/** A whole that is counted may be any: 等6大产业. */
const COUNTED_HEAD = /^(?<noun>[^，。；：、被均都已共在（]{0,12}?(?:产业链|产业|行业|领域|系统|平台|园区|基地|集群|中心|县区|市区|县|市|区|乡镇|镇|乡|村|街道|社区|省份|省|地区|城市|国家|部门|单位|企业|公司|机构|院校|高校|学校|医院|银行|产品|品种|作物|品牌|项目|工程|景区|港口|机场|民族|线路))/u;

/** Words after which a first member begins. What is one character long counts only where the piece is too long for a name. */
const LEADS = /(?:具体包括|主要包括|主要分布[在于]|主要是|主要有|分别[是为]|具体[是为]|包括|包含|涵盖|例如|比如|譬如|其中|以及|坐落于|位于|设[在于]|设置在|服务于|下辖|管辖|现辖|辖有|辖|出产|盛产|主产|特产|生产|种植|养殖|流经|途经|途径|贯穿|连接|毗邻|相邻|接壤|建成|新建|续建|改建|扩建|在建|投用|抓实|获|开工|竣工|完成|打通|开通|启用|启动|推进|推动|加快|引进|引入|培育|打造|拥有|现有|设有|建有|组建|成立|设立|关停|整合|撤销|合并|联合|会同|协调|组织(?!部)|邀请|承办|举办|支持|覆盖|涉及|面向|来自|赴|我国|我省|我市|全国|全省|全市|全县|目前|已|如|即|对|将|由|在|把|了|为|是|有|到|从|给|让|使|与|和|同|于|含|的)/gu;
const SINGLE = /^[^辖]$/u;
/** What follows a list that 等 does not close. */
const AFTER = /^(?:\d|[一二两三四五六七八九十]+(?:[个家项座种大]|[县市区镇乡村](?![^，。、]))|构成|组成|形成|接壤|交界|毗邻|相邻|相连|相接|已|均|都|也|被|共|同|开展|建立|建成|开通|位居|分别|承担|进行|实现|达到|设立|普遍|以|联合|为|是|在|的|列|入选|获|产业|地区|参加|参与|出席|率先|先后|陆续|正式|建设|发展|加快|全|通过|全部|完工|投|竣工|开工|联|（|$)/u;
const SURNAME = /^[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文](?:[某×*]{1,2}|[\p{Script=Han}]{1,2})$/u;
const PEOPLE = /^(?:\d+|[一二两三四五六七八九十]+)?[名位]?(?:同志|人(?!民|才|口)|专家|代表|院士|教授|干部|人员|领导)/u;

const LONGEST_MEMBER = 24;

/** What a character does to the pieces of a sentence. */
const STOPS = 1, OPENS = 2, CLOSES = 3, PARTS = 4;
const roles = rolesOf("。；：！？\n\u3000", "“（《", "”）》", "、，", "和与及以");

export function rosters(text: TextInHand): Draft[] {
  const quantities = quantityReader(text.registers.units.map((u) => u.unit));
  const places = placeReader(text.registers.regions);
  const times = timesOf(text);
  const named = places(text.restored.text);
  const drafts = text.outline.sentences.flatMap(({ start, end, text: sentence }) =>
    listedIn(sentence, text.registers, quantities, () => placesFrom(named, start, end)).map((list) => fromList(list, sentence, start, quantities, times(start + list.start))),
  );
  const regions = regionRuns(text, named, quantities, times);
  const isCovered = coveredBy(regions);
  return [...drafts.filter((draft) => !isCovered(draft)), ...regions];
}

const byStart = bisector(({ start }: PlaceName) => start);

/** The places of a stretch of the text, with offsets into it: what reading the stretch again would find, as no name reaches over the end of a sentence. */
function placesFrom(named: readonly PlaceName[], start: number, end: number): PlaceName[] {
  return named.slice(byStart.left(named, start), byStart.left(named, end)).map((place) => ({ ...place, start: place.start - start, end: place.end - start }));
}

/** Whether one of the drafts touches another: of those that begin up to its end, the one that reaches farthest tells. */
function coveredBy(drafts: readonly Draft[]): (draft: Draft) => boolean {
  const sorted = drafts.toSorted((a, b) => a.start - b.start);
  const starts = sorted.map(({ start }) => start);
  let reach = -1;
  const reaches = sorted.map(({ end }) => (reach = Math.max(reach, end)));
  return ({ start, end }) => (reaches[bisectRight(starts, end) - 1] ?? -1) >= start;
}

/** A piece between two joins; the join that stands before it. */
interface Piece { readonly start: number; readonly text: string; readonly join: string }

/** The rosters of a sentence, in order. */
export function listedIn(sentence: string, registers: Registers, quantities: Quantities, places: PlaceReader): Listed[] {
  const out: Listed[] = [];
  const masked = mask(sentence, registers, places);
  for (const pieces of runsOf(masked)) {
    const lasts = lastsOf(pieces, registers);
    for (let at = 0; at < pieces.length - 2;) {
      const last = lasts[at + 1]!;
      const fault = last - at < 2 ? null : faultIn(pieces, at + 1, last, sentence);
      const found = last - at < 2 || fault !== null ? null : listFrom(pieces, at, last, sentence, registers, quantities);
      if (found) out.push(found);
      // A list that begins later, but before a piece that is no member, would hold it too.
      at = found ? last + 1 : fault ?? at + 1;
    }
  }
  return out;
}

/** For each piece, the last one of a list that it is the second of: pieces in the middle are whole members; 等 closes the list. Read once for a run, so that a page of names stays linear. */
function lastsOf(pieces: readonly Piece[], registers: Registers): number[] {
  const lasts: number[] = [];
  let last = pieces.length - 1;
  for (let i = pieces.length - 1; i >= 0; i--) {
    const { text, join } = pieces[i]!;
    if (!goesOn(pieces[i]!, registers) || closing(text)) last = join === "，" && !isStrong(headOf(text), registers) ? i - 1 : i;
    lasts[i] = last;
  }
  return lasts;
}

/** The first piece from `from` up to `to` that cannot be a member; null where all can. */
function faultIn(pieces: readonly Piece[], from: number, to: number, sentence: string): number | null {
  for (let i = from; i < to; i++) if (!mayBeMember(shown(pieces[i]!, sentence))) return i;
  return null;
}

/** A piece as the sentence has it, or as much of it as is asked for. */
const shown = ({ start, text }: Piece, sentence: string, length = text.length) => sentence.slice(start, start + length);

/** 和 within a name joins nothing: it is hidden while pieces are cut, by a character of the same length. */
const HIDDEN = "\uE000";
function mask(sentence: string, { organisations }: Registers, places: PlaceReader): string {
  if (!/[和与及]/u.test(sentence)) return sentence;
  let masked = sentence;
  const hide = (start: number, end: number) => {
    masked = masked.slice(0, start) + masked.slice(start, end).replace(/[和与及]/gu, HIDDEN) + masked.slice(end);
  };
  for (const { start, end } of places(sentence)) hide(start, end);
  const { names, pairs } = joinedNames(organisations);
  if (pairsOf(sentence).some((pair) => pairs.has(pair))) for (const core of names) {
    for (let at = sentence.indexOf(core); at >= 0; at = sentence.indexOf(core, at + core.length)) hide(at, at + core.length);
  }
  return masked;
}

/** The joining words of a text, each with the character after it. */
const pairsOf = (text: string) => [...text.matchAll(/[和与及](?=(.))/gsu)].map(([join, after]) => join + after!);

/** Names that local organs have by themselves. */
const ALSO_JOINED = ["自然资源和规划", "规划和自然资源", "文化和旅游", "卫生和计划生育", "住房和城乡建设", "林业和草原", "体育和旅游"];
/** 工业和信息化, 人力资源和社会保障: what local organs share with the central ones; and the 和信, 和社 within: a sentence without one of these need not be searched for the names. */
const joinedNames = kept((organisations: Registers["organisations"]): { readonly names: readonly string[]; readonly pairs: ReadonlySet<string> } => {
  const cores = organisations.flatMap(({ name }) => /^(?:国家)?(?<core>.{2,12}[和与及].{2,10}?)(?:委员会|领导小组|办公室|部|总局|局|署)$/u.exec(name)?.groups?.["core"] ?? []);
  const names = [...new Set([...cores, ...ALSO_JOINED])];
  return { names, pairs: new Set(names.flatMap(pairsOf)) };
});

/** The pieces of a sentence, run by run: parted by 、 and joining words, and by ， which may be a 、 that was restored wrongly. */
function runsOf(sentence: string): Piece[][] {
  const runs: Piece[][] = [];
  let run: Piece[] = [], from = 0, depth = 0, join = "";
  const cut = (to: number, next: string, width: number) => {
    run.push({ start: from, text: sentence.slice(from, to), join });
    from = to + width;
    join = next;
  };
  for (let i = 0; i < sentence.length; i++) {
    const role = roles[sentence.charCodeAt(i)];
    if (role === 0) continue;
    const c = sentence[i]!;
    if (role === OPENS) depth++;
    else if (role === CLOSES) depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (role === STOPS) { cut(i, "", 1); runs.push(run); run = []; }
    else if (role === PARTS) {
      const width = sentence.startsWith("以及", i + 1) ? 3 : /[和与及]/u.test(sentence[i + 1] ?? "") ? 2 : 1;
      cut(i, c, width);
      i += width - 1;
    } else if (sentence.startsWith("以及", i) && i > from) { cut(i, "和", 2); i++; }
    else if (c !== "以" && i > from && !(c === "及" && /[以其]/u.test(sentence[i - 1]!))) cut(i, "和", 1);
  }
  if (from < sentence.length) cut(sentence.length, "", 0);
  runs.push(run);
  return runs.filter((pieces) => pieces.length >= 3 && pieces.some(({ join }) => join === "、" || join === "和"));
}

/** A list from the piece at `at` to the one at `last`, whose pieces in the middle may be members; null where it is none. */
function listFrom(pieces: readonly Piece[], at: number, last: number, sentence: string, registers: Registers, quantities: Quantities): Listed | null {
  const first = pieces[at]!;
  const middle = pieces.slice(at + 1, last).map((piece) => shown(piece, sentence));
  const final = pieces[last]!;
  const etc = closing(final.text);
  const lastMember = etc ? shown(final, sentence, etc) : lastOf(shown(final, sentence), middle, registers);
  if (lastMember === null || !mayBeMember(lastMember)) return null;
  const cut = firstOf(shown(first, sentence), [...middle, lastMember], registers);
  const members = [shown(first, sentence).slice(cut), ...middle, lastMember];
  if (!mayBeMember(members[0]!)) return null;
  if (pieces[at + 1]!.join === "，" && !mayPrecedeComma(first, cut, members, registers)) return null;
  const open = etc !== null;
  const end = final.start + lastMember.length + (open ? (final.text.startsWith("等等", etc) ? 2 : 1) : 0);
  const rule = ruleOf(members, open, sentence.slice(end), registers, quantities);
  return rule && { start: first.start + cut, end, members, open, rule };
}

/** A ， after the first member parts clauses, unless a word that opens lists stands before a name of the same kind as the next: 由甲局，乙局和丙局组成. */
function mayPrecedeComma({ text, join }: Piece, cut: number, members: readonly string[], registers: Registers): boolean {
  const kind = kindOf(members[0]!, registers);
  if (!members.every((member) => isStrong(member, registers))) return false;
  return cut === 0 ? (join === "" || join === "，") && kind === kindOf(members[1]!, registers) : /[为由有是括于在对向]$/u.test(text.slice(0, cut));
}

const headOf = (text: string) => text.slice(0, closing(text) ?? LONGEST_MEMBER);

/** Where 等 closes a list within a piece; null where it does not: 等级, 平等, 等待. */
function closing(piece: string): number | null {
  const at = piece.includes("等", 1) && /(?<=.)(?<![平对同相均高中初头特劣])等(?![级待候于同位额次差])/u.exec(piece);
  return at && at.index <= LONGEST_MEMBER ? at.index : null;
}

function goesOn({ text, join }: Piece, registers: Registers): boolean {
  if (text === "" || text.length > LONGEST_MEMBER) return false;
  return join !== "，" || isStrong(text, registers);
}

function mayBeMember(member: string): boolean {
  return member.length >= 1 && member.length <= LONGEST_MEMBER && !/[，。；：！？《》]|^\d|\d{4}年|\d月|\d%/u.test(member) && !DEED.test(member);
}

const namesOf = kept((organisations: Registers["organisations"]): ReadonlySet<string> => new Set(organisations.flatMap(({ name, short }) => [name, ...short])));

/** What is said within a clause and not within a name. */
const SAID = /[的了被将把\d]|进行|通过|会同|有关|按照|负责|组织(?!部)|开展|建立|实施|同意|批准|强[省市县]$/u;

function kindOf(member: string, { regions, organisations }: Registers): MemberKind | null {
  if (member.length < 2) return null;
  if (isPlaceName(member, regions) && !/^[城郊矿]区$/u.test(member)) return "place";
  if (namesOf(organisations).has(member)) return "organ";
  if (GENERIC.test(member) || DEED.test(member) || SAID.test(member.replace(/“[^”]*”/gu, ""))) return null;
  if (PLACE_END.test(member) && member.length <= 14 && member.length >= 3) return "place";
  if (/^“[^“”]{2,20}”$/u.test(member)) return "quoted";
  if (ORGAN_END.test(member) && member.length <= 20) return "organ";
  if (WORK_END.test(member) && member.length >= 3) return "work";
  if (OWNED.test(member)) return "work";
  return SURNAME.test(member) ? "person" : null;
}

/** A name that stands by itself, whatever mark is before it. */
function isStrong(member: string, registers: Registers): boolean {
  const kind = kindOf(member, registers);
  return kind === "place" || kind === "organ" || kind === "work";
}

/** Where the first member begins in its piece. */
function firstOf(piece: string, others: readonly string[], registers: Registers): number {
  const typical = Math.max(2, ...others.map((other) => other.length));
  let best = 0;
  for (const { 0: lead, index } of piece.replace(/[“（][^”）]*[”）]/gu, (within) => "□".repeat(within.length)).matchAll(LEADS)) {
    const end = index + lead.length;
    const left = piece.length - end;
    if (left < 2 || (SINGLE.test(lead) && index > 0 && piece.length <= typical + 1)) continue;
    best = end;
  }
  // A name of the register that the piece ends with: 自北京市.
  const tail = (Math.min(6, piece.length - best) > 2 && others.every((other) => isPlaceName(other, registers.regions)))
    ? [5, 4, 3, 2].find((length) => length < piece.length - best && isPlaceName(piece.slice(-length), registers.regions))
    : undefined;
  return tail === undefined ? best : piece.length - tail;
}

/** The last member of a list that nothing closes: the piece itself, or as much of it as is a name of the others' kind and is followed by more. */
function lastOf(piece: string, middle: readonly string[], registers: Registers): string | null {
  const kind = kindOf(middle[0] ?? "", registers);
  if (!kind) return null;
  if (kindOf(piece, registers) === kind) return piece;
  const ends = new Set(middle.map((member) => member.at(-1)));
  for (let length = 2; length <= Math.min(LONGEST_MEMBER, piece.length - 1); length++) {
    const member = piece.slice(0, length);
    if (kindOf(member, registers) === kind && (AFTER.test(piece.slice(length)) || (ends.size === 1 && ends.has(member.at(-1)) && kind !== "organ"))) return member;
  }
  return null;
}

/** Why a list is a roster, or null: names make one; in an open list a count or a head does too. */
function ruleOf(members: readonly string[], open: boolean, tail: string, registers: Registers, quantities: Quantities): Listed["rule"] | null {
  const kinds = members.map((member) => kindOf(member, registers));
  const people = kinds.filter((kind) => kind === "person").length;
  const named = kinds.filter((kind) => kind !== null && kind !== "person" && kind !== "quoted").length;
  if (named === members.length || (people === members.length && PEOPLE.test(tail))) return "named-members";
  if (!open || members.some((member) => ABSTRACT.test(member) && !ENTITY.test(member) && kindOf(member, registers) === null)) return null;
  if (members.some((member, i) => kinds[i] === null && GENERIC.test(member))) return null;
  const count = countIn(tail, quantities);
  if (count && COUNTED_HEAD.test(tail.slice(count.end))) return "counted-members";
  const head = HEAD.exec(tail)?.groups!["head"];
  if (named * 2 >= members.length && (head !== undefined || members.every((member) => ENTITY.test(member)))) return "members-of-a-head";
  if (head === undefined || members.some((member) => member.length > 8)) return null;
  return WARES.test(head) || (OFFICES.test(head) && members.every((member) => member.length <= 4)) ? "members-of-a-head" : null;
}

const COUNTER = /^[个家项座种类所条处户支名位人]$/u;
/** 3县, 6大产业, 七镇: counted without a classifier. */
const BARE_COUNT = /^(?<figure>\d{1,4}|[一二两三四五六七八九十]{1,3})(?:大|(?=[省市州县区镇乡村]))/u;
interface Count { readonly start: number; readonly end: number; readonly value: number; readonly qualifier: Qualifier }

function countIn(tail: string, quantities: Quantities): Count | undefined {
  const counted = quantities(tail.slice(0, 24)).find((quantity) => quantity.start <= 1 && COUNTER.test(quantity.unit));
  if (counted) return counted;
  const bare = BARE_COUNT.exec(tail);
  const value = bare && parseNumber(bare.groups!["figure"]!);
  return bare && value ? { start: 0, end: bare[0].length, value, qualifier: "exact" } : undefined;
}

function fromList(list: Listed, sentence: string, base: number, quantities: Quantities, time: TimeAt): Draft {
  const tail = sentence.slice(list.end);
  const count = countIn(tail, quantities);
  const lead = sentence.slice(0, list.start);
  const trinity = /^(?:构成|组成|形成)[^，。]{0,30}?“?(?<n>[三四五六七八])位一体”?/u.exec(tail);
  const claim = count || trinity ? null : countBefore(lead, quantities);
  const noun = (count ? COUNTED_HEAD : HEAD).exec(tail.slice(count?.end ?? 0))?.[0] ?? "";
  const end = list.end + (count ? count.end + noun.length : trinity ? trinity[0].length : 0);
  return {
    kind: "roster",
    start: base + list.start,
    end: base + end,
    category: categoryOf(list.open || count !== undefined, lead, noun, tail.slice(count?.end ?? 0)),
    members: [...list.members],
    open: list.open,
    claimedCount: count?.value ?? claim?.value ?? (trinity ? "零一二三四五六七八".indexOf(trinity.groups!["n"]!) : null),
    claimedShare: null,
    claimedQualifier: count?.qualifier ?? claim?.qualifier ?? (trinity ? "exact" : null),
    timePeriod: time.value,
    inferred: time.inferred,
    rule: `rosters/${list.rule}`,
  };
}

/** 设3个镇：…, 有5家企业（…: a count of what is then listed. */
function countBefore(lead: string, quantities: Quantities): Count | null {
  const near = /[^，。；]{1,20}(?:：|，|（|，?(?:即|分别[是为]|包括|为|是))$/u.exec(lead.slice(-26))?.[0];
  if (!near) return null;
  return quantities(near).findLast((quantity) => COUNTER.test(quantity.unit) && /^[^，。、；：（]{0,10}(?:：|，|（|即|分别[是为]|包括|为|是)/u.test(near.slice(quantity.end))) ?? null;
}

/** What is said of the members: the noun after 等, else the words before the list, else those after it. */
function categoryOf(isSaidAfter: boolean, lead: string, noun: string, tail: string): string {
  const clause = /[^，。；：]{0,30}/u.exec(tail)![0].replace(/(?:均|都|也)?(?:已)?(?:达到|达|为|超过)?\d*[%、]*$/u, "");
  const before = backTo("，。；：", lead, lead.length).replace(/(?:分别|主要|具体)?(?:包括|下辖|辖|如|为|是|由|有|在|即)$/u, "").replace(/^(?:目前|其中|已)/u, "").slice(-30);
  if (isSaidAfter && noun) return noun;
  return (isSaidAfter ? clause || before : before || clause) || noun || "名单";
}

/** Runs of at least three regions, whatever marks part them: a list of provinces is one even where a mark was restored wrongly. */
function regionRuns(text: TextInHand, named: readonly PlaceName[], quantities: Quantities, times: (at: number) => TimeAt): Draft[] {
  const body = text.restored.text;
  const runs: PlaceName[][] = [];
  for (const place of named) {
    const run = runs.at(-1);
    const between = run ? body.slice(run.at(-1)!.end, place.start) : "";
    if (run && /^(?:[、，。]|和|及|以及|与)$/u.test(between)) run.push(place);
    else runs.push([place]);
  }
  return runs.filter((run) => run.length >= 3 && !/[、]$/u.test(body.slice(Math.max(0, run[0]!.start - 1), run[0]!.start)) && body[run.at(-1)!.end] !== "、").map((run) => {
    const start = run[0]!.start, end = run.at(-1)!.end;
    const open = body[end] === "等";
    const tail = body.slice(end + (open ? 1 : 0), end + 40).split(/[，。；]/u)[0]!;
    const count = countIn(tail, quantities);
    const claim = count || open ? null : claimedBefore(body, start, quantities);
    const noun = count ? /^[^，。被的]{1,14}/u.exec(tail.slice(count.end))?.[0].replace(/、$/u, "") ?? "" : "";
    const time = times(start);
    return {
      kind: "roster",
      start: claim?.start ?? start,
      end: count ? end + (open ? 1 : 0) + count.end + noun.length : end,
      category: claim?.category ?? (noun || leadBefore(body, start)),
      members: run.map((p) => body.slice(p.start, p.end)),
      open,
      claimedCount: count?.value ?? null,
      claimedShare: claim?.value ?? null,
      claimedQualifier: count?.qualifier ?? claim?.qualifier ?? null,
      timePeriod: time.value,
      inferred: time.inferred,
      rule: "rosters/run-of-regions",
    };
  });
}

/** How far back a claim may stand from the list that bears it out. */
const CLAIM_REACH = 160;

/** The share claimed of a whole in the sentences just before a list: 26%的省级政府…，具体是…; it must not belong to another list. */
function claimedBefore(body: string, listStart: number, quantities: Quantities): { start: number; value: number; qualifier: Qualifier; category: string } | null {
  const before = backTo("\n", body.slice(Math.max(0, listStart - CLAIM_REACH), listStart), Math.min(listStart, CLAIM_REACH));
  const from = listStart - before.length;
  if (!/(?:为|是|有|包括|：|如)$/u.test(before)) return null;
  const shares = quantities(before).filter((q) => q.unit === "%" && before[q.end] === "的");
  const share = shares.at(-1);
  if (!share) return null;
  const said = before.slice(share.end + 1).split(/[。；]/u)[0]!;
  return { start: from + share.start, value: share.value, qualifier: share.qualifier, category: said.replace(/[，：、][^，：、]*(?:为|是|有|包括|如)$/u, "").slice(0, 60) };
}

function leadBefore(body: string, start: number): string {
  return body.slice(Math.max(0, start - 30), start).split(/[，。；\n]/u).at(-1)!.replace(/(?:为|是|有|包括|如|在|由)$/u, "") || "地区";
}
