/** twoValues: one indicator of one subject in one period has one value, in one text, across texts and across editions. */
import { group } from "d3-array";
import type { Fact, Observation } from "../../schemas/fact.ts";
import { before, observed } from "./example.ts";
import { against, intervalOf, printed } from "./interval.ts";
import { isObservation, type Check, type CheckContext, type Comparison } from "./rule.ts";
import { nameOf } from "./same.ts";
import { sentencesOf } from "./sentences.ts";

const COVERAGE = { indicator: "业务覆盖率", subject: "县级", timePeriod: "2013" };

export const twoValues: Check = {
  name: "two-values",
  title: "同一指标的数值",
  titleEn: "One indicator, one value",
  compares: "observations of the same indicator, subject, members, period, unit and measure, within rounding: within a text; across texts where the subject is in a register (全省 is another province in another text) or a figure without a subject says its own period; with what earlier editions said of the same period. What the pipeline inferred, and indicators that list several, are left out",
  severity: "warning",
  examples: [
    { shows: "two values", sentences: [[observed("县级业务覆盖率40%", COVERAGE)], [observed("县级业务覆盖率为45%", COVERAGE)]], gives: [["differs", "县级业务覆盖率（2013）出现2次：40%、45%：不一致"]] },
    { shows: "one value twice, once rounded", sentences: [[observed("网民总体规模6.18亿人", { timePeriod: "2013-12" })], [observed("网民总体规模61758万人", { timePeriod: "2013-12" })]], gives: [["agrees", "网民总体规模（2013-12）出现2次：6.18亿人、61758万人：一致"]] },
    { shows: "two values in two texts, of the country", sentences: [[observed("2013年12月网民总体规模达6.18亿人", { document: "01-甲", indicator: "网民总体规模", timePeriod: "2013-12" })], [observed("2013年12月我国网民总体规模为6.81亿人", { document: "02-乙", indicator: "我国网民总体规模", timePeriod: "2013-12" })]], gives: [["differs", "网民总体规模（2013-12）出现2次：6.18亿人、6.81亿人：不一致"]] },
    { shows: "in two texts, one of them about a province", sentences: [[observed("2013年12月网民总体规模达6.18亿人", { document: "01-甲", indicator: "网民总体规模", timePeriod: "2013-12" })], [observed("2013年12月网民总体规模为0.33亿人", { document: "02-浙江", indicator: "网民总体规模", timePeriod: "2013-12" })]], gives: [] },
    { shows: "a bound and a value within it", sentences: [[observed("县级业务覆盖率超过75%", { ...COVERAGE, qualifier: "over" })], [observed("县级业务覆盖率为76%", COVERAGE)]], gives: [["agrees", "县级业务覆盖率（2013）出现2次：超过75%、76%：一致"]] },
    { shows: "what an earlier edition said of the same day", sentences: [[observed("2012年底网民总体规模5.46亿人", { indicator: "网民总体规模", timePeriod: "2012-12-31" })]], earlier: [before(2012, observed("网民总体规模5.64亿人", { id: "a", timePeriod: "2012-12-31" }))], gives: [["differs", "网民总体规模（2012-12-31）本年版为5.46亿人，2012年版为5.64亿人：不一致"]] },
    { shows: "what the pipeline inferred is left alone", sentences: [[observed("县级业务覆盖率40%", COVERAGE)], [observed("县级业务覆盖率45%", { ...COVERAGE, certainty: "inferred" })]], gives: [] },
    { shows: "so are the two figures of a change in one sentence", sentences: [[observed("县级业务覆盖率由40%", COVERAGE), observed("县级业务覆盖率由40%提高到45%", COVERAGE)]], gives: [] },
    { shows: "so is an indicator that lists several", sentences: [[observed("入园率、巩固率40%", { ...COVERAGE, indicator: "入园率、巩固率" }), observed("45%", { ...COVERAGE, indicator: "入园率、巩固率" })]], gives: [] },
  ],
  run: (facts, context) => {
    const said = onceASentence(facts, context).filter((o) => isFirm(o, context));
    return [...[...group(said, keyOf(said, context)).values()].flatMap(within), ...said.flatMap((o) => acrossEditions(o, context))];
  },
};

/** Without those that one sentence tells several of: 由甲增至乙, 先后跨过. */
function onceASentence(facts: readonly Fact[], { texts }: CheckContext): Observation[] {
  return sentencesOf(facts, texts).flatMap(({ said }) => {
    const key = ({ fact }: { fact: Observation }) => JSON.stringify(what(fact));
    return [...group(said, key).values()].flatMap((same) => (same.length === 1 ? same.map(({ fact }) => fact) : []));
  });
}

/** Says what, and when, by itself. A figure without a subject needs a name that is not every school's or village's. */
const isFirm = (o: Observation, { registers }: CheckContext) =>
  o.timePeriod !== null && o.certainty !== "inferred" && !/[、和及]/u.test(o.indicator) &&
  (o.subject !== null || ((o.measure === "level" || o.measure === "rank") && !o.timePeriod.startsWith("--") && (nameOf(o).length >= 5 || registers.glossary.some(({ zh }) => zh === nameOf(o)))));

/** 全省 is another province in another text: such figures keep to their own, as do those without a subject that a place may stand above, or that count from a day said elsewhere. */
function keyOf(said: readonly Observation[], { registers }: CheckContext) {
  const regions = registers.regions.flatMap((region) => [region.name, region.short]);
  const known = new Set([...regions, ...registers.organisations.flatMap(({ name, short }) => [name, ...short])]);
  const ofCountry = (o: Observation) => /\d{4}年/u.test(o.text) && ![o.document, ...o.section, o.text].some((words) => SOME_PLACE.test(words) || regions.some((region) => words.includes(region)));
  const everywhere = (o: Observation) => (o.subject === null ? ofCountry(o) : known.has(o.subject));
  const inText = (o: Observation) => JSON.stringify([o.document, ...what(o)]);
  // one figure of its text that stands for the country, and the others of its name do
  const shared = new Set(said.filter(everywhere).map(inText));
  return (o: Observation) => (shared.has(inText(o)) ? JSON.stringify([null, ...what(o)]) : inText(o));
}

/** What two figures must have alike to be of one thing. */
const what = (o: Observation) => [nameOf(o), o.timePeriod, o.unit, o.measure];

/** 全省, 我市, 本县: a place that only its text names. */
const SOME_PLACE = /[全我本该各](?:省|市|县|区|州|盟|旗|乡|镇|村|校|院|局|厅|所|系统|行业)/u;

function within(same: readonly Observation[]): Comparison[] {
  if (same.length < 2) return [];
  const values = [...new Set(same.map(printed))];
  const agrees = same.every((a, i) => same.slice(i + 1).every((b) => meet(a, b)));
  return [{ outcome: agrees ? "agrees" : "differs", facts: same as unknown as Comparison["facts"], arithmetic: `${same[0]!.subject ?? ""}${same[0]!.indicator}（${same[0]!.timePeriod}）出现${same.length}次：${values.join("、")}：${agrees ? "一致" : "不一致"}` }];
}

/** What the last edition that has it said of the same period; only where it said one thing. */
function acrossEditions(o: Observation, context: CheckContext): Comparison[] {
  for (const { year, facts } of context.earlier.toReversed()) {
    const then = facts.filter(isObservation).filter((other) => isFirm(other, context) && nameOf(other) === nameOf(o) && other.timePeriod === o.timePeriod && other.unit === o.unit && other.measure === o.measure);
    if (then.length === 0) continue;
    const agrees = then.some((other) => meet(o, other));
    return [{ outcome: agrees ? "agrees" : "differs", facts: [o, ...then], arithmetic: `${o.subject ?? ""}${o.indicator}（${o.timePeriod}）本年版为${printed(o)}，${year}年版为${[...new Set(then.map(printed))].join("、")}：${agrees ? "一致" : "不一致"}` }];
  }
  return [];
}

/** Two figures can stand for one value. */
const meet = (a: Observation, b: Observation) => against(intervalOf(a), intervalOf(b)) !== "differs";
