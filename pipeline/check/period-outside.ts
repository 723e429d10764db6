/** periodOutside: figures and events of a year that the edition cannot know yet, and entries whose data are of another year than their title names. */
import { group } from "d3-array";
import type { Fact } from "../../schemas/fact.ts";
import { happened, observed } from "./example.ts";
import { sectionKey, type Check, type Comparison } from "./rule.ts";
import { sentencesOf } from "./sentences.ts";

/** A year as a sentence prints it; not the end of a span (2014—2020年), not 到2015年 or 2015年前, but 截至2031年. */
const YEAR = /(?<![\d—－\-/〔（(]|(?<!截)至|(?<!止)到)(?<year>(?:19|20|21)\d\d)年(?!前|以前|之前|[—－-])/gu;

/** Words of a clause that looks ahead: targets and forecasts are no fault. */
const AHEAD = /目标|规划期|力争|预计|预期|预测|将(?!军)|拟|争取|确保|展望|有望|要在|末将|底前|计划于/u;

const YEAR_OF_TITLE = /(?<![\d至—－-])(?<year>(?:19|20)\d\d)年(?![—－至-])/u;

export const periodOutside: Check = {
  name: "period-outside",
  title: "数据时间与版年、题名年份",
  titleEn: "Periods against the edition's year and the year in a title",
  compares: "the years that a sentence prints with the edition's year: a later one differs, save where its clause looks ahead (到2015年, 目标, 预计); an event or document of the year after, which an edition that comes out then may tell, cannot be told. The year in an entry's title with the years its sentences print: none of them that year differs",
  severity: "warning",
  examples: [
    { shows: "a figure of a year to come", sentences: [[observed("2015年底网站320个", { timePeriod: "2015-12-31" })]], gives: [["differs", "文中时间2015年，晚于版年2013年"]] },
    { shows: "a target is no fault", sentences: [[observed("到2015年覆盖率达到85%", { timePeriod: "2015" })]], gives: [] },
    { shows: "neither is the span of a plan", sentences: [[happened("印发规划（2014—2020年）", null)]], gives: [] },
    { shows: "an event in the year in which the edition comes out", sentences: [[happened("2014年3月召开会议", "2014-03")]], gives: [["cannot tell", "文中时间2014年，晚于版年2013年；如系出版过程中补记，应予说明"]] },
    { shows: "an event later than that", sentences: [[happened("2016年3月召开会议", "2016-03")]], gives: [["differs", "文中时间2016年，晚于版年2013年"]] },
    { shows: "data of another year than the title's", sentences: [[observed("2012年底有微博60个", { timePeriod: "2012-12-31", section: ["2013年政务微博"] })]], gives: [["differs", "题名“2013年政务微博”所称为2013年，条目所载数据时间为2012年"]] },
    { shows: "a title's year among the data", sentences: [[observed("2012年底有微博60个", { timePeriod: "2012-12-31", section: ["2013年政务微博"] }), observed("2013年底有微博90个", { timePeriod: "2013-12-31", section: ["2013年政务微博"] })]], gives: [["agrees", "题名“2013年政务微博”所称为2013年，条目所载数据时间为2012年、2013年：一致"]] },
  ],
  run: (facts, { texts, year }) => [...later(facts, texts, year), ...titles(facts)],
};

/** The first year of each sentence that is later than the edition's. */
function later(facts: readonly Fact[], texts: Parameters<typeof sentencesOf>[1], year: number): Comparison[] {
  return sentencesOf(facts, texts).flatMap(({ text, facts: within }) => [...text.matchAll(YEAR)].flatMap(({ index, groups }): Comparison[] => {
    const of = Number(groups!["year"]);
    const from = Math.max(...["，", "；", "："].map((mark) => text.lastIndexOf(mark, index))) + 1;
    const end = text.slice(index).search(/[，；。]/u);
    if (of <= year || AHEAD.test(text.slice(from, end < 0 ? text.length : index + end + 12))) return [];
    const fact = within.find((one) => lastYear(one) === of) ?? within[0]!;
    const told: Comparison["outcome"] = of === year + 1 && fact.kind !== "observation" ? "cannot tell" : "differs";
    return [{ outcome: told, facts: [fact], arithmetic: `文中时间${of}年，晚于版年${year}年${told === "cannot tell" ? "；如系出版过程中补记，应予说明" : ""}` }];
  }).slice(0, 1));
}

/** The innermost heading that names a year, against the years that its facts print. */
function titles(facts: readonly Fact[]): Comparison[] {
  return [...group(facts.filter((fact) => statesPeriod(fact) && fact.kind !== "document"), sectionKey).values()].flatMap((own): Comparison[] => {
    const title = own[0]!.section.at(-1) ?? "";
    const named = YEAR_OF_TITLE.exec(title)?.groups?.["year"];
    const years = [...new Set(own.flatMap((fact) => lastYear(fact) ?? []))].toSorted((a, b) => a - b);
    if (named === undefined || years.length === 0 || /规划|计划|展望|“十/u.test(title)) return [];
    const agrees = years.includes(Number(named));
    return [{ outcome: agrees ? "agrees" : "differs", facts: own as unknown as Comparison["facts"], arithmetic: `题名“${title}”所称为${named}年，条目所载数据时间为${years.map((of) => `${of}年`).join("、")}${agrees ? "：一致" : ""}` }];
  });
}

/** The year of a fact's period; a span counts by its end. */
function lastYear(fact: Fact): number | null {
  const period = "timePeriod" in fact ? fact.timePeriod : null;
  const year = /(?<year>\d{4})(?:-\d\d)*$/u.exec(period ?? "")?.groups?.["year"];
  return year === undefined ? null : Number(year);
}

/** The fact's own words print its year: what was carried over from a sentence before says nothing new. */
function statesPeriod(fact: Fact): boolean {
  const year = lastYear(fact);
  return year !== null && fact.text.includes(String(year));
}
