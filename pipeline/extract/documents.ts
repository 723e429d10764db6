/** Documents: laws, standards, plans and papers that are named, or were named before their titles were lost. Not here: finding the holes (restore does). */
import type { NamedDocument } from "../../schemas/fact.ts";
import type { Sentence } from "../../schemas/outline.ts";
import { rawSpan } from "../../schemas/repair.ts";
import type { Span } from "../../schemas/span.ts";
import { datesIn } from "./dates.ts";
import type { Draft, TextInHand } from "./draft.ts";

type Status = NamedDocument["status"];

/** How restoration prints a title that was lost. */
const LOST = "〔题名缺失〕";
/** What a document may be, longest first: the end of its title, or the words beside it. */
const TYPES =
  "国家标准|行业标准|地方标准|团体标准|技术规范|标准规范|行动计划|工作计划|实施计划|发展规划|专项规划|总体规划|规划纲要|实施方案|工作方案|总体方案|行动方案|实施意见|指导意见|若干意见|实施细则|管理办法|暂行办法|工作要点|政府工作报告|白皮书|蓝皮书|年鉴|规划|纲要|方案|计划|意见|通知|办法|条例|规定|决定|决议|公告|公报|通告|通报|报告|批复|指南|细则|规程|规则|准则|标准|规范|倡议|宣言|协议|协定|备忘录|公约|清单|名录|目录|民法典|法典|宪法|法";
/** What a title in the open may end in: words that also stand for no paper in particular (通知, 报告) need their marks. */
const OPEN_TYPES = "国家标准|行业标准|地方标准|技术规范|行动计划|发展规划|专项规划|规划纲要|实施方案|工作方案|行动方案|实施意见|指导意见|管理办法|规划|纲要|方案|条例|意见|办法|细则|规定|总体方案|实施细则";
/** A title in the open: its own words, its type, and what may stand after that. */
const OPEN_TITLE = `(?![一二两三四五六七八九十百\\d多系新])(?:[^，。、；：“”《》（）!？\\n的了等]|“[^“”]{1,12}”){4,36}(?:${OPEN_TYPES})(?:草案|（[^（）]{2,20}）)?`;

/** Verbs that say how far a document has come; the nearest one before the title counts, and one right after it. */
export const statuses: readonly { readonly status: NonNullable<Status>; readonly verbs: string; readonly examples: Readonly<Record<string, Status>> }[] = [
  {
    status: "completed",
    verbs: "编制完成|制定完成|起草完成|完成",
    examples: { "去年完成了《馆藏编目规范》。": "completed" },
  },
  {
    status: "drafting",
    verbs: "组织编写|编写|起草|编制|研究制定|研究制订|正在制定|修订|制订|制定|拟订|拟定|草拟",
    examples: { "该局组织起草《馆藏编目规范》。": "drafting" },
  },
  {
    status: "issued",
    verbs: "印发|出版|发布|颁布|颁发|公布|下发|出台|颁行|审议通过|批准|签署|刊行|推出",
    examples: { "该局印发《馆藏编目规范》。": "issued", "《馆藏编目规范》正式出版。": "issued" },
  },
  {
    status: "cited",
    verbs: "贯彻落实|落实|贯彻|按照|根据|依据|依照|遵照|执行|遵循|对照|围绕|实施|学习|符合|违反|参照|适用",
    examples: { "按照《馆藏编目规范》的要求，": "cited" },
  },
];
const VERBS = new RegExp(statuses.map(({ status, verbs }) => `(?<${status}>${verbs})`).join("|"), "gu");

/** How far from a title its verb and the end of its list are looked for, in characters: a page of titles stays linear. */
const REACH = 400;

/** A title that is found, before its slots are read. Offsets are into the sentence. */
interface Named {
  readonly start: number;
  readonly end: number;
  readonly title: string | null;
  /** The way of naming that read it. */
  readonly rule: string;
}

/** 国发〔2013〕31号, 国务院令第9号: the number of a paper. Brackets of either kind; degraded text may have lost the round ones around it. */
const NUMBER = String.raw`(?:(?:(?!根据|按照|依据|依照|转发|印发|落实|执行|下发|关于|[了由的])\p{Script=Han}){2,10}(?:〔|\[|［)(?:19|20)\d\d(?:〕|\]|］)(?:第)?\d{1,5}号|(?:国务院|主席|[省市部委局署]|自治区)令第?\d{1,4}号)`;

/** A number whose title was lost keeps the bracket behind it. */
const isOfLostTitle = (sentence: string, end: number) => sentence[end] === "）";

/** Ways to name a document, tried in order; what an earlier one read is not read again. `needs`: what the way cannot do without; a sentence that does not have it is not searched. */
export const namings: readonly { readonly name: string; readonly needs: RegExp; readonly pattern: RegExp; readonly examples: Readonly<Record<string, readonly (string | null)[]>> }[] = [
  {
    name: "title-in-marks",
    needs: /《/u,
    pattern: new RegExp(`《(?<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》(?:（${NUMBER}[^（）]{0,12}）)?(?:${TYPES})?`, "gu"),
    examples: {
      "根据《档案开放办法》（东政发〔2012〕9号），": ["档案开放办法"],
      "根据《公共档案馆条例》和《馆藏编目规范》，": ["公共档案馆条例", "馆藏编目规范"],
      "按照《〔题名缺失〕》的要求，": [null],
      "排演话剧《渡口》，": [],
    },
  },
  {
    name: "quoted-before-type",
    needs: /“/u,
    pattern: new RegExp(`“(?<title>[^“”]{4,40})”(?:系列|等|一批|相关){0,2}(?:${OPEN_TYPES})`, "gu"),
    examples: { "编写“公共档案馆建设”国家标准。": ["公共档案馆建设"], "坚持“开放优先”的方针。": [] },
  },
  {
    name: "quoted-after-type",
    needs: /“/u,
    pattern: /(?:国家标准|行业标准|地方标准|团体标准|规划|纲要|条例)“(?<title>[^“”]{4,40})”/gu,
    examples: { "编写国家标准“公共档案馆建设”。": ["公共档案馆建设"] },
  },
  {
    name: "in-the-open",
    needs: /出台|印发|颁布|颁发|发布|公布|编制完成|审议通过/u,
    pattern: new RegExp(`(?:出台|印发|颁布|颁发|发布|公布|编制完成|审议通过)(?:实施|施行|了|并实施){0,3}(?<title>${OPEN_TITLE})(?=[，。、；]|$)`, "gu"),
    examples: {
      "省里出台档案事业发展三年行动计划，": ["档案事业发展三年行动计划"],
      "编制完成东河县“十二五”档案事业发展规划，": ["东河县“十二五”档案事业发展规划"],
      "出台一系列规定，": [], "出台相关办法，": [],
    },
  },
  {
    name: "in-the-open-done",
    needs: /行动计划|规划|方案|实施意见|管理办法|实施细则|条例/u,
    pattern: new RegExp(`(?:(?:制定|编制|修订|起草|完成)(?:了|完成)|(?:深入|组织|启动|全面|制定|颁布)实施了?)(?<title>(?![一二两三四五六七八九十百\\d多系新])[^，。、；：“”《》（）!？\\n的了等]{5,30}(?:行动计划|发展规划|专项规划|总体规划|规划纲要|实施方案|行动方案|实施意见|管理办法|实施细则|条例))(?=[，。、；]|$)`, "gu"),
    examples: { "县里制定了档案数字化三年行动计划，": ["档案数字化三年行动计划"], "深入实施数字档案馆建设行动方案。": ["数字档案馆建设行动方案"], "制定了相关实施方案，": [], "编制完成。": [] },
  },
  {
    name: "in-the-open-cited",
    needs: /依据|依照|根据|按照|违反|贯彻/u,
    pattern: /(?:依据|依照|根据|按照|违反|贯彻落实|贯彻执行)了?(?:国家|国务院)?(?<title>(?!有关|相关|上述|以上|本|该|其|这|法律|规划|批准)[^，。、；：“”《》（）!？\n的了等第]{3,30}(?:条例|办法|实施细则|规划纲要|管理规定|暂行规定|法))(?=的?(?:规定|要求)|第[一二三四五六七八九十百]+条|开展|进行|实施|处理|追究|给予|组织|成立|[，。、；]|$)/gu,
    examples: { "依据公共档案馆管理条例开展检查。": ["公共档案馆管理条例"], "违反档案开放管理规定第九条，": ["档案开放管理规定"], "按照有关法律规定，": [] },
  },
  {
    name: "number-alone",
    needs: /\d号/u,
    pattern: new RegExp(`(?<=^|[，。、；：（]|根据|按照|依据|依照|转发|印发了?|落实|执行|下发了?|关于)(?<title>${NUMBER})(?:文件|通知|文)?`, "gu"),
    examples: { "按照东政发〔2012〕9号文件要求，": ["东政发〔2012〕9号"], "县里印发了东府办〔2013〕12号通知。": ["东府办〔2013〕12号"], "东河路9号": [] },
  },
  {
    name: "in-the-open-followed",
    needs: new RegExp(OPEN_TYPES, "u"),
    pattern: new RegExp(`(?<=^|[，。；]|配套的)(?<title>${OPEN_TITLE})(?=(?:启动|正式|深入|全面|公开|同日|已|正在|\\d{1,2}月|(?:于|经|由)[^，。；]{2,14}){0,3}(?:实施|施行|出台|印发|发布|公布|颁布|批复|起草|征求意见|审议通过|获批|生效))`, "gu"),
    examples: { "档案事业发展三年行动计划深入实施，": ["档案事业发展三年行动计划"], "馆藏数字化行动方案同日发布。": ["馆藏数字化行动方案"], "公共档案馆条例草案7月公开征求意见，": ["公共档案馆条例草案"], "相关条例正式施行，": [] },
  },
];

/** Documents of a text, in order: one for each title or hole. */
export function documents(text: TextInHand): Draft[] {
  const isDegraded = !/《(?!〔题名缺失〕)/u.test(text.restored.text);
  return wholeLists(text.outline.sentences).flatMap((sentence) => {
    const ofNumber = (one: Named) => (isDegraded && one.rule === "number-alone" && isOfLostTitle(sentence.text, one.end) ? { ...one, title: null } : one);
    const named = [...namedIn(sentence.text).map(ofNumber), ...(isDegraded ? holesIn(sentence.text) : [])].sort((a, b) => a.start - b.start);
    const times = named.length > 0 ? datesIn(sentence.text) : [];
    return named.map(({ start, end, title, rule }) => {
      const status = statusOf(sentence.text, rule === "bare-verb" ? end : start, end);
      return {
        kind: "document" as const,
        ...passageOf(sentence, start, end, title === null ? "" : rule),
        ...(title === null ? holeSpan(text, sentence.start + start, sentence.start + end) : {}),
        title,
        titleLost: title === null,
        documentType: typeOf(sentence.text, start, end, title),
        issuer: issuerOf(sentence.text, start, end),
        timePeriod: status && status !== "cited" ? (times.findLast((date) => date.end <= start)?.value ?? null) : null,
        status,
        rule: `documents/${rule}`,
      };
    });
  });
}

/** 印发|《…》|的通知: a title in marks with the verb right before it, which says how far it has come, so that text with its titles and text without them show the same words. */
function passageOf(sentence: Pick<Sentence, "start" | "text">, start: number, end: number, rule: string): { start: number; end: number } {
  const isInMarks = rule === "title-in-marks";
  const before = isInMarks ? BEFORE_TITLE.exec(sentence.text.slice(Math.max(0, start - 12), start))?.[0] ?? "" : "";
  const after = isInMarks && before === "" ? AFTER_TITLE.exec(sentence.text.slice(end, end + 12))?.[0] ?? "" : "";
  return { start: sentence.start + start - before.length, end: sentence.start + end + after.length };
}
const AFTER_TITLE = /^(?:已|正式|同时|陆续)?(?:出版|印发|发布|颁布|公布|出台|通过|施行|实施|完成|报批)(?:实施|施行)?/u;
const BEFORE_TITLE = new RegExp(`(?:${statuses.map(({ verbs }) => verbs).join("|")}|转发|批转|下达|报送|以|按|经|和|及|与|、)(?:了|的)?$`, "u");

/** Sentences, with the ones that a wrong 。 between 》 and 《 cut in two put together. */
function wholeLists(sentences: readonly Sentence[]): Pick<Sentence, "start" | "text">[] {
  const out: { start: number; text: string }[] = [];
  for (const { start, text } of sentences) {
    const last = out.at(-1);
    if (last && last.text.endsWith("》。") && text.startsWith("《") && last.start + last.text.length === start) last.text += text;
    else out.push({ start, text });
  }
  return out;
}

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

/** A verb of documents with nothing after it, where a title was lost that restoration did not find: 县政府印发，自5月1日起施行. Only for texts in which no title is left. */
const BARE_VERB = /(?<=[府局委厅部署会院办])(?:印发|颁布|出台|颁发|制定|修订|批转|转发)(?=[，。])|(?:印发|颁布|出台|颁发|制定|修订|审议通过|违反|编制|起草|编纂|编印|出版)[了的](?=[，。、])|(?<=^|[，。；])(?:按|按照|根据|依据|依照|违反)(?=[，。、])|(?:违反|依据|根据|按照|依照|落实|执行|符合|适用)了?(?=第[一二三四五六七八九十百]{1,5}条)|(?<=^|。)印发(?:实施|施行)(?=[，。])|(?<=其中|包括|制定了?|印发了?|出台了?|完成了?)等(?=\d|[二两三四五六七八九十多])/gu;
/** 由…印发, 已印发: what was given out stands before. */
const PASSIVE = /(?:^|[^理])由|经|被|[已即将未]|正式|予以|一并|另行|联合|统一|尚/u;

/** Holes in words, in texts that lost their titles. */
export function holesIn(sentence: string): Named[] {
  return [...sentence.matchAll(BARE_VERB)].flatMap(({ 0: verb, index }) => {
    const clause = /[^，。；：]*$/u.exec(sentence.slice(Math.max(0, index - REACH), index))![0];
    return PASSIVE.test(clause) || clause.includes(LOST) ? [] : [{ start: index, end: index + verb.length, title: null, rule: "bare-verb" }];
  });
}

const ENDS_AS_DOCUMENT = new RegExp(`(?:${TYPES})(?:（[^（）]{0,40}）|[(][^()]{0,40}[)]|\\d{4}[—-]\\d{4}年){0,3}$`, "u");

/** Plays, books and films stand in 《》 too: a title counts when it ends as documents do, or when what is done to it is done to documents. */
function isOfDocument(naming: string, title: string, sentence: string, start: number, end: number): boolean {
  if (naming === "number-alone") return true;
  if (naming.startsWith("in-the-open")) return !/^(?:相关|有关|系列|配套|若干|各项|各类|具体|专门|实施)|第[一二三四五六七八九十百]+条|按照|根据|应当/u.test(title);
  if (naming !== "title-in-marks" || title === LOST) return true;
  return ENDS_AS_DOCUMENT.test(title) || statusOf(sentence, start, end) !== null;
}

/** How far it has come: a verb right after the title, or the nearest before it in the sentence. */
function statusOf(sentence: string, start: number, end: number): Status {
  const after = /^(?:已经|已|正式|由[^，。]{2,20}|于[^，。]{2,12}|经[^，。]{2,12}|编制|制定){0,3}(?<verb>出版|印发|发布|颁布|公布|出台|完成|通过|施行|实施)/u.exec(sentence.slice(end, end + REACH));
  if (after) return after.groups!["verb"] === "完成" ? "completed" : "issued";
  // The verb stands in the title's own clause; the marks of a list of titles do not end it.
  const clause = /(?:[^，。；：]|(?<=》)[，。；])*$/u.exec(sentence.slice(Math.max(0, start - REACH), start).replace(/《[^《》]*》/gu, (title) => `《${"□".repeat(title.length - 2)}》`))![0];
  const before = [...clause.matchAll(VERBS)].at(-1);
  if (!before) return null;
  return (Object.entries(before.groups!).find(([, verb]) => verb)?.[0] ?? null) as Status;
}

const TYPE_AT_END = new RegExp(`(?:${TYPES})$`, "u");
const TYPE_BEFORE_TITLE = new RegExp(`^(?:${TYPES})“`, "u");
const TYPE_OF_LIST = new RegExp(`^(?:[、，。和及与]|以及|《[^《》]*》)*等(?:[^，。、；《》“]{0,10}?)(?<type>${TYPES})(?=[，。、；]|$)`, "u");

/** The end of the title, the word beside it, or what closes its list: …和《…》等六个国家标准. */
function typeOf(sentence: string, start: number, end: number, title: string | null): string | null {
  const own = TYPE_AT_END.exec(title?.replace(/（[^（）]*）$/u, "") ?? "") ?? TYPE_AT_END.exec(sentence.slice(start, end)) ?? TYPE_AT_END.exec(sentence.slice(Math.max(0, start - 4), start).replace(/了$/u, ""));
  const within = TYPE_BEFORE_TITLE.exec(sentence.slice(start, end))?.[0].slice(0, -1);
  const list = TYPE_OF_LIST.exec(sentence.slice(end, end + REACH));
  const yearly = title === null && /(?:每年|一年)[^。]{0,6}(?:编印|出版|一册|一卷|一部)/u.test(sentence) ? "年鉴" : null;
  return within ?? own?.[0] ?? list?.groups!["type"] ?? yearly;
}

/** In UTF-16 code units, longer than a giver and its verb can be: what is cut off is never the beginning of one. */
const LONGEST_GIVER = 80;

/** 由X组织编写, X印发《…》: who gave it out. */
function issuerOf(sentence: string, start: number, end: number): string | null {
  const by = sentence.includes("由", end) && /(?:^|[，是])由(?<issuer>[^，。、；由]{2,24}?)(?:组编|组织编写|编写|编制|发布|印发|起草|主编|制定)/u.exec(sentence.slice(end));
  if (by) return by.groups!["issuer"]!;
  const gives = /(?:^|[，；。])(?<issuer>[^，；。“”《》]{2,20}?(?:部|委|局|院|办|厅|会|政府|人大|署|总局|办公厅))(?:联合|正式)?(?:印发|发布|出台|颁布|公布)了?$/u.exec(sentence.slice(Math.max(0, start - LONGEST_GIVER), start));
  return gives?.groups!["issuer"] ?? null;
}

/** Where a lost title was: the bracket that was left, or the raw words around a hole that left nothing. */
function holeSpan(text: TextInHand, start: number, end: number): { span?: Span } {
  const own = rawSpan(text.restored, start, end);
  if (own && text.raw.slice(own.start, own.end) === ")") return {};
  const printed = text.restored.text;
  const before = /[^，。；：\n、》]{0,6}$/u.exec(printed.slice(Math.max(0, start - 12), start))![0];
  const after = /^[^，。；：\n、“《]{0,8}/u.exec(printed.slice(end, end + 16))![0];
  const span = rawSpan(text.restored, start - before.length, end + after.length);
  return span ? { span } : {};
}
