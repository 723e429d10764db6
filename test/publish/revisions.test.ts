import { describe, expect, test } from "vitest";
import { fieldsInWords, rowsInWords } from "../../pipeline/publish/changes.ts";
import { revisionColumns, revisionRows, revisionWords } from "../../pipeline/publish/workbook/revisions.ts";
import type { Changes, FactChange } from "../../schemas/revision.ts";
import { sampleEdition } from "../fixtures/sample-edition.ts";

const issue = (revision: string) => ({ revision, date: "2014-06-30", digest: revision.slice(1).repeat(64) });
const fact: FactChange = { change: "altered", id: "a", kind: "observation", document: "01-建设与运行", span: { start: 3, end: 9 }, quote: "接通率为82", text: "接通率为82%", fields: [{ field: "quote", before: "接通率为81", after: "接通率为82" }, { field: "value", before: 81, after: 82 }, { field: "certainty", before: "stated", after: "restored" }] };
const changes: Changes = {
  from: issue("r1"), to: issue("r2"), moved: 2,
  inputs: [{ name: "01-建设与运行.txt", before: "111111111111", after: "222222222222" }, { name: "04-附录.txt", before: null, after: "333333333333" }],
  versions: [], facts: [fact, { ...fact, change: "dropped", id: "b", fields: [] }],
  tables: [{ change: "altered", id: "answer-rates", title: "表1 接通率", columns: false, added: 0, dropped: 1, altered: 2 }],
};

describe("changes in words", () => {
  test.each<[string, FactChange["fields"], string]>([
    ["a value is told, not the words that altered with it", fact.fields, "数值81→82；依据标明→复原"],
    ["words are told where nothing else altered", [{ field: "quote", before: "甲.", after: "甲市." }, { field: "text", before: "甲。", after: "甲市。" }], "复原文甲。→甲市。"],
    ["raw words where the restored ones are the same", [{ field: "quote", before: "甲.", after: "甲。" }], "原文甲.→甲。"],
    ["lists and what is not said", [{ field: "members", before: ["甲", "乙"], after: [] }, { field: "timePeriod", before: null, after: "2013" }], "成员甲、乙→无；时期无→2013"],
  ])("%s", (_, fields, words) => expect(fieldsInWords(fields)).toBe(words));

  test("of a table, its rows and columns", () => expect(rowsInWords({ ...changes.tables[0]!, columns: true })).toBe("栏目有变；删去1行，改动2行"));
});

describe("the sheet 修订", () => {
  test("has a row an altered field, and a row for all else", () => {
    const rows = revisionRows(changes).map((row) => revisionColumns.map(({ of }) => of(row)));
    expect(rows.map(([change, object, words, field, before, after]) => [change, object, words, field, before, after])).toEqual([
      ["改动", "输入", null, null, "111111111111", "222222222222"],
      ["新增", "输入", null, null, null, "333333333333"],
      ["改动", "统计表", "表1 接通率：删去1行，改动2行", null, null, null],
      ["改动", "事实", "接通率为82%", "原文", "接通率为81", "接通率为82"],
      ["改动", "事实", "接通率为82%", "数值", "81", "82"],
      ["改动", "事实", "接通率为82%", "依据", "标明", "复原"],
      ["删去", "事实", "接通率为82%", null, null, null],
    ]);
  });

  test("says what it compares", () => {
    const first = sampleEdition();
    expect(revisionWords(first)).toBe("r1为初次发行，无前一版可比。");
    expect(revisionWords({ ...first, revision: "r2", history: [issue("r1")], changes })).toBe("此前发行过r1。本版r2与r1的差别，一行一处；另有2项事实只是位置移动，不列。");
    expect(revisionWords({ ...first, revision: "r2", history: [issue("r1")] })).toContain("未能对照");
  });
});
