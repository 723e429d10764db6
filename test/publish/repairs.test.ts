import { describe, expect, test } from "vitest";
import { leastSureFirst, putBack, quoteOf } from "../../pipeline/publish/repairs.ts";
import type { EditionText } from "../../schemas/edition.ts";
import type { Repair } from "../../schemas/repair.ts";
import { sampleEdition } from "../fixtures/sample-edition.ts";

const sample = sampleEdition();
const repair = (start: number, end: number, raw: string, restored: string, kind: Repair["kind"] = "mark"): Repair => ({ kind, span: { start, end }, raw, restored, reason: "", confidence: 0.5 });
/** A repair of a text of which nothing but raw text and repairs is looked at. */
const inText = (raw: string, repairs: readonly Repair[], at: number) => ({ text: { ...sample.preface[0]!, raw, repairs: [...repairs] } satisfies EditionText, repair: repairs[at]!, doubtful: true });

describe("leastSureFirst", () => {
  test("rises with confidence, equals in the texts' order", () => {
    const sorted = leastSureFirst(sample).map(({ repair: { confidence } }) => confidence);
    expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
    expect(sorted.length).toBe(10);
  });

  test("tells the doubtful by what the edition asks; what is just as sure is not", () => {
    const below = (doubtfulBelow: number) => leastSureFirst({ ...sample, spec: { ...sample.spec, quality: { doubtfulBelow } } }).filter(({ doubtful }) => doubtful).map(({ repair: { confidence } }) => confidence);
    expect(sample.spec.quality).toEqual({ doubtfulBelow: 0.6 });
    expect(below(0.6)).toEqual([]);
    expect(below(0.9)).toEqual([0.8, 0.88]);
    expect(below(0)).toEqual([]);
  });
});

describe("quoteOf", () => {
  const raw = "省级热线接通率为92.地市级为81.县级约63.";
  const repairs = [repair(10, 11, ".", "%，", "percent"), repair(17, 18, ".", "%，", "percent"), repair(23, 24, ".", "%。", "percent")];

  test("shows the words around as they are printed, the repair in ［］", () => {
    expect(quoteOf(inText(raw, repairs, 1))).toBe("2%，地市级为81［%，］县级约63%。");
  });

  test("a mark at the edge is left out", () => {
    const marks = [repair(2, 3, ".", "，"), repair(11, 12, ".", "。")];
    expect(quoteOf(inText("热线.座席人数持续稳步.", marks, 1))).toBe("座席人数持续稳步［。］");
  });

  test("half a lost title is left out, a whole one is not", () => {
    const title = [repair(3, 4, ".", "。"), repair(6, 7, ")", "《〔题名缺失〕》", "title")];
    expect(quoteOf(inText("已办结.印发)并实施", title, 0))).toBe("已办结［。］印发");
    expect(quoteOf(inText("已办结.印发)并实施", title, 1))).toBe("已办结。印发［《〔题名缺失〕》］并实施");
  });

  test("a heading is shown with its line break, by its two ends where it is long", () => {
    expect(putBack(repair(0, 4, "一.热线", "一、热线\n", "heading"))).toBe("一、热线／");
    expect(putBack(repair(0, 30, "", `一、${"热线与网站协同".repeat(4)}\n`, "heading"))).toBe("一、热线与网站协同热线与……热线与网站协同／");
  });
});
