/** Places and offices counted without a classifier: 等6市, 3部门. Not here: names of reforms and tiers (省市县三级, 九市一区). */
import { parseNumber } from "../numerals.ts";
import type { Read } from "./quantity.ts";

const BARE = /(?<=等|共|全部|[辖有]|[\p{Script=Han}]、[^，。；、\d]{1,10})(?<figure>\d{1,3})(?=(?:省区市|省份|省|市州|县市区|市县|县区|区县|市|县|区|部门|单位|乡镇|镇|乡|村|国)(?![级场长委政民域间道庄内外务人家]))/gu;

export function bareCounts(text: string): Read[] {
  return [...text.matchAll(BARE)].flatMap(({ index, groups }) => {
    const figure = groups!["figure"]!;
    return [{ start: index, end: index + figure.length, value: parseNumber(figure)!, unit: "个", qualifier: "exact" as const, rank: false }];
  });
}
