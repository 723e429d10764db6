/** How long something takes, where that is what is measured: 平均回收期70天, 办理时限压缩至5个工作日. Not here: how long something went on (连续24个月). */
import { parseNumber } from "../numerals.ts";
import type { Read } from "./quantity.ts";
import { AFTER, AFTER_WORDS, BEFORE, BEFORE_WORDS, qualifierOf } from "./qualifiers.ts";

/** What is measured in time, at the end of its name. */
const HEAD = "期限|回收期|周期|工期|账期|龄期|天数|日数|月数|年数|年限|时间|时长|时限|时效|寿命|耗时|用时|学制|刑期|任期|窗口期|间隔";
/** What brings it to its figure, or changes it by one. */
const VERB = "(?:由|从)?(?:原来的)?(?:平均|实际|最长|最短)?(?:延长|缩短|压缩|压减|提前|减少|增加|提速)?(?:了|至|到|为|达到?|在)?";
const SPAN = new RegExp(
  String.raw`(?:(?<head>${HEAD})${VERB}|(?<change>(?:延长|缩短|压缩|压减|提前)(?:了|至|到|为)?)|(?<turn>天|日|月|年|时)(?:压缩|缩短|延长|减少|提高)?(?:至|到))(?<before>${BEFORE_WORDS})?(?<low>\d{1,5}(?:\.\d{1,2})?|[一二两三四五六七八九十百]{1,4})(?:(?:到|至|—)(?<high>\d{1,5}(?:\.\d{1,2})?))?(?<more>余|多)?(?<unit>个工作日|工作日|个月|个小时|小时|分钟|天|年|秒)(?<after>${AFTER_WORDS})?(?![底末初前后内期以间度])`,
  "gu",
);

export function spansOfTime(text: string): Read[] {
  return [...text.matchAll(SPAN)].flatMap((match) => {
    const { before, low, high, more, unit, after } = match.groups as Record<string, string | undefined>;
    const value = parseNumber(low!), upper = high === undefined ? undefined : parseNumber(high);
    if (value === null || upper === null || (unit === "年" && value > 200)) return [];
    const end = match.index + match[0].length;
    const start = match.index + match[0].lastIndexOf(`${before ?? ""}${low}`);
    const qualifier = upper !== undefined ? "range" : qualifierOf(AFTER, after) ?? (more ? "over" : undefined) ?? qualifierOf(BEFORE, before) ?? "exact";
    return [{ start, end, value, ...(upper === undefined ? {} : { valueHigh: upper }), qualifier, unit: unit!.replace(/^个(?=工作日|小时)/u, ""), rank: false }];
  });
}
