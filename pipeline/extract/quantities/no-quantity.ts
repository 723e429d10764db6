/** Figures that are no quantities: names, dates, ordinals, bounds, figures of speech. Each kind is a rule with its examples. Not here: reading figures. */
import { parseNumber } from "../numerals.ts";
import type { Told } from "../rule.ts";
import { MEASURING } from "../units.ts";

/** A figure as it was read, with what stands around it. */
export interface Reading {
  readonly text: string;
  /** Where its number begins. */
  readonly at: number;
  /** The number as written, without 余 and the multiplier after it. */
  readonly number: string;
  /** After its unit and the qualifier behind. */
  readonly end: number;
  readonly unit: string | undefined;
  readonly before: string | undefined;
  readonly more: string | undefined;
  readonly after: string | undefined;
}

/** The reading with what most rules look at, cut once. */
interface Seen extends Reading {
  /** Eight characters before the number and its qualifier. */
  readonly left: string;
  /** Three characters right before the number. */
  readonly near: string;
  /** Ten characters after the figure. */
  readonly right: string;
  /** Written in Han numerals. */
  readonly han: boolean;
  readonly value: number;
}

export interface Exclusion extends Told {
  readonly holds: (seen: Seen) => boolean;
}

/** Examples of an exclusion: each holds one figure that is no quantity. */
const none = (...texts: readonly string[]): Told["examples"] => Object.fromEntries(texts.map((text) => [text, ["none"]]));

/** What a number of a slogan or a principle is followed by: 两个大局, 四项原则. */
const ABSTRACT = /^(?:大局|方面|市场|资源|手段|积极性|关键|原则|主张|问题|文明|体系|目标|阶段|基本|坚持|规定|确保|全面|维护|意识|自信|代表|转变|环节|层面|指标|环境|战略|优势|统筹|根本|不动摇|毫不|认同|必由|务必|敢于|创新|结合|面向|强化|统一|中心|支撑|动力|轮子|主体|循环|公报|联合公报|事实|机遇|挑战|条件|因素|特点|特征|能力|安全|建议|意见|要求|任务|工作|责任|精神|作风|信号|理念|承诺|时期|层次|维度|台阶|新|老|小事|大事|重大|极|更|多(?!功能)|少(?!年)|长(?!廊|途)|字|号|领域|变化|突破|提升|着力|深入|重要|主要|突出|短板|百年|奇迹|倍增|翻番|先行|确定|不|好|同步|健全|有|必须|抓手|补贴|保障|改革|关系|结构性|重点|关心|面|点|层)/u;
const COUNTING_VERB = /(?:建成|建立|设立|新建|新增|新设|设有|设|拥有|有|共|辖|下辖|制定|编制|编写|起草|发布|出台|印发|完成|举办|召开|举行|开展|开通|批准|授予|获得?|荣获|造成|致|等|约|达到?|为|批|创建|打造|培育|认定|建设|引进|落户|入选|成为|超过|近|增加|减少|建|投产|投运|竣工|生产|发生|全国|新|首批|[、和])(?:了)?$/u;
/** What a small number in Han numerals may count or merely name. */
const OF_SLOGANS = /^(?:个|种|项|点|件|条|类|次|位|名|场|部|面|张|支|本|对|块|组|道|方|里|口|头|级|石|升|股|路|国)$/u;
const COUNTED_BODY = /^\p{Script=Han}{2,8}(?:标准|项目|平台|企业|城市|基地|中心|园区|机构|学校|县|市|村|镇)/u;

/** Tried in order; the first that holds keeps the figure out. */
export const exclusions: readonly Exclusion[] = [
  {
    name: "ordinal", says: "第 before it: a place in a row, not a number of things",
    holds: ({ near }) => near.endsWith("第"),
    examples: none("第3批", "第二十届"), leaves: ["居全市第6位"],
  },
  {
    name: "latin-name", says: "joined to Latin letters: part of a name",
    holds: ({ near, right, unit }) => /[A-Za-z]-?$/u.test(near) || (/^[a-z]/iu.test(right) && unit !== "个" && unit !== "家" && unit !== "座"),
    examples: none("pm2.5监测", "5G基站"), leaves: ["新建基站5座", "12个A级景区"],
  },
  {
    name: "rest-of-figure", says: "the end of a figure that could not be read, or what follows 〔",
    holds: ({ near }) => /[\d.] ?$/u.test(near) || /[〔［[]$/u.test(near),
    examples: none("东政发〔2012〕9号"), leaves: [],
  },
  {
    name: "base-of-a-rate", says: "1美元兑7元: what the rate is for",
    holds: ({ right }) => right.startsWith("兑"),
    examples: none("1美元兑人民币"), leaves: ["兑7.15元"],
  },
  {
    name: "ages", says: "16至59岁: a stretch of ages names those who have them",
    holds: ({ unit, text, at, end }) => unit === "岁" && /\d\s?(?:至|到|—|-)\s?\d|[一二三四五六七八九十](?:至|到)[一二三四五六七八九十]/u.test(text.slice(at, end)),
    examples: none("16至59岁人口"), leaves: ["平均年龄42岁"],
  },
  {
    name: "part-of-a-word", says: "7部门: 部 is not its unit",
    holds: ({ unit, right }) => unit === "部" && /^[门委队]/u.test(right),
    examples: none("设7部委"), leaves: ["等7部门", "出版7部著作"],
  },
  {
    name: "milestone", says: "K12+300处: a place on a road",
    holds: ({ near }) => /[+＋]$/u.test(near),
    examples: none("行至K12+300处"), leaves: ["增加300处"],
  },
  {
    name: "quoted", says: "opens a quotation: the name of a programme",
    holds: ({ near, right, han }) => /[“‘]$/u.test(near) && (han || /^[^”’]{0,12}[”’]/u.test(right)),
    examples: none("“三个一”工程"), leaves: ["建成“阳光”窗口6个"],
  },
  {
    name: "one", says: "一 counts nothing: 一个整体, 一次",
    holds: ({ han, number, unit }) => han && /^[一零〇]$/u.test(number) && !/^[千公]/u.test(unit ?? ""),
    examples: none("一个整体", "又一次"), leaves: ["装机一千瓦"],
  },
  {
    name: "vague", says: "几 or 数 before it",
    holds: ({ near, han }) => /[几数]$/u.test(near) && han,
    examples: none("数十个村"), leaves: ["十几个城市试行"],
  },
  {
    name: "multiplier-alone", says: "千万 and 万亿 as words",
    holds: ({ han, number, more, before }) => han && /^[十百千万亿]+$/u.test(number) && number !== "十" && !more && !before,
    examples: none("万亿级产业", "千家企业"), leaves: ["上百家作坊"],
  },
  {
    name: "上-as-verb", says: "上 is 'more than' only before 百, 千, 万",
    holds: ({ before, han, number }) => before === "上" && !(han && /^[十百千万亿]+$/u.test(number)),
    examples: none("线上2项"), leaves: ["上百家作坊"],
  },
  {
    name: "n-in-one", says: "三位一体",
    holds: ({ han, unit, right }) => han && unit === "位" && right.startsWith("一体"),
    examples: none("三位一体"), leaves: ["三位代表"],
  },
  {
    name: "duration", says: "个 before a word of time: how long it lasted",
    holds: ({ right, unit, after }) => unit === "个" && (/^(?:月|多月|小时|季度|年头|工作日|昼夜|交易日|百年|五年)/u.test(right) || (after === undefined && /^(?:以上|以下)?[年月]/u.test(right))),
    examples: none("连续18个月", "24个小时"), leaves: ["18个车站"],
  },
  {
    name: "mark-on-a-scale", says: "跨上3个万亿元大关: a figure of speech",
    holds: ({ unit, right }) => unit === "个" && /^(?:[十百千万亿]+元?)(?:大关|台阶)/u.test(right),
    examples: none("跨上5个万亿元大关"), leaves: ["产值突破6万亿元大关"],
  },
  {
    name: "kind", says: "制, 型, 版, 级 after it: a kind of thing",
    holds: ({ right, unit }) => (/^(?:数(?!据|字)|制|型|版|级(?!重点|以上))/u.test(right) && unit !== "%") || (unit === "级" && /^(?:台风|大风|强风|职称)/u.test(right)),
    examples: none("3人制篮球", "两位数增长", "12级台风过境"), leaves: ["新增5家级重点园区"],
  },
  {
    name: "reach", says: "a distance within which, not one that is measured",
    holds: ({ right, unit }) => (/^(?:范围|半径|高空|水深|开外|远|长跑|赛跑|跑)/u.test(right) && MEASURING.includes(unit ?? "")) || (/^(?:内(?!外)|以内)/u.test(right) && /^(?:米|公里|千米)$/u.test(unit ?? "")),
    examples: none("500米范围内", "3公里内"), leaves: ["长3公里"],
  },
  {
    name: "each-and-this", says: "这, 每, 前 before a small count: it points or deals out",
    holds: ({ left, unit, value, before }) => /[这那此该另每前后上下各同任]$/u.test(left) && /^(?:个|种|项|点|件|条|类|次|位|名|批|期|家|人)$/u.test(unit ?? "") && value < 100 && !before,
    examples: none("这3个县", "每3人"), leaves: ["全县3个乡镇"],
  },
  {
    name: "bound-of-a-name", says: "a measure with 以上 or 以下 and a noun at once: 60岁以上老人",
    holds: ({ text, end, unit, before, after }) => isBound(text, end, unit, before, after),
    examples: none("80岁以上老人", "500万元以下项目", "750千伏线路"), leaves: ["达标率75%以上"],
  },
  {
    name: "ordinal-without-第", says: "二期工程, 十八届: counted by what comes one after the other",
    holds: ({ unit, han, right, value }) => /^(?:期|届|次|章|节|级|路|批|款|队|班|首|门|集)$/u.test(unit ?? "") && (han || /^(?:工程|项目|会议|全会|全体|建设|规划)/u.test(right)) && value < 100,
    examples: none("二期工程", "三门课程"), leaves: ["举办12期培训"],
  },
  {
    name: "slogan", says: "a small number in Han numerals before an abstract word, or where no verb counts",
    holds: ({ han, value, more, unit, right, left }) => {
      if (!han || value > 20 || more !== undefined || !OF_SLOGANS.test(unit ?? "")) return false;
      if (/、[^，。；、]{1,8}$/u.test(left)) return false; // 大米、面粉三类产品: what is counted was listed
      if (ABSTRACT.test(right) || /^[^，、。]{0,8}\d/u.test(right)) return true;
      return !COUNTING_VERB.test(left) && !COUNTED_BODY.test(right);
    },
    examples: none("统筹两个大局", "坚持四项原则"), leaves: ["五个地方标准", "建成三个园区", "抽查大米、面粉、食用油三类产品"],
  },
];

/** The rule by which a figure is a name, a date, an ordinal, a duration, or vague; undefined where it is a quantity. */
export function exclusionOf(reading: Reading): string | undefined {
  const { text, at, number, end, before } = reading;
  const seen: Seen = {
    ...reading,
    left: text.slice(Math.max(0, at - (before?.length ?? 0) - 8), at - (before?.length ?? 0)),
    near: text.slice(Math.max(0, at - 3), at),
    right: text.slice(end, end + 10),
    han: !/^\d/u.test(number),
    value: parseNumber(number) ?? 0,
  };
  return exclusions.find(({ holds }) => holds(seen))?.name;
}

/** 海拔1500米以上农村, 500万元以下项目, 60岁以上老人: the bound of a name, where a noun follows at once. */
function isBound(text: string, end: number, unit: string | undefined, before: string | undefined, after: string | undefined): boolean {
  if (unit === undefined) return false;
  const measures = MEASURING.includes(unit) || unit === "岁" || unit === "座" || unit === "级" || unit === "床";
  const right = text.slice(end, end + 24);
  if (measures && (after === "以上" || after === "以下" || after === "及以上" || after === "及以下") && /^(?:的)?(?!以|水平|目标|用于|支持|增|提|下|上|占|左|等)\p{Script=Han}/u.test(right)) return true;
  if (/^千?伏$/u.test(unit) && /^\p{Script=Han}/u.test(right)) return true; // 500千伏线路
  // 产值超200亿元县2个: said of what is counted after it
  if (unit === "元" && (before === "超" || before === "超过" || before === "逾") && /^(?:的)?(?:楼宇|企业|项目|园区|产业集群|集群|镇|村|县|市|大户|农户|基地|平台|工程|单品|专业村)/u.test(right)) return true; // 税收超亿元楼宇
  return measures && (before === "超" || before === "超过") && /^(?:的)?\p{Script=Han}{1,10}(?:达到?)?\d{1,6}(?:个|家|户|项|条|座|幢|栋|所|镇|村|县)/u.test(right);
}
