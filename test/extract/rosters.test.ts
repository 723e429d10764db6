/** Lists of names, and what is claimed of them. */
import { describe, expect, test } from "vitest";
import { listsOf } from "../../pipeline/extract/lists.ts";
import type { Roster } from "../../schemas/fact.ts";
import { processed } from "../fixtures/processed.ts";

const rosters = (text: string) => processed(text).facts.filter((fact): fact is Roster => fact.kind === "roster");

describe("lists", () => {
  test.each([
    ["水利、林业、气象等部门", ["水利", "林业", "气象"], true],
    ["主要包括供水公司、供电公司和燃气公司", ["供水公司", "供电公司", "燃气公司"], false],
    ["由县长、副县长以及秘书长组成", ["县长", "副县长", "秘书长"], false],
  ])("%s", (clause, members, open) => expect(listsOf(clause)).toMatchObject([{ members, open }]));

  test("two names are no list", () => expect(listsOf("水利、林业部门")).toEqual([]));
});

describe("rosters", () => {
  test("a count after 等 is what the text claims", () => {
    expect(rosters("郑州市、洛阳市、开封市等9个市参加了演练。")).toMatchObject([{ members: ["郑州市", "洛阳市", "开封市"], open: true, claimedCount: 9 }]);
  });

  test("a share before the list is claimed of it", () => {
    expect(rosters("约30%的省级政府设立了专门机构，分别是河北、山西、山东、河南、湖北、湖南、广东、四川、云南。")).toMatchObject([{ claimedShare: 30, claimedQualifier: "about", open: false }]);
  });

  test("a list of provinces is one, even where a mark between them is wrong", () => {
    expect(rosters("参加的有河北、山西，山东。河南、湖北。")[0]!.members).toEqual(["河北", "山西", "山东", "河南", "湖北"]);
  });

  test("aims are no roster", () => expect(rosters("要坚持科学规划、规范管理、注重实效。")).toEqual([]));
});
