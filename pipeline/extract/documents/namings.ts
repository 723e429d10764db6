/** Ways to name a document: in 《》, in “…”, in the open, by its number. Not here: titles that were lost without a trace of their own. */
import type { Told } from "../rule.ts";
import { statusOf } from "./status.ts";
import { LOST, OPEN_TITLE, OPEN_TYPES, TYPES, type Named } from "./words.ts";

/** 国发〔2013〕31号, 国务院令第9号: the number of a paper. Brackets of either kind; degraded text may have lost the round ones around it. */
const NUMBER = String.raw`(?:(?:(?!根据|按照|依据|依照|转发|印发|落实|执行|下发|关于|[了由的])\p{Script=Han}){2,10}(?:〔|\[|［)(?:19|20)\d\d(?:〕|\]|］)(?:第)?\d{1,5}号)`;
/** 国务院令第9号, 某部令第12号. */
const ORDER = String.raw`(?:国务院|主席|自治区|(?:(?!违反|根据|按照|依据|执行|落实|了)\p{Script=Han}){2,12}[省市部委局署府])令第?\d{1,4}号`;

/** A number whose title was lost keeps the bracket behind it. */
export const isOfLostTitle = (sentence: string, end: number) => sentence[end] === "）";

/** Ways to name a document, tried in order; what an earlier one read is not read again. `needs`: what the way cannot do without; a sentence that does not have it is not searched. */
export interface Naming extends Told { readonly needs: RegExp; readonly pattern: RegExp }

export const namings: readonly Naming[] = [
  {
    name: "title-in-marks",
    says: "《…》 that ends as documents do, or has done to it what is done to documents",
    needs: /《/u,
    pattern: new RegExp(`《(?<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》(?:（(?:${NUMBER}|${ORDER})[^（）]{0,12}）)?(?:${TYPES})?`, "gu"),
    examples: { "根据《档案开放办法》（东政发〔2012〕9号），": ["档案开放办法"], "根据《公共档案馆条例》和《馆藏编目规范》，": ["公共档案馆条例", "馆藏编目规范"], "按照《〔题名缺失〕》的要求，": ["〔lost〕"] },
    leaves: ["排演话剧《渡口》，"],
  },
  {
    name: "quoted-before-type",
    says: "“…”国家标准: a title in “…” with its type behind",
    needs: /“/u,
    pattern: new RegExp(`“(?<title>[^“”]{4,40})”(?:系列|等|一批|相关){0,2}(?:${OPEN_TYPES})`, "gu"),
    examples: { "编写“公共档案馆建设”国家标准。": ["公共档案馆建设"] },
    leaves: ["坚持“开放优先”的方针。"],
  },
  {
    name: "quoted-after-type",
    says: "国家标准“…”: the type before",
    needs: /“/u,
    pattern: /(?:国家标准|行业标准|地方标准|团体标准|规划|纲要|条例)“(?<title>[^“”]{4,40})”/gu,
    examples: { "编写国家标准“公共档案馆建设”。": ["公共档案馆建设"] },
    leaves: [],
  },
  {
    name: "in-the-open",
    says: "出台…行动计划: no marks, a verb of giving out before",
    needs: /出台|[印下]发|颁布|颁发|发布|公布|编制完成|审议通过/u,
    pattern: new RegExp(`(?:出台|印发|下发|颁布|颁发|发布|公布|编制完成|审议通过)(?:实施|施行|了|的|并实施){0,3}(?<title>${OPEN_TITLE})(?=[，。、；]|$)`, "gu"),
    examples: { "省里出台档案事业发展三年行动计划，": ["档案事业发展三年行动计划"], "编制完成东河县“十二五”档案事业发展规划，": ["东河县“十二五”档案事业发展规划"] },
    leaves: ["出台一系列规定，", "出台相关办法，"],
  },
  {
    name: "in-the-open-done",
    says: "制定了…规划, 深入实施…方案: no marks, a verb of making or carrying out before",
    needs: /行动计划|规划|方案|实施意见|管理办法|实施细则|条例/u,
    pattern: new RegExp(`(?:(?:制定|编制|修订|起草|完成)(?:了|完成)|(?:编制|制定|修订|起草)(?=\\p{Script=Han}{1,6}[省市县区州]|[^，。、；]{6,30}(?:实施细则|管理办法|行动方案|规划|纲要|条例)[，。、；])|(?:深入|组织|启动|全面|制定|颁布)实施了?)(?<title>(?![一二两三四五六七八九十百\\d多系新])[^，。、；：“”《》（）!？\\n的了等]{5,30}(?:行动计划|规划|纲要|实施方案|行动方案|实施意见|管理办法|实施细则|条例))(?=[，。、；]|$)`, "gu"),
    examples: { "县里制定了档案数字化三年行动计划，": ["档案数字化三年行动计划"], "深入实施数字档案馆建设行动方案。": ["数字档案馆建设行动方案"], "加快编制东河县公共档案管理条例，": ["东河县公共档案管理条例"], "编制综合档案馆网布局规划，": ["综合档案馆网布局规划"] },
    leaves: ["制定了相关实施方案，", "编制完成。"],
  },
  {
    name: "in-the-open-cited",
    says: "依据…条例, 落实…行动方案: no marks, cited or carried out; 和 joins a second",
    needs: /依据|依照|根据|按照|违反|贯彻|落实|[法例定]和/u,
    pattern: /(?:依据|依照|根据|按照|违反|贯彻落实|贯彻执行|贯彻|落实|(?<=法|条例|规定|办法)和)了?(?:国家|国务院)?(?<title>(?!有关|相关|上述|以上|各项|本|该|其|这|法律|规划|批准)[^，。、；：“”《》（）!？\n的了等第和]{3,30}(?:条例|办法|实施细则|规划纲要|管理规定|暂行规定|行动方案|实施方案|行动计划|发展规划|实施意见|指导意见|(?<!办|方|立|执|司|守|违|合|依)法))(?=的?(?:规定|要求)|第[一二三四五六七八九十百零〇]{1,8}条|开展|进行|实施|处理|追究|给予|组织|成立|[，。、；和的]|$)/gu,
    examples: { "依据公共档案馆管理条例开展检查。": ["公共档案馆管理条例"], "违反档案开放管理规定第九条，": ["档案开放管理规定"], "违反档案法和公共档案馆管理条例的，": ["公共档案馆管理条例"], "落实东河县档案事业发展行动方案，": ["东河县档案事业发展行动方案"] },
    leaves: ["按照有关法律规定，", "落实工作方案，"],
  },
  {
    name: "number-alone",
    says: "国发〔2013〕31号文件, 国务院令第9号: the number of a paper; of a lost title where its bracket is left",
    needs: /\d号/u,
    pattern: new RegExp(`(?<=^|[，。、；：（]|根据|按照|依据|依照|转发|印发了?|落实|执行|下发了?|关于)(?<title>${NUMBER})(?:文件|通知|文)?`, "gu"),
    examples: { "按照东政发〔2012〕9号文件要求，": ["东政发〔2012〕9号"], "县里印发了东府办〔2013〕12号通知。": ["东府办〔2013〕12号"] },
    leaves: ["东河路9号"],
  },
  {
    name: "number-of-an-order",
    says: "国务院令第9号, 某部令第12号",
    needs: /令第?\d/u,
    pattern: new RegExp(`(?<title>${ORDER})`, "gu"),
    examples: { "违反国务院令第9号，": ["国务院令第9号"] },
    leaves: ["命令第3连出发"],
  },
  {
    name: "in-the-open-followed",
    says: "…条例正式施行: no marks, what is done to it behind",
    needs: new RegExp(OPEN_TYPES, "u"),
    pattern: new RegExp(`(?<=^|[，。；]|配套的|[发布订定后]的)(?<title>${OPEN_TITLE})(?=(?:启动|正式|深入|全面|公开|同日|已|正在|\\d{1,2}月|(?:于|经|由)[^，。；]{2,14}){0,3}(?:实施|施行|出台|印发|发布|公布|颁布|批复|起草|征求意见|审议通过|获批|生效|列入|纳入|修订|推进|落实|(?:全面)?落地|(?:同时)?废止|试行|通过(?:专家)?(?:评审|审查|验收|审议)))`, "gu"),
    examples: { "档案事业发展三年行动计划深入实施，": ["档案事业发展三年行动计划"], "馆藏数字化行动方案同日发布。": ["馆藏数字化行动方案"], "公共档案馆条例草案7月公开征求意见，": ["公共档案馆条例草案"] },
    leaves: ["相关条例正式施行，"],
  },
];

/** The documents that a sentence names, in order. */
export function namedIn(sentence: string): Named[] {
  const found: Named[] = [];
  for (const { name, needs, pattern } of namings) {
    if (!needs.test(sentence)) continue;
    for (const match of sentence.matchAll(pattern)) {
      const title = match.groups!["title"]!;
      const start = name.startsWith("in-the-open") ? match.index + match[0].length - title.length : match.index; // nothing but the title is its passage
      const end = match.index + match[0].length;
      if (found.some((other) => start < other.end && other.start < end) || !isOfDocument(name, title, sentence, start, end)) continue;
      found.push({ start, end, title: title === LOST ? null : title, rule: name });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const ENDS_AS_DOCUMENT = new RegExp(`(?:${TYPES})(?:（[^（）]{0,40}）|[(][^()]{0,40}[)]|\\d{4}[—-]\\d{4}年){0,3}$`, "u");

/** Plays, books and films stand in 《》 too: a title counts when it ends as documents do, or when what is done to it is done to documents. */
function isOfDocument(naming: string, title: string, sentence: string, start: number, end: number): boolean {
  if (naming.startsWith("number-")) return true;
  if (naming.startsWith("in-the-open")) return !/^(?:相关|有关|系列|配套|若干|各项|各类|具体|专门|实施)|第[一二三四五六七八九十百]+条|按照|根据|应当/u.test(title);
  if (naming !== "title-in-marks" || title === LOST) return true;
  return ENDS_AS_DOCUMENT.test(title) || statusOf(sentence, start, end) !== null;
}
