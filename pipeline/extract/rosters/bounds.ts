/** Where a list of names begins in its first piece and ends in its last. Not here: whether it is a roster. */
import type { TextRegisters } from "../../../schemas/register.ts";
import { parseNumber } from "../numerals.ts";
import { isPlaceName } from "../places.ts";
import { LONGEST_MEMBER, isCountry, isPerson, kindOf } from "./members.ts";

/** Words after which a first member begins. What is one character long counts only where the piece is too long for a name. */
const LEADS = /(?:下设|内设|抽查|抽检|检查|走访|慰问|考察|采购|销售|调运|组织(?=实施)|创建|评选|授予|命名|认定|新增|引种|推广|分设|加挂|所属之|所属的|给予|转发|印发|具体包括|主要包括|主要分布[在于]|主要是|主要有|分别[是为]|具体[是为]|包括|包含|涵盖|例如|比如|譬如|其中|以及|坐落于|位于|设[在于]|设置在|服务于|下辖|管辖|现辖|辖有|辖|出产|盛产|主产|特产|生产|种植|养殖|流经|途经|途径|贯穿|连接|毗邻|相邻|接壤|建成|新建|续建|改建|扩建|在建|投用|抓实|获|开工|竣工|完成|打通|开通|启用|启动|推进|推动|加快|引进|引入|培育|打造|拥有|现有|设有|建有|组建|成立|设立|关停|整合|撤销|合并|联合|会同|协调|组织(?!部)|邀请|承办|举办|支持|覆盖|涉及|面向|来自|赴|我国|我省|我市|全国|全省|全市|全县|目前|已|如|即|对|将|由|在|把|了|为|是|有(?![机限色线轨效关])|到|从|给|让|使|与|和|同|于|含|之|设|的)/gu;
/** 先后调集|甲镇: adverbs and verbs that open a clause. */
const OPENING = /^(?:改种|栽种|境内有|境内|现有|共有|主要有|分属|首批|进驻|[院馆所校局内下]设|了|选择|搞好|推出|发挥好?|深耕|稳住|拓展|持续|促进|借鉴|批示|指导|一批|稳定|鼓励|扶持|新增|探获|各地|先后|陆续|重点|着力|大力|积极|继续|正式|同时|巩固|提升|调集|抽调|派出|出动|做优|做强|做大|建好|办好|抓好|发展(?!银行)|壮大|打响|擦亮|以(?!色列))+/u;
const SINGLE = /^[^辖]$/u;
/** 副局长|甲某: the post before the first of several people. */
const POST = /^.*(?:局长|县长|市长|省长|区长|镇长|乡长|主任|书记|部长|厅长|处长|科长|院长|校长|经理|董事长|主席|会长|站长|所长|队长|委员|代表)/u;
/** What follows a list that 等 does not close. */
const AFTER = /^(?:由|经|自|有关|相关|试行|实行|推行|开始|派出|召开|组织|举行|签订|签署|与|同|和|向|对|从|争创|获得|荣获|承担|负责|牵头|分工|受到|遭受|分列|依次|等|\d|[一二两三四五六七八九十]+(?:[个家项座种大]|[县市区镇乡村](?![^，。、]))|构成|组成|形成|接壤|交界|毗邻|相邻|相连|相接|已|均|都|也|被|共|同|开展|建立|建成|开通|位居|分别|承担|进行|实现|达到|设立|普遍|以|联合|为|是|在|的|列|入选|获|产业|地区|参加|参与|出席|率先|先后|陆续|正式|建设|发展|加快|全|通过|全部|完工|投|竣工|开工|联|（|$)/u;

const isPlace = (name: string, { regions }: TextRegisters) => isPlaceName(name, regions) || isCountry(name);

/** After the name of a place: the name of something else. */
const GOES_ON = /^(?:[省市县区州盟旗镇乡村路街港站湖山河江]|大学|学院|医院|银行|机场|公司|集团|铁路|高速|大桥)/u;

/** Where the first member begins in its piece. */
export function firstOf(piece: string, others: readonly string[], registers: TextRegisters): number {
  const post = others.every(isPerson) ? POST.exec(piece)?.[0].length : undefined;
  if (post !== undefined && post < piece.length) return post;
  if (others.every((other) => other.startsWith("“")) && piece.includes("“")) return piece.indexOf("“");
  const typical = Math.max(2, ...others.map((other) => other.length));
  let best = OPENING.exec(piece)?.[0].length ?? 0;
  if (piece.length - best < 2) best = 0;
  for (const { 0: lead, index } of piece.replace(/[“（][^”）]*[”）]/gu, (within) => "□".repeat(within.length)).matchAll(LEADS)) {
    const end = index + lead.length;
    const left = piece.length - end;
    if (left < Math.min(2, ...others.map((other) => other.length)) || (SINGLE.test(lead) && index > 0 && piece.length <= typical + 1)) continue;
    best = Math.max(best, end);
  }
  // A name of the register that the piece ends with: 自北京市.
  const tail = (Math.min(6, piece.length - best) > 2 && others.every((other) => isPlaceName(other, registers.regions)))
    ? [5, 4, 3, 2].find((length) => length < piece.length - best && isPlaceName(piece.slice(-length), registers.regions))
    : undefined;
  // 岳阳临湖, where the rest names a place too, is one name
  return tail === undefined || isPlaceName(piece.slice(best, -tail), registers.regions) ? best : piece.length - tail;
}

/** The last member of a list that nothing closes: the piece itself, or as much of it as is a name of the others' kind and is followed by more. */
export function lastOf(piece: string, middle: readonly string[], registers: TextRegisters): string | null {
  return countedEnd(piece, middle.length + 2) ?? namedEnd(piece, middle, registers) ?? alikeEnd(piece, middle) ?? TURN_END.exec(piece)?.groups!["member"] ?? null;
}

const COUNT_AT = /(?<!“)(?<figure>\d{1,3}|[两三四五六七八九十]{1,3})(?:[个家所类种座处支户名位条项大枚部科股室](?!一体)|(?=[省市县区镇乡村国]))/gu;

/** 南山|3家书店: the name ends where the count of all names begins. */
function countedEnd(piece: string, count: number): string | null {
  for (const match of piece.slice(0, LONGEST_MEMBER + 4).matchAll(COUNT_AT)) {
    if (match.index > 0 && parseNumber(match.groups!["figure"]!) === count) return piece.slice(0, match.index);
  }
  return null;
}

/** Whether a list ends within a piece though nothing else does: 等, a count of the names, the word that they share. */
export const closes = (piece: string) => closing(piece) !== null || TURN_END.test(piece) || COUNTED.test(piece);
const COUNTED = /(?<=.)(?:\d{1,3}|[两三四五六七八九十]{1,3})[个家所类种座处支户名位条科股](?!人)/u;

/** 辅导组: it ends as the others do. */
function alikeEnd(piece: string, middle: readonly string[]): string | null {
  const end = piece.at(-1)!;
  return piece.length >= 2 && piece.length <= 8 && middle.every((member) => member.endsWith(end)) ? piece : null;
}

/** 电缆|产量分别: the word that all share is not the last name's own. */
const TURN_END = /^(?<member>[^分均的]{1,8}?)(?=(?:产量|销量|销售量|种植面积|播种面积|出栏|存栏|出口量?|产值)(?:分别|依次))/u;

function namedEnd(piece: string, middle: readonly string[], registers: TextRegisters): string | null {
  const kind = kindOf(middle[0] ?? "", registers);
  if (!kind) return null;
  const place = middle.every((member) => isPlace(member, registers)) ? [5, 4, 3, 2].find((length) => isPlace(piece.slice(0, length), registers) && !GOES_ON.test(piece.slice(length))) : undefined;
  if (place !== undefined) return piece.slice(0, place);
  if (kindOf(piece, registers) === kind) return piece;
  const ends = new Set(middle.map((member) => member.at(-1)));
  for (let length = 2; length <= Math.min(LONGEST_MEMBER, piece.length - 1); length++) {
    const member = piece.slice(0, length);
    if (kindOf(member, registers) === kind && (AFTER.test(piece.slice(length)) || (ends.size === 1 && ends.has(member.at(-1)) && kind !== "organ"))) return member;
  }
  return null;
}

/** Where 等 closes a list within a piece; null where it does not: 等级, 平等, 等待. */
export function closing(piece: string): number | null {
  const at = piece.includes("等", 1) && /(?<=.)(?<![平对同相均高中初头特劣])等(?![级待候于同位额次差])/u.exec(piece);
  return at && at.index <= LONGEST_MEMBER ? at.index : null;
}
