/** placeParent: a place written after the province or city it is said to lie in. */
import type { Region } from "../../schemas/register.ts";
import { listed, observed } from "./example.ts";
import { byNames, holdersOver } from "./regions.ts";
import type { Check, Comparison } from "./rule.ts";
import { sentencesOf } from "./sentences.ts";

/** A name with its kind at the end, after a province or another such name; 内蒙古自治区 is one name. */
const LONGEST = 11;

export const placeParent: Check = {
  name: "place-parent",
  title: "地名与所属地区",
  titleEn: "Places under their parents",
  compares: "a place's full name right after a province's or a city's (湖北省长沙市, 湖北长沙市) with the register: it must lie there, now or under a former name",
  severity: "warning",
  examples: [
    { shows: "a city in another province", sentences: [[observed("湖北省长沙市建成网站60个")]], gives: [["differs", "“湖北省长沙市”：名录中长沙市属湖南省"]] },
    { shows: "the province's short name", sentences: [[listed(["湖北长沙市", "湖南湘潭市"])]], gives: [["differs", "“湖北长沙市”：名录中长沙市属湖南省"], ["agrees", "“湖南湘潭市”：与名录一致"]] },
    { shows: "a county under its province", sentences: [[observed("湖北省宜城市建成网站60个")]], gives: [["agrees", "“湖北省宜城市”：与名录一致"]] },
    { shows: "a district under the wrong city", sentences: [[observed("武汉市岳麓区建成网站60个")]], gives: [["differs", "“武汉市岳麓区”：名录中岳麓区属湖南省长沙市"]] },
    { shows: "names side by side in a list", sentences: [[observed("湖北、长沙市建成网站60个")]], gives: [] },
    { shows: "a place that the register does not know", sentences: [[observed("湖北省长沟市建成网站60个")]], gives: [] },
  ],
  run: (facts, { registers: { regions }, texts }) => {
    const above = holdersOver(regions);
    const byName = byNames(regions, ({ name, former }) => [name, ...former.filter((other) => /[省市县区州盟旗]$/u.test(other))]);
    const parents = byNames(regions.filter(({ level }) => level !== "county"), ({ level, name, short }) => (level === "province" ? [name, short] : [name]));
    return sentencesOf(facts, texts).flatMap(({ text, facts: within }) => pairsIn(text, parents, byName).map(({ parent, name, said }): Comparison => {
      const held = byName.get(name)!;
      const lies = held.some((region) => above(region).some((other) => parent.includes(other)));
      const fact = within.find((one) => one.text.includes(said) || (one.kind === "roster" && one.members.includes(said))) ?? within[0]!;
      const where = [...new Set(held.map((region) => above(region).toReversed().map((other) => other.name).join("")))].slice(0, 3).join("、");
      return lies ? { outcome: "agrees", facts: [fact], arithmetic: `“${said}”：与名录一致` } : { outcome: "differs", facts: [fact], arithmetic: `“${said}”：名录中${name}属${where}` };
    }));
  },
};

/** Each place that has a parent's name right before it, once. */
function pairsIn(text: string, parents: ReadonlyMap<string, readonly Region[]>, byName: ReadonlyMap<string, readonly Region[]>): { parent: readonly Region[]; name: string; said: string }[] {
  const found = new Map<string, { parent: readonly Region[]; name: string; said: string }>();
  for (let at = 0; at < text.length; at++) {
    const first = longest(text, at, parents);
    if (first === null) continue;
    const second = longest(text, at + first.length, byName);
    if (second === null || byName.get(second)!.some((region) => region.level === "province")) continue;
    const said = first + second;
    if (!found.has(said)) found.set(said, { parent: parents.get(first)!, name: second, said });
    at += first.length - 1;
  }
  return [...found.values()];
}

function longest(text: string, at: number, names: ReadonlyMap<string, unknown>): string | null {
  for (let length = LONGEST; length >= 2; length--) {
    const name = text.slice(at, at + length);
    if (name.length === length && names.has(name)) return name;
  }
  return null;
}
