/** The three years of sources/: each year's texts are read into the facts that its figures say, and the relations between the figures are found to hold or not. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { editionOf } from "../../pipeline/commands/open-year.ts";
import { silent } from "../../pipeline/commands/report.ts";
import { makeEdition } from "../../pipeline/edition.ts";
import { flatten } from "../../pipeline/restore/model/flatten.ts";
import { EditionSpec, type Edition } from "../../schemas/edition.ts";
import { textsOf } from "../../schemas/edition-texts.ts";
import type { Finding } from "../../schemas/finding.ts";
import { processed } from "../fixtures/processed.ts";
import { registers } from "../fixtures/registers.ts";

const YEARS = [2012, 2013, 2014] as const;
type Year = (typeof YEARS)[number];
const editions = new Map<number, Edition>();
for (const year of YEARS) editions.set(year, await editionOf(year, undefined, silent));
const edition = (year: Year) => editions.get(year)!;
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const namesOf = (year: Year) => readdirSync(new URL(`../fixtures/${year}/`, import.meta.url)).filter((file) => file.endsWith(".clean.txt")).map((file) => file.slice(0, -".clean.txt".length));

/** 二、… begins with a heading, other texts with a title. */
const flattened = (clean: string) => flatten(clean, { titleLine: !/^[一二三四五六七八九十]+、/u.test(clean) }).raw;

describe.each(YEARS)("the texts of %i", (year) => {
  test.each(namesOf(year))("%s is its printed form, flattened", (name) => {
    expect(read(`sources/${year}/${name}.txt`)).toBe(flattened(read(`test/fixtures/${year}/${name}.clean.txt`)));
  });

  test("have a title or a heading each", () => {
    for (const { id, outline } of textsOf(edition(year))) expect(outline.title || outline.sections.length > 0, id).toBeTruthy();
  });

  test("leave out no fact that its own words do not bear out", () => expect(edition(year).notes).toEqual([]));
});

/** The values of an indicator at a time, in a unit, each once. */
function valuesOf(year: Year, indicator: string, timePeriod: string, unit?: string, subject: string | null = null): number[] {
  const said = edition(year).facts.flatMap((fact) => (fact.kind === "observation" && fact.indicator === indicator && fact.timePeriod === timePeriod && fact.subject === subject && (unit === undefined || fact.unit === unit) ? [fact.value] : []));
  return [...new Set(said)];
}

describe("a figure of the texts comes out with its indicator, time and unit", () => {
  test.each<[Year, string, string, number, string]>([
    // edition, indicator, time, value, unit
    [2012, "互联网普及率", "2010-12-31", 34.3, "%"],
    [2012, "微博用户规模", "2010-12-31", 63_110_000, "人"],
    [2012, "互联网普及率", "2011-06-30", 36.2, "%"],
    [2012, "网民规模", "2011-12-31", 513_000_000, "人"],
    [2012, "新增网民", "2011", 55_800_000, "人"],
    [2012, "互联网普及率", "2011-12-31", 38.3, "%"],
    [2012, "手机网民规模", "2011-12-31", 356_000_000, "人"],
    [2012, "手机网民占比", "2011-12-31", 69.3, "%"],
    [2012, "网民规模", "2012-12-31", 564_000_000, "人"],
    [2012, "新增网民", "2012", 50_900_000, "人"],
    [2012, "互联网普及率", "2012-12-31", 42.1, "%"],
    [2012, "互联网普及率", "2012-12-31", 3.8, "百分点"],
    [2012, "手机网民规模", "2012-12-31", 420_000_000, "人"],
    [2012, "手机网民规模", "2012-12-31", 18.1, "%"],
    [2012, "手机网民占比", "2012-12-31", 74.5, "%"],
    [2012, "微博用户规模", "2012-12-31", 309_000_000, "人"],
    [2012, "微博使用率", "2012-12-31", 54.7, "%"],
    [2012, "电子政务发展指数", "2010", 72, "位"],
    [2012, "电子政务发展指数", "2012", 78, "位"],
    [2012, "政务微博总数", "2011-12-10", 50_561, "个"],
    [2012, "政务微博总数", "2011-12-10", 776.58, "%"],
    [2012, "党政机构微博", "2011-12-10", 32_358, "个"],
    [2012, "党政干部微博", "2011-12-10", 18_203, "个"],
    [2012, "政务微博总数", "2012-12-20", 249.51, "%"],
    [2012, "党政机构微博", "2012-12-20", 113_382, "个"],
    [2012, "党政机构微博", "2012-12-20", 250.4, "%"],
    [2012, "党政干部微博", "2012-12-20", 63_332, "个"],
    [2012, "党政干部微博", "2012-12-20", 247.92, "%"],
    [2012, "青岛", "2012-12-05", 1, "位"], // a tie: 1, 1, 3
    [2012, "深圳", "2012-12-05", 1, "位"],
    [2012, "广州", "2012", 3, "位"],
    [2012, "首批国家电子商务示范城市", "2011-11-23", 21, "个"],
    [2013, "网民规模", "2013-12-31", 618_000_000, "人"],
    [2013, "新增网民", "2013", 53_580_000, "人"],
    [2013, "互联网普及率", "2013-12-31", 45.8, "%"],
    [2013, "手机网民规模", "2013-12-31", 500_000_000, "人"],
    [2013, "手机网民占比", "2013-12-31", 81, "%"],
    [2013, "微博用户规模", "2013-12-31", -9, "%"],
    [2013, "微博使用率", "2013-12-31", 45.5, "%"],
    [2013, "微博使用率", "2013-12-31", -9.2, "百分点"],
    [2013, "域名总数", "2013-12-31", 18_440_000, "个"],
    [2013, "网站数", "2013-12-31", 3_200_000, "个"],
    [2013, "政务微博总数", "2013-12-31", 258_737, "个"],
    [2013, "政务微博总数", "2013-12-31", 46.42, "%"],
    [2013, "党政机构微博", "2013-12-31", 183_232, "个"],
    [2013, "党政机构微博", "2013-12-31", 61.61, "%"],
    [2013, "党政干部微博", "2013-12-31", 75_505, "个"],
    [2013, "党政干部微博", "2013-12-31", 19.22, "%"],
    [2014, "网民规模", "2013-12-31", 618_000_000, "人"],
    [2014, "微博用户规模", "2013-12-31", 281_000_000, "人"],
    [2014, "网民规模", "2014-06-30", 632_000_000, "人"],
    [2014, "手机网民规模", "2014-06-30", 527_000_000, "人"],
    [2014, "手机网民占比", "2014-06-30", 83.4, "%"],
    [2014, "网民规模", "2014-12-31", 649_000_000, "人"],
    [2014, "互联网普及率", "2014-12-31", 47.9, "%"],
    [2014, "互联网普及率", "2014-12-31", 2.1, "百分点"],
    [2014, "手机网民规模", "2014-12-31", 56_720_000, "人"],
    [2014, "手机网民占比", "2014-12-31", 85.8, "%"],
    [2014, "域名总数", "2014-12-31", 20_600_000, "个"],
    [2014, "网站数", "2014-12-31", 3_350_000, "个"],
    [2014, "备案网站", "2014-12-31", 3_647_000, "个"], // by record: another count than 网站数
    [2014, "政府机关网站", "2014-12-31", 59_000, "个"],
    [2014, "电子政务发展指数", "2012", 78, "位"],
    [2014, "政务微博总数", "2013-12-31", 258_737, "个"],
    [2014, "政务微博总数", "2014-11-30", 277_000, "个"], // another compiler
    [2014, "新浪政务微博", "2014-10-31", 120_000, "个"], // one platform alone
    [2014, "中央机构微博", "2014-11-30", 219, "个"],
    [2014, "政务微信公众号", "2013-12-31", 3_611, "个"],
    [2014, "政务微信公众号", "2014-07", 6_000, "个"],
    [2014, "公安系统的政务微信公众号", "2013-12-31", 1_094, "个"],
    [2014, "首批国家智慧城市试点", "2013-01-29", 90, "个"],
    [2014, "第二批国家智慧城市试点", "2013-08-05", 103, "个"],
    [2014, "“宽带中国”示范城市", "2014-10-09", 39, "个"],
  ])("%i: %s, %s: %d %s", (year, indicator, period, value, unit) => expect(valuesOf(year, indicator, period, unit)).toContain(value));

  // An indicator has one level at a time, though its growth and change stand beside it in other units.
  test.each<[Year, string, string, number]>([
    [2012, "网民规模", "2012-12-31", 564_000_000],
    [2013, "网民规模", "2013-12-31", 618_000_000],
    [2014, "网民规模", "2014-12-31", 649_000_000],
    [2014, "网站数", "2014-12-31", 3_350_000],
  ])("%i: %s, %s: %d and no other", (year, indicator, period, value) => expect(valuesOf(year, indicator, period)).toEqual([value]));

  test("the investment of a sector has the sector as its subject", () => {
    expect(valuesOf(2012, "信息化投资", "2012", "元", "政府行业")).toEqual([51_870_000_000]);
    expect(valuesOf(2013, "信息化投资", "2013", "元", "政府行业")).toEqual([58_990_000_000]);
  });

  test("the provinces above one half are listed and counted", () => {
    const roster = edition(2012).facts.find((fact) => fact.kind === "roster" && fact.claimedCount === 8);
    expect(roster).toMatchObject({ members: ["北京", "上海", "广东", "福建", "浙江", "天津", "辽宁", "江苏"], timePeriod: "2012-12-31" });
  });
});

describe("an index of the survey keeps the survey's year", () => {
  test.each<[Year, string, string, number]>([
    [2012, "电子政务发展指数", "2010", 0.47],
    [2012, "在线服务指数", "2010", 0.3683],
    [2012, "电子政务发展指数", "2012", 0.5359],
    [2012, "人力资本指数", "2012", 0.7745],
    [2014, "电子政务发展指数", "2012", 0.5359],
    [2014, "电子政务发展指数", "2014", 0.545],
    [2014, "在线服务指数", "2014", 0.6063],
    [2014, "通信基础设施指数", "2014", 0.3554],
    [2014, "电子参与指数", "2014", 0.6471],
  ])("%i: %s, %s: %d", (year, indicator, period, value) => expect(valuesOf(year, indicator, period, "指数")).toContain(value));
});

const found = (findings: readonly Finding[], check: string) => findings.filter((finding) => finding.check === check).map(({ outcome, arithmetic }) => `${outcome}: ${arithmetic}`);

describe("the relations between the figures of a year, and with the years before it", () => {
  test.each<[Year, string, string]>([
    [2012, "parts-total", "agrees: 32358个+18203个=50561个；"],
    [2012, "parts-total", "agrees: 113382个+63332个=176714个；"],
    [2012, "level-growth", "agrees: 176714个−50561个，即增加126153个；"],
    [2012, "level-growth", "agrees: 176714个÷50561个=349.51%，即增长249.51%；"],
    [2012, "level-growth", "agrees: 4.20亿人÷3.56亿人=117.98%，"],
    [2012, "share-change", "agrees: 42.1%−38.3%=3.8个百分点；"],
    [2012, "claimed-count", "agrees: 列出8个；所称8个"],
    [2013, "parts-total", "agrees: 183232个+75505个=258737个；"],
    [2013, "level-growth", "agrees: 258737个÷176714个=146.42%，即增长46.42%；"],
    [2013, "level-growth", "agrees: 2.81亿人−3.09亿人，"], // 3.09 − 0.2783 = 2.812: within rounding
    [2013, "share-change", "agrees: 45.5%−54.7%=−9.2个百分点；"],
    [2014, "parts-total", "agrees: 252.6万个+9.3万个+5.9万个+4.8万个=272.6万个；"],
    [2014, "parts-total", "agrees: 272.6万个+92.1万个=364.7万个；"],
    [2014, "parts-total", "agrees: 37个+50个+3个=90个；"],
    [2014, "parts-total", "agrees: 83个+20个=103个；"],
    [2014, "share-total", "agrees: 74.7%+25.2%=99.9%"], // within rounding
    [2014, "share-change", "agrees: 47.9%−45.8%=2.1个百分点；"],
    [2014, "level-growth", "agrees: 由第78位到第70位，即上升8位；"],
    // As printed: two cities count as one, which the text says; and a total that its parts do not give.
    [2014, "parts-total", "differs: 21个+30个=51个；总数52个"],
    [2014, "parts-total", "differs: 90个+103个+9个=202个；总数204个"],
  ])("%i: %s %s", (year, check, says) => expect(found(edition(year).findings, check)).toContainEqual(expect.stringContaining(says)));

  test("nothing else differs in the three years", () => {
    const differing = YEARS.map((year) => edition(year).findings.filter(({ outcome }) => outcome === "differs").map(({ arithmetic }) => arithmetic.split("=")[0]));
    expect(differing).toEqual([[], [], ["90个+103个+9个", "21个+30个"]]);
  });
});

describe("relations between figures that no edition prints", () => {
  // Not read by any check: 3 × 39 = 117 broadband cities (a product), 589.9 ÷ 518.7 = +13.7 % (growth of money may be real growth).
  test.each([
    ["截至2015年7月27日，政府网站共85737个，其中地方政府网站82511个、国务院部门网站3226个。", "parts-total", "agrees: 82511个+3226个=85737个；"],
    ["截至2011年底，网民规模为5.13亿人。截至2012年底，网民规模为5.64亿人，比上年增加5090万人。", "level-growth", "agrees: 5.64亿人−5.13亿人，"],
  ])("%s", (text, check, says) => expect(found(findingsOn(text), check)).toContainEqual(expect.stringContaining(says)));
});

function findingsOn(text: string): Finding[] {
  const spec = EditionSpec.parse({ title: "年鉴", titlePinyin: "Nianjian", titleEn: "Yearbook", year: 2015, date: "2016-05-31", editor: "编写组", editorEn: "Editors", columns: [{ id: "data", title: "数据", titleEn: "Data", texts: ["01"] }], rest: "data", tables: [] });
  return makeEdition({ ...yearAround, spec }, [processed(flattened(`一、数据\n${text}`), "01")]).findings;
}
const yearAround: Omit<Parameters<typeof makeEdition>[0], "spec"> = { at: String, elsewhere: false, corrections: [], registers, earlier: [], inputs: [], versions: {} };
