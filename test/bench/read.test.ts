import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ownTexts, readSamples } from "../../bench/eval/read.ts";

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "eval-")); });
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test("a clean text is flattened, and its own marks are the answers", () => {
  put("热线.txt", "接通率为92%，回访率上升。\n");
  expect(readSamples(folder)).toEqual([{
    id: "热线", genre: "", split: "", raw: "接通率为92.回访率上升.", gold: null, clean: null,
    marks: [{ at: 6, before: "接通率为92", accept: ["%，"] }, { at: 12, before: "92.回访率上升", accept: ["。"] }],
  }]);
});

test("beside NAME.raw.txt other texts are left alone", () => {
  put("甲.raw.txt", "热线.网站");
  put("甲.marks.jsonl", '{"at":2,"accept":["、"]}\n');
  put("甲.clean.txt", "热线、网站");
  put("乙/丙.txt", "热线，网站。");
  expect(readSamples(folder).map(({ id, marks }) => [id, marks?.length])).toEqual([["甲", 1], ["乙/丙", 2]]);
});

test("the folder that holds a text is its genre, the first-level folder its split", () => {
  put("开发/通知/甲.txt", "热线，网站。");
  put("开发/报告/乙.txt", "热线，网站。");
  put("丙.txt", "热线，网站。");
  expect(readSamples(folder).map(({ id, genre, split }) => [id, genre, split])).toEqual([["丙", "", ""], ["开发/报告/乙", "报告", "开发"], ["开发/通知/甲", "通知", "开发"]]);
});

test("lists choose the texts and are their splits", () => {
  for (const name of ["甲", "乙", "丙"]) put(`texts/通知/${name}.txt`, "热线，网站。");
  put("kept-out.txt", "通知/甲.txt\n\n通知/丙\n");
  const samples = readSamples(join(folder, "texts"), [join(folder, "kept-out.txt")]);
  expect(samples.map(({ id, split }) => [id, split])).toEqual([["通知/丙", "kept-out"], ["通知/甲", "kept-out"]]);
});

test("a clean text is scored too where the gold facts have their place in it", () => {
  put("甲.raw.txt", "热线9条.");
  put("甲.clean.txt", "热线9条。");
  put("甲.gold.jsonl", '{"kind":"event","quote":"热线9条","cleanSpan":{"start":0,"end":4}}\n');
  put("乙.raw.txt", "热线9条.");
  put("乙.clean.txt", "热线9条。");
  put("乙.gold.jsonl", '{"kind":"event","quote":"热线9条"}\n');
  expect(readSamples(folder).map(({ id, clean }) => [id, clean])).toEqual([["乙", null], ["甲", "热线9条。"]]);
});

test("the project's own texts have their marks or their facts, and each quote stands in its text", () => {
  const texts = ownTexts();
  expect(texts.every(({ marks, gold }) => marks !== null || gold !== null)).toBe(true);
  for (const { raw, clean, gold } of texts) for (const { quote, cleanSpan } of gold ?? []) {
    expect(raw).toContain(quote);
    if (clean !== null) expect(clean.slice(cleanSpan!.start, cleanSpan!.end)).not.toBe("");
  }
});
