/** 2,000 inputs of the night's fuzzing, always the same ones. No time is asked for here: `make fuzz` does that. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { input, type Input } from "./generators.ts";
import { take } from "./laws.ts";

test("whatever is fed in is refused in a line, or keeps all laws", async () => {
  await fc.assert(fc.asyncProperty(input, async (one) => { await take(one); }), { seed: 20130925, numRuns: 2000 });
}, 900_000); // ends what hangs, on a machine however busy

const text = (words: string, depth: "facts" | "files" = "facts"): Input => ({ kind: "text", bytes: Buffer.from(words), depth });
const corrections = (content: string): Input => ({ kind: "corrections.yaml", bytes: Buffer.from(content) });

describe("what fuzzing found stays mended", () => {
  test.each<[string, Input, string]>([
    ["a number of 400 digits", text(`共${"1".repeat(400)}个.`), "through"],
    ["more digits than a number holds", text("共9007199254740993个.覆盖率0.00000000000000000001%."), "through"],
    ["characters beyond the first plane where a rule looks back", text("印发\u{10000}\u{10000}\u{10000}等《》"), "through"],
    ["a transition that begins beyond the first plane: the search for the next one stood still", text("\u{10000}息台号码来区分来电，转变为按事项分派；"), "through"],
    ["a number with blanks before its dot, once restored left alone", text("%.5\t\t.使22"), "through"],
    ["a bracket that opens before a character beyond the first plane", text("2).\u{10FFFF}).).各市"), "through"],
    ["an alias of nothing", { kind: "edition.yaml", bytes: Buffer.from("title: *nobody\n") }, "refused"],
    ["a merge of nothing", { kind: "edition.yaml", bytes: Buffer.from("<<: *a\n") }, "refused"],
    ["line ends in the words of a correction", corrections(JSON.stringify({ corrections: [{ action: "set", repair: { text: "text", around: "各市［a\r\nd］覆盖率" }, reads: "，", who: "甲", when: "2014-01-01", why: "乙" }] })), "refused"],
    ["a sentence of one figure after another", text("0个".repeat(2000)), "through"],
    ["a sentence of one date after another", text("9月".repeat(2000)), "through"],
    ["controls and directions, in all files", text("覆盖率\u0000达到\u202E80.\u{F0000}\uFFFE", "files"), "through"],
  ])("%s", async (_, one, fate) => expect(await take(one)).toBe(fate));
});
