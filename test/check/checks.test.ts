/** Every check's own examples: outcome and arithmetic, as the edition prints it. A check needs no other test; an editor's false alarm is one more example. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CHECKS, checksPage } from "../../docs/write-checks.ts";
import { laidOut, listed, observed, tell } from "../../pipeline/check/example.ts";
import { check, checks } from "../../pipeline/check/index.ts";
import type { Finding } from "../../schemas/finding.ts";
import type { Fact } from "../../schemas/fact.ts";
import { registers } from "../fixtures/registers.ts";

describe.each([...checks])("$name", (rule) => {
  test.each([...rule.examples])("$shows", (example) => expect(tell(rule, example, registers)).toEqual(example.gives));

  test("its examples show a finding, and a case that it leaves alone or agrees with", () => {
    const outcomes = rule.examples.map(({ gives }) => gives[0]?.[0] ?? "none");
    expect(outcomes.some((outcome) => outcome === "differs" || outcome === "cannot tell")).toBe(true);
    expect(outcomes.some((outcome) => outcome === "agrees" || outcome === "none")).toBe(true);
  });
});

test("names are unique, and every check says what it is in both languages", () => {
  expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
  for (const { title, titleEn, compares } of checks) expect([title, titleEn, compares]).not.toContain("");
});

describe("severity", () => {
  const run = (facts: readonly Fact[], severities: Record<string, Finding["severity"]> = {}) => {
    const { facts: placed, texts } = laidOut([facts]);
    return check(placed, { registers, severities, year: 2013, earlier: [], texts });
  };
  const wrong = listed(["甲", "乙"], { claimedCount: 3 });

  test.each<[string, readonly Fact[], Record<string, Finding["severity"]>, Finding["severity"]]>([
    ["the check's own, where the edition says none", [wrong], {}, "warning"],
    ["a note for what is a matter of style", [observed("全市建成ABCD平台3个")], {}, "note"],
    ["the edition's, where it says one", [wrong], { "claimed-count": "error" }, "error"],
    ["a note where figures agree, whatever the edition says", [listed(["甲", "乙"], { claimedCount: 2 })], { "claimed-count": "error" }, "note"],
  ])("%s", (_name, facts, severities, severity) => expect(run(facts, severities).map((finding) => finding.severity)).toEqual([severity]));

  test("findings have ids of their own, and quote the raw text", () => {
    const found = run([wrong]);
    expect(found[0]).toMatchObject({ id: "claimed-count:例:0-3", quote: "甲、乙" });
  });
});

test("docs/checks.md is as the checks say: `make rules` writes it", () => expect(readFileSync(CHECKS, "utf8")).toBe(checksPage(readFileSync(CHECKS, "utf8"))));
