/** What a figure measures and whose it is, from the words around it. Rules in the order they are tried. Not here: numbers, lists, times. */
import type { Measure } from "../../schemas/fact.ts";
import type { Clause } from "./draft.ts";
import { OF_EACH } from "./holders.ts";
import type { List } from "./lists.ts";
import { measureOf } from "./measures.ts";
import { COUNTING } from "./units.ts";
import type { PlaceReader } from "./places.ts";
import type { Quantity } from "./quantities/index.ts";
import type { Told } from "./rule.ts";
import { splitSubject } from "./subjects.ts";

/** What an observation leaves to the figures after it. */
export interface Carried {
  readonly indicator: string;
  readonly subject: string | null;
  /** In the same sentence: only there a head is put back. */
  readonly here: boolean;
  readonly unit: string;
}

/** The figure before in the same clause. */
export interface Previous { readonly indicator: string; readonly subject: string | null; readonly measure: Measure; readonly unit: string; readonly begins: number; readonly ordinal: number; readonly parts: readonly string[] }

export interface Measured {
  readonly indicator: string;
  readonly subject: string | null;
  readonly measure: Measure;
  /** Where the passage begins and ends, as offsets into the clause. */
  readonly begins: number;
  readonly ends: number;
  /** The indicator was taken over from an earlier clause. */
  readonly carriedOver: boolean;
  /** 能源、旅游投资: the names that a figure, or a row of figures, is distributed over. */
  readonly parts?: readonly string[];
  /** The rule that read it. */
  readonly rule: string;
}

type Read = Omit<Measured, "rule">;

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
  readonly previous: Previous | null;
  readonly places: PlaceReader;
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

/** A way to say what a figure measures: tried in order, the first that reads wins. */
export interface MeasuredRule extends Told {
  readonly read: (cut: Cut) => Read | null;
}

export const measuredRules: readonly MeasuredRule[] = [
  {
    name: "share-of-whole", says: "26%的乡镇设立了…: a share of a whole, said of what follows",
    read: shareOfWhole,
    examples: { "26%的乡镇设立了阅览室。": ["设立了阅览室的乡镇比重 26 % share"], "三成的农户开通宽带。": ["开通宽带的农户比重 30 % share"] },
    leaves: ["按5%的速度增长。", "给予不低于投资额8%的补助。"],
  },
  {
    name: "ratio-of-two", says: "甲是乙的3倍: a ratio of two things",
    read: ratioOfTwo,
    examples: { "载客量是平日的3到5倍。": ["载客量与平日之比 range 3–5 倍 level"] },
    leaves: ["产值增长2倍。"],
  },
  {
    name: "in-turn", says: "分别增长9%、5% · 从7%提高到8%: the figure before, said again of the next name or of the later state",
    read: inTurn,
    examples: {
      "茶叶、水果产值分别增长9.4%、5%。": ["水果产值 5 % growth"],
      "入园率由71.2%提高到80.5%。": ["入园率 80.5 % level"],
    },
    leaves: ["产值增长8%，出口占5%。"],
  },
  {
    name: "casualties", says: "4人死亡、7人受伤: people by what befell them",
    read: casualties,
    examples: { "造成4人死亡、7人受伤。": ["死亡人数 4 人 level", "受伤人数 7 人 level"] },
    leaves: ["培训240人。"],
  },
  {
    name: "part-of", says: "占全县24%: of what was just said, its part of the whole",
    read: partOf,
    examples: { "旅游收入40亿元、占全市的23%。": ["旅游收入占全市比重 23 % share"] },
    leaves: ["占地23公顷。"],
  },
  {
    name: "thing-counted", says: "打通21条断头路: the thing counted stands after its measure word",
    read: thingCounted,
    examples: {
      "打通21条断头路。": ["断头路 21 条 level"],
      "新建36个便民窗口。": ["新建便民窗口 36 个 level"],
      "县农业局向12个村发放了优质种苗。": ["发放优质种苗的村 12 个 level"],
    },
    leaves: ["货运量增长8%。", "果园面积7.5万亩。"],
  },
  {
    name: "named-in-clause", says: "货运量增长8%: the words before the figure, or the clause before them, name what is measured",
    read: namedInClause,
    examples: {
      "港口货运量增长8.1%。": ["港口货运量 8.1 % growth"],
      "开放率较高，普遍在75%以上。": ["开放率 atLeast 75 % level"],
      "茶叶产量增长8%、出口量居全省第2位。": ["茶叶产量 8 % growth", "茶叶出口量 2 位 rank"],
      "茶叶、桑蚕产量均居全省首位。": ["茶叶产量 1 位 rank", "桑蚕产量 1 位 rank"],
    },
    leaves: ["打通21条断头路。"],
  },
  {
    name: "carried-from-before", says: "县一级为40%: only the holder changes, the indicator goes on",
    read: carriedFromBefore,
    examples: { "市级网上办理率达到70%，县一级达到45%。": ["网上办理率 45 % level"] },
    leaves: ["网上办理率达到70%。"],
  },
  {
    name: "whatever-stands", says: "nothing to take over: what stands before the figure is the indicator",
    read: whateverStands,
    examples: { },
    leaves: ["网上办理率达到70%。"],
  },
];

/** What the figure measures; null where no rule can say. */
export function measured(figure: Figure): Measured | null {
  const { clause, quantity, from } = figure;
  const pre = clause.text.slice(from, quantity.start);
  const post = clause.text.slice(quantity.end);
  const bareHead = withoutLead(pre.replace(/^[、及和]/u, ""));
  const head = headBefore(bareHead);
  const begins = from === 0 ? leadLength(clause.text, quantity.start) : from;
  const cut: Cut = { ...figure, pre, post, bareHead, head, measure: measureOf(quantity, pre, post), begins };
  for (const { name, read } of measuredRules) {
    const found = read(cut);
    if (found) return { ...found, rule: name };
  }
  return null;
}

/** 26%的省级政府设立了…: a share of a whole, said of what follows. */
function shareOfWhole({ quantity, post, begins, clause, bareHead }: Cut): Read | null {
  if (quantity.unit !== "%" || !post.startsWith("的") || /^的(?:幅度|速度|比例|目标|增速|水平|要求|标准|比重|高|优惠|税率)/u.test(post)) return null;
  const parted = WHOLE_AND_SAID.exec(post)?.groups;
  if (!parted && bareHead.length >= 2) return null; // 不低于投资额8%的补助
  const subject = parted?.["whole"] ?? post.slice(1, 9);
  const said = shortened((parted?.["said"] ?? "").replace(/^[的虽]/u, "").replace(/^(?:把|将)/u, ""));
  return { indicator: `${said === "" ? "" : `${said}的`}${subject}比重`, subject, measure: "share", begins, ends: clause.text.length, carriedOver: false };
}

/** 载客量是平日的3到5倍: a ratio of two things. */
function ratioOfTwo({ quantity, bareHead, begins }: Cut): Read | null {
  const ratio = quantity.unit === "倍" ? /^(?<what>.+?)(?:达到了?|达|是|为|相当于)(?<base>[^，]{2,12})的$/u.exec(bareHead)?.groups : undefined;
  if (!ratio) return null;
  const { subject, rest } = splitSubject(ratio["what"]!);
  return { indicator: `${cleanIndicator(rest)}与${ratio["base"]}之比`, subject, measure: "level", begins, ends: quantity.end, carriedOver: false };
}

/** 分别增长9.4%、5% · 从7.1%提高到8.2%: the figure before, said again of the next name or the later state. */
function inTurn({ quantity, previous, pre, begins }: Cut): Read | null {
  const turn = previous && quantity.rank === false ? TURN.exec(pre) : null;
  if (!previous || !turn || (quantity.unit !== previous.unit && !turn.groups!["to"] && previous.parts[previous.ordinal + 1] === undefined)) return null;
  const indicator = previous.parts[previous.ordinal + 1] ?? previous.indicator;
  const measure = turn.groups!["to"] && /^(?:growth|change)$/u.test(previous.measure) && quantity.unit !== "%" ? "level" : turn.groups!["to"] && previous.measure === "growth" ? measureOf(quantity, indicator, "") : previous.measure;
  return { indicator: turn.groups!["to"] ? indicator.replace(/^(?:新增|新建)/u, "") : indicator, subject: previous.subject, measure, begins: Math.min(begins, previous.begins), ends: quantity.end, carriedOver: false, parts: previous.parts };
}
const TURN = /^(?:、|和|及|与|以及|，|到|至)?(?:\d{4}年(?:底|末)?的?)?(?:分别|均|再|进一步)?(?:(?<to>(?:增加|提高|提升|上升|增长|下降|降低|减少|扩大|缩小|升|降|增|减|压减|压缩|回落|跃升|攀升|发展|调整|精简|缩短)(?:了)?(?:到|至|为)|达到|达|到|至|总数达到?|累计达到?)(?:了)?)?(?:\d{4}年(?:底|末)?的?)?$/u;

/** 29人死亡, 131人受伤. */
function casualties({ quantity, post, begins }: Cut): Read | null {
  const fate = /^(?:人|名|位)$/u.test(quantity.unit) ? /^(?:[^，、。]{0,6}?)(?<fate>死亡|受伤|遇难|失踪|重伤|轻伤|被困|获救|伤亡|中毒|住院)/u.exec(post) : null;
  return fate && { indicator: `${fate.groups!["fate"]}人数`, subject: null, measure: "level", begins, ends: quantity.end + fate[0].length, carriedOver: false };
}

/** 增量40亿斤、占全国24%: of what was just said, a part of the whole. */
function partOf({ quantity, pre, begins, carried, previous, measure, bareHead }: Cut): Read | null {
  const of = measure === "share" && quantity.unit === "%" ? /(?<what>[^，。；]{0,30}?)占(?!比|地|有|用|领)(?:到|了)?(?<whole>[^，。；占]{1,20})$/u.exec(bareHead)?.groups : undefined;
  if (!of) return null;
  const whole = of["whole"]!.replace(/（[^）]*）?/gu, "").replace(/(?:约|近|超|超过|达到?|为|到|的)$/u, "").replace(/(?:的)?(?:比重|比例|份额)(?:由|从|为|达到?|超过?|约|近|提高到|提高至|提升到|提升至|上升到|上升至|升至|降至|下降到|已){0,4}$/u, "").replace(/(?:的|由|从|达|为)$/u, "");
  const own = indicatorFrom(of["what"]!.replace(/^[、，]|(?:约|已|均|分别|就|则)$/gu, ""));
  const base = own.length >= 2 ? own : previous?.indicator ?? (carried.here ? carried.indicator : "");
  return { indicator: `${base}占${whole}比重`, subject: own.length >= 2 ? null : previous?.subject ?? null, measure, begins: own.length >= 2 ? begins : previous?.begins ?? begins, ends: quantity.end, carriedOver: own.length < 2 && previous === null && pre !== "" };
}

/** 打通53条断头路: the thing counted stands after its measure word. */
function thingCounted({ clause, quantity, measure, pre, post, head, list, begins }: Cut): Read | null {
  if (NOT_COUNTING.test(quantity.unit) || quantity.rank || measure !== "level") return null;
  const noun = nounAfter(post);
  if (noun === null || (MEASURED_HEAD.test(head) && !post.startsWith("的"))) return null;
  // 向12个村发放了种苗: what was done for them tells these from all others
  const done = /[为向对给]$/u.test(pre) ? /^(?<noun>[^，]+?)(?<verb>\p{Script=Han}{2})了(?<object>[^，]{2,12})$/u.exec(post)?.groups : undefined;
  if (done) return { indicator: `${done["verb"]}${done["object"]}的${done["noun"]}`, subject: null, measure, begins, ends: clause.text.length, carriedOver: false };
  const verb = /(?:新增|新建|新培育|净增)(?:了)?$/u.exec(pre)?.[0] ?? "";
  return { indicator: verb + noun, subject: list ? noun : doerOf(clause.text.slice(0, quantity.start)), measure, begins: list ? list.start : begins, ends: quantity.end + post.indexOf(noun) + noun.length, carriedOver: false };
}

/** 货运量增长8%; or the clause before names it: 覆盖率较高，普遍在75%以上. */
function namedInClause(cut: Cut): Read | null {
  const { clause, quantity, list, from, measure, begins } = cut;
  const { own, before } = namesOf(cut);
  const phrase = list && list.end <= quantity.start && from === 0 ? clause.text.slice(list.end, quantity.start).replace(VERB_BEFORE, "").replace(/^(?:等|等等)/u, "") : own || before;
  const { subject, rest } = holderOf(phrase, cut.places);
  const bare = indicatorFrom(rest);
  // 产值增长8%、利润增速5%: the head lost in the second is put back
  const lost = GENERIC.test(bare) && subject === null && cut.carried.here ? cut.carried.indicator.replace(MEASURE_NOUN, "") : "";
  const isOfThing = lost !== cut.carried.indicator || COUNTING.includes(cut.carried.unit);
  // 收入12亿元，降幅达9%; 降幅收窄1个百分点: how it moved, of what was said before
  const moved = MOVED.test(bare) && cut.carried.here ? cut.carried.indicator.replace(MOVED_END, "") + (measure === "growth" ? "" : bare) : "";
  const indicator = moved !== "" ? moved : lost.length >= 2 && lost !== bare && isOfThing ? lost + bare : bare;
  if (indicator.length < 2) return null;
  const compared = measure === "growth" || measure === "change" || measure === "rank";
  return {
    indicator: compared ? indicator.replace(/(?:比上年|同比|较上年|[比较][^比较]{1,8})$/u, "") || indicator : indicator,
    subject: list?.members.length && subject === null ? headNoun(clause.text, list) : subject,
    measure,
    begins: before === "" ? begins : 0,
    ends: quantity.end,
    carriedOver: indicator !== bare,
    ...distributed(cut, indicator),
  };
}

const MOVED = /^(?:同比|较上年)?(?:增速|增幅|降幅|跌幅|减幅|涨幅)$/u;
const MOVED_END = /(?:增速|增幅|降幅|跌幅|减幅|涨幅)$/u;

/** 能源、旅游投资分别增长9.4%、5% · 煤炭、原油产量均居首位: the names that figures are distributed over, each with the word they share. */
function distributed({ pre, quantity }: Cut, indicator: string): { parts?: readonly string[] } {
  if (!pre.includes("分别") && !OF_EACH.test(pre) && !quantity.rank) return {};
  const names = indicator.split(/、|以及|(?<=\p{Script=Han}{2})[和及与](?=\p{Script=Han}{2})/u).filter((name) => name !== "");
  if (names.length < 2) return {};
  const shared = MEASURE_NOUN.exec(names.at(-1)!)?.[0] ?? "";
  const per = /^(?:每[百千万]?[^、]{0,2}?(?:人口|人|户)|人均)/u.exec(names[0]!)?.[0] ?? "";
  return { parts: names.map((name) => (name.startsWith(per) ? "" : per) + (MEASURE_NOUN.test(name) ? name : name + shared)) };
}

/** 地市级…达到60%，区县一级为40%: only the holder changes, the indicator is taken over. */
function carriedFromBefore(cut: Cut): Read | null {
  const { clause, quantity, carried, measure, begins, list, clauseBefore } = cut;
  const { own, before } = namesOf(cut);
  // 部分部门，如甲局、乙局等，已达到…: the members are listed, their group stands in the clause before
  const listed = list !== null && own.includes(list.members[0]!);
  const group = listed && clauseBefore && clauseBefore.length <= LONGEST_GROUP && !FIGURE.test(clauseBefore) ? clauseBefore : null;
  const subject = listed ? group ?? headNoun(clause.text, list) : holderOf(own || before, cut.places).subject;
  if (own !== "" && measure === "level" && quantity.unit !== "%") return null;
  // 8人被采取强制措施: told by what befell them
  const told = own === "" && /^(?:人|名|户|家)$/u.test(quantity.unit) && begins === 0 ? /^[^，、。]{2,14}/u.exec(cut.post)?.[0] : undefined;
  if (told) return { indicator: told, subject: null, measure, begins, ends: quantity.end + told.length, carriedOver: false };
  if (carried.indicator === "" || (!carried.here && own.length > 12 && subject === null) || (measure === "level" && COUNTED.test(quantity.unit) && subject === null)) return null;
  return { indicator: carried.indicator, subject: subject ?? (own === "" ? carried.subject : listed ? null : carried.here && measure === "level" ? own : null), measure, begins, ends: quantity.end, carriedOver: true };
}

const LONGEST_GROUP = 8;

/** A holder alone, with nothing to take over: it stands as the indicator. */
function whateverStands(cut: Cut): Read | null {
  const { own, before } = namesOf(cut);
  const indicator = indicatorFrom(own || before) || cut.carried.indicator;
  if (indicator === "") return null;
  return { indicator, subject: null, measure: cut.measure, begins: cut.begins, ends: cut.quantity.end, carriedOver: false };
}

/** What the clause itself names, and what the clause before names where this one begins with its verb. */
function namesOf({ head, from, clauseBefore }: Cut): { own: string; before: string } {
  const own = head.length >= 2 ? head : "";
  return { own, before: own === "" && from === 0 && clauseBefore && !/可比价|同口径|扣除|剔除/u.test(clauseBefore) && !FIGURE.test(clauseBefore) ? headOf(clauseBefore) : "" };
}

/** Words before a figure that say how it came about, not what it is. */
const VERB_BEFORE = /(?:(?:更是|更|已经|已|均|都|则|也|共|累计|就|仅|仍|普遍|分别|合计|总共|预计|年均|同比|环比|比上年|较上年)*(?:减产|增产|增收|减收|达到了?|达|为|是|有|占|在|至|到|从|由|拟安排|年均增速|新增至|扩容至|攀升至|跃升至|跃升到|升级到|上涨|下跌|收窄|放缓|放慢|加快|贬值|升值|微增|微降|净减|延长|减至|压缩|压减|精简|削减|缩短|拉动|高于全国|低于全国|增长了?|增加了?|增|上升了?|提升了?|提高了?|下降了?|降低了?|减少了?|回落了?|扩大了?|缩小了?|新增|净增|保持在|稳定在|控制在|提高到|提高至|提升至|提升到|上升到|上升至|下降到|下降至|降至|升至|增至|增加到|增长到|完成|实现|突破|超过|建成|建立了?|设立了?|开通了?|打通|建设|拥有|设有|覆盖|服务|接待|培育|引进|新建|完成了|包括|共有)?)$/u;
const LEAD_IN = /^(?:[一二三四五六七八九十]是|要把|要|再|按|把|将|继续|进一步|目前|其中|同时|截至目前|另外|此外|另有|另|而|并|且|还|也|有|虽然|使|全年|当年|截止到?|截至|到|以来|年均|全市|今年|去年|预计|力争|确保|现)+/u;
const COUNTED = /^(?:个|家|项|条|座|件|种|所|名|位|人|人次|户|处|套|台|辆|架|只|头|株|份|宗|起|批|张|篇|部|本|场|次|对|支|艘|口|眼|栋|幢|间|片|块|类|门|期|枚|面|名|级|套房|台套|亩|公顷|平方公里|公里|千米|米|吨|万|元|美元|千瓦|千瓦时|亿千瓦时|立方米|平方米)$/u;

/** The whole that a share is of, and what is said of it: parted where a verb or its sign begins. */
const WHOLE_AND_SAID = /^的(?<whole>[^，、把将设没虽在已尚开建实使用]{2,14}?(?:政府|部门|企业|单位|地区|省份|城市|人口|居民|农户|家庭|机构|学校|医院|网站|市|县|区|乡镇|村|人|户|项目|用户|网民)?)(?<said>(?:的|把|将|设|没|虽|在|已|尚|开|建|实|使|用|通|采|能|可|未|拥|有|对|认|表|由).+)$/u;

/** A predicate too long for an indicator is cut where its first part ends. */
const shortened = (said: string) => (said.length > 30 ? said.split(/[、，]/u)[0]! : said);

/** The thing counted, after its measure word: 53条|断头路. Cut where a verb begins. */
function nounAfter(post: string): string | null {
  if (/^(?:以上|以下|左右|增加|增长|提高|提升|上升|下降|降低|减少|降至|增至|升至|扩大|缩小|到|至|用于|支持|和|及|与|或|并|同比|占|改造完|建成|竣工|投产)/u.test(post)) return null;
  // 18个省级、副省级地区: a short modifier may be doubled
  const match = /^(?:(?:具有|拥有|符合|达到)[^，。；、]{1,14}的)?的?(?<noun>(?:\p{Script=Han}{1,3}级、)?[^，；。：、的被把将在为已达]{1,18})/u.exec(post);
  const noun = match?.groups?.["noun"]?.replace(/[和及与]\d.*$/u, "").replace(/\p{Script=Han}{2}了.*$/u, "").replace(/(?:提供|开展|开通|实现|完成|建成|揭牌|入选|让|居全|居世|在[^，]{1,6}布局|获|晋升|升格|纳入|列入|入选|获评|投入|投用|建立|进行|全部|数据$|均|都).*$/u, "") ?? "";
  return noun.length >= 1 && /\p{Script=Han}/u.test(noun) ? noun : null;
}

/** A clause with a figure of its own has said what it measures: its indicator is carried, its words are not. */
const FIGURE = /\d(?!年|\d|月|日)|分之|翻[一两二三]番|[二三四五六七八九]成/u;

/** What an earlier clause is about, without what it says of it. */
function headOf(clause: string): string {
  return withoutLead(clause).replace(/(?:(?:处于|保持在?)?(?:较高|较低|领先|先进)(?:水平)?|很高|不断提高|稳步提升|持续提高|明显提高|不断扩大|稳步增长|快速增长|进一步.*|较快.*)$/u, "").replace(/^.*[，。]/u, "");
}

/** 实际运行情况表明…: who says it is not what is measured. */
const SAYS = /^[^，]{2,16}?(?:表明|显示|说明|指出)[，、]?/u;
const withoutLead = (text: string) => text.replace(SAYS, "").replace(/^(?:(?:截止|截至|到)?\d{4}年(?:底|末|\d{1,2}月(?:底|\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?)/u, "").replace(LEAD_IN, "");
const leadLength = (text: string, limit: number) => Math.min(limit, text.length - withoutLead(text).length);
/** What stands before a figure, without the verbs and adverbs between; 分别高于全国2个百分点 says them in a row. */
function headBefore(text: string): string {
  const once = text.replace(/(?:连续|接连)?(?:跨过|跨越|突破|迈过|越过)[^，。；]{1,16}(?:大关|台阶)、?(?:超过?|达到?|突破)?$/u, "").replace(/(?:分别|均|都)?(?:高于|低于|快于|好于|高出|低出|领先)[^，。；、]{0,14}$/u, "").replace(VERB_BEFORE, "").replace(AGAINST, "").replace(/(?:从|由)?\d{4}年(?:底|末)?的?$/u, "").replace(/(?:普遍|大约|基本|大多|大都|多数|总体|均|都|分别|平均|实际|净)$/u, "");
  return once.replace(VERB_BEFORE, "").replace(/(?:比上年|同比|较上年|上年|末|五年|年均|累计|实际|再|又|也|已)$/u, "");
}

/** A noun phrase as an indicator: without the verbs that say it was done. 发放高龄补贴 → 高龄补贴; 新增 and 新建 stay. */
function indicatorFrom(phrase: string): string {
  const clean = cleanIndicator(phrase);
  const inner = /^[^，]{2,20}?(?:助力|带动|拉动|惠及|集聚|促进|推动|吸引)(?<rest>[^，]{2,30})$/u.exec(clean)?.groups!["rest"];
  const bare = (inner ?? clean).replace(/^(?:全[省市县区国乡镇]|境内|我[省市县国])?(?:现|共|已|拥)?有(?!色|效|机|线|关|限|形|轨)(?=\p{Script=Han}{2})/u, "").replace(DONE, "");
  return bare.length >= 2 ? bare : clean;
}
/** 比上年末, 较2012年同期: what a figure is held against. */
const AGAINST = /[比较](?:上年|去年|上一年|前年|年初|年末|期初|同期|“[^”]{2,8}”|\d{4}年|全国|全省)[^，。；、]{0,6}$/u;
const DONE = /^(?:累计|高质量|扎实|加快|深入|大力|全面|有序|新一轮|五年来?|共|已|拟|再|继续|推动|引导|支持|计划|要|将|确保|力争|高标准)*(?:完成|实现|建成|打造|创建|培育形成|培育认定|培育|攻克|发行|加固|提出|安排|授予|发放|出台|实施|制定修订|制定|开展|推进|引进|改造提升|更新改造|改造(?!面积|率)|治理|淘汰|关停|取消和下放|取消|下放|筹集|投入|拨付|推广|落实|组织|举办|选派|落地|启动|发布|续建|争取|促成|吸引|形成|获得|获批|认定|兑现|减免|减轻|降低|惠及|帮助|打通|优化|开通|覆盖|承担|拥有|提供|保障|救助|资助|修订|审议|办理|查处|侦破|压减|释放|消化|化解|处置|清理|整治|入选|投用|受理|建立|设立)(?:了)?(?=[\p{Script=Han}“][\p{Script=Han}A-Z0-9])(?!率|量|额)/u;

/** A noun that says what is measured of a thing. */
const MEASURE_NOUN = /(?:年)?(?:产量|总产量|产值|总产值|增加值|出口量|销量|销售额|零售额|交易额|成交额|合同额|贸易额|进出口额|发电量|用电量|货运量|客运量|运量|营收|营业收入|利润总额|利润|投资|面积|规模|总量|数量|总数|人数|总额|金额|收入|支出|排放量|消费量|用水量|能耗|覆盖率|普及率|利用率|率|占比|比重|增速|增幅|余额|里程|装机|装机容量|吞吐量|贷款|存款|人口|数|额|量|出口|进口|进出口|案件|价格|人次|补贴|标准)$/u;
const GENERIC = /^(?:年)?(?:产量|总产量|产值|总产值|增加值|出口量|出口额|销量|销售额|营收|营业收入|利润|利润总额|规模|总规模|总量|数量|总数|增量|增速|增幅|占比|比重|面积|总面积|单产|总产|投资|税收|余额|覆盖率|普及率|利用率)$/u;
const MEASURED_HEAD = /(?:产量|产值|增加值|销售额|营收|收入|利润|面积|规模|总量|总数|数量|人数|总额|金额|支出|率|占比|比重|增速|余额|里程|容量|吞吐量|寿命|标准|能力|总里程)$/u;
/** Units that nothing is counted by. */
const NOT_COUNTING = /^(?:%|‰|百分点|倍|番|岁|℃)$/u;

/** Whose figure: a place at the head of the phrase, or a holder that something measured or done stands after. */
function holderOf(phrase: string, places: PlaceReader): { subject: string | null; rest: string } {
  const place = places(phrase)[0];
  if (place?.start === 0 && place.end + 2 <= phrase.length && !/^(?:[级与和、]|平原|盆地|高原|经济区|都市圈|大学|机场|港|海关|铁路|高铁|片区|银行|集团|市级|省级)/u.test(phrase.slice(place.end))) {
    const end = place.end + (/^(?:全[省市县区]|各地)/u.exec(phrase.slice(place.end))?.[0].length ?? 0);
    if (phrase.length - end >= 2) return { subject: phrase.slice(0, place.end), rest: phrase.slice(end) };
  }
  return splitSubject(phrase);
}

/** 高校增设…, 甲县建成…: who counts or did what is counted; null where the clause opens with its verb. */
function doerOf(before: string): string | null {
  return /^(?<who>\p{Script=Han}{2,12}?)(?:集聚|已?监测到|增设|获批|共有|下辖|辖|设有|拥有)/u.exec(withoutLead(before))?.groups!["who"] ?? null;
}

const cleanIndicator = (text: string) => text.replace(/^(?:的|其|和|、|等(?!级))+/u, "").replace(/(?:的|，|、|（|）|从|由|并|约|近|较|(?<!占)比)+$/u, "");

function headNoun(clause: string, list: List): string | null {
  return /^(?<noun>.{2,8}?(?:领域|部门|部委|地区|行业|企业|单位|市|县|区))/u.exec(clause.slice(list.end))?.groups?.["noun"] ?? null;
}
