import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { MutantResult } from "@stryker-mutator/api/core";
import { interval, scoreLine, survivorsPage, tally } from "../../bench/mutation/score.ts";

const HERE = fileURLToPath(import.meta.url);
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const mutant = (status: MutantResult["status"], line = 1, column = 1): MutantResult => ({ id: "1", fileName: HERE, location: { start: { line, column }, end: { line, column: column + 6 } }, mutatorName: "StringLiteral", replacement: "gone", status });

test("what a loop without end brought down is killed, what no test reaches survives, what was not drawn is neither", () => {
  const { killed, survived, timedOut } = tally("check", [mutant("Killed"), mutant("Timeout"), mutant("Survived"), mutant("NoCoverage"), mutant("CompileError"), mutant("Ignored"), mutant("RuntimeError")], ROOT);
  expect([killed.length, survived.length, timedOut]).toEqual([2, 2, 1]);
});

test("a survivor is told with its place, what stood there and what was put in its place", () => {
  const page = survivorsPage([tally("check", [mutant("NoCoverage", 2), mutant("Survived", 1)], ROOT)], { seed: 7, oneIn: 20 });
  expect(page).toBe(["# Survivors: seed 7, one mutant in 20", "", "## check      0 of 2 killed, 0.0 % (95 %: 0.0 to 65.8)", "", "- test/bench/mutation.test.ts:1:1 StringLiteral", "  - `import`", "  + `gone`", "- test/bench/mutation.test.ts:2:1 StringLiteral, no test comes here", "  - `import`", "  + `gone`", ""].join("\n"));
});

describe("the interval of a share at 95 %", () => {
  test.each([
    // part whole low    high
    [0, 10, 0, 0.278],
    [5, 10, 0.237, 0.763],
    [81, 100, 0.722, 0.875],
    [810, 1000, 0.785, 0.833],
    [0, 0, 0, 1],
  ])("%d of %d", (part, whole, low, high) => expect(interval(part, whole).map((end) => Number(end.toFixed(3)))).toEqual([low, high]));
});

test("deaths by time are said", () => expect(scoreLine(tally("check", [mutant("Timeout"), mutant("Killed")], ROOT))).toBe("check      2 of 2 killed, 100.0 % (95 %: 34.2 to 100.0), 1 by time"));
