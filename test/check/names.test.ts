/** Names that the examples of checks do not reach: which fact a finding names, lists and histories, words that everybody knows, facts that stand in no sentence. */
import { describe, expect, test } from "vitest";
import { abbreviationUndefined } from "../../pipeline/check/abbreviation-undefined.ts";
import { happened, laidOut, listed, observed } from "../../pipeline/check/example.ts";
import { placeParent } from "../../pipeline/check/place-parent.ts";
import { placeUnknown } from "../../pipeline/check/place-unknown.ts";
import type { Check } from "../../pipeline/check/rule.ts";
import { sentencesOf } from "../../pipeline/check/sentences.ts";
import type { Fact } from "../../schemas/fact.ts";
import { registers } from "../fixtures/registers.ts";

/** Arithmetic and the words of the fact that it is said of. */
function found(check: Check, ...sentences: Fact[][]): [string, string][] {
  const { facts, texts } = laidOut(sentences);
  return check.run(facts, { registers, year: 2013, earlier: [], texts }).map(({ arithmetic, facts: [fact] }) => [arithmetic, fact.text]);
}

describe("places that the register does not know", () => {
  test.each<[string, Fact[], [string, string][]]>([
    ["are told of the fact that names them", [observed("平台5个"), observed("江苏省苏洲市网站60个")], [["“江苏省苏洲市”：苏洲市不见于行政区划名录", "江苏省苏洲市网站60个"]]],
    ["a district among places that are known", [listed(["海淀区", "丰台区", "密云县", "风台区"])], [["“风台区”与其他地名并列，不见于行政区划名录", "海淀区、丰台区、密云县、风台区"]]],
    ["a district of one character's name", [listed(["海淀区", "丰台区", "密云县", "甲区"])], [["“甲区”与其他地名并列，不见于行政区划名录", "海淀区、丰台区、密云县、甲区"]]],
    ["but not where one of the others is not known either", [listed(["海淀区", "丰台区", "风台区", "海定区"])], []],
    ["nor where they are too few to tell", [listed(["海淀区", "丰台区", "风台区"])], []],
    ["nor a place after the places it lies in", [listed(["湖北省武汉市", "湖南长沙市", "武汉市", "长沙市"])], []],
    ["a name of long ago in a fact of long ago", [happened("襄樊市开通平台", "2005", { places: ["襄樊市"] })], []],
    ["a name that has gone, last year still", [happened("襄樊市开通平台", "2012", { places: ["襄樊市"] })], [["“襄樊市”为旧名，现为襄阳市；请核对所记时间", "襄樊市开通平台"]]],
    ["once a text", [happened("襄汉市开通平台", "2013", { places: ["襄汉市"] }), happened("襄汉市开通网站", "2013", { places: ["襄汉市"] })], [["“襄汉市”不见于行政区划名录", "襄汉市开通平台"]]],
  ])("%s", (_, facts, gives) => expect(found(placeUnknown, facts)).toEqual(gives));
});

describe("places after the places they lie in", () => {
  test.each<[string, Fact[], [string, string][]]>([
    ["are told of the fact that names them", [observed("平台5个"), observed("湖北长沙市网站60个")], [["“湖北长沙市”：名录中长沙市属湖南省", "湖北长沙市网站60个"]]],
    ["or of the list that holds them", [observed("平台5个"), listed(["湖北长沙市"])], [["“湖北长沙市”：名录中长沙市属湖南省", "湖北长沙市"]]],
    ["by a full name that they had", [observed("湖北襄樊市网站60个")], [["“湖北襄樊市”：与名录一致", "湖北襄樊市网站60个"]]],
    ["not by a short one", [observed("湖北襄樊网站60个")], []],
    ["once a sentence", [observed("湖北武汉市平台5个"), observed("湖北武汉市网站6个")], [["“湖北武汉市”：与名录一致", "湖北武汉市平台5个"]]],
    ["a county holds no place", [observed("宜城市武汉市网站60个")], []],
  ])("%s", (_, facts, gives) => expect(found(placeParent, facts)).toEqual(gives));
});

describe("abbreviations", () => {
  test.each(["GDP", "CPI", "PPI", "WTO", "APEC", "NBA", "IBM", "USB", "DVD", "LED", "KTV", "ATM", "VIP", "DNA", "CEO", "PDF", "WWW", "HTTP", "TNT", "III", "VII", "XII", "WEB", "APP", "WIFI", "WIN", "BBS", "BLOG", "WORD", "EXCEL", "EMAIL", "MAIL", "COM", "ORG", "NET", "GOV", "EDU", "KBPS", "MBPS", "GBPS", "BPS", "MWH", "KWH", "HTML"])("%s needs no words", (word) => {
    expect(found(abbreviationUndefined, [observed(`全市${word}平台3个`)])).toEqual([]);
    expect(found(abbreviationUndefined, [observed(`全市${word.toLowerCase()}平台3个`)])).toEqual([]);
  });

  test.each(["（EGDI）", "即EGDI", "简称EGDI", "缩写为EGDI", "缩写EGDI", "称为“EGDI", "EGDI（某指数", "EGDI）（某", "EGDI”（某", "EGDI是指某", "EGDI即某", "EGDI的全称"])("%s is spelled out", (words) => expect(found(abbreviationUndefined, [observed(`全市${words}平台3个`)])).toEqual([]));

  test.each(["EGDI", "（某）EGDI", "以EGDI", "的EGDI", "EGDI是"])("%s is not", (words) => expect(found(abbreviationUndefined, [observed(`全市${words}平台3个`)])).toHaveLength(1));

  test("are counted through the text, and told of the fact that holds the first", () => expect(found(abbreviationUndefined, [observed("网站5个"), observed("EGDI平台3个")], [observed("EGDI网站6个")])).toEqual([["“EGDI”出现2次，文中未见全称或释义", "EGDI平台3个"]]));
});

test("a fact that stands in no sentence, in a heading, is no fact of the sentence after it", () => {
  const { facts, texts: [text] } = laidOut([[observed("平台5个")], [observed("网站6个")], [observed("窗口7个")]]);
  const outline = { ...text!.outline, sentences: text!.outline.sentences.slice(1, 2) };
  expect(sentencesOf(facts, [{ ...text!, outline }]).map(({ said }) => said.map(({ fact }) => fact.text))).toEqual([["网站6个"]]);
});
