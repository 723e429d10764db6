/** What kept its marks stays as it is: whole texts, their parts, and the whole stretches of a text that lost its marks elsewhere. */
import { readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { restore } from "../../pipeline/restore/index.ts";
import { flatten } from "../../pipeline/restore/model/flatten.ts";
import { model, raw } from "../fixtures/processed.ts";
import { cleanParagraph, cleanText } from "./clean-texts.ts";

const restored = (text: string) => restore(raw(text), model);
const FIXTURES = new URL("../fixtures/2013/", import.meta.url);
const fixtures = readdirSync(FIXTURES).filter((name) => name.endsWith(".clean.txt")).map((name) => ({ name, text: readFileSync(new URL(name, FIXTURES), "utf8") }));

function expectUntouched(text: string) {
  const { text: now, repairs } = restored(text);
  expect(now).toBe(text);
  expect(repairs).toEqual([]);
}

describe("a dot of a clean text's own stays", () => {
  test.each([
    ["全年接待群众1.2万人次，办结率98.5%。", "a decimal point"],
    ["1.设立窗口。\n2.开展回访。", "a list number at the start of a line"],
    ["主要做法：1.设立窗口；2.开展回访。", "a list number after a mark"],
    ["（牵头单位：县志办）2.开展回访。", "a list number after a bracket that stands"],
    ["3.1.建设目标\n窗口全部设立。", "a number of two parts"],
    ["附件1.窗口一览\n附件2.回访记录\n两份附件，均已公布。", "the number of an annex"],
    ["网站www.example.gov.cn改版，访问更快。", "an address"],
    ["系统升级到v2.0，运行平稳。", "a version"],
    ["引进Acme Co.的设备，与U.S.公司签订协议。", "an abbreviation with a capital"],
    ["附件.pdf可供下载，另有说明.docx。", "a file name"],
    ["窗口等等...群众各有说法。", "three dots"],
    ["窗口建设", "no mark at all"],
    ["'窗口'建设，群众满意。", "straight quotation marks in a clean line"],
    ["设立窗口3)个，开展回访。", "a lone bracket in a clean line"],
    ["贯彻落实的精神，各有体会。", "what would look like a lost title"],
    ["一、窗口建设\n各乡镇均已设立。", "a heading on a line of its own"],
    ["各乡镇均已设立。\n\n群众更加方便。", "a blank line"],
  ])("%s (%s)", expectUntouched);
});

test.each(fixtures)("$name comes back itself", ({ text }) => expectUntouched(text));

test.each(fixtures)("so does each paragraph and each sentence of $name", ({ text }) => {
  for (const paragraph of text.split("\n")) for (const piece of [paragraph, ...paragraph.split(/(?<=[。！？；])/u)]) expectUntouched(piece);
});

test("any clean text comes back itself", () => {
  fc.assert(fc.property(cleanText, expectUntouched), { numRuns: 300 });
});

describe("a text that lost its marks in places", () => {
  test.each([
    ["各乡镇设立了窗口，群众办事方便。县里开通了热线.接听更加及时.各方反映良好。", "各乡镇设立了窗口，群众办事方便。县里开通了热线，接听更加及时，各方反映良好。"],
    ["群众满意率达到98.5%，居全市首位。\n货运量增长7.3.其中铁路增长5.1.\n窗口（含夜间窗口）共12个。", "群众满意率达到98.5%，居全市首位。\n货运量增长7.3%，其中铁路增长5.1%。\n窗口（含夜间窗口）共12个。"],
    ["“一窗受理”全面推行。\n推行'回头看'活动.开展回访.\n'窗口'照旧，群众满意。", "“一窗受理”全面推行。\n推行“回头看”活动，开展回访。\n'窗口'照旧，群众满意。"],
    ["满意率为80.，比上年提高。", "满意率为80%，比上年提高。"], // a mark that stands is not doubled
    ["各方反映良好.。热线开通。", "各方反映良好.。热线开通。"],
  ])("%s → %s", (text, right) => expect(restored(text).text).toBe(right));

  test("keeps every whole paragraph to the character, and repairs none of it", () => {
    fc.assert(fc.property(fc.array(fc.tuple(cleanParagraph, fc.boolean()), { minLength: 2, maxLength: 6 }), (paragraphs) => {
      let text = "";
      const whole: { start: number; end: number; clean: string }[] = [];
      for (const [clean, loses] of paragraphs) {
        const line = loses ? flatten(clean).raw : clean;
        if (!loses) whole.push({ start: text.length, end: text.length + line.length, clean });
        text += `${line}\n`;
      }
      const now = restored(text);
      for (const { start, end, clean } of whole) {
        expect([...now.from.keys()].filter((i) => now.from[i]! >= start && now.to[i]! <= end).map((i) => now.text[i]).join("")).toBe(clean);
        expect(now.repairs.filter(({ span }) => span.start < end && start < span.end)).toEqual([]);
      }
    }), { numRuns: 200 });
  });
});
