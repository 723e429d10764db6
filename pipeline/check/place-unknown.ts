/** placeUnknown: names of places that the register of the year does not hold, or that several places share. */
import type { Fact } from "../../schemas/fact.ts";
import type { Region } from "../../schemas/register.ts";
import { happened, listed, observed } from "./example.ts";
import { byNames, holdersOver } from "./regions.ts";
import { isRoster, type Check, type Comparison } from "./rule.ts";
import { sentencesOf, type Sentence } from "./sentences.ts";

/** A place with its kind at the end, as long as such names are. Districts are held back: many that carry 区 are no administrative ones. */
const PLACE = /^(?:\p{Script=Han}{2}省|\p{Script=Han}{1,3}[市县]|\p{Script=Han}{2,9}(?:自治州|自治县|盟|自治旗))$/u;

/** Districts of other kinds. */
const NO_DISTRICT = /(?:开发|高新|新|园|示范|试验|保税|矿|林|景|城|郊|市|管理|垦|库|滩|经济|合作|特|地)区$/u;

/** What makes a name's last character the first of another word: 新兴市场, 国省道. */
const GOES_ON = "场道民辖值面内外域级直属委管长情";

/** Words that end like a place and name none. */
const NO_PLACE = /^(?:全|各|本|设区|建制|国|我|该|某|外|多|两|三|几|省|市|县|城|同|跨|邻|周边|所属|下属|有关|相关|部分|其他|其它|试点|示范|先进|重点|中心|直辖|地级|县级|省级|副省级|较大|计划单列|省会|沿海|内陆|边境|贫困|东部|中部|西部|东北)|(?:试点|示范|先进|百强|城|大|强|贫困|文明|卫生|园林|智慧|数字|模范|夜|超|门|股|楼|上|开发|集|菜|早|农贸|批发|人才|技术|要素|国内|国际|资本)(?:市|县|省)$|城市$|都市$/u;

export const placeUnknown: Check = {
  name: "place-unknown",
  title: "地名与行政区划名录",
  titleEn: "Names of places against the register",
  compares: "names of a list of places, subjects and places of events that end in 省, 市, 县, 盟, 旗, 自治州 or 自治县, with the register of the year and with former names: one that neither knows differs, as does one after its province (江苏省苏洲市), a short name among provinces, a district among places; a former one is noted as such and cannot be told; a name that several places carry, in a list that does not say whose, cannot be told",
  severity: "warning",
  examples: [
    { shows: "a city that there is not, among cities that there are", sentences: [[listed(["长沙市", "武汉市", "长沟市"])]], gives: [["differs", "“长沟市”不见于行政区划名录"]] },
    { shows: "a province misspelt among provinces", sentences: [[listed(["江苏", "淅江", "安徽", "福建"])]], gives: [["differs", "“淅江”与其他地名并列，不见于行政区划名录"]] },
    { shows: "a city misspelt after its province", sentences: [[observed("江苏省苏洲市平台60个")]], gives: [["differs", "“江苏省苏洲市”：苏洲市不见于行政区划名录"]] },
    { shows: "all known: nothing to say", sentences: [[listed(["长沙市", "武汉市"])]], gives: [] },
    { shows: "a subject that is no place of the register", sentences: [[observed("襄汉市网站60个", { subject: "襄汉市", indicator: "网站" })]], gives: [["differs", "“襄汉市”不见于行政区划名录"]] },
    { shows: "a name that has gone", sentences: [[listed(["襄樊市", "武汉市"])]], gives: [["cannot tell", "“襄樊市”为旧名，现为襄阳市；请核对所记时间"]] },
    { shows: "a name that several places share", sentences: [[listed(["长沙市", "武汉市", "鼓楼区"])]], gives: [["cannot tell", "“鼓楼区”同名者4处，文中未写明所属"]] },
    { shows: "words that only end like places", sentences: [[observed("全市网站60个", { subject: "全市", indicator: "网站" }), happened("各县开通平台", null, { places: ["各县", "省会城市"] })]], gives: [] },
  ],
  run: (facts, { registers, texts, year }) => {
    const { regions } = registers;
    const known: Known = { now: byNames(regions, ({ name, short }) => new Set([name, short])), former: byNames(regions, ({ former }) => new Set(former)), above: holdersOver(regions) };
    const whole = new Map(texts.map(({ id, text }) => [id, text]));
    const seen = new Set<string>();
    const provinces = regions.filter(({ level, name }) => level === "province" && /[省区]$/u.test(name)).map(({ name }) => name);
    const afterProvinces = sentencesOf(facts, texts).flatMap((sentence) => unknownAfter(sentence, provinces, known, seen));
    return [...afterProvinces, ...facts.flatMap((fact) => placesOf(fact, known).flatMap((name): Comparison[] => {
      const key = `${fact.document} ${name}`;
      if (seen.has(key)) return [];
      const words = said(name, fact, known, whole.get(fact.document) ?? "", year);
      if (words === null) return [];
      seen.add(key);
      return [{ ...words, facts: [fact] }];
    }))];
  },
};

/** 江苏省苏洲市: two characters and 市 or 县 right after a province's full name. */
function unknownAfter({ text, facts, document }: Sentence, provinces: readonly string[], { now, former }: Known, seen: Set<string>): Comparison[] {
  return provinces.flatMap((province): Comparison[] => {
    const at = text.indexOf(province);
    const name = at < 0 ? undefined : /^\p{Script=Han}{2}[市县](?![场级直属委管])/u.exec(text.slice(at + province.length))?.[0];
    if (name === undefined || now.has(name) || former.has(name) || NO_PLACE.test(name) || /^[内各本所下辖的和与及同等省在把将有]|[省市区的和与及、]/u.test(name.slice(0, -1))) return [];
    seen.add(`${document} ${name}`).add(`${document} ${province}${name}`);
    return [{ outcome: "differs", facts: [facts.find((fact) => fact.text.includes(name)) ?? facts[0]!], arithmetic: `“${province}${name}”：${name}不见于行政区划名录` }];
  });
}

/** Regions by each of their names, present and former. */
interface Known {
  readonly now: ReadonlyMap<string, readonly Region[]>;
  readonly former: ReadonlyMap<string, readonly Region[]>;
  readonly above: (region: Region) => Region[];
}

/** The names a fact gives for places. Of a list, only where half of it are places that the register knows. */
function placesOf(fact: Fact, { now }: Known): string[] {
  if (isRoster(fact) || (fact.kind === "observation" && fact.members.length > 1)) return fact.members.filter((name) => now.has(name)).length * 2 >= fact.members.length ? fact.members : [];
  const names = fact.kind === "observation" ? [fact.subject ?? ""] : fact.kind === "event" ? fact.places : [];
  return names.filter((name) => PLACE.test(name));
}

function said(name: string, fact: Fact, { now, former, above }: Known, text: string, year: number): Pick<Comparison, "outcome" | "arithmetic"> | null {
  const regions = now.get(name) ?? [];
  if (regions.length > 0) return isRoster(fact) && regions.length > 1 && isAmbiguous(name, regions, above, text) ? { outcome: "cannot tell", arithmetic: `“${name}”同名者${regions.length}处，文中未写明所属` } : null;
  if (isOddAmong(name, fact, now)) return { outcome: "differs", arithmetic: `“${name}”与其他地名并列，不见于行政区划名录` };
  if (!PLACE.test(name) || NO_PLACE.test(name) || isJoined(name, now) || goesOn(name, text)) return null;
  const gone = former.get(name);
  if (gone && tellsHistory(fact, year)) return null;
  if (gone) return { outcome: "cannot tell", arithmetic: `“${name}”为旧名，现为${[...new Set(gone.map((region) => region.name))].join("、")}；请核对所记时间` };
  return { outcome: "differs", arithmetic: `“${name}”不见于行政区划名录` };
}

/** A name as short as those beside it, all of which but it are provinces or cities by their short names, or a district among places. */
function isOddAmong(name: string, fact: Fact, now: Known["now"]): boolean {
  const members = "members" in fact ? fact.members : [];
  const others = members.filter((other) => other !== name);
  if (others.length < 3) return false;
  if (/^\p{Script=Han}{1,3}区$/u.test(name)) return others.every((other) => now.has(other)) && !NO_DISTRICT.test(name);
  return /^\p{Script=Han}{2}$/u.test(name) && others.every((other) => now.get(other)?.some((region) => region.level === "province" && region.short === other));
}

const goesOn = (name: string, text: string) => [...GOES_ON].some((next) => text.includes(name + next));

/** A fact of years ago may call a place as it was called then. */
function tellsHistory(fact: Fact, year: number): boolean {
  const period = "timePeriod" in fact ? fact.timePeriod : null;
  return period !== null && Number(/^\d{4}/u.exec(period)?.[0] ?? year) < year - 1;
}

/** Full names of one kind in several places; the text names the province or the city of none of them. */
function isAmbiguous(name: string, regions: readonly Region[], above: Known["above"], text: string): boolean {
  if (!regions.every((region) => region.name === name && region.level === "county")) return false;
  return !regions.some((region) => above(region).some((parent) => text.includes(`${parent.name}${name}`) || text.includes(`${parent.short}${name}`)));
}

/** 湖北省武汉市, 湖北武汉市: a place after the places it lies in; placeParent looks at these. */
function isJoined(name: string, now: Known["now"]): boolean {
  for (let at = 2; at < name.length - 1; at++) if (now.has(name.slice(0, at)) && (now.has(name.slice(at)) || isJoined(name.slice(at), now))) return true;
  return false;
}
