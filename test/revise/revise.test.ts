import { describe, expect, test } from "vitest";
import { nextRevision, revise, type Issued } from "../../pipeline/revise/index.ts";
import type { FactRecord } from "../../schemas/revision.ts";

const digest = (digit: string) => digit.repeat(64);
const issue = (revision: string, digit: string) => ({ revision, date: "2014-06-30", digest: digest(digit) });

/** A fact of a text, at an offset; its id holds the place, as published ids do. */
function rate(subject: string, value: number, at = 0, more: object = {}): FactRecord {
  const words = `${subject}接通率为${value}%`;
  return { id: `01:observation:${at}-${at + words.length}:1`, kind: "observation", document: "01", span: { start: at, end: at + words.length }, quote: words, text: words, section: [], certainty: "stated", indicator: "接通率", subject, timePeriod: "2013", measure: "level", unit: "%", value, ...more };
}

function edition(facts: readonly FactRecord[], rest: Partial<Issued> = {}): Issued {
  return { issue: issue("r1", "1"), inputs: { "01.txt": digest("1") }, versions: { nianjian: "0.1.0" }, facts, tables: [], ...rest };
}

const told = (before: readonly FactRecord[], after: readonly FactRecord[]) => revise(edition(before), edition(after)).facts.map(({ change, id, fields }) => [change, id, fields.map(({ field }) => field)]);

describe("facts", () => {
  const [a, b] = [rate("省级", 90), rate("县级", 60, 20)];

  test("an edition against itself has no changes", () => {
    const same = revise(edition([a, b]), edition([a, b]));
    expect([same.facts, same.moved, same.tables, same.inputs, same.versions]).toEqual([[], 0, [], [], []]);
  });

  test.each<[string, FactRecord[], FactRecord[], unknown[]]>([
    ["one that is new was added", [a], [a, b], [["added", b.id, []]]],
    ["one that is gone was dropped", [a, b], [a], [["dropped", b.id, []]]],
    ["one with another value at its place was altered", [a], [{ ...a, value: 91 }], [["altered", a.id, ["value"]]]],
    ["one whose certainty is another was altered", [a], [{ ...a, certainty: "restored" }], [["altered", a.id, ["certainty"]]]],
    ["one that only moved was not altered", [a, b], [rate("省级", 90, 7), rate("县级", 60, 27)], []],
    ["one under another heading was not altered", [a], [{ ...a, section: ["二、进展"] }], []],
    ["one that moved and has another value is known by what it speaks of", [a, b], [rate("省级", 90, 7), rate("县级", 65.5, 27)], [["altered", rate("县级", 65.5, 27).id, ["quote", "text", "value"]]]],
    ["one that another has taken the place of is not taken for it", [a, b], [{ ...b, id: a.id, span: a.span }], [["dropped", a.id, []]]],
    ["of two that say the same, one may go", [a, { ...a, id: "01:observation:50-60:1" }], [a], [["dropped", "01:observation:50-60:1", []]]],
    ["one of another text is another fact", [a], [{ ...a, id: "02:observation:0-10:1", document: "02" }], [["added", "02:observation:0-10:1", []], ["dropped", a.id, []]]],
    ["a field that only one program knew counts as not said", [a], [{ ...a, note: "x" }], [["altered", a.id, ["note"]]]],
  ])("%s", (_, before, after, changes) => expect(told(before, after)).toEqual(changes));

  test("those that moved are counted", () => expect(revise(edition([a, b]), edition([rate("省级", 90, 7), b])).moved).toBe(1));
});

describe("tables", () => {
  const table = (rows: string[][], columns = ["name", "value"]) => [{ id: "rates", title: "表1 接通率", columns, rows }];
  const touched = (before: Issued["tables"], after: Issued["tables"]) => revise(edition([], { tables: before }), edition([], { tables: after })).tables.map(({ change, columns, added, dropped, altered }) => [change, columns, added, dropped, altered]);
  const rows = [["省级", "90"], ["县级", "60"]];

  test.each<[string, Issued["tables"], Issued["tables"], unknown[]]>([
    ["a table as it was is not touched", table(rows), table(rows), []],
    ["nor is one whose rows stand in another order", table(rows), table(rows.toReversed()), []],
    ["a row with another value is altered", table(rows), table([["省级", "91"], rows[1]!]), [["altered", false, 0, 0, 1]]],
    ["a row with another name is one less and one more", table(rows), table([["地级", "90"], rows[1]!]), [["altered", false, 1, 1, 0]]],
    ["rows come and go", table(rows), table([rows[0]!, rows[0]!]), [["altered", false, 1, 1, 0]]],
    ["columns change", table(rows), table(rows, ["name", "rate"]), [["altered", true, 0, 0, 0]]],
    ["a table is new, with all its rows", [], table(rows), [["added", false, 2, 0, 0]]],
    ["a table goes, with all its rows", table(rows), [], [["dropped", false, 0, 2, 0]]],
  ])("%s", (_, before, after, changes) => expect(touched(before, after)).toEqual(changes));
});

test("inputs and versions that differ are named, with what they were and are", () => {
  const changes = revise(edition([], { inputs: { a: digest("1"), b: digest("2") }, versions: { nianjian: "0.1.0" } }), edition([], { inputs: { a: digest("3"), c: digest("4") }, versions: { nianjian: "0.2.0" } }));
  expect(changes.inputs).toEqual([{ name: "a", before: "111111111111", after: "333333333333" }, { name: "b", before: "222222222222", after: null }, { name: "c", before: null, after: "444444444444" }]);
  expect(changes.versions).toEqual([{ name: "nianjian", before: "0.1.0", after: "0.2.0" }]);
});

describe("which revision a build makes", () => {
  const versions = { nianjian: "0.1.0", node: "20" };
  const r1 = { ...issue("r1", "1"), versions, history: [] };
  const r3 = { ...issue("r3", "3"), versions, history: [issue("r1", "1"), issue("r2", "2")] };
  const next = (newest: typeof r3 | typeof r1 | null, digit: string, least = 1, now = versions) => {
    const { number, again, history } = nextRevision(newest, { digest: digest(digit), versions: now }, least);
    return [number, again, history.map(({ revision }) => revision)];
  };

  test.each<[string, unknown[], unknown[]]>([
    ["the first is what edition.yaml says", next(null, "1"), [1, false, []]],
    ["also where it begins higher", next(null, "1", 4), [4, false, []]],
    ["the same inputs make the same revision", next(r1, "1"), [1, true, []]],
    ["on the history that it stood on", next(r3, "3"), [3, true, ["r1", "r2"]]],
    ["versions in another order are the same", next(r1, "1", 1, { node: "20", nianjian: "0.1.0" }), [1, true, []]],
    ["other inputs make the next", next(r3, "4"), [4, false, ["r1", "r2", "r3"]]],
    ["so does another version of the program", next(r1, "1", 1, { nianjian: "0.2.0", node: "20" }), [2, false, ["r1"]]],
    ["sources as they were two revisions ago are a new revision still", next(r3, "1"), [4, false, ["r1", "r2", "r3"]]],
    ["edition.yaml may be ahead", next(r1, "2", 5), [5, false, ["r1"]]],
    ["but not behind", next(r3, "4", 2), [4, false, ["r1", "r2", "r3"]]],
  ])("%s", (_, got, wanted) => expect(got).toEqual(wanted));
});
