/** Kinds of characters, and which places between two of them may not part. CLREQ = W3C Requirements for Chinese Text Layout; GB = GB/T 15834-2011. */

/** What a character is to the line: Han and what is set like it · opening and closing marks, ink in one half of the square · the interpunct,
 *  set in half a square · dashes and dots that make one mark of two · Latin letters, digits and their signs · a word space. */
export type Kind = "han" | "open" | "close" | "dot" | "rule" | "latin" | "space";

const OPENING = "（《“‘【〔「『〈［｛〖";
const CLOSING = "，。、；：！？）》”’】〕」』〉］｝〗．";
/** Marks that stand in a table or a formula like letters, though the fonts give some of them a full square. */
const SIGNS = "†‡°×÷±−≈≤≥≠·";

/** Which kind a code point is. */
export function kindOf(codePoint: number): Kind {
  const char = String.fromCodePoint(codePoint);
  if (char === " " || char === "\u3000" || char === "\n" || char === "\t") return "space";
  if (OPENING.includes(char)) return "open";
  if (CLOSING.includes(char)) return "close";
  if (char === "·") return "dot";
  if (char === "—" || char === "…" || char === "―" || char === "～") return "rule";
  if (codePoint < 0x2e80 && !(codePoint >= 0x2100 && codePoint <= 0x27bf)) return SIGNS.includes(char) || codePoint < 0x2190 ? "latin" : "han";
  return SIGNS.includes(char) ? "latin" : "han";
}

/** CLREQ "Prohibition Rules for Line Start and Line End" (GB 5.1.1–5.1.7): these may not begin a line. */
const NOT_AT_START = new Set("，。、；：！？）》”’】〕」』〉］｝〗．…—―～·%‰℃,.;:!?)]}*†‡/");
/** … and these may not end one. */
const NOT_AT_END = new Set("（《“‘【〔「『〈［｛〖([{—/¥$￥~～");

export const mayBegin = (char: string): boolean => !NOT_AT_START.has(char);
/** A dash may end a line only as a whole, and `……` may; a single connector between numbers may not. */
export const mayEnd = (char: string): boolean => !NOT_AT_END.has(char);

/** Order of reduction, first to last (CLREQ "Procedures for Inter-Character Space Reduction"): brackets 1, pause marks 2, stops 4; Han–Latin space is 3. */
export function reductionLevel(char: string): 1 | 2 | 4 {
  if ("。！？".includes(char)) return 4;
  return "，、；：．".includes(char) ? 2 : 1;
}

/** Numbers with what belongs to them: 75%, 59个, 5到10倍, 2013年, 9月, 第3条, 3.5亿元, 百分点. House rule after CLREQ "Digits and their Prefix and Suffix". */
const NUMBER_WITH_UNIT =
  /[第约近超逾￥¥$+−-]?\d[\d.,]*(?:(?:到|至|—|～|~|–|-|\/)\d[\d.,]*)*(?:%|‰|℃)?(?:个百分点|百分点|[万亿千百]+)?(?:平方公里|平方米|公里|小时|分钟|个月|[年月日号时分秒个家元人倍位项条部份次种类件台套所座处名户年世纪届期章节页米吨度级批])?/gu;
const NEVER_SPLIT = [NUMBER_WITH_UNIT, /—{2,}|…{2,}|[！？]{2,}|《?〔题名缺失〕》?/gu];

/** For each UTF-16 offset, 1 where the place before it may not part because of what stands around it: numbers and units, —— and ……. */
export function bindings(text: string): Uint8Array {
  const bound = new Uint8Array(text.length + 1);
  for (const pattern of NEVER_SPLIT) {
    for (const match of text.matchAll(pattern)) bound.fill(1, match.index + 1, match.index + match[0].length);
  }
  return bound;
}
