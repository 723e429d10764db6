/** unitChange: the unit and the magnitude of an indicator, against the years before. */
import { group } from "d3-array";
import type { Observation } from "../../schemas/fact.ts";
import { before, observed } from "./example.ts";
import { printed, rounded } from "./interval.ts";
import { isObservation, type Check, type Comparison } from "./rule.ts";
import { nameOf } from "./same.ts";

/** Ways to count the same things: a change among them is a change of words. */
const COUNTERS = /^(?:[个家项件部份种类套台座处所条次名位篇]|人次|家次)$/u;

/** A slip of 万 or 亿: a factor of 10,000 or 100,000,000 or its inverse, times what growth a year may bring. */
const SLIPS: readonly (readonly [number, string])[] = [[4, "1万"], [8, "1亿"]];
const GROWTH = Math.log10(2.5);

export const unitChange: Check = {
  name: "unit-change",
  title: "计量单位与数量级",
  titleEn: "Units and magnitudes between years",
  compares: "a level with the last earlier edition's level of the same name: another unit (人, 户; not 个, 家) or a value about 10⁴ or 10⁸ times as great or as small, as where 万 or 亿 is wrong; two units of one name within the edition",
  severity: "warning",
  examples: [
    { shows: "another unit", sentences: [[observed("宽带用户规模300户")]], earlier: [before(2012, observed("宽带用户规模280人", { id: "a" }))], gives: [["differs", "2012年版单位为“人”（280人），本年为“户”（300户）"]] },
    { shows: "万 in place of 亿", sentences: [[observed("网民总体规模6.18万人")]], earlier: [before(2012, observed("网民总体规模5.64亿人", { id: "a" }))], gives: [["differs", "6.18万人，2012年版为5.64亿人，相差约1万倍，疑“万”“亿”有误"]] },
    { shows: "another word for counting", sentences: [[observed("政府网站总数300家")]], earlier: [before(2012, observed("政府网站总数280个", { id: "a" }))], gives: [["agrees", "300家，2012年版为280个：单位与数量级相当"]] },
    { shows: "two units in one edition", sentences: [[observed("微博用户规模6311万人")], [observed("微博用户规模3.09亿户")]], gives: [["differs", "微博用户规模单位一处为“户”（3.09亿户），另一处为“人”（6311万人）"]] },
    { shows: "no such name before", sentences: [[observed("政府网站总数300家")]], earlier: [before(2012, observed("政务微博总数280个", { id: "a" }))], gives: [] },
  ],
  run: (facts, { earlier }) => {
    const levels = facts.filter(isObservation).filter(isNamed);
    const past = earlier.toReversed().map(({ year, facts: then }) => ({ year, levels: group(then.filter(isObservation).filter(isNamed), nameOf) }));
    return [...group(levels, nameOf)].flatMap(([name, now]): Comparison[] => {
      const own = ONE_UNIT.test(name) ? mixed(now) : [];
      if (own.length > 0) return own;
      const edition = past.find((one) => one.levels.has(name));
      return edition ? compared(now, edition.levels.get(name)!, edition.year) : [];
    });
  },
};

/** A name that says by itself what is counted: 12座、300公里 of roads are two figures of one name. */
const ONE_UNIT = /\p{Script=Han}{2}(?:规模|总数|总量)$/u;

const isNamed = (o: Observation) => o.measure === "level" && nameOf(o).length >= 4 && o.unit !== "%";

/** One name with two units in one edition: the one that stands alone is wrong, or one of the two. */
function mixed(now: readonly Observation[]): Comparison[] {
  const families = [...group(now, ({ unit }) => unitFamily(unit)).values()].toSorted((a, b) => b.length - a.length);
  const [most, odd] = families;
  if (!most || !odd || families.length > 2) return [];
  return [{ outcome: "differs", facts: [odd[0]!, most[0]!], arithmetic: `${nameOf(odd[0]!)}单位一处为“${odd[0]!.unit}”（${printed(odd[0]!)}），另一处为“${most[0]!.unit}”（${printed(most[0]!)}）` }];
}

/** Each level whose unit or magnitude is new; where none is, the last one with the last one before. */
function compared(now: readonly Observation[], then: readonly Observation[], year: number): Comparison[] {
  const last = then.toSorted((a, b) => (a.timePeriod ?? "").localeCompare(b.timePeriod ?? "")).at(-1)!;
  const wrong = now.flatMap((o): Comparison[] => {
    const same = then.filter((other) => unitFamily(other.unit) === unitFamily(o.unit));
    if (same.length === 0) return [{ outcome: "differs", facts: [o, last], arithmetic: `${year}年版单位为“${last.unit}”（${printed(last)}），本年为“${o.unit}”（${printed(o)}）` }];
    const slip = SLIPS.find(([power]) => same.every((other) => isSlip(o.value, other.value, power)));
    return slip ? [{ outcome: "differs", facts: [o, same.at(-1)!], arithmetic: `${printed(o)}，${year}年版为${printed(same.at(-1)!)}，相差约${slip[1]}倍，疑“万”“亿”有误` }] : [];
  });
  return wrong.length > 0 ? wrong : [{ outcome: "agrees", facts: [now.at(-1)!, last], arithmetic: `${printed(now.at(-1)!)}，${year}年版为${printed(last)}：单位与数量级相当` }];
}

const unitFamily = (unit: string) => (COUNTERS.test(unit) ? "个" : unit);

const isSlip = (a: number, b: number, power: number) => a > 0 && b > 0 && Math.abs(rounded(Math.abs(Math.log10(a / b)), 6) - power) <= GROWTH;
