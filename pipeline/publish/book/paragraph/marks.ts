/** What each character is to the line, and which places between two of them may not part.
 *  CLREQ = W3C Requirements for Chinese Text Layout; GB = GB/T 15834—2011. Not here: widths. */

/** Han and what is set like it · opening and closing marks, ink in one half of the square · the interpunct, set in half a square · dashes and dots
 *  that make one mark of two · Latin letters, digits and their signs · a word space. */
export const KIND = { han: 1, open: 2, close: 3, dot: 4, rule: 5, latin: 6, space: 7 } as const;

const OPENING = "（《“‘【〔「『〈［｛〖";
const CLOSING = "，。、；：！？）》”’】〕」』〉］｝〗．";
/** Marks that stand in a table or a formula like letters, though the fonts give some of them a full square. */
const SIGNS = "†‡°×÷±−≈≤≥≠";

/** CLREQ "Prohibition Rules for Line Start and Line End" (GB 5.1.1–5.1.3, 5.1.6, 5.1.7): these may not begin a line. */
const NOT_AT_START = "，。、；：！？）》”’】〕」』〉］｝〗．…—―～·%‰℃,.;:!?)]}*†‡/";
/** … and these may not end one. A dash or a row of dots may, but only whole; a connector between numbers may not. */
const NOT_AT_END = "（《“‘【〔「『〈［｛〖([{—/¥$￥~～";

const KIND_BITS = 7;
/** may not begin a line */
export const NOT_FIRST = 8;
/** may not end one */
export const NOT_LAST = 16;
/** a letter or figure, which takes a space after Han (CLREQ "Mixed Text"); a hyphen or a star beside Han gets none (02-转变) */
export const OPENS_WORD = 32;
/** a letter, a figure or its sign, which takes a space before Han */
export const ENDS_WORD = 64;
export const DIGIT = 128;
/** counts for a last line: neither mark nor space (CLREQ "Widows and Orphans") */
export const SOLID = 256;
/** stacked ！ and ？ (GB 5.1.2) */
export const CRY = 512;

const classes = new Uint16Array(0x10000);

/** A code point's kind and its flags, in one number. */
export function classOf(codePoint: number): number {
  if (codePoint > 0xffff) return KIND.han | SOLID;
  const known = classes[codePoint]!;
  return known === 0 ? (classes[codePoint] = classify(codePoint)) : known;
}

export const kindIn = (cls: number): number => cls & KIND_BITS;

function classify(codePoint: number): number {
  const char = String.fromCharCode(codePoint);
  const kind = kindOf(codePoint, char);
  return kind
    | (NOT_AT_START.includes(char) ? NOT_FIRST : 0)
    | (NOT_AT_END.includes(char) ? NOT_LAST : 0)
    | (kind === KIND.latin && /[\p{L}\d$¥+−]/u.test(char) ? OPENS_WORD : 0)
    | (kind === KIND.latin && /[\p{L}\d%‰°]/u.test(char) ? ENDS_WORD : 0)
    | (codePoint >= 0x30 && codePoint <= 0x39 ? DIGIT : 0)
    | (kind === KIND.han || kind === KIND.latin ? SOLID : 0)
    | (char === "！" || char === "？" ? CRY : 0);
}

function kindOf(codePoint: number, char: string): number {
  if (char === " " || char === "\u3000" || char === "\n" || char === "\t") return KIND.space;
  if (OPENING.includes(char)) return KIND.open;
  if (CLOSING.includes(char)) return KIND.close;
  if (char === "·") return KIND.dot;
  if (char === "—" || char === "…" || char === "―" || char === "～") return KIND.rule;
  if (SIGNS.includes(char)) return KIND.latin;
  return codePoint < 0x2100 ? KIND.latin : KIND.han;
}

/** Order of reduction, first to last (CLREQ "Procedures for Inter-Character Space Reduction"): brackets 1, pause marks 2, stops 4; Han–Latin space is 3. */
export function reductionLevel(codePoint: number): 1 | 2 | 4 {
  if (codePoint === 0x3002 || (classOf(codePoint) & CRY) !== 0) return 4;
  return codePoint === 0xff0c || codePoint === 0x3001 || codePoint === 0xff1b || codePoint === 0xff1a || codePoint === 0xff0e ? 2 : 1;
}

/** Numbers with what belongs to them: 75%, 59个, 5到10倍, 2013年, 9月, 第3条, 3.5亿元, 百分点. House rule after CLREQ "Digits and their Prefix and Suffix". */
const NUMBER_WITH_UNIT =
  /[第约近超逾￥¥$+−-]?\d[\d.,]*(?:(?:到|至|—|～|~|–|-|\/)\d[\d.,]*)*(?:%|‰|℃)?(?:个百分点|百分点|[万亿千百]+)?(?:平方公里|平方米|公里|小时|分钟|个月|[年月日号时分秒个家元人倍位项条部份次种类件台套所座处名户年世纪届期章节页米吨度级批](?:套|次)?)?/gu;
/** —— and …… are two squares and whole (GB 5.1.4, 5.1.5; CLREQ "Unbreakable Marks"), as are stacked ！ and ？ (GB 5.1.2); what is lost is one word. */
const NEVER_SPLIT = [NUMBER_WITH_UNIT, /—{2,}|…{2,}|[！？]{2,}|《?〔题名缺失〕》?/gu];

/** For each UTF-16 offset, 1 where the place before it may not part because of what stands around it: numbers and units, —— and ……. */
export function bindings(text: string): Uint8Array {
  const bound = new Uint8Array(text.length + 1);
  for (const pattern of NEVER_SPLIT) {
    for (const match of text.matchAll(pattern)) bound.fill(1, match.index + 1, match.index + match[0].length);
  }
  return bound;
}
