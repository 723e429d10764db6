/** What a figure measures and whose it is, from the words around it. Rules in the order they are tried. Not here: numbers, lists, times. */
import type { Measure } from "../../schemas/fact.ts";
import type { Clause } from "./draft.ts";
import type { List } from "./lists.ts";
import { measureOf } from "./measures.ts";
import type { Quantity } from "./quantities.ts";
import { splitSubject } from "./subjects.ts";

/** What an observation leaves to the clauses after it. */
export interface Carried { readonly indicator: string; readonly subject: string | null }

export interface Measured {
  readonly indicator: string;
  readonly subject: string | null;
  readonly measure: Measure;
  /** Where the passage begins and ends, as offsets into the clause. */
  readonly begins: number;
  readonly ends: number;
  /** The indicator was taken over from an earlier clause. */
  readonly carriedOver: boolean;
}

/** A figure in its clause. */
export interface Figure {
  readonly clause: Clause;
  readonly quantity: Quantity;
  /** Where the figure before it in the clause ended. */
  readonly from: number;
  /** The list of names that the figure is said of, if any. */
  readonly list: List | null;
  readonly carried: Carried;
  /** The clause before, in the sentence or the one before it. */
  readonly clauseBefore: string | undefined;
}

/** The figure with the words around it cut apart, once for all rules. */
interface Cut extends Figure {
  readonly pre: string;
  readonly post: string;
  readonly bareHead: string;
  /** What stands before the figure without lead-in and verb. */
  readonly head: string;
  readonly measure: Measure;
  readonly begins: number;
}

const rules: readonly ((cut: Cut) => Measured | null)[] = [shareOfWhole, ratioOfTwo, thingCounted, namedInClause, carriedFromBefore, whateverStands];

/** What the figure measures; null where no rule can say. */
export function measured(figure: Figure): Measured | null {
  const { clause, quantity, from } = figure;
  const pre = clause.text.slice(from, quantity.start);
  const post = clause.text.slice(quantity.end);
  const bareHead = withoutLead(pre.replace(/^[、及和]/u, ""));
  const head = bareHead.replace(VERB_BEFORE, "").replace(/(?:普遍|大约|基本|大多|大都|多数|总体)$/u, "");
  const begins = from === 0 ? leadLength(clause.text, quantity.start) : from;
  const cut: Cut = { ...figure, pre, post, bareHead, head, measure: measureOf(quantity, pre, post), begins };
  for (const rule of rules) {
    const found = rule(cut);
    if (found) return found;
  }
  return null;
}

/** 26%的省级政府设立了…: a share of a whole, said of what follows. */
function shareOfWhole({ quantity, post, begins, clause }: Cut): Measured | null {
  if (!(quantity.unit === "%" || quantity.unit === "成") || !post.startsWith("的")) return null;
  const parted = WHOLE_AND_SAID.exec(post)?.groups;
  const subject = parted?.["whole"] ?? post.slice(1, 9);
  const said = shortened((parted?.["said"] ?? "").replace(/^[的虽]/u, "").replace(/^(?:把|将)/u, ""));
  return { indicator: `${said}的${subject}比重`, subject, measure: "share", begins, ends: clause.text.length, carriedOver: false };
}

/** 载客量是平日的3到5倍: a ratio of two things. */
function ratioOfTwo({ quantity, bareHead, begins }: Cut): Measured | null {
  const ratio = quantity.unit === "倍" ? /^(?<what>.+?)(?:达到了?|达|是|为|相当于)(?<base>[^，]{2,12})的$/u.exec(bareHead)?.groups : undefined;
  if (!ratio) return null;
  const { subject, rest } = splitSubject(ratio["what"]!);
  return { indicator: `${cleanIndicator(rest)}与${ratio["base"]}之比`, subject, measure: "level", begins, ends: quantity.end, carriedOver: false };
}

/** 打通53条断头路: the thing counted stands after its measure word. */
function thingCounted({ clause, quantity, measure, pre, post, head, list, begins }: Cut): Measured | null {
  if (!COUNTED.test(quantity.unit) || quantity.rank || measure !== "level") return null;
  const noun = nounAfter(post);
  if (noun === null) return null;
  // 向12个村发放了种苗: what was done for them tells these from all others
  const done = /[为向对给]$/u.test(pre) ? /^(?<noun>[^，]+?)(?<verb>\p{Script=Han}{2})了(?<object>[^，]{2,12})$/u.exec(post)?.groups : undefined;
  if (done) return { indicator: `${done["verb"]}${done["object"]}的${done["noun"]}`, subject: null, measure, begins, ends: clause.text.length, carriedOver: false };
  const verb = /(?:新增|新建|新培育|净增)(?:了)?$/u.exec(pre)?.[0] ?? "";
  return { indicator: verb + noun, subject: list || head.endsWith("等") ? noun : splitSubject(head).subject, measure, begins: list ? list.start : begins, ends: quantity.end + post.indexOf(noun) + noun.length, carriedOver: false };
}

/** 货运量增长8%; or the clause before names it: 覆盖率较高，普遍在75%以上. */
function namedInClause(cut: Cut): Measured | null {
  const { clause, quantity, list, from, measure, begins } = cut;
  const { own, before } = namesOf(cut);
  const phrase = list && list.end <= quantity.start && from === 0 ? clause.text.slice(list.end, quantity.start).replace(VERB_BEFORE, "").replace(/^(?:等|等等)/u, "") : own || before;
  const { subject, rest } = splitSubject(phrase);
  const indicator = cleanIndicator(rest);
  if (indicator.length < 2) return null;
  const compared = measure === "growth" || measure === "change" || measure === "rank";
  return {
    indicator: compared ? indicator.replace(/(?:比上年|同比|较上年|比.{1,6}|较.{1,6})$/u, "") || indicator : indicator,
    subject: list?.members.length && subject === null ? headNoun(clause.text, list) : subject,
    measure,
    begins: before === "" ? begins : 0,
    ends: quantity.end,
    carriedOver: false,
  };
}

/** 地市级…达到60%，区县一级为40%: only the holder changes, the indicator is taken over. */
function carriedFromBefore(cut: Cut): Measured | null {
  const { quantity, carried, measure, begins, list, clauseBefore } = cut;
  const { own, before } = namesOf(cut);
  // 部分部门，如甲局、乙局等，已达到…: the members are listed, their group stands in the clause before
  const listed = list !== null && own.includes(list.members[0]!);
  const group = listed && clauseBefore && clauseBefore.length <= LONGEST_GROUP && !FIGURE.test(clauseBefore) ? clauseBefore : null;
  const subject = listed ? group : splitSubject(own || before).subject;
  if (carried.indicator === "" || (measure === "level" && COUNTED.test(quantity.unit) && subject === null)) return null;
  return { indicator: carried.indicator, subject: subject ?? (own === "" ? carried.subject : listed ? null : own), measure, begins, ends: quantity.end, carriedOver: true };
}

const LONGEST_GROUP = 8;

/** A holder alone, with nothing to take over: it stands as the indicator. */
function whateverStands(cut: Cut): Measured | null {
  const { own, before } = namesOf(cut);
  if (own === "" && before === "") return null;
  return { indicator: own || before, subject: splitSubject(own || before).subject, measure: cut.measure, begins: cut.begins, ends: cut.quantity.end, carriedOver: false };
}

/** What the clause itself names, and what the clause before names where this one begins with its verb. */
function namesOf({ head, from, clauseBefore }: Cut): { own: string; before: string } {
  const own = head.length >= 2 ? head : "";
  return { own, before: own === "" && from === 0 && clauseBefore && !FIGURE.test(clauseBefore) ? headOf(clauseBefore) : "" };
}

/** Words before a figure that say how it came about, not what it is. */
const VERB_BEFORE = /(?:(?:更是|更|已经|已|均|都|则|也|共|累计|就|仅|仍|普遍|分别|合计|总共|预计|年均|同比|环比|比上年|较上年)*(?:达到了?|达|为|是|有|占|在|至|到|增长了?|增加了?|增|上升了?|提升了?|提高了?|下降了?|降低了?|减少了?|回落了?|扩大了?|缩小了?|新增|净增|保持在|稳定在|控制在|提高到|提高至|提升至|提升到|上升到|上升至|下降到|下降至|降至|升至|增至|增加到|增长到|完成|实现|突破|超过|建成|建立了?|设立了?|开通了?|打通|建设|拥有|设有|覆盖|服务|接待|培育|引进|新建|完成了|包括|共有)?)$/u;
const LEAD_IN = /^(?:目前|其中|同时|截至目前|另外|此外|另有|另|而|并|且|还|也|有|虽然|使|全年|当年|截止到?|截至|到|以来|年均|全市|今年|去年|预计|力争|确保|现)+/u;
const COUNTED = /^(?:个|家|项|条|座|件|种|所|名|位|人|人次|户|处|套|台|辆|架|只|头|株|份|宗|起|批|张|篇|部|本|场|次|对|支|艘|口|眼|栋|幢|间|片|块|类|门|期|枚|面|名|级|套房|台套|亩|公顷|平方公里|公里|千米|米|吨|万|元|美元|千瓦|千瓦时|亿千瓦时|立方米|平方米)$/u;

/** The whole that a share is of, and what is said of it: parted where a verb or its sign begins. */
const WHOLE_AND_SAID = /^的(?<whole>[^，、把将设没虽在已尚开建实使用]{2,14}?(?:政府|部门|企业|单位|地区|省份|城市|人口|居民|农户|家庭|机构|学校|医院|网站|市|县|区|乡镇|村|人|户|项目|用户|网民)?)(?<said>(?:的|把|将|设|没|虽|在|已|尚|开|建|实|使|用|通|采|能|可|未|拥|有|对|认|表|由).+)$/u;

/** A predicate too long for an indicator is cut where its first part ends. */
const shortened = (said: string) => (said.length > 30 ? said.split(/[、，]/u)[0]! : said);

/** The thing counted, after its measure word: 53条|断头路. Cut where a verb begins. */
function nounAfter(post: string): string | null {
  // 18个省级、副省级地区: a short modifier may be doubled
  const match = /^的?(?<noun>(?:\p{Script=Han}{1,3}级、)?[^，；。：、的被把将在为已达]{1,18})/u.exec(post);
  const noun = match?.groups?.["noun"]?.replace(/\p{Script=Han}{2}了.*$/u, "").replace(/(?:提供|开展|开通|实现|完成|建成|纳入|列入|入选|获评|投入|投用|建立|进行|全部|数据$|均|都).*$/u, "") ?? "";
  return noun.length >= 1 && /\p{Script=Han}/u.test(noun) ? noun : null;
}

/** A clause with a figure of its own has said what it measures: its indicator is carried, its words are not. */
const FIGURE = /\d(?!年|\d|月|日)|百分之/u;

/** What an earlier clause is about, without what it says of it. */
function headOf(clause: string): string {
  return withoutLead(clause).replace(/(?:(?:处于|保持在?)?(?:较高|较低|领先|先进)(?:水平)?|很高|不断提高|稳步提升|持续提高|明显提高|不断扩大|稳步增长|快速增长|进一步.*|较快.*)$/u, "").replace(/^.*[，。]/u, "");
}

/** 实际运行情况表明…: who says it is not what is measured. */
const SAYS = /^[^，]{2,16}?(?:表明|显示|说明|指出)[，、]?/u;
const withoutLead = (text: string) => text.replace(SAYS, "").replace(/^(?:(?:截止|截至|到)?\d{4}年(?:底|末|\d{1,2}月(?:底|\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?)/u, "").replace(LEAD_IN, "");
const leadLength = (text: string, limit: number) => Math.min(limit, text.length - withoutLead(text).length);
const cleanIndicator = (text: string) => text.replace(/^(?:的|其|和|、|等)+/u, "").replace(/(?:的|，)+$/u, "");

function headNoun(clause: string, list: List): string | null {
  return /^(?<noun>.{2,8}?(?:领域|部门|部委|地区|行业|企业|单位|市|县|区))/u.exec(clause.slice(list.end))?.groups?.["noun"] ?? null;
}
