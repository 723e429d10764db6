/** Numbers as official prose writes them: 一百二十万, 1.2万亿, 两千, 三点五. Not here: units and qualifiers. GB/T 15835—2011. */

/** What a number may look like; for use in larger patterns. */
export const NUMBER = String.raw`(?:(?:\d{1,3}(?:,\d{3}){1,4}(?!\d)(?:\.\d{1,9})?|\d(?: \d){1,9}(?: ?\.\d(?: ?\d){0,5})?|\d \.\d(?: ?\d){0,5}|\d+(?:\.\d+)?)(?:[十百万亿]|千(?![瓦伏米克卡])){0,3}|(?:[零〇一二两三四五六七八九十百万亿]|千(?![瓦伏米克卡])){1,14}(?:点[零〇一二三四五六七八九]+)?)`;

const DIGIT: Record<string, number> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const SMALL: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** Digits that a number of the machine holds as they are written; one more, and the edition would print another figure than the text. */
const EXACT_DIGITS = 15;

/** The value of a number, or null where the characters make none (十百, 二〇一三 is a year), or one with more digits than can be held.
 *
 * 5.3万 → 53000, 一万五千亿 → 1500000000000, 三点五 → 3.5; decimals are scaled without binary residue */
export function parseNumber(text: string): number | null {
  // 1,234 and 1 2 3 4: separators, and digits set apart by old typesetting
  const arabic = /^(?<figure>\d+(?:\.\d+)?)(?<multiplier>[十百千万亿]*)$/u.exec(text.replace(/[ ,]/gu, ""));
  if (arabic) {
    const { figure, multiplier } = arabic.groups as { figure: string; multiplier: string };
    if (!isExact(figure)) return null;
    const zeros = [...multiplier].reduce((sum, c) => sum + Math.log10(SMALL[c] ?? LARGE[c]!), 0);
    // 28.69万 is 286900, not 286900.00000000006: the point is moved where it is written, and the machine rounds once
    return Number(`${figure}e${zeros}`);
  }
  const [whole, fraction] = text.split("点");
  const integer = chineseNumeral(whole!);
  if (integer === null || integer > Number.MAX_SAFE_INTEGER) return null;
  if (fraction === undefined) return integer;
  const digits = [...fraction].map((c) => DIGIT[c]);
  const written = `${integer}.${digits.join("")}`;
  return digits.includes(undefined) || !isExact(written) ? null : Number(written);
}

/** 0.05 has one digit that counts and two decimals. */
function isExact(figure: string): boolean {
  if (figure.length <= EXACT_DIGITS) return true;
  const [whole, decimals = ""] = figure.split(".");
  return decimals.length <= EXACT_DIGITS && `${whole}${decimals}`.replace(/^0+/u, "").length <= EXACT_DIGITS;
}

/** The value of a numeral in Han characters without a decimal part, or null where they make none. */
export function chineseNumeral(text: string): number | null {
  let total = 0, section = 0, digit: number | null = null;
  let lastSmall = Infinity;
  for (const c of text) {
    if (c in DIGIT) {
      if (digit !== null && digit !== 0) return null; // 二三: digits read one by one are no number
      digit = DIGIT[c]!;
    } else if (c in SMALL) {
      const scale = SMALL[c]!;
      if (scale >= lastSmall) return null;
      section += (digit ?? 1) * scale;
      lastSmall = scale;
      digit = null;
    } else {
      const sum = section + (digit ?? 0);
      const scale = LARGE[c]!;
      // 一万五千亿: 亿 takes all that came before it
      if (scale === 1e8) { total = (total + (sum || (total ? 0 : 1))) * 1e8; } else total += (sum || 1) * scale;
      section = 0;
      digit = null;
      lastSmall = Infinity;
    }
  }
  return total + section + (digit ?? 0);
}

/** Full-width figures and signs as half-width ones, character for character. */
export const halfWidth = (text: string) => text.replace(/[０-９％．]/gu, (c) => (c === "％" ? "%" : c === "．" ? "." : String.fromCharCode(c.charCodeAt(0) - 0xfee0)));
