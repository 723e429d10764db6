import { expect, test } from "vitest";
import { Correction } from "../../schemas/correction.ts";

const signed = { who: "编辑甲", when: "2014-05-20", why: "据原件" };
const repair = { text: "01-热线", around: "为81［.］县级" };

test.each<[string, object, RegExp]>([
  ["two things at once", { action: "drop", fact: "a", repair }, /one of them/u],
  ["nothing", { action: "drop" }, /one of them/u],
  ["a repair without its reading", { action: "set", repair }, /`reads`/u],
  ["a reading of a fact", { action: "confirm", quote: "甲", reads: "，" }, /go with `repair`/u],
  ["fields of a repair", { action: "set", repair, reads: "，", set: { value: 1 } }, /`set` is for facts/u],
  ["a repair dropped with a reading", { action: "drop", repair, reads: "，" }, /others have neither/u],
  ["a fact added without its text", { action: "add", quote: "甲", kind: "event", set: { action: "乙" } }, /`text`, `quote` and `kind`/u],
  ["a finding dropped", { action: "drop", finding: "a" }, /only be confirmed/u],
  ["a place without ［］", { action: "confirm", repair: { ...repair, around: "为81.县级" } }, /one pair of ［］/u],
  ["a place with two ［］", { action: "confirm", repair: { ...repair, around: "为［8］1［.］" } }, /one pair of ［］/u],
  ["a place by words and by offset", { action: "confirm", repair: { ...repair, start: 3 } }, /`around` or by `start`/u],
  ["a reading over a line end", { action: "set", repair, reads: "。\n" }, /within one line/u],
])("%s is no correction", (_, wanted, message) => {
  expect(Correction.safeParse({ ...signed, ...wanted }).error?.issues.map((issue) => issue.message).join("; ")).toMatch(message);
});
