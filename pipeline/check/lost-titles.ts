/** lostTitles: the number a sentence gives for documents, against the holes its titles left. */
import type { NamedDocument, Observation } from "../../schemas/fact.ts";
import { isObservation, type Check } from "./rule.ts";
import { named, observed } from "./example.ts";

/** Raw characters between two holes of one list: a dot, or 和. */
const GAP = 3;

/** The unbroken run of holes that the count closes: …《》、《》和《》等六个标准. A mark restored wrongly within the list does not break it. */
function runBefore(count: Observation, holes: readonly NamedDocument[]): NamedDocument[] {
  const before = holes.filter((hole) => hole.span.end <= count.span.end).sort((a, b) => a.span.start - b.span.start);
  const last = before.at(-1);
  if (!last || last.span.end < count.span.start) return [];
  const run = [last];
  for (const hole of before.slice(0, -1).reverse()) {
    if (run[0]!.span.start - hole.span.end > GAP) break;
    run.unshift(hole);
  }
  return run;
}

const HOLE = named(null, { text: "、《》" });
const COUNT = observed("、等3个地方标准", { value: 3, unit: "个", indicator: "地方标准" });

export const lostTitles: Check = {
  name: "lost-titles",
  title: "所称文件数与脱落的题名",
  titleEn: "Stated number of documents against lost titles",
  compares: "a count of documents (六个国家标准) with the run of lost titles that the count closes",
  severity: "warning",
  examples: [
    { shows: "as many holes as documents", sentences: [[HOLE, HOLE, HOLE, COUNT]], gives: [["agrees", "所称3个地方标准；原文脱落题名3处：一致"]] },
    { shows: "one hole missing", sentences: [[HOLE, HOLE, COUNT]], gives: [["differs", "所称3个地方标准；原文脱落题名2处：相差1处"]] },
    { shows: "one hole alone is no list", sentences: [[HOLE, COUNT]], gives: [] },
  ],
  run: (facts) => {
    const holes = facts.filter((fact): fact is NamedDocument => fact.kind === "document" && fact.titleLost);
    return facts.filter(isObservation).flatMap((count) => {
      if (count.measure !== "level" || !/^[个项部份件]$/u.test(count.unit)) return [];
      const within = runBefore(count, holes.filter((hole) => hole.document === count.document));
      if (within.length < 2) return [];
      const agrees = within.length === count.value;
      return [{ outcome: agrees ? "agrees" as const : "differs" as const, facts: [count, ...within], arithmetic: `所称${count.value}${count.unit}${count.indicator}；原文脱落题名${within.length}处：${agrees ? "一致" : `相差${Math.abs(within.length - count.value)}处`}` }];
    });
  },
};
