/** What is written as a number is read as that number: numerals are written by a writer of the tests' own, by the rules of GB/T 15835—2011, and read again. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datesIn } from "../../pipeline/extract/dates/index.ts";
import { chineseNumeral, halfWidth, parseNumber } from "../../pipeline/extract/numerals.ts";
import { quantityReader } from "../../pipeline/extract/quantities/index.ts";
import { registers } from "../fixtures/registers.ts";

const DIGITS = [..."零一二三四五六七八九"];
const read = quantityReader(registers.units.map(({ unit }) => unit));

/** 1 to 9999: 一千零三十, 十二 where nothing stands before it. */
function fourDigits(n: number, isFirst: boolean): string {
  const places = [[1000, "千"], [100, "百"], [10, "十"], [1, ""]] as const;
  let out = "", isGap = false;
  for (const [worth, word] of places) {
    const digit = Math.floor(n / worth) % 10;
    if (digit === 0) { isGap = out !== ""; continue; }
    if (isGap) out += "零";
    isGap = false;
    out += worth === 10 && digit === 1 && out === "" && isFirst ? word : DIGITS[digit] + word;
  }
  return out;
}

/** 1 up to 10^12 in Han characters. */
function inHan(n: number): string {
  const groups = [[1e8, "亿"], [1e4, "万"], [1, ""]] as const;
  let out = "";
  for (const [worth, word] of groups) {
    const group = Math.floor(n / worth) % 1e4;
    if (group === 0) continue;
    out += (out !== "" && group < 1000 ? "零" : "") + fourDigits(group, out === "") + word;
  }
  return out;
}

const integers = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 999_999_999_999 }), fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(1e4, 1e8, 1e6)).map(([n, scale]) => n * scale).filter((n) => n < 1e12));

test.each([[10, "十"], [12, "十二"], [110, "一百一十"], [1003, "一千零三"], [100_200, "十万零二百"], [120_000_000, "一亿二千万"], [300_050_010, "三亿零五万零一十"]])("the writer: %d is %s", (n, text) => expect(inHan(n)).toBe(text));

describe("is read as it was written", () => {
  test("in Han characters", () => { fc.assert(fc.property(integers, (n) => { expect(chineseNumeral(inHan(n))).toBe(n); expect(parseNumber(inHan(n))).toBe(n); })); });

  test("with 两 for 二 before 百, 千, 万 and 亿", () => { fc.assert(fc.property(integers, (n) => { expect(parseNumber(inHan(n).replace(/二(?=[百千万亿])/gu, "两"))).toBe(n); })); });

  test("with decimals in Han characters", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), fc.stringMatching(/^\d{1,4}$/u), (n, decimals) => {
      expect(parseNumber(`${inHan(n)}点${[...decimals].map((d) => DIGITS[Number(d)]).join("")}`)).toBe(Number(`${n}.${decimals}`));
    }));
  });

  test("in figures with 百, 千, 万, 亿 and 万亿, without a binary residue", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom(["百", 2], ["千", 3], ["万", 4], ["百万", 6], ["亿", 8], ["万亿", 12]), (digits, decimals, [word, zeros]) => {
      const figure = (digits / 10 ** decimals).toFixed(decimals);
      expect(parseNumber(figure + word)).toBe(Number(`${digits}e${(zeros as number) - decimals}`));
    }));
  });

  test("with separators of thousands, and with digits set apart", () => {
    fc.assert(fc.property(fc.integer({ min: 1000, max: 999_999_999 }), (n) => {
      expect(parseNumber(n.toLocaleString("en-US"))).toBe(n);
      expect(parseNumber([...String(n)].join(" "))).toBe(n);
    }));
  });

  test("in full-width figures", () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{1,6}(\.\d{1,2})?%$/u), (text) => {
      const full = text.replace(/[0-9%.]/gu, (c) => (c === "%" ? "％" : c === "." ? "．" : String.fromCharCode(c.charCodeAt(0) + 0xfee0)));
      expect(halfWidth(full)).toBe(text);
    }));
  });

  test("as 百分之…, 千分之…, …% and …亿元 in a sentence", () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 99 }), fc.integer({ min: 1, max: 9 }), (n, tenth) => {
      const value = Number(`${n}.${tenth}`), words = `${inHan(n)}点${DIGITS[tenth]}`;
      expect(read(`满意率为百分之${words}`)).toMatchObject([{ value, unit: "%", qualifier: "exact" }]);
      expect(read(`发生率为千分之${words}`)).toMatchObject([{ value, unit: "‰" }]);
      expect(read(`满意率为${value}%`)).toMatchObject([{ value, unit: "%" }]);
      expect(read(`投入${value}亿元`)).toMatchObject([{ value: Number(`${value}e8`), unit: "元" }]);
    }));
  });
});

test("digits read one by one are no number", () => {
  fc.assert(fc.property(fc.stringMatching(/^[一二三四五六七八九]{2,6}$/u), (text) => { expect(chineseNumeral(text)).toBeNull(); }));
});

describe("a date is read as it was written", () => {
  const days = fc.date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  const parts = (iso: string) => iso.split("-").map(Number) as [number, number, number];
  const year = (n: number) => [...String(n)].map((d) => "〇一二三四五六七八九"[Number(d)]).join("");

  test.each<[string, (iso: string) => [string, string]]>([
    ["2013年9月12日", (iso) => { const [y, m, d] = parts(iso); return [`${y}年${m}月${d}日`, iso]; }],
    ["二〇一三年九月十二日", (iso) => { const [y, m, d] = parts(iso); return [`${year(y)}年${inHan(m)}月${inHan(d)}日`, iso]; }],
    ["2013年9月", (iso) => { const [y, m] = parts(iso); return [`${y}年${m}月`, iso.slice(0, 7)]; }],
    ["2013年", (iso) => [`${parts(iso)[0]}年`, iso.slice(0, 4)]],
    ["2013年底", (iso) => [`${parts(iso)[0]}年底`, `${iso.slice(0, 4)}-12-31`]],
  ])("%s", (_, written) => {
    fc.assert(fc.property(days, (iso) => {
      const [text, value] = written(iso);
      expect(datesIn(`${text}，全市开通热线。`).map((date) => date.value)).toEqual([value]);
    }));
  });

  test("a day of the same year takes it over", () => {
    fc.assert(fc.property(days, days, (first, second) => {
      const [y, m, d] = parts(first), [, month, day] = parts(second);
      expect(datesIn(`${y}年${m}月${d}日开工，${month}月${day}日完工。`).map((date) => date.value)).toEqual([first, `${y}-${second.slice(5)}`]);
    }));
  });
});
