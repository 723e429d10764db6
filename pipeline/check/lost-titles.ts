/** lostTitles: the number a sentence gives for documents, against the holes its titles left. */
import type { NamedDocument } from "../../schemas/fact.ts";
import { isObservation, type Check } from "./rule.ts";

export const lostTitles: Check = {
  name: "lost-titles",
  title: "所称文件数与脱落的题名",
  titleEn: "Stated number of documents against lost titles",
  compares: "a count of documents (六个国家标准) with the lost titles found within the same passage",
  run: (facts) => {
    const holes = facts.filter((fact): fact is NamedDocument => fact.kind === "document" && fact.titleLost);
    return facts.filter(isObservation).flatMap((count) => {
      if (count.measure !== "level" || !/^[个项部份件]$/u.test(count.unit)) return [];
      const within = holes.filter((hole) => hole.document === count.document && hole.span.start >= count.span.start && hole.span.end <= count.span.end);
      if (within.length < 2) return [];
      const agrees = within.length === count.value;
      return [{ outcome: agrees ? "agrees" as const : "differs" as const, facts: [count, ...within], arithmetic: `所称${count.value}${count.unit}${count.indicator}；原文脱落题名${within.length}处：${agrees ? "一致" : `相差${Math.abs(within.length - count.value)}处`}` }];
    });
  },
};
