/** Points of a score: 得分79.0分. Only where the clause speaks of scores, as 分 has other meanings. */
import { parseNumber } from "../numerals.ts";
import type { Read } from "./quantity.ts";

const OF_SCORES = /得分|评分|总分|均分|分值|分数|满分|百分制/u;
const POINTS = /(?<figure>\d{1,4}(?:\.\d{1,3})?)分(?<after>以上|以下)?(?!钟|之|别|局|行|公司|店|部|支|管|馆|站|会|成|米|类|项|工|组)/gu;

export function scores(text: string): Read[] {
  if (!OF_SCORES.test(text)) return [];
  return [...text.matchAll(POINTS)].map(({ 0: own, index, groups }) => ({
    start: index, end: index + own.length, value: parseNumber(groups!["figure"]!)!, unit: "分", rank: false,
    qualifier: groups!["after"] === "以上" ? "atLeast" : groups!["after"] === "以下" ? "atMost" : "exact",
  }));
}
