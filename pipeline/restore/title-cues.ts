/** Where a title must have stood: the words around a hole, a table row a kind of hole. Not here: lists of holes, printing them.
 *
 * A title leaves a trace where the grammar cannot do without it: a preposition without an object, 了 without one, a conjunction that joins
 * nothing, a ）whose （ went with the title. Where a sentence can stand without its object (请认真贯彻落实。) nothing is said. */

/** A place that only a title can fill. */
export interface Cue {
  readonly name: string;
  /** Matches up to the hole; what stands after it is looked at, not taken. */
  readonly pattern: RegExp;
  readonly reason: string;
  /** Share of the places found that had lost a title, in clean texts flattened: docs/restoration.md. */
  readonly confidence: number;
  /** Flattened texts, ▢ before each hole or for the bracket that is left of it, and texts without a hole. */
  readonly examples: readonly string[];
  readonly leaves: readonly string[];
}

const oneOf = (...words: readonly string[]) => words.join("|");

/** Prepositions that are never nouns: their object stands right after them. */
const BY = oneOf("按照", "依照", "遵照", "基于");
/** These are nouns as well (事实根据、法律依据): only at the head of a clause or of an article, or after an auxiliary, are they prepositions. */
const ON = oneOf("根据", "依据", "参照");
const HEAD = String.raw`^|[.)'\n条章须并]|应当|可以|(?:^|[^重主首概必需摘])要`;
/** The preposition first, then what stands before it: the other way round every place of the text would be looked back from. */
const PREPOSITION = `(?:(?:${BY})|(?:${ON})(?<=(?:${HEAD})..))`;
/** 按照和, 根据及其: a conjunction that joins nothing to something. 和平, 及时 are words of their own; 与 is the preposition of 按照与…约定的. */
const JOIN = "(?:和(?![平谐解])|及(?![时早格])|以及|或者)";
const NUMBER = "[一二三四五六七八九十百]{1,5}";
/** What a list of titles is summed up as: 等三项地方标准. */
const AND_SUCH = `等(?:有关|相关|国家|地方|配套|一系列|[一二两三四五六七八九十\\d]{1,3}[个项部])?(?:${oneOf("法律", "文件", "法规", "规章", "规定", "标准", "要求", "政策", "规范", "办法", "意见", "规划", "方案", "条例")})`;
/** Verbs that bring a document about: with 了, or with the agent before them, they need one. */
const ISSUE = oneOf("印发", "发布", "颁布", "颁发", "下发", "出台", "制定", "制订", "修订", "编制", "起草", "审议通过", "签署", "编写", "拟订");
/** Verbs whose object is a rule to go by. */
const FOLLOW = oneOf("贯彻落实", "贯彻执行", "落实", "贯彻", "遵守", "违反", "符合", "遵循");
/** 国办发〔2013〕5号）, gb/t12345）: the note that follows a title, its （ lost. Without the ） it may be the object itself. */
const NUMBERED = String.raw`(?:(?:(?![的和对于])\p{Script=Han}){1,8}〔\d{4}〕\d{1,4}号|(?:gb|yz|yy|ga|jt|hj|db\d\d)(?:/t)?\d[\d.]{2,12})\)`;

/** The kinds of holes, tried in this order. */
export const cues: readonly Cue[] = [
  {
    name: "preposition-alone",
    // 类型、依据、编码: in a list, and before 的, 依据 is a noun.
    pattern: new RegExp(`${PREPOSITION}(?:(?<!依据)(?=\\.|的(?!确))|(?=${JOIN}|及其|以下简称))|(?:${BY}|${ON})(?=${AND_SUCH}|\\))`, "gu"),
    reason: "介词之后缺宾语，此处脱落题名",
    confidence: 0.98,
    examples: ["根据▢.制定本办法.", "应当按照▢的规定办理.", "依照▢和本条例执行.", "根据▢以下简称条例)的要求."],
    leaves: ["以事实为根据.", "作为制定规划的依据.", "根据和平共处的原则.", "按照有关规定办理."],
  },
  {
    name: "preposition-before-article",
    pattern: new RegExp(`(?:${BY})(?=第${NUMBER}[条章])`, "gu"),
    reason: "条款之前缺法规名，此处脱落题名",
    confidence: 0.94,
    examples: ["依照▢第六条的规定办理."],
    leaves: ["依照本条例第六条的规定办理."],
  },
  {
    name: "preposition-before-saying",
    pattern: new RegExp(`${PREPOSITION}(?=(?:提出|指出|强调|明确)的)`, "gu"),
    reason: "介词之后缺宾语，此处脱落题名",
    confidence: 0.8,
    examples: ["按照▢提出的任务分工."],
    leaves: ["按照会议提出的任务分工.", "按照规定的程序办理."],
  },
  {
    name: "rule-before-de",
    pattern: new RegExp(`(?:${FOLLOW}|适用|执行)(?=的(?:精神|总体要求|有关规定|相关规定))`, "gu"),
    reason: "动词之后缺宾语，此处脱落题名",
    confidence: 0.8,
    examples: ["认真落实▢的精神.", "违反▢的有关规定."],
    leaves: ["各项政策落实的情况良好."],
  },
  {
    name: "rule-in-a-list",
    pattern: new RegExp(`(?:(?:违反|符合|遵守|遵循)(?=${JOIN}|及其)|(?:${FOLLOW})(?=等(?:法律|文件|法规|标准)))`, "gu"),
    reason: "并列之前缺一项，此处脱落题名",
    confidence: 0.92,
    examples: ["违反▢和国家有关规定的.", "落实▢等文件要求."],
    leaves: ["遵守和平解决的原则.", "政策落实等方面."],
  },
  {
    name: "purpose-without-object",
    pattern: /(?<=^|[.\n])为(?:了|全面|深入|认真|进一步|切实|更好|充分|坚决|有效|加快)*(?:贯彻落实|贯彻执行|贯彻|落实|实施|执行)(?=\.|和(?:[.)的]|等(?:法律|文件|法规|标准)))/gu,
    reason: "“为”之后的动词缺宾语，此处脱落题名",
    confidence: 0.91,
    examples: ["为进一步贯彻落实▢.加快档案开放."],
    leaves: ["请认真贯彻落实.", "为落实各项任务.加快档案开放."],
  },
  {
    name: "issued-what",
    pattern: new RegExp(`(?:${ISSUE})(?:了(?=\\.|${JOIN}|等|以下简称)|(?=等(?:有关|相关|配套|一系列|[一二两三四五六七八九十\\d]+[个项部])*(?:文件|法律|法规|规章|政策|条例|办法|标准|规范)|以下简称))`, "gu"),
    reason: "制发文件的动词缺宾语，此处脱落题名",
    confidence: 0.94,
    examples: ["省里制定了▢.明确了分工.", "先后印发了▢和▢.", "出台▢等文件."],
    leaves: ["制定了三项办法.", "标准制定等工作."],
  },
  {
    name: "issued-by",
    pattern: new RegExp(`(?:(?:委员会|办公厅|办公室|政府|国务院|部门|[部厅局委])(?:联合|共同|正式|研究)?(?:印发|发布|出台|颁布)(?=\\.(?:提出|明确|要求|规定|部署|指出|针对|围绕))|(?:印发|审议通过|签署|[会议院]发布|[会议]通过)的(?=\\.|和\\.))`, "gu"),
    reason: "制发文件的动词缺宾语，此处脱落题名",
    confidence: 0.94,
    examples: ["省政府办公厅印发▢.提出五项任务.", "按照省政府印发的▢."],
    leaves: ["文件已经正式印发.", "省政府办公厅印发通知."],
  },
  {
    name: "issued-notice",
    pattern: /(?:关于(?:印发|发布|转发|颁发|批转|公布|修改|废止|实施|贯彻落实)(?=的(?:通知|公告|决定|通告|命令|意见))|现将(?=(?:印|转|下)发)|(?=已经国务院(?:同意|批准)\.现[印转]发))/gu,
    reason: "印发、转发缺宾语，此处脱落题名",
    confidence: 0.86,
    examples: ["关于印发▢的通知", "现将▢印发给你们.", "各直属机构.▢已经国务院同意.现转发给你们."],
    leaves: ["关于印发工作方案的通知", "现将方案印发给你们."],
  },
  {
    name: "number-of-a-document",
    pattern: new RegExp(`(?:(?:${PREPOSITION}|${FOLLOW}|(?:${ISSUE})的?|和)(?=${NUMBERED})|\\p{Script=Han}(?=(?:国发|国办发|国办函|国函|中发|中办发|厅字)〔\\d{4}〕\\d{1,4}号\\)))`, "gu"),
    reason: "文号之前缺题名",
    confidence: 0.97,
    examples: ["按照▢国办发〔2013〕5号)的要求."],
    leaves: ["按照国办发〔2013〕5号文件的要求."],
  },
  {
    name: "short-for",
    pattern: /以下简称(?=\.)|简称(?=\))/gu,
    reason: "“简称”之后缺宾语，此处脱落题名",
    confidence: 0.94,
    examples: ["省里编制的档案规划以下简称▢)已经印发."],
    leaves: ["省里编制的档案规划以下简称规划)已经印发."],
  },
  {
    name: "amended",
    pattern: /(?:会议|\d日)(?=第[一二三四五六七八]次修[正订])/gu,
    reason: "修正、修订之前缺决定的题名",
    confidence: 0.97,
    examples: ["常务委员会第三次会议▢第二次修正"],
    leaves: ["第二次修正的条例自公布之日起施行."],
  },
  {
    name: "repealed",
    pattern: /(?:施行\.|(?:发布|公布|通过|修正|修订|批准)的)(?=同时废止)/gu,
    reason: "“同时废止”缺主语，此处脱落题名",
    confidence: 0.9,
    examples: ["自5月1日起施行.▢同时废止."],
    leaves: ["自5月1日起施行.原办法同时废止."],
  },
  {
    name: "taken-as",
    pattern: /(?<=^|[.\n了并])以(?=为(?:指导|引领|统领|遵循|根本遵循|依据|基础|主线|契机|重点|核心|指引)(?!思想))/gu,
    reason: "“以…为”之间缺宾语，此处脱落题名",
    confidence: 0.8,
    examples: ["以▢为指导.开展编目."],
    leaves: ["以规划为指导.开展编目.", "我们以为基础不牢."],
  },
  {
    name: "joins-to-nothing",
    // 共和, 饱和, 缓和 … are words of their own
    pattern: new RegExp(`(?:[^共饱缓温平谐调总]和|以及)(?=等(?:法律|文件|法规|标准)|的(?:规定|精神|总体要求|有关规定|相关规定))`, "gu"),
    reason: "并列缺后项，此处脱落题名",
    confidence: 0.8,
    examples: ["依照本条例和▢的规定办理."],
    leaves: ["局势缓和的要求.", "档案和等级评定."],
  },
  {
    name: "joins-nothing",
    pattern: /(?<=^|[.\n])(?=和(?:[.)]|等(?![距级额式同于])))/gu,
    reason: "并列缺前项，此处脱落题名",
    confidence: 0.8,
    examples: ["▢和▢)先后印发."],
    leaves: ["和等距离的站点."],
  },
  {
    name: "bracket-alone",
    // 15.): the dot after a figure is a lost %, and the bracket an ordinary one. 牵头单位落实): a note of who does what.
    pattern: new RegExp(`(?:(?<=^|(?:^|[^\\d])\\.|\\n)|(?:${ISSUE})的|了|完成|(?:编制|起草|出台|制定)|(?:${FOLLOW}|执行|实施|学习|对照)(?<=(?:^|[.\\n]|为|深入|全面|认真|坚决|抓好).{2,4})|(?:和|及|以及)(?<!普及|涉及|波及|维和|饱和|总和)|包括|关于|通过的|审议的|见于|载于|形成了?|(?<=^|[.\\n])以(?=\\)为))(?=\\))`, "gu"),
    reason: "孤立的右括号，题名随书名号脱落",
    confidence: 0.98,
    examples: ["省里编制了▢).现提请审议.", "包括▢).▢)和▢)等标准.", "年内完成了▢).▢)和▢)等标准.", "▢)正式出版."],
    leaves: ["发展改革委牵头.各市政府落实).", "单位个人)应当登记.", "比例达到15.)并公示."],
  },
];
