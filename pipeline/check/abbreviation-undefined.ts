/** abbreviationUndefined: Latin abbreviations that a text uses and never spells out. */
import { observed } from "./example.ts";
import type { Check, Comparison } from "./rule.ts";
import { sentencesOf } from "./sentences.ts";

/** Three capitals or more that stand alone: not IPv6, PM2.5 or a part of a code. */
const CAPITALS = /(?<![A-Za-z0-9.\-/])[A-Z]{3,8}(?![A-Za-z0-9.\-/])/gu;

/** The same in a text whose capitals were lost: no letter in it is one. */
const LETTERS = /(?<![a-z0-9.\-/ ])[a-z]{3,6}(?![a-z0-9.\-/ ])/gu;

/** Words that no reader needs spelled out, and small words of a text without capitals. */
const COMMON: ReadonlySet<string> = new Set([
  "GDP", "CPI", "PPI", "WTO", "APEC", "NBA", "IBM", "USB", "DVD", "LED", "KTV", "ATM", "VIP", "DNA", "CEO", "PDF", "WWW", "HTTP", "TNT", "III", "VII", "XII",
  "WEB", "APP", "WIFI", "WIN", "PK", "BBS", "BLOG", "WORD", "EXCEL", "EMAIL", "MAIL", "COM", "ORG", "NET", "GOV", "EDU", "KBPS", "MBPS", "GBPS", "BPS", "MWH", "KWH", "HTML",
]);

export const abbreviationUndefined: Check = {
  name: "abbreviation-undefined",
  title: "未注全称的缩略语",
  titleEn: "Abbreviations never spelled out",
  compares: "Latin capitals of three letters or more (small letters in a text that has lost its capitals) with the text's brackets (电子政务发展指数（EGDI）, EGDI（…）) and the glossary: one that neither explains, once a text",
  severity: "note",
  examples: [
    { shows: "never spelled out", sentences: [[observed("全市建成EGDI平台3个")]], gives: [["differs", "“EGDI”出现1次，文中未见全称或释义"]] },
    { shows: "spelled out in brackets, here or elsewhere in the text", sentences: [[observed("电子政务发展指数（EGDI）平台3个")], [observed("EGDI平台增至4个")]], gives: [] },
    { shows: "the brackets after it", sentences: [[observed("CIO（首席信息官）12个")]], gives: [] },
    { shows: "a text that has lost its capitals", sentences: [[observed("全市建成egdi平台3个")]], gives: [["differs", "“egdi”出现1次，文中未见全称或释义"]] },
    { shows: "what every reader knows, and parts of other words", sentences: [[observed("人均GDP为6000元"), observed("IPv6地址块3个"), observed("GB/T标准5个")]], gives: [] },
  ],
  run: (facts, { registers, texts }) => {
    const known = new Set(registers.glossary.flatMap(({ zh, en }) => [zh, ...en.split(/[^A-Za-z]+/u)].map((word) => word.toUpperCase())));
    return texts.flatMap(({ id, text }) => {
      const pattern = /[A-Z]/u.test(text) ? CAPITALS : LETTERS;
      const seen = new Set<string>();
      return sentencesOf(facts.filter(({ document }) => document === id), texts).flatMap((sentence) => [...sentence.text.matchAll(pattern)].flatMap(([word]): Comparison[] => {
        if (seen.has(word) || COMMON.has(word.toUpperCase()) || known.has(word.toUpperCase())) return [];
        seen.add(word);
        if (isSpelledOut(word, text)) return [];
        const times = [...text.matchAll(pattern)].filter(([other]) => other === word).length;
        const fact = sentence.facts.find((one) => one.text.includes(word)) ?? sentence.facts[0]!;
        return [{ outcome: "differs", facts: [fact], arithmetic: `“${word}”出现${times}次，文中未见全称或释义` }];
      }));
    });
  },
};

/** In brackets after its full name, with a bracket of its own after it, or with 即, 简称 beside it: once in the text is enough. */
function isSpelledOut(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.slice(Math.max(0, at - 40), at), after = text.slice(at + word.length, at + word.length + 6);
    if (/[（(][^（）()]{0,40}$/u.test(before) || /(?:即|简称|缩写为?|称为)[“‘]?$/u.test(before) || /^[”’]?[）)]?[（(]/u.test(after) || /^[”’]?(?:即|是指|的全称)/u.test(after)) return true;
  }
  return false;
}
