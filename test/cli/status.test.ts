import { expect, test } from "vitest";
import { gravestOf, outcomeOf } from "../../pipeline/commands/build/status.ts";
import { failureOf } from "../../pipeline/commands/failure.ts";
import { EXIT, UserError } from "../../pipeline/messages.ts";
import type { RunOutcome } from "../../schemas/run.ts";

const year = ([outcome, status]: readonly [RunOutcome, number]) => ({ outcome, status, error: null });

test.each<[string, (readonly [RunOutcome, number])[], RunOutcome | undefined, number | undefined]>([
  ["no year", [], undefined, undefined],
  ["nothing to do", [["unchanged", 0], ["unchanged", 0]], "unchanged", 0],
  ["something was published", [["unchanged", 0], ["published", 0], ["unchanged", 0]], "published", 0],
  ["a year waits for its texts, another was published", [["published", 0], ["not due", 69]], "not due", 69],
  ["texts that are awaited pass by themselves later than another run", [["not due", 69], ["held", 75]], "not due", 69],
  ["bad data is graver than texts that are awaited", [["failed", 65], ["not due", 69]], "failed", 65],
  ["a draft is graver than bad data", [["failed", 65], ["draft", 1]], "draft", 1],
  ["a disk that cannot be written is graver than a draft", [["draft", 1], ["failed", 73]], "failed", 73],
  ["a fault of the program is the gravest", [["failed", 70], ["failed", 73], ["draft", 1]], "failed", 70],
])("%s", (_, years, outcome, status) => expect(gravestOf(years.map(year))).toEqual(outcome === undefined ? null : { outcome, status, error: null }));

test.each(Object.values(EXIT).filter((status) => status !== EXIT.usage && status !== EXIT.done))("of the statuses that a year may end with, %i is graver than none", (status) =>
  expect(gravestOf([year(["published", 0]), year(["failed", status])])?.status).toBe(status));

test.each<[number, RunOutcome]>([[69, "not due"], [75, "held"], [65, "failed"], [70, "failed"]])("what is thrown with status %i is %s", (status, outcome) => expect(outcomeOf(status)).toBe(outcome));

test("what a user can mend is a line, anything else a fault of the program; a trace only where it is asked for", () => {
  expect(failureOf(new UserError(EXIT.badData, "a:1: wrong. Mend it."), false)).toEqual({ status: 65, words: "a:1: wrong. Mend it." });
  expect(failureOf(new TypeError("x is no y"), false)).toEqual({ status: 70, words: expect.stringMatching(/^x is no y\nThis is a fault of the program\./u) });
  expect(failureOf("thrown", false).words).toMatch(/^thrown\n/u);
  expect(failureOf(new UserError(EXIT.badData, "a:1: wrong. Mend it."), true).words).toMatch(/^UserError: a:1: wrong.*\n\s+at /u);
});
