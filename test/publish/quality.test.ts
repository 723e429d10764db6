import { describe, expect, test } from "vitest";
import { qualityOf } from "../../pipeline/publish/quality.ts";
import type { Edition } from "../../schemas/edition.ts";
import { sampleEdition } from "../fixtures/sample-edition.ts";

const edition = sampleEdition();
const quality = qualityOf(edition);
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

/** The sample with changes of its own. */
function sample(change: (edition: Edition) => void): Edition {
  const other = sampleEdition();
  change(other);
  return other;
}

describe("an edition in numbers", () => {
  test("every repair is counted once, in its band", () => {
    const all = edition.columns.flatMap(({ texts }) => texts).concat(edition.preface).flatMap(({ repairs }) => repairs);
    expect(sum(quality.repairs.map((one) => one.all))).toBe(all.length);
    for (const { all: count, bands } of quality.repairs) expect(sum(Object.values(bands))).toBe(count);
    expect(sum(quality.repairs.map(({ bands }) => bands.sure))).toBe(all.filter(({ confidence }) => confidence >= 0.9).length);
  });

  test("a bound above 0.9 leaves no repair between", () => {
    const strict = qualityOf(sample(({ spec }) => { spec.quality.doubtfulBelow = 0.95; }));
    expect(strict.sureFrom).toBe(0.95);
    expect(strict.repairs.map(({ bands }) => bands.between)).toEqual(strict.repairs.map(() => 0));
  });

  test("every fact is counted once, by its certainty", () => {
    expect(sum(quality.facts.map((one) => one.all))).toBe(edition.facts.length);
    for (const { all, stated, restored, inferred } of quality.facts) expect(stated + restored + inferred).toBe(all);
  });

  test("what was left out for want of proof is no fact", () => {
    const other = qualityOf(sample((one) => one.unproven.push({ document: "01-建设与运行", kind: "event", rule: "events/deed", slot: "actors", value: "丙市", span: { start: 0, end: 2 }, quote: "二零" })));
    expect(other.facts.find(({ kind }) => kind === "event")).toEqual({ ...quality.facts.find(({ kind }) => kind === "event")!, unproven: 1 });
  });

  test("checks are counted by outcome; one that compared nothing is there too", () => {
    expect(quality.checks.map(({ name, run, agrees, differs, open }) => [name, run, agrees, differs, open])).toEqual([["claimed-share", 2, 1, 1, 0], ["range-order", 0, 0, 0, 0], ["claimed-count", 1, 1, 0, 0], ["growth-base", 1, 0, 0, 1]]);
  });
});

describe("what an editor should look at first", () => {
  const why = (of: Edition) => qualityOf(of).first.map((look) => look.why);

  test("differences, then inferred facts of tables", () => {
    expect(quality.first.map((look) => [look.why, look.words])).toEqual([
      ["warning", "所称占比与所列成员：4÷31=12.9%；所称超过15%：不一致（名单以“等”结尾，实际不少于4个）"],
      ["inferred", "“县级热线接通率约63.4%”：入表1"],
    ]);
  });

  test("errors before warnings, notes not at all", () => {
    const graver = sample(({ findings }) => findings.push({ ...findings.find(({ outcome }) => outcome === "differs")!, id: "e", severity: "error" }, { ...findings.find(({ outcome }) => outcome === "differs")!, id: "n", severity: "note" }));
    expect(why(graver).filter((one) => one !== "inferred")).toEqual(["error", "warning"]);
  });

  test("values that hang on doubtful repairs, the least sure first", () => {
    const doubtful = sample(({ spec }) => { spec.quality.doubtfulBelow = 0.975; });
    expect(qualityOf(doubtful).first.filter((look) => look.why === "doubtful").map(({ words }) => /把握([\d.]+)$/u.exec(words)![1])).toEqual(["0.80", "0.96", "0.97"]);
  });

  test("what an editor confirmed or corrected is not listed again", () => {
    const seen = sample((one) => {
      const open = one.findings.find(({ outcome }) => outcome === "differs");
      one.corrections.push({ correction: { action: "confirm", finding: open!.id, who: "甲", when: "2014-06-01", why: "查过原件" }, target: "finding", id: open!.id, document: open!.document, span: open!.span, quote: open!.quote, changes: [] });
    });
    expect(why(seen)).not.toContain("warning");
  });
});
