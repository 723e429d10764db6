/** Passages of six genres, of our own making, annotated clause by clause before the extractor saw them: how right it is at least. `make eval` prints the figures.
 *
 *  The floors are what a reader may count on, some way under what is reached: a rule that helps one genre and harms another falls through here. */
import { expect, test } from "vitest";
import { evaluate, together } from "../../bench/eval/evaluate.ts";
import { ownTexts } from "../../bench/eval/read.ts";
import { model } from "../fixtures/processed.ts";
import { registers } from "../fixtures/registers.ts";

const { facts } = evaluate(ownTexts(), model, registers);
const { "2013": edition, ...genres } = facts;
const passages = together(Object.values(genres));

test.each([
  // kind         core, degraded   core, clean
  ["observation", 0.93, 0.93],
  ["event", 0.75, 0.8],
  ["roster", 0.7, 0.8],
  ["document", 0.75, 0.85],
] as const)("passages of other genres: %s", (kind, degraded, clean) => {
  expect(passages.degraded[kind]!.coreF1).toBeGreaterThan(degraded);
  expect(passages.clean[kind]!.coreF1).toBeGreaterThan(clean);
});

test("all slots of observations", () => {
  expect(passages.degraded.observation!.fullF1).toBeGreaterThan(0.85);
  expect(passages.clean.observation!.fullF1).toBeGreaterThan(0.85);
});

test.each([["observation", 0.92], ["event", 0.92], ["roster", 0.85], ["document", 0.92], ["transition", 0.85], ["assessment", 0.7]] as const)("the edition of 2013: %s", (kind, floor) => {
  expect(edition!.degraded[kind]!.coreF1).toBeGreaterThan(floor);
});
