/** countedPassages: a heading that counts what follows (八大转变), against the passages that the text itself marks off (在…方面). */
import { group } from "d3-array";
import type { Fact, Transition } from "../../schemas/fact.ts";
import { type Check } from "./rule.ts";
import { turned } from "./example.ts";

const DIGITS = "零一二三四五六七八九十";
const COUNTED = /(?<number>[二三四五六七八九十])大(?:重大)?(?:转变|变化|转型|转向)/u;

const THREE = { section: ["一、工作方式的三大转变"] };

export const countedPassages: Check = {
  name: "counted-passages",
  title: "标题所称数目与分述段落",
  titleEn: "Number in a heading against the passages that follow",
  compares: "N大转变 in a heading with the number of 在…方面 passages of its section that hold transitions",
  severity: "warning",
  examples: [
    { shows: "three passages, four transitions", sentences: [["理念", "机制", "机制", "手段"].map((aspect) => turned(aspect, THREE))], gives: [["agrees", "标题称“三大转变”，即3；以“在…方面”分述3段（其中单项转变4项）：理念、机制、手段：一致"]] },
    { shows: "one passage missing", sentences: [["理念", "机制"].map((aspect) => turned(aspect, THREE))], gives: [["differs", "标题称“三大转变”，即3；以“在…方面”分述2段（其中单项转变2项）：理念、机制：不一致"]] },
    { shows: "a heading that counts nothing", sentences: [[turned("理念")]], gives: [] },
  ],
  run: (facts) => {
    const transitions = facts.filter((fact): fact is Transition => fact.kind === "transition");
    const sections = group(transitions, (t) => JSON.stringify([t.document, t.section.findLast((heading) => COUNTED.test(heading)) ?? null]));
    return [...sections].flatMap(([key, members]) => {
      const heading = (JSON.parse(key) as [string, string | null])[1];
      if (heading === null) return [];
      const stated = DIGITS.indexOf(COUNTED.exec(heading)!.groups!["number"]!);
      const aspects = [...new Set(members.map((t) => t.aspect))];
      const agrees = aspects.length === stated;
      const first = members.filter((t, i) => members.findIndex((other) => other.aspect === t.aspect) === i);
      return [{
        outcome: agrees ? "agrees" as const : "differs" as const,
        facts: first as unknown as [Fact, ...Fact[]],
        arithmetic: `标题称“${COUNTED.exec(heading)![0]}”，即${stated}；以“在…方面”分述${aspects.length}段（其中单项转变${members.length}项）：${aspects.join("、")}：${agrees ? "一致" : "不一致"}`,
      }];
    });
  },
};
