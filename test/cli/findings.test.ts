import { describe, expect, test } from "vitest";
import { findingLines, gravestFirst, sumOf } from "../../pipeline/commands/findings.ts";
import { wordsIn } from "../../pipeline/commands/words/index.ts";
import type { Finding } from "../../schemas/finding.ts";
import { sampleEdition } from "../fixtures/sample-edition.ts";

const edition = sampleEdition();
const [state] = edition.columns[0]!.texts;
const at = (words: string) => state!.raw.indexOf(words);

function finding(words: string, more: Partial<Finding> = {}): Finding {
  const span = { start: at(words), end: at(words) + words.length };
  return { id: words, check: "two-values", title: "同一指标的数值", titleEn: "two values", outcome: "differs", severity: "warning", facts: [], arithmetic: "80%、75%：不一致", document: state!.id, span, quote: words, ...more };
}

describe("a finding in a line", () => {
  test("has file, line, column, check, severity, arithmetic and quote", () => {
    expect(findingLines(edition, [finding("设有热线座席", { severity: "error" })], "sources/2013")).toEqual([
      `sources/2013/01-建设与运行.txt:4:${state!.raw.split("\n")[3]!.indexOf("设有热线座席") + 1}: two-values differs (error): 80%、75%：不一致; “设有热线座席”`,
    ]);
  });

  test("says no severity where nothing differs", () => expect(findingLines(edition, [finding("设有热线座席", { outcome: "cannot tell", severity: "note" })], "x")[0]).toContain(": two-values cannot tell: 80%"));

  test("is one line, however long its quote", () => {
    const [line] = findingLines(edition, [finding(state!.raw.slice(0, 200))], "x");
    expect(line).toMatch(/^x\/01-建设与运行\.txt:1:1: [^\n]*…”$/u);
  });
});

test("on a terminal the gravest stand first", () => {
  const all = [["agrees", "note"], ["differs", "note"], ["cannot tell", "note"], ["differs", "error"], ["differs", "warning"]] as const;
  expect(gravestFirst(all.map(([outcome, severity]) => finding("热线", { outcome, severity }))).map(({ outcome, severity }) => [outcome, severity])).toEqual([["differs", "error"], ["differs", "warning"], ["differs", "note"], ["cannot tell", "note"], ["agrees", "note"]]);
});

test.each([["en", "3 findings: 2 differ (1 of them errors), 0 cannot be decided, 1 agree"], ["zh", "核对 3 处：不符 2（其中错误 1），无法判定 0，相符 1"]] as const)("and are summed in %s", (lang, sum) =>
  expect(sumOf([finding("热线"), finding("热线", { severity: "error" }), finding("热线", { outcome: "agrees" })], wordsIn(lang))).toBe(sum));
