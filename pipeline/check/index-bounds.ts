/** indexBounds: indices, scores and ranks within the range they have. */
import type { Fact } from "../../schemas/fact.ts";
import { observed } from "./example.ts";
import type { Check, Comparison } from "./rule.ts";
import { sentencesOf, type Sentence } from "./sentences.ts";

/** 在线服务指数为0.5294: an index has no unit, so the sentence is read, not the facts. A % may have been restored where the text lost nothing but a full stop. */
const INDEX = /指数(?:（[^（）]{1,20}）)?(?:值|得分)?(?:为|是|达到?|升至|降至|提高到|下降到)(?<value>\d{1,6}(?:\.\d{1,6})?)(?![\d.万亿年月日倍个])/gu;

/** The name before it, up to a mark or 的. */
const NAME = /[^，。、；：的\d（）“”]{0,10}$/u;

const HUNDRED = /百分制|满分(?:为|是)?100|总分(?:为|是)?100/u;
const FIELD = /(?:在|全球|世界|共|参评的?)(?<field>\d{2,3})(?:个(?:成员国|国家和地区|国家|经济体|城市|省份|地区|部门)|国)/u;

const named = (text: string, value: number, unit: string, measure: "level" | "rank") => observed(text, { value, unit, measure, indicator: "排名" });

export const indexBounds: Check = {
  name: "index-bounds",
  title: "指数、得分与位次的界限",
  titleEn: "Indices, scores and ranks within their range",
  compares: "indices of a text that runs from 0 to 1 (most of its indices do) with 1; scores (分) with 100 where the text says 百分制 or 满分100; ranks with 1 and with the number of those ranked, where the sentence gives it",
  severity: "warning",
  examples: [
    { shows: "an index over 1 among indices under 1", sentences: [[observed("发展指数为0.5359", { unit: "点" }), observed("在线服务指数为5.294", { unit: "点" }), observed("人力资本指数为0.7745", { unit: "点" })]], gives: [["differs", "在线服务指数5.294，大于1；文中其余2项指数均在0至1之间"]] },
    { shows: "all within", sentences: [[observed("发展指数为0.5359", { unit: "点" }), observed("在线服务指数为0.5294", { unit: "点" })]], gives: [["agrees", "文中2项指数均在0至1之间"]] },
    { shows: "an index of prices is another matter", sentences: [[observed("价格指数为102.3", { unit: "点" })]], gives: [] },
    { shows: "a score over 100 of 100", sentences: [[observed("评估采用百分制的平台3个"), observed("甲部网站得分790.1分")]], gives: [["differs", "790.1分，超过满分100分"]] },
    { shows: "a rank beyond the last", sentences: [[named("在193个国家中排名第278位", 278, "位", "rank")]], gives: [["differs", "第278位，参评者共193个"]] },
    { shows: "a rank within", sentences: [[named("在193个国家中排名第78位", 78, "位", "rank")]], gives: [["agrees", "第78位，参评者共193个：在其范围之内"]] },
    { shows: "no such place", sentences: [[named("排名第0位", 0, "位", "rank")]], gives: [["differs", "第0位：位次自1起"]] },
  ],
  run: (facts, { texts }) => texts.flatMap((text) => {
    const sentences = sentencesOf(facts.filter(({ document }) => document === text.id), [text]);
    return [...indices(sentences), ...scores(sentences, HUNDRED.test(text.text)), ...sentences.flatMap(ranks)];
  }),
};

/** The indices of a text: where all but one or two lie between 0 and 1, so ought these. */
function indices(sentences: readonly Sentence[]): Comparison[] {
  const found = sentences.flatMap((sentence) => [...sentence.text.matchAll(INDEX)].map(({ groups, index, 0: words }) => ({
    name: `${NAME.exec(sentence.text.slice(0, index))![0]}指数`,
    value: Number(groups!["value"]),
    fact: factOf(words, sentence),
  })));
  const within = found.filter(({ value }) => value <= 1);
  const over = found.filter(({ value }) => value > 1);
  if (within.length < 2 || within.length < over.length * 2) return [];
  if (over.length === 0) return [{ outcome: "agrees", facts: [...new Set(found.map(({ fact }) => fact))] as unknown as Comparison["facts"], arithmetic: `文中${found.length}项指数均在0至1之间` }];
  return over.map(({ name, value, fact }) => ({ outcome: "differs", facts: [fact], arithmetic: `${name}${value}，大于1；文中其余${within.length}项指数均在0至1之间` }));
}

const factOf = (words: string, { facts }: Sentence): Fact => facts.find(({ text }) => text.includes(words)) ?? facts[0]!;

/** 得分为790.1分: no rule of extraction reads a score everywhere, so the sentence is read. */
const SCORE = /(?<![\d.])(?<score>\d{1,5}(?:\.\d{1,3})?)分(?![之钟别布公析段])/gu;

function scores(sentences: readonly Sentence[], ofHundred: boolean): Comparison[] {
  if (!ofHundred) return [];
  return sentences.flatMap((sentence) => [...sentence.text.matchAll(SCORE)].flatMap(({ groups, 0: words }): Comparison[] => (Number(groups!["score"]) > 100 ? [{ outcome: "differs", facts: [factOf(words, sentence)], arithmetic: `${words}，超过满分100分` }] : [])));
}

function ranks({ said, text }: Sentence): Comparison[] {
  const field = Number(FIELD.exec(text)?.groups?.["field"] ?? NaN);
  return said.flatMap(({ fact }): Comparison[] => {
    if (fact.measure !== "rank" || fact.qualifier !== "exact") return [];
    if (fact.value < 1 || !Number.isInteger(fact.value)) return [{ outcome: "differs", facts: [fact], arithmetic: `第${fact.value}位：位次自1起` }];
    if (Number.isNaN(field)) return [];
    return [fact.value > field ? { outcome: "differs", facts: [fact], arithmetic: `第${fact.value}位，参评者共${field}个` } : { outcome: "agrees", facts: [fact], arithmetic: `第${fact.value}位，参评者共${field}个：在其范围之内` }];
  });
}
