/** The note on figures that were expected or aimed at. */
import { expect, test } from "vitest";
import type { Fact } from "../../schemas/fact.ts";
import { aheadNotes, isAhead } from "../../pipeline/tabulate/ahead.ts";

test.each([
  ["明年投资预计为30亿元", true],
  ["预测用户超过2亿", true],
  ["力争覆盖率达到90%", true],
  ["到2020年的目标是100家", true],
  ["投资为30亿元", false],
])("%s looks ahead: %s", (text, ahead) => expect(isAhead(text)).toBe(ahead));

const facts = new Map(["投资预计为30亿元", "投资为28亿元", "覆盖率力争达到90%"].map((text, n) => [String(n), { kind: "observation", text } as Fact]));
facts.set("3", { kind: "event", text: "预计上线" } as Fact);
const row = (name: string, ...ids: string[]) => ({ cells: [name, 1], facts: ids, status: "stated" as const });

test.each([
  ["a forecast and a figure", [row("甲", "0"), row("乙", "1")], ["“甲”为预计数，非实际数。"]],
  ["a forecast and an aim", [row("甲", "0"), row("丙", "2")], ["“甲”为预计数；“丙”为目标数，非实际数。"]],
  ["a name that comes twice", [row("甲", "0"), row("甲", "0")], ["“甲”为预计数，非实际数。"]],
  ["figures only", [row("乙", "1")], []],
  ["an event, which is no figure", [row("丁", "3")], []],
  ["a fact that nobody has", [row("戊", "9")], []],
])("%s", (_, rows, notes) => expect(aheadNotes(rows, (id) => facts.get(id))).toEqual(notes));
