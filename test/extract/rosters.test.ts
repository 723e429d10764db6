/** Lists of names, and what is claimed of them: slots beside what the rules' own examples hold. Sentences of our own. */
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

  test.each([
    ["全县辖东河镇、西河镇、石桥乡3个乡镇。", 3, "乡镇"],
    ["茶叶、药材、食用菌等6大产业加快发展。", 6, "产业"],
    ["在平塘、荔波、独山等3个县试点。", 3, "县"],
    ["茶叶、药材、食用菌等特色产品畅销。", null, "特色产品"],
  ])("what is counted, and as what: %s", (text, claimedCount, category) => {
    const [roster] = rosters(text);
    expect(roster).toMatchObject({ claimedCount });
    if (roster!.open) expect(roster!.category).toBe(category);
  });

  test("a share before the list is claimed of it", () => {
    expect(rosters("约30%的省级政府设立了专门机构，分别是河北、山西、山东、河南、湖北、湖南、广东、四川、云南。")).toMatchObject([{ claimedShare: 30, claimedQualifier: "about", open: false }]);
  });

  test("a list of provinces is one, even where a mark between them is wrong", () => {
    expect(rosters("参加的有河北、山西，山东。河南、湖北。")[0]!.members).toEqual(["河北", "山西", "山东", "河南", "湖北"]);
  });

  test("words in quotation marks are part of a name, not the beginning of one", () => {
    expect(rosters("提供服务的有市图书馆“我的书房”系统、市博物馆和市档案馆。")[0]?.members[0]).toBe("市图书馆“我的书房”系统");
  });

  test("aims are no roster", () => expect(rosters("要坚持科学规划、规范管理、注重实效。")).toEqual([]));
});
