/** Observations: quantities with what is measured, whose it is and when. Not here: reading numbers, lists, dates. */
import type { Measure } from "../../schemas/fact.ts";
import { clausesOf, type Clause, type Draft, type TextInHand } from "./draft.ts";
import { listsOf, type List } from "./lists.ts";
import { placeReader, regionOf } from "./places.ts";
import { quantityReader, type Quantity } from "./quantities.ts";
import { levelOf, splitSubject } from "./subjects.ts";
import { timesOf } from "./times.ts";

/** What an observation's clause leaves to the clauses after it. */
interface Carried { indicator: string; subject: string | null }

export function observations(text: TextInHand): Draft[] {
  const read = quantityReader(text.registers.units.map((u) => u.unit));
  const times = timesOf(text);
  const places = placeReader(text.registers.regions);
  const out: Draft[] = [];
  let section = -1;
  let carried: Carried = { indicator: "", subject: null };
  let membersBefore: List | null = null;
  let clauseBefore: Clause | undefined;
  for (const sentence of text.outline.sentences) {
    if (sentence.section !== section) { section = sentence.section; carried = { indicator: "", subject: null }; clauseBefore = undefined; }
    const clauses = clausesOf(sentence);
    clauses.forEach((clause, i) => {
      const lists = listsOf(clause.text, places);
      const previous = clauses[i - 1] ?? clauseBefore;
      let from = 0;
      for (const quantity of read(clause.text)) {
        if (isDatePart(clause.text, quantity) || isOfName(clause.text, quantity)) continue;
        const list = lists.findLast((l) => l.end <= quantity.start + 1) ?? (previous && carriesMembers(previous.text) ? membersBefore : null);
        const slots = slotsOf(clause, quantity, from, list, carried, previous?.text);
        from = quantity.end;
        if (!slots) continue;
        const time = times(clause.start + quantity.start);
        const nounEnd = /^的?/u.test(clause.text.slice(quantity.end)) && (slots.after ?? 0) > 0 ? slots.after! : 0;
        const region = slots.subject === null ? null : regionOf(slots.subject, text.registers.regions);
        out.push({
          kind: "observation",
          start: clause.start + slots.begins,
          end: clause.start + Math.min(clause.text.length, quantity.end + nounEnd),
          indicator: slots.indicator,
          subject: slots.subject,
          members: list ? [...list.members] : [],
          membersOpen: list?.open ?? false,
          level: levelOf(slots.subject, list?.members ?? [], text.registers.regions),
          refArea: region?.code ?? null,
          timePeriod: time.value,
          value: slots.measure === "growth" && slots.falls ? -quantity.value : slots.measure === "change" && slots.falls ? -quantity.value : quantity.value,
          ...(quantity.valueHigh === undefined ? {} : { valueHigh: quantity.valueHigh }),
          qualifier: quantity.qualifier,
          unit: quantity.unit,
          measure: slots.measure,
          inferred: time.inferred || slots.carriedOver,
        });
        carried = { indicator: slots.bare, subject: slots.subject ?? carried.subject };
      }
      membersBefore = lists.at(-1) ?? (previous ? membersBefore : null);
      clauseBefore = clause;
    });
  }
  return out;
}

/** 部分部委，如甲部、乙部等，已达到…: the clause before names the members. */
const carriesMembers = (clause: string) => /^(?:如|其中|包括|例如)/u.test(clause);

/** 9月12日, 第3期, 2013年: a number within a date or an ordinal. */
function isDatePart(text: string, q: Quantity): boolean {
  return /^[年月日号]/u.test(text.slice(q.end)) && !q.rank;
}

/** A figure inside a proper name or quotation marks, a bound in a name: 亿元以上项目, “5个一”. */
function isOfName(text: string, q: Quantity): boolean {
  const open = text.lastIndexOf("“", q.start), close = text.lastIndexOf("”", q.start);
  if (open > close && text.indexOf("”", q.end) >= 0) return true;
  return q.qualifier === "atLeast" && /^(?:的)?(?:项目|企业|工业企业|老人|人口|机组|大型)/u.test(text.slice(q.end)) && q.unit !== "%";
}

interface SlotsFound { indicator: string; bare: string; subject: string | null; measure: Measure; falls: boolean; begins: number; after: number | null; carriedOver: boolean }

/** Words before a figure that say how it came about, not what it is. */
const VERB_BEFORE = /(?:(?:更是|更|已经|已|均|都|则|也|共|累计|就|仅|仍|普遍|分别|合计|总共|预计|年均|同比|环比|比上年|较上年)*(?:达到了?|达|为|是|有|占|在|至|到|增长了?|增加了?|增|上升了?|提升了?|提高了?|下降了?|降低了?|减少了?|回落了?|扩大了?|缩小了?|新增|净增|保持在|稳定在|控制在|提高到|提高至|提升至|提升到|上升到|上升至|下降到|下降至|降至|升至|增至|增加到|增长到|完成|实现|突破|超过|建成|建立了?|设立了?|开通了?|打通|建设|拥有|设有|覆盖|服务|接待|培育|引进|新建|完成了|包括|共有)?)$/u;
const LEAD_IN = /^(?:目前|其中|同时|截至目前|另外|此外|另有|另|而|并|且|还|也|有|虽然|使|全年|当年|截止到?|截至|到|以来|年均|全市|今年|去年|预计|力争|确保|现)+/u;
const COUNTED = /^(?:个|家|项|条|座|件|种|所|名|位|人|人次|户|处|套|台|辆|架|只|头|株|份|宗|起|批|张|篇|部|本|场|次|对|支|艘|口|眼|栋|幢|间|片|块|类|门|期|枚|面|名|级|套房|台套|亩|公顷|平方公里|公里|千米|米|吨|万|元|美元|千瓦|千瓦时|亿千瓦时|立方米|平方米)$/u;

function slotsOf(clause: Clause, q: Quantity, from: number, list: List | null, carried: Carried, clauseBefore: string | undefined): SlotsFound | null {
  const whole = clause.text;
  const pre = whole.slice(from, q.start);
  const post = whole.slice(q.end);
  const bareHead = withoutLead(pre.replace(/^[、及和]/u, ""));
  const head = bareHead.replace(VERB_BEFORE, "").replace(/(?:普遍|大约|基本|大多|大都|多数|总体)$/u, "");
  const measure = measureOf(q, pre, post);
  const falls = /(?:下降|降低|减少|回落|缩小|缩短|压减|下调)(?:了|约|近|超过|逾)?$/u.test(pre);
  const begins = from === 0 ? leadLength(whole, q.start) : from;
  // 26%的省级政府设立了…: a share of a whole, said of what follows
  if ((q.unit === "%" || q.unit === "成") && post.startsWith("的")) {
    const parted = /^的(?<whole>[^，、把将设没虽在已尚开建实使用]{2,14}?(?:政府|部门|企业|单位|地区|省份|城市|人口|居民|农户|家庭|机构|学校|医院|网站|市|县|区|乡镇|村|人|户|项目|用户|网民)?)(?<said>(?:的|把|将|设|没|虽|在|已|尚|开|建|实|使|用|通|采|能|可|未|拥|有|对|认|表|由).+)$/u.exec(post);
    const subject = parted?.groups?.["whole"] ?? post.slice(1, 9);
    const said = shortened((parted?.groups?.["said"] ?? "").replace(/^[的虽]/u, "").replace(/^(?:把|将)/u, ""));
    return { indicator: `${said}的${subject}比重`, bare: `${said}的${subject}比重`, subject, measure: "share", falls: false, begins, after: post.length, carriedOver: false };
  }
  // 载客量是平日的3到5倍: a ratio of two things
  const ratio = q.unit === "倍" ? /^(?<what>.+?)(?:达到了?|达|是|为|相当于)(?<base>[^，]{2,12})的$/u.exec(bareHead)?.groups : undefined;
  if (ratio) {
    const { subject, rest } = splitSubject(ratio["what"]!);
    const indicator = `${cleanIndicator(rest)}与${ratio["base"]}之比`;
    return { indicator, bare: indicator, subject, measure: "level", falls: false, begins, after: null, carriedOver: false };
  }
  if (COUNTED.test(q.unit) && !q.rank && measure === "level") {
    const noun = nounAfter(post);
    if (noun) {
      const verb = /(?:新增|新建|新培育|净增)(?:了)?$/u.exec(pre)?.[0] ?? "";
      const { subject } = splitSubject(head);
      const who = list ? noun : subject;
      return { indicator: verb + noun, bare: verb + noun, subject: who, measure, falls, begins: list ? list.start : begins, after: post.indexOf(noun) + noun.length, carriedOver: false };
    }
  }
  // 省级主要业务覆盖率较高，普遍在75%以上: what is measured stands in the clause before
  const own = head.length >= 2 ? head : "";
  const before = own === "" && from === 0 && clauseBefore && !FIGURE.test(clauseBefore) ? headOf(clauseBefore) : "";
  const { subject, rest } = splitSubject(list && list.end <= q.start && from === 0 ? whole.slice(list.end, q.start).replace(VERB_BEFORE, "").replace(/^(?:等|等等)/u, "") : own || before);
  const indicator = cleanIndicator(rest);
  if (indicator.length >= 2) {
    const named = measure === "growth" || measure === "change" || measure === "rank" ? indicator.replace(/(?:比上年|同比|较上年|比.{1,6}|较.{1,6})$/u, "") || indicator : indicator;
    return { indicator: named, bare: named, subject: list?.members.length && subject === null ? headNoun(whole, list) : subject, measure, falls, begins: before ? 0 : begins, after: null, carriedOver: false };
  }
  if (carried.indicator !== "" && (measure !== "level" || !COUNTED.test(q.unit) || subject !== null)) {
    return { indicator: carried.indicator, bare: carried.indicator, subject: subject ?? (own !== "" ? own : carried.subject), measure, falls, begins, after: null, carriedOver: true };
  }
  if (own === "" && before === "") return null;
  return { indicator: own || before, bare: own || before, subject, measure, falls, begins, after: null, carriedOver: false };
}

/** A predicate too long for an indicator is cut where its first part ends. */
const shortened = (said: string) => (said.length > 30 ? said.split(/[、，]/u)[0]! : said);

function measureOf(q: Quantity, pre: string, post: string): Measure {
  if (q.rank) return "rank";
  if (q.unit === "百分点" || /净增(?:加)?(?:了|约|近)?$/u.test(pre) || /增量[^，]{0,4}$/u.test(pre)) return "change";
  if (/(?:增长|增|增加|上升|下降|降低|减少|回落|提高|提升|增幅|增速|降幅)(?:了|约|近|超过|逾|达|达到|为)?$/u.test(pre) && /^(?:%|‰|倍)$/u.test(q.unit) && !/(?:到|至|达到?|为)$/u.test(pre.replace(/(?:增速|增幅|降幅)(?:达到?|为)$/u, ""))) return "growth";
  if (q.unit === "%" && (/占[^，]{0,20}$/u.test(pre) || /(?:占比|比重|比例|份额|贡献率)[^，]{0,6}$/u.test(pre))) return "share";
  if (q.unit === "%" && post.startsWith("的")) return "share";
  if (q.unit === "位" && /(?:提升|上升|前移|下降|跃升)(?:了)?$/u.test(pre)) return "change";
  return "level";
}

/** The thing counted, after its measure word: 53条|断头路. Cut where a verb begins. */
function nounAfter(post: string): string | null {
  const match = /^的?(?<noun>[^，；。：、的被把将在为已达]{1,18})/u.exec(post);
  const noun = match?.groups?.["noun"]?.replace(/(?:提供|开展|开通|实现|完成|建成|纳入|列入|入选|获评|投入|投用|建立|进行|全部|数据$|均|都).*$/u, "") ?? "";
  return noun.length >= 1 && /\p{Script=Han}/u.test(noun) ? noun : null;
}

/** A clause with a figure of its own has said what it measures: its indicator is carried, its words are not. */
const FIGURE = /\d(?!年|\d|月|日)|百分之/u;

/** What an earlier clause is about, without what it says of it. */
function headOf(clause: string): string {
  return withoutLead(clause).replace(/(?:(?:处于|保持在?)?(?:较高|较低|领先|先进)(?:水平)?|很高|不断提高|稳步提升|持续提高|明显提高|不断扩大|稳步增长|快速增长|进一步.*|较快.*)$/u, "").replace(/^.*[，。]/u, "");
}

/** 实际运行情况表明…: who says it is not what is measured. */
const SAYS = /^[^，]{2,16}?(?:表明|显示|说明|指出)/u;
const withoutLead = (text: string) => text.replace(SAYS, "").replace(/^(?:(?:截止|截至|到)?\d{4}年(?:底|末|\d{1,2}月(?:底|\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?)/u, "").replace(LEAD_IN, "");
const leadLength = (text: string, limit: number) => Math.min(limit, text.length - withoutLead(text).length);
const cleanIndicator = (text: string) => text.replace(/^(?:的|其|和|、|等)+/u, "").replace(/(?:的|，)+$/u, "");

function headNoun(clause: string, list: List): string | null {
  return /^(?<noun>.{2,8}?(?:领域|部门|部委|地区|行业|企业|单位|市|县|区))/u.exec(clause.slice(list.end))?.groups?.["noun"] ?? null;
}
