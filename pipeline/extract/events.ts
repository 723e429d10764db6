/** Events: something done at a time that the text names. Not here: figures for a year, plans for a year to come. */
import { bisector } from "d3-array";
import { indexAt, kept, type Clause, type Draft, type TextInHand } from "./draft.ts";
import { datesIn, isOfName, type DateInText } from "./dates/index.ts";
import type { Told } from "./rule.ts";
import { passagesOf, type Passage } from "./passages.ts";
import { placeReader, type PlaceReader } from "./places.ts";

/** Deeds: what is held, issued, opened, founded or finished, and can be said to have happened on a day. */
const DEEDS =
  "建成通车|建成投产|建成投用|建成开放|建成使用|举行|召开|举办|开幕|闭幕|发布|印发|下发|出版|颁布|公布|出台|建立|建成|成立|设立|组建|开通|启用|启动|上线|投产|投运|投入使用|投入运行|通车|开工|竣工|落成|挂牌|揭牌|完成|编写|起草|确定为|列为|列入|评为|授予|命名为|更名为|升格为|撤销|并入|签署|签订|批复|批准|审议通过|表决通过|印制|施行|实施|发射|当选|就任|访问|视察|调研|揭晓|获得|荣获|通过验收|发生|" +
  "改称|改名|更名|划归|划入|划属|迁至|迁入|升级为|改为|改设|设县|置县|建县|建市|撤县|撤市|撤地|撤乡|撤社|复置|析置|增设|解放(?!思想|军|生|区|战|路|碑)|动工|奠基|封顶|合龙|贯通|通航|通水|通电|通气|蓄水|并网|开馆|开园|开业|对外开放|试运行|正式运行|交付使用|迁建|扩建|改建|重建|修复|" +
  "下达|批转|转发|转办|提交|报送|致函|加入|入选|纳入|认定为|评定为|公示|会议通过|注册|投用|出席|考察|调查|约谈|" +
  "推广|取消|开辟|改制|改行|测勘|勘测|炸毁|烧毁|焚毁|摧毁|拆除|占领|侵占|攻占|办起|募建|捐建|倡建|重修|续修|公私合营|扩编|建井|试行|竣工验收|制定|制订|修订|招生|开学|结束|征调|裁撤|裁并|拨归|划拨|改隶|隶属|改属|改归|推行|调整|停办|大办|开办|创办|兴办|续办|复课|停课|进驻|接办|接管|移交|合并|合办|分设|增置|兴建|修建|修筑|修通|续建|抢修|加固|架设|铺设|引进|试办|试种|试制|整顿|清理|取缔|开征|免征|" +
  "表彰|嘉奖|授牌|获评|获批|获得|抽查|检查|督查|巡查|验收|评审|审定|核发|颁发|发放|逃逸|抢救|转移|疏散|报警|出警|排除|处置|解除|恢复通行|追尾|碰撞|相撞|侧翻|倾覆|溃坝|决口|沉没|追究|问责|处分|撤职|起诉|判处|移送|拘留|组成(?!立)|签约|揭幕|开庭|开赛|开班|结业|接通|赴|遭受|入驻|代表|宣布|宣告|指示|主持|听取|作出|部署|开赴|会见|会谈|开工建设|挂职|上任|到任|爆发|起义|" +
  "爆炸|坍塌|垮塌|倒塌|泄漏|起火|着火|火灾|遇难|死亡|接到报告|接到报警|接报|接警|到达现场|抵达现场|赶赴现场|赶到现场|赶赴|抵达|扑灭|立案|逮捕|刑事拘留|免职|任命|担任|调任|逝世|出生|责令|查封|停产|复产|复工";
/** Deeds of one character, which say so only with what stands beside them: 改甲校为乙校, 获…称号, 裁甲府. */
const BRIEF = "取得(?=[^，。]{0,14}(?:证|资格|许可|牌照))|恢复(?![至到])|毁(?=[^，。]{1,6}\\d)|(?<=在[^，。]{1,8})建(?=[^，。]{1,8}\\d?[所座处间])|改(?=[^，。]{2,14}[为归隶属])|获(?=[^，。]{0,20}(?:称号|先进|表彰|奖|荣誉|标兵|示范|“))|(?<=^(?:又|再|复|即|遂|始|并|先后)?)(?:裁|建(?!筑面积|筑业|国|党|军|档|议|有|设)|设(?!计|备|施|想|有|在|立|置)|置|析|撤|废)(?=[^，。]{2})";
const DEED = new RegExp(`(?:组织|正式|联合|共同|隆重|顺利)?(?:${DEEDS}|${BRIEF})`, "gu");
const DEED_DONE = new RegExp(`^((?:组织|正式|联合|共同|隆重|顺利)?(?:${DEEDS}))了`, "u");
const ALSO_DONE = new RegExp(`^[^，]{0,14}正式(?:${DEEDS})`, "u");
/** Who acts, named right before the deed: then a figure beside it is what was done, not a count of the year. */
const BY_ORGAN = /(?:[局厅部委办院场站社厂公司校府团队会]|政府|人民政府)(?:组织|联合|正式|首次|先后|再次)?$/u;
/** Deeds that stay deeds with a figure beside them: a bridge of nine kilometres is opened all the same. What is completed or won may be a statistic. */
const SOLEMN = /^(?:组织|正式|联合|共同|隆重|顺利)?(?:举行|召开|举办|开幕|闭幕|印发|颁布|出台|成立|设立|撤|改|更名|划|升|并入|通车|开工|动工|竣工|落成|建成[通投开使]|揭牌|挂牌|奠基|合龙|贯通|批复|批准|签署|审议通过|表决通过|发生|裁撤|拨归|划拨|改隶|接办|合并|创办|结束|修复|修筑|停办|恢复|获评|表彰|嘉奖|追尾|碰撞|相撞|侧翻|爆炸|坍塌|垮塌|起火|着火|死亡|遇难|接|到达|赶|抵达|解放|逝世|出生)/u;
/** What is counted for a year or compared with one: never an event. */
const COMPARED = /(?<!稳)增长(?!极|点|工作)|下降|同比|比上年|占[^，]{0,12}比|年均|累计/u;
/** 始建于1956年: the deed before its date. */
const DEED_BEFORE = /(?<verb>(?:始|新|改|扩|重|迁|创|组|修|筹)?建成?|成立|设立|创办|创刊|开工|动工|竣工|落成|建成通车|通车|投产|投用|开业|开馆|出生|生|逝世|发生|完工|开通|启用|上线|发布|印发|出版|颁布|签署|召开|举行|举办|获批|撤销|更名)于$/u;

/** An event as it stands in a passage: from its date to the end of its deed. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly date: DateInText;
  readonly actors: readonly string[];
  readonly action: string;
  readonly rule: "date-then-deed" | "deed-then-date" | "said-of-a-day" | "likewise";
}

/** The ways an event is told, for `docs/rules.md` and the tests: time, actors, action. */
export const eventRules: readonly Told[] = [
  {
    name: "date-then-deed", says: "2012年6月，某馆开通…: a date, and the first deed after it before another date",
    examples: {
      "2012年6月，县档案馆开通自助查档窗口。": ["2012-06 县档案馆 开通自助查档窗口"],
      "2012年，受市文化局委托，由省编目中心组织编写馆藏目录。": ["2012 市文化局、省编目中心 组织编写馆藏目录"],
      "2011年9月，东河县被省档案局确定为试点县。": ["2011-09 省档案局 确定为试点县"],
      "研讨会于6月8日举行，论文集正式出版。": ["--06-08  研讨会举行，论文集正式出版"],
      "1994年3月，东河县撤县设市。": ["1994-03 东河县 撤县设市"],
      "2013年5月，全长9公里的东河大桥建成通车。": ["2013-05 全长9公里的东河大桥 建成通车"],
      "6月8日3时12分许，东河化工厂仓库发生爆炸，": ["--06-08 东河化工厂仓库 发生爆炸"],
      "1976年，县林场引进良种9万株。": ["1976 县林场 引进良种9万株"],
      "民国二年（1913年）2月，裁东河厅。": ["1913-02  裁东河厅"],
    },
    leaves: ["2012年，全市完成投资9亿元。", "截至2012年底，全市建成9个馆。", "到2015年，建成目录中心。", "2012年举行的会议上，", "2012年是启用新馆之年。", "2012年，县馆编目任务已经完成。", "2012年亚运会如期举办。"],
  },
  {
    name: "deed-then-date", says: "始建于1958年: the deed stands before its date",
    examples: { "东河水库始建于1958年，": ["1958 东河水库 始建"] },
    leaves: ["计划建于2015年，"],
  },
  {
    name: "said-of-a-day", says: "a day is named, so what is said of it happened, whatever its verb",
    examples: { "10月20日，联合检查组实地复核目录。": ["--10-20  联合检查组实地复核目录"], "11月9日5时20分，甲某拨打热线，5时47分阀门脱开。": ["--11-09  甲某拨打热线", "--11-09  阀门脱开"] },
    leaves: ["9月30日，全县共有阅览室9间。", "有效期至9月30日的证件，"],
  },
  {
    name: "likewise", says: "…；一科获评…: a deed of the same date in the next part of the sentence",
    examples: { "2012年9月，县馆被授予先进单位称号；流通科获评文明岗。": ["2012-09 流通科 获评文明岗"] },
    leaves: ["2012年9月，县馆被授予先进单位称号；藏书增长9%。"],
  },
];

const NOT_DATED = /^(?:的|以来|以前|之前|前|之后|后(?!续)|[底末][前以]|起(?![草火义，])|间的|度的|版|第|是|为|奥运|世博|世界杯|亚运|冬奥|工作(?:回顾|总结|安排)|(?:主要|重点)(?:任务|工作))/u;
/** 到2015年, 2012年将…: what is to be, not what was. */
const TO_COME = /(?:到|至|截至|力争|争取|截止|预计|计划|自|从|比|较|与|同|[应须要将拟][于在])$/u;
const PLANNED = /(?:^|[^主])(?:即将|将|力争|争取|计划|拟|预计|准备|要)(?:全面|正式|陆续|继续|(?:于|在)[^，]{1,12})?$/u;
const FIGURES = /\d+(?:\.\d+)?(?:%|[万亿]|公里|吨|平方米|公顷|亩|人次)|达到/u;
const OCCASION = /(?:(?<!社|协|员|学|理事|基金|联合|工|商|国|监|银|董事)会|会议|大会|仪式|论坛|活动|展览|典礼|发布会|座谈会)$/u;

/** Events of a text, in order. */
export function events(text: TextInHand): Draft[] {
  const places = placeReader(text.registers.regions);
  let said: { section: number; year: string } | null = null;
  const { sentences, sections } = text.outline;
  return passagesOf(text).flatMap((passage) => {
    const dates = datesIn(passage.text);
    if (dates.length === 0) return [];
    const { section } = sentences[indexAt(sentences, passage.start)]!;
    // The year that the section named last goes on: 2013年6月8日…。 New paragraph. 6月9日….
    const year = isDispatch(passage) ? null : said?.section === section ? said.year : yearOf(sections[section]!.path);
    const own = dates.findLast(({ value, precision }) => /^\d{4}-/u.test(value) && precision !== "span")?.value.slice(0, 4);
    if (own !== undefined && !isDispatch(passage)) said = { section, year: own };
    return eventsIn(passage, dates).map(({ start, end, date, actors, action, rule }) => ({
      kind: "event" as const,
      start: passage.start + start,
      end: passage.start + end,
      ...(date.value.startsWith("--") && year ? { inferred: true, timePeriod: date.value.replaceAll(/(?<=^|\/)-(?=-)/gu, year) } : { timePeriod: date.value }),
      actors: [...actors],
      action,
      places: placesIn(passage.text.slice(start, end), places),
      rule: `events/${rule}`,
    }));
  });
}

/** What happened in a passage: a date that opens a clause or stands in it, and the first deed after it before the next date. */
function eventsIn({ start: base, text, clauses }: Passage, dates: readonly DateInText[] = datesIn(text)): Found[] {
  const named = dates.filter((date) => !isOfName(text, date));
  const own = clauses.map((clause) => ({ ...clause, start: clause.start - base, end: clause.end - base }));
  const out: Found[] = [];
  for (const date of dates) {
    const last = out.at(-1);
    if ((last && date.start < last.end) || !named.includes(date) || !isOfDeed(date, text)) continue;
    const found = deedBefore(date, own, text) ?? deedAfter(date, named, own, text) ?? saidOfDay(date, named, own, text);
    if (found) out.push(found, ...likewise(found, named, own));
  }
  return out;
}

function isOfDeed(date: DateInText, text: string): boolean {
  const own = text.slice(date.start, date.end);
  return (date.precision !== "span" || /^\d{4}年?(?:至|到|[—-])\d{4}年$/u.test(own)) && !/底|末|^[截到至]/u.test(own) && !NOT_DATED.test(text.slice(date.end, date.end + 4)) && !TO_COME.test(text.slice(Math.max(0, date.start - 4), date.start)) && !/^(?:讯|电)/u.test(text.slice(date.end));
}

/** 水库始建于1958年: the words before the date in its clause say who and what. */
function deedBefore(date: DateInText, clauses: readonly Clause[], text: string): Found | null {
  const clause = clauses[indexAt(clauses, date.start)];
  if (!clause) return null;
  const before = text.slice(clause.start, date.start);
  const verb = DEED_BEFORE.exec(before.slice(-10))?.groups!["verb"];
  if (verb === undefined || /(?:计划|预计|将|拟)$/u.test(before.slice(0, -verb.length - 1))) return null;
  const subject = subjectOf(before.slice(0, -verb.length - 1));
  return { start: clause.start, end: date.end, date, actors: subject ? [subject] : [], action: verb, rule: "deed-then-date" };
}

/** The clause of the date, and up to four after it in the sentence, until one says a deed. */
function deedAfter(date: DateInText, dates: readonly DateInText[], clauses: readonly Clause[], text: string): Found | null {
  const first = indexAt(clauses, date.start);
  for (let at = first; at >= 0 && at < Math.min(first + 6, clauses.length); at++) {
    const clause = clauses[at]!;
    if (at > first && (clauses[at - 1]!.mark === "。" || isDated(clause, dates))) return null;
    if (!mayHoldDeed(clause)) continue;
    const own = at === first ? text.slice(date.end, clause.end) : clause.text;
    if (!deedIn(own)) continue;
    const deed = deedIn(own, ({ verb, at: place }) => isDone(verb, own.slice(0, place), own, date));
    if (!deed) return null;
    const next = clauses[at + 1];
    const alsoDone = next && clause.mark === "，" && next.text.length <= 24 && !isDated(next, dates) && ALSO_DONE.test(next.text) ? next : null;
    return told(date, deed, clauses, first, at, alsoDone, text);
  }
  return null;
}

/** Whether a rest of a clause can hold a deed: asked once a clause, however many dates stand in it. A rest may begin with what is a deed only there: 又建, 撤. */
const mayHoldDeed = kept(({ text }: Clause) => text.search(DEED) >= 0 || /[又再复即遂始并先裁建设置析撤废]/u.test(text));

/** What is no deed though a day is named: a statement of figures, an aim, a state. */
const STATE = /^(?:[^，]{0,12}?(?:共|全县|全省|全国|为止|以来|是|为|有|达|属|位于))|\d+(?:\.\d+)?(?:%|[万亿])|增长|下降|达到|将|计划|预计|有效期|生日|纪念日|普查/u;

/** 10月20日，联合检查组实地复核: a day or an hour is named, so what is said of it happened, whatever its verb. */
function saidOfDay(date: DateInText, dates: readonly DateInText[], clauses: readonly Clause[], text: string): Found | null {
  if (!/\d-\d{2}-\d{2}$|^--\d{2}-\d{2}$/u.test(date.value)) return null;
  const at = clauses.findIndex((clause) => clause.start <= date.start && date.start < clause.end);
  const own = clauses[at];
  if (!own || !/^(?:在|于|同年|次年|当年|[^，。]{2,14}(?:于|在)?)?$/u.test(text.slice(own.start, date.start))) return null;
  const rest = text.slice(date.end, own.end).replace(TIME_OF_DAY, "");
  const said = rest.length >= 4 ? own : clauses[at + 1];
  if (!said || (said !== own && (own.mark !== "，" || dates.some((other) => other.start >= said.start && other.start < said.end)))) return null;
  const words = said === own ? rest : said.text;
  if (words.length < 4 || !/\p{Script=Han}{4}/u.test(words) || /^的|[的时前后间]$/u.test(words) || STATE.test(words)) return null;
  const before = text.slice(own.start, date.start).replace(/[于在]$/u, "").replace(/^(?:同年|次年|当年)$/u, "");
  return { start: before ? own.start : date.start, end: said.end, date, actors: before ? [before] : [], action: words, rule: "said-of-a-day" };
}

/** …被授予…；一科获评…；…受到表彰: deeds of the same day, a part each, without a date of their own. */
function likewise(found: Found, dates: readonly DateInText[], clauses: readonly Clause[]): Found[] {
  const out: Found[] = [];
  const after = clauses.findIndex((clause) => clause.start >= found.end);
  for (let at = after; at > 0 && at < clauses.length && clauses[at - 1]!.mark !== "。"; at++) {
    const clause = clauses[at]!;
    if (dates.some((other) => other.start >= clause.start && other.start < clause.end)) break;
    if (clauses[at - 1]!.mark !== "；" && !/^(?:会上|会议期间|会后|活动中|其间)/u.test(clause.text)) continue;
    const deed = deedIn(clause.text);
    if (!deed || !SOLEMN.test(deed.verb) || COMPARED.test(clause.text) || FIGURES.test(clause.text)) continue;
    const subject = subjectOf(clause.text.slice(0, deed.at));
    out.push({ start: clause.start, end: clause.end, date: found.date, actors: actorsOf(clause.text.slice(0, deed.at), subject), action: clause.text.slice(deed.at), rule: "likewise" });
  }
  return out;
}

const byStart = bisector(({ start }: DateInText) => start);

/** Whether a date begins within a clause. */
function isDated({ start, end }: Clause, dates: readonly DateInText[]): boolean {
  const next = dates[byStart.left(dates, start)];
  return next !== undefined && next.start < end;
}

/** Place of the deed in a clause, or null: not 举行的会议, not 建立健全, not what is only planned. */
function deedIn(clause: string, isWanted: (deed: Deed) => boolean = () => true): Deed | null {
  for (const match of clause.matchAll(DEED)) {
    const after = clause.slice(match.index + match[0].length);
    const before = clause.slice(0, match.index);
    if (/^(?:的|健全|和完善|后|时|以来|情况|方案|率|量|办法|期间|\d+周年|[一二三四五六七八九十百]+周年|委员会|机制|条件|工作报告|会议精神)/u.test(after) || (/[查审收察验]$/u.test(match[0]) && /^(?:组(?!织)|队|团|员|室|所)/u.test(after)) || PLANNED.test(before) || /[的未]$/u.test(before)) continue;
    const deed = { at: match.index, verb: match[0] };
    if (isWanted(deed)) return deed;
  }
  return null;
}

/** Whether a deed was done on its date, rather than counted for it: 2012年，全市完成投资9亿元 is a statistic. */
function isDone(verb: string, before: string, said: string, { value }: DateInText): boolean {
  if (COMPARED.test(said) || /^(?:全年|年内|累计|[^，]{0,8}(?:全年|累计))/u.test(said)) return false;
  if (verb.endsWith("完成") && /(?:目标|任务|指标)/u.test(said)) return false;
  if (SOLEMN.test(verb)) return true;
  if (/^(?:\d{4}|\d{4}\/\d{4})$/u.test(value) && YEARLY.test(verb) && COUNTED.test(said)) return false;
  return !FIGURES.test(said) || (BY_ORGAN.test(before) && !/完成|建成|获/u.test(verb));
}

/** What is counted for a year: 2012年获奖9项. */
const YEARLY = /获|公布|检查|抽查|查处|办理|发放|培训|受理|下达|推广/u;
const COUNTED = /\d(?:余|多)?(?:项|件|户|起|次|家|例|宗|份|张|名|人(?!民))/u;

/** A deed's place in its clause, and its words. */
interface Deed { readonly at: number; readonly verb: string }

/** 6月8日|上午9时30分许，. */
const TIME_OF_DAY = /^(?:凌晨|清晨|早上|上午|中午|下午|晚上?|夜间)?(?:\d{1,2}(?:时|点|:|：)(?:\d{1,2}分?)?(?:\d{1,2}秒)?)?(?:许|左右)?，?/u;

function told(date: DateInText, deed: Deed, clauses: readonly Clause[], first: number, at: number, alsoDone: Clause | null, text: string): Found {
  const own = clauses[first]!;
  const clause = clauses[at]!;
  const begin = at === first ? date.end : clause.start;
  const end = alsoDone?.end ?? clauses[endOfTitles(clauses, at)]!.end;
  const ahead = text.slice(own.start, date.start).replace(/^（[^）]*）/u, ""); // （6月8日讯）研讨会于8日举行
  const before = /^(?:在|于|同年|次年|去年|今年|当年|本年|前年)?$/u.test(ahead) ? "" : ahead.replace(/[于在]$/u, "");
  const leading = before + text.slice(date.end, begin + deed.at).replace(TIME_OF_DAY, "").replace(/^、/u, ""); // a ， after the date that was restored as 、
  const subject = subjectOf(leading);
  const isOccasion = OCCASION.test(subject);
  const action = (isOccasion ? subject : "") + text.slice(begin + deed.at, end).replace(DEED_DONE, "$1").replace(/包括(?:《[^《》]*》|[、，。；和及与]|以及)+等/u, "");
  return { start: before ? date.start - ahead.length : date.start, end, date, actors: actorsOf(leading, isOccasion ? "" : subject), action, rule: "date-then-deed" };
}

/** A 。 or ， between 》 and 《 is a wrong mark within a list of titles: the deed goes on. */
function endOfTitles(clauses: readonly Clause[], at: number): number {
  return clauses[at]!.text.endsWith("》") && clauses[at + 1]?.text.startsWith("《") ? endOfTitles(clauses, at + 1) : at;
}

/** Who acts: 受X委托 · 由X · 被X, else the subject. */
function actorsOf(leading: string, subject: string): string[] {
  const commissioner = /受(?<name>[^，。受]{2,30}?)(?:的)?委托/u.exec(leading)?.groups!["name"];
  const agent = /(?:^|[，。是])由(?<name>[^，。]{2,40}?)(?:组织|牵头|负责|主持|联合)?$/u.exec(leading)?.groups!["name"] ?? /被(?<name>[^，。被]{2,20})$/u.exec(leading)?.groups!["name"];
  const self = agent ?? (leading.endsWith("被") ? "" : subject.replace(/受[^，。]*委托$/u, ""));
  return [commissioner, self].filter((name): name is string => !!name);
}

/** The noun phrase before the deed: its own clause, without adverbs. */
function subjectOf(leading: string): string {
  const clauses = leading.split(/[，。；：]/u).filter((clause) => clause.length > 0 && !clause.endsWith("委托"));
  const own = withoutAdverbials((clauses.at(-1) ?? leading).replace(/《[^《》]*》/gu, ""));
  const subject = own.replace(/^(?:经|在|对|为|根据|按照|通过)[^，]*$/u, "");
  return subject.length >= 2 && subject.length <= 30 && !/[、“”（）]/u.test(subject) ? subject.replace(/受[^，。]*委托$/u, "") : "";
}

const ADVERBIAL = /(?:正式|已经|已|先后|陆续|联合|共同|也|又|还|将|成功|顺利|首次|再次|同时|开始|全面|并|即|向[^，]{1,8}|在[^，]{2,12}|于[^，]{2,8})$/u;
/** In UTF-16 code units: 在 and twelve characters. */
const LONGEST_ADVERBIAL = 26;
/** 县档案馆已于去年正式 → 县档案馆. One after the other: a pattern that takes them all tries every way to part them. */
function withoutAdverbials(clause: string): string {
  let end = clause.length;
  for (let found = true; found;) {
    const adverbial = ADVERBIAL.exec(clause.slice(Math.max(0, end - LONGEST_ADVERBIAL), end));
    found = adverbial !== null;
    end -= adverbial?.[0].length ?? 0;
  }
  return clause.slice(0, end);
}

/** A dispatch (6月8日讯) is of its own year, which the title need not name. */
function isDispatch(passage: Passage): boolean {
  return /^[^。]{0,12}\d{1,2}日(?:讯|电)/u.test(passage.text);
}

/** The year that headings name, the inmost first. */
function yearOf(path: readonly string[]): string | null {
  const dated = path.toReversed().flatMap((heading) => datesIn(heading)).find((date) => /^\d{4}(?:-|$)/u.test(date.value));
  return dated?.value.slice(0, 4) ?? null;
}

/** Names of the register that occur, once each, in the order of the text. */
function placesIn(passage: string, places: PlaceReader): string[] {
  return [...new Set(places(passage).map(({ start, end }) => passage.slice(start, end)))];
}
