/** The ways in which official prose writes dates and periods: rules, tried in order. Not here: where in a text they are tried. */
import type { Told } from "../rule.ts";
import { type Calendar, dayAfter, digits, number, ofDay, ofDays, ofLastDay, ofMonth, ofMonths } from "./calendar.ts";

export type Precision = "day" | "month" | "year" | "span";

/** A way of writing a date: tried in order at each place, the first that reads wins. */
export interface DateRule extends Told {
  /** Sticky, with named groups. */
  readonly pattern: RegExp;
  /** The value, or null where the figures make no date. */
  readonly read: (groups: Readonly<Record<string, string | undefined>>, calendar: Calendar) => string | null;
  readonly precision: Precision;
}

const FIGURE = String.raw`\d{1,2}|[一二三四五六七八九十]{1,3}`;
const YEAR = String.raw`(?<![\d近约])(?<year>(?:1[89]|20)\d\d|[一二][〇零○一二三四五六七八九]{3})年(?!鉴|报(?!告)|级|来|之久)`;
/** A date ends here: 9月份 is a month, 3月以来 begins in one, but 三月三节 is a feast and 12日夜 a night. */
const MONTH = String.raw`(?<month>${FIGURE})月(?:份|上旬|中旬|下旬|(?:初|底|末)(?!次|期)|(?!球|饼|度))`;
const DAY = String.raw`(?<day>${FIGURE})[日号](?!常|期|益|前)`;
const BY = String.raw`(?:截至|截止到|截止|到|至)`;

/** The year in which each five-year plan begins: 十二五 ran from 2011 to 2015. */
const PLANS: Readonly<Record<string, number>> = { 八: 1991, 九: 1996, 十: 2001, 十一: 2006, 十二: 2011, 十三: 2016, 十四: 2021, 十五: 2026 };

/** 至18日, —9月2日: where a stretch of days ends. */
const UNTIL = String.raw`(?:[-—–~～至到]{1,2}|(?<=日)(?=\d{1,2}日))(?:(?<lastMonth>${FIGURE})月)?(?<lastDay>${FIGURE})[日号]`;
const FEASTS: Readonly<Record<string, string>> = { 元旦: "01-01", 五一: "05-01", 国庆: "10-01" };
const QUARTERS: Readonly<Record<string, string>> = { 一: "01/03", 二: "04/06", 三: "07/09", 四: "10/12", 上半年: "01/06", 下半年: "07/12", 前三: "01/09", 一至三: "01/09" };

export const dateRules: readonly DateRule[] = [
  {
    name: "days-with-year",
    says: "2013年8月11日至18日",
    pattern: new RegExp(YEAR + MONTH + String.raw`(?<day>${FIGURE})[日号]?` + UNTIL, "uy"),
    read: ({ year, month, day, lastMonth, lastDay }) => ofDays(digits(year!), number(month!), number(day!), number(lastMonth ?? month!), number(lastDay!)),
    precision: "day",
    examples: { "2013年8月11日至18日，": ["2013-08-11/2013-08-18"], "2013年8月30日—9月2日": ["2013-08-30/2013-09-02"], "2013年8月11-18日": ["2013-08-11/2013-08-18"], "2013年8月11日18日": ["2013-08-11/2013-08-18"] },
    leaves: [],
  },
  {
    name: "months-across-years",
    says: "2012年10月至2013年4月",
    pattern: new RegExp(YEAR + String.raw`(?<month>${FIGURE})月(?:(?<day>${FIGURE})日)?(?:[-—–~～至到]{1,2})(?<lastYear>(?:1[89]|20)\d\d|[一二][〇零○一二三四五六七八九]{3})年(?<lastMonth>${FIGURE})月(?:(?<lastDay>${FIGURE})日)?`, "uy"),
    read: ({ year, month, day, lastYear, lastMonth, lastDay }) => {
      const from = day ? ofDay(digits(year!), number(month!), number(day)) : ofMonth(digits(year!), number(month!));
      const to = lastDay ? ofDay(digits(lastYear!), number(lastMonth!), number(lastDay)) : ofMonth(digits(lastYear!), number(lastMonth!));
      return from && to && from < to && Boolean(day) === Boolean(lastDay) ? `${from}/${to}` : null;
    },
    precision: "month",
    examples: { "2012年10月至2013年4月，": ["2012-10/2013-04"], "2012年12月28日至2013年1月3日": ["2012-12-28/2013-01-03"] },
    leaves: [],
  },
  {
    name: "months-with-year",
    says: "2013年3月至5月",
    pattern: new RegExp(YEAR + String.raw`(?<month>${FIGURE})月?(?:[-—–~～至到]{1,2})(?<last>${FIGURE})月(?:份|(?!\d))`, "uy"),
    read: ({ year, month, last }) => ofMonths(digits(year!), number(month!), number(last!)),
    precision: "month",
    examples: { "2013年3月至5月，": ["2013-03/2013-05"], "2013年1—9月，": ["2013-01/2013-09"] },
    leaves: [],
  },
  {
    // A text that lost its dashes: 1—8月份.
    name: "months-run-together",
    says: "18月份: 1—8月份 that lost its dash",
    pattern: /(?<![\d.])(?<first>[1-9])(?<last>[2-9]|1[0-2])月份/uy,
    read: ({ first, last }, { year }) => (Number(first! + last!) > 12 ? ofMonths(year ?? "-", number(first!), number(last!)) : null),
    precision: "month",
    examples: { "18月份，": ["--01/--08"], "2013年开工，110月份": ["2013", "2013-01/2013-10"], "12月份": ["--12"] },
    leaves: [],
  },
  {
    // The same of years: 1986—1990年.
    name: "years-run-together",
    says: "20112015年: 2011—2015年 that lost its dash",
    pattern: /(?<!\d)(?<first>(?:1[89]|20)\d\d)(?<last>(?:1[89]|20)\d\d)年/uy,
    read: ({ first, last }) => (first! < last! ? `${first}/${last}` : null),
    precision: "span",
    examples: { "20112015年，": ["2011/2015"] },
    leaves: [],
  },
  {
    name: "part-of-year",
    says: "2013年上半年, 2013年第三季度",
    pattern: new RegExp(`${YEAR}(?:(?<half>[上下]半年)|第?(?<quarter>[一二三四]|前三|一至三)个?季度)`, "uy"),
    read: ({ year, half, quarter }) => {
      const [first, last] = QUARTERS[half ?? quarter!]!.split("/");
      return `${digits(year!)}-${first}/${digits(year!)}-${last}`;
    },
    precision: "month",
    examples: { "2013年上半年，": ["2013-01/2013-06"], "2013年第三季度": ["2013-07/2013-09"], 二〇一三年前三季度: ["2013-01/2013-09"] },
    leaves: [],
  },
  {
    name: "date-in-figures",
    says: "2013-09-12, 2013.9.12",
    pattern: /(?<![\d.])(?<year>(?:19|20)\d\d)(?<sign>[-./])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?![\d.])/uy,
    read: ({ year, month, day }) => ofDay(year!, Number(month), Number(day)),
    precision: "day",
    examples: { "2013-09-12": ["2013-09-12"], "（2013.9.12）": ["2013-09-12"] },
    leaves: ["2013-2015"],
  },
  {
    name: "year-of-the-republic",
    says: "民国二十六年: counted from 1911, with the common year in brackets",
    pattern: new RegExp(String.raw`民国(?<year>[一二三四五六七八九十]{1,3}|\d{1,2}|元)年(?:（(?:公元)?(?<common>19\d\d)年?）)?(?:(?<month>${FIGURE})月(?:(?<day>${FIGURE})[日号])?)?`, "uy"),
    read: ({ year, month, day }) => {
      const count = year === "元" ? 1 : number(year!);
      if (!(count >= 1 && count <= 38)) return null;
      const common = String(1911 + count);
      return day ? ofDay(common, number(month!), number(day)) : month ? ofMonth(common, number(month)) : common;
    },
    precision: "year",
    examples: { "民国二十六年，": ["1937"], "民国3年": ["1914"], "民国二年（1913年）2月，": ["1913-02"], "民国元年，": ["1912"] },
    leaves: [],
  },
  {
    name: "decade",
    says: "上世纪八十年代",
    pattern: /(?:20世纪|二十世纪|上世纪)(?<tens>[2-9]0|[二三四五六七八九]十)年代/uy,
    read: ({ tens }) => `${1900 + number(tens!)}/${1909 + number(tens!)}`,
    precision: "span",
    examples: { "20世纪90年代，": ["1990/1999"], 上世纪八十年代末: ["1980/1989"] },
    leaves: [],
  },
  {
    name: "end-of-year",
    says: "截至2013年底: the last day",
    pattern: new RegExp(String.raw`(?:${BY})?${YEAR}(?:年?底|末|年终)`, "uy"),
    read: ({ year }) => `${digits(year!)}-12-31`,
    precision: "day",
    examples: { 截至2013年底已有9家: ["2013-12-31"], "到2015年末，": ["2015-12-31"], 二〇一三年底: ["2013-12-31"] },
    leaves: [],
  },
  {
    name: "span-of-years",
    says: "2011—2015年",
    pattern: /(?<!\d)(?<first>(?:1[89]|20)\d\d)年?(?:[-—–~～]+|至|到)(?<last>(?:1[89]|20)\d\d)年/uy,
    read: ({ first, last }) => (first! < last! ? `${first}/${last}` : null),
    precision: "span",
    examples: { 在2011年至2013年间: ["2011/2013"], "2011—2015年": ["2011/2015"] },
    leaves: [],
  },
  {
    name: "five-year-plan",
    says: "“十二五”时期: the years of the plan",
    pattern: /[“‘'"]?(?<plan>十[一二三四五]?|八|九)五[”’'"]?(?=时期|期间|以来|末|初|规划|计划|发展|国家)/uy,
    read: ({ plan }) => (PLANS[plan!] ? `${PLANS[plan!]}/${PLANS[plan!]! + 4}` : null),
    precision: "span",
    examples: { "“十二五”时期": ["2011/2015"], 十一五期间: ["2006/2010"] },
    leaves: [],
  },
  {
    name: "end-of-month-with-year",
    says: "2013年9月末: the last day of the month",
    pattern: new RegExp(String.raw`(?:${BY})?${YEAR}(?<month>${FIGURE})月(?:底|末)(?!次|期)`, "uy"),
    read: ({ year, month }) => ofLastDay(digits(year!), number(month!)),
    precision: "day",
    examples: { "截至2013年9月末，": ["2013-09-30"], "2012年2月底": ["2012-02-29"] },
    leaves: [],
  },
  {
    name: "feast-with-year",
    says: "2013年元旦, 国庆节",
    pattern: new RegExp(String.raw`${YEAR}(?<feast>元旦|五一|国庆)节?`, "uy"),
    read: ({ year, feast }) => `${digits(year!)}-${FEASTS[feast!]}`,
    precision: "day",
    examples: { "2013年元旦，": ["2013-01-01"], "2013年国庆节，": ["2013-10-01"] },
    leaves: [],
  },
  {
    name: "day-with-year",
    says: "2013年9月12日",
    pattern: new RegExp(YEAR + MONTH + DAY, "uy"),
    read: ({ year, month, day }) => ofDay(digits(year!), number(month!), number(day!)),
    precision: "day",
    examples: { "2013年9月12日，": ["2013-09-12"], 二〇一三年九月十二日: ["2013-09-12"] },
    leaves: [],
  },
  {
    name: "month-with-year",
    says: "2013年9月, 2013年12月下旬",
    pattern: new RegExp(YEAR + MONTH, "uy"),
    read: ({ year, month }) => ofMonth(digits(year!), number(month!)),
    precision: "month",
    examples: { "2013年9月，": ["2013-09"], "2013年12月下旬，": ["2013-12"], "2013年10月和11月15日": ["2013-10", "2013-11-15"] },
    leaves: [],
  },
  {
    name: "year",
    says: "2013年, 一九九八年",
    pattern: new RegExp(`${YEAR}度?`, "uy"),
    read: ({ year }) => digits(year!),
    precision: "year",
    examples: { 由2012年的7家增至2013年的9家: ["2012", "2013"], "一九九八年，": ["1998"] },
    leaves: ["2013年鉴", "近2000年来"],
  },
  {
    name: "end-of-month",
    says: "9月末, of the year named before",
    pattern: new RegExp(String.raw`(?<![\d个十几数两])(?<month>${FIGURE})月(?:底|末)(?!次|期)`, "uy"),
    read: ({ month }, { year }) => ofLastDay(year ?? "-", number(month!)),
    precision: "day",
    examples: { "9月末，": ["--09-30"], "2013年开馆，11月底验收": ["2013", "2013-11-30"] },
    leaves: [],
  },
  {
    name: "months-of-year",
    says: "1—8月份, of the year named before",
    pattern: new RegExp(String.raw`(?<![\d个十几数两])(?<month>\d{1,2})月?(?:[-—–~～至到]{1,2})(?<last>\d{1,2})月(?:份|(?!\d))`, "uy"),
    read: ({ month, last }, { year }) => ofMonths(year ?? "-", number(month!), number(last!)),
    precision: "month",
    examples: { "1—8月份，": ["--01/--08"], "2013年，3月至5月": ["2013", "2013-03/2013-05"] },
    leaves: [],
  },
  {
    name: "part-of-a-year",
    says: "一季度, 上半年, of the year named before",
    pattern: /(?<![今去明前上年])(?:(?<half>[上下]半年)|(?<![第个])(?<quarter>[一二三四]|前三)季度)(?!报|评)/uy,
    read: ({ half, quarter }, { year }) => {
      const [first, last] = QUARTERS[half ?? quarter!]!.split("/");
      return `${year ?? "-"}-${first}/${year ?? "-"}-${last}`;
    },
    precision: "month",
    examples: { "一季度增长5%": ["--01/--03"], "2013年，上半年完成": ["2013", "2013-01/2013-06"] },
    leaves: ["今年上半年"],
  },
  {
    name: "days-of-month",
    says: "8月11日至18日, of the year named before",
    pattern: new RegExp(String.raw`(?<![\d个十几数两])${MONTH}(?<day>${FIGURE})[日号]?` + UNTIL, "uy"),
    read: ({ month, day, lastMonth, lastDay }, { year }) => ofDays(year ?? "-", number(month!), number(day!), number(lastMonth ?? month!), number(lastDay!)),
    precision: "day",
    examples: { "2013年开馆，8月11日至18日": ["2013", "2013-08-11/2013-08-18"], "8月11日至18日，": ["--08-11/--08-18"] },
    leaves: [],
  },
  {
    name: "day-of-month",
    says: "9月12日, of the year named before; --09-12 where there is none",
    pattern: new RegExp(String.raw`(?<![\d个十几数两])${MONTH}${DAY}`, "uy"),
    read: ({ month, day }, { year }) => ofDay(year ?? "-", number(month!), number(day!)),
    precision: "day",
    examples: { "9月12日，": ["--09-12"], "2013年3月5日启动，9月12日完成": ["2013-03-05", "2013-09-12"] },
    leaves: ["13月12日"],
  },
  {
    name: "month-of-year",
    says: "9月, of the year named before",
    pattern: new RegExp(String.raw`(?<![\d个十几数两])(?<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|上旬|中旬|下旬|(?:初|底|末)(?!次|期)|(?!球|饼|度|日|光|亮|刊|报))`, "uy"),
    read: ({ month }, { year }) => ofMonth(year ?? "-", number(month!)),
    precision: "month",
    examples: { "9月，": ["--09"], "2013年开工，11月完工": ["2013", "2013-11"] },
    leaves: ["3个月"],
  },
  {
    // 5时47分: of the day named before.
    name: "clock",
    says: "5时47分: the day named before",
    pattern: /(?<![\d日])\d{1,2}(?:时|点)\d{1,2}分(?:\d{1,2}秒)?许?/uy,
    read: (_, { year, month, day }) => (month && day ? `${year ?? "-"}-${month}-${day}` : null),
    precision: "day",
    examples: { "3月5日接报，5时47分到场": ["--03-05", "--03-05"] },
    leaves: ["5时47分，"],
  },
  {
    name: "next-day",
    says: "次日: the day after",
    pattern: /(?:次日|翌日)/uy,
    read: (_, { year, month, day }) => (month && day ? dayAfter(year ?? "-", Number(month), Number(day)) : null),
    precision: "day",
    examples: { "3月5日接报，次日零时恢复": ["--03-05", "--03-06"], "2013年12月31日接报，次日恢复": ["2013-12-31", "2014-01-01"] },
    leaves: ["次日，"],
  },
  {
    name: "day-alone",
    says: "30日, of the month named before",
    pattern: new RegExp(String.raw`(?<![\d十几数个每第〕\]］])(?<day>\d{1,2})[日号](?!常|期|益|前|[楼线院])`, "uy"),
    read: ({ day }, { year, month }) => (month ? ofDay(year ?? "-", Number(month), number(day!)) : null),
    precision: "day",
    examples: { "5月29日电，会议于30日闭幕": ["--05-29", "--05-30"] },
    leaves: ["29日"],
  },
];

/** How every date of the rules begins. Few places of a text do: the rules are tried there and nowhere else. */
export const BEGINS = new RegExp(String.raw`${BY}?(?:(?:1[89]|20)\d\d|[一二][〇零○一二三四五六七八九]{3})(?:[年./—–~～至到-]|(?=(?:1[89]|20)\d\d年))|民国|(?:20|二十|上)世纪|[“‘'"]?(?:十[一二三四五]?|八|九)五|(?:\d{3}|${FIGURE})月|\d{1,2}[日号]|\d{1,2}[时点]\d|[次翌]日|\d{1,2}[-—–~～至到]{1,2}\d{1,2}月|[上下]半年|(?:[一二三四]|前三)季度`, "gu");
