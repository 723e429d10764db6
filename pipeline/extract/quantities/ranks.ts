/** Places in an order: 居第4位, 列首位, 前三, 为全省之冠. Not here: ordinals in names. */
import { parseNumber } from "../numerals.ts";
import type { Read } from "./quantity.ts";

/** Verbs of rank; of the last ones a 第 alone is not enough. */
const VERB = "稳居|位居|跃居|高居|居|位列|名列|分列|分居|列(?=第|全|世|前)|排名|排在|排(?=第|全|前)|升至|升到|提升至|提升到|上升至|上升到|跃至|跃升至|攀升至|攀升到|前移至|晋升至|进位至|进入|跻身|成为|为|保持|连续\\S{1,4}年";
const ORDINAL = String.raw`第(?<ordinal>\d{1,4}|[一二三四五六七八九十]{1,3})(?<unit>位|名)?(?!产业|方|次|届|批|期|个|类|轮|代|步|季|梯队|方阵|阵营|大|时间|线|责任)`;
const RANK = new RegExp(String.raw`(?<verb>${VERB})(?<scope>[^，。；：、\d第首前至到]{0,10})(?:${ORDINAL}|(?<first>首位|榜首|全国首位)|前(?<top>\d{1,3}|[三四五六八十])(?<topUnit>位|名|强)?(?!年|期|季|个|月|述|所|提|列))`, "gu");
/** 第二、第三位, 全国第三、西部第一: a rank that follows another. */
const NEXT = new RegExp(String.raw`^[、和及与]{1,2}(?:[^，。；：、\d第]{2,6})?${ORDINAL}`, "u");
/** 为各市之冠. */
const CROWN = /(?:为|居|列)[^，。；：、]{0,8}之(?:冠|首)/gu;

export function ranks(text: string): Read[] {
  const crowns = [...text.matchAll(CROWN)].map(({ 0: own, index }) => ({ start: index, end: index + own.length, value: 1, unit: "位", rank: true, qualifier: "exact" as const }));
  return [...crowns, ...[...text.matchAll(RANK)].flatMap((match) => placeOf(match, text))];
}

function placeOf(match: RegExpExecArray, text: string): Read[] {
  const { verb, ordinal, unit, first, top, topUnit } = match.groups!;
  const end = match.index + match[0].length;
  const isPlace = /居|列|排|[升跃移]|进位/u.test(verb!) || (verb === "保持" && ordinal !== undefined);
  const next = nextPlaces(text, end);
  const closes = end === text.length || /^[，。；、和及的（）]/u.test(text.slice(end));
  if (top ? !(isPlace || /进入|跻身/u.test(verb!)) || !(topUnit || closes) : !first && !unit && !(isPlace && closes)) return [];
  if (/进入|跻身|成为/u.test(verb!) && !top && !unit) return [];
  const value = first ? 1 : parseNumber((ordinal ?? top)!);
  if (value === null) return [];
  const own: Read = { start: match.index, end, value, unit: "位", rank: true, qualifier: top ? "atMost" : "exact" };
  return [own, ...(ordinal ? next : [])];
}

function nextPlaces(text: string, from: number): Read[] {
  const out: Read[] = [];
  for (let at = from; ;) {
    const match = NEXT.exec(text.slice(at, at + 24));
    const value = match && parseNumber(match.groups!["ordinal"]!);
    if (!match || value === null) return out;
    out.push({ start: at + 1, end: at + match[0].length, value, unit: "位", rank: true, qualifier: "exact" });
    at += match[0].length;
  }
}
