/** Titles in 《》 that were lost with nothing left but the words around them. Each rule tells where such a hole is; they hold only in texts in which no title is left. Not here: holes that restoration found. */
import type { Told } from "../rule.ts";
import { LOST, REACH, type Named } from "./words.ts";

export interface Hole extends Told {
  readonly needs: RegExp;
  /** What it reads is the passage of the lost title. */
  readonly pattern: RegExp;
  /** A verb whose object may stand before it: 由县政府印发, 已印发. */
  readonly isVerb?: boolean;
}

/** What a lost title is told by, in the examples. */
const lost = (...texts: readonly string[]): Told["examples"] => Object.fromEntries(texts.map((text) => [text, ["〔lost〕"]]));
const GIVEN_OUT = "联合印发|印发|颁布|出台|颁发|制定|修订|批转|转发|发出|下达|批准发布|发布|公布|批准";

export const holes: readonly Hole[] = [
  {
    name: "bare-verb", says: "县政府印发，: who gives out, and nothing given out", isVerb: true,
    needs: new RegExp(GIVEN_OUT, "u"), pattern: new RegExp(`(?<=[府局委厅部署会院办门])(?:${GIVEN_OUT})(?=[，。、）])`, "gu"),
    examples: lost("县政府印发，自5月1日起施行。", "县委发出，要求各乡备荒。", "两县财政局联合印发，下达补助9万元。"), leaves: ["县政府印发通知。", "该办法由县政府印发，自5月1日起施行。", "方案已经县政府印发。"],
  },
  {
    name: "verb-done", says: "印发了，: a verb with 了 or 的 and no object", isVerb: true,
    needs: /[了的][，。、]/u, pattern: /(?:印发|颁布|出台|颁发|制定|修订|审议通过|违反|编制|起草|编纂|编印|出版|(?<=[全大]会)通过)[了的](?=[，。、])/gu,
    examples: lost("会议审议通过了，并报省里备案。"), leaves: ["会议审议通过了办法，"],
  },
  {
    name: "verb-with-adverb", says: "率先出台，正式印发，: an adverb shows that the verb is no noun", isVerb: false,
    needs: /率先|正式|牵头|严格|认真|大力|全面|深入|共同|会同/u, pattern: /(?:率先(?!落实|实施|执行)|(?<![被由予])正式|牵头|会同[^，。；：]{2,12}?|(?<=^|[，。；])(?:大力推进|严格|认真|全面|深入|共同))(?:印发|出台|制定|实施|执行|贯彻|贯彻落实|落实|批准)(?=[，。、])/gu,
    examples: lost("在全省率先出台，投放图书9万册。", "县馆会同省馆牵头制定，自7月起施行。"), leaves: ["办法正式印发。", "各项任务全面落实。", "东河改造工程深入实施。", "各馆率先落实，扎实推进。"],
  },
  {
    name: "bare-preposition", says: "按照，: what is followed was a title",
    needs: /按|根据|依据|依照|违反|执行|贯彻|落实|出台|印发|遵守/u, pattern: /(?<=^|[，。；、]|其后|此后|随后|同年|\d年|未|没有|未严格)(?:按|按照|根据|依据|依照|违反|执行|贯彻|贯彻落实|贯彻执行|落实|出台|印发|遵守)(?=[，。、）：])/gu,
    examples: lost("按照，各乡设馆。", "1964年，执行，基层社恢复。", "甲公司未执行，库房失修。", "出台，盘活旧馆9处。"), leaves: ["按照要求，各乡设馆。"],
  },
  {
    name: "article-of-nothing", says: "违反第三十六条: articles of a lost law",
    needs: /第[一二三四五六七八九十百]{1,5}条/u, pattern: /(?:违反|依据|根据|按照|依照|落实|执行|符合|适用)了?(?=第[一二三四五六七八九十百]{1,5}条)/gu,
    examples: lost("违反第三十六条第二款，"), leaves: ["违反条例第三十六条，"],
  },
  {
    name: "given-out-alone", says: "印发实施。: a sentence without its subject",
    needs: /[实施]施|审议/u, pattern: /(?<=^|[。，、；])(?:印发|颁布|发布|获批|公布)(?:实施|施行)(?=[，。、；])|(?<=^|[。，、；])提请[^，。；]{2,16}审议(?=[，。、；])/gu,
    examples: lost("印发实施，新建书架90个。", "提请县人大常委会审议，"), leaves: ["规划印发实施，"],
  },
  {
    name: "list-of-nothing", says: "包括等六个标准: 等 with no list before it",
    needs: /等[\d二两三四五六七八九十多]/u, pattern: /(?<=其中|包括|制定了?|印发了?|出台了?|完成了?)等(?=[\d二两三四五六七八九十多])/gu,
    examples: lost("其中等6项标准报批，"), leaves: ["包括甲馆等6个馆，"],
  },
  {
    name: "joined-to-nothing", says: "…号）和，: the second of two titles",
    needs: /[和与][，。；、]/u, pattern: /(?<=[号）］\d])(?:和|与)(?=[，。；、])/gu,
    examples: lost("按照东政发〔2012〕9号）和，开放目录。"), leaves: ["甲馆和乙馆，"],
  },
  {
    name: "code-of-a-standard", says: "gb50016）: the code that stood behind the title",
    needs: /\d[）]/u, pattern: /(?:gb|aq|jgj|db|yy|wst)(?:\/?t)?\s?\d{3,6}(?:[—-]?\d{4})?(?=）)/giu,
    examples: lost("不符合gb7258）的要求，"), leaves: ["按照国家标准GB7258检验，"],
  },
];

/** 由…印发, 已印发: what was given out stands before. */
const PASSIVE = /(?:^|[^理])由|经|被|[已即将未]|正式|予以|一并|另行|统一|尚/u;

/** The holes of a sentence, in order. */
export function holesIn(sentence: string): Named[] {
  const found: Named[] = [];
  for (const { name, needs, pattern, isVerb } of holes) {
    if (!needs.test(sentence)) continue;
    for (const { 0: words, index } of sentence.matchAll(pattern)) {
      const clause = /[^，。；：]*$/u.exec(sentence.slice(Math.max(0, index - REACH), index))![0];
      if ((isVerb && PASSIVE.test(clause)) || clause.includes(LOST) || (name === "verb-with-adverb" && NAMED_BEFORE.test(clause))) continue;
      if (!found.some(({ start, end }) => start < index + words.length && index < end)) found.push({ start: index, end: index + words.length, title: null, rule: name });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 办法|正式印发: a paper is named as the subject. */
const NAMED_BEFORE = /(?:规划|纲要|方案|条例|意见|办法|细则|规定|政策|制度|标准|规范|任务|措施|计划|工作|责任|要求|精神|决策|部署|部署要求)(?:已|已经|得到)?$/u;
