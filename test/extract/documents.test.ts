/** Documents: status, slots, and the holes that titles left. Sentences of our own. */
import { describe, expect, test } from "vitest";
import { statuses } from "../../pipeline/extract/documents/status.ts";
import type { NamedDocument } from "../../schemas/fact.ts";
import { processed } from "../fixtures/processed.ts";

const documents = (text: string) => processed(text).facts.filter((fact): fact is NamedDocument => fact.kind === "document");

describe.each(statuses)("$status", ({ examples }) => {
  test.each(Object.entries(examples))("reads %s", (text, status) => expect(documents(text).map((fact) => fact.status)).toEqual([status]));
});

test("type, issuer, time and status stand around the title", () => {
  expect(documents("2012年3月，省档案局印发《公共档案馆管理办法》。")).toMatchObject([
    { title: "公共档案馆管理办法", titleLost: false, documentType: "管理办法", issuer: "省档案局", timePeriod: "2012-03", status: "issued" },
  ]);
});

test("each lone bracket of a list is one lost title, and its quote; what closes the list gives the type", () => {
  const found = documents("2012年完成了).)和)等三个行业标准.");
  expect(found.map(({ quote, title, titleLost, documentType, timePeriod, status }) => [quote, title, titleLost, documentType, timePeriod, status])).toEqual(
    Array.from({ length: 3 }, () => [")", null, true, "行业标准", "2012", "completed"]),
  );
});

test("a hole that left nothing is quoted with the raw words around it", () => {
  const [hole] = documents("按照提出的目标.各馆开放目录.");
  expect(hole).toMatchObject({ title: null, titleLost: true, status: "cited" });
  expect(hole!.quote).toContain("按照提出");
});

test("a cited document has no time of its own, and what a verb of another clause says is not its status", () => {
  expect(documents("2012年以来，落实《公共档案馆条例》。")).toMatchObject([{ timePeriod: null, status: "cited" }]);
  expect(documents("省馆印发通知，《公共档案馆条例》共九章。")).toMatchObject([{ status: null }]);
});

test("the verb before a title and the number after it are part of its passage", () => {
  expect(documents("县政府印发《档案开放办法》（东政发〔2012〕9号）。")).toMatchObject([{ title: "档案开放办法", text: "印发《档案开放办法》（东政发〔2012〕9号）", status: "issued" }]);
});

test("holes in words count only where the text has lost its titles", () => {
  expect(documents("《公共档案馆条例》共九章。县政府印发，自5月1日起施行。").filter(({ titleLost }) => titleLost)).toEqual([]);
});
