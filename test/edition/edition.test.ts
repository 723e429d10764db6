import { describe, expect, test } from "vitest";
import { makeEdition, type Year } from "../../pipeline/edition.ts";
import { inline } from "../../pipeline/engine/index.ts";
import { processDocument } from "../../pipeline/document.ts";
import { Correction } from "../../schemas/correction.ts";
import { Edition, EditionSpec } from "../../schemas/edition.ts";
import { textsOf } from "../../schemas/edition-texts.ts";
import { model, processed } from "../fixtures/processed.ts";
import { registers } from "../fixtures/registers.ts";

const A = processed("2013年底.省级热线接通率达到92.5.地市级热线接通率为81.", "01-总体");
const B = processed("在受理方面.由单一电话接听向多渠道受理转变.在办理方面.由层层转交向首问负责转变.", "02-转变");
const C = processed("各地热线座席12600个.", "03-其他");

function year(spec: object = {}, rest: Partial<Year> = {}): Year {
  return {
    spec: EditionSpec.parse({
      title: "热线年鉴", titlePinyin: "Rexian Nianjian", titleEn: "Hotlines", year: 2013, date: "2014-06-30", editor: "编写组", editorEn: "Editors",
      columns: [{ id: "state", title: "建设", titleEn: "State", texts: ["01-总体"] }, { id: "reports", title: "评述", titleEn: "Reports" }], rest: "reports",
      tables: [{ rule: "indicator", id: "rates", title: "接通率", titleEn: "Rates", ends: "接通率" }, { rule: "transitions", id: "changes", title: "转变", titleEn: "Transitions" }], ...spec,
    }),
    at: (path) => `edition.yaml:${path.join(".")}`,
    elsewhere: false,
    corrections: [],
    registers,
    earlier: [],
    inputs: [{ path: "01-总体.txt", digest: "1".repeat(64), bytes: 1 }],
    versions: { nianjian: "0.1.0" },
    ...rest,
  };
}

describe("a year becomes an edition", () => {
  const edition = makeEdition(year({ preface: ["03-其他"] }), [A, B, C]);

  test("that is what its schema says", () => expect(Edition.parse(edition)).toEqual(edition));

  test("with its texts in printing order; those no column names go to the rest", () => {
    expect(textsOf(edition).map(({ id }) => id)).toEqual(["03-其他", "01-总体", "02-转变"]);
    expect(edition.columns.map(({ texts }) => texts.length)).toEqual([1, 1]);
  });

  test("with the facts in the texts' order", () => {
    const documents = edition.facts.map(({ document }) => document);
    expect([...new Set(documents)]).toEqual(["03-其他", "01-总体", "02-转变"].filter((id) => documents.includes(id)));
  });

  test("with quotes that stand in the raw text", () => {
    const raws = new Map(textsOf(edition).map(({ id, raw }) => [id, raw]));
    for (const { document, span, quote } of [...edition.facts, ...edition.findings]) expect(raws.get(document)!.slice(span.start, span.end)).toBe(quote);
  });

  test("with tables that rest on its facts", () => {
    const ids = new Set(edition.facts.map(({ id }) => id));
    expect(edition.tables.map(({ id }) => id)).toEqual(["rates", "changes"]);
    for (const { rows } of edition.tables) for (const { facts } of rows) expect(facts.every((id) => ids.has(id))).toBe(true);
  });

  test("the same way twice", () => expect(makeEdition(year({ preface: ["03-其他"] }), [A, B, C])).toEqual(edition));
});

test("corrections are applied before anything is counted", () => {
  const correction = { action: "drop" as const, quote: "由单一电话接听向多渠道受理转变", kind: "transition" as const, who: "甲", when: "2014-01-01", why: "试" };
  const edition = makeEdition(year({}, { corrections: [{ correction, at: "corrections.yaml:2" }] }), [A, B]);
  expect(edition.corrections).toHaveLength(1);
  expect(edition.tables.find(({ id }) => id === "changes")!.rows).toHaveLength(1);
});

describe("corrections of every sort go the whole way", () => {
  const signed = { who: "甲", when: "2014-01-01", why: "据原件" };
  const corrected = (...corrections: object[]) => {
    const placed = corrections.map((one, i) => ({ correction: Correction.parse({ ...signed, ...one }), at: `corrections.yaml:${i + 2}` }));
    const texts = [A, B].map(({ document }) => processDocument(document, model, registers, placed));
    return makeEdition(year({ severities: { "percent-bounds": "error" } }, { corrections: placed }), texts);
  };
  const SHARE = { action: "add", text: "02-转变", quote: "首问负责", kind: "observation", set: { indicator: "首问负责率", value: 130, unit: "%", measure: "share" } };

  test("a repair that is corrected changes the text, and the facts read from it", () => {
    const before = corrected(), after = corrected({ action: "set", repair: { text: "01-总体", around: "达到92［.］5" }, reads: "%，" });
    const valueOf = (edition: Edition) => edition.facts.flatMap((fact) => (fact.kind === "observation" && fact.quote.includes("92") ? [fact.value] : []));
    expect([valueOf(before), valueOf(after)]).toEqual([[92.5], [92]]);
    expect(textsOf(after)[0]!.text).toContain("达到92%，5");
    expect(after.corrections).toMatchObject([{ target: "repair", document: "01-总体", quote: ".", changes: [{ field: "restored", before: ".", after: "%，" }] }]);
    expect(Edition.parse(after)).toEqual(after);
  });

  test("a fact that is added is checked like any other, and the finding can be confirmed", () => {
    const found = corrected(SHARE).findings.find(({ check, severity }) => check === "percent-bounds" && severity === "error")!;
    expect(found.quote).toBe("首问负责");
    const { findings, corrections } = corrected(SHARE, { action: "confirm", finding: found.id });
    expect(findings.find(({ id }) => id === found.id)).toMatchObject({ outcome: "differs", severity: "warning" });
    expect(corrections.map(({ target }) => target)).toEqual(["fact", "finding"]);
  });

  test("a correction of a text that is not there stops the year", () => {
    expect(() => corrected({ action: "confirm", repair: { text: "01-总休", around: "92［.］5" } })).toThrow(expect.objectContaining({ exitCode: 65, message: expect.stringMatching(/^corrections\.yaml:2: there is no text "01-总休"\. The nearest is "01-总体"/u) }));
  });
});

test("the digest changes with any input", () => {
  const other = year({}, { inputs: [{ path: "01-总体.txt", digest: "2".repeat(64), bytes: 1 }] });
  expect(makeEdition(other, [A]).digest).not.toBe(makeEdition(year(), [A]).digest);
});

test("problems of reading are said in the edition", () => {
  const odd = { ...A, document: { ...A.document, problems: [{ file: "/somewhere/01-总体.txt", line: 3, offset: 9, message: "odd." }] } };
  const edition = makeEdition(year(), [odd]);
  expect(edition.notes).toEqual(["01-总体，第3行：odd."]);
  expect(textsOf(edition)[0]!.problems[0]!.file).toBe("01-总体.txt");
});

describe("edition.yaml and the texts must fit", () => {
  test("a text that is named and not there", () => {
    expect(() => makeEdition(year(), [B])).toThrow(expect.objectContaining({ exitCode: 66, message: 'edition.yaml:columns.0.texts.0: there is no text "01-总体". The year has "02-转变": name one of these, or add 01-总体.txt.' }));
  });

  test("unless the texts come from elsewhere: its column stays empty", () => {
    const edition = makeEdition(year({}, { elsewhere: true }), [B]);
    expect(edition.columns.map(({ texts }) => texts.map(({ id }) => id))).toEqual([[], ["02-转变"]]);
  });

  test("a text that is named twice", () => {
    expect(() => makeEdition(year({ preface: ["01-总体"] }), [A])).toThrow(expect.objectContaining({ exitCode: 65, message: expect.stringContaining("is named twice") }));
  });
});

test("the engine gives what comes out in the order of what went in, and tells how far it is", async () => {
  const told: string[] = [];
  expect(await inline.run((n: number) => n * 2, [3, 1, 2], (done, of) => told.push(`${done}/${of}`))).toEqual([6, 2, 4]);
  expect(told).toEqual(["1/3", "2/3", "3/3"]);
});
