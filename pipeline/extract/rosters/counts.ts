/** Numbers that a text claims of a list: 等9个市, 设3个镇：…. Not here: the list itself. */
import type { Qualifier } from "../../../schemas/fact.ts";
import { parseNumber } from "../numerals.ts";
import type { Quantity } from "../quantities/index.ts";

export type Quantities = (text: string) => Quantity[];
const COUNTER = /^[个家项座种类所条处户支名位人]$/u;
/** 3县, 6大产业, 七镇: counted without a classifier. */
const BARE_COUNT = /^(?<figure>\d{1,4}|[一二两三四五六七八九十]{1,3})(?:大|[个家项座种类所条处户支名位枚部科股室](?=[\p{Script=Han}“（，。]|$)|(?=[省市州县区镇乡村]))/u;
export interface Count { readonly start: number; readonly end: number; readonly value: number; readonly qualifier: Qualifier }

export function countIn(tail: string, quantities: Quantities): Count | undefined {
  if (tail.startsWith("“") || /^.{1,3}位一体/u.test(tail)) return undefined;
  const counted = quantities(tail.slice(0, 24)).find((quantity) => quantity.start <= 1 && COUNTER.test(quantity.unit));
  if (counted) return counted;
  const bare = BARE_COUNT.exec(tail);
  const value = bare && parseNumber(bare.groups!["figure"]!);
  return bare && value ? { start: 0, end: bare[0].length, value, qualifier: "exact" } : undefined;
}

/** 设3个镇：…, 有5家企业（…: a count of what is then listed. */
export function countBefore(lead: string, quantities: Quantities): Count | null {
  const near = /[^，。；]{1,20}(?:：|，|（|，?(?:即|分别[是为]|包括|为|是))$/u.exec(lead.slice(-26))?.[0];
  if (!near) return null;
  return quantities(near).findLast((quantity) => COUNTER.test(quantity.unit) && /^[^，。、；：（]{0,10}(?:：|，|（|即|分别[是为]|包括|为|是)/u.test(near.slice(quantity.end))) ?? null;
}
